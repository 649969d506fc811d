"""Facet pages: one page for each term of every facet, so that browsing needs no script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vorbild.catalogue import number
from vorbild.derive import addresses, paging
from vorbild.derive.present import page_title
from vorbild.views import FacetGroup, FacetsPage, Fact, Link, ListPage, Page, Shown, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry
    from vorbild.schema import Concept, Facet, Field, Vocabulary


@dataclass(frozen=True)
class FacetIndex:
    """A facet with the practices of each of its terms."""

    field: Field
    facet: Facet
    vocabulary: Vocabulary
    entries: Mapping[str, tuple[Entry, ...]]

    @cached_property
    def name(self) -> str:
        """The path of the field, as data blocks name it."""
        return ".".join(self.field.path)

    @cached_property
    def many(self) -> bool:
        """Whether a practice may have several of its terms."""
        named = [entry.slug for own in self.entries.values() for entry in own]
        return len(named) > len(set(named))

    def of(self, concept: Concept) -> tuple[Entry, ...]:
        """Return the practices of `concept`."""
        return self.entries.get(concept.id, ())


def index(present: Presenter) -> tuple[FacetIndex, ...]:
    """Return all facets of the practices with their entries."""
    found = []
    for field in present.library.facets:
        vocabulary = present.library.schemas.vocabularies.get(field.vocabulary or "")
        if field.facet is None or vocabulary is None:
            continue
        entries: dict[str, list[Entry]] = {}
        for entry in present.library.practices:
            for value in dict.fromkeys(str(value) for value in entry.all(field.path)):
                entries.setdefault(value, []).append(entry)
        found.append(FacetIndex(field, field.facet, vocabulary, {key: tuple(value) for key, value in entries.items()}))
    return tuple(sorted(found, key=lambda facet: facet.facet.order))


def group(present: Presenter, facet: FacetIndex) -> FacetGroup:
    """Return a facet with all its terms and their counts; terms without an entry come last."""
    terms = [_term(present, facet, concept) for concept in facet.vocabulary.concepts]
    terms.sort(key=lambda term: term.empty)
    href = addresses.site(addresses.facet(facet.facet))
    title = present.heading(facet.field, facet.facet.title)
    # What a vocabulary is for is said in standard language only.
    description = "" if present.easy else facet.vocabulary.description
    return FacetGroup(
        facet.facet.slug,
        title,
        href,
        description or present.texts("facets.lead"),
        tuple(terms),
        many=facet.many,
        ranked=facet.facet.ranked,
    )


def pages(present: Presenter, facets: Sequence[FacetIndex]) -> Iterator[Page]:
    """Yield a page for each facet, and the pages of each term."""
    overview = Link(present.texts("facets.title"), addresses.site(addresses.FACETS))
    for facet in facets:
        shown = group(present, facet)
        view = FacetsPage(shown.title, shown.description, (shown,))
        crumbs = (present.home, overview, Link(shown.title))
        yield Page(addresses.facet(facet.facet), shown.title, shown.description, "pages/facets.html", view, crumbs)
        for concept in facet.vocabulary.concepts:
            yield from _term_pages(present, facet, concept, shown, (*crumbs[:2], Link(shown.title, shown.href)))


def _term_pages(
    present: Presenter, facet: FacetIndex, concept: Concept, shown: FacetGroup, crumbs: tuple[Link, ...]
) -> Iterator[Page]:
    texts = present.texts
    cards = tuple(present.card(entry) for entry in facet.of(concept))
    label = present.label(concept)
    others = tuple(term for term in shown.terms if not term.empty and term.title != label)
    facts = []
    if concept.synonyms and not present.easy:
        facts.append(Fact(texts("facets.synonyms"), (Shown(", ".join(concept.synonyms)),)))
    if concept.source and not present.easy:
        facts.append(Fact(texts("facets.source"), (Shown(concept.source, concept.source),)))
    lead = present.definition(concept) or texts("facets.term_lead", facet=shown.title, term=label)
    uri = addresses.term(facet.facet, concept)
    for part, part_uri, items, links in paging.parts(cards, uri):
        title = page_title(*(paging.titled(texts, one, part) for one in (label, present.labelled(shown.title, label))))
        empty = "" if cards else texts("facets.empty")
        heading = texts.plural("practices.count", len(cards)) if cards else ""
        view = ListPage(
            label,
            lead,
            tuple(items),
            links,
            tuple(facts),
            others,
            texts("facets.others", facet=shown.title),
            empty,
            heading,
        )
        own = paging.trail(texts, label, uri, part)
        yield Page(part_uri, title, lead, "pages/list.html", view, (*crumbs, *own))


def _term(present: Presenter, facet: FacetIndex, concept: Concept) -> Term:
    count = len(facet.of(concept))
    href = addresses.site(addresses.term(facet.facet, concept))
    empty = present.texts("facets.none")
    label = present.label(concept)
    return Term(
        label,
        href,
        number(count) if count else empty,
        present.definition(concept),
        concept.icon,
        concept.tint,
        empty=not count,
        slug=concept.slug,
        also=tuple(word for word in (concept.label, concept.easy, *concept.synonyms) if word and word != label),
    )

"""„Passt das zu uns?“: the rule that ranks practices for a town, the form that asks, and the rule in words.

All three come from case_studies/matching.yml, so that they say the same. The sum is made in the browser
(overrides/scripts/match/rule.js). What the check refuses is passed over here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.derive.table import in_order
from vorbild.entries import PRACTICE
from vorbild.views import Choice, Criterion, Fact, Link, MatchPage, MatchRule, Page, Question, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vorbild.derive.facets import FacetIndex
    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry, Library
    from vorbild.schema import Field, Value, Vocabulary

# What an outcome gives points as; the others give none.
_POINTS = {"fits": "fits", "partly": "partly", "wider": "partly", "narrower": "partly", "against": "against"}
# More answers than can be seen at a glance are folded into a list.
_MOST_RADIOS = 8


@dataclass(frozen=True)
class _Asked:
    """A criterion of the file with the field that it compares, and its facet if it is one."""

    raw: Mapping[str, Value]
    field: Field
    vocabulary: Vocabulary | None
    facet: FacetIndex | None

    @property
    def id(self) -> str:
        return str(self.raw.get("id", ""))

    @property
    def compare(self) -> str:
        return str(self.raw.get("compare", ""))

    def told(self, library: Library) -> frozenset[str]:
        """Return what practices say there; a question that no practice answers would change nothing."""
        return frozenset(str(value) for entry in library.practices for value in entry.all(self.field.path))

    def points(self, outcome: str) -> int:
        return int((self.raw.get("points") or {}).get(_POINTS.get(outcome, ""), 0))

    def words(self, present: Presenter, *path: str) -> str:
        found: Value = self.raw
        for name in (*path, "easy" if present.easy else "text"):
            found = found.get(name) if isinstance(found, dict) else None
        return str(found or "").strip()


def _asked(library: Library, facets: Sequence[FacetIndex]) -> Iterator[_Asked]:
    fields = {".".join(field.path): field for field in library.schemas[PRACTICE].root.walk()}
    by_field = {facet.name: facet for facet in facets}
    for raw in library.matching.maps("criteria") if library.matching else ():
        name = str(raw.get("field", ""))
        if name in fields:
            vocabulary = library.schemas.vocabularies.get(fields[name].vocabulary or "")
            yield _Asked(raw, fields[name], vocabulary, by_field.get(name))


def rule(library: Library, facets: Sequence[FacetIndex]) -> MatchRule:
    """Return the rule as the browser needs it; its values are in the order of the table of practices."""
    ties = str(library.matching.values.get("ties", "")) if library.matching else ""
    practices = in_order(library)
    return MatchRule(
        tuple(_criterion(asked, practices) for asked in _asked(library, facets)),
        next((facet.facet.slug for facet in facets if facet.name == ties), ""),
    )


def _criterion(asked: _Asked, practices: Sequence[Entry]) -> Criterion:
    concepts = asked.vocabulary.concepts if asked.vocabulary else ()
    place = {concept.id: index for index, concept in enumerate(concepts)}
    sizes = sorted(concept.population_from for concept in concepts if concept.population_from is not None)
    scale = tuple(-1 if c.population_from is None else sizes.index(c.population_from) for c in concepts)
    values = tuple(tuple(_values(asked, entry, place)) for entry in practices)
    return Criterion(
        asked.id,
        asked.compare,
        (asked.points("fits"), asked.points("partly"), asked.points("against")),
        asked.facet.facet.slug if asked.facet else "",
        () if asked.facet else tuple(concept.slug for concept in concepts),
        () if asked.facet else values,
        tuple(place.get(c.broader, -1) for c in concepts) if any(c.broader for c in concepts) else (),
        scale if asked.compare == "near" else (),
    )


def _values(asked: _Asked, entry: Entry, place: Mapping[str, int]) -> Iterator[float]:
    for value in entry.all(asked.field.path):
        if str(value) in place:
            yield place[str(value)]
        elif asked.vocabulary is None and isinstance(value, int | float):
            yield value


def pages(present: Presenter, facets: Sequence[FacetIndex], compare: str) -> Iterator[Page]:
    """Yield the page, if there is a rule; `compare` is the source file of the page that compares, '' for none."""
    texts, found = present.texts, tuple(_asked(present.library, facets))
    if not found:
        return
    title, lead = texts("match.title"), texts("match.lead")
    links = (
        *(_by_hand(present, asked.facet) for asked in found if asked.facet),
        Link(texts("practices.title"), addresses.site(addresses.PRACTICES)),
    )
    view = MatchPage(
        title,
        lead,
        tuple(_question(present, asked) for asked in found if asked.told(present.library)),
        links,
        addresses.site(compare) if compare else "",
    )
    yield Page(addresses.MATCH, title, lead, "pages/match.html", view, (present.home, Link(title)))


def _by_hand(present: Presenter, facet: FacetIndex) -> Link:
    return Link(present.heading(facet.field, facet.facet.title), addresses.site(addresses.facet(facet.facet)))


def _question(present: Presenter, asked: _Asked) -> Question:
    return Question(
        asked.id,
        _form(asked),
        asked.words(present, "name"),
        asked.words(present, "question"),
        asked.words(present, "help"),
        tuple(_choices(present, asked)),
        asked.compare == "needs",
        {outcome: asked.words(present, "says", outcome) for outcome in (asked.raw.get("says") or {})},
    )


def _form(asked: _Asked) -> str:
    """Return how a question is asked: several answers, a number, one of a few, one of many."""
    if asked.field.kind == "array":
        return "checkbox"
    if asked.vocabulary is None:
        return "number"
    return "select" if len(asked.vocabulary.concepts) > _MOST_RADIOS else "radio"


def _choices(present: Presenter, asked: _Asked) -> Iterator[Choice]:
    """Yield the answers. Where one may choose several, only those that some practice has: others would find nothing."""
    used = asked.told(present.library)
    explained = asked.compare in {"limit", "needs"}
    for concept in asked.vocabulary.concepts if asked.vocabulary else ():
        if concept.id in used or asked.field.kind != "array":
            note = present.definition(concept) if explained else ""
            group = present.label(asked.vocabulary[concept.broader]) if concept.broader and asked.vocabulary else ""
            yield Choice(concept.slug, present.label(concept), present.name(concept), note, group)


def explained(present: Presenter, facets: Sequence[FacetIndex]) -> tuple[Fact, ...]:
    """Return the rule in words: each criterion with the points of its outcomes. What is unknown gives none."""
    return tuple(
        Fact(
            asked.words(present, "name"),
            tuple(
                Shown(present.texts("match.outcome", says=asked.words(present, "says", outcome), points=points))
                for outcome in asked.raw.get("says") or ()
                if outcome in _POINTS
                for points in (_counted(present, asked.points(outcome)),)
            ),
        )
        for asked in _asked(present.library, facets)
    )


def _counted(present: Presenter, points: int) -> str:
    texts = present.texts
    return texts.plural("match.points", points) if points >= 0 else texts.plural("match.less", -points)

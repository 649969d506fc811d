"""Data blocks in hand-written pages: a line `[[name argument key=value]]` becomes a piece of HTML made of data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vorbild.catalogue import number
from vorbild.derive import lexicon
from vorbild.derive.facets import FacetIndex, group
from vorbild.derive.lessons import of_entry, told
from vorbild.derive.lists import newest, town
from vorbild.derive.matching import explained
from vorbild.derive.places import places_map
from vorbild.derive.statement import Statement
from vorbild.entries import ACCESSIBILITY, ENFORCEMENT, MATCHING
from vorbild.schema import nearest
from vorbild.views import Fact, Fragment, Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry

BLOCK = re.compile(r"\[\[([^\]\n]*)\]\]")
_COUNT = 3
# The options of each block; `practices` takes the name of every facet besides.
_OPTIONS = {"newest": ("count",), "practices": ("count",), "lessons": ("theme", "count")}


class BlockError(ValueError):
    """A block that cannot be made: the code of the finding and its parameters."""

    def __init__(self, code: str, **params: str) -> None:
        """Hold what the finding needs."""
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True)
class _Call:
    name: str
    words: tuple[str, ...]
    options: Mapping[str, str]

    def count(self, fallback: int) -> int:
        """Return the option `count`, or `fallback`."""
        text = self.options.get("count", str(fallback))
        if not text.isdecimal():
            raise BlockError("block-argument", name=self.name, argument=f"count={text}", near=f"count={fallback}")
        return int(text)


class Fragments:
    """Makes the fragments of one library."""

    def __init__(self, present: Presenter, facets: Sequence[FacetIndex], operator: Mapping[str, str]) -> None:
        """Take the presenter, the facets, and the operator's data from mkdocs.yml."""
        self._present = present
        self._facets = {facet.name: facet for facet in facets}
        self._operator = operator
        self._statement = Statement(present, operator)
        self._makers: Mapping[str, Callable[[_Call], Fragment]] = {
            "fields": self._fields,
            "facet": self._facet,
            "facets": self._all_facets,
            "municipalities": self._municipalities,
            "map": self._map,
            "newest": self._newest,
            "practices": self._practices,
            "lessons": self._lessons,
            "count": self._number,
            "operator": self._address,
            "statement": self._statement_part,
            "glossary": self._glossary,
            "abbreviations": self._abbreviations,
            "vocabulary": self._vocabulary,
            "matching": self._matching,
        }

    def make(self, text: str) -> Fragment:
        """Return the fragment of what stands between the brackets of a block; raise BlockError if there is none."""
        name, *rest = text.split() or [""]
        if name not in self._makers:
            raise BlockError("unknown-block", name=name, near=_near(name, self._makers))
        options = dict(part.split("=", 1) for part in rest if "=" in part)
        allowed = _OPTIONS.get(name, ())
        for option in options:
            if option not in allowed and not (name == "practices" and option in self._facets):
                near = _near(option, allowed) or "–"
                raise BlockError("block-argument", name=name, argument=option, near=near)
        return self._makers[name](_Call(name, tuple(part for part in rest if "=" not in part), options))

    def _fields(self, call: _Call) -> Fragment:
        facet = self._facets.get("fields_of_action")
        if facet is None:
            raise BlockError("block-argument", name=call.name, argument="fields_of_action", near="")
        return Fragment("blocks/tiles.html", group(self._present, facet))

    def _facet(self, call: _Call) -> Fragment:
        name = call.words[0] if call.words else ""
        if name not in self._facets:
            raise BlockError("block-argument", name=call.name, argument=name, near=_near(name, self._facets))
        return Fragment("blocks/chips.html", group(self._present, self._facets[name]))

    def _all_facets(self, call: _Call) -> Fragment:  # noqa: ARG002 - one signature for all makers
        return Fragment("blocks/facets.html", tuple(group(self._present, facet) for facet in self._facets.values()))

    def _municipalities(self, call: _Call) -> Fragment:  # noqa: ARG002
        return Fragment(
            "blocks/towns.html", tuple(town(self._present, entry) for entry in self._present.library.municipalities)
        )

    def _map(self, call: _Call) -> Fragment:  # noqa: ARG002
        return Fragment("blocks/map.html", places_map(self._present))

    def _newest(self, call: _Call) -> Fragment:
        entries = newest(self._present.library.practices, call.count(_COUNT))
        return Fragment("blocks/cards.html", tuple(self._present.card(entry) for entry in entries))

    def _practices(self, call: _Call) -> Fragment:
        library = self._present.library
        entries = self._named(call, call.words, library.practices)
        narrowed = bool(entries)
        asked: list[tuple[FacetIndex, str]] = []
        for name, term in call.options.items():
            if name == "count":
                continue
            facet = self._facets.get(name)
            if facet is None:
                raise BlockError("block-argument", name=call.name, argument=name, near=_near(name, self._facets))
            if term not in facet.vocabulary:
                near = facet.vocabulary.nearest(term) or ""
                raise BlockError("block-argument", name=call.name, argument=f"{name}={term}", near=f"{name}={near}")
            # Each further term narrows the choice; the first one opens it, and may leave nothing.
            found = facet.of(facet.vocabulary[term])
            entries = [e for e in entries if e in found] if narrowed else list(found)
            narrowed = True
            asked.append((facet, term))
        pool = tuple(entries) if narrowed else library.practices
        ordered = sorted(newest(pool, len(pool)), key=lambda entry: [_aside(entry, *one) for one in asked])
        chosen = entries if call.words else ordered[: call.count(_COUNT)]
        return Fragment("blocks/cards.html", tuple(self._present.card(entry) for entry in chosen))

    def _named(self, call: _Call, slugs: Sequence[str], among: Sequence[Entry]) -> list[Entry]:
        """Return the entries with these slugs, in this order; those that could not be read have a finding already."""
        known = {entry.slug: entry for entry in among}
        unread = {slug for _, slug in self._present.library.unread}
        for slug in slugs:
            if slug not in known and slug not in unread:
                raise BlockError("block-argument", name=call.name, argument=slug, near=_near(slug, known))
        return [known[slug] for slug in slugs if slug in known]

    def _lessons(self, call: _Call) -> Fragment:
        theme = call.options.get("theme", call.words[0] if call.words else "")
        slugs = call.words if "theme" in call.options else call.words[1:]
        vocabulary = self._present.library.schemas.vocabularies.get("lesson_themes")
        if vocabulary is None or theme not in vocabulary:
            near = vocabulary.nearest(theme) if vocabulary else None
            raise BlockError("block-argument", name=call.name, argument=theme, near=near or "")
        tell = [entry for entry in self._present.library.entries if told(entry, theme)]
        entries = self._named(call, slugs, tell) or tell
        count = call.count(len(slugs) or _COUNT)
        if self._present.easy:  # lessons are told in standard language only
            return Fragment("blocks/cards.html", tuple(self._present.card(entry) for entry in entries[:count]))
        # Named entries tell one lesson each, so that they all have their say.
        lessons = tuple(
            item for entry in entries for item in of_entry(self._present, entry, theme)[: 1 if slugs else None]
        )
        return Fragment("blocks/lessons.html", lessons[:count])

    def _number(self, call: _Call) -> Fragment:
        kind = call.words[0] if call.words else ""
        library = self._present.library
        counts = {"practices": len(library.practices), "municipalities": len(library.municipalities)}
        if kind not in counts:
            raise BlockError("block-argument", name=call.name, argument=kind, near=", ".join(counts))
        return Fragment("blocks/text.html", number(counts[kind]))

    def _address(self, call: _Call) -> Fragment:  # noqa: ARG002
        return Fragment("blocks/operator.html", dict(self._operator))

    def _statement_part(self, call: _Call) -> Fragment:
        name = call.words[0] if call.words else ""
        if name not in self._statement.parts:
            raise BlockError("block-argument", name=call.name, argument=name, near=_near(name, self._statement.parts))
        source, make = self._statement.parts[name]
        library = self._present.library
        single, file = {
            "accessibility": (library.accessibility, ACCESSIBILITY),
            "enforcement": (library.enforcement, ENFORCEMENT),
        }[source]
        if single is None:
            raise BlockError("statement-missing", file=file)
        return make(single)

    def _glossary(self, call: _Call) -> Fragment:  # noqa: ARG002
        terms = self._present.library.glossary.terms
        if self._present.easy:
            terms = tuple({"term": word.term, "easy": word.text} for word in lexicon.hard_words(self._present.library))
        return Fragment("blocks/glossary.html", terms)

    def _abbreviations(self, call: _Call) -> Fragment:  # noqa: ARG002
        return Fragment("blocks/abbreviations.html", self._present.library.glossary.abbreviations)

    def _vocabulary(self, call: _Call) -> Fragment:
        name = call.words[0] if call.words else ""
        vocabularies = self._present.library.schemas.vocabularies
        if name not in vocabularies:
            raise BlockError("block-argument", name=call.name, argument=name, near=_near(name, vocabularies))
        return Fragment(
            "blocks/vocabulary.html",
            tuple(
                Fact(self._present.label(concept), (Shown(meaning),) if meaning else ())
                for concept in vocabularies[name].concepts
                for meaning in (self._present.definition(concept),)
            ),
        )

    def _matching(self, call: _Call) -> Fragment:  # noqa: ARG002
        if self._present.library.matching is None:
            raise BlockError("statement-missing", file=MATCHING)
        return Fragment("blocks/matching.html", explained(self._present, tuple(self._facets.values())))


def _aside(entry: Entry, facet: FacetIndex, term: str) -> tuple[int, int]:
    """Return how far a term is from being all an entry is about: its terms of the facet, and those named before."""
    values = list(dict.fromkeys(str(value) for value in entry.all(facet.field.path)))
    return len(values), values.index(term)


def _near(text: str, choices: Iterable[str]) -> str:
    names = list(choices)
    return nearest(text, names, 0.5) or ", ".join(names)

"""Entries and the library that holds them, immutable.

Fields are reached by path, the few that Python must know by role.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from vorbild.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.schema import Field, Key, Positions, Schema, Schemas, Value, Values

PRACTICE = "practice"
MUNICIPALITY = "municipality"


@dataclass(frozen=True)
class Entry:
    """One case study: its kind (a schema id), its slug (the file name), and its values as the schema typed them."""

    kind: str
    slug: str
    file: str
    schema: Schema
    values: Values
    positions: Positions

    def get(self, *path: str) -> Value:
        """Return the value at `path` of maps, or None."""
        value: Value = self.values
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return value

    def all(self, path: tuple[str, ...]) -> tuple[Value, ...]:
        """Return every value at `path`, going through lists on the way; empty if there is none."""
        return tuple(_collect(self.values, path))

    def walk(self) -> Iterator[tuple[Field, Value, Key]]:
        """Yield every field with its value and its key path, maps and lists included, in the order of the schema."""
        yield from _walk(self.schema.root, self.values, ())

    def role(self, role: str) -> Value:
        """Return the value of the top-level field with `role`, or None."""
        field_ = self.schema.role(role)
        return None if field_ is None else self.values.get(field_.name)

    @cached_property
    def title(self) -> str:
        """The title."""
        return str(self.role("title") or self.slug)

    @cached_property
    def summary(self) -> str:
        """The summary, one paragraph."""
        return " ".join(str(self.role("summary") or "").split())

    @cached_property
    def place(self) -> Mapping[str, Value]:
        """The place: name, state, and what else is known."""
        place = self.role("place")
        return place if isinstance(place, dict) else {}

    @cached_property
    def period(self) -> Mapping[str, Value]:
        """The period: start, end and status, as far as known."""
        period = self.role("period")
        return period if isinstance(period, dict) else {}

    @cached_property
    def reviewed_on(self) -> str:
        """The day of the last review, ISO; '' if it is missing."""
        return str(self.role("reviewed_on") or "")

    @cached_property
    def easy(self) -> Mapping[str, Value] | None:
        """The easy-language variant, or None."""
        easy = self.role("easy")
        return easy if isinstance(easy, dict) else None


@dataclass(frozen=True)
class Glossary:
    """Hard words with explanations, abbreviations with their long forms, phrases of other languages, real hyphens.

    And synonyms for the search: whoever looks for one of the `words` of a set may mean each other one, and each word
    that it `finds`. That is one step: from what it finds nothing leads on or back.
    """

    terms: tuple[Mapping[str, Value], ...] = ()
    abbreviations: tuple[Mapping[str, Value], ...] = ()
    phrases: tuple[Mapping[str, Value], ...] = ()
    hyphens: tuple[Mapping[str, Value], ...] = ()
    synonyms: tuple[Mapping[str, Value], ...] = ()


@dataclass(frozen=True)
class Single:
    """A file of which a project has one: its schema, its values as the schema typed them, and where they stand."""

    schema: Schema
    values: Values
    positions: Positions

    def maps(self, name: str) -> tuple[Values, ...]:
        """Return the maps in the list `name`; what is no map was a finding when the file was read."""
        return tuple(item for item in self.values.get(name, ()) if isinstance(item, dict))


@dataclass(frozen=True)
class Library:
    """All entries by kind and slug, in the order of their slugs."""

    schemas: Schemas
    entries: tuple[Entry, ...]
    glossary: Glossary = Glossary()
    # Entries whose file is there and could not be read, by kind and slug: others may name them all the same.
    unread: frozenset[tuple[str, str]] = frozenset()
    # What the accessibility statement says of the site, and whom to turn to in each state; None without the file.
    accessibility: Single | None = None
    enforcement: Single | None = None
    # What „Passt das zu uns?“ asks, and the points of each answer; None without the file: then there is no such page.
    matching: Single | None = None
    _index: Mapping[tuple[str, str], Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the entries."""
        object.__setattr__(self, "_index", {(entry.kind, entry.slug): entry for entry in self.entries})

    def of(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of `kind`."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    @cached_property
    def practices(self) -> tuple[Entry, ...]:
        """The good-practice entries."""
        return self.of(PRACTICE)

    @cached_property
    def municipalities(self) -> tuple[Entry, ...]:
        """The case studies of whole municipalities."""
        return self.of(MUNICIPALITY)

    def find(self, kind: str, slug: str) -> Entry | None:
        """Return the entry, or None."""
        return self._index.get((kind, slug))

    @cached_property
    def by_municipality(self) -> Mapping[str, tuple[Entry, ...]]:
        """The practices of each municipality, by its slug."""
        found: dict[str, list[Entry]] = {}
        for entry in self.practices:
            slug = entry.place.get("municipality")
            if isinstance(slug, str):
                found.setdefault(slug, []).append(entry)
        return {slug: tuple(entries) for slug, entries in found.items()}

    @cached_property
    def imitators(self) -> Mapping[str, tuple[Entry, ...]]:
        """The practices that name a practice here as their model, by its slug."""
        found: dict[str, list[Entry]] = {}
        for entry in self.practices:
            for item in entry.role("lineage") or ():
                slug = item.get("practice")
                if slug and self.find(PRACTICE, slug) is not None and entry not in found.get(slug, ()):
                    found.setdefault(slug, []).append(entry)
        return {slug: tuple(entries) for slug, entries in found.items()}

    @property
    def updated(self) -> str:
        """The day of the newest review of an entry, ISO; '' if there is none."""
        return max((entry.reviewed_on for entry in self.entries), default="")

    def jurisdiction(self, state: str) -> Values | None:
        """Return the state, or the Federation, that an operator calls `state`: by id, name or abbreviation."""
        wanted = slugify(state)
        for one in self.enforcement.maps("jurisdictions") if self.enforcement else ():
            if wanted and wanted in {one.get("id"), str(one.get("abbreviation", "")).lower()}:
                return one
        return None

    @cached_property
    def facets(self) -> tuple[Field, ...]:
        """The fields of a practice that are facets, in the order of the schema."""
        return tuple(field_ for field_ in self.schemas[PRACTICE].root.walk() if field_.facet is not None)


def _collect(value: Value, path: tuple[str, ...]) -> Iterator[Value]:
    if isinstance(value, list):
        for item in value:
            yield from _collect(item, path)
    elif not path:
        yield value
    elif isinstance(value, dict) and path[0] in value:
        yield from _collect(value[path[0]], path[1:])


def _walk(field_: Field, value: Value, path: Key) -> Iterator[tuple[Field, Value, Key]]:
    yield field_, value, path
    if isinstance(value, dict):
        for child in field_.children:
            if child.name in value:
                yield from _walk(child, value[child.name], (*path, child.name))
    elif isinstance(value, list) and field_.item is not None:
        for index, item in enumerate(value):
            yield from _walk(field_.item, item, (*path, index))

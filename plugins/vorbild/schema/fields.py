"""A schema as fields: what Python asks of the JSON Schema and its x- annotations, typed once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Path = tuple[str, ...]
Raw = Mapping[str, Any]
# Facets that say nothing of their order come after those that do.
_LAST = 1000


@dataclass(frozen=True)
class Facet:
    """A field that visitors filter by.

    It has its part of the address, its name, its place among the facets (small first), how much a shared term relates
    two entries, and whether its terms rise, so that results can be sorted by them.
    """

    slug: str
    title: str
    order: int
    weight: float
    ranked: bool = False


@dataclass(frozen=True)
class Fact:
    """A field that stands in the key facts of a page, with an icon and the path of a field that adds a note."""

    icon: str
    note: Path | None
    label: str
    value: Path | None


@dataclass(frozen=True)
class Field:
    """One field of a schema. `path` names it from the root; items of a list share the path of the list."""

    path: Path
    raw: Raw
    required: bool
    children: tuple[Field, ...] = ()
    item: Field | None = None

    @property
    def name(self) -> str:
        """The key in the file."""
        return self.path[-1] if self.path else ""

    @property
    def kind(self) -> str:
        """One of string, integer, number, boolean, object, array."""
        kind = self.raw.get("type", "string")
        return str(kind[0] if isinstance(kind, list) else kind)

    @property
    def title(self) -> str:
        """The German label."""
        return str(self.raw.get("title") or self.name)

    @property
    def description(self) -> str:
        """The German explanation, or ''."""
        return str(self.raw.get("description", ""))

    @property
    def examples(self) -> list[Any]:
        """Values that show how it is written."""
        return list(self.raw.get("examples", []))

    @property
    def vocabulary(self) -> str | None:
        """The vocabulary that the field, or its items, choose from."""
        own = self.raw.get("x-vocabulary") or (self.item.raw.get("x-vocabulary") if self.item else None)
        return None if own is None else str(own)

    @property
    def reference(self) -> str | None:
        """The kind of entry that the field, or its items, name by slug."""
        own = self.raw.get("x-reference") or (self.item.raw.get("x-reference") if self.item else None)
        return None if own is None else str(own)

    @property
    def facet(self) -> Facet | None:
        """The facet that the field is, if any."""
        own = self.raw.get("x-facet")
        if own is None:
            return None
        title, order, weight = own.get("title", self.title), own.get("order", _LAST), own.get("weight", 1)
        return Facet(str(own["slug"]), str(title), int(order), float(weight), own.get("ranked") is True)

    @property
    def fact(self) -> Fact | None:
        """The key fact that the field is, if any."""
        own = self.raw.get("x-fact")
        if own is None:
            return None
        note, value = own.get("note"), own.get("value")
        return Fact(
            str(own["icon"]),
            tuple(note.split(".")) if note else None,
            str(own.get("label", "")),
            tuple(value.split(".")) if value else None,
        )

    @property
    def role(self) -> str | None:
        """What the field is to Python, independent of its name."""
        own = self.raw.get("x-role")
        return None if own is None else str(own)

    @property
    def section(self) -> str | None:
        """The part of the page where it is shown."""
        own = self.raw.get("x-section")
        return None if own is None else str(own)

    @property
    def view(self) -> str:
        """The component that shows it; '' for the plain one of its shape."""
        return str(self.raw.get("x-view", ""))

    @property
    def markdown(self) -> bool:
        """Whether it is prose in CommonMark."""
        return self.raw.get("x-widget") == "markdown"

    @property
    def search(self) -> float | None:
        """How much its words weigh in the search, 0 for not at all; None: as much as the map or list it stands in."""
        own = self.raw.get("x-search")
        return None if own is None else float(own)

    @property
    def compared(self) -> bool:
        """Whether entries are compared by it. Addresses and files say nothing of what is better for whom."""
        return self.raw.get("x-compare", not any(map(self.raw.get, ("x-link", "x-email", "x-media")))) is True

    @property
    def date(self) -> str | None:
        """`partial` or `full` for a date, else None."""
        own = self.raw.get("x-date")
        return None if own is None else str(own)

    def child(self, name: str) -> Field | None:
        """Return the field `name` of this map, or of the maps in this list."""
        holder = self.item if self.item is not None else self
        return next((field for field in holder.children if field.name == name), None)

    def walk(self) -> Iterator[Field]:
        """Yield this field and all below it, lists of maps included."""
        yield self
        for child in self.children or (self.item.children if self.item else ()):
            yield from child.walk()


def build(raw: Raw, path: Path = (), *, required: bool = False) -> Field:
    """Turn an expanded JSON Schema into a field with its children."""
    needed = frozenset(raw.get("required", ()))
    children = tuple(
        build(child, (*path, name), required=name in needed) for name, child in raw.get("properties", {}).items()
    )
    # The items of a list are called like the list where they have no name of their own.
    examples = next((list(example) for example in raw.get("examples", ()) if isinstance(example, list)), [])
    item = build({"title": raw.get("title"), "examples": examples, **raw["items"]}, path) if "items" in raw else None
    return Field(path, raw, required, children, item)

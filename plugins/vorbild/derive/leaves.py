"""An entry taken apart: its fields one by one, the values of a map each on its own, lists whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.schema import Field, Schema

# Shown in the head of whatever an entry is shown in, or a text of its own.
_APART = frozenset({"title", "summary", "easy", "related", "photo"})


class Leaf(NamedTuple):
    """A field with the title of its section, and the map that it is a value of, or None; whether it is compared."""

    field: Field
    section: str
    holder: Field | None
    compared: bool

    @property
    def key(self) -> str:
        """The name of the field across entries and schemas."""
        return ".".join(self.field.path)


def leaves(schema: Schema) -> Iterator[Leaf]:
    """Yield the fields of `schema` in its order."""
    names = {section.id: section.title for section in schema.sections}
    for field in schema.root.children:
        if field.role not in _APART:
            section = names.get(field.section or "", field.title)
            yield from _leaves(Leaf(field, section, None, field.compared), names)


def _leaves(leaf: Leaf, names: dict[str, str]) -> Iterator[Leaf]:
    if not leaf.field.children:
        yield leaf
        return
    # „rund“ and the like stand with their number, not on their own.
    qualifiers = {child.raw.get("x-qualifier") for child in leaf.field.children}
    for child in leaf.field.children:
        if child.name not in qualifiers:
            section = names.get(child.section or "", leaf.section)
            yield from _leaves(Leaf(child, section, leaf.field, leaf.compared and child.compared), names)

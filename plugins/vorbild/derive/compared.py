"""By what entries are compared, in the order in which it helps to decide."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from vorbild.derive.leaves import leaves
from vorbild.views import Compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vorbild.derive.leaves import Leaf
    from vorbild.derive.present import Presenter
    from vorbild.schema import Field, Schema

# A text that may be longer is told at length.
_SHORT = 400


def fields(present: Presenter, schemas: Iterable[Schema]) -> tuple[Compared, ...]:
    """Return the fields of all `schemas`, each once, in the language of `present`.

    In easy language those that have easy words: terms, and when it began. Everything else is told in sentences there.
    """
    found: dict[str, Compared] = {}
    for one in chain.from_iterable(_easy(present, schema) if present.easy else _standard(schema) for schema in schemas):
        found.setdefault(one.key, one)
    return tuple(found.values())


def easy_fields(present: Presenter, schema: Schema) -> Iterator[tuple[Field, str]]:
    """Yield the fields of `schema` that easy words can say, each with its name, key facts first."""
    dates = {"start": present.texts("compare.start"), "end": present.texts("compare.end")}
    period, found = schema.role("period"), []
    for field in schema.root.walk():
        if field.compared and (field.facet or field.fact) and field.vocabulary:
            found.append((field, present.heading(field)))
        elif period is not None and field.path[:-1] == period.path and field.name in dates:
            found.append((field, dates[field.name]))
    yield from sorted(found, key=lambda one: _order(one[0]))


def _easy(present: Presenter, schema: Schema) -> Iterator[Compared]:
    yield from (Compared(".".join(field.path), label) for field, label in easy_fields(present, schema))


def _standard(schema: Schema) -> Iterator[Compared]:
    """Yield the fields of `schema`: key facts, each with the field that adds a note to it, then all others."""
    known = {leaf.field.path: leaf for leaf in leaves(schema) if leaf.compared}
    facts = (field for field in schema.root.walk() if field.fact)
    first = chain.from_iterable(((field.fact.value or field.path), field.fact.note) for field in facts if field.fact)
    rest = sorted(known.values(), key=lambda leaf: _order(leaf.field))
    paths = dict.fromkeys(chain(first, (leaf.field.path for leaf in rest)))
    yield from (_compared(known[path]) for path in paths if path in known)


def _compared(leaf: Leaf) -> Compared:
    group = leaf.holder.title if leaf.holder else ""
    return Compared(leaf.key, leaf.field.title, group, leaf.field.markdown)


def _order(field: Field) -> tuple[int, int]:
    """Return what sorts fields: key facts, facets in their order, short values, lists, and what is told at length."""
    if field.fact:
        return 0, 0
    if field.facet:
        return 1, field.facet.order
    if field.markdown or (field.item is not None and field.item.children):
        return 4, 0
    if field.kind == "array":
        return 3, 0
    long = field.kind == "string" and not (field.vocabulary or field.date or field.reference)
    return (4 if long and int(field.raw.get("maxLength", _SHORT + 1)) > _SHORT else 2), 0

"""Each entry for scripts: what a result of the search, a comparison and the list of kept entries show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.derive.easy_text import parts, plain_lines
from vorbild.views import Record, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry
    from vorbild.schema import Field, Value
    from vorbild.views import Fact

# Shown elsewhere on a result, or not at all.
_LEFT_OUT = frozenset({"title", "summary", "easy", "related", "photo"})


def records(present: Presenter) -> Iterator[Record]:
    """Yield the record of every entry in the language of `present`; one without an easy text has none in that."""
    for entry in present.library.entries:
        if present.easy and entry.easy is None:
            continue
        uri = addresses.entry(entry.kind, entry.slug)
        card = present.card(entry)
        yield Record(
            addresses.record(uri, easy=present.easy),
            addresses.easy(uri) if present.easy else uri,
            entry.kind,
            card.title,
            card.summary,
            card.place,
            card.field_label,
            card.pictogram,
            card.tint,
            card.easy,
            card.meta,
            tuple(_easy_rows(entry) if present.easy else rows(present, entry)),
        )


def rows(present: Presenter, entry: Entry) -> Iterator[Row]:
    """Yield what `entry` says field by field in standard language, in the order of its schema."""
    names = {section["id"]: str(section["title"]) for section in entry.schema.root.raw.get("x-sections", ())}
    for field in entry.schema.root.children:
        value = entry.values.get(field.name)
        if value is None or field.role in _LEFT_OUT:
            continue
        section = names.get(field.section or "", field.title)
        yield from (Row(section, label, tuple(texts)) for label, texts in _said(present, field, value) if texts)


def _said(present: Presenter, field: Field, value: Value) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield label and texts of a field: of each plain value of a map, of a whole list."""
    if field.item is not None and field.item.children:
        yield field.title, [_line(present.facts(field.item, item)) for item in value]
    elif field.children:
        for child in field.children:
            if child.name in value:
                yield from _said(present, child, value[child.name])
    elif field.markdown:
        yield field.title, plain_lines(str(value))
    else:
        yield field.title, [shown.text for shown in present.fact(field, value).values]


def _line(facts: tuple[Fact, ...]) -> str:
    return ", ".join(shown.text for fact in facts for shown in fact.values if shown.truth is None)


def _easy_rows(entry: Entry) -> Iterator[Row]:
    """Yield the sections of the easy text."""
    for part in parts(str((entry.easy or {}).get("text", ""))):
        lines = plain_lines(part.text)
        if lines:
            yield Row(part.heading, part.heading, lines)

"""Each entry for scripts: what a result of the search, a comparison and the list of kept entries show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.catalogue import number
from vorbild.derive import addresses, compared
from vorbild.derive.easy_text import paragraphs, parts, plain_lines
from vorbild.derive.leaves import leaves
from vorbild.derive.search import searched
from vorbild.views import Record, Row, Title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.derive.leaves import Leaf
    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry
    from vorbild.schema import Field, Value


def records(present: Presenter) -> Iterator[Record]:
    """Yield the record of every entry in the language of `present`; one without an easy text leads to its page."""
    for entry in present.library.entries:
        uri = addresses.entry(entry.kind, entry.slug)
        easy = present.easy and entry.easy is not None
        card = present.card(entry)
        yield Record(
            addresses.record(uri, easy=present.easy),
            addresses.easy(uri) if easy else uri,
            entry.kind,
            card.title,
            card.summary,
            card.place,
            card.field_label,
            card.pictogram,
            card.tint,
            card.easy,
            card.meta,
            tuple(_easy_rows(present, entry) if present.easy else rows(present, entry)),
            language="de" if present.easy and not easy else "",
        )


def titles(present: Presenter, kind: str) -> tuple[Title, ...]:
    """Return all entries of `kind` to choose from, by title."""
    found = (
        Title(addresses.entry_id(kind, entry.slug), present.title(entry), str(entry.place.get("name", "")))
        for entry in present.library.of(kind)
    )
    return tuple(sorted(found, key=lambda one: (one.title.lower(), one.id)))


def rows(present: Presenter, entry: Entry) -> Iterator[Row]:
    """Yield what `entry` says field by field in standard language, in the order of its schema.

    Only what is compared or found by words.
    """
    for leaf in leaves(entry.schema):
        if not (leaf.compared or searched(leaf.field)):
            continue
        value = entry.get(*leaf.field.path)
        texts = () if value is None else _said(present, leaf, entry, value)
        if texts:
            yield Row(leaf.section, leaf.field.title, tuple(texts), leaf.key)


def _said(present: Presenter, leaf: Leaf, entry: Entry, value: Value) -> Sequence[str]:
    field = leaf.field
    if field.view == "indicators":
        return [_measured(present, point) for point in value]
    if field.item is not None and field.item.children:
        return [_line(present, field.item, item) for item in value]
    if field.markdown:
        return paragraphs(str(value))
    texts = [shown.text for shown in present.fact(field, value).values]
    qualifier = entry.get(*field.path[:-1], str(field.raw.get("x-qualifier")))
    return [f"{qualifier} {text}" for text in texts] if qualifier else texts


def _line(present: Presenter, field: Field, item: Value) -> str:
    """Return a map of a list in one line, its prose behind a colon; addresses and numbers of sources lead nowhere."""
    without = frozenset(child.name for child in field.children if child.name == "source" or child.raw.get("x-link"))
    shown = [one for fact in present.facts(field, item, without) for one in fact.values if one.truth is None]
    short = ", ".join(one.text for one in shown if not one.markdown)
    prose = " ".join(text for one in shown if one.markdown for text in paragraphs(one.text))
    return present.labelled(short, prose) if short and prose else short or prose


def _measured(present: Presenter, point: Value) -> str:
    """Return a counted value: what was counted and when, how much of it, and what is to be said of the number."""
    label = str(point["label"])
    when = present.date(str(point["date"])) if "date" in point else ""
    unit = str(point.get("unit", "")) if point.get("unit") != label else ""
    value = " ".join(filter(None, (str(point.get("qualifier", "")), number(point["value"]), unit)))
    said = present.labelled(", ".join(filter(None, (label, when))), value)
    return f"{said} ({point['note']})" if "note" in point else said


def _easy_rows(present: Presenter, entry: Entry) -> Iterator[Row]:
    """Yield the sections of the easy text, then what can be said in easy words of the fields of `entry`."""
    for part in parts(str((entry.easy or {}).get("text", ""))):
        lines = plain_lines(part.text)
        if lines:
            yield Row(part.heading, part.heading, lines)
    for field, label in compared.easy_fields(present, entry.schema):
        texts = tuple(dict.fromkeys(present.shown(field, value).text for value in entry.all(field.path)))
        if texts:
            yield Row(label, label, texts, ".".join(field.path))

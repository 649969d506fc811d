"""The page of an entry: key facts, sections in the order of the schema, related practices; and its easy variant."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vorbild.catalogue import number, scene_picture
from vorbild.derive import addresses, easy_text
from vorbild.derive.charts import Measured, chart
from vorbild.derive.present import page_title
from vorbild.entries import MUNICIPALITY, PRACTICE
from vorbild.views import Block, EasyPage, EntryPage, Fact, Link, Page, Scene, Section, Series, Transfer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry
    from vorbild.schema import Field, Value
    from vorbild.views import Card

# The parts that a component knows how to draw; all others follow as plain facts.
_KNOWN: Mapping[str, tuple[str, ...]] = {
    "steps": ("title", "text", "duration"),
    "people": ("name", "role", "sector", "url"),
    "lessons": ("kind", "theme", "text", "source", "conclusion"),
    "funding": ("programme", "amount", "note"),
    "materials": ("title", "url", "language", "easy"),
    "sources": ("url", "title", "publisher", "date", "accessed"),
    "lineage": ("practice", "name", "changed", "outcome", "source"),
    "contributions": ("contribution", "text", "source"),
    "phases": ("phase", "start", "end", "text", "lessons"),
    "contact": ("name", "address", "url", "email", "phone"),
    "video": ("url", "captions", "sign_language"),
    "indicators": ("date", "value", "qualifier", "note", "source"),
    "items": (),
}
_EXCERPT = 155


def pages(present: Presenter, related: Mapping[str, tuple[Card, ...]]) -> Iterator[Page]:
    """Yield the page of every entry; in easy language of those that have a text in it.

    `related` has the cards by slug of a practice.
    """
    for entry in present.library.entries:
        cards = related.get(entry.slug, ()) if entry.kind == PRACTICE else ()
        if not present.easy:
            yield _page(present.about(entry), entry, cards)
        elif entry.easy is not None:
            yield _easy(present, entry, cards)


def _page(present: Presenter, entry: Entry, related: tuple[Card, ...]) -> Page:
    sections = _sections(present, entry)
    aside_ids = {str(s["id"]) for s in entry.schema.root.raw.get("x-sections", ()) if s.get("aside")}
    pictogram, tint = present.picture(entry)
    field = entry.schema.role("field")
    fields = tuple(present.shown(field, value) for value in entry.role("field") or ()) if field else ()
    state = next((f for f in entry.schema.root.walk() if f.path == ("place", "state")), None)
    town = present.library.find(MUNICIPALITY, str(entry.place.get("municipality", "")))
    uri = addresses.entry(entry.kind, entry.slug)
    view = EntryPage(
        id=addresses.entry_id(entry.kind, entry.slug),
        title=entry.title,
        summary=entry.summary,
        place=str(entry.place.get("name", "")),
        place_note=present.shown(state, entry.place["state"]).text if state and "state" in entry.place else "",
        fields=fields,
        pictogram=pictogram,
        tint=tint,
        facts=tuple(present.key_facts(entry)),
        sections=tuple(section for section in sections if section.id not in aside_ids),
        aside=tuple(section for section in sections if section.id in aside_ids),
        related=related,
        easy=addresses.site(addresses.easy(uri)) if entry.easy is not None else "",
        town=Link(town.title, addresses.site(addresses.entry(town.kind, town.slug))) if town else None,
        photo=present.photo(entry),
    )
    named = entry.kind == MUNICIPALITY or not view.place or view.place in entry.title
    title = entry.title if named else page_title(entry.title, f"{entry.title}, {view.place}")
    return Page(
        uri,
        title,
        shorten(entry.summary),
        f"pages/{entry.kind}.html",
        view,
        _crumbs(present, entry),
        updated=entry.reviewed_on,
        headings=tuple((section.id, section.title) for section in view.sections),
    )


def _crumbs(present: Presenter, entry: Entry) -> tuple[Link, ...]:
    texts = present.texts
    name, uri = {
        PRACTICE: (texts("practices.short"), addresses.PRACTICES),
        MUNICIPALITY: (texts("municipalities.short"), addresses.MUNICIPALITIES),
    }[entry.kind]
    return present.home, Link(name, addresses.site(uri)), Link(present.title(entry))


def _easy(present: Presenter, entry: Entry, related: tuple[Card, ...]) -> Page:
    easy = entry.easy or {}
    pictogram, tint = present.picture(entry)
    checked_on = str(easy.get("checked_on", ""))
    view = EasyPage(
        addresses.entry_id(entry.kind, entry.slug),
        present.title(entry),
        str(entry.place.get("name", "")),
        str(easy.get("summary", "")),
        tuple(
            Scene(part.heading, part.text, scene_picture(part.heading))
            for part in easy_text.parts(str(easy.get("text", "")))
        ),
        addresses.site(addresses.sheet(addresses.easy(addresses.entry(entry.kind, entry.slug)))),
        str(easy.get("status", "draft")),
        str(easy.get("checked_by", "")),
        present.date(checked_on) if checked_on else "",
        pictogram,
        tint,
        addresses.site(addresses.entry(entry.kind, entry.slug)),
        related,
    )
    return Page(
        addresses.entry(entry.kind, entry.slug),
        view.title,
        shorten(" ".join(view.summary.split())),
        "pages/easy.html",
        view,
        _crumbs(present, entry),
        updated=entry.reviewed_on,
    )


def _sections(present: Presenter, entry: Entry) -> list[Section]:
    """Return the sections that have something to say, in the order of the schema."""
    found: dict[str, list[Block]] = {section.id: [] for section in entry.schema.sections}
    for field in entry.schema.root.children:
        value = entry.values.get(field.name)
        if field.section in found and value is not None:
            for section, block in _blocks(present, field, value):
                found.setdefault(section, []).append(block)
    if entry.kind == PRACTICE:
        imitators = tuple(
            present.imitator(other, value)
            for other in present.library.imitators.get(entry.slug, ())
            for value in other.role("lineage")
            if value.get("practice") == entry.slug
        )
        if imitators:
            found.setdefault("lineage", []).append(Block("imitators", present.texts("entry.imitators"), imitators))
    if entry.kind == MUNICIPALITY:
        practices = present.library.by_municipality.get(entry.slug, ())
        if practices:
            found.setdefault("practices", []).append(
                Block("cards", "", tuple(present.card(practice) for practice in practices))
            )
    merged = {str(s["id"]) for s in entry.schema.root.raw.get("x-sections", ()) if s.get("merged")}
    declared = Counter(field.section for field in entry.schema.root.children)
    return [
        Section(
            section.id,
            section.title,
            _tidy(found[section.id], section.title, merge=section.id in merged, telling=declared[section.id] <= 1),
        )
        for section in entry.schema.sections
        if found[section.id]
    ]


def _tidy(blocks: list[Block], title: str, *, merge: bool, telling: bool) -> tuple[Block, ...]:
    """Join fact lists where the section wants one, and drop headings that say the section's again.

    `telling`: the section is made for one field, so that its title says what a lone block is.
    """
    if merge:
        facts = [
            fact
            for block in blocks
            if block.component == "facts" and isinstance(block.data, tuple)
            for fact in block.data
        ]
        others = [block for block in blocks if block.component != "facts"]
        blocks = [*others, Block("facts", "", tuple(facts))] if facts else others
    single = telling and len(blocks) == 1
    return tuple(Block(b.component, "" if single or _says_it(b, title) else b.label, b.data) for b in blocks)


def _says_it(block: Block, title: str) -> bool:
    """Tell whether a heading would repeat the section's, or the label of a lone fact."""
    facts = block.data if block.component == "facts" and isinstance(block.data, tuple) else ()
    return block.label == title or [fact.label for fact in facts] == [block.label]


def _blocks(present: Presenter, field: Field, value: Value) -> Iterator[tuple[str, Block]]:
    """Yield the blocks of a field with the section that each belongs to."""
    section = field.section or ""
    if field.kind == "object":
        yield from _object(present, field, value, section)
    elif field.view == "indicators":
        yield section, Block("indicators", field.title, tuple(_series(present, field, value)))
    elif field.kind == "array" and field.item is not None and field.item.children:
        view = field.view if field.view in _KNOWN else "items"
        yield section, Block(view, field.title, tuple(present.item(field.item, item, _KNOWN[view]) for item in value))
    elif field.vocabulary or field.reference or field.date or field.kind in {"integer", "number", "boolean"}:
        yield section, Block("facts", field.title, (present.fact(field, value),))
    elif field.kind == "array":
        yield section, Block("bullets", field.title, tuple(present.shown(field.item or field, item) for item in value))
    elif field.markdown:
        yield section, Block("prose", field.title, str(value))
    else:
        yield section, Block("facts", field.title, (present.fact(field, value),))


def _object(present: Presenter, field: Field, value: Value, section: str) -> Iterator[tuple[str, Block]]:
    """Yield the blocks of a map: by its own component, or its values as facts."""
    if field.view == "transfer":
        yield section, Block("transfer", field.title, _transfer(present, field, value))
    elif field.view == "photo":
        photo = present.photo_of(field, value)
        if photo is not None:
            yield section, Block("photo", field.title, photo)
    elif field.view in _KNOWN:
        yield section, Block(field.view, field.title, present.item(field, value, _KNOWN[field.view]))
    else:
        yield from _map(present, field, value, section)


def _maps(field: Field) -> bool:
    return field.item is not None and bool(field.item.children)


def _map(present: Presenter, field: Field, value: Value, section: str) -> Iterator[tuple[str, Block]]:
    """Yield the plain values of a map as facts, its prose on its own, and what belongs elsewhere there."""
    apart = frozenset(
        child.name
        for child in field.children
        if child.markdown or child.children or _maps(child) or (child.section and child.section != section)
    )
    facts = present.facts(field, value, skip=apart)
    if facts:
        yield section, Block("facts", field.title, facts)
    for child in field.children:
        if child.name in value and child.name in apart:
            yield from ((child.section or section, block) for _, block in _blocks(present, child, value[child.name]))


def _transfer(present: Presenter, field: Field, value: Value) -> Transfer:
    """Return the parts of a map of prose and lists, each with its label; other values follow as facts."""
    parts, rest = [], []
    for child in field.children:
        own = value.get(child.name)
        if own is None or child.name == "conclusion":
            continue
        if isinstance(own, list):
            parts.append(Fact(child.title, tuple(present.shown(child.item or child, item) for item in own)))
        elif child.markdown:
            parts.append(Fact(child.title, (present.shown(child, own),)))
        else:
            rest.append(present.fact(child, own))
    return Transfer(tuple(parts), value.get("conclusion") is True, tuple(rest))


def _series(present: Presenter, field: Field, value: list[Value]) -> Iterator[Series]:
    """Yield the points grouped by label, in the order of their first appearance."""
    groups: dict[str, list[Value]] = {}
    for point in value:
        groups.setdefault(point["label"], []).append(point)
    for label, points in groups.items():
        known = ("label", "unit", *_KNOWN["indicators"])
        items = tuple(present.item(field.item or field, point, known) for point in points)
        yield Series(
            label, str(points[0].get("unit", "")), items, chart(present.texts, label, tuple(_measured(present, points)))
        )


def _measured(present: Presenter, points: list[Value]) -> Iterator[Measured]:
    for point in points:
        when = str(point.get("date", ""))
        yield Measured(
            when,
            point["value"],
            number(point["value"]),
            str(point.get("qualifier", "")),
            present.date(when) if when else "",
        )


def shorten(text: str) -> str:
    """Return `text` cut at a word for a description."""
    if len(text) <= _EXCERPT:
        return text
    return text[:_EXCERPT].rsplit(" ", 1)[0].rstrip(",;:–") + " …"

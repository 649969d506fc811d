"""Values in German: dates, numbers, terms and links, and the cards that show an entry in a list."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from vorbild.catalogue import EASY, number
from vorbild.derive import addresses
from vorbild.derive.pictures import picture
from vorbild.entries import MUNICIPALITY, PRACTICE
from vorbild.views import Card, Fact, Item, KeyFact, Link, MetaItem, Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vorbild.catalogue import Texts
    from vorbild.entries import Entry, Library
    from vorbild.raster import Raster
    from vorbild.schema import Concept, Field, Value
    from vorbild.views import Picture

_TINT = "sun"
PICTOGRAM = "pair"
"""The picture of an entry whose field of action has none."""
SINCE = "calendar"
"""The icon beside the year in which a practice began."""
_BEGAN = {"ended": "cards.ended", "unknown": "cards.unknown"}
"""What says the year, by status: not all may still run."""
_FACTS_ON_CARD = 4
_PHOTO = ("file", "alt", "credit", "licence")
_LONGEST_VALUE = 60
_LONGEST_NOTE = 90
# Letters that tabs and lists of results show of the title of a page.
_LONGEST_TITLE = 70


class Presenter:
    """Turns values into words with the help of the schema, the vocabularies and the catalogue."""

    def __init__(self, library: Library, texts: Texts, raster: Callable[[str], Raster | None] = lambda _: None) -> None:
        """Take the library whose entries are shown, the interface texts, and what finds the picture of a file name."""
        self.library = library
        self.texts = texts
        self._raster = raster
        self.home = Link(texts("shell.home"), addresses.site(addresses.START))
        # The titles of the sources of the entry that the page is about.
        self.sources: tuple[str, ...] = ()
        self._cards: dict[tuple[str, str], Card] = {}

    @property
    def easy(self) -> bool:
        """Whether it speaks easy language."""
        return self.texts.language == EASY

    def date(self, text: str) -> str:
        """Return an ISO date, month or year as German writes it: 2008-10 is Oktober 2008."""
        year, *rest = text.split("-")
        if not rest:
            return year
        month = self.texts(f"month.{int(rest[0])}")
        return f"{int(rest[1])}. {month} {year}" if len(rest) > 1 else f"{month} {year}"

    def title(self, entry: Entry) -> str:
        """Return the title of `entry`: the easy one where it is wanted and there."""
        return str((self._easy(entry)).get("title") or entry.title)

    def summary(self, entry: Entry) -> str:
        """Return what `entry` is about; on an easy page of an entry without easy text, that there is none."""
        if not self.easy:
            return entry.summary
        return str(self._easy(entry).get("summary") or self.texts("cards.standard_only"))

    def _easy(self, entry: Entry) -> Value:
        return (entry.easy or {}) if self.easy else {}

    def label(self, concept: Concept) -> str:
        """Return the label of a term: the easy one where it is wanted and there."""
        return (concept.easy or concept.label) if self.easy else concept.label

    def name(self, concept: Concept) -> str:
        """Return the short form of a term, or the easy label."""
        return self.label(concept) if self.easy else concept.name

    def definition(self, concept: Concept) -> str:
        """Return what a term means, or '': on easy pages only what is said in easy words."""
        return concept.easy_definition if self.easy else concept.definition

    def heading(self, field: Field, title: str = "") -> str:
        """Return what a field with a vocabulary is called, its `title` unless the vocabulary has an easy one."""
        vocabulary = self.library.schemas.vocabularies.get(field.vocabulary or "")
        return (vocabulary.easy if self.easy and vocabulary else "") or title or field.title

    def labelled(self, label: str, value: str) -> str:
        """Return a label and its value as one text; easy labels are often questions, which need no colon."""
        if label.endswith("?"):
            return self.texts("labelled.answer", label=label, value=value)
        return self.texts("labelled.fact", label=label, value=value)

    def concept(self, field: Field, value: Value) -> Concept | None:
        """Return the concept that `value` names, or None if the field has no vocabulary."""
        vocabulary = self.library.schemas.vocabularies.get(field.vocabulary or "")
        return vocabulary[value] if vocabulary is not None and value in vocabulary else None

    def shown(self, field: Field, value: Value) -> Shown:  # noqa: PLR0911 - one return for each kind of value
        """Return one value in words, with a link where it leads somewhere."""
        concept = self.concept(field, value)
        if concept is not None:
            href = addresses.site(addresses.term(field.facet, concept)) if field.facet else ""
            words = self.label(concept), href
            return Shown(*words, note=self.definition(concept), icon=concept.icon, tint=concept.tint)
        if field.reference and isinstance(value, str):
            entry = self.library.find(field.reference, value)
            if entry is not None:
                return Shown(self.title(entry), addresses.site(addresses.entry(entry.kind, entry.slug)))
            return Shown(bare(value), value)
        if isinstance(value, bool):
            return Shown(self.texts("yes" if value else "no"), truth=value)
        if isinstance(value, int | float):
            return Shown(number(value))
        text = str(value).strip()
        if field.date:
            return Shown(self.date(text))
        # The schema has a pattern for each; a clone's own field may lack one, and a link is not to be trusted.
        if field.raw.get("x-link") and text.startswith(("https://", "http://")):
            return Shown(bare(text), text)
        if field.raw.get("x-email"):
            return Shown(text, f"mailto:{quote(text, safe='@')}")
        return Shown(text, markdown=field.markdown)

    def fact(self, field: Field, value: Value) -> Fact:
        """Return a plain value, or a list of them, with its label."""
        holder = field.item or field
        # The facet stands on the list, the vocabulary on its items.
        values = value if isinstance(value, list) else [value]
        return Fact(field.title, tuple(self.shown(field if field.facet else holder, item) for item in values))

    def facts(self, field: Field, value: Value, skip: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
        """Return the plain values of a map in the order of the schema, without the children named in `skip`."""
        # „rund“ and the like stand with their number, not on their own.
        qualifiers = frozenset(child.raw.get("x-qualifier") for child in field.children if child.name in value)
        children = (c for c in field.children if c.name in value and c.name not in skip | qualifiers)
        return tuple(fact for child in children for fact in self._flat(child, value))

    def _flat(self, field: Field, holder: Value) -> Iterator[Fact]:
        """Yield a value of a map as facts; maps below it, alone or in lists, are taken apart."""
        inner, value = field.item or field, holder[field.name]
        if not inner.children:
            yield self._qualified(field, holder)
            return
        for part in value if isinstance(value, list) else [value]:
            yield from self.facts(inner, part)

    def _qualified(self, field: Field, holder: Value) -> Fact:
        fact = self.fact(field, holder[field.name])
        words = holder.get(field.raw.get("x-qualifier"))
        if not words:
            return fact
        return Fact(fact.label, tuple(replace(shown, text=f"{words} {shown.text}") for shown in fact.values))

    def item(self, field: Field, value: Value, known: Iterable[str]) -> Item:
        """Return a map as an item: the `known` children by name, all others as facts, so that nothing is lost."""
        names = frozenset(known)
        values = {
            child.name: self.shown(child, value[child.name])
            for child in field.children
            if child.name in value and child.name in names
        }
        if "source" in values:
            values["source"] = self.source(value["source"])
        return Item(values, self.facts(field, value, skip=names))

    def about(self, entry: Entry) -> Presenter:
        """Return a presenter for the page of `entry`: it knows the titles of its sources."""
        own = copy(self)
        own.sources = tuple(str(source.get("title", "")) for source in entry.role("sources") or ())
        return own

    def source(self, index: int) -> Shown:
        """Return the reference to source number `index` of the same page."""
        title = self.sources[index - 1] if 0 < index <= len(self.sources) else ""
        return Shown(self.texts("entry.source", number=index), f"#quelle-{index}", note=title)

    def imitator(self, entry: Entry, value: Value) -> Item:
        """Return `entry` as an imitator; what it changed and what came of it stand in `value`, one of its lineage.

        These two are told in standard language only.
        """
        field = entry.schema.role("lineage")
        place = str(entry.place.get("name", ""))
        values = {
            "entry": Shown(self.title(entry), addresses.site(addresses.entry(entry.kind, entry.slug)), note=place)
        }
        for child in field.item.children if field and field.item and not self.easy else ():
            if child.name in {"changed", "outcome"} and child.name in value:
                values[child.name] = self.shown(child, value[child.name])
        return Item(values)

    def key_facts(self, entry: Entry) -> Iterator[KeyFact]:
        """Yield the facts above the fold: the fields with `x-fact` that have a value, and the newest number."""
        for field in entry.schema.root.walk():
            if field.view == "indicators" and entry.get(*field.path):
                yield self._result(entry.get(*field.path))
            fact = field.fact
            if fact is None:
                continue
            value = entry.get(*(fact.value or field.path))
            if value is None or isinstance(value, dict | list):
                continue
            concept = self.concept(field, value)
            shown = self.shown(field, value) if fact.value is None else Shown(str(value))
            words, note = concept.name if concept else shown.text, self._note(entry, field)
            # A whole sentence is no key fact; it stands in its section.
            if len(words) <= _LONGEST_VALUE:
                label = fact.label or field.title
                yield KeyFact(fact.icon, label, words, note if len(note) <= _LONGEST_NOTE else "", shown.href)

    def _note(self, entry: Entry, field: Field) -> str:
        fact = field.fact
        if fact is None:
            return ""
        if fact.note is None:
            concept = self.concept(field, entry.get(*field.path)) if fact.value is None else None
            return concept.definition if concept else ""
        value = entry.get(*fact.note)
        noted = next((f for f in entry.schema.root.walk() if f.path == fact.note), None)
        return "" if value is None or noted is None else self.shown(noted, value).text

    def _result(self, points: list[Value]) -> KeyFact:
        """Return the newest point of the first series."""
        point = max((p for p in points if p["label"] == points[0]["label"]), key=lambda p: str(p.get("date", "")))
        unit = point.get("unit", "") if point.get("unit") != point["label"] else ""
        value = " ".join(part for part in (point.get("qualifier", ""), number(point["value"]), unit) if part)
        when = self.date(str(point["date"])) if "date" in point else ""
        return KeyFact(
            "reach", self.texts("entry.result"), value, ", ".join(part for part in (point["label"], when) if part)
        )

    def field_concept(self, entry: Entry) -> Concept | None:
        """Return the first field of action of `entry`, which gives it its picture and colour."""
        field = entry.schema.role("field")
        values = entry.role("field")
        return self.concept(field, values[0]) if field is not None and values else None

    def picture(self, entry: Entry) -> tuple[str, str]:
        """Return pictogram and tint of `entry`."""
        concept = self.field_concept(entry)
        return (concept.icon or PICTOGRAM, concept.tint or _TINT) if concept else (PICTOGRAM, _TINT)

    def photo(self, entry: Entry) -> Picture | None:
        """Return the photo of `entry`, or None."""
        field, value = entry.schema.role("photo"), entry.role("photo")
        return self.photo_of(field, value) if field is not None and isinstance(value, dict) else None

    def photo_of(self, field: Field, value: Value) -> Picture | None:
        """Return the photo that a map with file, alt, credit and licence describes, or None without a usable file."""
        raster = self._raster(str(value.get("file", "")))
        if raster is None:
            return None
        alt, credit, licence = (str(value.get(name, "")) for name in _PHOTO[1:])
        return picture(raster, alt, credit, licence, self.facts(field, value, skip=frozenset(_PHOTO)))

    def card(self, entry: Entry, why: str = "") -> Card:
        """Return `entry` for a list; `why` says why it is in this one."""
        card = self._cards.get((entry.kind, entry.slug))
        if card is None:
            card = self._card(entry)
            self._cards[entry.kind, entry.slug] = card
        return replace(card, why=why) if why else card

    def _card(self, entry: Entry) -> Card:
        concept = self.field_concept(entry)
        pictogram, tint = self.picture(entry)
        meta = []
        start = entry.period.get("start")
        if entry.kind == PRACTICE and start:
            year = str(start)[:4]
            words = _BEGAN.get(str(entry.period.get("status")), "cards.since")
            meta.append(MetaItem(SINCE, self.texts(words, year=year)))
        for field in entry.schema.root.walk():
            value = entry.get(*field.path) if field.fact and field.vocabulary else None
            found = self.concept(field, value) if value is not None else None
            if field.fact and found is not None and len(meta) < _FACTS_ON_CARD:
                meta.append(MetaItem(field.fact.icon, self.labelled(self.heading(field), self.name(found))))
        return Card(
            self.title(entry),
            addresses.site(addresses.entry(entry.kind, entry.slug)),
            self.summary(entry),
            str(entry.place.get("name", "")),
            self.name(concept) if concept and entry.kind != MUNICIPALITY else "",
            pictogram,
            tint,
            tuple(meta),
            easy=entry.easy is not None and not self.easy,
            photo=self.photo(entry),
        )


def page_title(short: str, whole: str) -> str:
    """Return the title of a page: `whole`, unless it is cut where it is shown."""
    return whole if len(whole) <= _LONGEST_TITLE else short


def bare(url: str) -> str:
    """Return an address as people read it: without scheme, www and a last slash."""
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")

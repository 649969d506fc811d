"""What templates see: plain frozen data, no entries, no schema.

Links inside the site are `site:` addresses of source files (`site:praxis/x/index.md#y`); the renderer makes them
relative to the page they stand on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    title: str
    href: str = ""


@dataclass(frozen=True)
class Shown:
    """A value in German: its text, where it leads, whether the text is CommonMark, and what it means."""

    text: str
    href: str = ""
    markdown: bool = False
    note: str = ""
    icon: str = ""
    tint: str = ""
    truth: bool | None = None


@dataclass(frozen=True)
class Fact:
    """A labelled value, or several."""

    label: str
    values: tuple[Shown, ...]


@dataclass(frozen=True)
class KeyFact:
    """A fact above the fold: icon and word."""

    icon: str
    label: str
    value: str
    note: str = ""
    href: str = ""


@dataclass(frozen=True)
class Item:
    """One item of a list: the values that its component knows, by field name, and the rest as facts."""

    values: Mapping[str, Shown]
    rest: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Series:
    """Measured points with one label and one unit."""

    label: str
    unit: str
    points: tuple[Item, ...]


@dataclass(frozen=True)
class Transfer:
    """How to imitate: parts of prose or lists, whether the editors concluded it, and what else there is."""

    parts: tuple[Fact, ...]
    concluded: bool
    rest: tuple[Fact, ...]


@dataclass(frozen=True)
class Block:
    """A part of a section: the component that draws it, its heading ('' if the section says it all), its data."""

    component: str
    label: str
    data: object


@dataclass(frozen=True)
class Section:
    """A part of a page with a heading; never empty."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PictureSource:
    """The files of a picture in one format: its media type, and address and width in pixels of each, small first."""

    type: str
    files: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Picture:
    """A picture in all its formats, the best first, the one that every browser knows last.

    width and height in pixels of the largest file; alt says what is to be seen; facts are fields that a town added.
    """

    sources: tuple[PictureSource, ...]
    width: int
    height: int
    alt: str
    credit: str = ""
    licence: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class ShareCard:
    """What the picture says that other sites show beside a link to a page: no more than its title must be there."""

    title: str
    place: str = ""
    field: str = ""
    pictogram: str = ""
    tint: str = ""


@dataclass(frozen=True)
class MetaItem:
    """A short fact on a card."""

    icon: str
    text: str


@dataclass(frozen=True)
class Card:
    """An entry in a list."""

    title: str
    href: str
    summary: str
    place: str
    field_label: str
    pictogram: str
    tint: str
    meta: tuple[MetaItem, ...] = ()
    why: str = ""
    easy: bool = False
    photo: Picture | None = None


@dataclass(frozen=True)
class Town:
    """A municipality in a list."""

    title: str
    href: str
    note: str
    remained: str
    count: str


@dataclass(frozen=True)
class PageLink:
    """A page of a long list; number None stands for left-out pages."""

    number: int | None
    href: str = ""
    current: bool = False


@dataclass(frozen=True)
class EntryPage:
    """A practice or a municipality as a profile."""

    title: str
    summary: str
    place: str
    place_note: str
    fields: tuple[Shown, ...]
    pictogram: str
    tint: str
    facts: tuple[KeyFact, ...]
    sections: tuple[Section, ...]
    aside: tuple[Section, ...]
    related: tuple[Card, ...]
    easy: str = ""
    town: Link | None = None
    photo: Picture | None = None


@dataclass(frozen=True)
class EasyPage:
    """The easy-language variant of an entry."""

    title: str
    place: str
    summary: str
    text: str
    status: str
    checked_by: str
    checked_on: str
    pictogram: str
    tint: str
    standard: str


@dataclass(frozen=True)
class ListPage:
    """Cards with a heading, and the pages the list goes on."""

    title: str
    lead: str
    cards: tuple[Card, ...]
    pages: tuple[PageLink, ...] = ()
    facts: tuple[Fact, ...] = ()
    others: tuple[Term, ...] = ()
    others_title: str = ""
    empty: str = ""
    heading: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class TownsPage:
    """All municipalities."""

    title: str
    lead: str
    towns: tuple[Town, ...]
    pages: tuple[PageLink, ...] = ()


@dataclass(frozen=True)
class Term:
    """A term of a facet with the number of its entries."""

    title: str
    href: str
    count: str
    definition: str = ""
    pictogram: str = ""
    tint: str = ""
    empty: bool = False


@dataclass(frozen=True)
class FacetGroup:
    """A facet with its terms."""

    id: str
    title: str
    href: str
    description: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class FacetsPage:
    """One facet, or all of them."""

    title: str
    lead: str
    groups: tuple[FacetGroup, ...]


@dataclass(frozen=True)
class LessonsPage:
    """What was learned, by theme."""

    title: str
    lead: str
    themes: tuple[Term, ...]
    lessons: tuple[Item, ...] = ()
    pages: tuple[PageLink, ...] = ()


@dataclass(frozen=True)
class Lineage:
    """A model and those who imitated it."""

    model: Link
    place: str
    imitators: tuple[Item, ...]


@dataclass(frozen=True)
class LineagePage:
    """Who imitated whom."""

    title: str
    lead: str
    lines: tuple[Lineage, ...]
    pages: tuple[PageLink, ...] = ()


@dataclass(frozen=True)
class SourceView:
    """A source with the entries that use it."""

    title: str
    href: str
    note: str
    entries: tuple[Link, ...]


@dataclass(frozen=True)
class SourcesPage:
    """All sources, by publisher."""

    title: str
    lead: str
    groups: tuple[tuple[str, tuple[SourceView, ...]], ...]
    pages: tuple[PageLink, ...] = ()


@dataclass(frozen=True)
class FieldView:
    """A field of a schema in the reference."""

    id: str
    name: str
    title: str
    kind: str
    required: bool
    description: str
    example: str
    notes: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    children: tuple[FieldView, ...]


@dataclass(frozen=True)
class ReferencePage:
    """All fields of all schemas."""

    title: str
    lead: str
    schemas: tuple[tuple[str, str, str, tuple[FieldView, ...]], ...]


@dataclass(frozen=True)
class FindingView:
    """A code of the check in the reference."""

    code: str
    severity: str
    title: str
    message: str
    help: str
    failing: str
    passing: str


@dataclass(frozen=True)
class FindingsPage:
    """All codes of the check."""

    title: str
    lead: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True)
class Fragment:
    """A data block inside a hand-written page: a template and its view."""

    template: str
    view: object


@dataclass(frozen=True)
class Page:
    """A page to be: its source address, what the shell needs to know of it, and the template and view of its body."""

    uri: str
    title: str
    description: str
    template: str
    view: object
    crumbs: tuple[Link, ...] = ()
    language: str = "de"
    updated: str = ""
    alternate: str = ""
    headings: tuple[tuple[str, str], ...] = field(default=())

    @property
    def kind(self) -> str:
        """The name of the body's template, without folder and ending."""
        return self.template.rpartition("/")[2].removesuffix(".html")

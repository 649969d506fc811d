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
class Label:
    """Words in a drawing: the middle of the first line, where its letters stand, and the lines."""

    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A number as a column; `rough` if the number came with a word such as „rund“. Labels without room are None."""

    x: float
    y: float
    width: float
    height: float
    rough: bool
    value: Label | None
    date: Label | None


@dataclass(frozen=True)
class Drawing:
    """Columns on a base line at `base`; `to_scale` if their distances show the time between them."""

    width: int
    height: int
    base: int
    columns: tuple[Column, ...]
    to_scale: bool


@dataclass(frozen=True)
class Chart:
    """A series drawn twice, for a phone and for more room; `name` says it in words.

    `rough`: some numbers are inexact; `undated`: some have no date and are not drawn.
    """

    name: str
    narrow: Drawing
    wide: Drawing
    rough: bool
    undated: bool


@dataclass(frozen=True)
class Series:
    """Measured points with one label and one unit, and their chart if one says more than the table."""

    label: str
    unit: str
    points: tuple[Item, ...]
    chart: Chart | None = None


@dataclass(frozen=True)
class Marker:
    """A place on the map: the middle of its dot and its label; the line leads to a label further off, or is ''."""

    x: float
    y: float
    label: Label | None = None
    line: str = ""


@dataclass(frozen=True)
class PlaceView:
    """A place in the list beside the map: its number there, or 0, and what there is of it."""

    number: int
    title: str
    href: str
    note: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class PlacesMap:
    """All places on the outline of the country, an SVG path, and the same as a list.

    `note` says how to read the labels if they are not names; `elsewhere`: places that are not on the map.
    """

    name: str
    width: int
    height: int
    land: str
    markers: tuple[Marker, ...]
    places: tuple[PlaceView, ...]
    note: str = ""
    elsewhere: tuple[PlaceView, ...] = ()


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
    """A practice or a municipality as a profile; `id` is its name among all entries, by which a visitor keeps it."""

    id: str
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
class Scene:
    """A section of an easy text: heading, Markdown, and the picture beside it, '' for none."""

    title: str
    text: str
    picture: str = ""


@dataclass(frozen=True)
class SheetLine:
    """A line of an easy text on the sheet of a test group; a `point` is one of a list."""

    text: str
    point: bool


@dataclass(frozen=True)
class SheetPart:
    """A section on the sheet of a test group, with the number of its first line and its picture, '' for none."""

    title: str
    first: int
    lines: tuple[SheetLine, ...]
    picture: str = ""


@dataclass(frozen=True)
class Sheet:
    """An easy text to print and to write on, and the page it stands on."""

    title: str
    page: str
    parts: tuple[SheetPart, ...]


@dataclass(frozen=True)
class EasyPage:
    """The easy-language variant of an entry; `sheet` is the page to print for a test group."""

    id: str
    title: str
    place: str
    summary: str
    scenes: tuple[Scene, ...]
    sheet: str
    status: str
    checked_by: str
    checked_on: str
    pictogram: str
    tint: str
    standard: str
    related: tuple[Card, ...] = ()


@dataclass(frozen=True)
class ListPage:
    """Cards with a heading, the pages the list goes on, and the facets that narrow it.

    `standard`: on an easy page, where the part of it is that is told in standard language only.
    """

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
    groups: tuple[FacetGroup, ...] = ()
    standard: str = ""


@dataclass(frozen=True)
class TownsPage:
    """All municipalities."""

    title: str
    lead: str
    towns: tuple[Town, ...]
    pages: tuple[PageLink, ...] = ()
    map: PlacesMap | None = None


@dataclass(frozen=True)
class Term:
    """A term of a facet with the number of its entries; `also` are other words that find it."""

    title: str
    href: str
    count: str
    definition: str = ""
    pictogram: str = ""
    tint: str = ""
    empty: bool = False
    slug: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class FacetGroup:
    """A facet with its terms. `many`: an entry may have several; `ranked`: they stand from least to most."""

    id: str
    title: str
    href: str
    description: str
    terms: tuple[Term, ...]
    many: bool = False
    ranked: bool = False


@dataclass(frozen=True)
class FacetsPage:
    """One facet."""

    title: str
    lead: str
    groups: tuple[FacetGroup, ...]


@dataclass(frozen=True)
class Outline:
    """The outline of the country, an SVG path, without places, and how a script finds the point of one.

    x = `margin` + (longitude - `west`) · `across`, y = `margin` + (`north` - latitude) · `down`; see derive/places.py.
    """

    width: int
    height: int
    land: str
    margin: float
    west: float
    north: float
    across: float
    down: float


@dataclass(frozen=True)
class FindPage:
    """The page of the search: all facets, what a map of hits needs, and of what a card of a hit is made.

    `card` has something in each of its parts; `icons` and `pictograms` are all that the cards of entries show.
    """

    title: str
    lead: str
    groups: tuple[FacetGroup, ...]
    outline: Outline
    card: Card
    icons: tuple[str, ...]
    pictograms: tuple[str, ...]


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
    standard: str = ""


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
class ExampleView:
    """A text that breaks a rule, in three parts: before what the rule marks, that, and behind; and the proposal."""

    before: str
    marked: str
    after: str
    instead: str


@dataclass(frozen=True)
class RuleView:
    """A rule of easy language in the reference; `says` has severity, message and help of each of its findings."""

    code: str
    title: str
    why: str
    says: tuple[tuple[str, str, str], ...]
    sources: tuple[Link, ...]
    fails: tuple[ExampleView, ...]
    passes: tuple[str, ...]


@dataclass(frozen=True)
class RulesPage:
    """All rules of easy language, in titled groups."""

    title: str
    lead: str
    groups: tuple[tuple[str, tuple[RuleView, ...]], ...]


@dataclass(frozen=True)
class Compared:
    """A field by which entries are compared: its key in their records, its label, and the map it is a part of, or ''.

    `prose`: its texts are paragraphs, not points.
    """

    key: str
    label: str
    group: str = ""
    prose: bool = False


@dataclass(frozen=True)
class ComparePage:
    """Entries side by side; a script fills it. `fields` are what may be compared, what helps to decide first."""

    title: str
    lead: str
    fields: tuple[Compared, ...]


@dataclass(frozen=True)
class KeptPage:
    """The list of entries that a visitor keeps; a script fills it, with the drawings that cards may need."""

    title: str
    lead: str
    pictograms: tuple[str, ...]
    icons: tuple[str, ...]


@dataclass(frozen=True)
class Title:
    """An entry to choose: its id, its title and its place."""

    id: str
    title: str
    place: str


@dataclass(frozen=True)
class BriefPage:
    """The easy page of a reference in standard language: what that is for, and where it is."""

    title: str
    lead: str
    standard: str


@dataclass(frozen=True)
class StatementStatus:
    """How accessible the site is: in words, measured by what, judged by whom, with the address of a report."""

    label: str
    definition: str
    standard: str
    method: str
    report: str


@dataclass(frozen=True)
class Point:
    """A barrier or a test of the accessibility statement; `text` has a line for each line of the source."""

    title: str
    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class StatementTests:
    """What was tested, and what was not."""

    done: tuple[Point, ...]
    untested: tuple[str, ...]


@dataclass(frozen=True)
class StatementContact:
    """Where to report a barrier, and how soon there is an answer; `missing` says what mkdocs.yml lacks."""

    name: str
    email: str
    phone: str
    tel: str
    reply: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Body:
    """An office that one can turn to."""

    name: str
    lines: tuple[str, ...]
    phone: str
    tel: str
    email: str
    href: str
    law: str
    note: str


@dataclass(frozen=True)
class Jurisdiction:
    """A state, or the Federation: its law, who helps with complaints, and who only takes samples (names)."""

    title: str
    law: str
    reply: str
    complaints: tuple[Body, ...]
    monitoring: tuple[str, ...]
    sources: tuple[Shown, ...]


@dataclass(frozen=True)
class Enforcement:
    """Whom to turn to: the body of the operator's state, none for a private operator, all while it is not known."""

    private: bool
    own: Jurisdiction | None
    all: tuple[Jurisdiction, ...]
    overview: str


@dataclass(frozen=True)
class Fragment:
    """A data block inside a hand-written page: a template and its view."""

    template: str
    view: object


@dataclass(frozen=True)
class Word:
    """A word to mark in running text, in all its forms.

    With an anchor it leads to the glossary (`href`), with an expansion it is an abbreviation; `language` is that of
    the expansion, or of the word itself. With none of them it is left alone: a name that only holds a hard word.
    """

    forms: tuple[str, ...]
    anchor: str = ""
    href: str = ""
    expansion: str = ""
    language: str = ""


@dataclass(frozen=True)
class HardWord:
    """A word of the glossary as easy pages explain it.

    `term` as easy language writes it, `forms` by which it is recognised (seams, capitals, plurals and endings follow
    of themselves), the explanation, and `names` in which the word stands for something else.
    """

    term: str
    forms: tuple[str, ...]
    text: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class FacetColumn:
    """A facet of all practices: its part of the address, its field, its terms by slug and id, and who has which.

    `values` has for each practice, in the order of the table, the places of its terms in `slugs`; `many` if a practice
    may have several.
    """

    slug: str
    field: str
    slugs: tuple[str, ...]
    ids: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]
    many: bool


@dataclass(frozen=True)
class Table:
    """What scripts must know of all practices to filter and to sort them, in the order of their titles.

    `page` is the address of a practice's page, with {} for its slug; dates are ISO; points are longitude and latitude.
    """

    page: str
    slugs: tuple[str, ...]
    columns: tuple[FacetColumn, ...]
    reviewed: tuple[str, ...]
    started: tuple[str, ...]
    points: tuple[tuple[float, float] | None, ...]


@dataclass(frozen=True)
class Row:
    """What an entry says under one label of one section, as plain texts; `key` names the field across entries."""

    section: str
    label: str
    texts: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True)
class Record:
    """An entry, or another page, for scripts: what a result or a comparison shows of it, in one language.

    `path` is its place below the folder of records, without ending; `rows` are all that it says, field by field;
    `language` that of its page, where it is another one.
    """

    path: str
    url: str
    kind: str
    title: str
    summary: str
    place: str = ""
    field: str = ""
    pictogram: str = ""
    tint: str = ""
    easy: bool = False
    meta: tuple[MetaItem, ...] = ()
    rows: tuple[Row, ...] = ()
    language: str = ""


@dataclass(frozen=True)
class Found:
    """What a search may find beside the practices of the table: its id, its kind, and the source file of its page."""

    id: str
    kind: str
    uri: str


@dataclass(frozen=True)
class IndexWord:
    """A word of the index in its most common form, its parts, and how much each document says it.

    `postings` are pairs of a document and twice the number of times, weighted by the fields in which it stands.
    """

    parts: tuple[str, ...]
    postings: tuple[tuple[int, int], ...]


Stems = tuple[str, ...]


@dataclass(frozen=True)
class SearchIndex:
    """All words of all texts. Documents are the practices of the table, then `others`; a length is a sum of weights.

    `synonyms` are pairs: whoever asks for one of the first may mean any other of them, and all of the second; each is
    a tuple of stems. `inflections` are the stems of all forms of a verb. `stops` are words passed over.
    """

    others: tuple[Found, ...]
    lengths: tuple[int, ...]
    words: tuple[IndexWord, ...]
    synonyms: tuple[tuple[tuple[Stems, ...], tuple[Stems, ...]], ...]
    inflections: tuple[Stems, ...]
    stops: tuple[str, ...]


@dataclass(frozen=True)
class Criterion:
    """What „Passt das zu uns?“ compares, and how (`compare`, see case_studies/matching.yml), with its points.

    `points` are those for what fits, what fits in part and what does not. `facet` is the slug of the column of the
    table that holds the values; without one they stand here, for each practice in the order of the table, as places in
    `terms` or as numbers. `broader` has the place of the broader term of each term, -1 for none, and `scale` the place
    of each term in a row of sizes, -1 for what is no size.
    """

    id: str
    compare: str
    points: tuple[int, int, int]
    facet: str = ""
    terms: tuple[str, ...] = ()
    values: tuple[tuple[float, ...], ...] = ()
    broader: tuple[int, ...] = ()
    scale: tuple[int, ...] = ()


@dataclass(frozen=True)
class MatchRule:
    """How practices are ranked: the criteria, and the slug of the facet that decides between equals, '' for none."""

    criteria: tuple[Criterion, ...]
    ties: str


@dataclass(frozen=True)
class Choice:
    """An answer: its value in an address, its label, its short name, what it means, and the wider term it is part of.

    The last two are '' where they say nothing.
    """

    value: str
    label: str
    name: str
    note: str = ""
    group: str = ""


@dataclass(frozen=True)
class Question:
    """A question of „Passt das zu uns?“: `form` is radio, select, checkbox or number.

    `name` is short; `none` if „none of them“ is an answer; `says` has the words beside a result, by outcome.
    """

    id: str
    form: str
    name: str
    title: str
    help: str
    choices: tuple[Choice, ...]
    none: bool
    says: Mapping[str, str]


@dataclass(frozen=True)
class MatchPage:
    """The form that a town describes itself with; `links` are the lists that do the same by hand.

    `compare` is the page that compares practices, '' if there is none.
    """

    title: str
    lead: str
    questions: tuple[Question, ...]
    links: tuple[Link, ...]
    compare: str = ""


@dataclass(frozen=True)
class Page:
    """A page to be: its source address, what the shell needs to know of it, and the template and view of its body.

    `alternate` is the page in the other language that the switch leads to; from a sheet, the one that its text is of.
    """

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


@dataclass(frozen=True)
class Logo:
    """A town's own logo in the head of each page: files below content/, sizes in CSS pixels.

    `dark` is the variant for the dark scheme, empty if there is none.
    """

    path: str
    width: int
    height: int
    dark: str
    dark_width: int

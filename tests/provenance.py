"""What texts say in figures, held against what was known when they were written: tests/facts.

docs/content_provenance.md says what a file of facts is and how an editor adds one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import projects
import yaml
from vorbild.language import numerals
from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOT = projects.ROOT
FOLDERS = {
    "practices": "case_studies/practices",
    "municipalities": "case_studies/municipalities",
    "pages": "content",
}
TEMPLATE = "tests/facts/vorlage.yml"
# Pages that are made of data: what people read there.
DATA = {
    "barrierefreiheit": ("case_studies/enforcement.yml", "jurisdictions"),
    "glossar": ("case_studies/glossary.yml", "terms"),
}

# Pages about this site itself: their numbers are not about the world, and the project itself is the proof of them.
OF_THE_SITE = {
    "datenschutz": "Was diese Website technisch tut; Zahlen sind ein Gesetzesartikel, eine Aufzählung und der Stand.",
    "einreichen": "Fragen und Schritte zum Einreichen; gezählt wird auf der Seite selbst.",
    "fuer-kommunen": "Anleitung zu diesem Projekt; Versionen und Dateien stehen im Projekt selbst.",
    "impressum": "Betreiberin und Lizenzen dieser Ausgabe.",
}


# --- Figures in a text --------------------------------------------------------------------------------------


class Date(NamedTuple):
    """A day (of a year or of any year), or a month of a year."""

    year: int | None
    month: int
    day: int | None


@dataclass(frozen=True)
class Figure:
    """A number or a date that a text says."""

    start: int
    end: int
    value: Fraction | Date


_NAMES = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)} | {"jän": 1, "mrz": 3}
_MONTH = (
    r"(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|(?:Jan|Jän|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)(?:\.|\b))"
)
_TO = r"\s*(?:–|-|/|,|bis zum|bis|und|oder)\s*"
_DATES = (
    re.compile(
        rf"(?<![\w.,])(?:(?P<d0>\d\d?)\.(?:(?P<m0>\d\d?)\.)?{_TO})?(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?(?P<y>\d{{4}})(?!\d)"
    ),
    # Without a year with both digits of the month: „Version 2.2.“ is no day.
    re.compile(r"(?<![\w.,])(?P<y>)(?P<d>\d\d?)\.(?P<m>0\d|1[012])\.(?!\d)"),
    re.compile(r"(?<![\w.,-])(?P<y>\d{4})-(?P<m>\d\d)(?:-(?P<d>\d\d))?(?![\d-])"),
    re.compile(
        rf"(?<![\w.,])(?:(?P<d0>\d\d?)\.?(?:\s*(?P<m0>{_MONTH}))?{_TO})?(?P<d>\d\d?)\.\s*(?P<m>{_MONTH})(?:\s+(?P<y>\d{{4}}))?(?!\w)"
    ),
    re.compile(rf"\b(?P<more>(?:{_MONTH}{_TO})*)(?P<m>{_MONTH})(?:\s+(?P<y>\d{{4}}))(?!\w)"),
)
_BARE = re.compile(rf"\b{_MONTH}")
_DIGITS = re.compile(r"(?<![\w.,])(?P<n>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d)(?:er\b|(?![^\W\d_]))")
_SCALE = re.compile(r"[\s-]*(Tausend|Mio|Million(?:en)?|Mrd|Milliarden?)\b")
_SCALES = {"T": 10**3, "Mi": 10**6, "Mil": 10**6, "Mr": 10**9}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# zweispurig, fünfmal, dreiköpfige, sechsjährigen, dreifach
_PARTS = re.compile(
    r"(?P<n>.{3,}?)(?:mal(?:ig\w*)?|fach\w*|(?:jähr|täg|wöch(?:ent)?|monat|stünd|minüt|köpf|teil|stuf|spur|sprach|seit|stell)"
    r"(?:ig|lich)\w*)"
)
_COUNTED = re.compile(r"\b[A-ZÄÖÜ]\w+n 1(?: bis |–)(\d\d?)\b")
_SHORT_YEAR = re.compile(r"\b((?:19|20)\d\d)/(\d\d)(?!\d)")
_ONES = frozenset(("ein", "eine", "einen", "einem", "einer", "eines", "eins"))
_SPECIAL = {
    **dict.fromkeys(_ONES, Fraction(1)),
    **dict.fromkeys(("zweier", "zweien"), Fraction(2)),
    **dict.fromkeys(("dreier", "dreien"), Fraction(3)),
    "anderthalb": Fraction(3, 2),
}


def figures(text: str) -> list[Figure]:
    """Return all figures of `text` in their order: in digits, as dates and in words."""
    found: list[Figure] = []
    rest = text
    for pattern in _DATES:
        for match in pattern.finditer(rest):
            dates = list(_dates(match.groupdict()))
            if not dates:
                continue
            found += [Figure(match.start(), match.end(), date) for date in dates]
            rest = _without(rest, match.start(), match.end())
    for figure in _in_digits(rest):
        found.append(figure)
        rest = _without(rest, figure.start, figure.end)
    found += _in_words(rest)
    return sorted(found, key=lambda figure: figure.start)


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


def _dates(said: dict[str, str | None]) -> Iterator[Date]:
    year = int(said["y"]) if said["y"] else None
    month = _month(said["m"])
    if not 1 <= month <= 12:
        return
    for other in _BARE.findall(said.get("more") or ""):
        yield Date(year, _month(other), None)
    if said.get("d0"):
        yield Date(year, _month(said["m0"]) if said["m0"] else month, int(said["d0"]))
    yield Date(year, month, int(said["d"]) if said.get("d") else None)


def _month(said: str) -> int:
    return int(said) if said.isdecimal() else _MONTHS[said[:3].lower()]


def _in_digits(text: str) -> Iterator[Figure]:
    for match in _DIGITS.finditer(text):
        said = match["n"]
        # A point before exactly three digits sets off thousands, any other is one of a version: 2.1.
        written = said.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", said) else said
        yield _scaled(text, match.start(), match.end(), Fraction(written.replace(",", ".")))


def _scaled(text: str, start: int, end: int, value: Fraction) -> Figure:
    scale = _SCALE.match(text, end)
    if not scale:
        return Figure(start, end, value)
    return Figure(start, scale.end(), value * next(by for key, by in _SCALES.items() if scale[1].startswith(key)))


def _in_words(text: str) -> Iterator[Figure]:
    words = list(_WORD.finditer(text))
    around = lists("numerals")
    for before, word, after in zip([None, *words], words, [*words[1:], None], strict=False):
        value = said(word[0])
        if value is None:
            continue
        left, right = before[0].lower() if before else "", after[0].lower() if after else ""
        # „mehrere hundert“ and „unter vier Augen“ are no figures, nor is „außer Acht“.
        if (left in around["vague"] and value >= 100) or right in around["idioms"] or (word[0] == "Acht" and left):
            continue
        figure = _scaled(text, word.start(), word.end(), value)
        if value != 1 or figure.value != value or word[0].lower() in _ONES:
            yield figure


@cache
def said(word: str) -> Fraction | None:
    """Return the number that `word` says, also eineinhalb, fünfmal, dreiköpfig and dritte; None if it says none."""
    bare = word.lower()
    if bare in _SPECIAL:
        return _SPECIAL[bare]
    if bare.endswith("einhalb") and (whole := numerals.number(bare.removesuffix("einhalb"))):
        return whole + Fraction(1, 2)
    if (whole := numerals.number(word)) is not None:
        return Fraction(whole)
    # „die Dritten“ and „Achten Sie“ are other words.
    if word[0].islower() and (place := numerals.ordinal(word)):
        return Fraction(place)
    first, hyphen, _ = bare.partition("-")
    part = _PARTS.fullmatch(first)
    whole = numerals.number(part["n"] if part else first if hyphen else "")
    return Fraction(whole) if whole and whole > 1 else None


# --- Facts --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Facts:
    """A file of facts: where they are from, and all that may be said."""

    name: str
    fact: str
    date: str
    sources: tuple[str, ...]
    lines: tuple[str, ...]

    @cached_property
    def _known(self) -> tuple[Figure, ...]:
        return tuple(figure for line in self.lines for figure in figures(_years(line)))

    @cached_property
    def values(self) -> frozenset[Fraction]:
        """All numbers, the years of dates, and 100 where something is a share, for „12 von 100“ says 12 percent."""
        numbers = {figure.value for figure in self._known if isinstance(figure.value, Fraction)}
        years = {Fraction(date.year) for date in self.dates if date.year}
        share = {Fraction(100)} if any("%" in line or "Prozent" in line for line in self.lines) else set()
        # „Stufen 1 bis 3“ counts, and has a second.
        counted = {
            Fraction(number)
            for line in self.lines
            for last in _COUNTED.findall(line)
            for number in range(1, int(last) + 1)
        }
        # A scale may also be the unit of a table: 2,8 in a column of millions.
        plain = {Fraction(found["n"].replace(".", "").replace(",", ".")) for found in self._digits if found["n"]}
        return frozenset(numbers | years | share | counted | plain)

    @cached_property
    def _digits(self) -> tuple[re.Match[str], ...]:
        return tuple(
            match for line in self.lines for match in _DIGITS.finditer(line) if _SCALE.match(line, match.end())
        )

    @cached_property
    def dates(self) -> frozenset[Date]:
        """All dates."""
        return frozenset(figure.value for figure in self._known if isinstance(figure.value, Date))

    @cached_property
    def _months(self) -> frozenset[int]:
        """Months that are named without a year."""
        return frozenset(
            _month(month) for line in self.lines for month in _BARE.findall(re.sub(rf"{_MONTH}\s+\d{{4}}", "", line))
        )

    def know(self, value: Fraction | Date) -> bool:
        """Return whether they say this: the same number in whatever spelling, the same day."""
        if not isinstance(value, Date):
            return value in self.values
        year_known = value.year is None or Fraction(value.year) in self.values
        for known in self.dates:
            same_year = known.year == value.year or value.year is None or (known.year is None and year_known)
            if same_year and known.month == value.month and value.day in (known.day, None):
                return True
        return value.day is None and value.month in self._months and year_known


def _years(text: str) -> str:
    """Return `text` with whole years: 2023/2024 for 2023/24."""

    def whole(match: re.Match[str]) -> str:
        first = int(match[1])
        later = first - first % 100 + int(match[2])
        return f"{first}/{later if later > first else later + 100}"

    return _SHORT_YEAR.sub(whole, text)


def file_of(kind: str, name: str) -> Path:
    """Return where the facts of an entry or a page are."""
    return ROOT / "tests/facts" / kind / f"{name}.yml"


def read(path: Path) -> Facts:
    """Return the facts of a file; ValueError with a sentence if it has not the form of the template."""
    name = path.relative_to(ROOT).as_posix()
    written = _load(path)
    if not isinstance(written, dict) or not {"fact", "date", "sources", "facts"} <= set(written):
        raise ValueError(f"{name} braucht fact, date, sources und facts. Ein Muster ist {TEMPLATE}.")
    if extra := set(written) - {"fact", "date", "sources", "facts", "derived"}:
        raise ValueError(f"{name}: {', '.join(sorted(extra))} gibt es dort nicht. Ein Muster ist {TEMPLATE}.")
    if not written["facts"] or not all(isinstance(written.get(key) or [], list) for key in ("facts", "derived")):
        raise ValueError(f"{name}: In facts und derived steht je Zeile eine Angabe. Ein Muster ist {TEMPLATE}.")
    lines = [_line(line) for key in ("facts", "derived") for line in written.get(key) or []]
    return Facts(
        name, str(written["fact"]), str(written["date"]), tuple(map(str, written["sources"] or ())), tuple(lines)
    )


def _line(node: Any) -> str:
    """Return a line as it was written: without quotes YAML takes „Anzahl: 5“ apart."""
    if isinstance(node, dict):
        return "; ".join(f"{key}: {_line(value)}" for key, value in node.items())
    return ", ".join(map(_line, node)) if isinstance(node, list) else str(node)


# --- Entries and pages --------------------------------------------------------------------------------------


class Text(NamedTuple):
    """What people read in one place."""

    file: str
    place: str
    text: str


@dataclass(frozen=True)
class Subject:
    """An entry or a page with its easy twin: its texts and the addresses of its sources."""

    kind: str
    name: str
    texts: tuple[Text, ...]
    sources: tuple[str, ...]

    @property
    def file(self) -> str:
        """The file that an editor opens."""
        return f"{FOLDERS[self.kind]}/{self.name}.{'md' if self.kind == 'pages' else 'yml'}"


# Not read by people, or not about the world: addresses, keys, places on a map, when we looked.
_SILENT = frozenset(
    (
        "accessed",
        "ags",
        "checked_on",
        "crpd_articles",
        "easy_checked_on",
        "easy_exceptions",
        "easy_status",
        "email",
        "exceptions",
        "file",
        "href",
        "icon",
        "latitude",
        "layout",
        "licence",
        "longitude",
        "municipality",
        "practice",
        "related",
        "reviewed_on",
        "source",
        "status",
        "url",
    )
)


def texts(node: Any, file: str, place: str = "") -> Iterator[Text]:
    """Yield what people read in an entry; a number is said in digits, with the scale of its unit."""
    if isinstance(node, dict):
        for key, child in node.items():
            if key in _SILENT:
                continue
            unit = _SCALE.match(f" {node.get('unit', '')}")
            if key == "value" and unit:
                child = f"{_spelled(child)} {unit[1]}"  # noqa: PLW2901 - the same value, said in full
            yield from texts(child, file, f"{place}.{key}" if place else str(key))
    elif isinstance(node, list):
        for index, child in enumerate(node, 1):
            yield from texts(child, file, f"{place}.{index}")
    elif node is not None and not isinstance(node, bool):
        yield Text(file, place, plain(_spelled(node)))


def _spelled(value: object) -> str:
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)\)(?:\{[^}]*\})?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARKUP = (
    (re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL), " "),
    (re.compile(r"`[^`\n]*`|\[\[.*?\]\]|<!--.*?-->", re.DOTALL), " "),
    (re.compile(r"\{[#.:][^}]*\}"), ""),
    (re.compile(r"(?:https?://|www\.)\S+|\S+@\S+"), " "),
    # Which of the sources, in a note on a number.
    (re.compile(r"\bQuellen?\s+\d+(?:\s*(?:,|und|oder|bis|–)\s*\d+)*"), "Quelle"),
    (re.compile(r"[\u00a0\u202f]"), " "),
    (re.compile("\u00ad"), ""),
)
_NUMBERED = re.compile(rf"\s*(\d+)\. +(?!{_MONTH})")


def plain(markdown: str) -> str:
    """Return a text without its markup, addresses and the numbers of its lists."""
    # The year of a report may stand in its address: [Erlangen 2018](https://…/2018-8-erlangen).
    text = _LINK.sub(lambda link: _YEAR.sub(lambda year: year[0] * (year[0] not in link[2]), link[1]), markdown)
    text = _years(text)
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    lines, following = [], 1
    for line in text.split("\n"):
        numbered = _NUMBERED.match(line)
        if numbered and int(numbered[1]) in (1, following):
            following = int(numbered[1]) + 1
            lines.append(line[numbered.end() :])
        else:
            lines.append(line)
    return "\n".join(lines)


def entry(kind: str, name: str, written: dict[str, Any]) -> Subject:
    """Return a practice or a municipality of what its file says."""
    file = f"{FOLDERS[kind]}/{name}.yml"
    return Subject(kind, name, tuple(texts(written, file)), tuple(one["url"] for one in written["sources"]))


def page(name: str) -> Subject:
    """Return a page with its twin; the words of the glossary belong to its page."""
    found: list[Text] = []
    links: list[str] = []
    for file in (f"content/{name}.md", f"content/{name}.leicht.md"):
        if not (ROOT / file).is_file():
            continue
        written = (ROOT / file).read_text("utf-8")
        _, head, body = written.split("---\n", 2) if written.startswith("---\n") else ("", "", written)
        found += texts(yaml.safe_load(head), file)
        found.append(Text(file, "", plain(body)))
        links += re.findall(r"\]\((https?://[^()\s]*(?:\([^()]*\)[^()\s]*)*)\)", body)
    if name in DATA:
        file, key = DATA[name]
        rows = _load(ROOT / file)[key]
        found += texts(rows, file, key)
        links += _sources(rows)
    return Subject("pages", name, tuple(found), tuple(links))


def _sources(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, child in node.items():
            if key in ("source", "sources"):
                yield from (url for url in (child if isinstance(child, list) else [child]) if url.startswith("http"))
            else:
                yield from _sources(child)
    elif isinstance(node, list):
        for child in node:
            yield from _sources(child)


@cache
def subject(kind: str, name: str) -> Subject:
    """Return an entry or a page."""
    return page(name) if kind == "pages" else entry(kind, name, written(kind, name))


def written(kind: str, name: str) -> dict[str, Any]:
    """Return what the file of an entry says."""
    return _load(ROOT / FOLDERS[kind] / f"{name}.yml")


def _load(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def names() -> list[tuple[str, str]]:
    """Return kind and name of all entries and pages."""
    entries = [
        (kind, path.stem)
        for kind in ("practices", "municipalities")
        for path in sorted((ROOT / FOLDERS[kind]).glob("*.yml"))
    ]
    content = ROOT / FOLDERS["pages"]
    pages = sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))
    return [*entries, *(("pages", name[:-3]) for name in pages if not name.endswith(".leicht.md"))]


# --- One against the other ----------------------------------------------------------------------------------


def unknown(subject: Subject, facts: Facts) -> Iterator[str]:
    """Yield a sentence for each figure that the facts do not have."""
    for text in subject.texts:
        own = _addressed(facts) if text.place.startswith("sources.") else frozenset()
        for figure in figures(text.text):
            written = text.text[figure.start : figure.end]
            # „ein“ and „null“ are most often no numbers, and the second is often only the other one.
            if (figure.value in (0, 1) and not written[0].isdecimal()) or written.startswith("zweite"):
                continue
            if facts.know(figure.value) or (own and set(re.findall(r"\d+", written)) <= own):
                continue
            place = f"{text.file}, {text.place}" if text.place else text.file
            yield (
                f"{place}: „{' '.join(written.split())}“ steht nicht in {facts.name}. "
                f"Im Satz: „{_sentence(text.text, figure)}“"
            )


def _addressed(facts: Facts) -> frozenset[str]:
    """Return the numbers in the addresses of the sources: the day of a report often stands there."""
    runs = {run for url in facts.sources for run in re.findall(r"\d+", url)}
    return frozenset(runs | {f"{int(run):02}" for run in runs})


def _sentence(text: str, figure: Figure) -> str:
    ends = [0, *(end.end() for end in re.finditer(r"(?<=[.!?:])\s+(?=[A-ZÄÖÜ„])|\n\n+|\n(?=[-#])", text)), len(text)]
    start = max(end for end in ends if end <= figure.start)
    return " ".join(text[start : min(end for end in ends if end >= figure.end)].split())


_LONELY = "{}: Die Quelle {} steht nicht in {}. Bitte dort unter sources ergänzen."
# Licences of this site; addresses that are no sources.
_NO_SOURCES = ("https://creativecommons.org/", "https://openmoji.org")


def addresses(subject: Subject, facts: Facts) -> Iterator[str]:
    """Yield a sentence for each source that only one of both has; a page may leave sources to other pages."""
    here, there = ({_bare(url): url for url in urls} for urls in (subject.sources, facts.sources))
    for key in sorted(here.keys() - there.keys()):
        if not here[key].startswith(_NO_SOURCES):
            yield _LONELY.format(subject.file, here[key], facts.name)
    for key in sorted(there.keys() - here.keys()):
        if subject.kind != "pages":
            yield _LONELY.format(facts.name, there[key], subject.file)


def _bare(url: str) -> str:
    """Return an address without what only says by which way somebody came: ?sacgiv3, ?share=email."""
    address, _, query = url.partition("?")
    kept = [part for part in query.split("&") if "=" in part and not re.match(r"share=|from=|utm_", part)]
    return f"{address.rstrip('/')}?{'&'.join(kept)}" if kept else address.rstrip("/")


def missing(kind: str, name: str) -> str:
    """Return what to do where a file of facts is missing."""
    file = f"{FOLDERS[kind]}/{name}.{'md' if kind == 'pages' else 'yml'}"
    return (
        f"Zu {file} fehlt {file_of(kind, name).relative_to(ROOT).as_posix()}. Bitte {TEMPLATE} dorthin kopieren und "
        "eintragen, was die Quellen sagen: jede Zahl und jedes Datum aus dem Text, mit allen Adressen der Quellen. "
        "Danach schreibt `python tools/provenance.py` die Übersicht neu."
    )


def left_over() -> list[str]:
    """Return the files of facts that belong to nothing."""
    wanted = {file_of(kind, name) for kind, name in names()} | {ROOT / TEMPLATE}
    return sorted(
        path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/facts").rglob("*.yml") if path not in wanted
    )

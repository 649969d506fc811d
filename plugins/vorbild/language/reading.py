"""From source to text: Markdown as the site reads it, and plain lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pyromark

from vorbild.language.text import Kind, Line, Mark, Marked, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_POINT = re.compile(r"\s*(?:[-*+•–]|\d{1,2}[.)])\s+")
# What pages of the site have beside Markdown, blanked so that places stay: data blocks and lists of attributes.
_NO_TEXT = re.compile(r"\[\[[^\]\n]{0,2000}\]\]|\{:?\s*[.#][^}\n]{0,2000}\}")


# What begins and ends lines; emphasis, links and pictures stand inside of one.
_ENDS_LINE = frozenset(
    ("Paragraph", "Heading", "List", "Item", "Table", "TableHead", "TableRow", "TableCell", "BlockQuote")
)


@dataclass
class _Writer:
    """Collects the lines of a text with the place of each sign."""

    finished: list[str] = field(default_factory=list)
    words: str = ""
    places: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)

    def add(self, words: str, places: Iterable[int]) -> None:
        """Add words to the line at hand."""
        self.words += words
        self.places += places

    def end(self, kind: Kind, block: int, level: int = 0) -> None:
        """End the line at hand; nothing is left of it if it is empty."""
        begin = len(self.places) - len(self.words)
        if self.words.strip():
            start = begin + len(self.words) - len(self.words.lstrip())
            self.lines.append(Line(kind, start, begin + len(self.words.rstrip()), block, level))
            self.finished.append(f"{self.words}\n")
            self.places.append(self.places[-1] + 1)
        else:
            del self.places[begin:]
        self.words = ""

    def done(self) -> Text:
        """Return the text."""
        return Text("".join(self.finished), tuple(self.places), tuple(self.lines), tuple(self.marked))


def plain(source: str) -> Text:
    """Return the text of a plain file: each line as it is, empty ones part blocks, dashes and numbers begin points."""
    writer, block, offset = _Writer(), 0, 0
    for line in source.splitlines(keepends=True):
        if not line.strip():
            block += 1
        point = _POINT.match(line)
        start = point.end() if point else 0
        words = line[start:].rstrip()
        writer.add(words, range(offset + start, offset + start + len(words)))
        writer.end(Kind.POINT if point else Kind.LINE, block, 1 if point else 0)
        offset += len(line)
    return writer.done()


def markdown(source: str) -> Text:
    """Return the text of CommonMark `source`; places count its signs, not its bytes."""
    blanked = _NO_TEXT.sub(lambda match: " " * len(match[0]), source)
    return _Markdown(blanked).read()


@dataclass(frozen=True)
class _Open:
    """An open element: its name, how many signs of the text stand before it, and the level of a heading."""

    name: str
    begin: int
    level: int = 0


class _Markdown:
    """Reads the events of one Markdown text."""

    def __init__(self, source: str) -> None:
        self._source = source
        # Events count bytes, people and editors count signs.
        self._starts = [0, *accumulate(len(sign.encode()) for sign in source)]
        self._writer = _Writer()
        self._block = 0
        self._open: list[_Open] = []
        self._row = 0
        self._alternative = ""

    def read(self) -> Text:
        """Return the text."""
        for event, span in pyromark.events_with_range(self._source, options=_OPTIONS):
            if event in ("SoftBreak", "HardBreak"):
                self._end_line()
            elif isinstance(event, dict):
                ((name, value),) = event.items()
                start, end = (bisect_left(self._starts, span[side]) for side in ("start", "end"))
                self._event(name, value, start, end)
        self._end_line()
        return self._writer.done()

    def _event(self, name: str, value: Any, start: int, end: int) -> None:  # noqa: ANN401 - as pyromark has it
        if name in ("Text", "Code"):
            self._words(str(value), start, end)
        elif name == "FootnoteReference":
            self._mark(Mark.FOOTNOTE, len(self._writer.places))
        elif name == "Start":
            self._begin(*next(iter(value.items()))) if isinstance(value, dict) else self._begin(str(value))
        elif name == "End" and self._open:
            self._close(self._open[-1])

    def _words(self, words: str, start: int, end: int) -> None:
        if self._inside("Image"):
            self._alternative += words
        elif not self._inside("CodeBlock", "HtmlBlock", "MetadataBlock"):
            begin = start + max(self._source[start:end].find(words), 0)
            # An entity such as &amp; is one sign in the text and more in the source.
            self._writer.add(words, (min(begin + index, end - 1) for index in range(len(words))))

    def _begin(self, name: str, details: Any = None) -> None:  # noqa: ANN401 - as pyromark has it
        if name in _ENDS_LINE:
            self._end_line()
        if name in ("Heading", "Table") or (name in ("Paragraph", "List") and not self._inside("Item")):
            self._block += 1
        if name in ("TableHead", "TableRow"):
            self._row = 1 if name == "TableHead" else self._row + 1
        if name == "Image":
            self._alternative = ""
        level = int(details["level"][1:]) if name == "Heading" else 0
        self._open.append(_Open(name, len(self._writer.places), level))

    def _close(self, element: _Open) -> None:
        if element.name == "Emphasis":
            self._mark(Mark.ITALIC, element.begin)
        elif element.name == "Strong":
            self._mark(Mark.BOLD, element.begin)
        elif element.name == "Image":
            self._mark(Mark.PICTURE, element.begin, self._alternative)
        elif element.name == "Table":
            self._mark(Mark.TABLE, element.begin)
        if element.name in _ENDS_LINE:
            self._end_line()
        self._open.pop()

    def _mark(self, mark: Mark, begin: int, note: str = "") -> None:
        self._writer.marked.append(Marked(mark, begin, len(self._writer.places), note))

    def _inside(self, *names: str) -> bool:
        return any(element.name in names for element in self._open)

    def _end_line(self) -> None:
        if not self._writer.words:
            return
        names = [element.name for element in self._open]
        level = sum(element.level for element in self._open)
        if level:
            self._writer.end(Kind.HEADING, self._block, level)
        elif "TableCell" in names:
            self._writer.end(Kind.CELL, self._block, self._row)
        elif "Item" in names:
            self._writer.end(Kind.POINT, self._block, names.count("List"))
        else:
            self._writer.end(Kind.LINE, self._block)

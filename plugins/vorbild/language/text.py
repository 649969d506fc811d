"""A text as its readers meet it: lines of several kinds, sentences, and where each sign stands in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from vorbild.language.sentences import sentences, wrapped
from vorbild.language.tagger import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.tokens import Token

_GOES_ON = re.compile(r",\s*$")
_ENDS = re.compile(r"[.!?:…][\"'“”«»)]*$")


class Kind(Enum):
    """What a line of a text is."""

    HEADING = "heading"
    LINE = "line"
    POINT = "point"
    CELL = "cell"


class Mark(Enum):
    """What can be seen in a text beside its words."""

    ITALIC = "italic"
    BOLD = "bold"
    PICTURE = "picture"
    TABLE = "table"
    FOOTNOTE = "footnote"


@dataclass(frozen=True)
class Line:
    """A line: its places in the text, its kind, and which block (paragraph, list, table) it belongs to.

    `level` is the level of a heading, how deep a point lies in lists, or the row of a cell (1 the head); 0 for all
    else.
    """

    kind: Kind
    start: int
    end: int
    block: int
    level: int = 0


@dataclass(frozen=True)
class Sentence:
    """A sentence, or the part of a line that stands for one: its places in the text and its tokens.

    The places of tokens count from `start`. `line` is the one in which it begins.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    line: Line

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens that are words."""
        return tuple(token for token in self.tokens if token.is_word)


@dataclass(frozen=True)
class Marked:
    """A stretch of the text that is more than words; `note` is the alternative text of a picture."""

    mark: Mark
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True)
class Text:
    """What is read: the words of all lines with line ends between, and the place of each sign in the source."""

    text: str
    places: tuple[int, ...]
    lines: tuple[Line, ...]
    marked: tuple[Marked, ...] = field(default=())

    def of(self, line: Line) -> str:
        """Return the words of `line`."""
        return self.text[line.start : line.end]

    def place(self, offset: int) -> int:
        """Return where the sign at `offset` stands in the source; after the last one, the end of it."""
        if not self.places:
            return 0
        return self.places[offset] if offset < len(self.places) else self.places[-1] + 1

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order, with lemma and tag of each token."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        for lines in self._units():
            start = lines[0].start
            words = self.text[start : lines[-1].end]
            for found in sentences(words.replace("\n", " ")):
                begin = start + found.start
                line = next(line for line in reversed(lines) if line.start <= begin)
                yield Sentence(begin, begin + len(found.text), tag(found.text), line)

    def _units(self) -> Iterator[list[Line]]:
        """Yield lines that hold whole sentences: one each, or more where a sentence runs over several lines."""
        unit: list[Line] = []
        for line in self.lines:
            if unit and not self._continues(unit[-1], line):
                yield unit
                unit = []
            unit.append(line)
        if unit:
            yield unit

    def _continues(self, before: Line, line: Line) -> bool:
        """Return whether the sentence of `before` goes on in `line`."""
        if before.block != line.block or not line.kind is before.kind is Kind.LINE or _ENDS.search(self.of(before)):
            return False
        words, following = self.of(before), self.of(line)
        return _GOES_ON.search(words) is not None or following[:1].islower() or wrapped(words, following, self._width)

    @cached_property
    def _width(self) -> int:
        """How long the longest line is, in signs."""
        return max((line.end - line.start for line in self.lines), default=0)

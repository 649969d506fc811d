"""Hard words of easy pages are explained in place: a box right after the paragraph or list that has the word first.

No box where the text explains the word itself, in the same line or the two beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from vorbild.language.terms import Terms
from vorbild.render.markup import LANGUAGE, NO_TEXT, TAG, TEXT, UNTOUCHED, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from vorbild.views import HardWord

_CLASS = re.compile(r"\sclass=\"([^\"]*)\"")
# What a box may follow. It stands behind the innermost one around its word.
_FLOW = frozenset(("p", "ul", "ol", "dl", "table", "blockquote", "address", "figure"))
_LINE_ENDS = _FLOW | TEXT | NO_TEXT | {"div", "section", "article", "dt", "tr", "br"}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Parts that are scanned or pressed as a whole, the label that stands on every page, and explanations themselves.
_QUIET = frozenset(
    ("card", "facts", "kick", "sign", "sources", "chips", "btns", "draft", "notice", "word", "glossary", "report")
)


@dataclass
class _Hit:
    """A hard word where it stands: the text and the place in it, the line, and how many tokens it has."""

    word: HardWord
    piece: int
    start: int
    end: int
    line: int


@dataclass
class _Reading:
    """What a page says, line by line: the pieces of each line, the hits, and where a box after each piece may stand."""

    lines: list[list[str]] = field(default_factory=lambda: [[]])
    hits: list[_Hit] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)

    def end_line(self) -> None:
        """Begin a new line, unless nothing stands in this one."""
        if any(not piece.isspace() for piece in self.lines[-1] if piece):
            self.lines.append([])


@dataclass(frozen=True)
class _Open:
    """An open element: where it begins, whether it is running text, silent (its words are left alone), a heading."""

    name: str
    piece: int
    text: bool = False
    silent: bool = False
    heading: bool = False

    def inside(self, name: str, tag: str, piece: int) -> _Open:
        """Return the element that `tag` opens in this one."""
        silent, heading = self.silent or _silent(name, tag), self.heading or name in _HEADINGS
        return _Open(name, piece, self.text or name in TEXT, silent, heading)


class Explainer:
    """Explains the words of one glossary. Made once for a site, used for each page."""

    def __init__(self, words: Iterable[HardWord], box: Callable[[HardWord], str]) -> None:
        """Take the words, and what makes the box of a word."""
        self._box = box
        self._words = {word.term: word for word in words}
        self._terms = Terms(self._words.values())

    def __call__(self, html: str) -> str:
        """Return `html`, a finished body in easy language, with its hard words explained."""
        if not self._terms:
            return html
        pieces = TAG.split(html)
        reading = self._read(pieces)
        lines = ["".join(line) for line in reading.lines]
        seen: set[str] = set()
        marks: dict[int, list[_Hit]] = {}
        boxes: dict[int, list[HardWord]] = {}
        for hit in reading.hits:
            if hit.word.term in seen:
                continue
            seen.add(hit.word.term)
            if not self._terms.explained(lines, hit.line, hit.word):
                marks.setdefault(hit.piece, []).append(hit)
                boxes.setdefault(reading.places[hit.piece], []).append(hit.word)
        for index, hits in marks.items():
            for hit in reversed(hits):
                text = pieces[index]
                pieces[index] = f'{text[: hit.start]}<b class="hard">{text[hit.start : hit.end]}</b>{text[hit.end :]}'
        for index, words in boxes.items():
            pieces[index] += "".join(f"\n{self._box(word)}" for word in words)
        return "".join(pieces)

    def _read(self, pieces: Sequence[str]) -> _Reading:
        """Return the lines of a page with the hard words in its running text."""
        reading = _Reading()
        opened: list[_Open] = []
        # Pieces of running text whose block is not closed yet.
        waiting: list[int] = []
        for index, piece in enumerate(pieces):
            here = opened[-1] if opened else _Open("", -1)
            if index % 2 == 0:
                if not here.heading:
                    reading.lines[-1].append(unescape(piece))
                if here.text and not here.silent and piece.strip():
                    waiting.append(index)
                    line = len(reading.lines) - 1
                    reading.hits += (
                        _Hit(self._words[use.term.term], index, use.start, use.end, line)
                        for use in self._terms.uses(piece)
                    )
                continue
            name = name_of(piece)
            if name.removeprefix("/") in _LINE_ENDS or piece.startswith("<br"):
                reading.end_line()
            if name.startswith("/"):
                here = _close(name[1:], opened) or here
                if name[1:] in _FLOW:
                    reading.places.update((inner, index) for inner in waiting if inner > here.piece)
                    waiting = [outer for outer in waiting if outer < here.piece]
            elif name:
                opened.append(here.inside(name, piece, index))
        # Running text outside of all blocks has no place for a box.
        lost = set(waiting)
        reading.hits = [hit for hit in reading.hits if hit.piece not in lost]
        return reading


def _close(name: str, opened: list[_Open]) -> _Open | None:
    """Close the element `name` and what is left open in it, and return it; None for an end without a beginning."""
    if not any(own.name == name for own in opened):
        return None
    while (own := opened.pop()).name != name:
        pass
    return own


def _silent(name: str, tag: str) -> bool:
    """Return whether words inside `tag` are not explained: headings, links, other languages, parts of their own."""
    classes = _CLASS.search(tag)
    language = LANGUAGE.search(tag)
    return (
        name in NO_TEXT
        or name in UNTOUCHED
        or name == "address"
        or (language is not None and language[1].lower() != "de-simple")
        or (classes is not None and not _QUIET.isdisjoint(classes[1].split()))
    )

"""Italics, capitals and spaced letters are hard to read; bold is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lexicon import adjectives, frequency, noun
from vorbild.language.literals import without_literals
from vorbild.language.text import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_CAPITALS = re.compile(r"(?<![\w@#&/.'’-])[A-ZÄÖÜẞ]{4,}(?![\w&/'’*]|[-.]\w)")
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?: [a-zäöüß]){3,}(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]+")
# Zipf value from which a word is common: about 30 in a million.
_COMMON = 4.5
# Lines of capitals with fewer letters may be an abbreviation: UN-BRK, DGS.
_LONG_LINE = 10


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield italics, lines and words in capitals, and words with spaced letters."""
    for marked in text.marked:
        if marked.mark is Mark.ITALIC and marked.end > marked.start:
            yield Hit(marked.start, marked.end)
    free = without_literals(text.text)
    lines = [line for line in text.lines if _in_capitals(free[line.start : line.end])]
    for line in lines:
        yield Hit(line.start, line.end, variant="line")
    for match in _CAPITALS.finditer(free):
        inside = any(line.start <= match.start() < line.end for line in lines)
        if not inside and match[0] not in context.names:
            yield from _word(match)
    for match in _SPACED.finditer(free):
        yield Hit(*match.span(), match[0].replace(" ", ""), "spaced")


def _in_capitals(line: str) -> bool:
    """Return whether a line of more than one word has no small letter."""
    words = _LETTERS.findall(line)
    return len(words) > 1 and sum(map(len, words)) >= _LONG_LINE and line.upper() == line


def _word(match: re.Match[str]) -> Iterator[Hit]:
    """Yield a word in capitals if it is a common one; a noun may be a name as well (ZEIT, WELT)."""
    word = match[0].lower()
    if noun(match[0]) or frequency(word) < _COMMON:
        return
    if not noun(word.capitalize()):
        yield Hit(*match.span(), variant="capitals")
    elif word not in adjectives():
        yield Hit(*match.span(), word.capitalize(), "noun")

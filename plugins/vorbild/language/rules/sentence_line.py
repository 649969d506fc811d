"""Several sentences on one line: each deserves its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.literals import QUOTED
from vorbild.language.sentences import LINE_MARK
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Line, Text

_LINES = (Kind.LINE, Kind.POINT)
# Points that stand on one line are a list, no sentences.
_BULLETS = ("•", "‣", "▪")


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield the first place of each line where a sentence follows another.

    Marked are only the words on both sides, so that a proposal touches nothing else of the line.
    """
    last: Line | None = None
    titles = _titles(text.text)
    for before, after in pairwise(text.sentences):
        between = text.text[before.end : after.start]
        if after.line.kind not in _LINES or after.line is last or "\n" in between or LINE_MARK in between:
            continue
        if text.text.startswith(_BULLETS, after.start) or any(start < after.start < end for start, end in titles):
            continue
        last = after.line
        start = before.end - len(text.text[before.start : before.end].split()[-1])
        end = after.start + len(text.text[after.start : after.end].split()[0])
        yield Hit(start, end, f"{text.text[start : before.end]}\n{text.text[after.start : end]}")


def _titles(text: str) -> list[tuple[int, int]]:
    """Return where words in quotation marks follow a word, as titles do; behind a colon somebody speaks."""
    quoted = (found.span() for found in QUOTED.finditer(text))
    return [(start, end) for start, end in quoted if text[max(start - 2, 0) : start].rstrip(" ")[-1:].isalnum()]

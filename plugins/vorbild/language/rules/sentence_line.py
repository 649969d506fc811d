"""Several sentences on one line: each deserves its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
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
    for before, after in pairwise(text.sentences):
        between = text.text[before.end : after.start]
        if after.line.kind not in _LINES or after.line is last or "\n" in between or LINE_MARK in between:
            continue
        if text.text.startswith(_BULLETS, after.start):
            continue
        last = after.line
        start = before.end - len(text.text[before.start : before.end].split()[-1])
        end = after.start + len(text.text[after.start : after.end].split()[0])
        yield Hit(start, end, f"{text.text[start : before.end]}\n{text.text[after.start : end]}")

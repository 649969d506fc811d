"""Headings: they lead through a text, if there are enough of them and each has its place."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.text import Kind, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Line, Text

# Our own numbers: a heading is read at a glance, and a section fills no more than a page in large type.
_MOST_WORDS, _MOST_SENTENCES = 8, 25
# Signs of the source between two headings of an empty section: a full stop, line ends, number signs and a space.
_NEAR = 12


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield levels left out, long headings, empty sections, and the place where a text goes on too long without."""
    headings = [line for line in text.lines if line.kind is Kind.HEADING]
    for before, after in pairwise(headings):
        if after.level > before.level + 1:
            yield Hit(after.start, after.end, params={"level": after.level, "before": before.level})
    for heading in headings:
        count = len(text.of(heading).split())
        if count > _MOST_WORDS:
            yield Hit(heading.start, heading.end, variant="long", params={"count": count})
    for before, after in pairwise(text.lines):
        if before.kind is after.kind is Kind.HEADING and after.level <= before.level and _is_empty(text, before, after):
            yield Hit(before.start, before.end, variant="empty")
    yield from _missing(text)


def _is_empty(text: Text, before: Line, after: Line) -> bool:
    """Return whether nothing stands between two headings, not even a picture or a block of data, which has no words."""
    pictures = (marked for marked in text.marked if marked.mark is Mark.PICTURE)
    seen = any(before.end <= picture.start <= after.start for picture in pictures)
    return not seen and text.place(after.start) - text.place(before.end) <= _NEAR


def _missing(text: Text) -> Iterator[Hit]:
    """Yield the first sentence of each section that has too many."""
    for is_heading, section in groupby(text.sentences, key=lambda sentence: sentence.line.kind is Kind.HEADING):
        sentences = list(section)
        if not is_heading and len(sentences) > _MOST_SENTENCES:
            yield Hit(sentences[0].start, sentences[0].end, variant="missing", params={"count": _MOST_SENTENCES})

"""Long paragraphs: a wall of lines tires before it is read."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

# „Viele Absätze“ says Netzwerk Leichte Sprache; the number is our own.
_MOST = 6


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield the first line of each paragraph that has more than six lines or sentences."""
    sentences = Counter(sentence.line.block for sentence in text.sentences if sentence.line.kind is Kind.LINE)
    for (kind, block), group in groupby(text.lines, key=lambda line: (line.kind, line.block)):
        lines = list(group)
        count = max(len(lines), sentences[block])
        if kind is Kind.LINE and count > _MOST:
            yield Hit(lines[0].start, lines[0].end, params={"count": count})

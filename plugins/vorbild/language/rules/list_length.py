"""Enumerations: many things in one sentence should be a list; a long or nested list is hard to keep in mind."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vorbild.language.grammar.clauses import is_finite
from vorbild.language.hit import Hit
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Sentence, Text
    from vorbild.language.tokens import Token

# „Mehr als drei“: BITV. The number of points that still can be overlooked is our own.
_MOST_ITEMS, _MOST_POINTS = 3, 10
_LONGEST_ITEM = 5
_LAST_JOINT = frozenset(("und", "oder", "sowie"))
_JOINTS = _LAST_JOINT | {","}
# What opens a clause, or a part that adds to the one before: Er wohnt in Bonn, seit 2010, mit Frau und Kind.
_NO_ITEM = frozenset(("KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "PPER", "PDS"))


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield enumerations of more than three in a sentence, lists of more than ten points, and lists in lists."""
    for sentence in text.sentences:
        if sentence.line.kind is not Kind.HEADING:
            yield from _enumerations(sentence)
    points = (
        list(lines)
        for kind, lines in groupby(text.lines, key=lambda line: (line.kind, line.block))
        if kind[0] is Kind.POINT
    )
    for lines in points:
        nested = next((line for line in lines if line.level > 1), None)
        if nested:
            yield Hit(nested.start, nested.end, variant="nested")
        if len(lines) > _MOST_POINTS:
            extra = lines[_MOST_POINTS]
            yield Hit(extra.start, extra.end, variant="points", params={"count": len(lines)})


def _enumerations(sentence: Sentence) -> Iterator[Hit]:
    """Yield each row of commas that ends in „und“, „oder“: a, b, c und d."""
    tokens = sentence.tokens
    joints = [place for place, token in enumerate(tokens) if token.lower in _JOINTS]
    for end in (at for at, place in enumerate(joints) if tokens[place].lower in _LAST_JOINT):
        first = end
        while (
            first and tokens[joints[first - 1]].text == "," and _is_item(tokens[joints[first - 1] + 1 : joints[first]])
        ):
            first -= 1
        # One item stands before the first comma, one behind „und“.
        count = end - first + 2
        if count > _MOST_ITEMS and _is_item(tokens[joints[end] + 1 : joints[end] + 2]):
            begin, last = tokens[max(joints[first] - 1, 0)], tokens[min(joints[end] + 1, len(tokens) - 1)]
            yield Hit(sentence.start + begin.start, sentence.start + last.end, params={"count": count})


def _is_item(tokens: Sequence[Token]) -> bool:
    """Return whether `tokens` may be one of several things: short, and no clause."""
    return (
        0 < len(tokens) <= _LONGEST_ITEM
        and tokens[0].tag not in _NO_ITEM
        and not any(is_finite(token) for token in tokens)
    )

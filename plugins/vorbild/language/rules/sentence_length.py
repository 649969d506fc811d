"""A long sentence: readers forget its beginning before they reach its end."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Text
    from vorbild.language.tokens import Token

# „Sätze rund 5–10 Wörter“ (Leichte Sprache Baden-Württemberg); the steps above ten are our own.
_RATHER_LONG, _LONG, _TOO_LONG = 11, 13, 16
# What stands behind a colon is read on its own, as after a full stop.
_STOPS = frozenset(":;")


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each sentence of more than ten words, headings apart."""
    for sentence in text.sentences:
        count = _longest(sentence.tokens)
        if count < _RATHER_LONG or sentence.line.kind is Kind.HEADING:
            continue
        variant = "" if count >= _TOO_LONG else "long" if count >= _LONG else "rather_long"
        yield Hit(sentence.start, sentence.end, variant=variant, params={"count": count})


def _longest(tokens: Sequence[Token]) -> int:
    """Return how many words and numbers the longest part between colons has."""
    parts = groupby(tokens, key=lambda token: token.text in _STOPS)
    return max((sum(token.text[0].isalnum() for token in part) for stop, part in parts if not stop), default=0)

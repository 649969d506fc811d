"""Several statements in one sentence: easy language says one thing at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from vorbild.language.grammar.clauses import is_finite
from vorbild.language.hit import Hit
from vorbild.language.statements import statements
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Text
    from vorbild.language.tokens import Token

# Our own number. The estimate counts a place or a time as a statement, so that two may still be one thought.
_MANY = 3
_RELATIVES = frozenset(("PRELS", "PRELAT"))
_JOINTS = _RELATIVES | {"KON", "KOUS", "PWS", "PWAV"}


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each sentence of three and more statements, and of two where each has a verb of its own."""
    for sentence in text.sentences:
        count = statements(sentence.tokens)
        if sentence.line.kind is Kind.HEADING or (count < _MANY and not _has_clauses(sentence.tokens)):
            continue
        if count >= _MANY:
            yield Hit(sentence.start, sentence.end, params={"count": count})
        elif count > 1:
            variant = "relative" if _has_relative(sentence.tokens) else "two"
            yield Hit(sentence.start, sentence.end, variant=variant)


def _has_clauses(tokens: Sequence[Token]) -> bool:
    """Return whether a second verb follows the first behind a comma or „und“; a colon begins anew."""
    seen = joined = False
    for token in tokens:
        if token.text == ":":
            seen = joined = False
        elif token.text == "," or token.tag in _JOINTS:
            joined = seen
        elif is_finite(token):
            if joined:
                return True
            seen = True
    return False


def _has_relative(tokens: Sequence[Token]) -> bool:
    return any(token.tag in _RELATIVES and before.text == "," for before, token in pairwise(tokens))

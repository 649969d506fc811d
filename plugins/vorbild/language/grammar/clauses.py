"""The clauses of a sentence, as far as commas and the words that open a clause show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.tokens import Token

# Opens a clause with its finite verb at the end: dass, um … zu, der (relative), dessen, wer, wo.
_SUBORDINATORS = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"})
# These may stand before a subordinator: mit dem, und weil, nur wenn, je nachdem ob.
_BEFORE_SUBORDINATORS = frozenset({"APPR", "APPRART", "KON", "ADV"})
_BOUNDARIES = frozenset({",", ";", ":", "(", ")", "[", "]", "–", "—", ".", "!", "?"})
_FINITE = frozenset({"VV(FIN)", "VA(FIN)", "VM(FIN)"})


class Clause(NamedTuple):
    """A stretch of tokens between two boundaries: places of its first token and after its last one.

    `subordinate` tells whether it opens like a clause that has its finite verb at the end.
    """

    start: int
    end: int
    subordinate: bool


def clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Return the stretches between commas, colons, dashes, brackets and ends of sentences, in order."""
    return tuple(Clause(start, end, _is_subordinate(tokens[start:end])) for start, end in _stretches(tokens))


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, token in enumerate(tokens):
        if token.text in _BOUNDARIES:
            if place > start:
                yield start, place
            start = place + 1
    if start < len(tokens):
        yield start, len(tokens)


def _is_subordinate(tokens: Sequence[Token]) -> bool:
    for token in tokens:
        if token.tag in _SUBORDINATORS:
            return True
        if token.is_word and token.tag not in _BEFORE_SUBORDINATORS:
            return False
    return False


def is_finite(token: Token) -> bool:
    """Return whether `token` is tagged as a finite verb."""
    return token.tag in _FINITE

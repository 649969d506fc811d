"""Negation: readers overlook a small „nicht“ and understand the opposite; in bold they see it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.text import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Text
    from vorbild.language.tokens import Token


# Behind these begins what is negated on its own: Das ist kein Problem und kostet nichts.
_WALLS = frozenset((",", ";", ":", "–", "und", "oder", "aber", "sondern"))


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each word that negates and is not bold; where two of them meet, the stretch from one to the other."""
    bold = [marked for marked in text.marked if marked.mark is Mark.BOLD]
    for sentence in text.sentences:
        for clause in _clauses(sentence.tokens):
            found = _negations(clause)
            if not found:
                continue
            start, end = sentence.start + found[0].start, sentence.start + found[-1].end
            if len(found) > 1:
                yield Hit(start, end, variant="double")
            elif not any(marked.start <= start and end <= marked.end for marked in bold):
                yield Hit(start, end)


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    for wall, clause in groupby(tokens, key=lambda token: token.lower in _WALLS):
        if not wall:
            yield list(clause)


def _negations(clause: Sequence[Token]) -> list[Token]:
    words = lists("sentence_words")
    # „Nicht nur“ says more, not less.
    following = [*(token.lower for token in clause[1:]), ""]
    negations = [
        token
        for token, after in zip(clause, following, strict=True)
        if token.lower in words["negations"] and after not in words["not_negated"]
    ]
    if not negations:
        return []
    return [token for token in clause if token in negations or token.lower in words["second_negations"]]

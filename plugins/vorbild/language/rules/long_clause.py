"""Boxed sentences: clauses within clauses, and long ones before the sentence itself begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.grammar.clauses import is_finite
from vorbild.language.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Text
    from vorbild.language.tokens import Token

# Our own numbers.
_MOST_CLAUSES, _MOST_WORDS = 2, 7


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield sentences of three and more clauses, else a long subordinate clause at the beginning."""
    for sentence in text.sentences:
        parts = _parts(sentence.tokens)
        clauses = sum(any(is_finite(token) for token in part) for part in parts)
        if clauses > _MOST_CLAUSES:
            yield Hit(sentence.start, sentence.end, params={"count": clauses})
        elif len(parts) > 1 and parts[0] and parts[0][0].tag == "KOUS":
            count = sum(token.text[0].isalnum() for token in parts[0])
            if count > _MOST_WORDS:
                yield Hit(sentence.start, sentence.start + parts[0][-1].end, variant="first", params={"count": count})


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return what stands between the commas; a colon begins anew."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == ":":
            parts = [[]]
        elif token.text == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts

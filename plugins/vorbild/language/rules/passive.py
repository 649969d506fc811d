"""Passive: who does something is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.grammar.passive import passives
from vorbild.language.grammar.words import words
from vorbild.language.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each passive; one with „sein“ tells of a state and is less sure."""
    werden = words("becoming") | words("became")
    for sentence in text.sentences:
        for start, end in passives(sentence.tokens):
            deed = any(token.lower in werden for token in sentence.tokens if start <= token.start < end)
            yield Hit(sentence.start + start, sentence.start + end, variant="" if deed else "state")

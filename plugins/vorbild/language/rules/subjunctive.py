"""Subjunctive: what might be, and what others say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.grammar.subjunctive import subjunctives
from vorbild.language.hit import Hit
from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text


_OPENS = frozenset(':„"»«“•.')


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each verb in the subjunctive; „möchte“ is one by form and everyday by use."""
    words = lists("sentence_words")
    for sentence in text.sentences:
        for start, end in subjunctives(sentence.tokens):
            place = sentence.start + start
            verb = text.text[place : sentence.start + end]
            # With a capital inside a sentence it is a noun: eine Liege.
            before = text.text[sentence.start : place].rstrip()
            if verb[0].isupper() and before and before[-1] not in _OPENS:
                continue
            kinds = {"wish": words["wishes"], "possible": words["possibilities"]}
            doubtful = "" if before or verb.lower() not in words["opening_requests"] else "doubtful"
            variant = next((kind for kind, known in kinds.items() if verb.lower() in known), doubtful)
            yield Hit(place, sentence.start + end, variant=variant)

"""A text that speaks to nobody: readers do not see that it is for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Sentence, Text

_SENTENCES = 10
_PLURAL = ("n", "sind")


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield the first sentence of a text of ten or more that never says „Sie“ or „du“."""
    running = [sentence for sentence in text.sentences if sentence.line.kind is not Kind.HEADING]
    if len(running) >= _SENTENCES and not any(map(_addresses, text.sentences)):
        yield Hit(running[0].start, running[0].end)


def _addresses(sentence: Sentence) -> bool:
    words = lists("sentence_words")
    for place, token in enumerate(sentence.tokens):
        if token.lower in words["address"] or (place and token.text in words["polite_address"]):
            return True
        # „Sie“ opens the sentence: „Sie können“ may be meant for the reader, „Sie kann“ is a woman.
        if place == 0 and token.text == "Sie" and any(verb.lower.endswith(_PLURAL) for verb in sentence.tokens[1:2]):
            return True
    return False

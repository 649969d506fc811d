"""Questions in running text: readers believe that they must answer them."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Sentence, Text

_CLOSING = "\"'“”‘’»« "


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each question of running text that no sentence or list answers right after it."""
    told = ""
    for sentence, following in zip_longest(text.sentences, text.sentences[1:]):
        # Behind a colon somebody else asks: Der Mann fragt: Wo ist der Bus?
        before, words = told, text.text[sentence.start : sentence.end]
        told = words
        if (
            sentence.line.kind is Kind.LINE
            and _asks(words)
            and ":" not in words
            and not before.endswith(":")
            and not _answered(text, sentence, following)
        ):
            yield Hit(sentence.start, sentence.end)


def _asks(words: str) -> bool:
    return words.rstrip(_CLOSING).endswith("?")


def _answered(text: Text, question: Sentence, following: Sentence | None) -> bool:
    """Return whether what follows may be the answer: a list, or a sentence of the same paragraph that asks nothing."""
    if following is None or _asks(text.text[following.start : following.end]):
        return False
    return following.line.kind is Kind.POINT or following.line.block == question.line.block

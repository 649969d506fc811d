"""Words that few people know, and that nothing explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.commonness import commonness
from vorbild.language.hit import Hit
from vorbild.language.lexicon import frequency
from vorbild.language.words import unexplained, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text
    from vorbild.language.words import Word

# Zipf: below once in three million words, and below twice in three million.
_VERY_RARE, _RARE = 2.5, 2.8
_KINDS = ("NN", "VV", "ADJ", "ADV")
_LETTERS = 3


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield the first use of each rare noun, verb, adjective and adverb that has no explanation."""
    found = [
        word
        for word in words(text, context)
        # What is common as it stands is common, and that is quickly known.
        if _may_be_hard(word, context) and frequency(word.token.text) < _RARE and commonness(word.token) < _RARE
    ]
    for word in unexplained(text, context, found):
        yield Hit(word.start, word.end, variant="" if commonness(word.token) < _VERY_RARE else "rare")


def _may_be_hard(word: Word, context: Context) -> bool:
    """Return whether `word` has a meaning of its own; capitals inside and hyphens that stay are those of names."""
    written = word.token.text
    if "-" in written.rstrip("-"):
        named = len(context.compounds.split(written.rstrip("-"))) == 1
    else:
        named = written[1:] != written[1:].lower()
    return word.token.tag.startswith(_KINDS) and len(written) > _LETTERS and not named and not written.endswith("-")

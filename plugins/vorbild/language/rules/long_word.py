"""Long words without a seam are hard to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lexicon import frequency
from vorbild.language.seams import seams
from vorbild.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text
    from vorbild.language.tokens import Token

# Letters from which on a word is long: Krankenhaus and Kindergarten are not.
_LONG = 13
# Zipf: words that all know may be long (Informationen), unless they are very long.
_COMMON, _VERY_LONG = 3.0, 17
_JOINT = re.compile("([-\u2011·\u02d1\u00ad])")


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield words with a part of 13 letters or more; with hyphens at their seams if these are sure."""
    for word in words(text, context):
        written = word.token.text.removesuffix("-")
        parts = _JOINT.split(written)
        if max(map(len, parts)) < _LONG or word.token.tag == "NE":
            continue
        proposal = "".join(_shown(part) for part in parts)
        if proposal != written:
            yield Hit(word.start, word.start + len(written), proposal)
        elif len(parts) == 1 and _is_hard(word.token):
            yield Hit(word.start, word.start + len(written), variant="whole")


def _shown(part: str) -> str:
    return "-".join(seams(part)) if len(part) >= _LONG else part


def _is_hard(token: Token) -> bool:
    return token.end - token.start >= _VERY_LONG or max(map(frequency, (token.text, token.lemma))) < _COMMON

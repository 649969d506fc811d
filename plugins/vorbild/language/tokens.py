"""Words and sentences of German text, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word may hold hyphens, apostrophes and the Mediopunkt of easy language; a number its points, commas and colons.
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’·\-‑\u00ad][^\W\d_]+|\d+)*-?|…|\.\.\.|[^\w\s]|\w", re.UNICODE)


class Match(NamedTuple):
    """A stretch of a sentence: the places of its first sign and after its last one."""

    start: int
    end: int


@dataclass(frozen=True)
class Token:
    """A word, number or sign: as it is written, where it starts (in signs from 0), its lemma and its STTS tag.

    Tags are those of HanTa: verbs as VV(FIN), VA(INF), VM(PP), adjectives as ADJ(A) and ADJ(D), else STTS.
    """

    text: str
    start: int
    lemma: str = ""
    tag: str = ""

    @property
    def end(self) -> int:
        """The place after its last sign."""
        return self.start + len(self.text)

    @property
    def lower(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[:1].isalpha()


def tokenise(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in order, without lemma and tag."""
    for match in _TOKEN.finditer(text):
        yield Token(match[0], match.start())

"""Words and sentences of German text, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Points that are typed instead of the Mediopunkt; alone they are bullets and stay.
_POINTS = "\u2022\u2027\u2219\u22c5\u30fb\uff65"
_LOOKALIKES = str.maketrans(dict.fromkeys(_POINTS, "·"))
# A word may hold hyphens, apostrophes and the Mediopunkt of easy language; a number its points, commas and colons.
_TOKEN = re.compile(
    rf"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’·{_POINTS}\-‑\u00ad][^\W\d_]+|\d+)*-?|…|\.\.\.|[^\w\s]|\w",
    re.UNICODE,
)


# A longer run of letters or digits is no word; cut, it costs the tagger and the word lists no more than its length.
_LONGEST = 100


class Match(NamedTuple):
    """A stretch of a sentence: the places of its first sign and after its last one."""

    start: int
    end: int


@dataclass(frozen=True)
class Token:
    """A word, number or sign: as it is written, where it starts (in signs from 0), and its STTS tag.

    Only the points between its parts are Mediopunkte whichever sign was typed: Wahl·amt for Wahl∙amt.

    Tags are those of HanTa: verbs as VV(FIN), VA(INF), VM(PP), adjectives as ADJ(A) and ADJ(D), else STTS. `find_lemma`
    gives the lemma; it is called when somebody asks, for that costs as much as the tag and few do.
    """

    text: str
    start: int
    tag: str = ""
    find_lemma: Callable[[], str] = field(default=str, repr=False, compare=False)

    @cached_property
    def lemma(self) -> str:
        """The base form, '' if the token was not tagged."""
        return self.find_lemma()

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
    """Yield the tokens of `text` in order, without lemma and tag; what has more than 100 signs in several."""
    for match in _TOKEN.finditer(text):
        word = match[0].translate(_LOOKALIKES) if len(match[0]) > 1 else match[0]
        for start in range(0, len(word), _LONGEST):
            yield Token(word[start : start + _LONGEST], match.start() + start)

"""How familiar a word is: the Zipf frequency of the word itself, or of the parts that it is made of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from vorbild.language.lexicon import frequency

if TYPE_CHECKING:
    from collections.abc import Iterator

SEAM = re.compile("[-·‑\u00ad]+")
_LINKS = ("s", "n", "en", "es", "er", "e")
# Shorter words are no compounds, shorter heads are endings.
_LEAST_COMPOUND, _LEAST_PART, _LEAST_HEAD = 8, 3, 4
# A compound is a little less familiar than its parts.
_COMPOUND = 0.5


class Familiarity(NamedTuple):
    """A word's number of written parts, letters of the longest, and how familiar it is on the Zipf scale (0 to 8).

    `written` goes by the word as it is written, where a hyphen or Mediopunkt shows the parts; `heard` also by the
    parts of a compound without.
    """

    parts: int
    longest: int
    written: float
    heard: float


@cache
def familiarity(word: str) -> Familiarity:
    """Return what is known of `word`."""
    parts = [part for part in SEAM.split(word) if part] or [word]
    whole = "".join(parts)
    written = max(frequency(whole), min(map(frequency, parts)))
    heard = max(written, _compound(whole.lower()), min(_compound(part.lower()) for part in parts))
    return Familiarity(len(parts), max(map(len, parts)), written, heard)


def _compound(word: str) -> float:
    """Return the familiarity of `word` by the best cut into two known words, or its own frequency."""
    best = frequency(word)
    if len(word) < _LEAST_COMPOUND:
        return best
    for cut in range(_LEAST_PART, len(word) - _LEAST_HEAD + 1):
        head = frequency(word[cut:])
        if head - _COMPOUND > best:
            best = max(best, min(head, max(map(frequency, _modifiers(word[:cut])))) - _COMPOUND)
    return best


def _modifiers(part: str) -> Iterator[str]:
    """Yield the words that `part` may be as the first part of a compound: Schul(e), Arbeit(s), Straße(n)."""
    yield part
    yield part + "e"
    yield part + "en"
    for link in _LINKS:
        if part.endswith(link) and len(part) - len(link) >= _LEAST_PART:
            yield part.removesuffix(link)

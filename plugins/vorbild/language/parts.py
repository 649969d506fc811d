"""Where a long word has its parts, finely: gemeinde, grund and steuer in Gemeindegrundsteuer. For the search.

`seams` is for the eye and cuts only where it is sure; a search may cut once too often, as nobody sees it.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

from vorbild.language.seams import seams
from vorbild.language.tagger import morphs

if TYPE_CHECKING:
    from collections.abc import Iterable

# Classes of HanTa's morphs that begin a part of their own: what stands before is a word, not a prefix or an ending.
_WORDS = ("NN", "VV", "ADJ", "NE", "ADV", "FM")
# Shorter parts are more often wrong than looked for.
_SHORTEST = 3
# From so many letters on a word may be made of two.
_LONG = 7


@cache
def parts(word: str) -> tuple[str, ...]:
    """Return the smallest parts of `word` that are words, in its own letters and with what links them: Inklusions."""
    if len(word) < _LONG or not word.isalpha():
        return (word,)
    found = seams(word)
    if len(found) > 1:
        within = chain.from_iterable(parts(part.capitalize()) for part in found)
        return _cut(word, accumulate(map(len, within)))
    # HanTa takes its time: only for nouns.
    return _cut(word, _by_morphs(word)) if word[0].isupper() else (word,)


def _cut(word: str, places: Iterable[int]) -> tuple[str, ...]:
    """Return `word` cut at those `places` that leave no part too short."""
    kept = [0]
    for place in places:
        if place - kept[-1] >= _SHORTEST <= len(word) - place:
            kept.append(place)
    return tuple(word[start:end] for start, end in pairwise((*kept, len(word))))


def _by_morphs(word: str) -> list[int]:
    """Return where HanTa sees a word begin within `word`; nowhere if its morphs are not the letters of the word."""
    found = morphs(word)
    if "".join(morph for morph, _ in found) != word.lower():
        return []
    starts = accumulate((len(morph) for morph, _ in found), initial=0)
    begins = zip(starts, found, strict=False)
    return [start for start, (_, kind) in begins if start and kind.startswith(_WORDS) and kind != "VVnp"]

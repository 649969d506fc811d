"""Where a long word has its parts, finely: roll, stuhl and rampe in Rollstuhlrampe, so that a search finds each.

`seams` is for the eye and cuts only where it is sure; a search may cut once too often, as nobody sees it.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from vorbild.language.seams import seams
from vorbild.language.tagger import morphs

# Classes of HanTa's morphs that begin a part of their own: what stands before is a word, not a prefix or an ending.
_WORDS = ("NN", "VV", "ADJ", "NE", "ADV", "FM")
# Shorter ones are more often wrong than looked for.
_SHORTEST = 3
_LONG = 7


def parts(word: str) -> tuple[str, ...]:
    """Return the smallest parts of `word` that are words, in its own letters and with what links them: Inklusions."""
    if len(word) < 2 * _SHORTEST or not word.isalpha():
        return (word,)
    cuts = {*accumulate(map(len, seams(word)[:-1]))}
    # HanTa takes its time: only for nouns that are long enough to be made of two.
    if word[0].isupper() and len(word) >= _LONG:
        cuts.update(_by_morphs(word))
    kept = [0]
    for cut in sorted(cuts):
        if cut - kept[-1] >= _SHORTEST <= len(word) - cut:
            kept.append(cut)
    return tuple(word[start:end] for start, end in pairwise((*kept, len(word))))


def _by_morphs(word: str) -> list[int]:
    """Return where HanTa sees a word begin within `word`; nowhere if its morphs are not the letters of the word."""
    found = morphs(word)
    if "".join(morph for morph, _ in found) != word.lower():
        return []
    starts = accumulate((len(morph) for morph, _ in found), initial=0)
    begins = zip(starts, found, strict=False)
    return [start for start, (_, kind) in begins if start and kind.startswith(_WORDS) and kind != "VVnp"]

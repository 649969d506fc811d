"""The seams of long words: Rollstuhl-Rampe for Rollstuhlrampe.

A seam is one if both sides are words of the lists (with the usual links -s-, -n-, -en-, -er-, -es-) and HanTa sees it
too, or if both sides are so common that nothing else can be meant. In doubt a word stays whole.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from vorbild.language.lexicon import adjectives, frequency, noun, verb
from vorbild.language.lists import lists
from vorbild.language.tagger import morphs

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST = 3
# A part of more letters gets a seam of its own: Behinderten-Rechts-Konvention.
_LONG_PART = 14
# More parts and more letters are no German word: ways to split grow with the third power of the length.
_MOST, _LONGEST = 4, 60
# Zipf: below the first a part is no evidence at all; three letters, and parts without HanTa's consent, need more.
_KNOWN, _SHORT_KNOWN, _COMMON = 2.0, 4.0, 3.0
# The Zipf scale ends below 8; a further part costs as much as a rare word, so that few parts win.
_TOP = 8.0
# How much better than the next best a split has to be if HanTa says nothing.
_MARGIN = 1.0
_LINKS = ("s", "es", "n", "en", "er", "e", "ens")
_VOWELS = "aeiouyäöü"
_INFLECTIONS = ("", "e", "en", "er", "es", "em")


class _Split(NamedTuple):
    """A way to split a word: how unlikely it is, where, and how common its rarest part is."""

    cost: float
    seams: tuple[int, ...]
    rarest: float


@lru_cache(maxsize=10_000)
def seams(word: str) -> tuple[str, ...]:
    """Return the parts of a noun or adjective as easy language writes them; one part if no seam is sure.

    Nouns get capitals (Rollstuhl, Rampe), adjectives do not (rollstuhl, gerecht). Two parts, more only where a part is
    still long. Names are not told from nouns: leave them out before.
    """
    if not word.isalpha() or len(word) > _LONGEST or word[1:] != word[1:].lower():
        return (word,)
    small = word.lower()
    if word[0].islower() or len(_adjective(small)) > 1:
        first, *rest = _adjective(small)
        return (word[0] + first[1:], *rest)
    places = () if small in adjectives() or _is_adjective(small) else _sure(small)
    parts = [word[start:end].capitalize() for start, end in pairwise((0, *places, len(word)))]
    return tuple(part for long in parts for part in (_smaller(long) if len(parts) > 1 else (long,)))


def _smaller(part: str) -> tuple[str, ...]:
    return seams(part) if len(part) >= _LONG_PART else (part,)


def _adjective(word: str) -> tuple[str, ...]:
    for second in _list("adjectives"):
        for ending in _INFLECTIONS:
            first = word.removesuffix(second + ending)
            if first != word and len(first) > _SHORTEST and first_part(first) >= _COMMON:
                return (first, second + ending)
    return (word,)


def _sure(word: str) -> tuple[int, ...]:
    """Return where the seams of `word` are, () if none is sure."""
    splits = sorted(_splits(word, _MOST))
    agreed = _stems(word)
    if agreed:
        return next((split.seams for split in splits if agreed.issuperset(split.seams)), ())
    clear = len(splits) == 1 or (len(splits) > 1 and splits[1].cost - splits[0].cost >= _MARGIN)
    return splits[0].seams if clear and _is_plain(word, splits[0]) else ()


def _is_plain(word: str, split: _Split) -> bool:
    """Return whether `split` needs no second opinion: two common nouns."""
    first, last = word[: split.seams[0]], word[split.seams[0] :]
    whole = first in _list("first") or any(noun(base.capitalize()) for base in _bases(first))
    return len(split.seams) == 1 and split.rarest >= _COMMON and whole and not _is_adjective(last)


def _is_adjective(word: str) -> bool:
    """Return whether `word` is an adjective or participle with an ending: selbstgemachten."""
    stems = (word.removesuffix(ending) for ending in _INFLECTIONS if ending and word.endswith(ending))
    return any(stem in adjectives() or any(form.form in ("pp", "ip") for form in verb(stem)) for stem in stems)


def _splits(word: str, most: int) -> Iterator[_Split]:
    """Yield the ways to split `word` into two words, or more, at `most`, where the rest is no word."""
    for place in range(_SHORTEST, len(word) - _SHORTEST + 1):
        first = first_part(word[:place])
        if not first:
            continue
        last = last_part(word[place:])
        if last:
            yield _Split(2 * _TOP - first - last, (place,), min(first, last))
        elif most > 2:  # noqa: PLR2004 - a split has two parts or more
            for inner in _splits(word[place:], most - 1):
                places = (place, *(place + seam for seam in inner.seams))
                yield _Split(_TOP - first + inner.cost, places, min(first, inner.rarest))


def _stems(word: str) -> frozenset[int]:
    """Return where HanTa sees a stem begin inside of `word`, empty if it sees only one."""
    found = morphs(word.capitalize())
    if "".join(text for text, _ in found) != word:
        return frozenset()
    starts = accumulate((len(text) for text, _ in found), initial=0)
    stems = zip(starts, found, strict=False)
    return frozenset(start for start, (_, kind) in stems if start and not kind.startswith(("SUF", "FUGE", "PREF")))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(lists("seams")[name])


@lru_cache(maxsize=10_000)
def first_part(part: str) -> float:
    """Return how common the word is (Zipf) that `part`, in small letters, is before a seam, 0 if it is none."""
    if part in _list("first"):
        return max(frequency(part), _COMMON)
    if part in _list("no_first"):
        return 0
    # Schul-Haus: Schule
    nouns = (frequency(base) for base in (part + "e", *_bases(part)) if noun(base.capitalize()))
    # Wohn-Haus, Förder-Geld; Warte-Zimmer
    stems = (frequency(part + end) for end in ("en", "n") if any(form.form == "inf" for form in verb(part + end)))
    plain = frequency(part) if part in adjectives() else 0
    return _enough(part, max((*nouns, *stems, plain), default=0))


def _bases(part: str) -> frozenset[str]:
    """Return what `part` may be without its link: Arbeit for Arbeits, Hilfe for Hilfs."""
    shortened = part.removesuffix("s") + "e" if part[-2:-1] not in _VOWELS else part
    found = (part, shortened, *map(part.removesuffix, _LINKS))
    return frozenset(base for base in found if len(base) >= _SHORTEST)


@lru_cache(maxsize=10_000)
def last_part(part: str) -> float:
    """Return how common the noun `part`, in small letters, is that ends a word (Zipf), 0 if it is none."""
    return _enough(part, frequency(part)) if part not in _list("no_last") and noun(part.capitalize()) else 0


def _enough(part: str, zipf: float) -> float:
    return zipf if zipf >= (_KNOWN if len(part) > _SHORTEST else _SHORT_KNOWN) else 0

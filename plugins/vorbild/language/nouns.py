"""The nouns of a text, which carry the topic of a German sentence: by stem, and the parts of compounds."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from vorbild.language.lexicon import adjectives, frequency, noun
from vorbild.language.seams import first_part, last_part

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

# On the Zipf scale: a word said once in 10,000 (Verein) tells nothing, once in 300,000 (Rampe) or less most.
_EVERYDAY, _SPECIAL = 5.0, 3.5
_SHORTEST, _SHORTEST_PART = 3, 4
_ENDING = re.compile("(?<=...)(?:ern|e[mnrs]?|s)$")
_INFLECTIONS = ("e", "em", "en", "er", "es")
# A word with a capital, and what makes it the first of a sentence, if anything does. A hyphen parts words.
_CAPITAL = re.compile(r"([.!?:…„“»«(–\n]\W*)?\b([A-ZÄÖÜ][^\W\d_]+)")


class Noun(NamedTuple):
    """A noun by its stem and as it is written."""

    stem: str
    form: str


def nouns(text: str) -> Iterator[Noun]:
    """Yield the nouns of `text` that can tell what it is about; of Lego-Rampen both parts.

    Here and in `stem` is all that decides which words of two texts are the same.
    """
    for first, word in _CAPITAL.findall("\n" + text.replace("\u00ad", "")):
        # What begins a sentence has a capital, noun or not.
        if weight(word) and (not first or _surely(word)):
            yield Noun(stem(word), word)


@cache
def _surely(word: str) -> bool:
    """Return whether `word` is a noun and no adjective; „Geschulte“ can be both."""
    small = word.lower()
    return bool(noun(word)) and not any(
        small.endswith(ending) and small.removesuffix(ending) in adjectives() for ending in _INFLECTIONS
    )


@cache
def weight(word: str) -> float:
    """Return how much `word` tells of a text, from 0 for what everybody says every day to 1 for what is rare."""
    if len(word) < _SHORTEST:
        return 0
    # A rare form may belong to a common word: Städten, Stadt.
    commonness = max(frequency(word), frequency(stem(word)))
    return min(max((_EVERYDAY - commonness) / (_EVERYDAY - _SPECIAL), 0), 1)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return `word` in small letters, without umlauts and ending: gehweg for Gehwege, ramp for Rampe and Rampen.

    As the first step of the light stemmer for German does (Savoy, SAC 2006).
    """
    plain = normalize("NFD", word.casefold()).encode("ascii", "ignore").decode()
    return _ENDING.sub("", plain)


def parts(word: str, known: Container[str]) -> tuple[str, ...]:
    """Return the stems in `known` with which the compound `word` ends and begins: caf for Generationencafé."""
    small = word.lower()
    places = range(_SHORTEST_PART, len(small) - _SHORTEST_PART + 1)
    last = next((small[at:] for at in places if stem(small[at:]) in known and first_part(small[:at])), "")
    first = next((small[:at] for at in reversed(places) if stem(small[:at]) in known and last_part(small[at:])), "")
    return tuple(stem(part) for part in (last, first) if part)

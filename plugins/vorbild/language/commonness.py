"""How well known a word is: by how often it, its base form or the rarest of its parts is written."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from vorbild.language.lexicon import frequency, infinitives
from vorbild.language.lists import lists
from vorbild.language.seams import first_part, last_part, seams

if TYPE_CHECKING:
    from vorbild.language.tokens import Token

_JOINT = re.compile("[-\u2011·\u02d1\u00ad]")
# Zipf of a word of the list of everyday words.
_EVERYDAY = 4.0
# A verb or adjective behind a prefix has to be this common to make the whole known.
_BASE = 3.3
_FEMALE = re.compile("in(nen)?$")
_LETTERS = 3


def commonness(token: Token) -> float:
    """Return how common the word is on the Zipf scale; of a compound, its rarest part."""
    return _commonness(token.text, token.lemma)


@lru_cache(maxsize=20_000)
def _commonness(text: str, lemma: str) -> float:
    joined = _JOINT.sub("", text)
    parts = [part for part in _JOINT.split(text) if part]
    whole = _single(joined, lemma)
    return max(whole, min(_single(part, part) for part in parts)) if len(parts) > 1 else whole


def _single(word: str, lemma: str) -> float:
    forms = {word, lemma, *infinitives(word.lower())}
    if any(form.lower() in _everyday() for form in forms):
        return _EVERYDAY
    direct = max(map(frequency, forms))
    bases = max((_behind_prefix(form.lower()) for form in forms), default=0)
    # Known men make known women: Rentner, Rentnerinnen.
    female = frequency(_FEMALE.sub("", word)) if _FEMALE.search(word) else 0
    parts = seams(word)
    compound = min(_part(part) for part in parts) if len(parts) > 1 else 0
    return max(direct, bases, female, compound, _part(word))


def _part(part: str) -> float:
    return max(first_part(part.lower()), last_part(part.lower()))


def _behind_prefix(word: str) -> float:
    """Return how common `word` is without its prefix, 0 if it has none or is still not common."""
    rests = (word.removeprefix(prefix) for prefix in lists("everyday")["prefixes"] if word.startswith(prefix))
    found = (frequency(rest.removeprefix("ge")) for rest in rests if len(rest) > _LETTERS)
    return max((zipf for zipf in found if zipf >= _BASE), default=0)


@cache
def _everyday() -> frozenset[str]:
    return frozenset(word.lower() for word in lists("everyday")["words"])

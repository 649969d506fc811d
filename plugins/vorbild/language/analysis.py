"""Words as the search compares them. The browser does the same (overrides/scripts/search/analysis.js), to the letter.

A word is folded (small letters, ß as ss, ä and ae as a, no seams), then its ending goes: Snowball's German stemmer by
Martin Porter, in the version that the lunr-languages of the browser have (snowballstemmer 2; version 3 differs).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import snowballstemmer

from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

SEAMS = "-\u00ad\u00b7\u2010\u2011\u2022\u2219\u22c5"
"""What stands between the parts of one word: hyphens and what people type as a Mediopunkt."""
_LETTERS = r"[^\W_]+"
# Thousands keep together: 100.000.
_WORD = re.compile(rf"\d{{1,3}}(?:\.\d{{3}})+(?!\d)|{_LETTERS}(?:[{SEAMS}]{_LETTERS})*")
_JOINTS = re.compile(f"[{SEAMS}.]")
# Not after a, e, q: Bauer, Feuer, Quelle have no umlaut.
_UMLAUT = re.compile("([aeq])?ue|([ao])e")


def words(text: str) -> Iterator[str]:
    """Yield the words of `text` as they are written; one with seams, such as Rollstuhl-Rampe, is one word."""
    for match in _WORD.finditer(unicodedata.normalize("NFC", text)):
        yield match[0]


def fold(word: str) -> str:
    """Return `word` without capitals, seams, accents and umlauts: Bürger, Buerger and Burger are burger."""
    bare = unicodedata.normalize("NFD", _JOINTS.sub("", word).casefold())
    return _UMLAUT.sub(_vowel, "".join(sign for sign in bare if not unicodedata.combining(sign)))


def _vowel(match: re.Match[str]) -> str:
    return match[0] if match[1] else match[2] or "u"


def stem(folded: str) -> str:
    """Return the stem of a folded word: begleit for begleitung."""
    return str(_stemmer().stemWord(folded))


@cache
def term(word: str) -> str:
    """Return what the index knows `word` by; '' for a word that says nothing of what a text is about."""
    folded = fold(word)
    return "" if folded in stop_words() else stem(folded)


@cache
def stop_words() -> frozenset[str]:
    """Return the folded words that the search passes over."""
    return frozenset(fold(word) for word in lists("stop_words")["words"].split())


@cache
def _stemmer() -> snowballstemmer.german_stemmer.GermanStemmer:
    return snowballstemmer.stemmer("german")

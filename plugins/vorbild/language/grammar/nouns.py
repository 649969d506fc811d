"""Readings of a noun's form in running text, where compounds and names occur that no list holds."""

from __future__ import annotations

from functools import cache

from vorbild.language import lexicon
from vorbild.language.grammar.words import words
from vorbild.language.lexicon import NounForm

# The shortest last part of a compound that tells its gender: Zeit; shorter ones are chance (Arm in Alarm).
_SHORTEST = 4


@cache
def readings(word: str) -> frozenset[NounForm]:
    """Return the readings of `word` as a noun: its own, else those of its last part (Bürger·meister, S-Bahn)."""
    plain = word.replace("·", "").replace("\u00ad", "")
    if plain.lower().endswith(tuple(words("missing_masculines"))):
        return frozenset(NounForm("m", number, case) for number in "sp" for case in "nda") | {NounForm("m", "p", "g")}
    last = plain.rpartition("-")[2]
    for form in (plain, last, last[:1].upper() + last[1:], plain.replace("-", "").capitalize()):
        if found := lexicon.noun(form):
            return frozenset(found)
    for start in range(1, len(last) - _SHORTEST + 1):
        if found := lexicon.noun(last[start:].capitalize()):
            return frozenset(found)
    return frozenset()

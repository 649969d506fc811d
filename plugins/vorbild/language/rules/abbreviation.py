"""Abbreviations: z. B., unknown ones with a point, units, and words of capitals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lexicon import adjectives, frequency, noun, verb
from vorbild.language.lists import lists
from vorbild.language.words import addresses, unexplained, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_SPACE = "[ \u00a0\u202f]"
_NUMBER = re.compile(rf"(?:\d|\b(?:ein|eine|einer|einem|halbe|viele|wenige))\.?{_SPACE}?$")
_ONE = re.compile(rf"(?:(?<![\d.,])1|\b(?:ein|eine|einer|einem)){_SPACE}?$")
_CAPITALS = re.compile(r"[A-ZÄÖÜ]{2,6}s?|[A-ZÄÖÜ][a-zäöü][A-ZÄÖÜ]{1,3}")
_ROMAN = re.compile(r"[IVXLCM]+")
# Zipf: a word of capitals that is common in small letters is only written loudly; little words are very common.
_LOUD, _LITTLE_WORD = 3.5, 5.5
_LETTERS = 4
# Signs around a word of capitals in which the text may say that it is an abbreviation.
_NEAR = 120
# Signs in which the number of a unit stands.
_AROUND = 20
# No German word of these letters ends in a point that small letters follow.
_UNKNOWN = re.compile(rf"(?<![\w.·-])(?:([^\W\d_]{{1,7}})\.|(?:[^\W\d_]\.{_SPACE}?){{2,9}})(?={_SPACE}+[a-zäöü]|,)")
_STREET = re.compile(r"(?<=[a-zäöüß]{3})str\.(?!\w)")


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield abbreviations with what they mean; those of capitals only where nothing says what they are."""
    taken = bytearray(len(text.text))
    for start, end in addresses(text.text):
        taken[start:end] = b"\1" * (end - start)
    for find in (_dotted, _streets, _units, _unknown):
        for hit in find(text):
            if not any(taken[hit.start : hit.end]):
                taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
                yield hit
    yield from _capitals(text, context, taken)


def _dotted(text: Text) -> Iterator[Hit]:
    known, ends = lists("abbreviations"), {sentence.end for sentence in text.sentences}
    starts = {sentence.start for sentence in text.sentences}
    for match in _pattern().finditer(text.text):
        short = _keys()[_tight(match[0]).lower()]
        before, after = _around(text, match)
        if not _stands_for(short, before, after):
            continue
        long = _number_of(known["dotted"][short], before)
        if match.start() in starts:
            long = long[:1].upper() + long[1:]
        if long and match.end() in ends and re.match(rf"{_SPACE}*(?:\n|$|[^\W\d_])", after):
            long += "."
        yield Hit(match.start(), match.end(), long, "" if long else "unknown")


def _around(text: Text, match: re.Match[str]) -> tuple[str, str]:
    """Return the signs before and after `match` that may decide what it is."""
    return text.text[max(match.start() - _AROUND, 0) : match.start()], text.text[match.end() : match.end() + _AROUND]


def _streets(text: Text) -> Iterator[Hit]:
    for match in _STREET.finditer(text.text):
        yield Hit(*match.span(), lists("addresses")["street"])


def _stands_for(short: str, before: str, after: str) -> bool:
    """Return whether `short` is an abbreviation here, and not the end of a sentence or a part of a name."""
    known = lists("abbreviations")
    if short in known["days"]:
        return re.match(rf"{_SPACE}?[\d,–-]", after) is not None
    if short in known["after_number"]:
        return _NUMBER.search(before) is not None
    if short in known["before_number"]:
        return re.match(rf"{_SPACE}?[\dIVX]", after) is not None
    return True


def _number_of(long: str, before: str) -> str:
    """Return the singular or plural of `long` that goes with the number before it."""
    singular, _, plural = long.partition("/")
    return plural if plural and not _ONE.search(before) else singular


def _units(text: Text) -> Iterator[Hit]:
    units = lists("abbreviations")["units"]
    for match in _unit().finditer(text.text):
        before, after = _around(text, match)
        long, joined = _number_of(units[match[1]], before), before[-1:].isdigit()
        # € 5 has to be turned round.
        before_number = not joined and re.match(rf"{_SPACE}?\d", after) is not None
        proposal = "" if before_number else f" {long}" if joined else long
        yield Hit(*match.span(1), proposal, "unit", {"long": long})


def _unknown(text: Text) -> Iterator[Hit]:
    for match in _UNKNOWN.finditer(text.text):
        word = (match[1] or "").lower()
        letters = _tight(match[0]).lower().rstrip(".")
        # One letter may be an initial, other words may end a sentence that goes on in small letters.
        is_known = not match[1] or (len(word) > 1 and word in lists("sentence_ends")["inside"])
        if is_known and letters not in lists("abbreviations")["names"]:
            yield Hit(match.start(), match.start() + len(match[0].rstrip()), variant="unknown")


def _capitals(text: Text, context: Context, taken: bytearray) -> Iterator[Hit]:
    found = [word for word in words(text, context) if _is_short(word.token.text)]
    signs = re.compile(rf"\b(?:{'|'.join(lists('abbreviations')['explain'])})\b", re.IGNORECASE)
    for word in unexplained(text, context, found):
        if not taken[word.start] and not signs.search(text.text, max(word.start - _NEAR, 0), word.end + _NEAR):
            yield Hit(word.start, word.end, variant="capitals")


def _is_short(word: str) -> bool:
    """Return whether `word` is, or begins with, capitals that are no word of their own: ÖPNV, ÖPNV-Ticket."""
    first = re.split("[-\u2011·]", word)[0]
    if not _CAPITALS.fullmatch(first) or first in lists("abbreviations")["readable"] or _ROMAN.fullmatch(first):
        return False
    small = first.lower()
    is_word = noun(first.capitalize()) or verb(small) or small in adjectives() or len(small) > _LETTERS
    loud = frequency(small) >= (_LOUD if is_word else _LITTLE_WORD)
    return not (first.isupper() and loud)


def _tight(words_: str) -> str:
    return re.sub(_SPACE, "", words_)


@cache
def _keys() -> dict[str, str]:
    return {_tight(short).lower(): short for short in lists("abbreviations")["dotted"]}


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds the known abbreviations, with or without spaces, the longest first."""
    alternatives = []
    for short in sorted(lists("abbreviations")["dotted"], key=len, reverse=True):
        first, rest = re.escape(short[0]), rf"{_SPACE}?".join(map(re.escape, short[1:].split(" ")))
        # Max. may be a name, Z. B. is none.
        may_open = " " in short or short in lists("abbreviations")["openers"]
        alternatives.append(rf"[{first}{first.upper()}]{rest}" if may_open else first + rest)
    return re.compile(rf"(?<![\w.·-])(?:{'|'.join(alternatives)})(?!\w|\.\w)")


@cache
def _unit() -> re.Pattern[str]:
    units = sorted(lists("abbreviations")["units"], key=len, reverse=True)
    return re.compile(rf"(?:(?<=\d)|(?<=\d[ \u00a0\u202f])|(?=€))({'|'.join(map(re.escape, units))})(?![\w/²³-])")

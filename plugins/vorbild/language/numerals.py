"""Numbers in German words, in Roman numerals and in digits."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HIGHEST = 999_999
_SEAMS = re.compile("[-‑·\u00ad]")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# From here on the ordinal ends in -ste: zwanzigste.
_LONG_ORDINAL = 20


def spelled(number: int) -> str:
    """Return `number` as a German word: zweihunderteinundzwanzig. ValueError if it is not in 0 to 999,999."""
    if not 0 <= number <= _HIGHEST:
        raise ValueError(number)
    words = lists("numerals")
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest) or str(words["below_twenty"][0])
    head = _below_thousand(thousands)
    # Einundzwanzig and hunderteins, but hunderteintausend.
    head = head[:-1] if head.endswith(words["below_twenty"][1]) else head
    return f"{head}{words['thousand']}{_below_thousand(rest)}"


def number(word: str) -> int | None:
    """Return the number that `word` says, with or without seams and „ein“ before hundert; None if it says none."""
    thousand = lists("numerals")["thousand"]
    bare = _SEAMS.sub("", word).lower()
    head, found, tail = bare.partition(thousand)
    if not found:
        return _known().get(bare)
    tail = tail.removeprefix(lists("numerals")["and"])
    thousands = _known().get(head) if head else 1
    rest = _known().get(tail) if tail else 0
    return thousands * 1000 + rest if thousands and rest is not None else None


def ordinal(word: str) -> int | None:
    """Return the number of an ordinal in any inflection: 3 for dritten; None if `word` is none."""
    bare = _SEAMS.sub("", word).lower()
    for ending in lists("numerals")["endings"]:
        stem = bare.removesuffix(ending)
        if stem == bare:
            continue
        if stem in lists("numerals")["ordinals"]:
            return int(lists("numerals")["ordinals"][stem])
        short, long = number(stem.removesuffix("t")), number(stem.removesuffix("st"))
        if stem.endswith("st") and long and long % 100 not in range(1, _LONG_ORDINAL):
            return long
        if stem.endswith("t") and short and short % 100 in range(1, _LONG_ORDINAL):
            return short
    return None


def roman(numeral: str) -> int | None:
    """Return the value of a Roman numeral in capitals in its usual form (IV, not IIII); None if it is none."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[sign] for sign in numeral]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def digits(number: int) -> str:
    """Return `number` in digits as easy language writes it: 12.500."""
    return f"{number:,}".replace(",", ".")


def _below_thousand(number: int) -> str:
    """Return a number from 1 to 999 as a word, '' for 0."""
    words = lists("numerals")
    hundreds, rest = divmod(number, 100)
    head = f"{_unit(hundreds)}{words['hundred']}" if hundreds else ""
    if rest < len(words["below_twenty"]):
        return f"{head}{words['below_twenty'][rest]}" if rest else head
    tens, ones = divmod(rest, 10)
    return f"{head}{_unit(ones) + words['and'] if ones else ''}{words['tens'][tens - 2]}"


def _unit(number: int) -> str:
    """Return a number from 1 to 9 as it stands inside a word: ein, zwei."""
    words = lists("numerals")
    return str(words["one"] if number == 1 else words["below_twenty"][number])


@cache
def _known() -> Mapping[str, int]:
    """Return the numbers below 1000 by each of their words."""
    return {word: number for number in range(1000) for word in _spellings(number)}


def _spellings(number: int) -> Iterator[str]:
    """Yield the words for a number below 1000: einhundertzwei, hundertzwei, hundertundzwei, and dreissig."""
    words = lists("numerals")
    usual = spelled(number)
    both = {usual, usual.removeprefix(words["one"])} if usual.startswith(words["one"] + words["hundred"]) else {usual}
    for word in sorted(both):
        hundred = words["hundred"]
        for joined in (word, word.replace(hundred, hundred + words["and"]) if number % 100 else word):
            yield joined
            yield joined.replace("ß", "ss")
    if number == 1:
        yield str(words["one"])

"""Big numbers are hard to picture; rounded ones less so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lexicon import noun
from vorbild.language.lists import lists
from vorbild.language.literals import without_literals
from vorbild.language.numerals import digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_NUMBER = re.compile(
    r"(?<![\w.,:/§–-])(?:\d{1,3}(?:[. \u00a0]\d{3})+|\d+)"
    # No part of a decimal (its rule is `fraction`), range, date, time, name of a norm or word.
    r"(?![\d:/§]|[.,–-]\d|-\w|\. [A-ZÄÖÜ]?[a-zäöü]+ \d{4})"
)
_WORD_AFTER = re.compile(r"[ \u00a0]([\w-]+)")
_WORDS_BEFORE = re.compile(r"(?:([\w-]+)[.:]?[ \u00a0])?([\w-]+)[.:]?[ \u00a0]$")
_REACH = 40
_BIG, _WITH_POINT, _POSTCODE = 1000, 10_000, 5
# Signs; more are the number of something, not how much, and int refuses very many.
_LONGEST = 40
_YEARS = range(1000, 2200)


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield numbers from 1000 on that are neither years, nor postcodes or other codes, nor rounded and called so."""
    free = without_literals(text.text)
    for match in _NUMBER.finditer(free):
        before, near = _before(free, match.start())
        after = _WORD_AFTER.match(free, match.end())
        word = after[1] if after else ""
        scaled = word.lower() in lists("numerals")["scales"]
        if len(match[0]) > _LONGEST:
            continue
        value = int(re.sub(r"\D", "", match[0]))
        if near in lists("numerals")["before_code"] or not (scaled or value >= _BIG):
            continue
        plain = match[0].isdigit()
        if not scaled and plain and not _is_amount(value, match[0], near, word):
            continue
        end = after.end() if after and scaled else match.end()
        if plain and not scaled and value >= _WITH_POINT:
            yield Hit(match.start(), end, digits(value), "point")
        elif not _rounded(value, f"{before} {near}".strip(), scaled=scaled):
            exact = not scaled and value % 100 != 0
            yield Hit(match.start(), end, variant="exact" if exact else "")


def _before(text: str, place: int) -> tuple[str, str]:
    """Return the last two words before `place` in small letters."""
    found = _WORDS_BEFORE.search(text[max(place - _REACH, 0) : place])
    return ((found[1] or "").lower(), found[2].lower()) if found else ("", "")


def _is_amount(value: int, written: str, near: str, after: str) -> bool:
    """Return whether a number without points counts things that are named `after` it: no year, postcode or code."""
    counted = any(reading.number == "p" for reading in noun(after))
    if value in _YEARS:
        return counted and near not in lists("numerals")["before_year"]
    if len(written) == _POSTCODE and value % 100:
        return False
    return counted and not written.startswith("0")


def _rounded(value: int, before: str, *, scaled: bool) -> bool:
    """Return whether the words before call a number rounded that is."""
    words = before.split()
    called = any(before.endswith(word) for word in lists("numerals")["rounded"] if " " in word)
    called = called or any(word in lists("numerals")["rounded"] for word in words)
    return called and (scaled or value % 100 == 0)

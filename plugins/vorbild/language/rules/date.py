"""Dates have the name of their month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.literals import without_literals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_DAY, _MONTH = r"0?[1-9]|[12]\d|3[01]", r"0?[1-9]|1[0-2]"
_NUMERIC = re.compile(rf"(?<![\w.,/-])({_DAY})\. ?({_MONTH})\. ?(\d{{4}}|\d{{2}})?(?!\w|[.,:/-]\d| ?(?:Uhr|Euro))")
_ISO = re.compile(r"(?<![\w.-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])")
_SLASHES = re.compile(rf"(?<![\w/])({_DAY})/({_MONTH})/(\d{{4}})(?![\w/])")
_FULL_YEAR = 4


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield dates in digits, days with a leading zero, and spans of days with a dash."""
    free = without_literals(text.text)
    for pattern in (_NUMERIC, _SLASHES):
        for match in pattern.finditer(free):
            yield from _numeric(match, match[1], match[2], match[3] or "")
    for match in _ISO.finditer(free):
        yield from _numeric(match, match[3], match[2], match[1])
    months = "|".join(lists("dates")["months"])
    for match in re.finditer(rf"(?<![\w.])0([1-9]\.) ?(?={months})", free):
        yield Hit(match.start(), match.start(1) + len(match[1]), match[1], "zero")
    for match in re.finditer(rf"(?<!\w)\d{{1,2}}\. ?(?:[–/-]|bis zum) ?\d{{1,2}}\. (?:{months})", free):
        if "bis" not in match[0]:
            yield Hit(*match.span(), variant="span")


def _numeric(match: re.Match[str], day: str, month: str, year: str) -> Iterator[Hit]:
    """Yield the hit for a date in digits; without a year only after words such as „am“."""
    words = lists("dates")
    name = {"day": int(day), "month": words["months"][int(month) - 1], "year": year}
    if len(year) == _FULL_YEAR:
        yield Hit(*match.span(), words["date"].format(**name))
    elif year:
        # Only a person knows the century.
        yield Hit(*match.span(), variant="short_year", params={"day": words["day"].format(**name)})
    else:
        before = re.search(r"(\w+),?\s$", match.string[max(match.start() - 20, 0) : match.start()])
        if before and before[1].lower() in words["before_day"]:
            stretch = match[0].rstrip()
            yield Hit(
                match.start(), match.start() + len(stretch), variant="day", params={"day": words["day"].format(**name)}
            )

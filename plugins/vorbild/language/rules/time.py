"""Times of day have no needless zeros and the word Uhr."""

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

_TIME = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?"
_SPAN = re.compile(rf"(?<![\w.:,/-])({_TIME})(?: Uhr)? ?[-–] ?({_TIME}) Uhr\b")
_WITH_UHR = re.compile(rf"(?<![\w.:,/–-])({_TIME})(?= Uhr\b)")
_BEFORE_BIS = re.compile(rf"(?<![\w.:,/–-])(0\d(?:[.:][0-5]\d)?|\d{{1,2}}[.:]00)(?= bis {_TIME} Uhr\b)")
_BARE = re.compile(
    r"\b(\w+) ((?:[01]?\d|2[0-4])[.:][0-5]\d)(?![\w:]|[.,/]\d|[ \u00a0]*(?:Uhr|bis|[-–]|Meter|Euro|Kilometer|€|\w))"
)
_SHORT = re.compile(r"(?<![\w.,:])\d{1,2}(?:[.:]\d\d)? ?(?:h|am|pm|a\.m\.|p\.m\.)(?!\w)(?! \d)")
_SPOKEN = re.compile(r"\b(?:[Hh]alb|(?:[Vv]iertel|[Dd]reiviertel)(?: vor| nach)?) ([\wäöüß]+)")


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield times with needless zeros, without Uhr, as spans with a dash, abbreviated, or as „halb neun“."""
    free = without_literals(text.text)
    spans = [*_SPAN.finditer(free)]
    for match in spans:
        words = lists("dates")["hours"].format(start=_easy(match[1]), end=_easy(match[2]))
        yield Hit(*match.span(), words, "span")
    for pattern in (_WITH_UHR, _BEFORE_BIS):
        for match in pattern.finditer(free):
            inside = any(span.start() <= match.start() < span.end() for span in spans)
            if not inside and _easy(match[1]) != match[1]:
                yield Hit(*match.span(), _easy(match[1]), "" if match[1].startswith("0") else "full_hour")
    for match in _BARE.finditer(free):
        if match[1].lower() in lists("dates")["before_time"]:
            yield Hit(*match.span(2), lists("dates")["hour"].format(time=_easy(match[2])), "bare")
    for match in _SHORT.finditer(free):
        yield Hit(*match.span(), variant="short")
    for match in _SPOKEN.finditer(free):
        if match[1].lower() in lists("dates")["clock_hours"]:
            yield Hit(*match.span(), variant="spoken")


def _easy(time: str) -> str:
    """Return a time without the zeros that nobody needs: 9 for 09:00, 9:30 for 09:30."""
    short = re.sub(r"[.:]00$", "", time)
    return re.sub(r"^0(?=\d)", "", short)

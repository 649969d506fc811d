"""Addresses stand on lines of their own, not in a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.literals import EMAIL, PHONE, WEB, streets
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_PLACE = r"\b\d{5}[ \u00a0][A-ZÄÖÜ][\w-]+"
# Signs between a street and its place; what lies farther apart is no address.
_BETWEEN = ".{0,200}?"
_POSTCODE = re.compile(r"\b\d{5}\b")
_CONTACTS = (re.compile(EMAIL), re.compile(PHONE), re.compile(WEB))


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield postal addresses in one line, and lines with several ways to reach somebody."""
    for line in text.lines:
        if line.kind is Kind.CELL:
            continue
        words = text.of(line)
        postal = _postal().search(words) if _POSTCODE.search(words) else None
        found = [match for pattern in _CONTACTS if (match := pattern.search(words))]
        # The part of an e-mail address behind its @ looks like a web address.
        apart = [match for match in found if not any(_inside(match, other) for other in found)]
        if postal:
            yield Hit(line.start + postal.start(), line.start + postal.end())
        elif len(apart) > 1:
            start, end = min(match.start() for match in apart), max(match.end() for match in apart)
            yield Hit(line.start + start, line.start + end, variant="contacts")


@cache
def _postal() -> re.Pattern[str]:
    return re.compile(rf"(?:{streets()}){_BETWEEN}(?:{_PLACE})|(?:{_PLACE}){_BETWEEN}(?:{streets()})")


def _inside(match: re.Match[str], other: re.Match[str]) -> bool:
    return match is not other and other.start() <= match.start() and match.end() <= other.end()

"""Parts of a whole are hard to picture: 1,7, ½, two thirds."""

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

_DECIMAL = re.compile(r"(?<![\d.,/])\d+,\d+(?![\d.,/]| ?(?:€|%|Prozent))")
_NEXT_WORD = re.compile(r"\W*(\w*)")
_LAST_WORD = re.compile(r"(\w*)\W*$")
# Far enough to hold one word.
_REACH = 30


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield numbers with decimals that are no prices, signs of fractions, and words such as „zwei Drittel“."""
    words, free = lists("shares"), without_literals(text.text)
    for match in _DECIMAL.finditer(free):
        after = _NEXT_WORD.match(free, match.end())
        if (
            after
            and after[1].lower() not in words["prices"]
            and _word_before(free, match.start()) not in words["codes"]
        ):
            yield Hit(*match.span())
    for match in re.finditer(rf"(?<!\d)\d*[{words['fraction_signs']}]", free):
        yield Hit(*match.span())
    names = "|".join(word.capitalize() for word in words["fractions"])
    for match in re.finditer(rf"\b(\w+)[ \u00a0]({names})\b(?! (?:vor|nach))", free):
        if match[1].lower() not in words["no_fraction"]:
            yield Hit(*match.span())


def _word_before(text: str, place: int) -> str:
    """Return the word before `place` in small letters."""
    before = _LAST_WORD.search(text[max(place - _REACH, 0) : place])
    return before[1].lower() if before else ""

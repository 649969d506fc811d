"""Signs that are no letters, digits or signs of a sentence: not all readers know them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.gender import GENDER
from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.literals import without_literals, without_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_SIGN = re.compile("[&§/+=<>#*_~|^°×±≈≤≥→⇒←↔†‰$£µ\\\\]+")
_EMOTICON = re.compile(r"(?<!\w)(?:[:;=]['’]?-?[()DPp|/\\*]|<3)(?!\w)")
_SEMICOLON = re.compile(r"(?<![^\W\d_])[^\W\d_]++;(?=\s)")
# Dashes with space on both sides, in a line and not where it begins.
_DASH = re.compile(r"(?<=[\w,“”»)]) +[–—-] +(?=[^\s\d])")
_ELLIPSIS = re.compile(r"…|\.{3,}")
_SPAN = re.compile(r"\b\d+(?:[.,]\d+)? ?[–-] ?\d+(?:[.,]\d+)?\b(?![.:]\d| ?(?:Uhr|\.))")
# Seasons and the numbers of laws: 2023/24, 95/46/EG.
_NUMBERS = re.compile(r"\d/|/\d")
_HASHTAG = re.compile(r"(?<!\w)#\w")
# Names and grades: C&A, H&M, A++.
_NAME = re.compile(r"\b[A-Z]+&[A-Z]+\b|\b[A-Z]\++(?!\w)")

# Where somebody writes by hand, and lines that only part a text.
_BLANK = re.compile(r"__+|^ *([*=#~])\1{2,} *$", re.MULTILINE)


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield signs, semicolons, dashes, dots for something left out, and ranges with a dash."""
    free = without_literals(text.text)
    for known in (GENDER, _EMOTICON, _NAME, _BLANK):
        free = known.sub(lambda match: " " * len(match[0]), free)
    for match in _SIGN.finditer(free):
        instead = lists("signs")["signs"].get(match[0][0], "")
        variant = "" if instead else "without_word"
        if _HASHTAG.match(free, match.start()):
            variant = "hashtag"
        elif _NUMBERS.search(free[max(match.start() - 1, 0) : match.end() + 1]):
            variant = "numbers"
        yield Hit(*match.span(), variant=variant, params={"instead": instead})
    patterns = {"semicolon": _SEMICOLON, "ellipsis": _ELLIPSIS, "range": _SPAN}
    for variant, pattern in patterns.items():
        for match in pattern.finditer(free):
            yield Hit(*match.span(), variant=variant)
    for match in _DASH.finditer(without_quotations(free)):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        yield Hit(start, start + 1, variant="dash")

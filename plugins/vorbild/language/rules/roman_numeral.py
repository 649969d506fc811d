"""Roman numerals look like letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.literals import without_literals
from vorbild.language.numerals import roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_WORD = re.compile(r"(?<![\w.&/'’-])(?:[IVXLCDM]+|[Ⅰ-ⅿ]+)(?![\w&/'’*]|[-–]\w)(\.?)")
_BEFORE = re.compile(r"(\w+)\.?[ \u00a0]$")
_SURE = re.compile(r"[IVX]{2,}")
_NEXT_CAPITAL = re.compile(r"[ \u00a0][A-ZÄÖÜ]")
# Single letters that count: Artikel I and Wilhelm X, but Gruppe C is only the one after B.
_COUNTED, _RULERS = ("I", "V"), ("I", "V", "X")
_REACH = 30
# Numerals of this length with L, C, D and M are no abbreviations any more.
_LONG = 4


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield numerals that cannot be read as abbreviations, and single letters after words such as „Artikel“."""
    free = without_literals(text.text)
    words = lists("roman")
    for match in _WORD.finditer(free):
        written = match[0].removesuffix(".")
        # There are signs for whole numerals too: Ⅳ.
        numeral = normalize("NFKC", written)
        before = _BEFORE.search(free[max(match.start() - _REACH, 0) : match.start()])
        word = before[1].lower() if before else ""
        value = roman(numeral)
        if value is None or numeral in context.names:
            continue
        # Sixtus IV and Wilhelm I., but not Gerda I. Meier.
        ruler = word in words["rulers"] and not (match[1] and _NEXT_CAPITAL.match(free, match.end()))
        counted = (word in words["before"] and (numeral in _COUNTED or len(numeral) > 1)) or (
            ruler and numeral in _RULERS
        )
        sure = not written.isascii() or bool(_SURE.fullmatch(numeral)) or len(numeral) >= _LONG
        if counted or (sure and numeral not in words["abbreviations"]):
            yield Hit(match.start(), match.start() + len(written), str(value))

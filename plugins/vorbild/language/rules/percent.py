"""A percentage is abstract; people out of a hundred are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_PERCENT = re.compile(r"(?<!\d)(\d+(?:[.,]\d+)?)[ \u00a0-]?(%|Prozent\b|prozentig\w*)")
# Lines after a percentage in which the text may explain it, and before.
_NEAR = 2


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield percentages that no line nearby explains, and each percent sign."""
    for number, line in enumerate(text.lines):
        for match in _PERCENT.finditer(text.text, line.start, line.end):
            params = {"number": match[1], "share": lists("shares")["round"].get(_whole(match[1]), "")}
            variant = "share" if params["share"] else ""
            if match[2] == "%":
                yield Hit(*match.span(), variant="sign", params=params)
            elif not _explained(text, number):
                yield Hit(*match.span(), variant=variant, params=params)


def _whole(number: str) -> int | None:
    return int(number) if number.isdigit() and len(number) <= len("100") else None


def _explained(text: Text, number: int) -> bool:
    """Return whether a line near the one with this `number` says the share in easy words."""
    near = " ".join(text.of(line) for line in text.lines[max(number - _NEAR, 0) : number + _NEAR + 1]).lower()
    return any(words in near for words in lists("shares")["explained"])

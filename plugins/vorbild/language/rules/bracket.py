"""Brackets interrupt a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_BRACKET = re.compile(r"[(\[{][^)\]}\n]*[)\]}]?")


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each pair of brackets with what is in it."""
    for match in _BRACKET.finditer(text.text):
        yield Hit(match.start(), match.end())

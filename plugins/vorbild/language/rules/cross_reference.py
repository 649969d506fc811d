"""References send readers away from their sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.literals import without_literals
from vorbild.language.text import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_LAST_WORD = re.compile(r"\S+\s?$")


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield references to other places of a text, and the marks of footnotes."""
    free = without_literals(text.text)
    for match in _pattern("phrases").finditer(free):
        yield Hit(*match.span())
    for match in _pattern("footnotes").finditer(free):
        if not _pattern("measures").match(free, match.start()):
            yield Hit(*match.span(), variant="footnote")
    for marked in text.marked:
        # A mark has no words of its own: show the one that bears it.
        word = _LAST_WORD.search(text.text, 0, marked.start) if marked.mark is Mark.FOOTNOTE else None
        if word:
            yield Hit(word.start(), marked.start, variant="footnote")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return what a list of references.yml finds."""
    found = lists("references")[kind]
    return re.compile(found if isinstance(found, str) else rf"\b(?:{'|'.join(found)})", re.IGNORECASE)

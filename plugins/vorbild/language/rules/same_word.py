"""Several words for one thing in one text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield where a second word begins to stand for what another one has named before."""
    for group in _groups():
        uses = [match for pattern in group if (match := pattern.search(text.text))]
        in_order = sorted(uses, key=lambda match: match.start())
        for other in in_order[1:]:
            yield Hit(*other.span(), params={"first": " ".join(in_order[0][0].split())})


@cache
def _groups() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(map(_pattern, group)) for group in lists("same_word")["groups"])


def _pattern(forms: list[str]) -> re.Pattern[str]:
    """Return what finds the first of `forms` as whole words; a line may end between two words."""
    longest = sorted(forms, key=len, reverse=True)
    alternatives = (r"\s+".join(map(re.escape, form.split(" "))) for form in longest)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w-])")

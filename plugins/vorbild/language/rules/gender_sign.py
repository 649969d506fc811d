"""A sign inside a word hides its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.gender import GENDER, both
from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.literals import without_literals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield words such as Bürger*innen, Bürger/-innen and BürgerInnen."""
    for match in GENDER.finditer(without_literals(text.text)):
        if match[0].lower() in lists("signs")["no_people"] or match[0] in context.names:
            continue
        yield Hit(*match.span(), both(match), "capital" if match["capital"] else "")

"""Pictures without words: who cannot see them learns nothing of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.text import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|tiff?)|(?:IMG|DSCN?|DSC)[_-]?\d+", re.IGNORECASE)
# Our own number: more than two short sentences.
_MOST_WORDS = 20


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield the place of each picture that has no alternative text, a very long one, or its file's name for one."""
    for marked in text.marked:
        if marked.mark is not Mark.PICTURE:
            continue
        note = marked.note.strip()
        count = len(note.split())
        # A picture alone leaves no sign in the text; its place may lie behind the last one.
        place = min(marked.start, len(text.text))
        if not note:
            yield Hit(place, place)
        elif _FILE.fullmatch(note):
            yield Hit(place, place, variant="file", params={"note": note})
        elif count > _MOST_WORDS:
            yield Hit(place, place, variant="long", params={"count": count})

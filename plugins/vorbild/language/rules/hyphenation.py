"""Words stay whole at the end of a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_HEAD = re.compile(r"[^\W\d_][\w-]*([-‐‑·\u00ad])$")
_TAIL = re.compile(r"[^\W\d_]+(?:[-·\u00ad][^\W\d_]+)*")


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield words whose second part stands in the next line of the same paragraph or point."""
    for number, line in enumerate(text.lines[1:], 1):
        before = text.lines[number - 1]
        if before.block != line.block or line.kind is Kind.CELL or before.kind is not line.kind:
            continue
        head = _HEAD.search(text.of(before))
        tail = _TAIL.match(text.of(line))
        # Vor- und Nachteile: the hyphen stands for a part that comes later.
        if not head or not tail or tail[0].lower() in lists("hyphenation")["linking"]:
            continue
        seam = "-" if tail[0][0].isupper() else ""
        # Points of one list stand in lines too, and begin with capitals.
        if seam and line.kind is Kind.POINT:
            continue
        word = f"{head[0][:-1]}{seam}{tail[0]}"
        yield Hit(before.start + head.start(), line.start + tail.end(), word, "seam" if seam else "")

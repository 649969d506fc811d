"""Tables: rows and columns must be held in mind at once."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.text import Kind, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

# „Übersichtlich“ says BITV; the numbers are our own. The head is no row.
_MOST_COLUMNS, _MOST_ROWS, _MOST_WORDS = 3, 8, 8


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield the first cell of each table that is too wide or too long, and each cell with many words."""
    starts = [line.start for line in text.lines]
    for table in (marked for marked in text.marked if marked.mark is Mark.TABLE):
        inside = text.lines[bisect_left(starts, table.start) : bisect_left(starts, table.end)]
        cells = [line for line in inside if line.kind is Kind.CELL]
        rows = Counter(cell.level for cell in cells)
        columns, count = max(rows.values(), default=0), max(rows, default=1) - 1
        if columns > _MOST_COLUMNS:
            yield Hit(cells[0].start, cells[0].end, params={"count": columns})
        if count > _MOST_ROWS:
            yield Hit(cells[0].start, cells[0].end, variant="rows", params={"count": count})
        for cell in cells:
            words = len(text.of(cell).split())
            if words > _MOST_WORDS:
                yield Hit(cell.start, cell.end, variant="cell", params={"count": words})

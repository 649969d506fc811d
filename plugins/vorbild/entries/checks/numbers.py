"""The number of a source must be that of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `source-number` for every `source` beyond the list of sources."""
    for entry in library.entries:
        sources = entry.role("sources")
        count = len(sources) if isinstance(sources, list) else 0
        if count == 0:
            continue  # missing sources are reported by the schema
        for field, value, path in entry.walk():
            if field.name == "source" and field.kind == "integer" and isinstance(value, int) and value > count:
                params = {"number": str(value), "count": str(count)}
                yield Diagnostic("source-number", entry.positions.value(path), params)

"""What ends has begun before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `end-before-start` for every map with both, compared as exactly as both are given."""
    for entry in library.entries:
        for field, value, path in entry.walk():
            ends = (field.child("start"), field.child("end"))
            if not isinstance(value, dict) or not all(end is not None and end.date for end in ends):
                continue
            start, end = value.get("start"), value.get("end")
            if isinstance(start, str) and isinstance(end, str):
                shared = min(len(start), len(end))
                if end[:shared] < start[:shared]:
                    where = entry.positions.value((*path, "end"))
                    yield Diagnostic("end-before-start", where, {"start": start, "end": end})

"""A picture lies in case_studies/media, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library

FOLDER = "case_studies/media"


def check(library: Library, root: Path) -> Iterator[Diagnostic]:
    """Yield `media-outside` for a path and `media-missing` for a name without a file."""
    for entry in library.entries:
        for field, value, path in entry.walk():
            if not field.raw.get("x-media") or not isinstance(value, str):
                continue
            where = entry.positions.value(path)
            if "/" in value or "\\" in value or ":" in value or value.startswith("."):
                yield Diagnostic("media-outside", where, {"file": value})
            elif not (root / FOLDER / value).is_file():
                yield Diagnostic("media-missing", where, {"file": value})

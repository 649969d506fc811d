"""A picture lies in case_studies/media, and nowhere else, and is one that can be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic
from vorbild.raster import RasterError, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library

FOLDER = "case_studies/media"
# As wide as the narrowest screen; a smaller photo would be blurred on every page.
LEAST = 320


def check(library: Library, root: Path) -> Iterator[Diagnostic]:
    """Yield `media-outside`, `media-missing`, what `raster.read` refuses, and `media-small`."""
    for entry in library.entries:
        for field, value, path in entry.walk():
            if not field.raw.get("x-media") or not isinstance(value, str):
                continue
            where = entry.positions.value(path)
            if "/" in value or "\\" in value or ":" in value or value.startswith("."):
                yield Diagnostic("media-outside", where, {"file": value})
            elif not (root / FOLDER / value).is_file():
                yield Diagnostic("media-missing", where, {"file": value})
            else:
                found = _problem(root / FOLDER / value)
                if found is not None:
                    code, params = found
                    yield Diagnostic(code, where, {"file": value, **params})


def _problem(path: Path) -> tuple[str, dict[str, str]] | None:
    try:
        raster = read(path)
    except RasterError as error:
        return error.code, error.params
    if min(raster.width, raster.height) < LEAST:
        size = {"width": str(raster.width), "height": str(raster.height), "least": str(LEAST)}
        return "media-small", size
    return None

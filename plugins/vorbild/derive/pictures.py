"""Pictures: what a template must know of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.views import Picture, PictureSource

if TYPE_CHECKING:
    from vorbild.raster import Raster
    from vorbild.views import Fact


def picture(raster: Raster, alt: str, credit: str = "", licence: str = "", facts: tuple[Fact, ...] = ()) -> Picture:
    """Return the view of `raster`."""
    files: dict[str, list[tuple[str, int]]] = {}
    for variant in raster.variants:
        files.setdefault(f"image/{variant.format.lower()}", []).append((addresses.site(variant.path), variant.width))
    largest = raster.variants[-1]
    sources = tuple(PictureSource(type_, tuple(of)) for type_, of in files.items())
    return Picture(sources, largest.width, largest.height, alt, credit, licence, facts)

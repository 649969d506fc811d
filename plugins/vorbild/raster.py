"""What a picture file is, read from its head: format, size, and the variants that are published in its place."""

from __future__ import annotations

import re
import struct
import warnings
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError, features

if TYPE_CHECKING:
    from pathlib import Path

# A picture of 50 megapixels takes 150 MB of memory once unpacked; a phone's standard photo has 12. Beyond 16,000
# pixels a side, WebP cannot hold it.
MOST_MEGAPIXELS = 50
LONGEST_SIDE = 16_000
# For a small card, a page on a phone, and a page on a screen with two device pixels to a CSS pixel.
WIDTHS = (480, 960, 1600)
# A last width of the picture itself, if it has at least this much more than the one before.
_WORTH_IT = 1.25
FOLDER = "media"

# What is taken in, as Pillow calls it.
FORMATS = ("JPEG", "PNG", "WEBP")
# The first bytes of what people take for a photo, so that the finding can name it.
_OTHERS = {
    "PDF": rb"%PDF",
    "GIF": rb"GIF8",
    "TIFF": rb"II\*\0|MM\0\*",
    "BMP": rb"BM",
    "HEIC": rb".{4}ftyp(?:heic|heix|mif1|msf1)",
    "AVIF": rb".{4}ftypavi[fs]",
    "ZIP": rb"PK\x03\x04",
    "HTML": rb"\s*<(?:!doctype\s+html|html)",
    "SVG": rb"\s*(?:<\?xml[^>]*>|<!--.*?-->|<!doctype[^>]*>|\s)*<svg",
}
_SNIFFED = 1024
_ORIENTATION = 0x0112
_SIDEWAYS = range(5, 9)
# Everything that decides the bytes of a variant beside the picture. Raise the number if render/images.py changes.
_RECIPE = 1
QUALITY = {"AVIF": 58, "WEBP": 78, "JPEG": 80}
_ENDINGS = {"AVIF": "avif", "WEBP": "webp", "JPEG": "jpg"}


class RasterError(ValueError):
    """A file that is no picture to publish: the code of the finding and its parameters."""

    def __init__(self, code: str, **params: str) -> None:
        """Hold what the finding needs."""
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True)
class Variant:
    """One published file: its address from the root of the site, its format (as Pillow calls it), its pixels."""

    path: str
    format: str
    width: int
    height: int


@dataclass(frozen=True)
class Raster:
    """A picture file: width and height in pixels as it is seen, and how it must be turned for that (EXIF, 1 to 8)."""

    path: Path
    digest: str
    width: int
    height: int
    orientation: int = 1

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The files that are published in place of this one: smaller ones in every format, never larger ones.

        The name says what is inside: picture, size, settings and encoder, so that a browser may keep it for ever.
        """
        widths = [width for width in WIDTHS if width <= self.width]
        if self.width < WIDTHS[-1] and self.width >= (widths[-1] if widths else 0) * _WORTH_IT:
            widths.append(self.width)
        return tuple(
            Variant(
                f"{FOLDER}/{_name(self.digest, format_, width)}.{_ENDINGS[format_]}",
                format_,
                width,
                max(1, round(self.height * width / self.width)),
            )
            for format_ in formats()
            for width in widths
        )


class Album:
    """The pictures of a folder, each read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read yet."""
        self._folder = folder
        self._found: dict[str, Raster | None] = {}

    def get(self, name: str) -> Raster | None:
        """Return the picture at `name` below the folder, or None if the check has something to say of it."""
        if name not in self._found:
            try:
                self._found[name] = read(self._folder / name)
            except (RasterError, OSError):
                self._found[name] = None
        return self._found[name]


@cache
def formats() -> tuple[str, ...]:
    """Return the formats to publish, the smallest first; a Pillow without AVIF does without."""
    return ("AVIF", "WEBP", "JPEG") if features.check("avif") else ("WEBP", "JPEG")


def read(path: Path) -> Raster:
    """Read the head of a picture; its content decides, not its name.

    Raises RasterError for what cannot be published, OSError if the file cannot be read.
    """
    data = path.read_bytes()
    image = _open(data)
    if getattr(image, "n_frames", 1) > 1 and image.format in {"PNG", "WEBP"}:
        raise RasterError("media-animated")
    if not _whole(data, image.format or ""):
        raise RasterError("media-damaged")
    width, height, orientation = *image.size, _orientation(image)
    if orientation in _SIDEWAYS:
        width, height = height, width
    return Raster(path, blake2b(data, digest_size=16).hexdigest(), width, height, orientation)


def is_raster(path: Path) -> bool:
    """Tell from the first bytes whether the file is a picture that `read` may take, whatever it is called."""
    with path.open("rb") as file:
        head = file.read(12)
    return head.startswith((b"\xff\xd8\xff", b"\x89PNG")) or (head[:4], head[8:]) == (b"RIFF", b"WEBP")


def _open(data: bytes) -> Image.Image:
    too_many = RasterError("media-pixels", limit=str(MOST_MEGAPIXELS), side=f"{LONGEST_SIDE:,}".replace(",", "."))
    try:
        # Pillow warns above 89 megapixels and refuses above 179; our own limit is lower.
        with warnings.catch_warnings(action="ignore"):
            image = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        raise too_many from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error):
        found = next((name for name, head in _OTHERS.items() if _begins(data, head)), "")
        raise (RasterError("media-type", found=found) if found else RasterError("media-damaged")) from None
    if image.width * image.height > MOST_MEGAPIXELS * 1_000_000 or max(image.size) > LONGEST_SIDE:
        raise too_many
    return image


def _begins(data: bytes, head: bytes) -> bool:
    return re.match(head, data[:_SNIFFED], re.DOTALL | re.IGNORECASE) is not None


def _orientation(image: Image.Image) -> int:
    # A PNG may carry EXIF behind its pixels; nobody writes that, and reading it would mean to unpack them.
    if image.format == "PNG" and "exif" not in image.info:
        return 1
    try:
        with warnings.catch_warnings(action="ignore"):  # of corrupt EXIF data, which we do not need
            found = image.getexif().get(_ORIENTATION, 1)
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, struct.error):
        return 1
    return int(found) if isinstance(found, int) and 1 <= found < _SIDEWAYS.stop else 1


def _whole(data: bytes, format_: str) -> bool:
    """Tell whether the file ends where it should, without unpacking it."""
    if format_ == "PNG":
        try:
            with Image.open(BytesIO(data), formats=("PNG",)) as image:
                image.verify()
        except (OSError, ValueError, SyntaxError, struct.error):
            return False
        return b"IEND" in data[-_SNIFFED:]
    if format_ == "WEBP":
        return len(data) >= int.from_bytes(data[4:8], "little") + 8
    scan = _scan(data)
    return scan > 0 and data.find(b"\xff\xd9", scan) > 0


def _scan(data: bytes) -> int:
    """Return where the pixels of a JPEG begin, or 0; a preview in its EXIF data has an end of its own."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        place += 1 if marker == 0xFF else length + 2  # noqa: PLR2004 - fill bytes
        if marker == 0xDA:  # noqa: PLR2004 - start of scan
            return place
    return 0


@cache
def _encoders() -> str:
    """Return what encodes here: another version may yield other bytes, and then the name must change."""
    versions = [f"{name} {features.version(name)}" for name in ("pil", "avif", "webp", "libjpeg_turbo", "littlecms2")]
    return ", ".join(versions)


def _name(digest: str, format_: str, width: int) -> str:
    recipe = f"{digest} {format_} {QUALITY[format_]} {width} {_RECIPE} {_encoders()}"
    return f"{blake2b(recipe.encode(), digest_size=8).hexdigest()}-{width}"

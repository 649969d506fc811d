"""Pictures to try things on, made here: no photo of anybody, and none that a repository would have to hold."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image

PLACE = b"Musterstadt, Gartenweg 7"


def made(width=640, height=480, mode="RGB"):
    """Return a picture whose corners differ: red, green, blue and white, clockwise from the upper left."""
    image = Image.new("RGB", (2, 2))
    for place, colour in {(0, 0): "red", (1, 0): "lime", (1, 1): "blue", (0, 1): "white"}.items():
        image.putpixel(place, Image.new("RGB", (1, 1), colour).getpixel((0, 0)))
    return image.resize((width, height), Image.Resampling.NEAREST).convert(mode)


def saved(image, kind="JPEG", **options):
    """Return the bytes of a picture file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def exif(orientation=1):
    """Return EXIF data with a camera, a place on earth and an orientation."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = PLACE.decode()
    data[0x010F] = "Musterkamera"
    data.get_ifd(0x8825).update({1: "N", 2: (53.0, 7.0, 2.0), 3: "E", 4: (9.0, 48.0, 1.0)})
    return data


def telling(orientation=1, size=(640, 480)):
    """Return a JPEG that says much about who took it, when and where."""
    options = {"exif": exif(orientation), "comment": PLACE, "xmp": b"<x:xmpmeta>" + PLACE + b"</x:xmpmeta>"}
    return saved(made(*size), quality=90, **options)


def bomb(width=60_000, height=60_000):
    """Return a PNG of a few bytes that says it has thousands of megapixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"\0" * 99)) + _chunk(b"IEND", b"")
    )


def _chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


# By name: a file of each sort that is refused.
REFUSED = {
    "eigentlich-pdf.jpg": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "abgebrochen.jpg": saved(made())[:-400],
    "bewegt.webp": saved(made(), "WEBP", save_all=True, append_images=[made().rotate(90)]),
    "riesig.png": bomb(),
    "winzig.png": saved(made(64, 48), "PNG"),
}

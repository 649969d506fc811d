"""Pictures become what is published in their place: small, in three formats, without a word about who, when, where."""

from __future__ import annotations

import warnings
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageCms

from vorbild.artefact import Artefact
from vorbild.raster import FORMATS, QUALITY, RasterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vorbild.raster import Raster, Variant
    from vorbild.render.store import Store

_THREADS = 2
# Modes with an alpha channel.
_CLEAR = {"LA", "La", "RGBA", "RGBa", "PA"}
# EXIF orientation: what undoes it.
_TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_OPTIONS: dict[str, dict[str, object]] = {
    # One thread each: the work is shared out among the variants, and the bytes must not depend on the machine.
    "AVIF": {"speed": 6, "max_threads": 1},
    "WEBP": {"method": 4},
    "JPEG": {"progressive": True, "optimize": True, "subsampling": "4:2:0"},
}


def pictures(rasters: Iterable[Raster], store: Store) -> Iterator[Artefact]:
    """Yield the variants of all `rasters`, each once; what `store` holds is not made again.

    Raises RasterError (`media-damaged`, with the file) for a picture whose head was sound and whose pixels are not.
    """
    unique = {raster.digest: raster for raster in rasters}
    with ThreadPoolExecutor(_THREADS) as threads:
        for _, raster in sorted(unique.items()):
            names = [variant.path.rpartition("/")[2] for variant in raster.variants]
            found = [store.get(name) for name in names]
            missing = [v for v, data in zip(raster.variants, found, strict=True) if data is None]
            made = dict(zip(missing, _made(raster, missing, threads), strict=True)) if missing else {}
            for variant, name, held in zip(raster.variants, names, found, strict=True):
                if held is None:
                    store.put(name, made[variant])
                yield Artefact(variant.path, made[variant] if held is None else held)


def _made(raster: Raster, variants: list[Variant], threads: ThreadPoolExecutor) -> list[bytes]:
    """Return the bytes of `variants`; the picture is unpacked once."""
    try:
        image = _plain(raster)
    except (OSError, ValueError, SyntaxError) as error:
        raise RasterError("media-damaged", file=raster.path.name) from error
    sizes = {(variant.width, variant.height) for variant in variants}
    # Lanczos from three times the size: what box averaging loses before that is not to be seen.
    resized = {size: image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0) for size in sizes}
    return list(threads.map(partial(_encode, resized), variants))


def _plain(raster: Raster) -> Image.Image:
    """Return the pixels upright in sRGB, with alpha only if something shows through, and nothing else."""
    with warnings.catch_warnings(action="ignore"), Image.open(raster.path, formats=FORMATS) as opened:
        opened.load()
        profile = opened.info.get("icc_profile")
        image: Image.Image = opened
        alpha = None
        if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off instead of scaling
            image, profile = image.convert("I").point(lambda value: value / 256).convert("L"), None
        elif "transparency" in image.info or image.mode in _CLEAR:
            clear = image.convert("RGBA")
            alpha, image = clear.getchannel("A"), clear.convert("L" if image.mode == "LA" else "RGB")
        image = _srgb(image, profile)
    if alpha is not None and alpha.getextrema() != (255, 255):
        image.putalpha(alpha)
    if raster.orientation in _TURN:
        image = image.transpose(_TURN[raster.orientation])
    # A new image takes the pixels over and none of the comments, previews and places.
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode not in {"L", "RGB", "CMYK"}:
        image = image.convert("RGB")
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile, or one of another colour space: the plain conversion is close enough
        else:
            if converted is not None:
                return converted
    return image.convert("RGB")


def _encode(resized: dict[tuple[int, int], Image.Image], variant: Variant) -> bytes:
    # A copy for each thread: Pillow keeps the options of an encoder in the image while it saves.
    image = resized[variant.width, variant.height].copy()
    if variant.format == "JPEG" and image.mode == "RGBA":
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    out = BytesIO()
    image.save(out, variant.format, quality=QUALITY[variant.format], **_OPTIONS[variant.format])
    return out.getvalue()

"""What a picture file is, is decided by its content: the head is read, nothing is unpacked."""

from __future__ import annotations

import time

import pictures
import pytest
from PIL import Image
from vorbild.raster import MOST_MEGAPIXELS, Album, RasterError, is_raster, read


@pytest.fixture
def file(tmp_path):
    """Return a function that writes bytes to a file and returns its path."""

    def write(data, name="bild.jpg"):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return write


def refused(path):
    with pytest.raises(RasterError) as caught:
        read(path)
    return caught.value


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_size_is_read_whatever_the_name_says(file, kind):
    found = read(file(pictures.saved(pictures.made(), kind), "bild.gif"))
    assert (found.width, found.height, found.orientation) == (640, 480, 1)


@pytest.mark.parametrize(("orientation", "size"), [(1, (640, 480)), (3, (640, 480)), (6, (480, 640)), (8, (480, 640))])
def test_size_is_the_one_that_is_seen(file, orientation, size):
    found = read(file(pictures.telling(orientation)))
    assert (found.width, found.height) == size


@pytest.mark.parametrize("data", [b"", b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\xff" * 40])
def test_broken_exif_data_counts_as_upright(file, data):
    assert read(file(pictures.saved(pictures.made(), exif=data))).orientation == 1


@pytest.mark.parametrize(
    ("head", "format_"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"GIF89a\1\0\1\0", "GIF"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"<!DOCTYPE html><html><script>alert(1)</script>", "HTML"),
        (b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG"),
        (b"<svg onload='alert(1)'/>", "SVG"),
    ],
)
def test_another_type_is_named(file, head, format_):
    error = refused(file(head))
    assert (error.code, error.params) == ("media-type", {"found": format_})


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"Guten Tag", b"\0" * 999]
)
def test_what_is_nothing_at_all_is_damaged(file, data):
    assert refused(file(data)).code == "media-damaged"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
def test_a_file_whose_end_is_missing_is_damaged(file, kind, share):
    # Noise, so that the pixels are by far the largest part of the file.
    data = pictures.saved(Image.effect_noise((400, 400), 90), kind)
    assert refused(file(data[: int(len(data) * share)])).code == "media-damaged"


def test_the_end_of_a_preview_does_not_stand_for_the_end_of_the_picture(file):
    exif = pictures.exif()
    exif[0x9286] = pictures.saved(pictures.made(80, 60))
    data = pictures.saved(Image.effect_noise((400, 400), 90), exif=exif)
    assert read(file(data)).width == 400
    assert refused(file(data[:-9])).code == "media-damaged"


def test_what_a_phone_adds_behind_the_end_does_no_harm(file):
    assert read(file(pictures.saved(pictures.made()) + b"MotionPhoto_Data" * 100)).width == 640


def test_a_changed_byte_in_a_png_is_found(file):
    data = bytearray(pictures.saved(Image.effect_noise((90, 90), 90), "PNG"))
    data[len(data) // 2] ^= 1
    assert refused(file(bytes(data))).code == "media-damaged"


@pytest.mark.parametrize("size", [(60_000, 60_000), (9000, 9000), (20_000, 10), (10, 20_000)])
def test_bombs_are_refused_without_unpacking_them(file, size):
    path = file(pictures.bomb(*size))
    started = time.process_time()
    assert refused(path).code == "media-pixels"
    assert time.process_time() - started < 1


def test_a_picture_just_below_the_limit_is_taken(file):
    side = int((MOST_MEGAPIXELS * 1_000_000) ** 0.5)
    assert read(file(pictures.bomb(side, side))).width == side


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_moving_pictures_are_refused(file, kind):
    data = pictures.saved(pictures.made(), kind, save_all=True, append_images=[pictures.made().rotate(180)])
    assert refused(file(data)).code == "media-animated"


@pytest.mark.parametrize(
    ("width", "widths"),
    [(4000, [480, 960, 1600]), (1600, [480, 960, 1600]), (1300, [480, 960, 1300]), (1000, [480, 960]), (200, [200])],
)
def test_no_variant_is_wider_than_the_picture(file, width, widths):
    made = read(file(pictures.bomb(width, width // 2))).variants
    assert sorted({variant.width for variant in made}) == widths
    assert {variant.height * 2 for variant in made} == set(widths)


def test_names_follow_the_content_and_not_the_file(file):
    one, same = read(file(pictures.telling(1), "a.jpg")), read(file(pictures.telling(1), "b.png"))
    other = read(file(pictures.telling(3), "c.jpg"))
    assert one.variants == same.variants
    assert not {v.path for v in one.variants} & {v.path for v in other.variants}
    assert len({v.path for v in one.variants}) == len(one.variants)


def test_an_album_has_what_can_be_published_and_nothing_else(file, tmp_path):
    file(pictures.saved(pictures.made()), "gut.jpg")
    file(pictures.REFUSED["abgebrochen.jpg"], "schlecht.jpg")
    album = Album(tmp_path)
    assert album.get("gut.jpg") is album.get("gut.jpg") is not None
    assert album.get("schlecht.jpg") is None
    assert album.get("fehlt.jpg") is None


def test_a_picture_is_told_from_its_first_bytes(file):
    assert is_raster(file(pictures.saved(pictures.made(), "WEBP"), "ohne-endung"))
    assert not is_raster(file(b"", "leer.jpg"))
    assert not is_raster(file(b"<svg/>", "bild.svg"))

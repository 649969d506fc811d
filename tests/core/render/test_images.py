"""Pictures are published small, upright, in sRGB, in three formats, and say nothing about who, when and where."""

from __future__ import annotations

from io import BytesIO

import pictures
import pytest
from PIL import Image, ImageCms
from vorbild.raster import RasterError, formats, read
from vorbild.render import Store
from vorbild.render import pictures as published

CORNERS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "white": (255, 255, 255)}


@pytest.fixture
def publish(tmp_path):
    """Return a function that publishes the picture in some bytes and opens every variant."""

    def publish(data, store=None):
        path = tmp_path / "bild"
        path.write_bytes(data)
        made = {a.path: a.data for a in published([read(path)], store or Store())}
        return {name: Image.open(BytesIO(data)) for name, data in made.items()}, made

    return publish


def near(found, wanted):
    return all(abs(a - b) <= 12 for a, b in zip(found, wanted, strict=True))


def corner(image, right, low):
    rgb = image.convert("RGB")
    return rgb.getpixel(((rgb.width - 1) * (3 if right else 1) // 4, (rgb.height - 1) * (3 if low else 1) // 4))


def test_each_format_is_there_in_each_width(publish):
    opened, _ = publish(pictures.telling(size=(2000, 1500)))
    assert sorted((image.format, image.size) for image in opened.values()) == sorted(
        (format_, size) for format_ in formats() for size in ((480, 360), (960, 720), (1600, 1200))
    )


def test_nothing_is_told_about_who_when_and_where(publish):
    source = pictures.telling()
    assert pictures.PLACE in source
    opened, made = publish(source)
    for name, data in made.items():
        for word in (pictures.PLACE, b"Musterkamera", b"Exif", b"xmpmeta", b"ICC_PROFILE"):
            assert word not in data, name
    for image in opened.values():
        assert dict(image.getexif()) == {}
        assert not image.info.keys() & {"exif", "xmp", "comment", "icc_profile", "XML:com.adobe.xmp"}


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_metadata_of_other_formats_goes_too(publish, kind):
    _, made = publish(pictures.saved(pictures.made(), kind, exif=pictures.exif()))
    for data in made.values():
        assert b"Musterkamera" not in data


# What a camera stores for each orientation, undone: EXIF says where the first row and column are.
@pytest.mark.parametrize(
    ("orientation", "upper_left"),
    [(1, "red"), (2, "lime"), (3, "blue"), (4, "white"), (5, "red"), (6, "white"), (7, "blue"), (8, "lime")],
)
def test_pictures_are_upright(publish, orientation, upper_left):
    opened, _ = publish(pictures.telling(orientation))
    for image in opened.values():
        assert (image.width > image.height) == (orientation < 5)
        assert near(corner(image, right=False, low=False), CORNERS[upper_left])


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_every_colour_model_becomes_srgb(publish, mode):
    opened, _ = publish(pictures.saved(pictures.made(mode=mode)))
    for image in opened.values():
        assert image.mode == "RGB"
        assert near(corner(image, right=False, low=True), CORNERS["white"])


def test_sixteen_bits_are_scaled_and_not_cut_off(publish):
    opened, _ = publish(pictures.saved(Image.new("I;16", (400, 400), 0x8000), "PNG"))
    for image in opened.values():
        assert near(image.convert("RGB").getpixel((5, 5)), (128, 128, 128))


def test_a_colour_profile_is_applied_and_a_broken_one_is_not(publish):
    colour = (200, 90, 40)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # A profile whose red is green: as far from sRGB as can be.
    swapped = srgb.replace(b"rXYZ", b"....").replace(b"gXYZ", b"rXYZ").replace(b"....", b"gXYZ")
    for profile, same in ((srgb, True), (swapped, False), (b"kein Profil", True)):
        source = pictures.saved(Image.new("RGB", (400, 400), colour), quality=95, icc_profile=profile)
        for image in publish(source)[0].values():
            assert near(image.convert("RGB").getpixel((9, 9)), colour) == same


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_shows_through_stays_so_and_is_white_in_jpeg(publish, mode):
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 200, 400))
    image = image.quantize(4) if mode == "P" else image.convert(mode)
    opened, _ = publish(pictures.saved(image, "PNG"))
    for found in opened.values():
        if found.format == "JPEG":
            assert near(found.getpixel((390, 9)), (255, 255, 255))
        else:
            assert found.convert("RGBA").getpixel((390, 9))[3] == 0
        assert near(found.convert("RGB").getpixel((9, 9)), (0, 0, 0))


def test_alpha_that_hides_nothing_is_left_out(publish):
    opened, _ = publish(pictures.saved(pictures.made(mode="RGBA"), "PNG"))
    assert {image.mode for image in opened.values()} == {"RGB"}


def test_two_runs_without_a_store_are_the_same_to_the_byte(publish):
    source = pictures.saved(Image.effect_noise((1700, 900), 60))
    assert publish(source)[1] == publish(source)[1]


def test_what_is_stored_is_not_made_again(publish, tmp_path, monkeypatch):
    store = Store(tmp_path / "cache")
    first = publish(pictures.telling(), store)[1]
    monkeypatch.setattr("vorbild.render.images._plain", lambda raster: pytest.fail("made again"))
    assert publish(pictures.telling(), store)[1] == first


def test_a_broken_store_is_mended(publish, tmp_path):
    folder = tmp_path / "cache"
    first = publish(pictures.telling(), Store(folder))[1]
    files = sorted(folder.iterdir())
    assert len(files) == len(first)
    for number, file in enumerate(files):
        file.write_bytes(file.read_bytes()[: 20 * number])
    assert publish(pictures.telling(), Store(folder))[1] == first
    assert publish(pictures.telling(), Store(folder))[1] == first


def test_without_a_place_to_write_nothing_is_stored(publish, tmp_path):
    # A file where the folder should be: as closed as a project on a read-only disk, also for root.
    (tmp_path / "cache").write_text("")
    assert publish(pictures.telling(), Store(tmp_path / "cache" / "pictures"))[1] == publish(pictures.telling())[1]


def test_one_picture_under_two_names_is_published_once(tmp_path):
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(pictures.telling())
    rasters = [read(tmp_path / name) for name in ("a.jpg", "b.jpg")]
    paths = [artefact.path for artefact in published(rasters, Store())]
    assert len(paths) == len(set(paths)) == len(rasters[0].variants)


def test_damage_behind_a_sound_head_is_a_finding(publish):
    data = bytearray(pictures.saved(Image.effect_noise((600, 600), 90), "WEBP"))
    data[40:-40] = b"\xff" * (len(data) - 80)
    with pytest.raises(RasterError) as caught:
        publish(bytes(data))
    assert (caught.value.code, caught.value.params) == ("media-damaged", {"file": "bild"})

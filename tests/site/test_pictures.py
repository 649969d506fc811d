"""Photos on a built site: small files with known sizes, none of them as it came from the camera; and share cards."""

from __future__ import annotations

import posixpath
import re
import shutil
from urllib.parse import urlsplit

import pictures
import projects
import pytest
from PIL import Image

ADDRESS = "https://vorbild.example/unter/ordner/"
CONFIG = f"""\
site_name: Musterorte
site_url: {ADDRESS}
docs_dir: content
theme: {{name: material, custom_dir: overrides, font: false, static_templates: [404.html]}}
plugins: [vorbild]
markdown_extensions: [attr_list]
extra: {{tagline: Gut gemacht, links: {{easy: index.md, accessibility: index.md}}}}
"""
PHOTO = "photo:\n  file: foto.jpg\n  alt: Vier Felder in vier Farben\n  credit: Verein Beispiel\n  licence: CC-BY-4.0\n"
PAGE = """\
# Start

![Ein „Bild“ & mehr](bilder/am%20Ort.jpeg "Titel") und [groß](bilder/am%20Ort.jpeg).

![Ein Zeichen](bilder/zeichen.png)
"""


def write(root):
    projects.make(root)
    projects.write(root, "mkdocs.yml", CONFIG)
    projects.write(root, "case_studies/practices/beispiel.yml", projects.ENTRY + PHOTO)
    projects.write(root, "content/unter/seite.md", "# Unten\n\n![Dasselbe](../bilder/am%20Ort.jpeg)\n")
    projects.write(root, "content/index.md", PAGE)
    (root / "case_studies/media/foto.jpg").write_bytes(pictures.telling(6, (2000, 1500)))
    (root / "content/bilder").mkdir()
    (root / "content/bilder/am Ort.jpeg").write_bytes(pictures.telling(1, (1300, 700)))
    (root / "content/bilder/zeichen.png").write_bytes(pictures.saved(pictures.made(90, 60, "RGBA"), "PNG"))
    # Lies there, is shown nowhere, and is called something else.
    (root / "content/bilder/rest.bin").write_bytes(pictures.telling(3))
    return root


@pytest.fixture(scope="module")
def photos(build, read_site, tmp_path_factory):
    """Return the read site of a project with photos, built twice from scratch into two folders."""
    folder = tmp_path_factory.mktemp("fotos")
    for name in ("eins", "zwei"):
        code, output = build(folder / name / "site", root=write(folder / name / "projekt"))
        assert code == 0, output
    return read_site(folder / "eins/site", ADDRESS)


def images(page):
    return [node for node in page.nodes if node.tag == "img"]


def test_two_builds_without_a_cache_are_the_same_to_the_byte(photos, files_of):
    left, right = files_of(photos.folder), files_of(photos.folder.parents[1] / "zwei/site")
    assert left.keys() == right.keys()
    assert [name for name in left if left[name] != right[name]] == []
    assert {"media", "share"} <= {name.split("/")[0] for name in left}


def test_no_file_says_where_a_photo_was_taken(photos, files_of):
    assert [
        name
        for name, data in files_of(photos.folder).items()
        if pictures.PLACE in data or b"Musterkamera" in data or b"Exif\0" in data
    ] == []


def test_no_picture_is_published_as_it_was(photos):
    found = {name for name in photos.files if name.endswith((".jpg", ".jpeg", ".png", ".webp", ".avif", ".bin"))}
    assert {name.split("/")[0] for name in found} <= {"media", "share"}


def test_every_picture_has_its_size_and_all_its_files(photos, gather):
    found = gather()
    shown = 0
    for page in photos.pages.values():
        for image in images(page):
            shown += 1
            if not all(image.attrs.get(name) for name in ("width", "height", "src", "srcset", "sizes", "decoding")):
                found.add(page.path, image.attrs)
        for node in page.root.all("img", "source"):
            for candidate in node.attrs["srcset"].split(", "):
                address, width = candidate.split(" ")
                name, _ = photos.target(page, address)
                if not name:
                    found.add(page.path, address)
                    continue
                with Image.open(photos.folder / name) as opened:
                    kind = node.attrs.get("type", "image/jpeg")
                    if (f"image/{opened.format.lower()}", f"{opened.width}w") != (kind, width):
                        found.add(page.path, candidate)
    assert shown > 5
    found.none()


def test_the_photo_in_the_head_is_fetched_first_and_all_others_when_they_are_near(photos):
    head, below = images(photos.page("praxis/beispiel/"))[:2]
    assert (head.attrs.get("fetchpriority"), head.attrs.get("loading")) == ("high", None)
    assert (below.attrs.get("fetchpriority"), below.attrs.get("loading")) == (None, "lazy")
    assert (head.attrs["width"], head.attrs["height"]) == ("1500", "2000")
    assert head.attrs["alt"] == "Vier Felder in vier Farben"
    assert "Foto: Verein Beispiel, CC-BY-4.0" in photos.page("praxis/beispiel/").main.text


def test_a_card_shows_the_photo_or_the_pictogram(photos):
    cards = [node for node in photos.page("praxis/").main.all("li") if "card" in node.attrs.get("class", "").split()]
    assert len(cards) == 3
    assert sum(1 for card in cards if any(card.all("img"))) == 1
    for card in cards:
        assert any(card.all("img")) != any(card.having("tile"))


def test_pictures_on_hand_written_pages_keep_their_words_and_links_to_them_work(photos):
    page = photos.page("index.html")
    assert [image.attrs["alt"] for image in images(page)] == ["Ein „Bild“ & mehr", "Ein Zeichen"]
    assert images(page)[1].attrs["width"] == "90"
    link = next(node for node in page.main.all("a") if node.text == "groß")
    name, _ = photos.target(page, link.attrs["href"])
    assert name.endswith("-1300.jpg")
    below = images(photos.page("unter/seite/"))[0]
    assert photos.target(photos.page("unter/seite/"), below.attrs["src"])[0] == name


def test_every_page_names_a_share_card_that_is_there(photos, gather):
    found, cards = gather(), {}
    for path, page in photos.pages.items():
        meta = {
            node.attrs.get("property", node.attrs.get("name")): node.attrs.get("content")
            for node in page.nodes
            if node.tag == "meta"
        }
        if path == "404.html":
            continue
        address = meta["og:image"]
        name = address.removeprefix(ADDRESS)
        with Image.open(photos.folder / name) as card:
            if card.size != (1200, 630) or (meta["og:image:width"], meta["og:image:height"]) != ("1200", "630"):
                found.add(path, address)
        if not (meta["og:title"] and meta["og:image:alt"] and meta["og:url"].startswith(ADDRESS)):
            found.add(path, meta)
        assert meta["twitter:card"] == "summary_large_image"
        cards[posixpath.dirname(path)] = address
    found.none()
    assert cards["praxis/beispiel"] != cards["praxis/nachahmung"] != cards["praxis"]
    assert cards["praxis"] == cards[""]
    assert urlsplit(cards[""]).scheme == "https"


def test_damage_that_only_unpacking_shows_stops_the_build_in_german(build, tmp_path):
    root = write(tmp_path / "projekt")
    broken = bytearray(pictures.saved(Image.effect_noise((600, 600), 90), "WEBP"))
    broken[40:-40] = b"\xff" * (len(broken) - 80)
    (root / "case_studies/media/foto.jpg").write_bytes(broken)
    code, output = build(tmp_path / "site", root=root)
    assert code == 1
    assert "Traceback" not in output
    assert re.search(r"practices/beispiel\.yml:\d+:\d+: „foto\.jpg“ .* \[media-damaged\]", output)


def test_a_picture_of_another_type_on_a_page_is_a_finding(build, tmp_path):
    root = write(tmp_path / "projekt")
    (root / "content/bilder/zeichen.png").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
    code, output = build(tmp_path / "site", root=root)
    assert code == 1
    assert re.search(r"content/index\.md:5:1: .*SVG.*\[media-type\]", output)


def test_the_project_may_be_read_only(build, files_of, photos, tmp_path):
    root = write(tmp_path / "projekt")
    # A file where the cache would be: closed for everyone, also for root.
    (root / ".cache").write_text("", "utf-8")
    assert build(tmp_path / "site", root=root)[0] == 0
    assert files_of(tmp_path / "site").keys() == files_of(photos.folder).keys()


def test_the_offline_edition_shows_photos_from_its_folder(build, read_site, tmp_path):
    root = write(tmp_path / "projekt")
    shutil.rmtree(root / "content/unter")
    config = CONFIG.replace(f"site_url: {ADDRESS}\n", "use_directory_urls: false\n")
    projects.write(root, "mkdocs.yml", config)
    code, output = build(tmp_path / "site", root=root, VORBILD_OFFLINE="1")
    assert code == 0, output
    site = read_site(tmp_path / "site")
    page = site.pages["praxis/beispiel/index.html"]
    assert all(site.target(page, image.attrs["src"], folders=False)[0] for image in images(page))
    assert "og:image" not in page.source

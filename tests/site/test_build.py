"""The build: strict, silent, the same every time, and not tied to one generator or one theme."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://vorbild.example/unter/ordner/"
# Python runs this module at its start: three years later, on a clock that knows no source date.
LATER = """
import datetime, time
AHEAD = datetime.timedelta(days=1100)
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + AHEAD
    @classmethod
    def utcnow(cls):
        return super().utcnow() + AHEAD
class LaterDay(datetime.date):
    @classmethod
    def today(cls):
        return super().today() + AHEAD
datetime.datetime, datetime.date = Later, LaterDay
clock, local, world = time.time, time.localtime, time.gmtime
time.time = lambda: clock() + AHEAD.total_seconds()
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: world(time.time() if seconds is None else seconds)
"""


@pytest.fixture(scope="module")
def compare(files_of):
    """Return a function that holds a tree against another, byte by byte."""

    def against(one, other):
        left, right = files_of(one), files_of(other)
        assert sorted(left.keys() ^ right.keys()) == []
        assert [name for name in left.keys() & right.keys() if left[name] != right[name]] == []

    return against


def test_the_build_has_nothing_to_say(build_log):
    lines = [line for line in build_log.splitlines() if line.strip()]
    assert [line for line in lines if not line.startswith("INFO ")] == []
    assert [line for line in lines if "Traceback" in line or "Deprecat" in line] == []


def test_two_builds_are_the_same_to_the_byte_whatever_time_and_order(build, small, compare, copy_small, tmp_path):
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    code, output = build(
        tmp_path / "again",
        root=copy_small(tmp_path / "project"),
        PYTHONPATH=os.pathsep.join((str(clock), str(ROOT / "plugins"))),
        PYTHONHASHSEED="4711",
        SOURCE_DATE_EPOCH="86400",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        COLUMNS="40",
    )
    assert code == 0, output
    compare(small, tmp_path / "again")


def test_properdocs_builds_the_same_site(build, small, compare, copy_small, tmp_path):
    root = copy_small(tmp_path / "project")
    code, output = build(tmp_path / "other", root=root, generator="properdocs", arguments=("-f", "mkdocs.yml"))
    assert code == 0, output
    assert "WARNING" not in output
    compare(small, tmp_path / "other")


def test_it_needs_no_theme(build, small, compare, copy_small, tmp_path):
    root = copy_small(tmp_path / "project")
    (root / "own.yml").write_text(
        "INHERIT: mkdocs.yml\ntheme: {name: null, custom_dir: overrides, static_templates: [404.html]}\n",
        encoding="utf-8",
    )
    code, output = build(tmp_path / "own", root=root, arguments=("-f", "own.yml"))
    assert code == 0, output
    assert "WARNING" not in output
    compare(small, tmp_path / "own")


def test_files_for_folders_without_a_server(offline, read_site, gather):
    site, found = read_site(offline), gather()
    for page in site.pages.values():
        for node in page.nodes:
            for name in ("href", "src"):
                target = site.target(page, node.attrs[name], folders=False) if name in node.attrs else None
                if target is None or page.path == "404.html":
                    continue
                file, anchor = target
                if not file or (anchor and file in site.pages and anchor not in site.pages[file].ids):
                    found.add(page.path, node.attrs[name])
    found.none()


def test_both_editions_have_the_same_pages(site, offline, read_site):
    files = read_site(offline)

    def folder(name):
        return re.sub(r"(^|/)index\.html$", "", name).removesuffix(".html")

    assert sorted(map(folder, files.pages)) == sorted(map(folder, site.pages))
    headings = {folder(name): page.heading for name, page in site.pages.items()}
    assert {folder(name): page.heading for name, page in files.pages.items()} == headings


@pytest.fixture(scope="module")
def published(build, copy_small, filled, read_site):
    """Return the small site as it is built for an address of its own, in a folder of a host."""

    def fill(folder):
        code, output = build(folder, root=copy_small(folder.with_name("published-project")), VORBILD_SITE_URL=ADDRESS)
        return "" if code == 0 else output

    return read_site(filled("published", fill), urlsplit(ADDRESS)._replace(path="").geturl())


def links(page, rel):
    return [node for node in page.nodes if node.tag == "link" and node.attrs.get("rel") == rel]


def test_canonical_addresses_only_where_there_is_an_address(site, published, gather):
    found = gather()
    for page in site.pages.values():
        for node in links(page, "canonical"):
            found.add(page.path, node.attrs)
    for page in published.pages.values():
        wanted = [ADDRESS + page.path.removesuffix("index.html")] if page.path != "404.html" else []
        if [node.attrs["href"] for node in links(page, "canonical")] != wanted:
            found.add("mit Adresse: " + page.path, links(page, "canonical"))
    found.none()


def test_without_an_address_no_language_variants_are_named(site):
    """Search engines take whole addresses only."""
    assert not any(links(page, "alternate") for page in site.pages.values())


def test_language_variants_name_each_other_by_whole_addresses(published, gather):
    site, found = published, gather()

    def target(page, node):
        assert node.attrs["href"].startswith(ADDRESS)
        name, _ = site.target(page, "/" + node.attrs["href"].removeprefix(ADDRESS))
        return name

    for page in site.pages.values():
        own = {node.attrs["hreflang"]: target(page, node) for node in links(page, "alternate")}
        if page.path == "404.html":
            continue
        alone = not page.easy and f"{page.path.removesuffix('index.html')}leicht/index.html" not in site.pages
        # A page to print is no variant of another (decision 0029).
        if page.sheet or alone:
            if own:
                found.add(page.path, own)
            continue
        if set(own) != {"de", "de-simple"} or own["de-simple" if page.easy else "de"] != page.path:
            found.add(page.path, own)
            continue
        twin = site.pages.get(own["de" if page.easy else "de-simple"])
        if twin is None:
            found.add(page.path, "Gegenstück fehlt")
        elif {node.attrs["hreflang"]: target(twin, node) for node in links(twin, "alternate")} != own:
            found.add(page.path, f"{twin.path} nennt andere")
    found.none()


def test_in_a_folder_of_a_host_the_error_page_finds_its_styles(published):
    for node in links(published.pages["404.html"], "stylesheet"):
        assert node.attrs["href"].startswith(urlsplit(ADDRESS).path), node.attrs


def test_search_engines_get_every_page_with_an_unchanging_date(published):
    text = (published.folder / "sitemap.xml").read_text("utf-8")
    listed = {address.removeprefix(ADDRESS) for address in re.findall(r"<loc>(.*?)</loc>", text)}
    pages = (page for page in published.pages.values() if page.path != "404.html" and not page.sheet)
    assert listed == {page.path.removesuffix("index.html") for page in pages}
    days = set(re.findall(r"<lastmod>(.*?)</lastmod>", text))
    assert days
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) for day in days)


def test_nothing_of_the_theme_is_published(site):
    assert [name for name in site.files if "javascripts" in name or "stylesheets" in name] == []
    kinds = {Path(name).suffix for name in site.files if name.startswith("assets/")}
    assert kinds <= {".css", ".js", ".svg", ".txt", ".woff2"}  # the text is the licence of the fonts

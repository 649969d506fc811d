"""What servers send is what the core says: the ready-made files in docs/server/ name the same headers and values."""

from __future__ import annotations

import re

import projects
import pytest
from vorbild.engines import PAGEFIND
from vorbild.headers import ASKED, KEPT, POLICY, SERVER, policy

FOLDER = projects.ROOT / "docs/server"
SET = {
    "nginx.conf": re.compile(r'^\s*add_header ([\w-]+) "([^"$]+)" always;', re.MULTILINE),
    "apache.htaccess": re.compile(r'^\s*Header always set ([\w-]+) "([^"]+)"', re.MULTILINE),
    "Caddyfile": re.compile(r'^\t\t([\w-]+) "([^"]+)"', re.MULTILINE),
    "_headers": re.compile(r"^  ([\w-]+): (.+)$", re.MULTILINE),
}
# Each file says this its own way, or leaves it to the host.
OWN = {"Cache-Control", "Strict-Transport-Security"}
HASHED = ["/assets/style.0123456789ab.css", "/assets/x/0123456789abcdef-640.avif", "/teilen/0123456789abcdef.png"]
IN_HASHED = ["/assets/pagefind.0123456789ab/pagefind.js", "/assets/pagefind.0123456789ab/index/12.pf_index"]
CHANGING = ["/", "/praxis/", "/praxis/rampe/index.html", "/assets/favicon.svg", "/assets/logo.svg", "/sitemap.xml"]


def test_there_is_a_file_for_each_server():
    assert {path.name for path in FOLDER.iterdir()} == SET.keys()


@pytest.mark.parametrize("name", SET)
def test_each_file_sends_the_headers_of_the_core(name):
    found = SET[name].findall((FOLDER / name).read_text("utf-8"))
    assert {key: value for key, value in found if key not in OWN} == SERVER


@pytest.mark.parametrize("name", SET)
def test_each_file_says_what_pagefind_needs(name):
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    (said,) = (line for line in lines if "wasm" in line)
    assert said.strip().startswith("#")
    assert re.search("script-src [^;]*", said)[0] in policy(PAGEFIND)


@pytest.mark.parametrize("name", SET)
def test_files_with_a_hash_are_kept(name):
    text = (FOLDER / name).read_text("utf-8")
    assert KEPT in text
    assert name == "_headers" or ASKED in text


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("nginx.conf", r'"~(.+?\$)"'),
        ("apache.htaccess", r'<FilesMatch "(.+)">'),
        ("Caddyfile", r"@kept path_regexp (\S+)"),
    ],
)
def test_the_pattern_of_hashed_names_fits_them_only(name, pattern):
    text = (FOLDER / name).read_text("utf-8")
    match = re.search(pattern, text)
    # Apache sees the name of the file, the others the whole path.
    shown = (lambda path: path.rsplit("/", 1)[1]) if name == "apache.htaccess" else str
    assert [path for path in HASHED if not re.search(match[1], shown(path))] == []
    folder = match[1] if name != "apache.htaccess" else re.search(r'Request_URI "(.+)" kept', text)[1]
    assert [path for path in IN_HASHED if not re.search(folder, path)] == []
    assert [path for path in CHANGING if re.search(folder, path)] == []
    assert [path for path in CHANGING if re.search(match[1], shown(path))] == []


def test_every_bundle_is_kept_where_names_are_listed():
    text = (FOLDER / "_headers").read_text("utf-8")
    scripts = (path.name for path in (projects.ROOT / "overrides/scripts").iterdir())
    # search.js has no hash in its name: others ask for it by that name.
    bundles = ["style", "table", "index", "pagefind", *(name for name in scripts if name != "search")]
    assert [name for name in bundles if f"/assets/{name}.*" not in text] == []


def test_a_server_says_what_a_page_cannot():
    assert SERVER["Content-Security-Policy"].startswith(POLICY)
    assert "frame-ancestors" in SERVER["Content-Security-Policy"]
    # In <meta> browsers ignore it, with an error in the console.
    assert "frame-ancestors" not in POLICY
    assert "unsafe" not in POLICY


def test_the_policy_stands_in_one_place():
    holders = {
        path.relative_to(projects.ROOT).as_posix()
        for folder in ("plugins", "overrides")
        for path in (projects.ROOT / folder).rglob("*")
        if path.suffix in {".py", ".html"} and "default-src" in path.read_text("utf-8")
    }
    assert holders == {"plugins/vorbild/headers.py"}

"""links: what is written with `site:` leads back to the page it names, from every page, in both kinds of addresses."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.render import relative, url_of

names = st.sampled_from(["praxis", "kommunen", "x", "a-b", "seite", "2", "leicht", "index-a"])
uris = st.builds(
    lambda folders, name, ending: "/".join([*folders, name + ending]),
    st.lists(names, max_size=4),
    st.one_of(names, st.just("index")),
    st.sampled_from([".md", ".md", ".leicht.md", ".jpg", ".json"]),
)


@given(uris, uris, st.booleans(), st.sampled_from(["", "#stelle"]))
def test_a_link_leads_back_to_its_page(page, target, directory_urls, anchor):
    html = relative(f'<a href="site:{target}{anchor}">x</a>', page, directory_urls=directory_urls)
    href = re.search('href="([^"]*)"', html)[1]
    path = href.removesuffix(anchor)
    assert "site:" not in href
    assert not path.startswith("/")
    here = dirname("/" + url_of(page, directory_urls=directory_urls))
    wanted = "/" + url_of(target, directory_urls=directory_urls)
    assert normpath(join(here, path)) == normpath(wanted)
    # Without its slash a folder's address costs a redirect, and its own links lead elsewhere.
    assert path.endswith("/") == wanted.endswith("/")


@pytest.mark.parametrize(
    ("uri", "folder", "file"),
    [
        ("index.md", "", "index.html"),
        ("a.md", "a/", "a.html"),
        ("a/index.md", "a/", "a/index.html"),
        ("a.leicht.md", "a/leicht/", "a/leicht/index.html"),
        ("a/index.leicht.md", "a/leicht/", "a/leicht/index.html"),
        ("index.leicht.md", "leicht/", "leicht/index.html"),
        ("media/b.jpg", "media/b.jpg", "media/b.jpg"),
    ],
)
def test_addresses(uri, folder, file):
    assert url_of(uri) == folder
    assert url_of(uri, directory_urls=False) == file


def test_only_attributes_are_changed():
    html = '<p>site:x.md</p><img src="site:media/b.jpg"><a href="https://site:x.md">'
    assert relative(html, "a/index.md") == '<p>site:x.md</p><img src="../media/b.jpg"><a href="https://site:x.md">'

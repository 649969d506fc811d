"""Links find the language of their page: on hand-written pages in Markdown, on all others in finished HTML."""

from __future__ import annotations

import pytest
from vorbild.content import guided
from vorbild.render.links import stay_easy

TWINS = {"methode.md": "methode.leicht.md", "praxis/index.md": "praxis/leicht/index.md", "neu.md": ""}


def easy(uri):
    return TWINS.get(uri, uri)


@pytest.mark.parametrize(
    ("page", "link", "wanted"),
    [
        ("ueber.leicht.md", "[A](methode.md)", "[A](methode.leicht.md)"),
        ("ueber.leicht.md", "[A](methode.md#b)", "[A](methode.leicht.md)"),
        ("ueber.leicht.md", "[A](praxis/index.md){.btn}", "[A](praxis/leicht/index.md){.btn}"),
        ("orte/ueber.leicht.md", "[A](../methode.md)", "[A](../methode.leicht.md)"),
        ("ueber.leicht.md", "[A](methode.leicht.md#b)", "[A](methode.leicht.md#b)"),
        ("ueber.leicht.md", '[A](methode.md){hreflang="de"}', '[A](methode.md){hreflang="de"}'),
        ("ueber.leicht.md", "[A](neu.md)", '[A](neu.md){: hreflang="de"}'),
        ("ueber.leicht.md", "[A](neu.md){.btn}", '[A](neu.md){.btn hreflang="de"}'),
        ("ueber.leicht.md", "`[A](methode.md)`", "`[A](methode.md)`"),
        ("ueber.leicht.md", "[A](https://example.org/a.md)", "[A](https://example.org/a.md)"),
        ("ueber.md", "[A](methode.md#b)", "[A](methode.md#b)"),
        ("ueber.md", "[A](methode.leicht.md)", '[A](methode.leicht.md){: hreflang="de-simple"}'),
    ],
)
def test_links_in_markdown(page, link, wanted):
    assert guided(link, page, easy) == wanted


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ('<a href="site:praxis/index.md#x">', '<a href="site:praxis/leicht/index.md#x">'),
        ('<a href="site:praxis/index.md" hreflang="de">', '<a href="site:praxis/index.md" hreflang="de">'),
        ('<a href="site:neu.md">', '<a href="site:neu.md" hreflang="de">'),
        ('<a href="https://example.org/a.md">', '<a href="https://example.org/a.md">'),
        ('<img src="site:media/a.png">', '<img src="site:media/a.png">'),
    ],
)
def test_links_in_html_of_an_easy_page(link, wanted):
    assert stay_easy(link, easy) == wanted

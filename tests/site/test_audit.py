"""Five engines audit the site: every kind of page in a browser, and every page as a file."""

from __future__ import annotations

import engines
import pytest
from kinds import KINDS, LONG_KINDS, troubles, varied

WIDE, NARROW = 1280, 320


# The head with its menu and sheets is another one on a phone, and the same on all pages; these have parts of their own
# that only a phone shows.
PHONE_KINDS = {
    "start",
    "text",
    "practice",
    "list",
    "find",
    "match",
    "compare",
    "kept",
    "easy",
    "easy-start",
    "easy-find",
}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(show, kind):
    shown = show(kind, width=WIDE, reduced_motion="reduce")
    page = shown.page
    found = engines.axe(page)
    page.set_viewport_size({"width": NARROW, "height": 900})
    found += engines.axe(page, only=() if kind in PHONE_KINDS else engines.LAYOUT)
    # In the dark only colours differ.
    page.emulate_media(color_scheme="dark")
    found += engines.axe(page, only=engines.COLOURS)
    engines.none_left(found)
    assert troubles(shown, kind) == []


# One view: but for contrast, which axe measures, these engines look at the document. What is one thing thousands of
# times over takes them ten times as long.
VIEWS = [(kind, NARROW if kind in PHONE_KINDS else WIDE) for kind in KINDS if kind not in LONG_KINDS]


@pytest.mark.parametrize(("kind", "width"), VIEWS)
def test_ibm_and_codesniffer_find_nothing(show, kind, width):
    scheme = "light" if width == WIDE else "dark"
    page = show(kind, width=width, color_scheme=scheme, reduced_motion="reduce").page
    engines.none_left(engines.codesniffer(page) + engines.ibm(page))


def test_every_page_satisfies_html_validate(built):
    engines.none_left(engines.html_validate(varied(built)))


def test_every_page_style_and_drawing_satisfies_the_nu_checker(built):
    engines.none_left(engines.nu([*varied(built), *built.rglob("*.css"), *built.rglob("*.svg")]))

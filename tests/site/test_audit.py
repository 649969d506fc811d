"""Five engines audit the site: every kind of page in a browser, and every page as a file."""

from __future__ import annotations

import engines
import pytest
from kinds import KINDS, LONG_KINDS, TWIN_KINDS, troubles, varied

WIDE, NARROW = 1280, 320


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(show, kind, width):
    long = kind in LONG_KINDS
    first = "dark" if long and width == NARROW else "light"
    shown = show(kind, width=width, color_scheme=first, reduced_motion="reduce")
    found = engines.axe(shown.page)
    if not long:
        # In the dark only colours differ.
        shown.page.emulate_media(color_scheme="dark")
        found += engines.axe(shown.page, only_colours=True)
    engines.none_left(found)
    assert troubles(shown, kind) == []


# Two views of four: but for contrast, which axe measures in all four, these engines look at the document. So one view
# has to do for what is long, and for easy twins of kinds that are seen in both.
ONE_VIEW = {**dict.fromkeys(LONG_KINDS, NARROW), **dict.fromkeys(TWIN_KINDS, WIDE)}
VIEWS = [(kind, width) for kind in KINDS for width in (WIDE, NARROW) if ONE_VIEW.get(kind, width) == width]


@pytest.mark.parametrize(("kind", "width"), VIEWS)
def test_ibm_and_codesniffer_find_nothing(show, kind, width):
    scheme = "light" if width == WIDE else "dark"
    page = show(kind, width=width, color_scheme=scheme, reduced_motion="reduce").page
    engines.none_left(engines.codesniffer(page) + engines.ibm(page))


def test_every_page_satisfies_html_validate(built):
    engines.none_left(engines.html_validate(varied(built)))


def test_every_page_style_and_drawing_satisfies_the_nu_checker(built):
    engines.none_left(engines.nu([*varied(built), *built.rglob("*.css"), *built.rglob("*.svg")]))

"""The edition that opens from a folder or a USB stick, as a visitor opens it: by a click on index.html."""

from __future__ import annotations

import pytest


@pytest.fixture
def stick(visit, offline):
    """Return the start page, opened from the folder."""
    return visit((offline / "index.html").as_uri(), allowed=offline.as_uri())


def go(page, link):
    """Follow a link as a visitor does, and wait until it is there."""
    before = page.url
    link.click()
    page.wait_for_url(lambda url: url != before)


def test_a_visitor_gets_around(stick):
    page = stick.page
    go(page, page.locator("nav.nav a", has_text="Beispiele").first)
    go(page, page.locator("main .card a").first)
    assert "/praxis/" in page.url
    practice = page.locator("h1").inner_text()
    go(page, page.locator("main a[href*='finden/']").first)
    assert "/finden/" in page.url
    assert page.locator("main .card", has_text=practice).count() == 1
    page.go_back()
    assert page.locator("h1").inner_text() == practice
    go(page, page.locator("footer a", has_text="Impressum"))
    assert page.locator("h1").inner_text() == "Impressum"
    go(page, page.locator("header a.brand"))
    assert page.url.endswith("/index.html")
    assert stick.trouble == []


def test_it_has_its_looks(stick):
    page = stick.page
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour not in {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    assert page.evaluate("document.styleSheets.length") == 1
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != colour


def test_easy_language_and_back(stick):
    page = stick.page
    go(page, page.locator("header a[data-language]"))
    assert page.locator("html").get_attribute("lang") == "de-simple"
    go(page, page.locator("header a[data-language]"))
    assert page.locator("html").get_attribute("lang") == "de"
    assert stick.trouble == []

"""Every page has a variant in easy language, easy pages lead to easy pages, and a visitor keeps the one she chose."""

from __future__ import annotations

import json
import posixpath

import pytest

PRACTICE = "praxis/begleitservice-berlin/"
EASY = PRACTICE + "leicht/"


def twin(page):
    """Return the path of the page in the other language; for a sheet, of the one that its text is of."""
    folder = posixpath.dirname(page.path)
    if page.sheet:
        folder = posixpath.dirname(folder)
    folder = posixpath.dirname(folder) if page.easy else posixpath.join(folder, "leicht")
    return posixpath.join(folder, "index.html")


def language(page):
    return "de-simple" if page.easy else "de"


def test_every_page_has_a_variant_in_the_other_language_and_its_switch_leads_there(site, gather):
    found = gather()
    for page in site.pages.values():
        if page.path == "404.html":
            continue
        other = site.pages.get(twin(page))
        if other is None or other.easy is page.easy:
            found.add(page.path, "ohne Gegenstück")
            continue
        switches = [node for node in page.nodes if "data-language" in node.attrs]
        leads = [(site.target(page, node.attrs["href"])[0], node.attrs["hreflang"]) for node in switches]
        # From outside to a sheet, nobody is taken elsewhere: it is no variant.
        rel = None if page.sheet else "alternate"
        if leads != [(other.path, language(other))] or switches[0].attrs.get("rel") != rel:
            found.add(page.path, f"Schalter: {leads}")
    found.none()


def test_a_link_to_the_other_language_says_so(site, gather):
    """So every link on an easy page leads to an easy page, but for those that name the standard language."""
    found = gather()
    for page in site.pages.values():
        for node in page.nodes:
            target = site.target(page, node.attrs["href"]) if node.tag == "a" and "href" in node.attrs else None
            other = site.pages.get(target[0]) if target else None
            if other is not None and node.attrs.get("hreflang", language(page)) != language(other):
                found.add(page.path, node.attrs["href"])
    found.none()


def test_easy_pages_lead_to_the_standard_language_only_where_they_say_why(site, gather):
    """By the switch, and to the page that they are the variant of."""
    found = gather()
    for page in site.pages.values():
        for node in page.nodes if page.easy else ():
            if node.attrs.get("hreflang") == "de" and site.target(page, node.attrs["href"])[0] != twin(page):
                found.add(page.path, node.attrs["href"])
    found.none()


def test_the_frame_of_easy_pages_is_the_same_in_easy_words(site, gather):
    """Menu and foot have the same entries in both languages, each leading to the twin of the other."""
    found = gather()

    def leads(page):
        parts = [
            node for node in page.nodes if node.attrs.get("id") == "menue" or "foot-cols" in node.attrs.get("class", "")
        ]
        return [site.target(page, node.attrs["href"])[0] for part in parts for node in part.all("a")]

    for page in site.pages.values():
        if page.easy and page.path != "leicht/index.html":
            there = site.pages[twin(page)]
            easy = [name if site.pages[name].easy else twin(site.pages[name]) for name in leads(there)]
            if leads(page) != easy:
                found.add(page.path, set(easy) ^ set(leads(page)))
    found.none()


def test_a_wrong_address_is_answered_in_both_languages(site):
    page = site.pages["404.html"]
    easy = next(node for node in page.main.all("section") if node.attrs.get("lang") == "de-simple")
    assert easy.text
    assert {site.target(page, node.attrs["href"])[0] for node in easy.all("a")} >= {
        "leicht/index.html",
        "praxis/leicht/index.html",
    }
    assert {node.attrs.get("hreflang") for node in easy.all("a")} == {"de-simple"}


@pytest.fixture
def reader(visit, address):
    """Return a function that opens a page as a visitor who chose a language before, and her browser's page."""

    def come(path, choices):
        script = "if (!localStorage.getItem('vorbild')) localStorage.setItem('vorbild', %s)"
        return visit(address + path, script=script % json.dumps(json.dumps(choices))).page

    return come


def test_whoever_comes_from_outside_meets_the_language_she_chose(reader, address):
    for path, chosen, arrives in (
        (PRACTICE, "de-simple", EASY),
        (EASY, "de", PRACTICE),
        (EASY, "de-simple", EASY),
        ("gibt/es/nicht/", "de-simple", "gibt/es/nicht/"),
    ):
        page = reader(path, {"language": chosen, "theme": "dark"})
        page.wait_for_url(address + arrives)
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_switch_is_remembered_until_the_panel_is_reset(visit, address):
    page = visit(address + PRACTICE).page
    page.locator("a[data-language]").click()
    page.wait_for_url(address + EASY)
    page.goto(address + PRACTICE)
    page.wait_for_url(address + EASY)
    page.get_by_role("button", name="Aussehen").click()
    page.get_by_role("button", name="Alles wie am Anfang").click()
    page.goto(address + PRACTICE)
    assert page.url == address + PRACTICE


def test_a_link_to_the_other_language_leads_there_and_the_choice_stays(reader, address):
    page = reader(EASY, {"language": "de-simple"})
    page.locator("main a[hreflang=de]").click()
    page.wait_for_url(address + PRACTICE)
    page.locator("nav.crumbs a").last.click()  # she goes on where she is
    page.wait_for_url(address + "praxis/")
    page.go_back()
    assert page.url == address + PRACTICE
    page.reload()
    assert page.url == address + PRACTICE
    page.go_back()
    assert page.url == address + EASY
    assert page.evaluate("localStorage.getItem('vorbild')") == '{"language":"de-simple"}'

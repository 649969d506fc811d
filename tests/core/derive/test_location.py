"""Crumbs of generated pages: the sections of the menu stand between the start page and the page that the menu names."""

from __future__ import annotations

import pytest
from vorbild import Build, Site, load
from vorbild.derive.location import sections

MENU = [
    "index.md",
    {"Beispiele": [{"Alle": "praxis/index.md"}, {"Finden": "finden/index.md"}]},
    {"Orte": "kommunen/index.md"},
    {"Anderswo": "https://www.example.org"},
    {"Tief": [{"Tiefer": [{"Felder": "mitmachen/felder/index.md"}, "quellen/index.md"]}]},
    {"Leer": []},
]


@pytest.fixture
def trails(project):
    pages = Build(load(project), Site(menu=MENU)).pages()
    return {page.uri: [(crumb.title, crumb.href) for crumb in page.crumbs] for page in pages}


def test_the_section_stands_before_its_page_and_leads_to_its_first_one(trails):
    assert trails["finden/index.md"][1] == ("Beispiele", "site:praxis/index.md")
    assert len(trails["finden/index.md"]) == len(["Start", "Beispiele", "Beispiele finden"])


def test_pages_below_inherit_the_section_of_the_page_in_the_menu(trails):
    facet = trails["finden/handlungsfeld/index.md"]
    assert [href for _, href in facet] == ["site:index.md", "site:praxis/index.md", "site:finden/index.md", ""]


def test_the_first_page_of_a_section_is_not_named_twice(trails):
    assert [href for _, href in trails["praxis/beispiel/index.md"]] == ["site:index.md", "site:praxis/index.md", ""]


def test_sections_in_sections_stand_one_after_the_other(trails):
    assert [title for title, _ in trails["quellen/index.md"]][1:3] == ["Tief", "Tiefer"]


def test_a_page_that_the_menu_does_not_name_keeps_its_crumbs(trails):
    assert len(trails["gelernt/index.md"]) == len(["Start", "Gelernt"])


def test_a_menu_with_nothing_in_it_names_nothing():
    assert sections([], {}) == {}
    assert sections([{"Leer": []}], {}) == {}

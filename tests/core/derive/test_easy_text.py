"""Easy texts in parts: scenes with pictures, and the sheet that a test group prints."""

from __future__ import annotations

import re

import projects
import pytest
from vorbild import Build, Site, check, load
from vorbild import build as write_tree
from vorbild.derive import addresses
from vorbild.derive.easy_text import parts

EASY = """\
easy:
  title: Hilfe im Bus
  summary: Sie bekommen **Hilfe**.
  text: |
    ## Wer hilft?
    Eine Person fährt mit.
    Das gibt es:

    - [eine Karte](https://www.example.org)
    - einen Sitz-Platz

    ## Was kostet das?
    Das kostet kein Geld.
  status: draft
"""
PAGE = "# Start-Seite\n\nGuten Tag.\n\n[[fields]]\n\n## Mehr\n\n1. Lesen\n2. Schreiben\n"


@pytest.fixture
def build(project):
    path = project / "case_studies/practices/beispiel.yml"
    path.write_text(path.read_text("utf-8") + EASY, "utf-8")
    projects.write(project, "content/index.leicht.md", PAGE)
    assert len(check(load(project))) == 0
    return Build(load(project), Site())


def numbered(html):
    """Return number, class and words of each line of a sheet."""
    lists = re.findall(r'<ol class="numbered" start="(\d+)">(.*?)</ol>', html, re.DOTALL)
    return [
        (number, *line)
        for start, lines in lists
        for number, line in enumerate(re.findall(r'<li(?: class="(point)")?>([^<]*)</li>', lines), int(start))
    ]


def pages(build):
    return {page.uri: page for page in build.pages()}


def test_a_text_has_parts_and_what_stands_before_the_first_heading_is_one():
    assert list(parts("Eins.\n\n## Zwei\nDrei.\n### Vier")) == [(0, "", "Eins."), (2, "Zwei", "Drei."), (3, "Vier", "")]
    assert list(parts("## Zwei {#x}\nDrei.")) == [(2, "Zwei", "Drei.")]


def test_headings_of_easy_texts_have_pictures_on_page_and_sheet(build):
    made = pages(build)
    picture = '<span class="scene-picture"><svg'
    assert build.body(made["praxis/beispiel/leicht/index.md"]).count(picture) == 2
    sheet = build.body(made["praxis/beispiel/leicht/pruefen/index.md"])
    assert (sheet.count(picture), sheet.count("Das Bild passt nicht.")) == (2, 2)


def test_hand_written_easy_pages_have_pictures_beside_their_headings(build):
    html = '<h2 id="geld">Das Geld</h2>'
    assert 'class="scene-picture"' in build.annotate(html, "index.leicht.md", "Start-Seite", "de-simple")
    assert build.annotate(html, "index.md", "Startseite") == html


def test_the_sheet_of_an_entry_has_every_line_with_a_number_as_it_is_read(build):
    html = build.body(pages(build)["praxis/beispiel/leicht/pruefen/index.md"])
    assert numbered(html) == [
        (1, "", "Sie bekommen Hilfe."),
        (2, "", "Eine Person fährt mit."),
        (3, "", "Das gibt es:"),
        (4, "point", "eine Karte"),
        (5, "point", "einen Sitz-Platz"),
        (6, "", "Das kostet kein Geld."),
    ]


def test_the_sheet_of_a_hand_written_page_leaves_data_out(build):
    html = build.body(pages(build)["leicht/pruefen/index.md"])
    assert [text for _, _, text in numbered(html)] == ["Guten Tag.", "Lesen", "Schreiben"]


def test_the_easy_page_leads_to_its_sheet_and_back(build):
    page = pages(build)["praxis/beispiel/leicht/index.md"]
    assert 'href="pruefen/"' in build.body(page)
    assert 'href="../"' in build.body(pages(build)["praxis/beispiel/leicht/pruefen/index.md"])


def test_from_a_sheet_the_switch_leads_to_the_page_in_standard_language(build):
    made = pages(build)
    assert build.meta(made["praxis/beispiel/leicht/pruefen/index.md"])["alternate"] == "praxis/beispiel/"
    assert build.meta(made["leicht/pruefen/index.md"])["alternate"] == ""


@pytest.mark.parametrize(
    ("uri", "sheet"),
    [
        ("praxis/bus/leicht/index.md", "praxis/bus/leicht/pruefen/index.md"),
        ("index.leicht.md", "leicht/pruefen/index.md"),
        ("ueber.leicht.md", "ueber/leicht/pruefen/index.md"),
        ("mehr/index.leicht.md", "mehr/leicht/pruefen/index.md"),
    ],
)
def test_a_sheet_stands_below_its_page(uri, sheet):
    assert addresses.sheet(uri) == sheet


@pytest.mark.parametrize(
    ("setting", "shown"),
    [("", "Sitz-Platz"), ("hyphen", "Sitz-Platz"), ("mediopoint", 'Sitz<span class="seam"></span>platz')],
)
def test_the_site_decides_how_seams_are_shown(project, setting, shown):
    extra = f"extra:\n  easy:\n    compounds: {setting}\n" if setting else ""
    projects.write(project, "mkdocs.yml", f"site_name: Test\n{extra}")
    made = Build(load(project), Site())
    assert made.whole("<p>Sitz-Platz</p>", "de-simple") == f'<p><span class="whole">{shown}</span></p>'


def test_hyphens_of_places_states_and_the_glossary_are_real(project):
    projects.write(project, "mkdocs.yml", "site_name: Test\nextra:\n  easy:\n    compounds: mediopoint\n")
    glossary = project / "case_studies/glossary.yml"
    glossary.write_text(glossary.read_text("utf-8") + "hyphens:\n  - {word: Know-how, reason: So steht es im Duden.}\n")
    town = project / "case_studies/municipalities/musterstadt.yml"
    town.write_text(town.read_text("utf-8").replace("  name: Musterstadt", "  name: Muster-Au", 1), "utf-8")
    made = Build(load(project), Site())
    for word in ("Know-how", "Muster-Au", "Baden-Württemberg"):
        assert made.whole(f"<p>{word}</p>", "de-simple") == f'<p><span class="whole">{word}</span></p>'


def test_a_tree_for_any_generator_has_easy_bodies_as_they_are_shown(build):
    page = next(made for made in write_tree(build.project, Site()) if made.path == "praxis/beispiel/leicht/index.md")
    assert '<span class="whole">Sitz-Platz</span>' in page.data.decode()

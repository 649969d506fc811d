"""The words of the glossary on the pages of a project."""

from __future__ import annotations

import re

import projects
import pytest
from vorbild import Build, Site, load

GLOSSARY = """\
terms:
  - term: Begleitung
    definition: Wenn jemand mitkommt.
    easy: Jemand kommt mit.
    forms: [Begleitungen]
    abbreviation: BGL
    except: [Begleitung Plus]
abbreviations:
  - {short: ESF, long: Europäischer Sozialfonds}
phrases:
  - {text: Summer School, language: en}
"""
PAGE = "# Glossar\n\n[[glossary]]\n\n[[abbreviations]]\n"


@pytest.fixture
def build(project):
    projects.write(project, "case_studies/glossary.yml", GLOSSARY)
    projects.write(project, "content/woerter.md", PAGE)
    return Build(load(project), Site())


def test_the_page_of_an_entry_leads_to_the_page_that_has_the_block(build):
    page = next(page for page in build.pages() if page.uri == "praxis/beispiel/index.md")
    assert '<a class="term" href="../../woerter/#begleitung"' in build.body(page)


def test_a_handwritten_page_is_marked_by_the_same_words(build):
    html = build.annotate("<p>Begleitung Plus: BGL, ESF, Summer School</p>", "neu/seite.md", "Seite")
    assert 'Plus: <a class="term" href="../../woerter/#begleitung"' in html
    assert '<abbr title="Begleitung">BGL</abbr>' in html
    assert 'woerter/#esf"' in html
    assert '<span lang="en">Summer School</span>' in html


@pytest.mark.parametrize("language", ["de", "de-simple"])
def test_the_glossary_gets_the_language_of_phrases_only(build, language):
    html = build.annotate("<p>Begleitung, Summer School</p>", "woerter.md", "", language)
    assert html == '<p>Begleitung, <span lang="en">Summer School</span></p>'


def test_an_easy_page_explains_a_word_in_place(build):
    html = build.annotate("<p>Begleitung, Summer School</p>", "seite.leicht.md", "", "de-simple")
    assert '<b class="hard">Begleitung</b>, <span lang="en">Summer School</span></p>\n<dl class="word">' in html
    assert "<dd>Jemand kommt mit.</dd>" in html
    assert "href" not in html


def test_every_word_leads_to_an_anchor_of_the_glossary(build):
    html = build.expand(PAGE, "woerter.md")
    assert 'id="begleitung"' in html
    assert 'id="esf"' in html
    assert "Begleitung (BGL)" in html


def test_letters_lead_to_their_words(project):
    more = GLOSSARY.replace(
        "terms:\n",
        "terms:\n"
        + "".join(
            f"  - {{term: {word}, definition: Ein Wort wie andere., easy: Das ist ein Wort.}}\n"
            for word in ("Öde", "Ort", "Amt")
        ),
    )
    projects.write(project, "case_studies/glossary.yml", more)
    html = Build(load(project), Site()).expand(PAGE, "woerter.md")
    assert re.findall(r'<a class="chip" href="#([^"]*)"><span class="vh">Wörter mit </span>(.)</a>', html) == [
        ("buchstabe-a", "A"),
        ("buchstabe-b", "B"),
        ("buchstabe-o", "O"),
    ]
    assert re.findall(r'<h2 id="([^"]*)">|<dt>(Öde|Ort|Amt|Begleitung)', html) == [
        ("buchstabe-a", ""),
        ("", "Amt"),
        ("buchstabe-b", ""),
        ("", "Begleitung"),
        ("buchstabe-o", ""),
        ("", "Öde"),
        ("", "Ort"),
    ]


def test_a_glossary_of_one_letter_has_no_row_of_letters(build):
    assert "letters" not in build.expand(PAGE, "woerter.md")


def test_without_a_page_of_the_glossary_nothing_leads_there(project):
    projects.write(project, "case_studies/glossary.yml", GLOSSARY)
    build = Build(load(project), Site())
    assert build.annotate("<p>Begleitung ESF</p>", "seite.md", "") == "<p>Begleitung ESF</p>"

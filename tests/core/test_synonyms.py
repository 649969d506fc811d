"""Sets of words that the search takes for the same: read into the glossary, checked, and shown on no page."""

from __future__ import annotations

from itertools import combinations

import projects
import pytest
from vorbild import Build, Site, check, load
from vorbild.catalogue import explain
from vorbild.compounds import plain

FILE = "case_studies/glossary.yml"


def write(project, *sets):
    projects.write(project, FILE, projects.GLOSSARY + "synonyms:\n" + "".join(f"  - {{{one}}}\n" for one in sets))


def findings(project, *sets):
    write(project, *sets)
    return [explain(diagnostic) for diagnostic in check(load(project))]


def test_the_library_has_the_sets(project):
    assert findings(project, "words: [Aufzug, Fahrstuhl]", "words: [Rolli], finds: [Baderollstuhl]") == []
    assert load(project).library.glossary.synonyms == (
        {"words": ["Aufzug", "Fahrstuhl"]},
        {"words": ["Rolli"], "finds": ["Baderollstuhl"]},
    )


def test_no_page_shows_them(project):
    write(project, "words: [Fahrstuhl, Aufzugskabine], finds: [Paternoster]")
    projects.write(project, "content/woerter.md", "# Glossar\n\n[[glossary]]\n\n[[abbreviations]]\n")
    build = Build(load(project), Site())
    bodies = [build.body(page) for page in build.pages()]
    bodies += [build.expand(page.text, page.uri) for page in build.project.pages]
    assert any("Sozialraum" in body for body in bodies)
    for word in ("Aufzugskabine", "Paternoster"):
        assert not any(word in body for body in bodies)


@pytest.mark.parametrize("again", ["aufzug", "Auf-Zug", "Auf·zug", "Aufzüg"])
def test_what_the_search_reads_as_the_same_word_is_the_same(project, again):
    (finding,) = findings(project, f"words: [Aufzug, Fahrstuhl, {again}]")
    assert (finding.code, finding.line, finding.column) == ("synonym-twice", 6, 33)
    assert again in finding.message


def test_a_word_may_stand_in_two_sets(project):
    assert findings(project, "words: [Laden, Geschäft]", "words: [Supermarkt, Markt], finds: [Laden]") == []


def test_a_set_without_words_is_found(project):
    assert [finding.code for finding in findings(project, "words: [], finds: [Rampe]")] == ["too-few"]


def test_no_two_sets_of_this_site_should_be_one():
    library = load(projects.ROOT).library
    words = [frozenset(map(plain, one["words"])) for one in library.glossary.synonyms]
    assert [set(one & other) for one, other in combinations(words, 2) if len(one & other) > 1] == []

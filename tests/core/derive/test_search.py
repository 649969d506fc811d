"""What the search knows of an entry, and how much it weighs."""

from __future__ import annotations

import projects
import pytest
import yaml
from vorbild import Build, Site, load
from vorbild.compounds import Compounds
from vorbild.derive import search
from vorbild.derive.search import Said, Synonyms, search_index
from vorbild.language.analysis import term

EASY = """\
easy:
  title: Hilfe im Bus
  summary: Jemand fährt mit Ihnen.
  text: |
    Sie brauchen einen Roll-Stuhl?
    Kein Problem.
  status: draft
"""


def indexed(*documents, synonyms=()):
    """Return the index of documents, each a list of (text, weight) or (text, weight, retelling), by stem."""
    made = search_index(([Said(*said) for said in document] for document in documents), (), synonyms, Compounds(()))
    return made, {term("".join(word.parts)): dict(word.postings) for word in made.words}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    root = projects.make(tmp_path_factory.mktemp("projekt"))
    projects.write(root, "case_studies/practices/beispiel.yml", projects.ENTRY + EASY)
    return load(root).library


def said(library, slug="beispiel"):
    return list(search.said(library, library.find("practice", slug)))


def test_a_title_weighs_more_than_a_text(library):
    weights = {one.text: one.weight for one in said(library)}
    assert weights["Busbegleitung in Musterstadt"] > weights["Musterstadt"] > 1
    assert {one.weight for one in said(library) if one.text.startswith("Die Begleitung kommt")} == {1}


def test_a_concept_is_found_by_its_label_its_easy_words_and_its_synonyms(library):
    vocabulary = library.schemas.vocabularies["target_groups"]
    texts = {one.text for one in said(library)}
    concept = vocabulary["mobility_impairment"]
    assert {concept.label, concept.easy, " ".join(concept.synonyms)} <= texts


def test_addresses_dates_and_states_of_affairs_are_not_searched(library):
    texts = " ".join(one.text for one in said(library))
    assert not any(no in texts for no in ("http", "2026-11", "2008-10", "running", "draft", "läuft"))


def test_every_sentence_of_an_entry_is_searched_but_titles_of_its_sources(library):
    texts = " ".join(one.text for one in said(library))
    for sentence in ("Verein Beispiel", "Geschulte Menschen", "Kein Problem."):
        assert sentence in texts
    assert "Bericht über die Busbegleitung" not in texts


def test_what_a_summary_or_an_easy_text_repeats_counts_once():
    _, words = indexed([("Rampe Rampe", 1), ("Rampe", 1.5, "summary"), ("Rampe", 0.5, "easy"), ("Bus", 0.5, "easy")])
    assert words[term("Rampe")] == {0: 4}
    assert words[term("Bus")] == {0: 1}


def test_the_hyphens_of_easy_language_do_not_show():
    made, _ = indexed([("Roll-Stuhl", 0.5, "easy")])
    assert "-" not in "".join(made.words[0].parts)
    made, _ = indexed([("Lego-Rampe", 1)])
    assert "".join(made.words[0].parts) == "Lego-Rampe"


def test_a_word_is_shown_in_its_commonest_form():
    made, _ = indexed([("Rampen Rampen Rampe rampen", 1)])
    assert made.words[0].parts == ("Rampen",)


def test_only_synonyms_that_find_something_are_kept():
    sets = [
        Synonyms(["Aufzug", "Fahrstuhl"]),
        Synonyms(["Kino", "Lichtspielhaus"]),
        Synonyms(["Klo"], ["Toilette", "Örtchen"]),
        Synonyms(["Bus und Bahn", "Nahverkehr"]),
        Synonyms(["Aufzug", "Aufzüge"]),
    ]
    made, _ = indexed([("Ein Aufzug, eine Toilettentür, Bus und Bahn", 1)], synonyms=sets)
    asked = [words for words, _ in made.synonyms]
    assert asked == [
        ((term("Aufzug"),), (term("Fahrstuhl"),)),
        ((term("Klo"),),),
        ((term("Bus"), term("Bahn")), (term("Nahverkehr"),)),
    ]
    assert made.synonyms[1][1] == ((term("Toilette"),),)


def test_the_table_and_the_index_agree_on_the_order(tmp_path):
    root = projects.make(tmp_path)
    build = Build(load(root), Site())
    artefacts = {artefact.path.split(".")[0]: artefact for artefact in build.data()}
    table = yaml.safe_load(artefacts["assets/table"].data.decode().split(",", 1)[1].rsplit(")", 1)[0])
    titles = [load(root).library.find("practice", slug).title.lower() for slug in table["slugs"]]
    assert titles == sorted(titles)
    assert all(len(facet["values"].split(",")) == len(table["slugs"]) for facet in table["facets"])

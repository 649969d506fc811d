"""By what entries are compared: fields of the schema in an order that helps to decide, and what records say of them."""

from __future__ import annotations

import projects
import pytest
from vorbild import Build, load
from vorbild.catalogue import EASY, texts
from vorbild.derive import compared, records
from vorbild.derive.easy_text import paragraphs
from vorbild.derive.present import Presenter
from vorbild.project import Site

PROJECT = load(projects.ROOT)
LIBRARY = PROJECT.library
PRACTICE = LIBRARY.schemas["practice"]
BUS = LIBRARY.find("practice", "begleitservice-berlin")


def presenter(library, language="de"):
    return Presenter(library, texts(language))


def rows(entry=BUS):
    return {row.key: row.texts for row in records.rows(presenter(LIBRARY), entry)}


def test_key_facts_come_first_each_with_its_note_and_what_is_told_at_length_last():
    keys = [one.key for one in compared.fields(presenter(LIBRARY), [PRACTICE])]
    assert keys[:3] == ["place.size", "place.state", "period.start"]
    assert keys.index("resources.cost") == keys.index("resources.cost_class") + 1
    order = ["evidence", "target_groups", "resources.volunteers", "transfer.prerequisites", "approach"]
    assert sorted(order, key=keys.index) == order


def test_each_field_is_there_once_also_if_two_schemas_have_it():
    schemas = [PRACTICE, LIBRARY.schemas["municipality"]]
    keys = [one.key for one in compared.fields(presenter(LIBRARY), schemas)]
    assert len(keys) == len(set(keys))
    assert {"place.size", "transfer.first_steps", "focus_groups"} <= set(keys)


def test_what_says_nothing_of_the_practice_is_not_compared():
    keys = {one.key for one in compared.fields(presenter(LIBRARY), [PRACTICE])}
    parts = {key.split(".")[0] for key in keys}
    assert not parts & {"title", "summary", "easy", "sources", "contact", "photo", "video", "reviewed_on", "licence"}
    assert not {"organisation.url", "place.latitude", "place.ags"} & keys


def test_a_field_of_ones_own_is_compared_unless_the_schema_says_otherwise(project):
    field = "  season:\n    title: Jahreszeit\n    type: string\n    maxLength: 40\n    x-section: profile\n"
    path = "case_studies/schema/practice.yml"
    before = (project / path).read_text("utf-8")
    for more, found in (("", True), ("    x-compare: false\n", False)):
        projects.write(project, path, before.replace("  starting_point:\n", f"{field}{more}  starting_point:\n"))
        library = load(project).library
        keys = [one.key for one in compared.fields(presenter(library), [library.schemas["practice"]])]
        assert ("season" in keys) is found


def test_easy_language_compares_what_it_has_words_for():
    easy = presenter(LIBRARY, EASY)
    names = {one.key: one.label for one in compared.fields(easy, [PRACTICE])}
    assert names["resources.cost_class"] == "Was kostet es?"
    assert names["funding.programme"] == "Woher kommt das Geld?"
    assert names["period.start"] == "Seit wann?"
    assert not {"resources.staff", "approach", "place.name"} & names.keys()


@pytest.mark.parametrize("language", ["de", EASY])
def test_every_entry_has_a_record_whose_keys_are_those_that_are_compared(language):
    present = presenter(LIBRARY, language)
    keys = {one.key for one in compared.fields(present, LIBRARY.schemas.schemas.values())}
    found = list(records.records(present))
    assert len(found) == len(LIBRARY.entries)
    assert all(keys & {row.key for row in record.rows} for record in found)


def test_an_entry_without_an_easy_text_leads_to_its_page_in_standard_language(project):
    library = load(project).library
    record = next(record for record in records.records(presenter(library, EASY)) if record.kind == "practice")
    assert (record.url.endswith("leicht/index.md"), record.language) == (False, "de")
    assert "nur in Alltags-Sprache" in record.summary


def test_values_are_said_as_a_reader_needs_them():
    said = rows()
    assert said["indicators"][1] == "Begleitungen seit dem Start, 2018: über 120.000 Begleitungen"
    assert said["indicators"][0].endswith("(Quelle 3 oder 4)")
    assert said["lessons"][0].startswith("Stand im Weg, Geld: Befristete Stellen")
    assert said["partners"] == ("S-Bahn Berlin, zahlt ab Ende 2010 drei Jahre lang die Sachkosten, Wirtschaft",)
    assert all(text.endswith(".") for text in said["approach"])
    town = rows(LIBRARY.find("municipality", "schneverdingen"))
    assert town["place.population"] == ("rund 19.000",)
    assert "place.population_qualifier" not in town


def test_prose_is_paragraphs_and_points_not_lines_of_the_source():
    assert paragraphs("Eins\nzwei **drei**.\n\n- vier\n  fünf\n- sechs\n") == ("Eins zwei drei.", "vier fünf", "sechs")
    assert paragraphs("\n\n") == ()


def test_titles_are_there_in_both_languages():
    paths = [artefact.path for artefact in Build(PROJECT, Site()).data() if artefact.path.startswith("assets/titles-")]
    assert sorted(path.split(".")[0] for path in paths) == ["assets/titles-de", f"assets/titles-{EASY}"]
    names = [one.title for one in records.titles(presenter(LIBRARY), "practice")]
    assert names == sorted(names, key=str.lower)
    assert len(names) == len(LIBRARY.practices)

"""Edges that reviews and newcomers found: each once went wrong without a word, or with too many."""

from __future__ import annotations

import projects
import pytest
from vorbild import Build, Site, check, load
from vorbild.catalogue import explain
from vorbild.render.markdown import sentences

ENTRY = "case_studies/practices/beispiel.yml"
SCHEMA = "case_studies/schema/practice.yml"


def findings(project):
    return [explain(diagnostic) for diagnostic in check(load(project))]


def codes(project):
    return [finding.code for finding in findings(project)]


def body(project, uri="praxis/beispiel/index.md"):
    made = Build(load(project), Site())
    return next(made.body(page) for page in made.pages() if page.uri == uri)


def add(project, text, file=ENTRY):
    projects.write(project, file, (project / file).read_text("utf-8") + text)


def declare(project, field):
    text = (project / SCHEMA).read_text("utf-8")
    projects.write(project, SCHEMA, text.replace("\nproperties:\n", f"\nproperties:\n{field}\n"))


def test_key_fact_is_the_newest_number_with_its_unit(project):
    add(
        project,
        "indicators:\n"
        "  - {label: Geld im Jahr, unit: Euro, date: 2020, value: 3200, source: 1}\n"
        "  - {label: Geld im Jahr, unit: Euro, date: 2010, value: 7, source: 1}\n",
    )
    facts = body(project).split('<dl class="facts', 1)[1].split("</dl>", 1)[0]
    assert "3.200 Euro" in facts
    assert "Geld im Jahr, 2020" in facts


@pytest.mark.parametrize("line", ["**Fett** beginnt der Satz.", "*Betont* beginnt er.", "15.000 Menschen.", "-5 Grad."])
def test_a_sentence_that_looks_like_a_sign_keeps_its_line(line):
    assert "<br>" in sentences(f"Erster Satz.\n{line}")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//fremd.example", "data:text/html,x"])
def test_a_link_field_of_a_clone_without_pattern_makes_no_dangerous_link(project, address):
    declare(project, "  extra: {title: Mehr, type: string, x-link: true, x-section: record}")
    add(project, f"extra: '{address}'\n")
    assert f'href="{address}' not in body(project)


def test_a_date_of_a_clone_without_pattern_is_judged_all_the_same(project):
    declare(project, "  opened: {title: Eröffnet, type: string, x-date: full, x-section: record}")
    add(project, "opened: bald\n")
    assert codes(project) == ["invalid-date"]


def test_hand_written_pages_may_link_to_files_and_to_the_data(project):
    projects.write(project, "content/flyer.pdf", "x")
    text = "# Start\n\n[Flyer](flyer.pdf) [Daten](daten/eintraege.json) ![Bus](fehlt.png)\n"
    projects.write(project, "content/index.md", text)
    assert [(finding.code, finding.column) for finding in findings(project)] == [("dead-link", 50)]


def test_lock_files_of_editors_are_no_pages(project):
    projects.write(project, "content/.#index.md", "kein Titel")
    assert codes(project) == []


def test_times_of_day_are_no_period(project):
    declare(
        project,
        "  hours:\n    title: Zeiten\n    type: object\n    x-section: record\n    properties:\n"
        "      start: {title: von, type: string}\n      end: {title: bis, type: string}",
    )
    add(project, "hours: {start: 9 Uhr, end: 17 Uhr}\n")
    assert codes(project) == []


def test_yes_and_no_in_a_list_are_words(project):
    add(project, "transfer:\n  prerequisites: [nein, ein Bus]\n  conclusion: true\n")
    html = body(project)
    assert "<li>nein</li>" in html
    assert html.count("Vorschlag der Redaktion") == 1


def test_a_model_named_twice_is_imitated_once(project):
    add(project, "adapted_from:\n  - practice: vorbild-anderswo\n", "case_studies/practices/nachahmung.yml")
    text = (project / "case_studies/practices/nachahmung.yml").read_text("utf-8")
    doubled = text.replace("adapted_from:\n  - practice: beispiel\n", "", 1)
    twice = "adapted_from:\n  - practice: beispiel\n  - practice: beispiel\n"
    projects.write(project, "case_studies/practices/nachahmung.yml", doubled.split("adapted_from:")[0] + twice)
    assert len(load(project).library.imitators["beispiel"]) == 1


def test_a_model_without_name_is_found(project):
    add(project, "adapted_from:\n  - changed: die Uhrzeit\n")
    assert codes(project) == ["missing-field"]


def test_numbers_of_any_length_are_answered(project):
    text = projects.ENTRY.replace("  municipality:", f"  population: {'9' * 5000}\n  municipality:")
    projects.write(project, ENTRY, text)
    assert codes(project) == ["expected-number"]


def test_an_empty_template_is_told_at_the_inner_fields(project):
    text = projects.ENTRY.replace("  name: Musterstadt\n  state: niedersachsen\n", "  name:\n  state:\n")
    text = text.replace("  municipality: musterstadt\n", "")
    projects.write(project, ENTRY, text)
    found = [(finding.code, finding.line) for finding in findings(project)]
    assert found == [("empty-field", 5), ("empty-field", 6)]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("  a: {title: A, type: string, x-role: titel}", "schema-annotation"),
        ("  a: {title: A, type: string, x-view: stepps, x-section: record}", "schema-annotation"),
        ("  a: {title: A, type: string, x-view: steps, x-section: record}", "schema-annotation"),
        ("  a: {title: A, type: string, x-facet: {slug: a}, x-section: record}", "schema-annotation"),
        ("  a: {title: A, type: string, x-fact: {icon: euros}, x-section: record}", "icon-missing"),
        ("  a: true", "schema-invalid"),
        ("  a: {title: A, type: array, items: [{type: string}], x-section: record}", "schema-invalid"),
    ],
)
def test_mistakes_in_the_schema_are_findings(project, field, code):
    declare(project, field)
    assert code in codes(project)


def test_a_definition_that_takes_itself_over_is_a_finding(project):
    file = "case_studies/schema/common.yml"
    text = (project / file).read_text("utf-8")
    projects.write(
        project, file, text.replace("  title:\n    title: Titel\n", "  title:\n    $ref: '#/definitions/title'\n", 1)
    )
    assert codes(project) == ["schema-reference"]


def test_prose_in_lists_and_maps_of_a_clone_is_shown_as_such(project):
    declare(
        project,
        "  extra:\n    title: Mehr\n    type: object\n    x-section: record\n    properties:\n"
        "      people: {title: Leute, type: array, x-section: record,"
        " items: {type: object, properties: {name: {title: Name, type: string}}}}",
    )
    add(project, "extra:\n  people:\n    - name: Ada\n    - name: Bo\n")
    html = body(project)
    assert "{'" not in html
    assert "Ada" in html
    assert "Bo" in html

"""A field is declared once: added to the schema file alone, it is there everywhere, and without a line of Python."""

from __future__ import annotations

import json

import projects
import pytest
from vorbild import Build, Site, check, cli, export, load
from vorbild.catalogue import explain
from vorbild.schema import example_of

ENTRY = "case_studies/practices/beispiel.yml"
SCHEMA = "case_studies/schema/practice.yml"
FACET = """
  setting_kind:
    title: Umgebung
    description: Wo spielt es sich ab?
    type: string
    x-vocabulary: setting_kinds
    x-facet: {slug: umgebung}
    x-fact: {icon: pin}
    x-section: profile
    examples: [outside]
"""
VOCABULARY = """
title: Umgebungen
description: Drinnen oder draußen.
concepts:
  - {id: outside, label: Unter freiem Himmel, easy: Draußen}
  - {id: inside, label: In Räumen, easy: Drinnen}
"""
OWN = """
  lucky_number: {title: Glückszahl, type: integer, x-section: record, examples: [7]}
  motto: {title: Wahlspruch, type: string, x-section: start, examples: [Alle fahren mit.]}
  opened: {$ref: common.yml#/definitions/date, title: Eröffnet, x-section: record}
  prizes:
    title: Preise
    description: Was hat es gewonnen?
    type: array
    x-section: results
    items:
      type: object
      additionalProperties: false
      required: [name]
      properties:
        name: {title: Preisname, type: string, examples: [Goldener Bus]}
        year: {title: Verliehen, type: integer, examples: [2020]}
        text: {title: Begründung, type: string, x-widget: markdown, examples: [Weil **alle** mitfahren.]}
  rooms:
    title: Raumliste
    type: array
    items: {type: string}
    x-section: effort
    examples: [[Saal, Küche]]
"""


@pytest.fixture
def extended(project):
    text = (project / SCHEMA).read_text("utf-8")
    assert text.count("\nproperties:\n") == 1
    projects.write(project, SCHEMA, text.replace("\nproperties:\n", f"\nproperties:{FACET}{OWN.lstrip(chr(10))}"))
    projects.write(project, "case_studies/vocabularies/setting_kinds.yml", VOCABULARY)
    return project


def entry(project, extra):
    projects.write(project, ENTRY, projects.ENTRY + extra)
    return [explain(diagnostic) for diagnostic in check(load(project))]


def bodies(project):
    build = Build(load(project), Site())
    return {page.uri: build.body(page) for page in build.pages()}


def test_new_facet_is_validated(extended):
    assert entry(extended, "setting_kind: outside\n") == []
    (found,) = entry(extended, "setting_kind: outsid\n")
    assert (found.code, found.line) == ("unknown-term", 23)
    assert "outside (Unter freiem Himmel)" in found.help


def test_new_facet_is_in_key_facts_fact_list_and_on_the_card(extended):
    entry(extended, "setting_kind: outside\n")
    page = bodies(extended)["praxis/beispiel/index.md"]
    head, _, rest = page.partition('<div class="main">')
    assert "Umgebung" in head
    assert "Unter freiem Himmel" in head
    assert "Umgebung" in rest
    assert "Unter freiem Himmel" in rest


def test_new_facet_has_its_pages(extended):
    entry(extended, "setting_kind: outside\n")
    pages = bodies(extended)
    assert "Umgebung" in pages["finden/index.md"]
    assert "Unter freiem Himmel" in pages["finden/umgebung/index.md"]
    assert "Busbegleitung in Musterstadt" in pages["finden/umgebung/unter-freiem-himmel/index.md"]
    assert "Busbegleitung in Musterstadt" not in pages["finden/umgebung/in-raeumen/index.md"]


def test_new_facet_relates_entries(extended):
    for slug in ("a", "b"):
        projects.write(
            extended,
            f"case_studies/practices/{slug}.yml",
            projects.ENTRY.replace("Busbegleitung in", slug).replace("mobility, work", "housing")
            + "setting_kind: inside\n",
        )
    page = bodies(extended)["praxis/a/index.md"]
    assert "In Räumen" in page.partition("related")[2]


def test_new_facet_can_be_used_in_data_blocks(extended):
    entry(extended, "setting_kind: outside\n")
    projects.write(
        extended, "content/seite.md", "# Seite\n\n[[facet setting_kind]]\n\n[[practices setting_kind=outside]]\n"
    )
    assert [explain(diagnostic) for diagnostic in check(load(extended))] == []


def test_new_fields_are_in_the_reference_the_template_and_the_editor_schema(extended, capsys):
    reference = bodies(extended)["mitmachen/felder/index.md"]
    cli.main(["--root", str(extended), "new", "practice", "neu"])
    template = (extended / "case_studies/practices/neu.yml").read_text("utf-8")
    project = load(extended)
    schema = json.loads(export(project.schemas["practice"], project.schemas.vocabularies))
    for name, title in {
        "setting_kind": "Umgebung",
        "motto": "Wahlspruch",
        "prizes": "Preise",
        "year": "Verliehen",
    }.items():
        assert f"<code>{name}</code> {title}" in reference
        assert f"{name}:" in template
        assert title in template
        assert f'"title": "{title}"' in json.dumps(schema, ensure_ascii=False)
    assert schema["properties"]["setting_kind"]["enum"] == ["outside", "inside"]


def test_fields_of_a_clone_are_not_lost(extended):
    found = entry(
        extended,
        "lucky_number: 7000\nmotto: 'Alle fahren mit: immer.'\nopened: 2020-03-05\nrooms: [Saal, Küche]\n"
        "prizes:\n  - name: Goldener Bus\n    year: 2020\n    text: Weil **alle** mitfahren.\n"
        "  - name: Silberne Bahn\n",
    )
    assert found == []
    page = bodies(extended)["praxis/beispiel/index.md"]
    for text in (
        "Glückszahl",
        "7.000",
        "Wahlspruch",
        "Alle fahren mit: immer.",
        "Eröffnet",
        "5. März 2020",
        "Raumliste",
        "Saal",
        "Küche",
        "Preise",
        "Preisname",
        "Goldener Bus",
        "Begründung",
        "Weil <strong>alle</strong> mitfahren.",
        "Silberne Bahn",
    ):
        assert text in page, text


def test_fields_of_a_clone_are_checked(extended):
    found = entry(extended, "lucky_number: sieben\nprizes:\n  - nam: Bus\nopened: 2020-02-30\n")
    assert [(finding.line, finding.code) for finding in found] == [
        (23, "expected-number"),
        (25, "unknown-field"),
        (26, "invalid-date"),
    ]


def test_a_field_added_inside_a_known_list_is_not_lost(project):
    text = (project / SCHEMA).read_text("utf-8")
    old = "        duration: {title: Dauer, type: string, maxLength: 60, examples: [drei Monate]}\n"
    assert text.count(old) == 1
    projects.write(project, SCHEMA, text.replace(old, f"{old}        tip: {{title: Kniff, type: string}}\n"))
    assert entry(project, "steps:\n  - title: Planen\n    tip: Früh anfangen\n") == []
    page = bodies(project)["praxis/beispiel/index.md"]
    assert "Kniff" in page
    assert "Früh anfangen" in page


def test_maps_inside_maps_are_not_lost(project):
    """However deep a clone nests its fields, each value is shown under its label."""
    text = (project / SCHEMA).read_text("utf-8")
    nested = """
  visit:
    title: Besuch
    type: object
    x-section: contact
    properties:
      hours:
        title: Zeiten
        type: object
        properties:
          monday: {title: Am Montag, type: string}
      ways:
        title: Wege
        type: array
        items: {type: object, properties: {line: {title: Buslinie, type: string}, stop: {title: Halt, type: string}}}
"""
    projects.write(project, SCHEMA, text.replace("\nproperties:\n", f"\nproperties:{nested}"))
    assert (
        entry(
            project,
            "visit:\n  hours: {monday: neun bis zwölf}\n"
            "  ways:\n    - {line: Linie 7, stop: Markt}\n    - {line: Linie 9}\n",
        )
        == []
    )
    page = bodies(project)["praxis/beispiel/index.md"]
    for word in ("Am Montag", "neun bis zwölf", "Buslinie", "Linie 7", "Halt", "Markt", "Linie 9"):
        assert word in page, word
    assert "{&#39;" not in page


def test_every_example_of_the_schema_is_right():
    """What the template, the reference and the findings show as an example passes the check itself."""
    project = load(projects.ROOT)
    for name in ("practice", "municipality", "vocabulary", "glossary"):
        schema = project.schemas[name]
        for field in schema.root.walk():
            if not field.path or not field.raw.get("examples"):
                continue
            for example in field.examples:
                tree = example
                for depth in range(len(field.path) - 1, 0, -1):
                    tree = {field.path[depth]: tree}
                    parent = schema.root
                    for part in field.path[:depth]:
                        parent = parent.child(part)
                    tree = [tree] if parent.kind == "array" else tree
                errors = schema.validator._compiled.iter_errors({field.path[0]: tree})
                wrong = [
                    e.message
                    for e in errors
                    if tuple(p for p in e.instance_path if isinstance(p, str))[: len(field.path)] == field.path
                ]
                assert wrong == [], field.path


def test_every_field_has_a_title_a_place_and_an_example():
    project = load(projects.ROOT)
    for name in ("practice", "municipality"):
        schema = project.schemas[name]
        sections = {section.id for section in schema.sections}
        for field in schema.root.walk():
            if field.path:
                assert field.raw.get("title"), field.path
                assert "…" not in example_of(field), field.path
        for field in schema.root.children:
            assert field.section in sections or field.role in {"title", "summary", "related", "easy"}, field.path

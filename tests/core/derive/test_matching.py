"""„Passt das zu uns?“: the rule, the form and the explanation are made of one file and say the same."""

from __future__ import annotations

import re

import projects
import pytest
import yaml
from vorbild import Build, Site, check, load
from vorbild.catalogue import EASY, texts
from vorbild.derive import facets, matching
from vorbild.derive.present import Presenter
from vorbild.derive.table import table

FILE = "case_studies/matching.yml"
REAL = load(projects.ROOT)
WRITTEN = yaml.safe_load((projects.ROOT / FILE).read_text("utf-8"))
CRITERIA = {one["id"]: one for one in WRITTEN["criteria"]}


def made(project, language="de"):
    present = Presenter(project.library, texts(language))
    return present, facets.index(present)


def questions(project, language="de"):
    present, index = made(project, language)
    [page] = matching.pages(present, index, "")
    return {question.id: question for question in page.view.questions}


def test_the_rule_has_the_points_of_the_file():
    rule = matching.rule(REAL.library, made(REAL)[1])
    points = {one.id: one.points for one in rule.criteria}
    written = {
        key: tuple(one["points"].get(name, 0) for name in ("fits", "partly", "against"))
        for key, one in CRITERIA.items()
    }
    assert points == written
    assert rule.ties == "belege"


@pytest.mark.parametrize("language", ["de", EASY])
def test_the_explanation_names_every_outcome_with_its_points(language):
    said = {fact.label: [shown.text for shown in fact.values] for fact in matching.explained(*made(REAL, language))}
    name = "easy" if language == EASY else "text"
    names = {"fits": "fits", "partly": "partly", "wider": "partly", "narrower": "partly", "against": "against"}
    for one in CRITERIA.values():
        lines = said[one["name"][name]]
        assert len(lines) == len(one["says"]) - 1  # what is unknown gives no points, and that is said once for all
        for outcome, words in one["says"].items():
            if outcome != "unknown":
                number = abs(one["points"].get(names[outcome], 0))
                assert any(re.fullmatch(rf"{re.escape(words[name])}: {number} Punkte?.*", line) for line in lines)


def test_less_than_nothing_is_said_in_words():
    said = [shown.text for fact in matching.explained(*made(REAL)) for shown in fact.values]
    assert "kostet mehr, als Sie angaben: 4 Punkte Abzug" in said
    assert not any("-" in text.rpartition(":")[2] for text in said)


def test_values_stand_in_the_order_of_the_table():
    present, index = made(REAL)
    slugs = table(REAL.library, index).slugs
    rule = {one.id: one for one in matching.rule(REAL.library, index).criteria}
    needs = dict(zip(slugs, rule["partner"].values, strict=True))
    transport = rule["partner"].terms.index("verkehrsunternehmen")
    needing = {entry.slug for entry in REAL.library.practices if "transport" in (entry.get("transfer", "needs") or ())}
    assert "begleitservice-berlin" in needing
    assert {slug for slug, own in needs.items() if transport in own} == needing
    hours = dict(zip(slugs, rule["stunden"].values, strict=True))
    assert hours["freiwilligenagentur-schneverdingen"] == (18,)
    assert present.library.find("practice", "freiraum-schneverdingen").get("resources", "staff_hours") is None
    assert hours["freiraum-schneverdingen"] == ()


def test_towns_stand_in_a_row_of_sizes_and_districts_do_not():
    rule = {one.id: one for one in matching.rule(REAL.library, made(REAL)[1]).criteria}
    assert rule["groesse"].scale == (0, 1, 2, 3, 4, -1, -1)


@pytest.mark.parametrize("language", ["de", EASY])
def test_where_one_may_choose_several_only_what_a_practice_has_is_offered(language):
    asked = questions(REAL, language)
    used = {str(term) for entry in REAL.library.practices for term in entry.all(("fields_of_action",))}
    assert len(asked["thema"].choices) == len(used)
    # Of herself a town may say what no practice says.
    assert len(asked["groesse"].choices) == len(REAL.library.schemas.vocabularies["municipality_sizes"].concepts)


def test_an_easy_form_speaks_easy_language():
    standard, easy = questions(REAL), questions(REAL, EASY)
    assert [one.value for one in standard["thema"].choices] == [one.value for one in easy["thema"].choices]
    assert standard["thema"].choices[0].label == "Bewusstseinsbildung"
    assert easy["thema"].choices[0].label == "Alle denken mit"


def test_what_no_practice_tells_is_not_asked(project):
    found = questions(load(project))
    assert {"groesse", "stunden", "partner", "budget"}.isdisjoint(found)
    assert {"land", "thema", "gruppe"} <= found.keys()


def test_without_the_file_there_is_no_such_page(project):
    (project / FILE).unlink()
    build = Build(load(project), Site())
    assert "passt/index.md" not in build.uris
    assert not [page for page in build.pages() if page.uri.startswith("passt/")]
    assert list(check(load(project))) == []


def test_a_town_adds_a_question_of_its_own(project):
    """A field of the schema and a few lines of YAML are enough."""
    rooms = """\
  - id: raum
    field: resources.volunteers_needed
    compare: limit
    name: {text: Freiwillige, easy: Freiwillige}
    question: {text: Wie viele Freiwillige haben Sie?, easy: Wie viele Menschen helfen?}
    points: {fits: 1}
    says:
      fits: {text: genug Freiwillige, easy: genug Menschen}
      against: {text: braucht mehr Freiwillige, easy: braucht mehr Menschen}
      unknown: {text: Zahl der Freiwilligen nicht angegeben, easy: Wir wissen es nicht.}
"""
    schema = project / "case_studies/schema/practice.yml"
    field = "      volunteers_needed: {title: Freiwillige, type: integer, examples: [4]}\n      volunteers: {title"
    schema.write_text(schema.read_text("utf-8").replace("      volunteers: {title", field, 1), encoding="utf-8")
    file = project / FILE
    file.write_text(file.read_text("utf-8") + rooms, encoding="utf-8")
    projects.write(
        project, "case_studies/practices/beispiel.yml", projects.ENTRY + "resources:\n  volunteers_needed: 4\n"
    )
    loaded = load(project)
    assert list(check(loaded)) == []
    assert questions(loaded)["raum"].form == "number"
    rule = matching.rule(loaded.library, made(loaded)[1])
    assert sorted(rule.criteria[-1].values) == [(), (), (4,)]


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("field: place.size", "field: place.sizes", "place.size"),
        ("field: place.state", "field: place.name", "place.state"),
        ("field: target_groups", "field: resources.staff_hours", "resources.cost_class"),
    ],
)
def test_a_field_that_cannot_be_compared_is_a_finding(project, old, new, near):
    file = project / FILE
    file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
    [found] = [one for one in check(load(project)) if one.code == "matching-field"]
    assert (found.span.file, found.params["field"]) == (FILE, new.removeprefix("field: "))
    assert near in found.params["near"]


def test_two_questions_of_one_id_are_a_finding(project):
    file = project / FILE
    file.write_text(file.read_text("utf-8").replace("id: land", "id: groesse"), encoding="utf-8")
    assert [one.code for one in check(load(project))] == ["duplicate-concept"]

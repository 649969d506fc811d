"""The accessibility statement says what the law asks for, only what was tested, and names the body in charge."""

from __future__ import annotations

import re
from pathlib import Path

import projects
import pytest
import yaml
from vorbild import Build, Site, check, load
from vorbild.catalogue import explain, texts

FILE = "case_studies/accessibility.yml"
ENFORCEMENT = "case_studies/enforcement.yml"
PAGES = {"de": "content/barrierefreiheit.md", "de-simple": "content/barrierefreiheit.leicht.md"}
OPERATOR = {
    "name": "Stadt Musterstadt",
    "street": "Musterweg 1",
    "city": "12345 Musterstadt",
    "phone": "01234 5678-0",
    "email": "barriere@example.org",
    "state": "bayern",
}
BARRIER = """\
barriers:
  - title: Videos ohne Untertitel
    what: Zwei Videos haben keine Untertitel.
    where: Auf der Startseite
    why: Die Untertitel sind in Arbeit.
    ground: non_compliance
    alternative: Der Text steht darunter.
    planned: 2027-06
    easy:
      title: Videos haben keine Schrift
      text: |
        Bei 2 Videos fehlt die Schrift.
        Wir machen die Schrift noch.
"""
BODIES = yaml.safe_load((projects.ROOT / ENFORCEMENT).read_text("utf-8"))["jurisdictions"]
STATES = {"baden-wuerttemberg", "bayern", "berlin", "brandenburg", "bremen", "hamburg", "hessen"} | {
    *("mecklenburg-vorpommern", "niedersachsen", "nordrhein-westfalen", "rheinland-pfalz", "saarland"),
    *("sachsen", "sachsen-anhalt", "schleswig-holstein", "thueringen"),
}


def with_pages(root):
    for file in PAGES.values():
        projects.write(root, file, (projects.ROOT / file).read_text("utf-8"))
    return root


@pytest.fixture
def town(project):
    """Return the folder of a project with the statement's pages."""
    return with_pages(project)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return such a project, read once for all tests that change nothing."""
    return load(with_pages(projects.make(tmp_path_factory.mktemp("erklaerung") / "projekt")))


def say(place, part, operator=OPERATOR, language="de"):
    """Return one part of the statement as HTML, of a folder or of a project that is read already."""
    project = load(place) if isinstance(place, Path) else place
    return Build(project, Site(operator)).expand(f"[[statement {part}]]", "barrierefreiheit.md", language)


def change(root, old, new, file=FILE):
    text = (root / file).read_text("utf-8")
    assert old in text
    projects.write(root, file, text.replace(old, new))


def add(root, more):
    projects.write(root, FILE, projects.ACCESSIBILITY + more)


def codes(root):
    return [diagnostic.code for diagnostic in check(load(root))]


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_federation_and_all_states_are_listed_once():
    assert [one["id"] for one in BODIES if one["id"] != "bund"] == sorted(STATES)
    assert len({one["abbreviation"] for one in BODIES}) == 17
    for one in BODIES:
        for body in one["bodies"]:
            assert body["sources"], one["id"]


@pytest.mark.parametrize("language", ["de", "de-simple"])
@pytest.mark.parametrize("one", BODIES, ids=lambda one: one["id"])
def test_the_body_of_the_operators_state_is_named_and_no_other(loaded, one, language):
    html = say(loaded, "enforcement", {**OPERATOR, "state": one["label"]}, language)
    for body in one["bodies"]:
        assert body["name"] in html
        if body["kind"] == "complaints":
            # A number is not broken at its blanks and hyphens.
            plain = html.replace("\u00a0", " ").replace("\u2011", "-")
            assert all(body[key] in plain for key in ("street", "city", "phone", "email", "url") if key in body)
    others = {body["name"] for other in BODIES if other is not one for body in other["bodies"]}
    own = " ".join(body["name"] for body in one["bodies"])
    assert [name for name in others if name in words(html) and name not in own] == []


@pytest.mark.parametrize("state", ["thueringen", "Thüringen", "TH", "th", " Thüringen "])
def test_a_state_may_be_named_by_id_name_or_abbreviation(loaded, state):
    projects.write(loaded.root, "mkdocs.yml", f'extra:\n  operator:\n    state: "{state}"\n')
    assert list(check(loaded)) == []
    assert "Landesdurchsetzungsstelle" in say(loaded, "enforcement", {"state": state})


@pytest.mark.parametrize(
    ("state", "near"),
    [("thuringen", "thueringen"), ("NRW", "nordrhein-westfalen"), ("x", "bayern, ")],
)
def test_an_unknown_state_is_found_at_its_line_with_the_nearest_one(town, state, near):
    projects.write(
        town, "mkdocs.yml", f"site_url: !ENV [X, '']\nextra:\n  operator:\n    name: ''\n    state: {state}\n"
    )
    (found,) = [explain(diagnostic) for diagnostic in check(load(town))]
    assert (found.code, found.file, found.line, found.column) == ("operator-state", "mkdocs.yml", 5, 12)
    assert near in found.help


def test_for_a_state_without_a_proven_body_none_is_invented(loaded):
    html = say(loaded, "enforcement", {**OPERATOR, "state": "sachsen"})
    assert texts()("statement.gap_title", state="Sachsen") in html
    assert "<address" not in html
    assert "Deutsches Zentrum für barrierefreies Lesen" in html


@pytest.mark.parametrize("state", ["privat", "Privat"])
def test_a_private_operator_has_no_enforcement_body(loaded, state):
    projects.write(loaded.root, "mkdocs.yml", f"extra: {{operator: {{state: {state}}}}}\n")
    assert list(check(loaded)) == []
    html = say(loaded, "enforcement", {**OPERATOR, "state": state})
    assert "freiwillig" in html
    assert not any(body["name"] in html for one in BODIES for body in one["bodies"])


def test_without_an_operator_the_statement_says_what_is_missing_and_lists_every_body(loaded):
    contact = say(loaded, "contact", {})
    for key in ("name", "street", "city", "email", "state"):
        assert f"({key})" in contact
    assert "mailto:" not in contact
    assert texts().plural("statement.reply", 4) not in contact, "nobody promises an answer yet"
    html = say(loaded, "enforcement", {})
    assert "mkdocs.yml" in html
    for one in BODIES:
        assert f"<h3>{one['label']}</h3>" in html
        assert all(body["name"] in html for body in one["bodies"] if body["kind"] == "complaints")


def test_a_complete_operator_misses_nothing(loaded):
    html = say(loaded, "contact")
    assert 'href="mailto:barriere@example.org"' in html
    assert 'href="tel:0123456780"' in html
    assert "4 Wochen" in html
    assert "notice" not in html


def test_only_what_lacks_is_named_as_missing(loaded):
    html = say(loaded, "contact", {**OPERATOR, "email": " "})
    assert "(email)" in html
    assert "(name)" not in html
    assert "mailto:" not in html


def test_one_week_is_one_week(town):
    change(town, "reply_weeks: 4", "reply_weeks: 1")
    assert "1 Woche eine" in say(town, "contact")


def test_a_barrier_says_what_where_why_and_what_instead(town):
    add(town, BARRIER)
    assert codes(town) == []
    html = say(town, "barriers")
    for text in ("Videos ohne Untertitel", "keine Untertitel.", "Auf der Startseite", "in Arbeit", "steht darunter"):
        assert text in html
    assert "mit den Anforderungen nicht vereinbar" in html
    assert "Juni 2027" in html
    easy = say(town, "barriers", language="de-simple")
    assert "fehlt die Schrift.<br>Wir machen" in easy
    assert "Untertitel" not in easy


def test_without_known_barriers_it_asks_for_reports(loaded):
    assert texts()("statement.no_barriers") in say(loaded, "barriers")
    assert "Dann sagen Sie uns das bitte." in say(loaded, "barriers", language="de-simple")


@pytest.mark.parametrize("status", ["full", "partial", "none"])
def test_the_status_stands_there_with_its_measure_and_method(town, status):
    add(town, BARRIER)
    change(town, "status: partial", f"status: {status}")
    html = say(town, "status")
    assert {"full": "vollständig", "partial": "teilweise", "none": "nicht"}[status] + " vereinbar" in html
    assert "WCAG 2.2" in html
    assert "Selbstbewertung" in html


def test_tests_name_who_with_what_when_and_the_result_and_the_gaps(town):
    html = say(town, "tests")
    for text in ("ein Programm", "axe-core", "22. November 2026", "Kein Verstoß", "Vorleseprogramme"):
        assert text in html
    assert "Vorlese-Programme" in say(town, "tests", language="de-simple")
    change(town, "untested:\n  - {what: Vorleseprogramme, easy: Vorlese-Programme}\n", BARRIER)
    assert texts()("statement.untested") not in say(town, "tests")


def test_a_report_is_linked(town):
    change(town, "reply_weeks", "report: https://www.example.org/bericht\nreply_weeks")
    assert 'href="https://www.example.org/bericht"' in say(town, "status")


def test_dates_and_method_of_the_statement(loaded):
    html = say(loaded, "dates")
    assert html.count("22. November 2026") == 2
    assert "Selbstbewertung" in html
    assert "einmal im Jahr" in html


EXPERT = (
    "  - {what: Ein ganzer Test, by: expert, date: 2026-11-22, result: Alles gut., easy: Fach-Leute haben geprüft.}\n"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{base}{gap}", ["statement-claim"]),
        ("{base}", ["statement-claim"]),
        ("{base}{expert}", []),
        ("{base}{users}", []),
        ("{base}{expert}{gap}", ["statement-claim"]),
        ("{base}{expert}{barrier}", ["statement-claim"]),
    ],
)
def test_full_conformance_needs_people_and_nothing_left_over(town, text, found):
    base, gap = projects.ACCESSIBILITY.replace("status: partial", "status: full").split("untested:")
    users = EXPERT.replace("expert", "users")
    filled = text.format(base=base, gap="untested:" + gap, expert=EXPERT, users=users, barrier=BARRIER)
    projects.write(town, FILE, filled)
    assert codes(town) == found


@pytest.mark.parametrize("status", ["partial", "none"])
def test_less_than_full_conformance_says_what_is_missing(town, status):
    base = projects.ACCESSIBILITY.split("untested:")[0].replace("status: partial", f"status: {status}")
    projects.write(town, FILE, base)
    assert codes(town) == ["statement-unexplained"]
    projects.write(town, FILE, base + BARRIER)
    assert codes(town) == []


@pytest.mark.parametrize(("day", "found"), [("2025-11-22", []), ("2025-11-21", ["statement-outdated"])])
def test_a_review_is_at_most_a_year_older_than_the_newest_entry(town, day, found):
    change(
        town, "first_published: 2026-11-22\nreviewed_on: 2026-11-22", f"first_published: 2020-02-29\nreviewed_on: {day}"
    )
    report = check(load(town))
    assert [diagnostic.code for diagnostic in report] == found
    assert {explain(diagnostic).severity for diagnostic in report} <= {"warning"}


def test_a_review_before_the_first_day_is_found(town):
    change(town, "reviewed_on: 2026-11-22", "reviewed_on: 2026-11-21")
    assert codes(town) == ["end-before-start"]


def test_a_state_that_is_listed_twice_is_found(town):
    change(town, "id: berlin", "id: bayern", ENFORCEMENT)
    assert codes(town) == ["duplicate-concept"]


@pytest.mark.parametrize("text", ["tests: [", "- a\n", "", "status: [x]\ntests: x\nbarriers: [a, {title: x}]\n"])
def test_what_cannot_be_read_is_a_finding_and_no_crash(town, text):
    for file in (FILE, ENFORCEMENT):
        projects.write(town, file, text)
    found = codes(town)
    assert found
    assert "statement-missing" not in found, "no follow-up of a file that is there"


def test_a_missing_file_is_found_where_the_page_needs_it(town):
    (town / FILE).unlink()
    assert set(codes(town)) == {"statement-missing"}


@pytest.mark.parametrize("language", PAGES)
def test_the_page_has_every_part_of_the_law(town, language):
    text = (town / PAGES[language]).read_text("utf-8")
    parts = re.findall(r"\[\[statement (\w+)\]\]", text)
    assert sorted(parts) == ["barriers", "contact", "dates", "enforcement", "status", "tests"]
    assert "[[operator]]" in text
    assert codes(town) == []


def test_easy_parts_use_easy_words_only(town):
    add(town, BARRIER)
    project = load(town)
    for part in ("status", "barriers", "tests", "contact", "dates"):
        easy = words(say(project, part, language="de-simple"))
        assert "Barrierefreiheit" not in easy
        assert "Betreiberin" not in easy
        assert "WCAG" not in easy


@pytest.mark.parametrize("language", PAGES)
def test_a_body_has_its_easy_name_above_the_official_one_on_easy_pages_only(loaded, language):
    one = BODIES[0]
    body = one["bodies"][0]
    html = say(loaded, "enforcement", {**OPERATOR, "state": one["label"]}, language)
    names = [name for name in (body["easy"], body["name"]) if name in html]
    assert names == ([body["easy"], body["name"]] if language == "de-simple" else [body["name"]])
    assert html.index(names[0]) <= html.index(body["name"])

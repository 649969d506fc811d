"""What the texts say in figures stands in their facts: a check for truth that stays (docs/content_provenance.md)."""

from __future__ import annotations

import copy
import importlib.util
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import projects
import provenance
import pytest
from provenance import Date, Facts
from vorbild import load
from vorbild.catalogue import texts
from vorbild.derive import facets
from vorbild.derive.present import Presenter

NAMES = [name for name in provenance.names() if not (name[0] == "pages" and name[1] in provenance.OF_THE_SITE)]
ENTRIES = [name for name in NAMES if name[0] != "pages"]
FILES = sorted((projects.ROOT / "tests/facts").rglob("*.yml"))
FEWEST_FACETS = 4


def named(value):
    return "/".join(value) if isinstance(value, tuple) else None


def each(names):
    return pytest.mark.parametrize("name", names, ids=named)


def both(name):
    """Return a text and its facts; without facts there is nothing to compare, and another test fails for that."""
    file = provenance.file_of(*name)
    if not file.is_file():
        pytest.skip(provenance.missing(*name))
    return provenance.subject(*name), provenance.read(file)


def told(*lines):
    return Facts("tests/facts/practices/rampe.yml", "P1", "2026-11-22", ("https://www.example.org/rampe",), lines)


# --- The content --------------------------------------------------------------------------------------------


@each(NAMES)
def test_every_entry_and_every_page_has_its_facts(name):
    assert provenance.file_of(*name).is_file(), provenance.missing(*name)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_facts_have_the_form_of_the_template(file):
    assert provenance.read(file).lines


def test_facts_without_an_entry_or_a_page_are_none():
    alone = "\n".join(
        f"{file} gehört zu keinem Eintrag und zu keiner Seite. Bitte löschen." for file in provenance.left_over()
    )
    assert not alone, alone


@each(NAMES)
def test_every_figure_stands_in_the_facts(name):
    unknown = "\n".join(provenance.unknown(*both(name)))
    assert not unknown, unknown


@each(NAMES)
def test_every_source_stands_in_both(name):
    lonely = "\n".join(provenance.addresses(*both(name)))
    assert not lonely, lonely


def test_every_practice_is_reached_by_several_facets():
    library = load(projects.ROOT).library
    reached = Counter(
        slug
        for facet in facets.index(Presenter(library, texts()))
        for slug in {entry.slug for own in facet.entries.values() for entry in own}
    )
    few = {entry.slug: reached[entry.slug] for entry in library.practices if reached[entry.slug] < FEWEST_FACETS}
    assert few == {}


def test_the_table_in_the_docs_is_up_to_date():
    tool = projects.ROOT / "tools/provenance.py"
    spec = importlib.util.spec_from_file_location("tools_provenance", tool)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = module.DOCUMENT.read_text("utf-8")
    assert written == module.renewed(written), "Bitte `python tools/provenance.py` aufrufen: Die Übersicht ist alt."


# --- The check can fail -------------------------------------------------------------------------------------


def other(figure, facts):
    """Return how another number than `figure` is written that the facts do not have."""
    if isinstance(figure.value, Date):
        return "01.01.2099"
    start = int(figure.value) + 1
    return next(str(number) for number in range(start, start + 1000) if Fraction(number) not in facts.values)


@each(NAMES)
def test_a_figure_that_is_changed_is_found(name):
    subject, facts = both(name)
    for text in subject.texts:
        for figure in provenance.figures(text.text):
            if figure.value in {0, 1} or text.place.startswith("sources."):
                continue
            instead = other(figure, facts)
            changed = text._replace(text=f"{text.text[: figure.start]} {instead} {text.text[figure.end :]}")
            found = list(provenance.unknown(replace(subject, texts=(changed,)), facts))
            assert any(f"„{instead}" in sentence for sentence in found), (text.place, instead)
            # One of each text: reading all again for each is slow.
            break


@each(ENTRIES)
def test_a_value_that_is_changed_is_found(name):
    _, facts = both(name)
    entry = copy.deepcopy(provenance.written(*name))
    values = entry.get("indicators", []) + [entry["place"]] * ("population" in entry["place"])
    for value in values:
        key = "value" if "value" in value else "population"
        value[key] = value[key] * 1000 + 7
    subject = provenance.entry(*name, entry)
    assert len(list(provenance.unknown(subject, facts))) == len(values)


@each(ENTRIES)
def test_a_source_that_is_changed_is_found_on_both_sides(name):
    subject, facts = both(name)
    changed = replace(subject, sources=("https://www.example.org/erfunden", *subject.sources[1:]))
    assert len(list(provenance.addresses(changed, facts))) == 2


# --- Reading figures ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("2,8 Millionen Euro", "2.800.000 Euro"),
        ("2800000", "2,8 Mio. Euro"),
        ("2,8", "2,8 Millionen Euro"),
        ("453 Tausend Euro", "453.000 Euro"),
        ("eine Million Euro", "1 Mio. Euro"),
        ("zwölf Frauen", "12 Frauen"),
        ("12 Frauen", "zwölf Frauen"),
        ("zweihundertsechzehn Orte", "216 Orte"),
        ("eineinhalb Stellen", "1,5 Stellen"),
        ("rund anderthalb Jahre", "rund 1,5 Jahre"),
        ("1,20 Meter", "1,2 m"),
        ("das 20. Festival", "zwanzigstes Festival"),
        ("die dritte Auflage", "3. Auflage"),
        ("fünfmal", "5 Termine"),
        ("dreiköpfige Gruppen", "3 Personen"),
        ("15-Zentimeter-Rampen", "15 cm"),
        ("seit den 1980er Jahren", "seit 1980"),
        ("2024", "2023/24"),
        ("im Wintersemester 1989/90", "WS 1989/90"),
        ("12 von 100 Menschen", "12 Prozent"),
        ("2019-04-04", "eröffnet am 04.04.2019"),
        ("am 4. April 2019", "04.04.2019"),
        ("am 4. April", "04.04.2019"),
        ("2019-04", "04.04.2019"),
        ("2019", "04.04.2019"),
        ("2023-06-12", "12.–15. Juni 2023"),
        ("vom 12. Juni bis zum 15. Juni", "12.–15. Juni 2023"),
        ("2022-02-15", "15.02.–31.05.2022"),
        ("im November 2020", "Nov./Dez. 2020"),
        ("im März 2019", "März–Mai 2019"),
        ("am 28. Februar 2018", "28. Februar und 1. März 2018"),
        ("Stufe 2", "Stufen 1 bis 3"),
        ("im Januar 2019", "2019 gab es eine Veranstaltung (Januar)"),
    ],
)
def test_numbers_and_days_are_compared_as_values(text, fact):
    facts = told(fact)
    assert [figure for figure in provenance.figures(provenance.plain(text)) if not facts.know(figure.value)] == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("2,9 Millionen Euro", "2,8 Millionen Euro"),
        ("28 Millionen Euro", "2,8 Millionen Euro"),
        ("dreizehn Frauen", "12 Frauen"),
        ("am 5. April 2019", "04.04.2019"),
        ("2019-05", "04.04.2019"),
        ("im April 2018", "04.04.2019"),
        ("am 13. Juni", "12.–15. Juni 2023"),
        ("2018", "2019"),
        ("90 am Tag", "80–100 am Tag"),
        ("2 Jahre", "1 bis 3 Jahre"),
    ],
)
def test_another_number_or_another_day_is_not_known(text, fact):
    assert not all(told(fact).know(figure.value) for figure in provenance.figures(provenance.plain(text)))


@pytest.mark.parametrize(
    "text",
    [
        "ein Dutzend, die Hälfte und ein Drittel",
        "mehrere tausend Menschen",
        "unter vier Augen",
        "Achten Sie auf die Wörter außer Acht.",
        "nichts von Dritten",
        "#1BarriereWeniger",
        "[Bericht](https://www.example.org/2019/04/seite-12)",
        "[[newest count=3]] und `Version 3`",
        "1. Fragen Sie.\n2. Planen Sie.\n3. Fangen Sie an.",
        "eine der Quellen 1 bis 4",
    ],
)
def test_some_words_and_signs_are_no_figures(text):
    figures = provenance.figures(provenance.plain(text))
    assert [figure.value for figure in figures if figure.value != 1] == []


def test_a_number_at_the_start_of_a_line_need_not_be_that_of_a_list():
    assert [figure.value for figure in provenance.figures(provenance.plain("20. Festival\n1. Mai 2023"))] == [
        20,
        Date(2023, 5, 1),
    ]


def test_a_share_has_its_hundred_only_where_there_is_one():
    assert told("80 %").know(Fraction(100))
    assert not told("80 Orte").know(Fraction(100))


# --- What is said -------------------------------------------------------------------------------------------


def rampe(**fields):
    entry = {"title": "Rampe", "sources": [{"url": "https://www.example.org/rampe", "title": "Bericht"}]} | fields
    return provenance.entry("practices", "rampe", entry)


def test_a_finding_names_file_number_and_sentence():
    subject = rampe(approach="Der Bauhof baut. Vorher fahren drei Menschen die Stelle\nab. Dann ist Ruhe.")
    [sentence] = provenance.unknown(subject, told("Die Rampe gibt es seit 2021."))
    assert sentence == (
        "case_studies/practices/rampe.yml, approach: „drei“ steht nicht in tests/facts/practices/rampe.yml. "
        "Im Satz: „Vorher fahren drei Menschen die Stelle ab.“"
    )


def test_a_value_has_the_scale_of_its_unit():
    subject = rampe(indicators=[{"label": "Kosten", "unit": "Millionen Euro", "value": 2.8, "date": "2019-04"}])
    assert list(provenance.unknown(subject, told("2.800.000 Euro (April 2019)"))) == []


def test_the_day_of_a_report_may_stand_in_its_address():
    facts = replace(told("Die Rampe"), sources=("https://www.example.org/2019/04/seite",))
    subject = rampe(sources=[{"url": facts.sources[0], "title": "Bericht", "date": "2019-04"}])
    assert list(provenance.unknown(subject, facts)) == []
    assert list(provenance.unknown(rampe(approach="Das war 2019."), facts))
    assert list(provenance.unknown(rampe(approach=f"Quelle: [Bericht von 2019]({facts.sources[0]})"), facts)) == []
    assert list(provenance.unknown(rampe(approach=f"Quelle: [Bericht von 2018]({facts.sources[0]})"), facts))


def test_keys_places_on_a_map_and_our_own_dates_are_not_asked_for():
    place = {"name": "Musterstadt", "ags": "03358019", "latitude": 53.12}
    assert (
        list(provenance.unknown(rampe(place=place, crpd_articles=[9, 20], reviewed_on="2026-11-22"), told("–"))) == []
    )


def test_how_somebody_came_to_a_source_is_no_part_of_its_address():
    facts = replace(told("–"), sources=("https://www.example.org/rampe/?sacgiv3",))
    assert list(provenance.addresses(rampe(), facts)) == []


HEAD = "fact: P1\ndate: 2026-11-22\nsources: []\n"


def test_a_line_that_yaml_takes_apart_is_read_as_it_was_written(tmp_path, monkeypatch):
    monkeypatch.setattr(provenance, "ROOT", tmp_path)
    file = tmp_path / "rampe.yml"
    file.write_text(f"{HEAD}facts:\n  - Orte: über 210.000 (um 2012)\n  - 2010-05-04\n", "utf-8")
    assert provenance.read(file).lines == ("Orte: über 210.000 (um 2012)", "2010-05-04")


@pytest.mark.parametrize("text", ["fact: P1", f"{HEAD}facts: []", f"{HEAD}facts: eins", f"{HEAD}facts: [a]\nmore: 1"])
def test_facts_in_another_form_are_refused_with_the_template(tmp_path, monkeypatch, text):
    monkeypatch.setattr(provenance, "ROOT", tmp_path)
    file = tmp_path / "rampe.yml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"vorlage\.yml"):
        provenance.read(file)

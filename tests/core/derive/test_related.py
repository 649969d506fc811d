"""Related practices: who stands on whose page, and which reasons are given."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import corpus
import projects
import pytest
import yaml
from vorbild import load
from vorbild.catalogue import EASY, texts
from vorbild.derive.present import Presenter
from vorbild.derive.related import cards, relate
from vorbild.schema.fields import build

# An entry that has nothing to say: what two of them have in common is what a test gives them.
PLAIN = {
    "title": "Beispiel",
    "summary": "Hier wird etwas getan, das gut ist.",
    "place": {"name": "Ort", "state": "bayern"},
    "period": {"start": "2020", "status": "running"},
    "fields_of_action": ["housing"],
    "target_groups": ["everyone"],
    "organisation": {"name": "Verein"},
    "approach": "Hier wird etwas getan, das gut ist.",
    "sources": [{"url": "https://example.org/", "title": "Bericht", "accessed": "2026-11-22"}],
    "reviewed_on": "2026-11-22",
}
EASY_TEXT = {"summary": "Das ist ein Beispiel.", "text": "## Darum geht es\nEs geht um alle.\n", "status": "draft"}
IMITATED, MODEL = "hat dieses Beispiel nachgemacht", "Vorbild für dieses Beispiel"


@pytest.fixture
def read(tmp_path):
    """Return a function that makes a library of practices, each plain but for what it is given by its slug."""

    def read(**given):
        root = projects.make(tmp_path / str(len(list(tmp_path.iterdir()))), practices=())
        (root / "case_studies/practices/beispiel.yml").unlink()
        for number, (slug, own) in enumerate(given.items()):
            values = PLAIN | {"place": {"name": f"Ort {number}", "state": "bayern"}} | own
            projects.write(root, f"case_studies/practices/{slug}.yml", yaml.dump(values, allow_unicode=True))
        project = load(root)
        assert [found.code for found in project.diagnostics] == []
        assert len(project.library.practices) == len(given)
        return project.library

    return read


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Return a library of 300 generated practices; every fourth imitates the one three before it."""
    return load(corpus.Corpus(300).write(tmp_path_factory.mktemp("viele") / "projekt")).library


def reasons(library, language="de"):
    """Return the reasons on the page of each practice, by slug, by the slug of the other one, in their order."""
    made = cards(Presenter(library, texts(language)), relate(library))
    return {slug: {card.href.split("/")[1]: card.why for card in own} for slug, own in made.items()}


def filler(count):
    """Return practices that have to do with nothing else."""
    groups = ["older_people", "families", "migrants", "poverty", "queer_people", "autism", "homeless"]
    fields = ["work", "mobility", "civil_protection", "education"]
    return {
        f"x{number}": {"fields_of_action": [fields[number % 4]], "target_groups": [groups[number % 7]]}
        for number in range(count)
    }


def test_what_editors_name_comes_first_and_says_so(read):
    named = {"related": ["x3"], "target_groups": ["families"]}
    found = reasons(read(eins=named, nah=named, **filler(6)))["eins"]
    assert next(iter(found)) == "x3"
    assert found["x3"].startswith("von der Redaktion empfohlen")
    assert not found["nah"].startswith("auch in")


def test_a_model_and_its_imitator_stand_on_each_others_page_and_say_the_mirrored_reason(read):
    imitator = {"adapted_from": [{"practice": "alt"}], "fields_of_action": ["work"], "target_groups": ["families"]}
    twin = {"fields_of_action": ["mobility"], "target_groups": ["autism"], "crpd_articles": [9]}
    found = reasons(read(alt=twin, neu=imitator, zwilling=twin, **filler(6)))
    assert next(iter(found["alt"])) == "neu"
    assert next(iter(found["neu"])) == "alt"
    assert (found["alt"]["neu"].split("; ")[0], found["neu"]["alt"].split("; ")[0]) == (IMITATED, MODEL)


def test_lineage_is_mirrored_on_all_pages(many):
    found = reasons(many)
    mirrored = {IMITATED: MODEL, MODEL: IMITATED}
    pairs = [(one, other, why.split("; ")[0]) for one, own in found.items() for other, why in own.items()]
    lineage = {(one, other): why for one, other, why in pairs if why in mirrored}
    assert len(lineage) == 2 * 300 // 4
    assert all(lineage[other, one] == mirrored[why] for (one, other), why in lineage.items())


def test_two_imitators_of_one_model_say_which(read):
    model = {"adapted_from": [{"name": "Bürgerbus in Holland"}]}
    by_name = reasons(read(a=model | filler(1)["x0"], b=model, **filler(3)))
    assert by_name["a"]["b"].split("; ")[0] == "gleiches Vorbild: Bürgerbus in Holland"
    assert by_name["b"]["a"].split("; ")[0] == "gleiches Vorbild: Bürgerbus in Holland"


def test_a_model_that_is_a_practice_is_called_by_its_title(read):
    model = {"adapted_from": [{"practice": "alt"}]}
    found = reasons(read(alt={"title": "Der alte Bus"}, a=model, b=model, **filler(3)))
    assert found["a"]["b"].split("; ")[0] == "gleiches Vorbild: Der alte Bus"


def test_words_that_both_texts_have_are_said_as_people_write_them(read):
    a = {"approach": "Alle bauen hier Rampen. Der Gehweg hat nun eine Rampe."}
    b = {"approach": "Wir bauen Rampen am Ende von allen Gehwegen."}
    found = reasons(read(a=a, b=b | filler(1)["x0"], **filler(8)))["a"]
    assert next(iter(found.items())) == ("b", "in beiden Texten: Rampen, Gehweg")


def test_a_compound_is_found_by_its_parts(read):
    a, b = {"approach": "Sie bauen gern eine Rollstuhlrampe."}, {"approach": "Sie bauen gern eine Rampe."}
    found = reasons(read(a=a, b=b | filler(1)["x0"], **filler(8)))["a"]
    assert next(iter(found.items())) == ("b", "in beiden Texten: Rampe")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Alle Menschen in der Stadt.", "Die Stadt ist für Menschen da."),  # said every day
        ("Sie machen das in Lüneburg.", "In Lüneburg ist es schön hier."),  # where both are
        ("Ehrlich gesagt ist das gut.", "Ehrlich ist das hier für alle."),  # no noun
    ],
)
def test_words_that_tell_nothing_are_no_reason(read, first, second):
    place = {"place": {"name": "Lüneburg", "state": "niedersachsen"}}
    found = reasons(read(a=place | {"approach": first}, b=place | {"approach": second}, **filler(6)))["a"]
    assert "Texten" not in found["b"]


def test_a_word_that_most_practices_have_is_no_reason(read):
    rampe = {"approach": "Hier bauen alle eine Rampe."}
    found = reasons(read(a=rampe, b=rampe, **{slug: own | rampe for slug, own in filler(8).items()}))
    assert not [why for own in found.values() for why in own.values() if "Rampe" in why]


def test_a_word_is_not_said_again_if_a_term_says_it(read):
    care = {"fields_of_action": ["health_care"], "approach": "Gute Pflege ist hier das Ziel von allen."}
    found = reasons(read(a=care, b=care, **filler(8)))["a"]
    assert found["b"] == "auch: alle, Gesundheit und Pflege"


def test_easy_texts_and_sources_do_not_relate(read):
    source = [{"url": "https://example.org/", "title": "Rampen bauen", "accessed": "2026-11-22"}]
    easy = {
        "title": "Rampen",
        "summary": "Sie bauen Rampen.",
        "text": "## Rampen\nDas sind Rampen.\n",
        "status": "draft",
    }
    both = {"sources": source, "easy": easy}
    found = reasons(read(a=both, b=both, **filler(6)))["a"]
    assert "Rampe" not in found["b"]


def test_a_rare_term_counts_more_than_a_common_one(read):
    own = {"target_groups": ["older_people", "autism"], "fields_of_action": ["administration"]}
    rare = {"target_groups": ["autism", "families"], "fields_of_action": ["culture_sport"]}
    common = {"target_groups": ["older_people", "families"], "fields_of_action": ["culture_sport"]}
    others = {f"c{number}": common | {"target_groups": ["older_people", "poverty"]} for number in range(5)}
    found = reasons(read(eins=own, haeufig=common, selten=rare, **others))["eins"]
    assert next(iter(found.items())) == ("selten", "auch: Autismus")


def test_a_facet_without_weight_does_not_relate(read):
    described = {"evidence": "described"}
    library = read(a=described, b=described | filler(1)["x0"], **filler(5))
    assert reasons(library)["a"].get("b") in {None, "auch: Bayern"}
    raw = library.schemas["practice"].root.raw
    evidence = raw["properties"]["evidence"]
    weighed = raw | {"properties": raw["properties"] | {"evidence": evidence | {"x-facet": {"slug": "belege"}}}}
    practice = replace(library.schemas["practice"], root=build(weighed))
    schemas = replace(library.schemas, schemas={**library.schemas.schemas, "practice": practice})
    entries = tuple(replace(entry, schema=practice) for entry in library.entries)
    assert reasons(replace(library, schemas=schemas, entries=entries))["a"]["b"] == "auch: beschrieben"


def test_the_same_town_is_a_weak_reason(read):
    town = {"place": {"name": "Lüneburg", "state": "niedersachsen", "size": "medium_town"}}
    own = {"target_groups": ["families", "autism", "poverty"], "fields_of_action": ["administration"]}
    near = {"target_groups": ["homeless"], "fields_of_action": ["culture_sport"]}
    far = {"target_groups": ["families", "migrants"], "fields_of_action": ["education"]}
    found = reasons(read(eins=town | own, nebenan=town | near, fern=far, **filler(5)))["eins"]
    assert list(found).index("fern") < list(found).index("nebenan")
    assert found["nebenan"] == "auch in Lüneburg"


def test_state_and_size_count_between_different_towns(read):
    town = {"name": "Lüneburg", "state": "niedersachsen"}
    a, b = {"place": town} | filler(2)["x0"], {"place": town | {"name": "Celle"}} | filler(2)["x1"]
    assert reasons(read(a=a, b=b, **filler(3)))["a"]["b"] == "auch: Niedersachsen"


def test_a_fourth_and_fifth_are_shown_only_if_they_are_nearly_as_close_as_the_first(read):
    close = {"target_groups": ["homeless"], "fields_of_action": ["culture_sport"]}
    same = {f"s{number}": close for number in range(7)}
    assert {len(own) for own in reasons(read(**same)).values()} == {5}
    weak = {"target_groups": ["homeless", "families", "poverty", "migrants"], "fields_of_action": ["education"]}
    found = reasons(read(a=close, b=close, **{f"w{number}": weak for number in range(4)}))
    assert [len(found[slug]) for slug in ("a", "b")] == [3, 3]


def test_easy_pages_have_at_most_three_of_those_with_an_easy_text_and_reasons_in_easy_words(read):
    group = {"target_groups": ["homeless"], "approach": "Hier bauen alle eine Rampe."}
    easy = {f"e{number}": group | {"easy": EASY_TEXT | {"title": f"Leicht {number}"}} for number in range(5)}
    library = read(standard=group, **easy, **filler(5))
    made = cards(Presenter(library, texts(EASY)), relate(library))
    assert made.keys() == easy.keys()
    for own in made.values():
        assert len(own) == 3
        assert {card.title.split()[0] for card in own} == {"Leicht"}
        assert {card.why for card in own} == {"Beide Beispiele passen zu „Menschen ohne Wohnung“."}
        assert {card.meta for card in own} == {()}


def test_easy_pages_have_no_word_lists(read):
    easy = {"easy": EASY_TEXT | {"title": "Leicht"}, "approach": "Hier bauen alle eine Rampe."}
    found = reasons(read(a=easy, b=easy | filler(1)["x0"], **filler(8)), EASY)
    assert found["a"] == {"b": "In beiden Texten stehen gleiche Wörter."}


def test_easy_pages_say_lineage_in_easy_words(read):
    easy = {"easy": EASY_TEXT | {"title": "Leicht"}}
    imitator = easy | {"adapted_from": [{"practice": "alt"}]}
    found = reasons(read(alt=easy, neu=imitator, auch=imitator, **filler(2)), EASY)
    assert found["alt"]["neu"] == "Andere machen das Beispiel hier nach."
    assert found["neu"]["alt"] == "Das ist das Vorbild für dieses Beispiel."
    assert found["neu"]["auch"] == "Beide Beispiele haben das gleiche Vorbild."


@pytest.mark.parametrize("language", ["de", EASY])
def test_each_practice_is_shown_somewhere_and_none_everywhere(many, language):
    found = reasons(many, language)
    times = Counter(other for own in found.values() for other in own)
    assert times.keys() == found.keys()
    assert max(times.values()) <= 20


@pytest.mark.parametrize("language", ["de", EASY])
def test_each_practice_of_the_site_is_shown_somewhere_and_none_everywhere(language):
    library = load(projects.ROOT).library
    found = reasons(library, language)
    times = Counter(other for own in found.values() for other in own)
    assert times.keys() == found.keys()
    assert max(times.values()) <= len(found) / 3


def test_the_order_of_entries_changes_nothing(many):
    turned = replace(many, entries=tuple(reversed(many.entries)))
    assert reasons(turned) == reasons(many)


def test_likeness_is_the_same_both_ways(many):
    likeness = relate(many).likeness
    for one, other in pairwise(entry.slug for entry in many.practices):
        shared, back = likeness.shared(one, other), likeness.shared(other, one)
        assert math.fsum(shared.values()) == math.fsum(back.values())
        assert shared.keys() == back.keys()


def test_the_closest_of_many_are_close_to_the_closest_of_all(many):
    likeness = relate(many).likeness
    slugs = [entry.slug for entry in many.practices]
    for slug in slugs[::30]:
        best = max(math.fsum(likeness.shared(slug, other).values()) for other in slugs if other != slug)
        assert likeness.closest(slug)[0][0] >= 0.8 * best

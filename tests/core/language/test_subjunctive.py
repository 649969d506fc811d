"""Subjunctive: forms that show it, and forms that hide it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.grammar.subjunctive import subjunctives
from vorbild.language.tagger import tag


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Das wäre schön.", ["wäre"]),
        ("Ich hätte gern ein Eis.", ["hätte"]),
        ("Wenn er käme, ginge es uns besser.", ["käme", "ginge"]),
        ("Sie würden gern kommen.", ["würden"]),
        ("Man könnte eine Rampe bauen.", ["könnte"]),
        ("Ich möchte einen Kaffee.", ["möchte"]),
        ("Sie müßte mehr üben.", ["müßte"]),
        ("Dann müssten alle üben.", ["müssten"]),
        ("Er tut, als wüsste er alles.", ["wüsste"]),
        ("Der Verein bräuchte mehr Geld.", ["bräuchte"]),
        ("Er hofft, dass sie das Geld aufbrächten.", ["aufbrächten"]),
        ("Sollte es regnen, bleiben wir zu Hause.", ["Sollte"]),
    ],
)
def test_the_second_subjunctive_is_marked(marked, sentence, verbs):
    assert marked(subjunctives, sentence) == verbs


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Er sagt, er sei krank.", ["sei"]),
        ("Die Preise seien zu hoch.", ["seien"]),
        ("Sie könne nicht kommen, hieß es.", ["könne"]),
        ("Die Stadt werde eine Rampe bauen, sagte sie.", ["werde"]),
        ("Der Minister erklärte, er habe davon nichts gewußt.", ["habe"]),
        ("Er fragte, ob sie komme.", ["komme"]),
        ("Der Umbau koste viel, teilte das Amt mit.", ["koste"]),
        ("Es lebe die Freiheit!", ["lebe"]),
        ("Man nehme drei Eier.", ["nehme"]),
        ("Es handele sich um ein Versehen, sagte sie.", ["handele"]),
        ("Darum, so der Verein, stelle sich diese Frage.", ["stelle"]),
    ],
)
def test_the_first_subjunctive_is_marked(marked, sentence, verbs):
    assert marked(subjunctives, sentence) == verbs


@pytest.mark.parametrize(
    "sentence",
    [
        "Ich habe Zeit.",
        "Heute werde ich kommen.",
        "Ich gehe heute und komme morgen wieder.",
        "Da habe ich mich gefreut.",
    ],
)
def test_the_first_person_beside_ich_is_indicative(marked, sentence):
    assert not marked(subjunctives, sentence)


def test_the_first_person_without_ich_reads_as_subjunctive(marked):
    assert marked(subjunctives, "Habe gestern ein Rad gekauft.") == ["Habe"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Seien Sie pünktlich!",
        "Sei leise!",
        "Bitte rufe uns an.",
        "Frage deinen Arzt.",
        "Schreibe uns eine E-Mail.",
        "Dann wasche dir die Hände.",
    ],
)
def test_a_request_is_no_subjunctive(marked, sentence):
    assert not marked(subjunctives, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sie machte das Fenster auf.",
        "Er wollte nicht.",
        "Sie konnte nicht kommen.",
        "Man sollte leise sein.",
        "Sie sollen kommen.",
        "Das Haus wurde gebaut.",
    ],
)
def test_forms_that_do_not_show_their_mood_are_left_alone(marked, sentence):
    assert not marked(subjunctives, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir brauchen eine Liege.",
        "Eine Stelle ist frei.",
        "Die Würde ist wichtig.",
        "Die Hütte ist klein.",
        "In Ulm wohnte sie zunächst zur Untermiete, bald danach im eigenen Haus.",
    ],
)
def test_nouns_are_no_verbs(marked, sentence):
    assert not marked(subjunctives, sentence)


def test_a_preposition_is_no_verb(marked):
    assert not marked(subjunctives, "Wir nehmen Holz anstelle von Plastik.")


@given(st.text())
def test_any_text_has_its_subjunctives_inside_it(text):
    assert all(0 <= match.start < match.end <= len(text) for match in subjunctives(tag(text)))

"""Passive: werden and a participle, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.grammar.passive import passives
from vorbild.language.tagger import tag

WORDS = [
    "wird",
    "geprüft",
    "und",
    "der",
    "Stadt",
    ",",
    "ist",
    "worden",
    "zu",
    "werden",
    "(",
    "gebaut",
    ".",
    "3",
    "weil",
]


@pytest.mark.parametrize(
    ("sentence", "stretch"),
    [
        ("Das Haus wird heute geprüft.", "wird heute geprüft"),
        ("Wird der Bus heute gewaschen?", "Wird der Bus heute gewaschen"),
        ("Den Kindern wird im Verein geholfen.", "wird im Verein geholfen"),
        ("Es wurde lange getanzt.", "wurde lange getanzt"),
        ("Die Brücke wurde gesperrt und abgerissen.", "wurde gesperrt und abgerissen"),
        ("Das Museum werde umgebaut, sagte die Ministerin.", "werde umgebaut"),
        ("Der Aufzug kann erst morgen repariert werden.", "repariert werden"),
        ("Das Rathaus hätte umgebaut werden müssen.", "umgebaut werden"),
        ("Alle hoffen, eingeladen zu werden.", "eingeladen zu werden"),
        ("Die Rampe ist im Mai gebaut worden.", "gebaut worden"),
        ("Die Rampe ist geplant und gebaut worden.", "geplant und gebaut worden"),
        ("Der Brief soll morgen abgeschickt worden sein.", "abgeschickt worden"),
        ("Gebaut wird erst im Herbst.", "Gebaut wird"),
        ("Die Höfe wurden zwangskollektiviert.", "wurden zwangskollektiviert"),
        ("Das wird mit einem Wort umschrieben.", "wird mit einem Wort umschrieben"),
        ("Daß der Weg geräumt wurde, freute alle.", "geräumt wurde"),
        ("Der Weg, der im Winter nicht geräumt wird, ist gefährlich.", "geräumt wird"),
        ("Der Verein wurde 1950 von Eltern gegründet, die keine Schule fanden.", "wurde 1950 von Eltern gegründet"),
        ("Menschen wurden gezwungen, ihre Häuser zu verlassen.", "wurden gezwungen"),
        ("Der Film wurde am 3. Mai im Rathaus gezeigt.", "wurde am 3. Mai im Rathaus gezeigt"),
    ],
)
def test_werden_with_a_participle_is_marked_from_verb_to_verb(marked, sentence, stretch):
    assert marked(passives, sentence) == [stretch]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Haus wird, weil es alt ist, abgerissen.",
        "Das Schloss wurde, so heißt es, im Krieg zerstört.",
        "Die Kirche (von 1890) wurde mit viel Geld (aus Spenden) renoviert.",
        "Die Burg wird als „Rote Burg“ (türkisch: Kizil Kale) bezeichnet.",
        "Die Straße wird - wie immer - im Winter gestreut.",
    ],
)
def test_the_participle_is_found_behind_what_interrupts_the_clause(marked, sentence):
    assert len(marked(passives, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    ["Hier wird man gut beraten.", "Das Paket wurde lange behalten.", "Die Rechte werden im Beirat vertreten."],
)
def test_participles_that_read_as_infinitives_are_passive_where_nobody_else_could_act(marked, sentence):
    assert len(marked(passives, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Stadt wird den Weg prüfen.",
        "Er wird das Geld bekommen.",
        "Bald werden wir die Unterlagen erhalten.",
        "Sie würde gern das Zimmer behalten.",
        "Er wird gekommen sein.",
        "Sie wird das Haus verlassen haben.",
        "Der Vater wird gut gelaunt nach Hause kommen.",
    ],
)
def test_future_is_no_passive(marked, sentence):
    assert not marked(passives, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Wetter wird gut.",
        "Sie wird Lehrerin.",
        "Er möchte Arzt werden.",
        "Es ist wärmer geworden.",
        "Der Künstler wird bekannt und beliebt.",
        "Wie geplant wird das Fest schön.",
        "Die Kinder werden größer und haben viel gelernt.",
        "Die Rampe, die wir gebaut haben, wird gut.",
        "„Es wird Zeit“, versichert die Leiterin.",
    ],
)
def test_werden_that_tells_what_somebody_becomes_is_no_passive(marked, sentence):
    assert not marked(passives, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Spruch ist mit Kreide auf die Wand geschrieben.",
        "Die Tür ist von innen mit einem Brett verschlossen.",
        "In dem Schrank, der mit einem Gitter gesichert ist, liegt Geld.",
    ],
)
def test_sein_with_a_participle_and_an_adjunct_of_the_deed_is_passive_of_state(marked, sentence):
    assert len(marked(passives, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Zug ist in Ulm angekommen.",
        "Der Preis ist auf 20 Euro gestiegen.",
        "Die Firma ist aus einem Verein hervorgegangen.",
        "Wir sind von dem Ausflug begeistert.",
        "Der Saal ist mit Stühlen sehr gut ausgestattet.",
        "Der Garten am Haus ist schön und gepflegt.",
        "Das Museum ist geöffnet.",
        "Der Ort ist in dem Kreis die auf Dauer gesehen größte Stadt.",
        "Das Heft ist für Kinder gedacht.",
        "Rauchen ist in der Schule verpönt.",
        "Rauchen ist im Haus verboten.",
    ],
)
def test_perfect_and_adjectives_with_sein_are_no_passive(marked, sentence):
    assert not marked(passives, sentence)


def test_bestimmt_is_an_adverb_where_the_clause_goes_on(marked):
    assert not marked(passives, "Das Essen wird bestimmt gut.")
    assert marked(passives, "Der Preis wird bestimmt von vielen Käufern.") == ["wird bestimmt"]
    assert marked(passives, "Heute wird der Sieger bestimmt.") == ["wird der Sieger bestimmt"]


def test_each_passive_of_a_sentence_is_marked(marked):
    sentence = "Die Schule wurde geschlossen, aber später wurde sie wieder aufgebaut."
    assert marked(passives, sentence) == ["wurde geschlossen", "wurde sie wieder aufgebaut"]


@given(st.text())
def test_any_text_has_its_passives_inside_it(text):
    assert all(0 <= match.start < match.end <= len(text) for match in passives(tag(text)))


@given(st.lists(st.sampled_from(WORDS), max_size=15))
def test_verbs_in_any_order_have_their_passives_inside_them(words):
    text = " ".join(words)
    assert all(0 <= match.start < match.end <= len(text) for match in passives(tag(text)))

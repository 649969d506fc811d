"""Genitive: by form and by place, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.grammar.genitive import genitives
from vorbild.language.tagger import tag

WORDS = [
    "der",
    "des",
    "von",
    "3",
    ".",
    ",",
    "Stadt",
    "alten",
    "Hauses",
    "und",
    "er",
    "(",
    "eine",
    "Frauen",
    "wegen",
    "hilft",
]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Das ist das Haus des Lehrers.", "des Lehrers"),
        ("Die Wahl des neuen Präsidenten ist am Sonntag.", "des neuen Präsidenten"),
        ("Mitte des 19. Jahrhunderts entstand die Bahn.", "des 19. Jahrhunderts"),
        ("Eines Tages kam er zurück.", "Eines Tages"),
        ("Der Hut meines Bruders ist rot.", "meines Bruders"),
        ("Das Dach dieses Hauses ist kaputt.", "dieses Hauses"),
        ("Die Größe jedes Zimmers ist gleich.", "jedes Zimmers"),
        ("Anfang kommenden Jahres beginnt der Bau.", "kommenden Jahres"),
        ("Mangels Beweises kam er frei.", "Beweises"),
        ("Die Rechte der Kinder sind wichtig.", "der Kinder"),
        ("Zu Beginn der 90er Jahre kam die Wende.", "der 90er Jahre"),
        ("Die Entwicklung dieser Länder ist schnell.", "dieser Länder"),
        ("Der Schutz alter Menschen ist wichtig.", "alter Menschen"),
        ("Das ist ein Recht aller Menschen.", "aller Menschen"),
        ("Der Verlust vieler Arbeitsplätze schmerzt.", "vieler Arbeitsplätze"),
        ("Der Bau zweier Brücken ist teuer.", "zweier Brücken"),
        ("Das Rollen mehrerer Bälle macht Lärm.", "mehrerer Bälle"),
    ],
)
def test_forms_that_are_genitive_only_are_marked(marked, sentence, phrase):
    assert phrase in marked(genitives, sentence)


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Der Name der Straße ist lang.", "der Straße"),
        ("Das ist die Meinung meiner Schwester.", "meiner Schwester"),
        ("Das Essen meiner Frau war gut.", "meiner Frau"),
        ("Das Ufer der Elbe ist grün.", "der Elbe"),
        ("Die Mehrheit der Bürger war dafür.", "der Bürger"),
        ("Er nimmt an einer der Sitzungen teil.", "der Sitzungen"),
        ("Zwei der Lampen sind kaputt.", "der Lampen"),
        ("Das steht in Artikel 3 der Satzung.", "der Satzung"),
        ("Die Lehrerin der Sunrise School half.", "der Sunrise"),
        ("Es fehlt ein System umfassender sozialer Sicherung.", "umfassender sozialer Sicherung"),
        ("Der Umbau der „Alten Mühle“ dauerte.", "der „Alten Mühle"),
        ("Die Abwehr der Tigers war stark.", "der Tigers"),
        ("Das Büro der Mittwoch Stiftung ist zu.", "der Mittwoch"),
        ("Die Regeln der neuen Super League sind streng.", "der neuen Super"),
        ("Das Leben der anderen ist anders.", "der anderen"),
        ("Sie wohnt in einem der ältesten.", "der ältesten"),
        ("Das war der Lohn harter und lange geplanter Arbeit.", "harter und lange geplanter Arbeit"),
        ("Die Zahl der unter 30 jährigen Bewohner sinkt.", "der unter 30 jährigen Bewohner"),
    ],
)
def test_after_nouns_and_numbers_forms_of_two_cases_are_genitive(marked, sentence, phrase):
    assert marked(genitives, sentence) == [phrase]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wegen des Regens fällt das Fest aus.",
        "Während der Sitzung ist zu.",
        "Trotz seiner Krankheit kam er.",
        "Innerhalb eines Jahres war alles fertig.",
        "Aufgrund hoher Kosten fiel es aus.",
        "Sie kam statt ihrer Schwester.",
        "Dank der Spenden kann gebaut werden.",
        "Wegen zu hoher Preise blieb das Lokal leer.",
        "Der Kinder wegen zogen sie um.",
    ],
)
def test_prepositions_with_genitive_have_one(marked, sentence):
    assert len(marked(genitives, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir gedenken der Toten.",
        "Er bedarf der Hilfe.",
        "Er ist sich der Gefahr bewusst.",
        "Ich bin der Meinung, dass es reicht.",
    ],
)
def test_verbs_and_adjectives_with_genitive_have_one(marked, sentence):
    assert len(marked(genitives, sentence)) == 1


def test_a_second_phrase_follows_the_first(marked):
    assert marked(genitives, "Die Mitglieder des Vereins und der Partei kamen.") == ["des Vereins", "der Partei"]
    assert not marked(genitives, "Er kam aus der Türkei und der Ukraine.")


def test_a_phrase_may_hold_another(marked):
    assert marked(genitives, "Die Kosten der von der Stadt gebauten Brücke sind hoch.") == [
        "der von der Stadt gebauten Brücke"
    ]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Das ist das Tor der im Süden Ulms geplanten Schule.", "der im Süden Ulms geplanten Schule"),
        ("Zwei der von ihr gemalten Bilder hängen hier.", "der von ihr gemalten Bilder"),
        (
            "Er plant den Bau der auf der Wiese an der Donau gewünschten Halle.",
            "der auf der Wiese an der Donau gewünschten Halle",
        ),
        ("Eine an den Liedern fremder Länder geschulte Sängerin trat auf.", "fremder Länder"),
    ],
)
def test_phrases_may_be_nested_deeper(marked, sentence, phrase):
    assert marked(genitives, sentence) == [phrase]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Es dient dem Wohl aller.", "aller"),
        ("Das war die Idee einiger.", "einiger"),
        ("Das Haus ist für das Wohnen Behinderter gebaut.", "Behinderter"),
        ("Die Rechte Dritter bleiben.", "Dritter"),
        ("Der Bund Deutscher Köche tagt.", "Deutscher Köche"),
        ("Er sah die Not Tausender Menschen.", "Tausender Menschen"),
        ("Das ist das Gegenteil dessen, was er will.", "dessen"),
    ],
)
def test_pronouns_and_adjectives_on_er_after_a_noun_are_genitive(marked, sentence, word):
    assert marked(genitives, sentence) == [word]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ich helfe der Frau.",
        "Das gehört meiner Mutter.",
        "Er gab der Frau das Buch.",
        "Unser Verein hilft der Gemeinde.",
        "Wenn Jonas einer Reise zustimmt, fahren wir.",
        "Er wohnt in der Stadt an der Donau.",
        "Mit großer Freude kam er.",
        "Seiner Meinung nach ist es gut.",
        "Das ist meiner Meinung nach gut.",
        "In Schröders neuer Wohnung ist es hell.",
        "Wer der Gruppe hilft, wird gelobt.",
        "Das gefällt der Mutter sicher.",
        "Sie schloss sich im Mai der Gruppe an.",
        "Das sagte er am Freitag der Presse.",
        "Das Geld dient ausschließlich der Forschung.",
        "Wir sahen ihn im ersten Zyklus.",
        "Er sprach vom heutigen Luchs.",
        "In Peters kleiner Wohnung ist es hell.",
        "Er wollte den Hof später der Tochter hinterlassen.",
    ],
)
def test_dative_is_no_genitive(marked, sentence):
    assert not marked(genitives, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Lehrer kommt.",
        "Dann kommt der Bus.",
        "Dort steht ein neuer Wagen.",
        "Damit der Kranken-wagen Platz hat, parken wir hier.",
        "Gestern sprach in Bonn der Minister.",
        "Der Mann, der Menschen hilft, ist nett.",
        "Er ist jünger als der Bruder.",
        "Dieses Haus ist alt.",
        "Jedes Kind bekommt ein Buch.",
        "Guter Rat ist teuer.",
        "Nach dem Krieg war 1950 der Maler wieder da.",
        "Vor allem der Lehrer half.",
        "Er weiß, dass in diesem Dorf der Arzt fehlt.",
        "Sie fragte, ob ihr Freund der Richtige ist.",
        "Er wurde nach der Wahl in Wien wieder deutscher Kaiser.",
    ],
)
def test_nominative_is_no_genitive(marked, sentence):
    assert not marked(genitives, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Autos und Büros sind neu.",
        "Abends gibt es etwas Neues.",
        "Mittags ist alles anders.",
        "Weniger Menschen kamen.",
        "Das Fest ist montags und samstags.",
        "Ein Glas Wasser und zwei Tassen Tee bitte.",
        "Die New Yorker Börse ist groß.",
        "Die Firma heißt International Computers Limited.",
        "Deshalb waren früher Bücher teuer.",
    ],
)
def test_an_s_or_er_at_the_end_makes_no_genitive(marked, sentence):
    assert not marked(genitives, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hier steht, welche Pflichten der Vermieter hat.",
        "Wir fragen, wie viele nette Helfer der Verein braucht.",
        "Sagen Sie uns, was für ein Gerät der Computer ist.",
    ],
)
def test_the_subject_of_an_indirect_question_is_no_genitive(marked, sentence):
    assert not marked(genitives, sentence)


def test_a_genitive_belongs_to_what_is_asked_for_where_the_verb_is_plural(marked):
    assert marked(genitives, "Hier steht, welche Rechte der Mieter wichtig sind.") == ["der Mieter"]


@pytest.mark.parametrize("verb", ["gefällt", "zuhört", "antwortet"])
def test_a_verb_with_dative_at_the_end_makes_no_genitive(marked, verb):
    assert not marked(genitives, f"Ich weiß, dass das Kind der Lehrerin {verb}.")


@pytest.mark.parametrize(
    "sentence",
    ["Alle hören zu, während der Lehrer spricht.", "Dieses schöne Italien ist weit weg."],
)
def test_nominatives_are_no_genitives_behind_waehrend_and_dieses(marked, sentence):
    assert not marked(genitives, sentence)
    assert marked(genitives, "Während der Lehrgänge ist es still.") == ["der Lehrgänge"]


def test_names_and_relative_pronouns_are_left_alone(marked):
    assert not marked(genitives, "Annas Hund, dessen Fell braun ist, schläft.")


@given(st.text())
def test_any_text_has_its_genitives_inside_it(text):
    assert all(0 <= match.start < match.end <= len(text) for match in genitives(tag(text)))


@given(st.lists(st.sampled_from(WORDS), max_size=15))
def test_words_in_any_order_have_their_genitives_inside_them(words):
    text = " ".join(words)
    assert all(0 <= match.start < match.end <= len(text) for match in genitives(tag(text)))

"""What rules about words share: which words they judge, how known these are, and phrases in any form."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.commonness import commonness
from vorbild.language.context import Context
from vorbild.language.phrases import phrases
from vorbild.language.reading import markdown
from vorbild.language.rules import rules
from vorbild.language.terms import Terms
from vorbild.language.words import unexplained, words

WORDS = [
    "Obelisk",
    "UN",
    "ÖPNV",
    "z. B.",
    "usw.",
    "Str.",
    "€",
    "5 km",
    "Rollstuhlrampe",
    "rampe",
    "Inklusion",
    "a@b.de",
]
PHRASES = ["ins Leben gerufen", "Das heißt:", "führt", "durch", "eine Entscheidung", "der", "Internet-Seite", "Website"]
SIGNS = ["-", "·", "\u00ad", "ʼ", "ª", "\u0301", " ", " ", "\n", "\n# ", "| a | b |", "(", "İ"]
PIECES = st.sampled_from(WORDS + PHRASES) | st.sampled_from(SIGNS) | st.characters(codec="utf-8")
INCLUSION = Terms([SimpleNamespace(term="Inklusion", forms=("Inklusion",), names=())])


@given(st.lists(PIECES, max_size=16).map("".join))
def test_no_rule_about_words_fails_on_any_text(source):
    text = markdown(source)
    for context in (Context(terms=INCLUSION), Context(INCLUSION, frozenset(("UN", "Obelisk")), explains=True)):
        for rule in rules().values():
            for hit in rule.check(text, context) if rule.group == "words" else ():
                assert 0 <= hit.start < hit.end <= len(text.text)


def shown(text, *codes, context=None):
    read = markdown(text)
    hits = (hit for code in codes for hit in rules()[code].check(read, context or Context()))
    return [read.text[hit.start : hit.end] for hit in hits]


def test_names_that_the_site_knows_are_not_judged():
    names = Context(names=frozenset(("Büro Obelisk", "Nieder-Olm")))
    found = [word.token.text for word in words(markdown("Das Büro Obelisk in Nieder-Olm baut Obelisken."), names)]
    assert found == ["Das", "in", "baut", "Obelisken"]


def test_words_in_addresses_are_not_judged():
    text = "Schreiben Sie an obelisk@beispiel.de oder lesen Sie www.beispiel.de/obelisk weiter."
    assert "obelisk" not in " ".join(word.token.text for word in words(markdown(text), Context()))


@pytest.mark.parametrize(
    "text",
    [
        "Hier steht ein Obelisk.\nEin Obelisk ist eine hohe Säule.",
        "Hier steht ein Obelisk.\nDas heißt: eine hohe Säule.",
        "Obelisken stehen in Rom.\n\nWir sehen viel.\n\nEin Obelisk ist eine hohe Säule.",
    ],
)
def test_what_the_text_explains_anywhere_is_explained(text):
    read = markdown(text)
    found = [word for word in words(read, Context()) if word.token.text.startswith("Obelisk")]
    assert list(unexplained(read, Context(), found)) == []


def test_a_word_without_explanation_is_told_once():
    read = markdown("Hier steht ein Obelisk.\nDer Obelisk ist hoch.")
    found = [word for word in words(read, Context()) if word.token.text == "Obelisk"]
    assert [word.start for word in unexplained(read, Context(), found)] == [15]


def test_a_word_of_the_glossary_needs_no_explanation_as_a_foreign_word():
    assert shown("Partizipation hilft uns.", "foreign-word") == ["Partizipation"]
    known = Terms([SimpleNamespace(term="Partizipation", forms=("Partizipation",), names=())])
    assert shown("Partizipation hilft uns.", "foreign-word", context=Context(terms=known)) == []


@pytest.mark.parametrize("word", ["Zahnbürste", "Rentnerinnen", "Sprech-Stunden", "mitgemacht", "unfreundlich"])
def test_words_that_people_know_are_common(word):
    (token,) = markdown(word).sentences[0].words
    assert commonness(token) >= 3


def test_a_compound_is_as_rare_as_its_rarest_part():
    (token,) = markdown("Obelisken-Fest").sentences[0].words
    assert commonness(token) < 2.8


@pytest.mark.parametrize(
    "text",
    [
        "Eltern riefen den Verein ins Leben.",
        "Ins Leben gerufen hat ihn eine Mutter.",
        "Wir wollen einen Verein ins Leben rufen.",
        "Er ruft den Verein bald\nins Leben.",
    ],
)
def test_a_phrase_is_found_in_any_order_and_form(text):
    assert [found.meaning for found in phrases(markdown(text), "idioms")] == ["gründen"]


@pytest.mark.parametrize("text", ["Sie rufen an. So ist das Leben.", "Er sprang ins Leben.", "Ins Leben!"])
def test_a_phrase_without_its_verb_is_none(text):
    assert list(phrases(markdown(text), "idioms")) == []


@pytest.mark.parametrize("text", ["Sie bauen Brücken über den Bach.", "Sie spielt am Theater eine große Rolle."])
def test_a_phrase_that_is_meant_as_it_says_is_none(text):
    assert list(phrases(markdown(text), "idioms")) == []


def test_a_verb_and_its_prefix_may_stand_apart():
    assert shown("Das Amt führt eine Befragung durch.", "nominal-style") == ["führt eine Befragung"]
    assert shown("Das Amt führt durch die Meldung.", "nominal-style") == []


def test_a_site_explains_terms_in_running_text_but_not_in_headings():
    site = Context(terms=INCLUSION, explains=True)
    assert shown("Wir wollen Inklusion.", "term", context=site) == []
    assert shown("# Inklusion\n\nAlle machen mit.", "term", context=site) == ["Inklusion"]
    assert shown("# Inklusion\n\nWir wollen Inklusion.", "term", context=site) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Es kommen ca. 20 Pers. zum Fest.", "Es kommen etwa 20 Personen zum Fest."),
        ("Das kostet 5€ und 1 EUR.", "Das kostet 5 Euro und 1 Euro."),
        ("Mo. – Fr., 8 bis 10 Uhr", "Montag – Freitag, 8 bis 10 Uhr"),
        ("Sie ist 1 Std. da und 2 Std. weg.", "Sie ist 1 Stunde da und 2 Stunden weg."),
        ("Kuchen, Kaffee etc.", "Kuchen, Kaffee und so weiter."),
        ("5 Mio. Euro für 1 Mio. Menschen", "5 Millionen Euro für 1 Million Menschen"),
        ("Der Weg ist 3 km lang und 2 m² groß.", "Der Weg ist 3 Kilometer lang und 2 Quadrat-Meter groß."),
        ("Am 12. Jan. ist es so weit.", "Am 12. Januar ist es so weit."),
    ],
)
def test_abbreviations_are_written_out_as_they_stand(text, written):
    read = markdown(text)
    changed = read.text
    for hit in sorted(rules()["abbreviation"].check(read, Context()), key=lambda hit: -hit.start):
        changed = changed[: hit.start] + hit.proposal + changed[hit.end :]
    assert changed.strip() == written


@pytest.mark.parametrize(
    "text",
    [
        "Das Haus ist alt. wir gehen.",
        "Er heißt Dr. med. Müller.",
        "Am 3. Mai kam Johann S. Bach.",
        "Das war im Mai. So.",
    ],
)
def test_points_that_shorten_nothing_are_left_alone(text):
    assert shown(text, "abbreviation") == []


@pytest.mark.parametrize(
    "text", ["Kennen-lernen wollen wir uns.", "Teil-weise geht es.", "Das war ein Kopf-an-Kopf-Rennen."]
)
def test_a_small_letter_behind_a_hyphen_may_be_right(text):
    assert shown(text, "hyphen-case") == []

"""Words as the search compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language import analysis
from vorbild.language.inflection import verb_stems
from vorbild.language.parts import parts


@pytest.mark.parametrize(
    "same",
    [
        ("Bürger", "Buerger", "Burger", "BÜRGER", "bu\u0308rger"),
        ("Straße", "Strasse", "STRASSE", "STRAẞE"),
        ("Rollstuhlrampe", "Rollstuhl-Rampe", "Rollstuhl·rampe", "Rollstuhl•rampe", "Roll\u00adstuhl\u2011rampe"),
        ("Größe", "Groesse", "GRÖSSE"),
        ("Café", "Cafe"),
        ("100.000", "100000"),
    ],
)
def test_all_ways_to_write_a_word_are_one(same):
    assert len({analysis.fold(word) for word in same}) == 1


@pytest.mark.parametrize(("a", "b"), [("Bauer", "Baur"), ("Quelle", "Qulle"), ("neue", "nue"), ("Feuer", "Fur")])
def test_no_umlaut_is_seen_behind_a_e_and_q(a, b):
    assert analysis.fold(a) != analysis.fold(b)


@pytest.mark.parametrize(
    "forms",
    [
        ("Rampe", "Rampen"),
        ("Haus", "Häuser", "Häusern", "Hauses"),
        ("Begleitung", "Begleitungen", "begleiten"),
        ("Barriere", "Barrieren"),
        ("Stadt", "Städte", "Städten"),
        ("inklusiv", "inklusive", "inklusiven"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms):
    assert len({analysis.term(word) for word in forms}) == 1


@pytest.mark.parametrize("word", ["der", "Und", "FÜR", "fuer", "wie", "über", "ueber"])
def test_words_that_say_nothing_have_no_stem(word):
    assert analysis.term(word) == ""


def test_a_word_with_seams_is_one_word_and_numbers_keep_together():
    text = "Lego-Rampen, S-Bahn und 1.200 Menschen: am 3.12.2024 (UN-BRK)."
    found = ["Lego-Rampen", "S-Bahn", "und", "1.200", "Menschen", "am", "3", "12", "2024", "UN-BRK"]
    assert list(analysis.words(text)) == found


def test_forms_of_a_verb_are_known_that_share_no_stem():
    found = verb_stems(["gehen", "singt", "Haus", "Rampe"])
    assert [set(stems) >= {"geh", "ging", "gegang"} for stems in found].count(True) == 1
    assert [set(stems) >= {"sing", "sang", "gesung"} for stems in found].count(True) == 1
    assert len(found) == 2


def test_a_noun_is_not_taken_for_a_verb_of_the_same_letters():
    assert verb_stems(["Laden", "Wagen"]) == ()


@given(st.text())
def test_any_text_is_cut_into_words_that_can_be_folded(text):
    for word in analysis.words(text):
        folded = analysis.fold(word)
        assert folded == analysis.fold(folded) or not folded.isascii()
        assert analysis.stem(folded) in folded


@pytest.mark.parametrize(
    "whole",
    [
        "Rollstuhl|rampe",
        "Inklusions|beirat",
        "Gemeinde|grund|steuer",
        "Bücher|bus",
        "Behinderten|rechts|konvention",
        "Nachbarschafts|hilfe",
        "Kinder|garten",
    ],
)
def test_long_words_are_cut_where_words_meet(whole):
    cut = "|".join(parts(whole.replace("|", "")))
    # Finer is fine: roll and stuhl.
    assert set(_places(whole)) <= set(_places(cut))


def _places(cut):
    return [len(cut[:at].replace("|", "")) for at, sign in enumerate(cut) if sign == "|"]


@pytest.mark.parametrize("word", ["Haus", "Rampe", "der", "Barriere", "UN", "2024", "x" * 200])
def test_words_without_parts_stay_whole(word):
    assert parts(word) == (word,)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüß", min_size=1, max_size=30))
def test_parts_are_the_letters_of_the_word(word):
    assert "".join(parts(word)) == word

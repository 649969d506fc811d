"""Nouns of a text: which ones count, which forms are one word, and which parts compounds have."""

from __future__ import annotations

import pytest
from vorbild.language.nouns import nouns, parts, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("Rampe", "Rampen"), ("Gehweg", "Gehwegen"), ("Raum", "Räume"), ("Kind", "Kindern"), ("Straße", "Strassen")],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("Inklusion", "Inklusive"), ("Rat", "Rad"), ("Bus", "Busch")])
def test_other_words_have_other_stems(one, other):
    assert stem(one) != stem(other)


def test_nouns_are_told_by_their_capital_but_not_at_the_start_of_a_sentence():
    text = "Geschulte Begleiter helfen. Rampen an Cafés! „Zugleich“ ein Lego-Spielplatz."
    assert [noun.form for noun in nouns(text)] == ["Begleiter", "Rampen", "Cafés", "Lego", "Spielplatz"]


def test_a_compound_has_only_parts_that_other_texts_have():
    known = {stem("Spielplatz"), stem("Inklusion"), stem("Band")}
    assert set(parts("Inklusionsspielplatz", known)) == {stem("Spielplatz"), stem("Inklusion")}
    assert parts("Inklusionsspielplatz", set()) == ()
    assert parts("Verband", known) == ()

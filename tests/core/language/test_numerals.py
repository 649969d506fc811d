from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.numerals import digits, number, ordinal, roman, spelled


@given(st.integers(0, 999_999))
def test_each_number_is_read_as_it_is_spelled(value):
    assert number(spelled(value)) == value


def test_all_numbers_below_ten_thousand_have_their_own_word():
    assert [number(spelled(value)) for value in range(10_000)] == list(range(10_000))


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (0, "null"),
        (1, "eins"),
        (16, "sechzehn"),
        (17, "siebzehn"),
        (30, "dreißig"),
        (21, "einundzwanzig"),
        (101, "einhunderteins"),
        (1000, "eintausend"),
        (86_000, "sechsundachtzigtausend"),
        (101_000, "einhunderteintausend"),
        (999_999, "neunhundertneunundneunzigtausendneunhundertneunundneunzig"),
    ],
)
def test_numbers_are_spelled_as_in_german(value, word):
    assert spelled(value) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("hundert", 100),
        ("Hundertzwei", 102),
        ("zweihundertundfünf", 205),
        ("tausend", 1000),
        ("tausendundeins", 1001),
        ("dreissig", 30),
        ("drei-und-zwanzig", 23),
        ("zwei·hundert", 200),
    ],
)
def test_other_spellings_of_numbers_are_read(word, value):
    assert number(word) == value


@pytest.mark.parametrize("word", ["", "-", "macht", "Tausendfüßler", "zwanziger", "hunderte", "nulltausend", "undzwei"])
def test_words_that_only_hold_a_number_are_none(word):
    assert number(word) is None


@pytest.mark.parametrize("value", [-1, 1_000_000])
def test_numbers_without_a_word_are_refused(value):
    with pytest.raises(ValueError, match=str(value)):
        spelled(value)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("ersten", 1),
        ("zweite", 2),
        ("dritter", 3),
        ("siebtes", 7),
        ("achten", 8),
        ("zwanzigste", 20),
        ("hunderterste", None),
    ],
)
def test_ordinals_are_read_in_any_inflection(word, value):
    assert ordinal(word) == value


@pytest.mark.parametrize("word", ["leichte", "dritt", "zehnste", "zwanzigte", "e", ""])
def test_other_words_are_no_ordinals(word):
    assert ordinal(word) is None


@pytest.mark.parametrize(
    ("numeral", "value"), [("IV", 4), ("XXI", 21), ("MCMXCIX", 1999), ("IIII", None), ("VX", None), ("", None)]
)
def test_roman_numerals_are_read_in_their_usual_form_only(numeral, value):
    assert roman(numeral) == value


def test_digits_have_a_point_at_the_thousands():
    assert [digits(999), digits(12_500)] == ["999", "12.500"]

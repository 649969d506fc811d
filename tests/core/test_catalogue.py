"""catalogue: German numbers and strict texts. Which keys exist and are used is in test_words.py."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.catalogue import MissingTextError, number, texts


@given(st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9).map(lambda value: round(value, 6))))
def test_number_is_german_and_can_be_read_back(value):
    text = number(value)
    assert re.fullmatch(r"-?\d{1,3}(\.\d{3})*(,\d*[1-9])?", text)
    assert float(text.replace(".", "").replace(",", ".")) == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(
    ("value", "text"), [(16500, "16.500"), (2.5, "2,5"), (0, "0"), (1000000, "1.000.000"), (3.0, "3")]
)
def test_numbers(value, text):
    assert number(value) == text


def test_a_missing_text_or_placeholder_is_an_error():
    with pytest.raises(MissingTextError):
        texts()("gibt.es.nicht")
    with pytest.raises(MissingTextError):
        texts()("entry.source")
    assert texts()("entry.source", number=3) == "Quelle 3"


def test_plural():
    assert texts().plural("practices.count", 1) == "1 Beispiel"
    assert texts().plural("practices.count", 2000) == "2.000 Beispiele"

"""Slugs: German words become addresses that every system can hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.slug import SLUG, address, slugify


@given(st.text())
def test_only_small_letters_digits_and_single_hyphens(text):
    slug = slugify(text)
    assert slug in {"", "leicht"} or SLUG.fullmatch(slug)
    assert slugify(slug) == slug


def test_no_address_is_that_of_an_easy_twin():
    assert SLUG.fullmatch("leicht") is None
    assert SLUG.fullmatch(address("Leicht!"))
    assert address("leichter") == "leichter"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Größe & Maß", "groesse-mass"),
        ("Schwäbisch Gmünd", "schwaebisch-gmuend"),
        ("ÄÖÜẞ", "aeoeuess"),
        ("a\u0308", "ae"),
        ("#1BarriereWeniger", "1barriereweniger"),
        ("Café – Crème", "cafe-creme"),
        ("  ", ""),
        ("日本", ""),
    ],
)
def test_german_words(text, slug):
    assert slugify(text) == slug


def test_separator():
    assert re.fullmatch("a_b", slugify("A b", "_"))

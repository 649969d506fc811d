"""Seams of long words and real hyphens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.catalogue import easy_words
from vorbild.compounds import Compounds, plain

KNOWN = easy_words()
COMPOUNDS = Compounds(("E-Mail", "Nieder-Olm", "Vor-Ort"), KNOWN["adjectives"], KNOWN["endings"])


@pytest.mark.parametrize(
    ("word", "shown", "joined"),
    [
        ("Rollstuhl-Rampe", "Rollstuhl-Rampe", "Rollstuhlrampe"),
        ("Rollstuhl·rampe", "Rollstuhl-Rampe", "Rollstuhlrampe"),
        ("Rollstuhl\u2011Rampe", "Rollstuhl-Rampe", "Rollstuhlrampe"),
        ("Inklusions-Folgen-Abschätzung", "Inklusions-Folgen-Abschätzung", "Inklusionsfolgenabschätzung"),
        ("barriere-freie", "barriere-freie", "barrierefreie"),
        ("Barriere·freie", "Barriere-freie", "Barrierefreie"),
        ("Barriere·freiheit", "Barriere-Freiheit", "Barrierefreiheit"),
        ("UN-Behinderten-Rechts-Konvention", "UN-Behinderten-Rechts-Konvention", "UN-Behindertenrechtskonvention"),
        ("Not-CAP", "Not-CAP", "Not-CAP"),
    ],
)
def test_a_word_is_shown_with_hyphens_and_joined_as_standard_german_writes_it(word, shown, joined):
    assert "-".join(COMPOUNDS.split(word)) == shown
    assert COMPOUNDS.joined(word) == joined


@pytest.mark.parametrize(
    "word",
    [
        "E-Mail",
        "E-Mail-Adresse",
        "Test-E-Mail",
        "Nieder-Olms",
        "Vor-Ort-Termin",
        "S-Bahn",
        "CAP-Markt",
        "UN-Konvention",
        "24-Stunden",
        "Mund-zu-Mund",
        "Mo-ni-to-ring",
    ],
)
def test_hyphens_that_everybody_writes_stay(word):
    assert COMPOUNDS.split(word) == (word,)
    assert COMPOUNDS.joined(word) == word


@given(st.lists(st.from_regex(r"[A-ZÄÖÜ]?[a-zäöüß]{2,8}", fullmatch=True), min_size=2, max_size=4))
def test_all_spellings_compare_as_the_same_word(parts):
    spellings = ["".join(parts), "-".join(parts), "·".join(parts), "-".join(COMPOUNDS.split("-".join(parts)))]
    assert len({plain(spelling) for spelling in spellings}) == 1
    assert plain(COMPOUNDS.joined("-".join(parts))) == plain("".join(parts))


def test_a_plural_compares_as_its_singular_but_for_the_ending():
    assert plain("Aktions-Pläne") == plain("Aktionsplan") + "e"

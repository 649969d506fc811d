from __future__ import annotations

import pytest
from vorbild.language.literals import without_literals, without_quotations


@pytest.mark.parametrize(
    "literal",
    [
        "www.beispiel.de/a_b",
        "https://beispiel.org/a+b",
        "beispiel.de",
        "hilfe_im_amt@beispiel.de",
        "030 12 34 56",
        "(0 30) 12 34 56",
        "0 91 31 / 86-12 34",
        "+49 30 123456",
        "antrag_2024.pdf",
        "DE12 3456 7890 1234 5678 90",
    ],
)
def test_what_must_be_written_as_it_is_becomes_space_of_the_same_length(literal):
    assert without_literals(f"Hier: {literal}!") == f"Hier: {' ' * len(literal)}!"


@pytest.mark.parametrize(
    "text",
    ["Am 01.03.2020 um 09:00 Uhr.", "Von 08-12 Uhr.", "Es kommen 20.000 Menschen.", "z.B. heute", "Stand: 2020-03-01"],
)
def test_dates_times_and_numbers_stay(text):
    assert without_literals(text) == text


@pytest.mark.parametrize("quotation", ["„Zwei Brüder“", '"Zwei Brüder"', "»Zwei Brüder«", "‚Zwei Brüder‘"])
def test_quotations_become_space(quotation):
    assert without_quotations(f"Das Buch {quotation} ist neu.") == f"Das Buch {' ' * len(quotation)} ist neu."

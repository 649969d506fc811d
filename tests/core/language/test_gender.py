from __future__ import annotations

import pytest
from vorbild.language.gender import GENDER, both


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Lehrer*innen", "Lehrerinnen und Lehrer"),
        ("Lehrer_in", "Lehrerin oder Lehrer"),
        ("Studentinnen", None),
        ("Student:innen", "Studentinnen und Studenten"),
        ("Freund/-innen", "Freundinnen und Freunde"),
        ("Sozial-Arbeiter·innen", "Sozial-Arbeiterinnen und Sozial-Arbeiter"),
        ("NutzerInnen", "Nutzerinnen und Nutzer"),
        ("Xyzabc*innen", ""),
    ],
)
def test_women_and_men_are_named_where_the_men_are_known(written, named):
    match = GENDER.search(f"Fragen Sie die {written} heute.")
    assert (match and both(match)) == named

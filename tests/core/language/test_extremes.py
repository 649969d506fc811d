"""What nobody writes on purpose must neither raise nor hang."""

from __future__ import annotations

import pytest
from vorbild.language.checker import findings
from vorbild.language.context import Context
from vorbild.language.reading import plain
from vorbild.language.sentences import sentences
from vorbild.language.tokens import tokenise


@pytest.mark.parametrize("text", ["123 " * 2000, "7" * 5000 + " Prozent"], ids=["groups", "percent"])
def test_numbers_of_thousands_of_digits_are_read_without_an_error(text: str) -> None:
    findings(plain(text), Context())


def test_tokens_of_a_very_long_run_of_letters_are_cut_and_leave_nothing_out() -> None:
    found = list(tokenise("x" * 250))
    assert [(token.start, token.end) for token in found] == [(0, 100), (100, 200), (200, 250)]


def test_a_text_without_any_end_is_cut_into_sentences_that_leave_nothing_out() -> None:
    found = sentences("wort " * 1000)
    assert "".join(one.text for one in found).count("wort") == len("wort " * 1000) / len("wort ")
    assert max(len(one.text) for one in found) <= 2000


def test_an_enumeration_behind_a_comma_at_the_start_is_marked_from_there() -> None:
    text = plain(", Äpfel, Birnen, Nüsse und Eier.")
    (found,) = [one for one in findings(text, Context()) if one.code == "list-length"]
    assert found.start < found.end

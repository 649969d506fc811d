"""What rules on sentences and texts do that no printed example shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.checker import findings
from vorbild.language.context import Context
from vorbild.language.reading import markdown, plain
from vorbild.language.text import Kind

# Signs and words on which rules look ahead or behind.
PIECES = [
    "der",
    "des Hauses",
    "und",
    "nicht",
    "ohne",
    ",",
    ":",
    "?",
    ".",
    "\n",
    "\n\n",
    "- ",
    "# ",
    "### ",
    "| a | b |\n",
    "|---|---|\n",
]
PIECES += [
    "![](x)",
    "wurde gebaut",
    "ging",
    "Sie",
    "laut",
    "sagt, dass",
    "·",
    "\\newline",
    "„",
    "(",
    "möchte",
    "Wenn",
    "  ",
]


def codes(text, context=None):
    return [finding.code for finding in findings(text, context or Context())]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_any_text_is_checked_and_each_place_lies_in_it(source):
    for text in (markdown(source), plain(source)):
        for finding in findings(text, Context()):
            assert 0 <= finding.start <= finding.end <= len(text.text)


def test_the_genitive_of_a_name_is_left_alone():
    text = markdown("Die Nacht der Museen ist im Mai.")
    assert "genitive" in codes(text)
    assert "genitive" not in codes(text, Context(names=frozenset({"Nacht der Museen"})))


def test_a_name_elsewhere_in_the_sentence_excuses_nothing():
    text = markdown("Die Nacht der Museen hilft bei der Pflege des Gartens.")
    assert codes(text, Context(names=frozenset({"Nacht der Museen"}))).count("genitive") == 1


def test_a_section_of_pictures_or_data_is_not_empty():
    assert "heading" in codes(markdown("## Weg\n\n## Essen\n\nEs gibt Kuchen."))
    assert "heading" not in codes(markdown("## Weg\n\n[[map of all places]]\n\n## Essen\n\nEs gibt Kuchen."))


def test_a_line_mark_ends_a_line_as_a_line_end_does():
    assert "sentence-line" not in codes(plain("Das Amt hilft. \\newline Rufen Sie an."))


def test_cells_know_their_row():
    cells = [line for line in markdown("| a | b |\n|---|---|\n| c | d |").lines if line.kind is Kind.CELL]
    assert [cell.level for cell in cells] == [1, 1, 2, 2]


@pytest.mark.parametrize("source", ["", "Hallo", "# Hallo", "- Hallo", "![](x)"])
def test_a_text_of_no_sentence_breaks_no_rule_on_sentences(source):
    assert set(codes(markdown(source))) <= {"alt-text"}


def test_a_paragraph_wrapped_over_lines_is_one_finding_a_line():
    text = plain("Das Amt hilft. Rufen Sie an. Wir sind da. Bis bald.")
    assert codes(text).count("sentence-line") == 1

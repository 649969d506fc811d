"""Safe changes touch what they are about and nothing else."""

from __future__ import annotations

from vorbild import easy
from vorbild.language.context import Context


def fixed(file, name="a.yml"):
    return easy.mend(file, name, Context())[0]


def test_numbers_abbreviations_and_lines_in_an_entry():
    file = """\
# Ein Kommentar bleibt.
title: "Zwölf z. B. bleiben hier"
easy:
  title: Hilfe
  text: |
    Es gibt zwölf Busse. Sie fahren z. B. am Abend.
    - Das ist der Bus. Er hält.
  status: draft
"""
    assert (
        fixed(file)
        == """\
# Ein Kommentar bleibt.
title: "Zwölf z. B. bleiben hier"
easy:
  title: Hilfe
  text: |
    Es gibt 12 Busse.
    Sie fahren zum Beispiel am Abend.
    - Das ist der Bus.
      Er hält.
  status: draft
"""
    )


def test_fixing_twice_changes_nothing_more():
    file = "Es gibt zwölf Busse. Sie fahren z. B. am Abend.\n"
    once = fixed(file, "a.txt")
    assert once != file
    assert fixed(once, "a.txt") == once


def test_lines_of_a_page_end_as_its_markdown_needs_it():
    file = "---\ntitle: Bus\n---\n\n# Bus\n\n- Der Bus hält. Er ist blau. Er ist neu.\n"
    assert (
        fixed(file, "a.md") == "---\ntitle: Bus\n---\n\n# Bus\n\n- Der Bus hält.  \n  Er ist blau.  \n  Er ist neu.\n"
    )


def test_a_text_in_quotes_gets_no_line_ends():
    file = 'easy:\n  title: Hilfe\n  text: "Der Bus hält hier. Er ist blau."\n'
    assert fixed(file) == file


def test_what_is_marked_up_inside_is_left_to_the_editor():
    file = "Es gibt zwö**lf** Busse.\n"
    assert fixed(file, "a.md") == file


def test_an_exception_is_respected():
    file = """\
easy:
  title: Hilfe
  text: |
    Das Haus heißt Zwölf Apostel.
    Es hat zwölf Räume.
  exceptions:
    - {rule: number-word, words: zwölf Räume, reason: So steht es an der Tür.}
"""
    assert "zwölf Räume" in fixed(file)

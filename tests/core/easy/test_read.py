"""Easy texts are found in every form they are written in, and each word knows its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild import easy

ENTRY = """\
title: Bus
place: {name: Musterstadt}
easy:
  title: 'Hilfe im Bus'
  summary: Sie bekommen Hilfe.
  text: |
    ## Wer hilft?

    - Eine Person fährt mit Ihnen.
    - Das kostet **kein** Geld.
  status: draft
  exceptions:
    - {rule: negation, words: kein, reason: Das ist wichtig.}
"""
PAGE = """\
---
title: Bus
easy_exceptions:
  - {rule: passive, words: wird, reason: So heißt es.}
---

# Bus

Der Bus hält hier.
"""
GLOSSARY = "terms:\n  - term: Barriere\n    easy: |\n      Ein Hindernis.\n  - {term: Team, easy: Eine Gruppe.}\n"
ODD = st.text(alphabet="aÄ ß.,!?-*_#>|`[](){}&;:\n\t1\\·\u00ad", max_size=120)


def read(text, file="a.yml"):
    problems = []
    return list(easy.read(text, file, problems)), problems


def seen(file, text):
    """Return the words of each sentence, and what stands in the file where they are said to stand."""
    lines = file.split("\n")
    for sentence in text.text.sentences:
        words, span = text.text.text[sentence.start : sentence.end], text.span(sentence.start)
        yield words, lines[span.line - 1][span.column - 1 :][: len(words)]


def test_an_entry_is_one_text_with_its_title_as_heading():
    (text,), problems = read(ENTRY)
    assert problems == []
    assert text.name == "Bus"
    assert [text.text.of(line) for line in text.text.lines] == [
        "Hilfe im Bus",
        "Sie bekommen Hilfe.",
        "Wer hilft?",
        "Eine Person fährt mit Ihnen.",
        "Das kostet kein Geld.",
    ]


@pytest.mark.parametrize(("file", "name"), [(ENTRY, "a.yml"), (PAGE, "b.md"), ("Hallo.\r\nDu!\n\nEs geht.", "c.txt")])
def test_every_sentence_knows_its_place(file, name):
    content = easy.readable(file.encode(), name, [])
    (text,), _ = read(content, name)
    for words, found in seen(content, text):
        assert words.split()[0] == found.split()[0]


def test_the_place_of_a_word_behind_markup_is_that_of_the_word():
    (text,), _ = read(ENTRY)
    span = text.span(text.text.text.index("Geld"))
    assert ENTRY.split("\n")[span.line - 1][span.column - 1 :] == "Geld."


def test_exceptions_stand_in_the_entry_or_in_the_head_of_the_page():
    (entry,), _ = read(ENTRY)
    ((exemption, span),) = entry.exemptions
    assert (exemption.rule, exemption.words, exemption.reason) == ("negation", "kein", "Das ist wichtig.")
    assert ENTRY.split("\n")[span.line - 1].lstrip().startswith("- {rule: negation")
    (page,), _ = read(PAGE, "b.md")
    ((exemption, span),) = page.exemptions
    assert (exemption.rule, span.line, span.column) == ("passive", 4, 5)


def test_glossary_and_vocabularies_have_many_texts():
    found, _ = read(GLOSSARY)
    assert [(text.name, text.text.text.strip()) for text in found] == [
        ("Barriere", "Ein Hindernis."),
        ("Team", "Eine Gruppe."),
    ]


def test_a_broken_file_is_a_finding_and_what_is_left_is_read():
    found, problems = read('title: "Bus\neasy:\n  title: Bus\n  text: Der Bus.\n')
    assert problems
    assert all(text.file == "a.yml" for text in found)


def test_only_utf8_can_be_read():
    problems = []
    assert easy.readable("Straße".encode("latin-1"), "a.txt", problems) is None
    assert [problem.code for problem in problems] == ["encoding"]


@given(ODD, st.sampled_from(["a.md", "a.txt", "a.yml"]))
def test_no_text_stops_the_reader_and_places_lie_in_the_file(source, name):
    block = "".join(f"    {line}\n" for line in source.split("\n"))
    content = f"easy:\n  text: |\n{block}" if name == "a.yml" else source
    lines = content.split("\n")
    for text in read(content, name)[0]:
        for sentence in text.text.sentences:
            span = text.span(sentence.start)
            assert 1 <= span.line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1

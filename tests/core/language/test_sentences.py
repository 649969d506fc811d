"""Where sentences of plain text end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.sentences import sentences

PIECES = st.sampled_from(
    [
        "z. B. ",
        "Dr. ",
        "1. März ",
        "„Ja.“ ",
        "\\newline",
        "\n",
        "\r\n",
        " ",
        "Haus",
        "haus",
        ". ",
        "! ",
        "…",
        "3.5 ",
        "(",
    ]
)


def texts(text):
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Das ist z. B. Herr Dr. Meier.",
        "Wir öffnen am 1. März um 9.30 Uhr.",
        "Das Haus ist aus dem 19. Jahrhundert.",
        "Der Ort hat 12.000 Menschen, d. h. ca. 3.5 Prozent.",
        "J. R. Meier und Anna K. Schmidt sind da.",
        "Siehe Abb. 3 und Nr. Sieben auf S. 12 im Heft.",
        "Ludwig XIV. Sohn von Ludwig XIII. wurde früh König.",
        "Es gibt Brot, Käse usw. Äpfel sind aus.",
        "1. Die Tür geht auf.",
        "„Kommst du?“ fragte sie.",
        "Das steht im 3. Band, vgl. Meier (Hrsg. Stadt Köln) dort.",
    ],
)
def test_a_point_inside_a_sentence_does_not_end_it(whole):
    assert texts(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Das Bad ist neu. Es hat eine Rampe!", ["Das Bad ist neu.", "Es hat eine Rampe!"]),
        ("Sie sagt: „Komm!“ Dann geht sie.", ["Sie sagt: „Komm!“", "Dann geht sie."]),
        ("Es war 1912. Danach kam Krieg.", ["Es war 1912.", "Danach kam Krieg."]),
        ("Wir sind 19. Das ist gut.", ["Wir sind 19.", "Das ist gut."]),
        ("Brot, Käse usw. Das ist viel.", ["Brot, Käse usw.", "Das ist viel."]),
        ("Zum Beispiel:\n• Brot\n• Käse", ["Zum Beispiel:", "• Brot", "• Käse"]),
        ("Es gibt: • Brot • Käse", ["Es gibt:", "• Brot", "• Käse"]),
        (r"Das ist gut. \newline Oder nicht.", ["Das ist gut.", "Oder nicht."]),
        ("Wenn es regnet,\nbleiben wir hier", ["Wenn es regnet,", "bleiben wir hier"]),
        ("(Das ist so.) 3 Leute kommen. „Nein“, sagt er.", ["(Das ist so.)", "3 Leute kommen.", "„Nein“, sagt er."]),
        ("Sie wartet... Er kommt.", ["Sie wartet...", "Er kommt."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_at_signs_and_lines(text, parts):
    assert texts(text) == parts


def test_lines_that_are_only_wrapped_are_one_sentence():
    wrapped = (
        "Die Stadt baut in diesem Jahr an allen Haltestellen der Linie 4\n"
        "Rampen, damit auch Menschen im Rollstuhl in die Bahn einsteigen\n"
        "können. Das kostet viel Geld.\n"
    )
    assert texts(wrapped) == [wrapped[: wrapped.index(" Das")], "Das kostet viel Geld."]


@given(st.text() | st.lists(PIECES).map("".join))
def test_no_sign_is_lost_and_places_are_right(text):
    found = sentences(text)
    for sentence in found:
        assert text[sentence.start : sentence.start + len(sentence.text)] == sentence.text == sentence.text.strip()
    expected = re.sub(r"\s", "", text.replace(r"\newline", " "))
    assert re.sub(r"\s", "", "".join(sentence.text for sentence in found)) == expected
    assert list(found) == sorted(found, key=lambda sentence: sentence.start)

"""The pictures beside headings of easy texts: which words call for which, and drawings that may stand in a page."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import projects
import pytest
from vorbild.catalogue import scene_picture, scenes

FOLDER = projects.ROOT / "overrides/.icons/scenes"
DRAWINGS = sorted(FOLDER.glob("*.svg"))
SHAPES = {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}
# Attributes that need no style, no name and no other file.
HARMLESS = re.compile(r"[\w.\s,#()-]*|none")
MOST_BYTES = 10_000


@pytest.mark.parametrize(
    ("heading", "picture"),
    [
        ("Was kostet das?", "money"),
        ("Wer bezahlt das?", "money"),
        ("Wer macht das?", "group"),
        ("Für wen sind die Wohnungen?", "people"),
        ("Was ist eine Toilette für alle?", "toilet"),
        ("Was ist das?", "what"),
        ("So machen Sie es nach", "copy"),
        ("das war SCHWER", "hard"),
        ("Gibt es das Café noch?", "time"),
        ("So ist Musterstadt", "town"),
    ],
)
def test_a_heading_calls_for_the_picture_of_what_it_names(heading, picture):
    assert scene_picture(heading) == picture


@pytest.mark.parametrize("heading", ["", "Musterstadt", "Das gibt es dort", "Das Buchen-Fest-Zelt", "Geldern"])
def test_where_no_picture_says_the_same_there_is_none(heading):
    assert scene_picture(heading) == ""


@pytest.mark.parametrize(
    ("heading", "picture"),
    [
        ("Das ist noch nicht geprüft", ""),
        ("Kein Geld", ""),
        ("Ohne Rampe", ""),
        ("Das wissen wir nicht", "unknown"),
        ("Das klappt noch nicht", "wrong"),
    ],
)
def test_what_is_negated_has_no_picture_of_the_opposite(heading, picture):
    assert scene_picture(heading) == picture


def test_every_picture_is_drawn_and_every_drawing_is_called_for():
    names = [kind.picture for kind in scenes()]
    assert len(set(names)) == len(names)
    assert [file.stem for file in DRAWINGS] == sorted(names)


def test_no_word_stands_behind_another_line_that_takes_it():
    taken = [(word, kind.picture) for kind in scenes() for word in kind.words]
    assert [(word, name, scene_picture(word)) for word, name in taken if scene_picture(word) != name] == []


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_may_stand_in_a_page(file):
    text = file.read_text("utf-8")
    assert len(text) < MOST_BYTES
    root = ET.fromstring(text)  # noqa: S314 - our own file
    assert root.attrib.pop("aria-hidden") == "true"
    assert root.attrib.pop("focusable") == "false"
    for node in root.iter():
        assert node.tag in SHAPES
        assert not node.attrib.keys() & {"style", "class", "id", "href"}
        assert all(HARMLESS.fullmatch(value) for value in node.attrib.values()), node.attrib


def test_the_licence_lies_beside_them():
    assert (FOLDER / "LICENSE.txt").read_text("utf-8").startswith("Attribution-ShareAlike 4.0 International")

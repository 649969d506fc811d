"""The drawings of the site, painted with Pillow: the shapes are where SVG says."""

from __future__ import annotations

import pytest
from vorbild.render.drawing import DrawingError, dashed, paint

COLOURS = {"ink": "#000000", "tone": "#ff0000", "tile": "#00ff00"}


def seen(shapes, *places):
    image = paint(f'<svg viewBox="0 0 64 64">{shapes}</svg>', 64, COLOURS)
    names = {(0, 0, 0, 255): "ink", (255, 0, 0, 255): "tone", (0, 255, 0, 255): "tile"}
    return [names.get(image.getpixel(place), "clear" if image.getpixel(place)[3] == 0 else "edge") for place in places]


@pytest.mark.parametrize(
    "shape",
    [
        '<circle cx="32" cy="32" r="16"/>',
        '<path d="M16 32a16 16 0 0 1 32 0a16 16 0 0 1-32 0z"/>',
        '<path d="M16 32A16 16 0 1 0 32 16A16 16 0 0 0 16 32Z"/>',
        '<path d="M32 16C41 16 48 23 48 32c0 9-7 16-16 16s-16-7-16-16z"/>'.replace("s-16-7-16-16", "c-9 0-16-7-16-16"),
    ],
)
def test_a_circle_is_round_however_it_is_written(shape):
    assert seen(shape, (32, 32), (19, 32), (45, 32), (32, 19), (32, 45)) == ["ink"] * 5
    assert seen(shape, (18, 18), (46, 18), (18, 46), (46, 46), (2, 2)) == ["clear"] * 5


def test_lines_relative_and_absolute_and_several_outlines_in_one_path():
    shape = '<path class="pb" d="M4 4h20v20H4zM40 40l20 0 0 20-20 0z"/>'
    assert seen(shape, (6, 6), (22, 22), (42, 42), (58, 58), (32, 32)) == ["tone"] * 4 + ["clear"]


def test_a_stroke_is_as_wide_as_its_class_says_and_fills_nothing():
    shape = '<path class="pl pk" d="M4 32H60"/>'
    assert seen(shape, (32, 32), (32, 28), (32, 36)) == ["tile", "clear", "clear"]


def test_a_group_hands_its_style_on():
    shape = (
        '<g fill="none" stroke="currentColor" stroke-width="6"><rect x="12" y="12" width="40" height="40" rx="4"/></g>'
    )
    assert seen(shape, (12, 32), (52, 32), (32, 32)) == ["ink", "ink", "clear"]


def test_dashes_have_their_lengths():
    parts = list(dashed([(0, 0), (10, 0), (10, 10)], (6, 4)))
    assert parts == [[(0, 0), (6, 0)], [(10, 0), (10, 6)]]


@pytest.mark.parametrize(
    "svg",
    [
        "<svg",
        "<svg><circle/></svg>",
        '<svg viewBox="0 0 9 9"><text>Bus</text></svg>',
        '<svg viewBox="0 0 9 9"><path d="M0 0Q1 1 2 2"/></svg>',
        '<svg viewBox="0 0 9 9"><path class="pa" d="M0 0L"/></svg>',
        '<svg viewBox="0 0 9 9"><circle cx="1" cy="1" r="1" fill="url(#a)"/></svg>',
    ],
)
def test_what_is_not_known_is_said_and_not_guessed(svg):
    with pytest.raises(DrawingError):
        paint(svg, 64, COLOURS)

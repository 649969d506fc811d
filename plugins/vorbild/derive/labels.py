"""Labels beside the dots of a map: no label covers another one, a dot, or a line, and all stay inside.

The most crowded dots choose first; each takes the nearest free position, with a line to it if it is further off.
Whoever finds no room chooses first in the next try. The same input gives the same labels. All lengths are units of
the drawing, x to the right and y down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vorbild.views import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DOT = 7.0  # radius, with its rim
_LETTER, _PADDING = 10.2, 3.0  # the widest average of the fonts in 10-tokens.css at 18 px, half bold
_HEIGHT, _RISE = 24.0, 17.0  # of a line of text, and of that above the foot of its letters
_GAP = 4.0
_LINE_FROM = 12.0  # a label further off than this needs a line
_STEP = 5.0  # between the points of a line that must be free
_TRIES = 40
_NEAR = 70.0  # who is nearer counts as a neighbour
_DISTANCES = (0.0, 10.0, 20.0, 32.0, 46.0, 62.0)
# To the right, to the left, then below and above, from the middle outwards.
_SIDES = ((1.0, 0.0), (-1.0, 0.0), *((x, y) for x in (0.0, 0.5, -0.5, 1.0, -1.0) for y in (1.0, -1.0)))

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Placed:
    """A label, the box it fills, and the SVG path of the line from its dot, or ''."""

    label: Label
    box: Box
    line: str


def place(words: Sequence[str], dots: Sequence[Point], size: tuple[int, int]) -> tuple[Placed, ...]:
    """Return a label for each dot in a drawing of that width and height, or nothing if they find no room."""
    order = sorted(range(len(dots)), key=lambda index: (-_neighbours(dots, index), index))
    for _ in range(_TRIES):
        found = _attempt(words, dots, size, order)
        left_out = next((index for index in order if index not in found), None)
        if left_out is None:
            return tuple(found[index] for index in range(len(dots)))
        order.remove(left_out)
        order.insert(0, left_out)
    return ()


def _attempt(
    words: Sequence[str], dots: Sequence[Point], size: tuple[int, int], order: Sequence[int]
) -> dict[int, Placed]:
    """Return the labels in that order, up to the first that finds no room."""
    taken = [_around(dot, DOT) for dot in dots]
    found: dict[int, Placed] = {}
    for index in order:
        others = taken[:index] + taken[index + 1 :]
        placed = next(_free(words[index], dots[index], size, others), None)
        if placed is None:
            break
        found[index] = placed
        taken += [placed.box, *(_around(point, 1) for point in _line(dots[index], placed.box) if placed.line)]
    return found


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _free(words: str, dot: Point, size: tuple[int, int], taken: Sequence[Box]) -> Iterator[Placed]:
    """Yield the positions of a label where nothing is in the way, the nearest first."""
    (x, y), width = dot, len(words) * _LETTER + 2 * _PADDING
    for distance in _DISTANCES:
        for right, down in _SIDES:
            reach = DOT + _GAP + distance
            middle = x + right * (width / 2 + (reach if not down else distance))
            top = y + down * (_HEIGHT / 2 + reach) - _HEIGHT / 2
            box = (middle - width / 2, top, middle + width / 2, top + _HEIGHT)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]
            if not inside or any(overlap(box, other) for other in taken):
                continue
            end = _nearest(dot, box)
            far = math.dist(dot, end) > DOT + _LINE_FROM
            if far and any(overlap(_around(point, 1), other) for point in _line(dot, box) for other in taken):
                continue
            line = f"M{x} {y}L{end[0]:.1f} {end[1]:.1f}" if far else ""
            yield Placed(Label(round(middle, 1), round(top + _RISE, 1), (words,)), box, line)


def _neighbours(dots: Sequence[Point], index: int) -> int:
    return sum(math.dist(dots[index], dot) < _NEAR for dot in dots)


def _around(point: Point, half: float) -> Box:
    return point[0] - half, point[1] - half, point[0] + half, point[1] + half


def _nearest(dot: Point, box: Box) -> Point:
    """Return the point of `box` that is nearest to `dot`."""
    return min(max(dot[0], box[0]), box[2]), min(max(dot[1], box[1]), box[3])


def _line(dot: Point, box: Box) -> Iterator[Point]:
    """Yield points on the way from the rim of a dot to its label."""
    (x, y), (to_x, to_y) = dot, _nearest(dot, box)
    length = math.dist(dot, (to_x, to_y))
    for step in range(math.ceil(DOT / _STEP), int(length / _STEP)):
        part = step * _STEP / length
        yield x + (to_x - x) * part, y + (to_y - y) * part

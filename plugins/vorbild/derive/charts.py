"""Columns for a series of numbers: where each stands, how high it is, and which labels have room beside it.

Columns begin at zero. Time runs from left to right, to scale where the columns stay wide enough to be seen, else in
equal steps; the view says which. A chart needs two numbers of different dates, none below zero; otherwise the table
says it better. All lengths are units of the drawing, x to the right and y down.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from textwrap import wrap
from typing import TYPE_CHECKING

from vorbild.views import Chart, Column, Drawing, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.catalogue import Texts

# The narrow drawing is as wide as a phone of 320 px leaves it, so that its text is 16 px there.
_WIDTHS = (288, 560)
_HEIGHT = 150  # of the highest column
_LINE = 20  # from one line of a label to the next
_LETTER = 9.8  # the widest average of the fonts in 10-tokens.css at 16 px, bold
_GAP = 6  # between a column and its label
_THINNEST = 5.0
_WIDEST = 7  # columns would fill the drawing
_SHARE = 0.6  # of the room that two neighbours have
_QUALIFIER = 12  # letters in a line of „weit mehr als“
_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
_FEWEST = 2

_Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Measured:
    """A number of a series: its ISO date, year-month or year ('' if unknown), and the same in words."""

    when: str
    value: float
    number: str
    qualifier: str
    date: str

    @property
    def words(self) -> str:
        """The number with its qualifier: „über 120.000“."""
        return f"{self.qualifier} {self.number}".strip()


def chart(texts: Texts, label: str, points: Sequence[Measured]) -> Chart | None:
    """Return the chart of the series `label`, or None if it would say nothing; undated points are left out."""
    dated = sorted((point for point in points if point.when), key=lambda point: moment(point.when))
    top = max((point.value for point in dated), default=0)
    if len({point.when for point in dated}) < _FEWEST or top <= 0 or any(point.value < 0 for point in dated):
        return None
    drawings = [drawing for width in _WIDTHS if (drawing := _drawing(dated, top, width)) is not None]
    if len(drawings) < len(_WIDTHS):
        return None
    first, last = dated[0], dated[-1]
    return Chart(
        texts("chart.name", label=label, first=first.words, start=first.date, last=last.words, end=last.date),
        narrow=drawings[0],
        wide=drawings[1],
        rough=any(point.qualifier for point in dated),
        undated=len(dated) < len(points),
    )


def moment(when: str) -> float:
    """Return a date as years since year 0: the middle of the day, month or year that it names."""
    year, *rest = (int(part) for part in when.split("-"))
    if not rest:
        return year + 0.5
    start, end = _DAYS[rest[0] - 1], _DAYS[rest[0]]
    day = start + rest[1] - 0.5 if len(rest) > 1 else (start + end) / 2
    return year + day / _DAYS[-1]


def _drawing(points: Sequence[Measured], top: float, width: int) -> Drawing | None:
    """Return the columns in a drawing of that width; None if there are too many to tell apart."""
    centres, thickness, scaled = _centres([moment(point.when) for point in points], width)
    if thickness < _THINNEST:
        return None
    texts = [(*wrap(point.qualifier, _QUALIFIER), point.number) for point in points]
    base = max(len(lines) for lines in texts) * _LINE + _GAP + _HEIGHT
    # Fractions take numbers of any size.
    heights = [round(float(Fraction(point.value) / Fraction(top)) * _HEIGHT, 1) for point in points]
    # A column hides what lies behind it; the one that a label belongs to begins below it.
    taken: list[_Box] = [
        (x - thickness / 2, base - height, x + thickness / 2, base) for x, height in zip(centres, heights, strict=True)
    ]
    values: dict[int, Label] = {}
    dates: dict[int, Label] = {}
    under: list[_Box] = []
    for index in _order(heights):
        bottom = base - heights[index] - _GAP
        label = _label(texts[index], centres[index], bottom - (len(texts[index]) - 1) * _LINE - 4, width)
        if label is not None and _free(box := _box(label), taken):
            values[index] = label
            taken.append(box)
        label = _label(_stacked(points[index].date), centres[index], base + _LINE + 2, width)
        if label is not None and _free(box := _box(label), under):
            dates[index] = label
            under.append(box)
    columns = tuple(
        Column(
            x=round(x - thickness / 2, 1),
            y=round(base - height, 1),
            width=round(thickness, 1),
            height=height,
            rough=bool(point.qualifier),
            value=values.get(index),
            date=dates.get(index),
        )
        for index, (point, x, height) in enumerate(zip(points, centres, heights, strict=True))
    )
    below = max((len(label.lines) for label in dates.values()), default=0) * _LINE + 10
    return Drawing(width, base + below, base, columns, to_scale=scaled)


def _stacked(date: str) -> tuple[str, ...]:
    """Return a date in words as lines, the year first, so that the years of all columns stand in one line."""
    *rest, year = date.split()
    return (year, " ".join(rest)) if rest else (year,)


def _centres(moments: Sequence[float], width: int) -> tuple[list[float], float, bool]:
    """Return the middle of each column, how wide all are, and whether their distances show the time."""
    widest = width / _WIDEST
    margin = widest * 0.8
    room, span = width - 2 * margin, moments[-1] - moments[0]
    nearest = min(after - before for before, after in pairwise(moments))
    thickness = min(widest, room * nearest / span * _SHARE)
    if thickness >= _THINNEST:
        return [margin + room * (at - moments[0]) / span for at in moments], thickness, True
    step = room / (len(moments) - 1)
    return [margin + step * index for index in range(len(moments))], min(widest, step * _SHARE), False


def _order(heights: Sequence[float]) -> list[int]:
    """Return the columns by how much their label tells: the last, the first, the highest, the lowest, then the rest."""
    indices = range(len(heights))
    telling = (len(heights) - 1, 0, max(indices, key=heights.__getitem__), min(indices, key=heights.__getitem__))
    return list(dict.fromkeys((*telling, *indices)))


def _label(lines: tuple[str, ...], x: float, y: float, width: int) -> Label | None:
    """Return a label with its first line at `y`, moved inside the drawing; None if it is wider than that."""
    half = max(len(line) for line in lines) * _LETTER / 2
    return Label(round(min(max(x, half), width - half), 1), round(y, 1), lines) if half * 2 <= width else None


def _box(label: Label) -> _Box:
    """Return left, top, right and bottom of a label."""
    half = max(len(line) for line in label.lines) * _LETTER / 2
    return label.x - half, label.y - 14, label.x + half, label.y + (len(label.lines) - 1) * _LINE + 4


def _free(box: _Box, taken: Sequence[_Box]) -> bool:
    return all(box[2] <= other[0] or box[0] >= other[2] or box[3] <= other[1] or box[1] >= other[3] for other in taken)

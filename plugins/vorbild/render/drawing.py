"""Paints our own SVG drawings with Pillow: the little of SVG that overrides/.icons needs, and no more.

Known are path (M L H V C A Z, either case), circle and rect, g with inherited attributes, plain colours, round strokes,
dashes, and the classes of pictograms. Anything else raises DrawingError.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from PIL import Image, ImageColor, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Point = tuple[float, float]
# Drawn this much larger and shrunk: Pillow's own shapes have no smooth edges.
_OVER = 4
_STEPS = 24
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d*\.\d+|\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7}
# As 35-pictures.css has them: what a class sets.
_CLASSES: Mapping[str, Mapping[str, str]] = {
    "pa": {"fill": "ink"},
    "pb": {"fill": "tone"},
    "pw": {"fill": "tile"},
    "pl": {"fill": "none", "stroke": "ink", "stroke-width": "4"},
    "pt": {"stroke": "tone", "stroke-width": "6"},
    "px": {"stroke": "tile", "stroke-width": "5"},
    "pk": {"stroke": "tile", "stroke-width": "3"},
}


class DrawingError(ValueError):
    """A drawing that uses more of SVG than is known here."""


@dataclass(frozen=True)
class _Style:
    fill: str = "ink"
    stroke: str = "none"
    width: float = 1
    dash: tuple[float, ...] = ()

    def of(self, element: ET.Element) -> _Style:
        """Return the style of `element` inside this one; classes win over attributes, later ones over earlier."""
        found = dict(element.attrib)
        for name in element.get("class", "").split():
            found |= _CLASSES.get(name, {})
        dash = tuple(float(part) for part in found["stroke-dasharray"].split()) if "stroke-dasharray" in found else None
        return replace(
            self,
            fill=found.get("fill", self.fill).replace("currentColor", "ink"),
            stroke=found.get("stroke", self.stroke).replace("currentColor", "ink"),
            width=float(found.get("stroke-width", self.width)),
            dash=self.dash if dash is None else dash,
        )


def paint(svg: str, height: int, colours: Mapping[str, str]) -> Image.Image:
    """Return the drawing `svg` with `height` pixels on a clear ground.

    `colours` has `ink` (currentColor), and `tone` and `tile` where the classes of pictograms ask for them.
    """
    try:
        root = ET.fromstring(svg)  # noqa: S314 - a drawing of the project itself, as trusted as its templates
        left, top, wide, tall = (float(part) for part in root.get("viewBox", "").split())
        scale = height * _OVER / tall
        size = (round(height * wide / tall), height)
        # The clear ground has the colour of the ink, so that edges do not darken or pale.
        image = Image.new("RGBA", (size[0] * _OVER, size[1] * _OVER), (*_rgb(colours["ink"]), 0))
        pen = _Pen(ImageDraw.Draw(image), scale, (left, top), colours)
        for element, style in _walk(root, _Style()):
            pen.shape(list(_outlines(element)), style)
    except (ET.ParseError, ValueError, KeyError, IndexError) as error:
        raise DrawingError(str(error)) from error
    return image.resize(size, Image.Resampling.BOX)


def line(draw: ImageDraw.ImageDraw, points: list[Point], colour: str, width: float) -> None:
    """Draw a line with round ends and corners."""
    draw.line(points, colour, round(width))
    for x, y in points:
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), colour)


def dashed(points: list[Point], pattern: tuple[float, ...]) -> Iterator[list[Point]]:
    """Yield the dashes of a line through `points`; `pattern` has the lengths of dash and gap in turn."""
    index, left, drawn = 0, pattern[0], [points[0]]
    for start, end in pairwise(points):
        length, done = math.dist(start, end), 0.0
        while length - done > left:
            done += left
            share = done / length
            drawn.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
            if index % 2 == 0:
                yield drawn
            drawn = drawn[-1:]
            index += 1
            left = pattern[index % len(pattern)]
        left -= length - done
        drawn.append(end)
    if index % 2 == 0:
        yield drawn


@dataclass(frozen=True)
class _Pen:
    draw: ImageDraw.ImageDraw
    scale: float
    origin: Point
    colours: Mapping[str, str]

    def shape(self, outlines: list[list[Point]], style: _Style) -> None:
        """Fill and stroke one element."""
        outlines = [
            [((x - self.origin[0]) * self.scale, (y - self.origin[1]) * self.scale) for x, y in points]
            for points in outlines
        ]
        if style.fill != "none":
            for points in outlines:
                self.draw.polygon(points, self._colour(style.fill))
        if style.stroke != "none":
            pattern = tuple(part * self.scale for part in style.dash)
            for points in outlines:
                for part in dashed(points, pattern) if pattern else [points]:
                    line(self.draw, part, self._colour(style.stroke), style.width * self.scale)

    def _colour(self, name: str) -> str:
        return name if name.startswith("#") else self.colours[name]


def _rgb(colour: str) -> tuple[int, ...]:
    return ImageColor.getrgb(colour)[:3]


def _walk(element: ET.Element, style: _Style) -> Iterator[tuple[ET.Element, _Style]]:
    own = style.of(element)
    if _tag(element) in {"svg", "g"}:
        for child in element:
            yield from _walk(child, own)
    else:
        yield element, own


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _outlines(element: ET.Element) -> Iterator[list[Point]]:
    """Yield the lines of an element as points, curves in many small steps."""
    number = {name: float(value) for name, value in element.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
    tag = _tag(element)
    if tag == "circle":
        x, y, r = number["cx"], number["cy"], number["r"]
        yield [*_turn((x, y), (r, r), 0, (0, math.tau))]
    elif tag == "rect":
        x, y, r = number.get("x", 0), number.get("y", 0), number.get("rx", 0)
        right, bottom = x + number["width"], y + number["height"]
        corners = ((right - r, y + r, -1), (right - r, bottom - r, 0), (x + r, bottom - r, 1), (x + r, y + r, 2))
        points = [p for a, b, q in corners for p in _turn((a, b), (r, r), 0, (q * math.pi / 2, math.pi / 2))]
        yield [*points, points[0]]
    elif tag == "path":
        yield from _path(element.get("d", ""))
    else:
        raise DrawingError(tag)


def _path(text: str) -> Iterator[list[Point]]:
    tokens = _TOKEN.findall(text)
    points: list[Point] = []
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        if command in "Zz":
            yield [*points, points[0]]
            points = points[:1]
            continue
        count = _TAKES[command.upper()]
        numbers = [float(token) for token in tokens[place : place + count]]
        if len(numbers) < count:
            raise DrawingError(command)
        place += count
        here = points[-1] if points else (0.0, 0.0)
        if command in "Mm":
            if len(points) > 1:
                yield points
            points = [_ends(command, numbers, here)[-1]]
            command = "L" if command == "M" else "l"
        elif command in "Aa":
            points += _arc(here, numbers, _ends("L" if command == "A" else "l", numbers[5:], here)[0])
        else:
            ends = _ends(command, numbers, here)
            points += _curve(here, ends) if command in "Cc" else ends
    if len(points) > 1:
        yield points


def _ends(command: str, numbers: list[float], here: Point) -> list[Point]:
    """Return the points that a command names, relative ones added to `here`."""
    x, y = here if command.islower() else (0.0, 0.0)
    if command in "Hh":
        return [(x + numbers[0], here[1])]
    if command in "Vv":
        return [(here[0], y + numbers[0])]
    return [(x + a, y + b) for a, b in zip(numbers[::2], numbers[1::2], strict=True)]


def _curve(start: Point, ends: list[Point]) -> list[Point]:
    one, two, end = ends

    def at(axis: int, t: float) -> float:
        u = 1 - t
        return u**3 * start[axis] + 3 * u * u * t * one[axis] + 3 * u * t * t * two[axis] + t**3 * end[axis]

    return [(at(0, step / _STEPS), at(1, step / _STEPS)) for step in range(1, _STEPS + 1)]


def _arc(start: Point, numbers: list[float], end: Point) -> list[Point]:
    """Return an elliptical arc as points: the conversion of SVG 1.1, appendix F.6.5."""
    rx, ry, turn, large, sweep = numbers[0], numbers[1], math.radians(numbers[2]), numbers[3], numbers[4]
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    # Radii that are too short are stretched until the arc reaches.
    stretch = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * stretch, ry * stretch
    rest = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    factor = math.sqrt(max(0.0, rest) / ((rx * y) ** 2 + (ry * x) ** 2)) * (-1 if large == sweep else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    span = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and span < 0:
        span += math.tau
    elif not sweep and span > 0:
        span -= math.tau
    centre = (cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2)
    return [*_turn(centre, (rx, ry), turn, (first, span))][1:]


def _turn(centre: Point, radii: Point, turn: float, angles: Point) -> Iterator[Point]:
    """Yield points on an ellipse turned by `turn`; `angles` has where to begin and how far to go, in radians."""
    cos, sin = math.cos(turn), math.sin(turn)
    steps = _STEPS * 2
    for step in range(steps + 1):
        angle = angles[0] + angles[1] * step / steps
        x, y = radii[0] * math.cos(angle), radii[1] * math.sin(angle)
        yield centre[0] + cos * x - sin * y, centre[1] + sin * x + cos * y

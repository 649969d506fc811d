"""All places of the library, on the outline of Germany and as a list that says the same.

A municipality and its practices are one place; other practices are at the place they name. A place without
coordinates, or outside the frame of the map, is in the list only. All lengths are units of the drawing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING

import yaml

from vorbild.derive import addresses, labels
from vorbild.entries import MUNICIPALITY
from vorbild.views import Link, Marker, Outline, PlacesMap, PlaceView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry

_OUTLINE = resources.files("vorbild") / "outlines" / "germany.yml"
_WIDTH = 320
_MARGIN = 20
_MOST_NAMES, _MOST_NUMBERS = 24, 60

Point = tuple[float, float]


@dataclass
class _Place:
    """What is known of a place while the library is read."""

    title: str
    town: Entry | None = None
    at: Point | None = None
    practices: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Take the coordinates of `entry` if there are none yet."""
        latitude, longitude = entry.place.get("latitude"), entry.place.get("longitude")
        if self.at is None and isinstance(latitude, int | float) and isinstance(longitude, int | float):
            self.at = (float(longitude), float(latitude))


@dataclass(frozen=True)
class Frame:
    """The outline on the page: an equirectangular projection true to scale at its middle latitude.

    x = k λ cos φ₁ and y = -k φ (Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395, 1987,
    p. 90, equations 12-1 and 12-2), moved so that the outline keeps its margin.
    """

    west: float
    north: float
    shrink: float
    scale: float
    height: int

    def point(self, longitude: float, latitude: float) -> Point:
        """Return where a place is drawn."""
        x = _MARGIN + (longitude - self.west) * self.shrink * self.scale
        return round(x, 1), round(_MARGIN + (self.north - latitude) * self.scale, 1)

    def holds(self, point: Point) -> bool:
        """Tell whether a dot there is wholly inside the drawing."""
        (x, y), rim = point, labels.DOT
        return rim <= x <= _WIDTH - rim and rim <= y <= self.height - rim


def places_map(present: Presenter) -> PlacesMap:
    """Return the map and the list of all places, by name."""
    frame, texts = _frame(), present.texts
    shown, elsewhere = [], []
    for place in _places(present):
        point = frame.point(*place.at) if place.at else None
        if point is not None and frame.holds(point):
            shown.append((place, point))
        else:
            elsewhere.append(place)
    points = [point for _, point in shown]
    placed, numbered = _labels([place.title for place, _ in shown], points, frame.height)
    return PlacesMap(
        texts.plural("map.name", len(shown)),
        _WIDTH,
        frame.height,
        _land(),
        tuple(
            Marker(*point, placed[index].label if placed else None, placed[index].line if placed else "")
            for index, point in enumerate(points)
        ),
        tuple(_view(present, place, index if numbered else 0) for index, (place, _) in enumerate(shown, 1)),
        note=_note(present, shown=bool(shown), labelled=bool(placed), numbered=numbered),
        elsewhere=tuple(_view(present, place, 0) for place in elsewhere),
    )


def outline() -> Outline:
    """Return the country without places, for a script that knows theirs."""
    frame = _frame()
    across, down = round(frame.shrink * frame.scale, 3), round(frame.scale, 3)
    return Outline(_WIDTH, frame.height, _land(), _MARGIN, frame.west, frame.north, across, down)


def _note(present: Presenter, *, shown: bool, labelled: bool, numbered: bool) -> str:
    """Return how to read the map if its labels are not names."""
    if numbered:
        return present.texts("map.numbered")
    return present.texts("map.unnamed") if shown and not labelled else ""


def _places(present: Presenter) -> list[_Place]:
    library = present.library
    found: dict[tuple[str, str], _Place] = {}
    for entry in library.municipalities:
        place = found.setdefault((MUNICIPALITY, entry.slug), _Place(present.title(entry), entry))
        place.add(entry)
    for entry in library.practices:
        own, name = (MUNICIPALITY, str(entry.place.get("municipality", ""))), str(entry.place.get("name", ""))
        if own not in found and not name:
            continue
        place = found[own] if own in found else found.setdefault(("", name), _Place(name))
        place.add(entry)
        place.practices.append(entry)
    return sorted(found.values(), key=lambda place: (place.title.lower(), place.town is None))


def _view(present: Presenter, place: _Place, number: int) -> PlaceView:
    count = len(place.practices)
    if place.town is not None:
        href = addresses.site(addresses.entry(place.town.kind, place.town.slug))
        return PlaceView(number, place.title, href, present.texts.plural("practices.count", count) if count else "")
    links = (Link(present.title(e), addresses.site(addresses.entry(e.kind, e.slug))) for e in place.practices)
    return PlaceView(number, place.title, "", "", tuple(links))


def _labels(titles: Sequence[str], points: Sequence[Point], height: int) -> tuple[tuple[labels.Placed, ...], bool]:
    """Return the names beside the points, else the numbers of the list, else nothing; and whether they are numbers."""
    size = (_WIDTH, height)
    if len(points) <= _MOST_NAMES and (named := labels.place(titles, points, size)):
        return named, False
    numbers = [str(index) for index in range(1, len(points) + 1)]
    if len(points) <= _MOST_NUMBERS and (numbered := labels.place(numbers, points, size)):
        return numbered, True
    return (), False


@cache
def _rings() -> tuple[tuple[Point, ...], ...]:
    """Return the border as rings of longitude and latitude."""
    raw = yaml.load(_OUTLINE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    rings = ([float(number) for number in line.split()] for line in raw["rings"])
    return tuple(tuple(zip(ring[::2], ring[1::2], strict=True)) for ring in rings)


@cache
def _frame() -> Frame:
    longitudes, latitudes = zip(*(point for ring in _rings() for point in ring), strict=True)
    west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    shrink = math.cos(math.radians((south + north) / 2))
    scale = (_WIDTH - 2 * _MARGIN) / ((east - west) * shrink)
    return Frame(west, north, shrink, scale, math.ceil((north - south) * scale) + 2 * _MARGIN)


@cache
def _land() -> str:
    """Return the border as an SVG path, in steps from point to point to keep it short."""
    frame, paths = _frame(), []
    for ring in _rings():
        points = [frame.point(*point) for point in ring]
        steps = (f"{x2 - x1:.1f} {y2 - y1:.1f}" for (x1, y1), (x2, y2) in pairwise(points))
        paths.append(f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z")
    return "".join(paths).replace(" -", "-")

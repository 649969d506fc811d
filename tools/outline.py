"""Make plugins/vorbild/outlines/germany.yml, the border on the map, from Natural Earth. Not needed for a build.

Run once, with the npm package world-atlas (version and licence: see HEAD) unpacked anywhere:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python3 tools/outline.py package/countries-10m.json > plugins/vorbild/outlines/germany.yml

TopoJSON keeps borders as arcs: quantized, each point as the difference from the one before
(https://github.com/topojson/topojson-specification, sections 2.1.2 and 2.1.4).
"""

from __future__ import annotations

import json
import math
import sys
from itertools import accumulate
from pathlib import Path
from typing import Any

Point = tuple[float, float]

HEAD = """\
# Border of Germany for the map of places: rings of "longitude latitude" in degrees (WGS 84), two decimals.
# Origin: Natural Earth, Admin 0 countries 1:10m (public domain), https://www.naturalearthdata.com
# by way of the npm package world-atlas 2.0.2 (ISC, Copyright 2013-2019 Michael Bostock), countries-10m.json, id 276.
# Simplified (Douglas and Peucker, tolerance {tolerance} degrees of latitude) by tools/outline.py. Do not edit.
"""
GERMANY = "276"
TOLERANCE = 0.045
# Islands below this size, in square degrees, would be specks: Fehmarn, Sylt and Usedom stay, Helgoland goes.
SMALLEST = 0.006
SHRINK = math.cos(math.radians(51))  # a degree of longitude, measured in degrees of latitude


def main() -> None:
    """Print the outline of Germany found in the TopoJSON file that the first argument names."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    country = next(g for g in topology["objects"]["countries"]["geometries"] if g.get("id") == GERMANY)
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    rings = [ring(topology, polygon[0]) for polygon in polygons]
    kept = sorted((r for r in rings if area(r) >= SMALLEST), key=area, reverse=True)
    lines = (" ".join(f"{lon:.2f} {lat:.2f}" for lon, lat in simplified(r)) for r in kept)
    sys.stdout.write(HEAD.format(tolerance=TOLERANCE) + "rings:\n" + "".join(f"  - {line}\n" for line in lines))


def ring(topology: dict[str, Any], arcs: list[int]) -> list[Point]:
    """Return the points of a ring; ~i stands for arc i backwards, and arcs share their end points."""
    points: list[Point] = []
    for index in arcs:
        arc = decoded(topology, index if index >= 0 else ~index)
        points += (arc if index >= 0 else arc[::-1])[1 if points else 0 :]
    return points


def decoded(topology: dict[str, Any], index: int) -> list[Point]:
    """Return an arc in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    dx, dy = zip(*topology["arcs"][index], strict=True)
    return [(x * sx + tx, y * sy + ty) for x, y in zip(accumulate(dx), accumulate(dy), strict=True)]


def area(points: list[Point]) -> float:
    """Return the area of a ring in square degrees of latitude (shoelace formula)."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2 * SHRINK


def simplified(points: list[Point]) -> list[Point]:
    """Return a closed ring without the points that lie closer than TOLERANCE to the line that is left."""
    half = max(range(len(points)), key=lambda i: distance(points[i], points[0], points[0]))
    return [*thinned(points[: half + 1])[:-1], *thinned(points[half:])[:-1]]


def thinned(points: list[Point]) -> list[Point]:
    """Return a line after Douglas and Peucker (1973), its ends included."""
    if len(points) < 3:  # noqa: PLR2004 - two points are a line already
        return points
    far = max(range(1, len(points) - 1), key=lambda i: distance(points[i], points[0], points[-1]))
    if distance(points[far], points[0], points[-1]) <= TOLERANCE:
        return [points[0], points[-1]]
    return [*thinned(points[: far + 1])[:-1], *thinned(points[far:])]


def distance(point: Point, start: Point, end: Point) -> float:
    """Return how far `point` is from the line between `start` and `end`, in degrees of latitude."""
    (px, py), (ax, ay), (bx, by) = ((lon * SHRINK, lat) for lon, lat in (point, start, end))
    length = math.hypot(bx - ax, by - ay)
    if length == 0:
        return math.hypot(px - ax, py - ay)
    return abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length


if __name__ == "__main__":
    main()

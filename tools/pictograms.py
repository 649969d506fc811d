"""Write overrides/.icons/scenes/, the pictures of easy texts, from the npm package openmoji. Run by hand.

    npm pack openmoji@17.0.0 && tar xzf openmoji-17.0.0.tgz
    python tools/pictograms.py package

Which pictures, and what they are called here, stands in plugins/vorbild/catalogues/scenes.yml. Each is drawn in a page,
so names and editors' data go, numbers get two decimals of the 72 units that a picture is wide, and elements that look
alike share one group. Colours stay as attributes: the Content Security Policy forbids styles. The same package gives
the same bytes.
"""

from __future__ import annotations

import re
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ROOT = Path(__file__).parents[1]
_SCENES = _ROOT / "plugins/vorbild/catalogues/scenes.yml"
_TARGET = _ROOT / "overrides/.icons/scenes"
_SVG = "{http://www.w3.org/2000/svg}"
_HEAD = '<svg width="72" height="72" viewBox="0 0 72 72" aria-hidden="true" focusable="false">'
# How an element looks; all else is where it is.
_LOOK = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit")
_PLACE = ("d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "transform")
_COMMAND = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE)
# In an arc two flags of one digit stand between the numbers, sometimes without a space.
_ARC = re.compile(
    rf"({_NUMBER.pattern})[\s,]*({_NUMBER.pattern})[\s,]*({_NUMBER.pattern})[\s,]*([01])[\s,]*([01])[\s,]*"
    rf"({_NUMBER.pattern})[\s,]*({_NUMBER.pattern})",
    re.IGNORECASE,
)


def main() -> None:
    """Write every picture that scenes.yml names, and the licence of the package, whose folder is the argument."""
    package = Path(sys.argv[1])
    _TARGET.mkdir(exist_ok=True)
    for old in _TARGET.glob("*.svg"):
        old.unlink()
    for scene in yaml.safe_load(_SCENES.read_text("utf-8")):
        source = package / f"color/svg/{scene['openmoji']}.svg"
        (_TARGET / f"{scene['picture']}.svg").write_text(drawing(source.read_text("utf-8")), "utf-8")
    (_TARGET / "LICENSE.txt").write_bytes((package / "LICENSE.txt").read_bytes())


def drawing(svg: str) -> str:
    """Return a picture of OpenMoji as it is drawn in a page."""
    groups = groupby(_shapes(ET.fromstring(svg), {}), key=lambda shape: shape[0])  # noqa: S314 - our own download
    pieces = []
    for look, shapes in groups:
        drawn = [shape for _, shape in shapes]
        if look and len(drawn) > 1:
            drawn = [f"<g{look}>", *drawn, "</g>"]
        elif look:
            drawn = [drawn[0].replace("/>", f"{look}/>")]
        pieces += drawn
    return f"{_HEAD}{''.join(pieces)}</svg>\n"


def _shapes(node: ET.Element, inherited: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield look and element of every shape below `node`, in order."""
    look = {**inherited, **{name: node.attrib[name] for name in _LOOK if name in node.attrib}}
    unknown = node.attrib.keys() - {*_LOOK, *_PLACE, "id", "viewBox", "version"}
    if unknown:
        message = f"{node.tag}: {sorted(unknown)}"
        raise ValueError(message)
    if node.tag in {f"{_SVG}svg", f"{_SVG}g"} and "transform" not in node.attrib:
        for child in node:
            yield from _shapes(child, look)
    elif len(node) == 0 and look != {"fill": "none"}:
        place = "".join(f' {name}="{_short(name, node.attrib[name])}"' for name in _PLACE if name in node.attrib)
        yield "".join(f' {key}="{value}"' for key, value in look.items()), f"<{node.tag.removeprefix(_SVG)}{place}/>"


def _short(name: str, value: str) -> str:
    if name == "transform":
        return value
    if name != "d":
        return " ".join(_rounded(number) for number in _NUMBER.findall(value))
    return "".join(f"{command}{_arguments(command, rest)}" for command, rest in _COMMAND.findall(value))


def _arguments(command: str, text: str) -> str:
    found = _NUMBER.findall(text)
    if command in "aA":
        found = [number for arc in _ARC.findall(text) for number in arc]
    # A minus divides numbers as well as a space does.
    return " ".join(map(_rounded, found)).replace(" -", "-")


def _rounded(number: str) -> str:
    short = f"{float(number):.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else re.sub(r"^(-?)0\.", r"\1.", short)


if __name__ == "__main__":
    main()

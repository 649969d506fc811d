"""A town's own logo: a file below content/ which a browser can show, which loads nothing and runs nothing."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from vorbild.diagnostics import Diagnostic
from vorbild.schema import nearest
from vorbild.views import Logo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.config import Config, Setting

FOLDER = "content"
# The height in the head of the page, in CSS pixels; the width follows from the proportions of the picture.
HEIGHT = 44
_PNG = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(.{4})(.{4})", re.DOTALL)
_SVG = "{http://www.w3.org/2000/svg}"
_LINKS = {"href", "{http://www.w3.org/1999/xlink}href", "src"}
_RUNNING = {"script", "foreignObject", "iframe", "object", "embed", "handler", "listener", "set"}
# Within the file, or a picture that is part of it.
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
# Where a link in it may lead, which runs only if somebody opens the file itself.
_WEB = re.compile(r"\s*https?://", re.IGNORECASE)
_URL = re.compile(r"""url\(\s*["']?(?!\s*["']?(?:#|data:image/(?:png|jpeg|gif|webp)[;,]))|@import""", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]{0,6}\.?[0-9]{1,6})(?:px|pt|mm|cm|in|pc)?\s*")


def check(root: Path, config: Config) -> Iterator[Diagnostic]:
    """Yield what is wrong with the logos that mkdocs.yml names."""
    for setting in (config.logo, config.logo_dark):
        if setting is not None:
            found = _problem(root, setting)
            if found is not None:
                yield Diagnostic(found, setting.span, {"path": setting.text, "near": _near(root, setting.text)})


def view(root: Path, config: Config) -> Logo | None:
    """Return what the shell shows of a checked logo, or None if the town has none of its own."""
    if config.logo is None:
        return None
    sizes = [
        _size((root / FOLDER / setting.text).read_bytes()) for setting in (config.logo, config.logo_dark) if setting
    ]
    widths = [round(HEIGHT * width / height) for width, height in filter(None, sizes)]
    dark = config.logo_dark.text if config.logo_dark else ""
    return Logo(config.logo.text, widths[0], HEIGHT, dark, widths[-1])


def drawable(root: Path, config: Config) -> bytes | None:
    """Return a PNG logo, empty bytes for one in another format, None if the town has none of its own."""
    if config.logo is None:
        return None
    return (root / FOLDER / config.logo.text).read_bytes() if config.logo.text.lower().endswith(".png") else b""


def _problem(root: Path, setting: Setting) -> str | None:
    """Return the code of the finding, or None."""
    path = setting.text
    if posixpath.normpath(path) != path or path.startswith(("/", "..")) or "\\" in path or ":" in path:
        return "logo-missing"
    file = root / FOLDER / path
    try:
        data = file.read_bytes()
    except (OSError, ValueError):  # a folder, a name that no disk takes
        return "logo-missing"
    ending = path.lower()
    if ending.endswith(".png"):
        return None if _PNG.match(data) and _size(data) else "logo-type"
    return _svg_problem(data) if ending.endswith(".svg") else "logo-type"


def _svg_problem(data: bytes) -> str | None:
    # Entities may make a small file endless, and another encoding hides them; no logo needs either.
    try:
        text = data.decode("utf-8-sig")
        if re.search(r"<!ENTITY|<\?xml-stylesheet", text):
            return "logo-unsafe"
        top = ET.fromstring(text.encode())  # noqa: S314 - without entities there is nothing to expand
    except (ET.ParseError, ValueError, LookupError):
        return "logo-type"
    if top.tag != f"{_SVG}svg":
        return "logo-type"
    if any(_unsafe(node) for node in top.iter()):
        return "logo-unsafe"
    return None if _size(data) else "logo-size"


def _unsafe(node: ET.Element) -> bool:
    """Return whether an element runs something or asks for something elsewhere."""
    if not isinstance(node.tag, str):
        return False
    name = node.tag.rpartition("}")[2]
    values = " ".join([*node.attrib.values(), *(node.itertext() if name == "style" else ())])
    return (
        name in _RUNNING
        or any(key.lower().startswith("on") for key in node.attrib)
        or any(not _allowed(name, node.attrib[key]) for key in _LINKS & node.attrib.keys())
        or bool(_URL.search(values))
        or (name == "style" and "\\" in values)
    )


def _allowed(name: str, address: str) -> bool:
    return bool(_INSIDE.match(address) or (name == "a" and _WEB.match(address)))


def _size(data: bytes) -> tuple[float, float] | None:
    """Return width and height of a picture in units of its own, or None if it does not say."""
    png = _PNG.match(data)
    if png is not None:
        size = float(int.from_bytes(png[1])), float(int.from_bytes(png[2]))
    else:
        top = ET.fromstring(data).attrib  # noqa: S314 - checked before
        numbers = re.split(r"[\s,]+", top.get("viewBox", "").strip())
        lengths = [_LENGTH.fullmatch(top.get(side, "")) for side in ("width", "height")]
        if len(numbers) == 4 and all(_LENGTH.fullmatch(number) for number in numbers[2:]):  # noqa: PLR2004 - x, y, width, height
            size = float(numbers[2]), float(numbers[3])
        elif lengths[0] and lengths[1]:
            size = float(lengths[0][1]), float(lengths[1][1])
        else:
            return None
    return size if min(size) > 0 else None


def _near(root: Path, path: str) -> str:
    """Return the picture below content/ that `path` probably means, or where one would lie."""
    folder = root / FOLDER
    there = [file.relative_to(folder).as_posix() for end in ("svg", "png") for file in sorted(folder.rglob(f"*.{end}"))]
    return nearest(path, there) or "assets/logo.svg"

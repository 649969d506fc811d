"""The colours of a style sheet: custom properties of :root, in the light scheme and in the dark one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LIGHT, DARK = "light", "dark"
_BLOCKS = {
    LIGHT: re.compile(r"^:root\s*\{([^}]*)\}", re.MULTILINE),
    DARK: re.compile(r"^:root\[data-theme=[\"']?dark[\"']?\]\s*\{([^}]*)\}", re.MULTILINE),
}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"--([\w-]+)\s*:\s*([^;]*[^;\s])\s*;")


@dataclass(frozen=True)
class Declaration:
    """The value of a custom property, and where in the text it begins."""

    value: str
    offset: int


def declared(css: str) -> dict[str, dict[str, Declaration]]:
    """Return the custom properties of the first block of each scheme, in the order of the text."""
    plain = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), css)
    found: dict[str, dict[str, Declaration]] = {}
    for scheme, pattern in _BLOCKS.items():
        block = pattern.search(plain)
        matches = _DECLARATION.finditer(plain, *block.span(1)) if block else ()
        found[scheme] = {match[1]: Declaration(match[2], match.start(2)) for match in matches}
    return found


def painted(css: str, colours: Mapping[str, Mapping[str, str]]) -> str:
    """Return `css` with `colours` (by scheme and name) in place of its own.

    A colour that the dark scheme takes over from the light one is added to the dark block. Print and the device's own
    colours have blocks of their own, which stay.
    """
    edits: list[tuple[int, int, str]] = []
    plain = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), css)
    for scheme, own in declared(css).items():
        block = _BLOCKS[scheme].search(plain)
        for name, value in sorted(colours.get(scheme, {}).items()):
            there = own.get(name)
            if there is not None:
                edits.append((there.offset, there.offset + len(there.value), value))
            elif block is not None:
                edits.append((block.end(1), block.end(1), f"  --{name}: {value};\n"))
    for start, end, value in sorted(edits, reverse=True):
        css = css[:start] + value + css[end:]
    return css

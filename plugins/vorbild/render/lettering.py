"""Text that is never cut: made smaller and wrapped until it fits, measured with the font that draws it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PIL import ImageFont

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL import ImageDraw

_LEADING = 1.14
_SHRINK = 0.95
# A word that is too long for its line makes the text smaller first; at this share of the wanted size it is broken.
_BREAK_AT = 0.62
_TINY = 6
# Words may end after a hyphen, a dash or a slash that is there anyway.
_PIECE = re.compile(r"[^\s/–—-]*[/–—-]+|[^\s/–—-]+")


@dataclass(frozen=True)
class Lettering:
    """Lines of text in one font and size (pixels), ready to be drawn."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont

    @cached_property
    def width(self) -> int:
        """The width of the longest line in pixels."""
        return max(_extent(self.font, line) for line in self.lines)

    @cached_property
    def height(self) -> int:
        """The height of all lines in pixels, from the highest letter to the lowest there can be."""
        return round(_height(self.font, len(self.lines)))

    def draw(
        self, draw: ImageDraw.ImageDraw, place: tuple[float, float], colour: str, *, centred: bool = False
    ) -> None:
        """Draw with the upper left corner at `place`; `centred` sets each line in the middle of the width."""
        for number, line in enumerate(self.lines):
            left = min(0.0, self.font.getbbox(line)[0])
            indent = (self.width - _extent(self.font, line)) / 2 if centred else 0
            draw.text(
                (place[0] - left + indent, place[1] + number * self.font.size * _LEADING), line, colour, self.font
            )


def fit(text: str, file: Path, size: float, box: tuple[int, int]) -> Lettering:
    """Return `text` in the font of `file`, at most `size` pixels high, so that all of it is inside `box` pixels."""
    words = " ".join(text.replace("\u00ad", "").split()) or " "
    now = size
    while True:
        font = ImageFont.truetype(file, round(now))
        lines = _wrap(words, lambda line: _extent(font, line) <= box[0], force=now <= size * _BREAK_AT)  # noqa: B023
        if lines and (_height(font, len(lines)) <= box[1] or now <= _TINY):
            return Lettering(tuple(lines), font)
        now = max(now * _SHRINK, _TINY)


def _wrap(text: str, fits: Callable[[str], bool], *, force: bool) -> list[str]:
    """Return `text` in lines that fit, or nothing if a word is too long; `force` breaks it with a hyphen."""
    lines, line = [], ""
    for word in text.split(" "):
        for number, piece in enumerate(_PIECE.findall(word)):
            joined = f"{line}{'' if number or not line else ' '}{piece}"
            if fits(joined):
                line = joined
                continue
            if line:
                lines.append(line)
            line = piece
            while not fits(line):
                if not force:
                    return []
                count = next((n for n in range(len(line) - 1, 1, -1) if fits(f"{line[:n]}-")), 1)
                lines.append(f"{line[:count]}-")
                line = line[count:]
    return [*lines, line]


def _extent(font: ImageFont.FreeTypeFont, line: str) -> int:
    left, _, right, _ = font.getbbox(line)
    return round(max(right, font.getlength(line)) - min(0, left) + 0.5)


def _height(font: ImageFont.FreeTypeFont, count: int) -> float:
    return sum(font.getmetrics()) + (count - 1) * font.size * _LEADING

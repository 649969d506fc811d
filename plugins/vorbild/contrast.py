"""Contrast of two colours as WCAG 2.2 measures it, and the nearest colour that has enough of it."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
# Lightness is tried in this many steps from black to white: finer than any two of the 256 greys lie apart.
_STEPS = 500
_HALVINGS = 10


class Colour(NamedTuple):
    """A colour of sRGB, each part 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        """Return the colour as CSS writes it: #rrggbb."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


class Demand(NamedTuple):
    """What a colour must keep away from, and the least ratio (1 to 21)."""

    other: Colour
    minimum: float


def parse(text: str) -> Colour | None:
    """Return the colour of `#rgb` or `#rrggbb`, or None for anything else."""
    if not _HEX.fullmatch(text):
        return None
    digits = text[1:] if len(text) > 4 else "".join(digit * 2 for digit in text[1:])  # noqa: PLR2004 - # and three digits
    return Colour(*bytes.fromhex(digits))


@lru_cache(maxsize=4096)
def luminance(colour: Colour) -> float:
    """Return the relative luminance, 0 (black) to 1 (white).

    Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast ratio, 1 (none) to 21 (black and white).

    Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def passes(colour: Colour, demands: Sequence[Demand]) -> bool:
    """Return whether `colour` meets all `demands`."""
    return all(ratio(colour, demand.other) >= demand.minimum for demand in demands)


def nearest_passing(colour: Colour, demands: Sequence[Demand]) -> Colour | None:
    """Return the tone of `colour` that meets all `demands` and looks least different; None if no tone does."""
    passing = [tone for tone in tones(colour) if passes(tone, demands)]
    return min(passing, key=lambda tone: (difference(colour, tone), tone), default=None)


@lru_cache(maxsize=64)
def tones(colour: Colour) -> tuple[Colour, ...]:
    """Return `colour` in every lightness from black to white, itself included.

    Its hue stays, and as much of its chroma as a screen can show at that lightness.
    """
    _, a, b = _oklab(colour)
    found = [colour]
    for step in range(_STEPS + 1):
        lightness, least, most = step / _STEPS, 0.0, 1.0
        if not _in_gamut(_light(lightness, a, b)):
            for _ in range(_HALVINGS):
                middle = (least + most) / 2
                if _in_gamut(_light(lightness, a * middle, b * middle)):
                    least = middle
                else:
                    most = middle
            most = least
        parts = [_encoded(part) * 255 for part in _light(lightness, a * most, b * most)]
        found.append(Colour(*(min(255, max(0, round(part))) for part in parts)))
    return tuple(dict.fromkeys(found))


def difference(one: Colour, other: Colour) -> float:
    """Return how different two colours look: their distance in OKLab, 0 (the same) to 1 (black and white)."""
    return math.dist(_oklab(one), _oklab(other))


def _linear(part: float) -> float:
    """Return the amount of light of a part, both 0 to 1."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - numbers of sRGB


def _encoded(light: float) -> float:
    """Return the part of an amount of light, the inverse of `_linear`."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004 - as above


def _oklab(colour: Colour) -> tuple[float, float, float]:
    """Return lightness and the two axes of colour, so that equal distances look equal.

    Source: B. Ottosson, A perceptual color space for image processing, 2020; CSS Color 4, section 9.2.
    """
    r, g, b = (_linear(part / 255) for part in colour)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _light(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    """Return the amounts of red, green and blue light of an OKLab value, the inverse of `_oklab`."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _in_gamut(light: tuple[float, float, float]) -> bool:
    """Return whether a screen of sRGB can show it; half a step of 255 is rounding, not another colour."""
    return all(-0.00015 <= part <= 1.0045 for part in light)  # noqa: PLR2004 - half a step at either end

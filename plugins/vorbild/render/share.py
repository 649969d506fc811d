"""Share cards: the picture of 1200 by 630 pixels that other sites show beside a link to a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, features

from vorbild.artefact import Artefact
from vorbild.render import drawing
from vorbild.render.lettering import fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from vorbild.render.lettering import Lettering
    from vorbild.render.store import Store
    from vorbild.views import ShareCard

SIZE = (1200, 630)
FOLDER = "share"
_BOLD, _REGULAR = "fonts/AtkinsonHyperlegibleNext-Bold.ttf", "fonts/AtkinsonHyperlegibleNext-Regular.ttf"
_TOKENS = "styles/10-tokens.css"
_TOKEN = re.compile(r"--([\w-]+): *(#[0-9a-fA-F]{3,8});")
# Raise it if the drawing changes.
_RECIPE = 1
_COLOURS = 64

# Where things are, in pixels.
_MARGIN = 72
_TEXT = (690, 452)
_TOP = 52
_BAND = 534
_ARCH = (836, 62, 286, 323)
_ECHO = (26, 20)
_DASH = 5
# The pictogram's share of the arch.
_INSIDE = 0.66
_GAP = 30
_PADDING = (24, 9)
_LOGO = 60
_WORD = (800, 424, 360, 92)


@dataclass(frozen=True)
class Brand:
    """Whose cards they are: the name of the site, a few words below it, and colours in place of those in 10-tokens.css.

    Colours by the name of their token without dashes: `act`, `ink`, `sign` … The logo is a PNG file of the town's
    own; empty if it has one that cannot be drawn here (SVG), then the name stands alone; None for ours.
    """

    name: str
    tagline: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    logo: bytes | None = None


class ShareCards:
    """Draws the cards of one site; knows its templates folder, where drawings, colours and fonts are."""

    def __init__(self, templates: Path, brand: Brand, store: Store) -> None:
        """Take the folder `overrides` of the project, whose cards they are, and what keeps them between builds."""
        self._templates = templates
        self.brand = brand
        self._store = store
        self._tiles: dict[tuple[str, str], Image.Image] = {}

    def path(self, card: ShareCard) -> str:
        """Return the address of the card from the root of the site; it changes with all that the card shows."""
        seen = repr((card, self.brand.name, self.brand.tagline, self._drawing(card.pictogram), self._base))
        return f"{FOLDER}/{blake2b(seen.encode(), digest_size=8).hexdigest()}.png"

    def cards(self, cards: Iterable[ShareCard]) -> Iterator[Artefact]:
        """Yield the files of `cards`, equal ones once; what the store holds is not drawn again."""
        for path, card in sorted({self.path(card): card for card in cards}.items()):
            name = path.rpartition("/")[2]
            data = self._store.get(name)
            if data is None:
                data = self.draw(card)
                self._store.put(name, data)
            yield Artefact(path, data)

    def draw(self, card: ShareCard) -> bytes:
        """Return the card as PNG."""
        image = Image.new("RGB", SIZE, self._colour(card.tint or "hero"))
        tile = self._tile(card)
        image.paste(tile, _ARCH[:2], tile)
        draw = ImageDraw.Draw(image)
        self._words(draw, card)
        image.paste(self._foot, (0, _BAND))
        out = BytesIO()
        image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
        return out.getvalue()

    def _words(self, draw: ImageDraw.ImageDraw, card: ShareCard) -> None:
        """Draw place and title as one group in the middle of the left side, and the field below the arch."""
        if card.field:
            x, y, width, height = _WORD
            word = self._fit(_BOLD, card.field, 34, (width, height))
            word.draw(draw, (x + (width - word.width) / 2, y), self._colour("ink"), centred=True)
        named = card.place == card.title
        sign = None
        if card.place:
            size, height = (112, 300) if named else (42, 120)
            sign = self._fit(_BOLD, card.place, size, (_TEXT[0] - 2 * _PADDING[0], height))
        used = 0 if sign is None else _sign_height(sign) + (0 if named else _GAP)
        title = None if named else self._fit(_BOLD, card.title, 82, (_TEXT[0], _TEXT[1] - used))
        top = _TOP + (_TEXT[1] - used - (title.height if title else 0)) / 2
        if sign:
            self._sign(draw, sign, top)
        if title:
            title.draw(draw, (_MARGIN, top + used), self._colour("ink"))

    def _sign(self, draw: ImageDraw.ImageDraw, words: Lettering, y: float) -> None:
        """Draw the yellow place-name sign."""
        border = max(4, round(words.font.size / 12))
        box = (_MARGIN, y, _MARGIN + words.width + 2 * _PADDING[0], y + _sign_height(words))
        draw.rounded_rectangle(box, 14, self._colour("sign"), self._colour("sign-ink"), border)
        words.draw(draw, (_MARGIN + _PADDING[0], y + _PADDING[1]), self._colour("sign-ink"), centred=True)

    @cached_property
    def _foot(self) -> Image.Image:
        """The band with logo and name, the same on every card."""
        image = Image.new("RGB", (SIZE[0], SIZE[1] - _BAND), self._colour("paper"))
        draw = ImageDraw.Draw(image)
        x = _MARGIN
        mark = self._painted("mark", 52, {"ink": self._colour("act")}) if self.brand.logo is None else self._logo()
        if mark is not None:
            image.paste(mark, (x, (image.height - mark.height) // 2), mark)
            x += mark.width + 20
        name = self._fit(_BOLD, self.brand.name, 44, (480, 64))
        name.draw(draw, (x, (image.height - name.height) / 2), self._colour("act"))
        if self.brand.tagline:
            tagline = self._fit(_REGULAR, self.brand.tagline, 30, (SIZE[0] - _MARGIN - x - name.width - 40, 64))
            place = (SIZE[0] - _MARGIN - tagline.width, (image.height - tagline.height) / 2)
            tagline.draw(draw, place, self._colour("ink"))
        return image

    def _logo(self) -> Image.Image | None:
        """Return the town's own logo as high as the mark, or None if it cannot be drawn."""
        if not self.brand.logo:
            return None
        with Image.open(BytesIO(self.brand.logo), formats=["PNG"]) as logo:
            return logo.convert("RGBA").resize((max(1, round(_LOGO * logo.width / logo.height)), _LOGO))

    def _tile(self, card: ShareCard) -> Image.Image:
        """Return the arch with the pictogram and its dashed echo; many cards share one."""
        key = (card.pictogram, card.tint)
        if key not in self._tiles:
            self._tiles[key] = self._arch(*key)
        return self._tiles[key]

    def _arch(self, pictogram: str, tint: str) -> Image.Image:
        _, _, width, height = _ARCH
        # The arch of the stylesheet: a half ellipse on a body, with small round corners below.
        top, corner = 0.44 * height, 16
        bend = f"a{corner} {corner} 0 0 1 -{corner}"
        d = f"M0 {top}A{width / 2} {top} 0 0 1 {width} {top}V{height - corner}{bend} {corner}H{corner}{bend} -{corner}z"
        # The echo is the same arch in a frame that is moved.
        wide, tall = width + _ECHO[0] + _DASH, height + _ECHO[1] + _DASH
        echo = (
            f'<svg viewBox="{-_ECHO[0]} {-_ECHO[1]} {wide} {tall}">'
            f'<path fill="none" stroke="ink" stroke-width="{_DASH}" stroke-dasharray="22 15" d="{d}"/></svg>'
        )
        body = f'<svg viewBox="0 0 {wide} {tall}"><path fill="tile" d="{d}"/></svg>'
        colours = {"ink": self._colour("ink"), "tile": self._colour("card"), "tone": self._colour(f"{tint or 'sun'}-2")}
        image = drawing.paint(echo, tall, colours)
        image.alpha_composite(drawing.paint(body, tall, colours))
        found = self._painted(f"p-{pictogram}" if pictogram else "mark", round(width * _INSIDE), colours)
        if found is not None:
            image.alpha_composite(found, ((width - found.width) // 2, height - found.height - 40))
        return image

    def _painted(self, name: str, height: int, colours: Mapping[str, str]) -> Image.Image | None:
        """Return the drawing `name`, or None if it is not there or uses more of SVG than we know: the words stay."""
        file = self._templates / f".icons/{name}.svg"
        try:
            return drawing.paint(file.read_text("utf-8"), height, colours)
        except (OSError, drawing.DrawingError):
            return None

    def _drawing(self, pictogram: str) -> str:
        file = self._templates / f".icons/p-{pictogram}.svg"
        return file.read_text("utf-8") if pictogram and file.is_file() else ""

    def _fit(self, font: str, text: str, size: int, box: tuple[int, int]) -> Lettering:
        return fit(text, self._templates / font, size, box)

    def _colour(self, token: str) -> str:
        return self._palette.get(token, "#ffffff")

    @cached_property
    def _palette(self) -> dict[str, str]:
        """The colours of the light scheme: the first value that each token has."""
        found: dict[str, str] = {}
        for name, value in _TOKEN.findall((self._templates / _TOKENS).read_text("utf-8")):
            found.setdefault(name, value)
        return {**found, **self.brand.colours}

    @cached_property
    def _base(self) -> str:
        """What all cards of the site have in common, as one hash."""
        files = (_BOLD, _REGULAR, ".icons/mark.svg")
        versions = [f"{name} {features.version(name)}" for name in ("pil", "freetype2", "raqm", "harfbuzz")]
        parts = [*versions, str(_RECIPE), repr(sorted(self._palette.items()))]
        data = (
            "\n".join(parts).encode()
            + repr(self.brand.logo).encode()
            + b"".join((self._templates / file).read_bytes() for file in files)
        )
        return blake2b(data, digest_size=8).hexdigest()


def _sign_height(words: Lettering) -> int:
    return words.height + 2 * _PADDING[1]

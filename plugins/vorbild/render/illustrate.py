"""Headings of easy pages in finished HTML get the pictures that their words call for."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from vorbild.catalogue import scene_picture
from vorbild.render.markup import TAG

if TYPE_CHECKING:
    from collections.abc import Callable

_HEADING = re.compile(r"(?P<start><h[23]\b[^>]*>)(?P<words>.*?)(?P<end></h[23]>)", re.DOTALL)


def illustrated(html: str, draw: Callable[[str], str]) -> str:
    """Return the HTML of an easy page with a picture before the words of each second and third heading that has one.

    `draw` makes the HTML of the picture with a name. The words stay one part, so that both can stand side by side.
    """

    def illustrate(match: re.Match[str]) -> str:
        picture = scene_picture(" ".join(unescape(TAG.sub("", match["words"])).split()))
        if not picture:
            return match[0]
        return f'{match["start"]}{draw(picture)}<span class="words">{match["words"]}</span>{match["end"]}'

    return _HEADING.sub(illustrate, html)

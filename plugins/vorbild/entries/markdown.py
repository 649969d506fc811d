"""What may not stand in prose: raw HTML, unsafe or relative links, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyromark

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAFE = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)


def problems(text: str) -> Iterator[tuple[str, int, dict[str, str]]]:
    """Yield code, line of the text (from 0) and parameters of each problem in CommonMark `text`."""
    if not any(sign in text for sign in "<[!"):
        return
    encoded = text.encode()
    opened = False
    for event, span in pyromark.events_with_range(text):
        if not isinstance(event, dict):
            continue
        line = encoded[: span["start"]].count(b"\n")
        html = event.get("InlineHtml") or event.get("Html")
        if html and not (opened and str(html).startswith("</")):
            opened = True
            yield "raw-html", line, {"html": str(html).strip()[:40]}
        start = event.get("Start")
        if not isinstance(start, dict):
            continue
        link, image = start.get("Link"), start.get("Image")
        if link and link["link_type"] != "Email" and not _SAFE.fullmatch(link["dest_url"]):
            yield "markdown-link", line, {"url": link["dest_url"]}
        if image:
            yield "markdown-image", line, {"url": image["dest_url"]}

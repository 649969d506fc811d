"""Prose of entries: CommonMark by pyromark, with nh3 behind it, so that no text can do harm to a page."""

from __future__ import annotations

import re

import nh3
import pyromark
from markupsafe import Markup

from vorbild.slug import slugify

_TAGS = {
    "p",
    "br",
    "strong",
    "em",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
# A line that is no running text: a list item, a heading, a quote, a table, a block of its own, or nothing.
_NO_TEXT = re.compile(r"\s*((?:[-*+]|\d+[.)]|#{1,6})(?:\s|$)|>|\||\[\[|<)|\s*$")
_DEEPEST = 6


def markdown(text: str, level: int = 3, prefix: str = "") -> Markup:
    """Return CommonMark `text` as safe HTML; its highest heading gets `level`.

    Headings get ids, slugs after `prefix`, only where there is one: without it two texts on a page could share them.
    """
    html = nh3.clean(
        pyromark.html(text),
        tags=_TAGS | {"h1"},
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        url_relative="deny",
        link_rel=None,
    )
    found = [int(match[1]) for match in _HEADING.finditer(html)]
    if not found:
        return Markup(html.strip())  # noqa: S704 - cleaned by nh3
    shift = level - min(found)
    seen: dict[str, int] = {}

    def replace(match: re.Match[str]) -> str:
        depth = min(int(match[1]) + shift, _DEEPEST)
        own = slugify(_TAG.sub("", match[2])) or "abschnitt"
        seen[own] = seen.get(own, 0) + 1
        name = own if seen[own] == 1 else f"{own}-{seen[own]}"
        anchor = f' id="{prefix}{name}"' if prefix else ""
        return f"<h{depth}{anchor}>{match[2]}</h{depth}>"

    return Markup(_HEADING.sub(replace, html).strip())  # noqa: S704 - cleaned by nh3


def sentences(text: str, level: int = 2, prefix: str = "") -> Markup:
    """Return easy-language `text` as safe HTML in which every line of the source is a line of its own."""
    return markdown(one_per_line(text), level, prefix)


def lines(text: str) -> Markup:
    """Return plain `text` as safe HTML in which every line of the source is a line of its own."""
    return Markup("<br>").join(line.strip() for line in text.strip().splitlines())


def one_per_line(text: str) -> str:
    """Return Markdown in which a line that goes on as text ends in a hard break: one sentence a line."""
    lines = text.splitlines() or [""]
    following = [*lines[1:], ""]
    return "\n".join(
        line if _NO_TEXT.match(after) or not line.strip() or line.startswith("#") else f"{line.rstrip()}  "
        for line, after in zip(lines, following, strict=True)
    )

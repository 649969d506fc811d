"""Finished HTML as a row of tags and texts, for what adds to it without taking it apart."""

from __future__ import annotations

import re

TAG = re.compile(r"(<svg\b.*?</svg>|<!--.*?-->|<[!/]?[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)", re.DOTALL)
"""Tags, comments, and drawings as a whole: split by it, texts stand at even places, tags between them."""
LANGUAGE = re.compile(r"\slang\s*=\s*[\"']?([a-zA-Z-]*)", re.IGNORECASE)
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9-]*")
_VOID = frozenset(
    ("br", "hr", "img", "input", "wbr", "link", "meta", "source", "col", "area", "base", "embed", "track")
)

TEXT = frozenset(("p", "li", "dd", "td"))
"""Elements of running text …"""
NO_TEXT = frozenset(
    ("a", "button", "summary", "nav", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "label")
)
"""… what is none although it may stand inside …"""
UNTOUCHED = frozenset(
    ("svg", "code", "pre", "kbd", "samp", "script", "style", "textarea", "select", "abbr", "dfn", "template", "iframe")
)
"""… and what is no text at all, or has been marked by hand."""


def name_of(tag: str) -> str:
    """Return the name of the element that `tag` opens, with a slash before it if it closes; '' for any other tag.

    Nothing is opened by void elements, comments and drawings.
    """
    match = _NAME.match(tag, 1)
    name = match[0].lower() if match else ""
    return "" if name in _VOID or tag.endswith("/>") or tag.startswith("<svg") else name

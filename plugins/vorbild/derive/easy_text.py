"""Easy texts in parts: sections for the page, numbered lines for the sheet of a test group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vorbild.catalogue import EASY, scene_picture
from vorbild.derive import addresses
from vorbild.derive.fragments import BLOCK
from vorbild.views import Link, Page, Sheet, SheetLine, SheetPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.derive.present import Presenter

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*(?:\{[^}]*\})?")
_POINT = re.compile(r"(?:[-*+]|\d+[.)])\s+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
# What a reader of the sheet does not meet as text: HTML, tables, rules, attributes.
_NO_TEXT = re.compile(r"<|\||-{3,}$|\{:")


class Part(NamedTuple):
    """A section of an easy text: its heading with its level, and its Markdown; before the first, '' and 0."""

    level: int
    heading: str
    text: str


def parts(text: str) -> Iterator[Part]:
    """Yield the sections of an easy text, in Markdown."""
    level, heading, lines = 0, "", list[str]()
    for line in text.splitlines():
        match = _HEADING.fullmatch(line.strip())
        if match is None:
            lines.append(line)
            continue
        if heading or any(map(str.strip, lines)):
            yield Part(level, heading, "\n".join(lines).strip("\n"))
        level, heading, lines = len(match[1]), bare(match[2]), []
    if heading or any(map(str.strip, lines)):
        yield Part(level, heading, "\n".join(lines).strip("\n"))


def sheet(present: Presenter, uri: str, title: str, text: str) -> Page:
    """Return the page to print for a test group: the easy text of the page `uri`, its lines numbered, with room.

    `text` is Markdown. Data blocks are left out: their words come from the catalogues and are tested with them.
    """
    found, first = [], 1
    for level, heading, own in parts(text):
        lines = tuple(
            SheetLine(bare(_POINT.sub("", line, count=1)), point=_POINT.match(line) is not None)
            for line in map(str.strip, own.splitlines())
            if bare(line) and not _NO_TEXT.match(line)
        )
        if lines:
            shown = "" if heading == title else heading
            found.append(SheetPart(shown, first, lines, scene_picture(shown) if level > 1 else ""))
            first += len(lines)
    texts = present.texts
    home = Link(texts("shell.home"), addresses.site("leicht/index.md"))
    crumbs = (home, Link(title, addresses.site(uri)), Link(texts("sheet.short")))
    name = texts("sheet.title", title=title)
    view = Sheet(title, addresses.site(uri), tuple(found))
    lead = " ".join(texts("sheet.lead").split())
    return Page(addresses.sheet(uri), name, lead, "pages/sheet.html", view, crumbs, language=EASY)


def plain_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a Markdown text as they are read, without the points of lists; empty ones are left out."""
    return tuple(filter(None, (bare(_POINT.sub("", line.strip(), count=1)) for line in text.splitlines())))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a Markdown text as they are read; each point of a list is one."""
    found = [""]
    for line in map(str.strip, text.splitlines()):
        if not line or _POINT.match(line):
            found.append("")
        found[-1] = f"{found[-1]} {bare(_POINT.sub('', line, count=1))}".strip()
    return tuple(filter(None, found))


def bare(line: str) -> str:
    """Return a line of Markdown as it is read."""
    return _MARKS.sub(r"\2", _LINK.sub(r"\1", BLOCK.sub("", line))).strip()

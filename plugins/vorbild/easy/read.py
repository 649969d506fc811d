"""From files to easy texts. What counts is the form of the file, not whether a schema knows it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from vorbild import source
from vorbild.diagnostics import Diagnostic, Span
from vorbild.language.checker import Exemption
from vorbild.language.reading import markdown, plain
from vorbild.source import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.text import Text
    from vorbild.source import Node

_FIELD = "easy"
_EXCEPTIONS, _PAGE_EXCEPTIONS = "exceptions", "easy_exceptions"
_NAMES = ("title", "term", "label")
# What has it has an explanation in easy language; what has none, in vocabularies, an easy label.
_EXPLAINED = "term"
# How the parts of an easy text follow each other on a page.
_PARTS = {"title": "# {}\n\n", "summary": "{}\n\n", "text": "{}\n"}
YAML, MARKDOWN = (".yml", ".yaml"), (".md", ".markdown")


@dataclass(frozen=True)
class Part:
    """A stretch of the source of a text: where it begins there, and where its first sign stands in the file.

    `block` says that its lines are lines of the file, all indented alike.
    """

    start: int
    span: Span
    block: bool = True


@dataclass(frozen=True)
class EasyText:
    """One easy text: what it is called, its words, its source, where that stands, and what stays as it is."""

    name: str
    text: Text
    source: str = field(repr=False)
    parts: tuple[Part, ...]
    exemptions: tuple[tuple[Exemption, Span], ...] = ()

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.parts[0].span.file

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.source))]

    def part(self, offset: int) -> Part:
        """Return the part in which the sign at `offset` of the text stands."""
        place = self.text.place(offset)
        return self.parts[max(bisect_right([part.start for part in self.parts], place) - 1, 0)]

    def span(self, offset: int) -> Span:
        """Return the place in the file of the sign at `offset` of the text."""
        place, part = self.text.place(offset), self.part(offset)
        line = bisect_right(self._line_starts, place) - bisect_right(self._line_starts, part.start)
        if line and not part.block:
            return part.span
        column = place - max(part.start, self._line_starts[bisect_right(self._line_starts, place) - 1])
        return Span(self.file, part.span.line + line, part.span.column + column)


def has_exceptions(text: str) -> bool:
    """Return whether the text of a file may list exceptions; to read it for nothing costs more than a look."""
    return _EXCEPTIONS in text


def readable(data: bytes, file: str, diagnostics: list[Diagnostic]) -> str | None:
    """Return the bytes of a file as text, or None after a finding. Only YAML has a limit of length."""
    limit = source.MAX_BYTES if file.endswith(YAML) else sys.maxsize
    return source.decode(data, file, diagnostics, limit)


def read(text: str, file: str, diagnostics: list[Diagnostic]) -> Iterator[EasyText]:
    """Yield the easy texts of a file: each `easy` of a YAML file, the whole of a Markdown page or plain file."""
    if file.endswith(YAML):
        document = source.parse(text.encode(), file)
        diagnostics += document.diagnostics
        if document.root is not None:
            yield from _of_node(document.root, file, text.split("\n"))
    elif file.endswith(MARKDOWN):
        yield _page(text, file, diagnostics)
    else:
        yield EasyText(file, plain(text), text, (Part(0, Span(file)),))


def _page(text: str, file: str, diagnostics: list[Diagnostic]) -> EasyText:
    head = source.FRONT_MATTER.match(text)
    exemptions: tuple[tuple[Exemption, Span], ...] = ()
    begin = 0
    if head:
        begin = head.end()
        document = source.parse(head[1].encode(), file)
        # The lines of the front matter begin behind its first fence.
        diagnostics += [Diagnostic(d.code, _below(d.span), d.params) for d in document.diagnostics]
        found = _exemptions(document.root, _PAGE_EXCEPTIONS)
        exemptions = tuple((exemption, _below(span)) for exemption, span in found)
    body = text[begin:]
    words = markdown(body)
    name = next((words.of(line) for line in words.lines), file)
    return EasyText(name, words, body, (Part(0, Span(file, text[:begin].count("\n") + 1)),), exemptions)


def _below(span: Span) -> Span:
    return Span(span.file, span.line + 1, span.column)


def _of_node(node: Node, file: str, lines: list[str], name: str = "") -> Iterator[EasyText]:
    """Yield the easy texts in `node`: the maps and texts of keys that are called easy."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _of_node(item, file, lines, name)
    if not isinstance(node, Mapping):
        return
    fields = {key.text: value for key, value in node.entries}
    own = next((value.text for key in _NAMES if isinstance(value := fields.get(key), Scalar)), name)
    for key, value in node.entries:
        if key.text != _FIELD:
            yield from _of_node(value, file, lines, own)
        elif isinstance(value, Mapping):
            yield _composed(value, own or file, lines)
        elif isinstance(value, Scalar):
            # A label stands like a heading on its page: it need not be a sentence.
            sign = "" if _EXPLAINED in fields else "# "
            written = sign + value.text
            yield EasyText(own or file, markdown(written), written, (_part(value, len(sign), lines),))


def _composed(node: Mapping, name: str, lines: list[str]) -> EasyText:
    """Return title, summary and text of an entry as one text, as they follow each other on its page."""
    fields = {key.text: value for key, value in node.entries}
    written, parts = "", []
    for key, form in _PARTS.items():
        value = fields.get(key)
        if isinstance(value, Scalar):
            before, _, after = form.partition("{}")
            parts.append(_part(value, len(written) + len(before), lines))
            written += before + value.text + after
    parts = parts or [Part(0, node.span)]
    return EasyText(name, markdown(written), written, tuple(parts), tuple(_exemptions(node, _EXCEPTIONS)))


def _part(value: Scalar, start: int, lines: list[str]) -> Part:
    """Return where the text of `value` stands: below its key for |, behind its quote, or as it is."""
    span = value.span
    sign = lines[span.line - 1][span.column - 1 : span.column] if span.line <= len(lines) else ""
    if sign == "|":
        below = next((line for line in lines[span.line :] if line.strip()), "")
        return Part(start, Span(span.file, span.line + 1, len(below) - len(below.lstrip(" ")) + 1))
    if sign and sign in "\"'":
        span = Span(span.file, span.line, span.column + 1)
    return Part(start, span, block=False)


def _exemptions(node: Node | None, key: str) -> Iterator[tuple[Exemption, Span]]:
    """Yield what the list `key` says is meant; what is incomplete is a finding of the schema."""
    fields = {name.text: value for name, value in node.entries} if isinstance(node, Mapping) else {}
    items = fields.get(key)
    for item in items.items if isinstance(items, Sequence) else ():
        if isinstance(item, Mapping):
            values = {name.text: value.text for name, value in item.entries if isinstance(value, Scalar)}
            exemption = Exemption(values.get("rule", ""), values.get("words", ""), values.get("reason", ""))
            yield exemption, item.span

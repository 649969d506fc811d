"""YAML as a tree of nodes with places. Scalars stay text: what 01067 or no mean, the schema decides.

The walk goes over parser events, so nothing is constructed, tags run nothing, and depth, aliases and size are bounded
before a tree exists. One mistake does not hide the next: the top-level part that holds a syntax error is blanked and
the rest is read again.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from vorbild.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Mapping_

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_FINDINGS = 100
MAX_REPAIRS = 25

HIDDEN = re.compile(
    "[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3164"
    "\ufe00-\ufe0e\ufeff\uffa0\U000e0000-\U000e007f]"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_TAB = re.compile(r"^ *+\t++[ \t]*+(?=\S)", re.MULTILINE)
_TOP_LEVEL = re.compile(r"^(?![\s#-])(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s:#][^:#\n]*?)[ \t]*:(?=\s|$)", re.MULTILINE)
FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|$)", re.DOTALL)
"""The head of a Markdown page with its fences; its YAML is the first group."""
_FIELD_ONLY = re.compile(r"\s*(- +)?[a-z_]+")
_PROBLEMS = (
    ("did not find expected alphabetic or numeric character", "yaml-special-character"),
    ("did not find expected comment or line break", "yaml-special-character"),
    ("found character that cannot start any token", "yaml-special-character"),
    ("unexpected end of stream", "yaml-quote"),
    ("unexpected document separator", "yaml-quote"),
    ("unknown escape character", "yaml-escape"),
    ("did not find expected hexdecimal number", "yaml-escape"),
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-key"),
    ("did not find expected key", "yaml-indentation"),
    ("did not find expected '-' indicator", "yaml-indentation"),
    ("block sequence entries are not allowed", "yaml-indentation"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("did not find expected node content", "yaml-bracket"),
)


@dataclass(frozen=True)
class Scalar:
    """A text as it stands; `plain` if it was written without quotes and so may be read as a number by others."""

    text: str
    plain: bool
    span: Span


@dataclass(frozen=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True)
class Mapping:
    """Keys and nodes in the order of the file; keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node = Scalar | Sequence | Mapping


@dataclass
class Document:
    """What was read of one file: the tree (None if there is none), what is wrong, and the lost top-level keys."""

    root: Mapping | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)


class Lines:
    """Turns an offset in a text into line and column."""

    def __init__(self, text: str, file: str) -> None:
        """Index the line starts of `text`."""
        self._file = file
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def span(self, offset: int) -> Span:
        """Return the place of `offset`."""
        line = bisect.bisect_right(self._starts, offset)
        return Span(self._file, line, offset - self._starts[line - 1] + 1)


def parse(data: bytes, file: str) -> Document:
    """Read the YAML bytes of one file; `file` is its path relative to the project root. Never raises for bad input."""
    document = Document()
    text = decode(data, file, document.diagnostics)
    if text is None:
        return document
    text = _scan(text, file, document.diagnostics)
    visible = frozenset(HIDDEN.findall(text))
    widened: dict[int, int] = {}
    for _ in range(MAX_REPAIRS):
        builder = _Builder(file, visible, widened)
        try:
            document.root = builder.build(text)
        except yaml.YAMLError as error:
            # A tab inside a block of text is harmless, so tabs count only if the parser tripped.
            tabs = list(_TAB.finditer(text))[:MAX_FINDINGS]
            if tabs:
                lines = Lines(text, file)
                document.diagnostics += [
                    Diagnostic("yaml-tab", lines.span(m.start() + m.group().index("\t"))) for m in tabs
                ]
                widened = {lines.span(m.start()).line: m.group().count("\t") for m in _TAB.finditer(text)}
                text = _TAB.sub(lambda match: match.group().replace("\t", "  "), text)
                continue
            finding = _problem(error, file, text, widened)
            document.diagnostics.append(finding)
            repaired, key = _blank(text, finding.span.line)
            if key is None:
                return document
            document.lost.add(key)
            text = repaired
        else:
            # What is empty because its parts could not be read is not empty for the editor.
            document.diagnostics += [d for d in builder.diagnostics if not (document.lost and d.code == "yaml-empty")]
            return document
    return document


def syntax_error(text: str, file: str) -> Diagnostic | None:
    """Return the first syntax error of a YAML text whose content is not ours to judge, or None."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        return _problem(error, file, text)
    return None


def decode(data: bytes, file: str, diagnostics: list[Diagnostic], limit: int = MAX_BYTES) -> str | None:
    """Return `data` as text with plain line ends, or None after a finding when it is over `limit` or not UTF-8."""
    if len(data) > limit:
        diagnostics.append(Diagnostic("file-too-large", Span(file), {"size": str(len(data) // 1000)}))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line_start = before.rfind(b"\n") + 1
        span = Span(file, before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1)
        diagnostics.append(Diagnostic("encoding", span))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def hidden_characters(text: str, file: str) -> Iterator[Diagnostic]:
    """Yield a finding for each invisible or direction-changing character in `text`."""
    lines = Lines(text, file)
    for match in HIDDEN.finditer(text):
        yield Diagnostic("hidden-character", lines.span(match.start()), {"character": f"U+{ord(match.group()):04X}"})


def _scan(text: str, file: str, diagnostics: list[Diagnostic]) -> str:
    """Report what can be seen before parsing, and return the text without what would stop the parser."""
    lines = Lines(text, file)
    for match in list(_CONTROL.finditer(text))[:MAX_FINDINGS]:
        params = {"character": f"U+{ord(match.group()):04X}"}
        diagnostics.append(Diagnostic("control-character", lines.span(match.start()), params))
    text = _CONTROL.sub(" ", text)
    diagnostics += list(hidden_characters(text, file))[:MAX_FINDINGS]
    return text


def _problem(error: yaml.YAMLError, file: str, text: str, widened: Mapping_[int, int] | None = None) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or error)
    code = next((code for words, code in _PROBLEMS if words in problem), "yaml-syntax")
    if code in {"yaml-quote", "yaml-bracket", "yaml-key", "yaml-special-character"} and context is not None:
        mark = context
    if mark is None:
        return Diagnostic(code, Span(file))
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1)
    # The parser often notices only on the line after; a place behind the last line helps nobody.
    while line > 0 and not lines[line].strip():
        line -= 1
    column = mark.column + 1 if line == mark.line else len(lines[line]) + 1
    code, column = _nearer(code, lines[line], min(column, len(lines[line]) + 1))
    column = max(1, column - (widened or {}).get(line + 1, 0))
    return Diagnostic(code, Span(file, line + 1, column), {"excerpt": lines[line].strip()[:60]})


def _nearer(code: str, line: str, column: int) -> tuple[str, int]:
    """Return what an editor would call the mistake at `column` of `line`, and where it begins."""
    before = line[: column - 1]
    if code == "yaml-indentation" and before.strip():
        # Not at the beginning of a line: the text goes on behind a quote or bracket, or begins like a list.
        return ("yaml-special-character" if line[column - 1 : column] == "-" else "yaml-rest"), column
    if code == "yaml-colon" and _FIELD_ONLY.fullmatch(before):
        # A field of its own, which stands so far to the right that it continues the text above.
        return "yaml-indentation", len(before) - len(before.lstrip()) + 1
    return code, column


def _blank(text: str, line: int) -> tuple[str, str | None]:
    """Return the text without the top-level part around `line`, and that part's key; (text, None) if there is none."""
    starts = [(text.count("\n", 0, match.start()) + 1, match) for match in _TOP_LEVEL.finditer(text)]
    before = [item for item in starts if item[0] <= line]
    if not before:
        return text, None
    first, match = before[-1]
    last = next((start for start, _ in starts if start > first), text.count("\n") + 2)
    lines = text.split("\n")
    lines[first - 1 : last - 1] = [""] * (last - first)
    return "\n".join(lines), match.group().rstrip().rstrip(":").strip("\"' ")


class _Builder:
    """Builds the tree of one document from parser events."""

    def __init__(self, file: str, visible: frozenset[str], widened: Mapping_[int, int]) -> None:
        """Take the hidden characters that the scan of the raw text has reported already.

        `widened` are the lines whose tabs became two spaces, each with their number.
        """
        self.file = file
        self._widened = widened
        self.diagnostics: list[Diagnostic] = []
        self._visible = visible

    def build(self, text: str) -> Mapping | None:
        self._last = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        self._events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._report("yaml-documents", self._span(event))
                break
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
                if root is None:
                    return None
        if isinstance(root, Mapping):
            return root
        if root is None or (isinstance(root, Scalar) and not root.text):
            self._report("yaml-empty", Span(self.file))
        else:
            self._report("yaml-root", root.span)
        return None

    def _node(self, event: yaml.Event, depth: int) -> Node | None:
        """Return the node that begins with `event`; None once too deep, or after too many findings, to go on."""
        span = self._span(event)
        if depth > MAX_DEPTH:
            self._report("yaml-depth", span, limit=str(MAX_DEPTH))
            return None
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self._report("yaml-alias", span)
            if len(self.diagnostics) > MAX_FINDINGS:
                return None
        if isinstance(event, yaml.AliasEvent):
            return Scalar("", plain=False, span=span)
        tag = event.tag if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) else None
        if tag is not None and tag != "!":
            self._report("yaml-tag", span, tag=tag.replace("tag:yaml.org,2002:", "!!"))
        if isinstance(event, yaml.ScalarEvent):
            # Escapes such as "\u202e" in quoted text are not seen by a search in the raw file.
            if event.style == '"':
                for character in sorted(set(HIDDEN.findall(event.value)) - self._visible):
                    self._report("hidden-character", span, character=f"U+{ord(character):04X}")
            return Scalar(event.value, plain=not event.style, span=span)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(span, depth)
        return self._mapping(span, depth)

    def _sequence(self, span: Span, depth: int) -> Sequence | None:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item = self._node(event, depth + 1)
            if item is None:
                return None
            items.append(item)
        return Sequence(tuple(items), span)

    def _mapping(self, span: Span, depth: int) -> Mapping | None:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            value = None if key is None else self._node(next(self._events), depth + 1)
            if key is None or value is None:
                return None
            if not isinstance(key, Scalar):
                self._report("yaml-key", key.span, excerpt="…")
            elif key.text in entries:
                first = entries[key.text][0].span.line
                self._report("yaml-duplicate-key", key.span, key=key.text, first=str(first))
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), span)

    def _report(self, code: str, span: Span, **params: str) -> None:
        self.diagnostics.append(Diagnostic(code, span, params))

    def _span(self, event: yaml.Event) -> Span:
        mark = event.start_mark
        if mark is None:
            return Span(self.file)
        # Behind the last line the parser sees one more, which no editor shows.
        line, column = min((mark.line + 1, mark.column + 1), self._last)
        return Span(self.file, line, max(1, column - self._widened.get(line, 0)))

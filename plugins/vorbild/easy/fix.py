"""Safe changes to the files of easy texts: those that keep the meaning whatever the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vorbild.easy.read import MARKDOWN, read
from vorbild.language.checker import findings
from vorbild.language.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vorbild.easy.read import EasyText
    from vorbild.language.context import Context

_MARKER = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?")


# A line with many sentences is cut once in each round; no text needs more rounds than this.
_ROUNDS = 100


@dataclass(frozen=True, order=True)
class Edit:
    """A change to the text of a file: from `start` to `end` (in signs), and what stands there then."""

    start: int
    end: int
    written: str


def mend(content: str, file: str, context: Context) -> tuple[str, int]:
    """Return the text of a file with all safe changes made, and how many there were."""
    count = 0
    for _ in range(_ROUNDS):
        edits = [edit for easy in read(content, file, []) for edit in _apart(_edits(easy, context, content))]
        if not edits:
            break
        count += len(edits)
        for edit in sorted(edits, reverse=True):
            content = content[: edit.start] + edit.written + content[edit.end :]
    return content, count


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the changes in order without those that begin inside another; the next round finds them again."""
    end = 0
    for edit in sorted(edits):
        if edit.start >= end:
            yield edit
            end = edit.end


def _edits(easy: EasyText, context: Context, content: str) -> Iterator[Edit]:
    starts = [0, *(match.end() for match in re.finditer("\n", content))]
    for found in findings(easy.text, context, [exemption for exemption, _ in easy.exemptions]):
        if not (found.proposal and rules()[found.code].safe):
            continue
        span = easy.span(found.start)
        start = starts[span.line - 1] + span.column - 1
        # What is marked up inside, or written with escapes, is not the same in the file: it is left to the editor.
        words = re.escape(easy.text.text[found.start : found.end]).replace("\\\n", r"\n[ \t]*")
        match = re.compile(words).match(content, start)
        marker = _MARKER.match(content, starts[span.line - 1])
        if match and marker and (easy.part(found.start).block or "\n" not in found.proposal):
            # Pages are read by a Markdown in which a line ends only behind two spaces.
            end = "  \n" if easy.file.endswith(MARKDOWN) else "\n"
            indent = " " * (marker.end() - marker.start())
            yield Edit(start, match.end(), found.proposal.replace("\n", end + indent))

"""Prose is CommonMark without raw HTML, with links that work from every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic, Span
from vorbild.entries.markdown import problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `raw-html`, `markdown-link` and `markdown-image`."""
    for entry in library.entries:
        for field, value, path in entry.walk():
            if not field.markdown or not isinstance(value, str):
                continue
            start = entry.positions.value(path)
            block = "\n" in value  # written with | below the key
            for code, line, params in problems(value):
                where = Span(start.file, start.line + line + 1, 1) if block else start
                yield Diagnostic(code, where, {"label": field.title, **params})

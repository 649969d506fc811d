"""„Geprüft“ says only what a test group has read."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library

CHECKED = "checked"


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `easy-unproven` for a checked text without who and when, `easy-future` for a day that is yet to come."""
    for entry in library.entries:
        easy, field = entry.easy, entry.schema.role("easy")
        if easy is None or field is None:
            continue
        by, on = str(easy.get("checked_by") or ""), str(easy.get("checked_on") or "")
        if easy.get("status") == CHECKED and not (by and on):
            yield Diagnostic("easy-unproven", entry.positions.value((field.name, "status")))
        elif future(on):
            yield Diagnostic("easy-future", entry.positions.value((field.name, "checked_on")), {"text": on})


def future(day: str) -> bool:
    """Return whether an ISO date, month or year has not begun yet where this runs."""
    today = datetime.now().astimezone().date().isoformat()
    return day > today[: len(day)]

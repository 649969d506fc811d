"""„Geprüft“ says only what a test group has read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `easy-unproven` for a checked text without who and when."""
    for entry in library.entries:
        easy, field = entry.easy, entry.schema.role("easy")
        if easy is None or field is None or easy.get("status") != "checked":
            continue
        if not easy.get("checked_by") or not easy.get("checked_on"):
            yield Diagnostic("easy-unproven", entry.positions.value((field.name, "status")))

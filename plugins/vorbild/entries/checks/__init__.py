"""Checks that need more than one value: one rule a file, each a function `check(library, root)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.entries.checks import (
    accessibility,
    easy,
    enforcement,
    lineage,
    matching,
    media,
    numbers,
    period,
    prose,
    references,
    series,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.diagnostics import Diagnostic
    from vorbild.entries.model import Library

_CHECKS = (references, lineage, media, period, numbers, series, prose, easy, accessibility, enforcement, matching)


def check(library: Library, root: Path) -> Iterator[Diagnostic]:
    """Yield what all rules find in `library`; `root` is the project folder."""
    for rule in _CHECKS:
        yield from rule.check(library, root)

"""Indicators with the same label form a series: one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `series-unit` where a unit differs from the first one of its series."""
    for entry in library.entries:
        for field, value, path in entry.walk():
            if field.view != "indicators" or not isinstance(value, list):
                continue
            units: dict[str, str] = {}
            for index, point in enumerate(value):
                label, unit = str(point.get("label", "")), str(point.get("unit", ""))
                if units.setdefault(label, unit) != unit:
                    where = entry.positions.value((*path, index))
                    yield Diagnostic(
                        "series-unit", where, {"label": label, "unit": unit or "–", "first": units[label] or "–"}
                    )

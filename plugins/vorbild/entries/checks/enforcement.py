"""Each state is listed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `duplicate-concept` for a state that is listed again."""
    single, seen = library.enforcement, set()
    for index, one in enumerate(single.values.get("jurisdictions", ()) if single else ()):
        name = str(one.get("id", "")) if isinstance(one, dict) else ""
        if single and name in seen:
            yield Diagnostic("duplicate-concept", single.positions.value(("jurisdictions", index, "id")), {"id": name})
        seen |= {name} - {""}

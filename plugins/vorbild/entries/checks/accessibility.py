"""The accessibility statement claims no more than was tested, and does not grow old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library

_YEAR = 4


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield a claim that the file itself contradicts, one that it does not explain, and a review of long ago.

    The newest review of an entry stands for today, so that the same content gives the same findings on every day.
    """
    single = library.accessibility
    if single is None:
        return
    status, positions = single.values.get("status"), single.positions
    barriers, untested = len(single.maps("barriers")), len(single.maps("untested"))
    people = sum(test.get("by") in {"expert", "users"} for test in single.maps("tests"))
    if status == "full" and (barriers or untested or not people):
        params = {"barriers": str(barriers), "untested": str(untested), "people": str(people)}
        yield Diagnostic("statement-claim", positions.value(("status",)), params)
    if status in {"partial", "none"} and not barriers and not untested:
        yield Diagnostic("statement-unexplained", positions.value(("status",)))
    first, reviewed = (str(single.values.get(name, "")) for name in ("first_published", "reviewed_on"))
    if first and reviewed and reviewed < first:
        yield Diagnostic("end-before-start", positions.value(("reviewed_on",)), {"start": first, "end": reviewed})
    if reviewed and f"{int(reviewed[:_YEAR]) + 1:04}{reviewed[_YEAR:]}" < library.updated:
        params = {"reviewed": reviewed, "newest": library.updated}
        yield Diagnostic("statement-outdated", positions.value(("reviewed_on",)), params)

"""„Passt das zu uns?“ compares fields that exist and that can be compared so, each under a name of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic
from vorbild.entries.model import PRACTICE
from vorbild.schema import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library
    from vorbild.schema import Field

_LIMIT = "limit"
_NUMBERS = frozenset({"integer", "number"})


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `matching-field` for a field that is not there or not fit to be compared, and `duplicate-concept`."""
    single = library.matching
    if single is None:
        return
    fields = {".".join(field.path): field for field in library.schemas[PRACTICE].root.walk()}
    ties, facets = single.values.get("ties"), [name for name, field in fields.items() if field.facet]
    if ties and ties not in facets:
        yield Diagnostic("matching-field", single.positions.value(("ties",)), _params(str(ties), facets))
    seen: set[str] = set()
    for index, one in enumerate(single.values.get("criteria", ())):
        if not isinstance(one, dict):
            continue
        name, compare, key = (str(one.get(part, "")) for part in ("field", "compare", "id"))
        fit = [path for path, field in fields.items() if _fit(field, compare)]
        if name and name not in fit:
            yield Diagnostic("matching-field", single.positions.value(("criteria", index, "field")), _params(name, fit))
        if key in seen:
            yield Diagnostic("duplicate-concept", single.positions.value(("criteria", index, "id")), {"id": key})
        seen |= {key} - {""}


def _fit(field: Field, compare: str) -> bool:
    """Tell whether the field can be compared: it has a vocabulary, or is a number that has a limit."""
    return field.vocabulary is not None or (compare == _LIMIT and field.kind in _NUMBERS)


def _params(field: str, fit: list[str]) -> dict[str, str]:
    return {"field": field, "near": nearest(field, fit, 0.5) or ", ".join(fit)}

"""Nobody is the model of her own model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic
from vorbild.entries.model import PRACTICE
from vorbild.schema import example_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `missing-field` for a model without a name, and `lineage-circle` once for each circle."""
    for entry in library.practices:
        field = entry.schema.role("lineage")
        name = field.child("name") if field else None
        for index, item in enumerate(entry.role("lineage") or ()):
            if field and name and not item.get("practice") and not item.get("name"):
                params = {"inside": field.title, "label": name.title, "key": name.name, "example": example_of(name)}
                yield Diagnostic("missing-field", entry.positions.value((field.name, index)), params)
    models = {
        entry.slug: [
            item["practice"] for item in entry.role("lineage") or () if library.find(PRACTICE, item.get("practice", ""))
        ]
        for entry in library.practices
    }
    done: set[str] = set()
    for slug in models:
        trail: list[str] = []
        circle = _circle(slug, models, done, trail)
        if circle and len(circle) > 1:
            first = library.find(PRACTICE, min(circle))
            field = first.schema.role("lineage") if first else None
            if first and field:
                yield Diagnostic(
                    "lineage-circle", first.positions.key((field.name,)), {"trail": " → ".join([*circle, circle[0]])}
                )


def _circle(start: str, models: dict[str, list[str]], done: set[str], trail: list[str]) -> list[str] | None:
    """Follow the models from `start` without recursion; return the first circle met, or None."""
    stack = [(start, iter(models.get(start, ())))]
    if start in done:
        return None
    trail.append(start)
    while stack:
        slug, rest = stack[-1]
        following = next(rest, None)
        if following is None:
            done.add(slug)
            trail.pop()
            stack.pop()
        elif following in trail:
            circle = trail[trail.index(following) :]
            done.update(trail)
            return circle
        elif following not in done:
            trail.append(following)
            stack.append((following, iter(models.get(following, ()))))
    return None

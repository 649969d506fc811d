"""Nobody is the model of her own model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic
from vorbild.entries.model import PRACTICE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `lineage-circle` once for each circle, at its entry with the first slug."""
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
            entry = library.find(PRACTICE, min(circle))
            field = entry.schema.role("lineage") if entry else None
            if entry and field:
                yield Diagnostic(
                    "lineage-circle", entry.positions.key((field.name,)), {"trail": " → ".join([*circle, circle[0]])}
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

"""A slug that names another entry must name one that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic
from vorbild.schema import nearest
from vorbild.slug import SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.entries.model import Library


def check(library: Library, root: Path) -> Iterator[Diagnostic]:  # noqa: ARG001 - one signature for all rules
    """Yield `dead-reference` and `self-reference`."""
    for entry in library.entries:
        for field, value, path in entry.walk():
            kind = field.raw.get("x-reference")
            if kind is None or not isinstance(value, str):
                continue
            if field.raw.get("x-reference-or-link") and value.startswith(("https://", "http://")):
                continue
            where = entry.positions.value(path)
            if value == entry.slug and kind == entry.kind:
                yield Diagnostic("self-reference", where, {"label": field.title, "slug": value})
            elif library.find(kind, value) is None and (kind, value) not in library.unread:
                near = _nearest(value, [other.slug for other in library.of(kind)])
                yield Diagnostic("dead-reference", where, {"label": field.title, "slug": value, "near": near})


def _nearest(slug: str, slugs: list[str]) -> str:
    """Return the slug that `slug` probably means, else the first few there are."""
    if (close := nearest(slug, slugs, 0.5)) is not None:
        return close
    related = [other for other in slugs if SLUG.fullmatch(slug) and (slug in other or other in slug)]
    return related[0] if related else ", ".join(slugs[:5]) + (" …" if len(slugs) > 5 else "")  # noqa: PLR2004

"""Idioms and metaphors say something else than their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield the listed idioms with what they mean."""
    for found in phrases(text, "idioms"):
        yield Hit(found.start, found.end, params={"instead": found.meaning})

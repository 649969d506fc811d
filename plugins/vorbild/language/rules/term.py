"""Words of the glossary that nothing explains where they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.terms import Use
    from vorbild.language.text import Text


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield the first use of each term without explanation; a site explains those in running text by itself."""
    lines = [text.of(line) for line in text.lines]
    uses: dict[str, list[tuple[int, Use]]] = {}
    for number, line in enumerate(lines):
        for use in context.terms.uses(line):
            uses.setdefault(use.term.term, []).append((number, use))
    for found in uses.values():
        if any(context.terms.explained(lines, number, use.term) for number, use in found):
            continue
        # A label has no text below it that could explain anything.
        if all(line.kind is Kind.HEADING for line in text.lines):
            continue
        in_headings = all(text.lines[number].kind is Kind.HEADING for number, _ in found)
        if in_headings or not context.explains:
            number, use = found[0]
            start = text.lines[number].start
            yield Hit(start + use.start, start + use.end, variant="heading" if context.explains else "")

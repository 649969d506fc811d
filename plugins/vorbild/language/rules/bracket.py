"""Brackets interrupt a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.literals import without_literals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Text

# A pair, with one more level inside; or one that is never closed, up to the end of its line.
_BRACKET = re.compile(r"[(\[{](?:[^()\[\]{}]|[(\[{][^()\[\]{}]*[)\]}]){0,400}[)\]}]|[(\[{][^()\[\]{}\n]*")
_ENDING = re.compile(r"\b\w+\([^\W\d_]{1,6}\)\w*")
# A mark of a footnote, a box to tick, (c) and the label of a point.
_NO_INSERTION = re.compile(r"\[\d{0,3}\]|\[[ xX]\]|\[…\]|\([crCR]\)")
_LABEL = re.compile(r"^\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?= )", re.MULTILINE)
# „Ein (1) Spieler“: some write the digit behind the word, so that nobody takes the number for an article.
_NUMBER = re.compile(r"\(\d{1,3}\)")
_EMOTICON = re.compile(r"(?<!\w)[:;=]['’]?-?[()\[\]]+")


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each pair of brackets with what is in it, and words with an ending in brackets."""
    free = without_literals(text.text)
    for known in (_LABEL, _EMOTICON):
        free = known.sub(lambda match: " " * len(match[0]), free)
    endings = [match.span() for match in _ENDING.finditer(free)]
    for start, end in endings:
        yield Hit(start, end, variant="ending")
    for match in _BRACKET.finditer(free):
        if _NO_INSERTION.fullmatch(match[0]) or any(start <= match.start() < end for start, end in endings):
            continue
        # What was written as it is may stand in brackets too: (www.beispiel.de).
        end = match.start() + len(match[0].rstrip())
        yield Hit(match.start(), end, variant=_variant(text.text, match.start(), end))


def _variant(text: str, start: int, end: int) -> str:
    if _NUMBER.fullmatch(text[start:end]):
        return "number"
    return "line" if _own_line(text, start, end) else ""


def _own_line(text: str, start: int, end: int) -> bool:
    """Return whether nothing but the brackets stands in their line: they interrupt no sentence."""
    line_end = text.find("\n", end)
    before, after = text[text.rfind("\n", 0, start) + 1 : start], text[end : line_end if line_end >= 0 else len(text)]
    return not before.strip() and not after.strip(" .")

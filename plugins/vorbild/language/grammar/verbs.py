"""Readings of a verb's form in running text, where old spellings and joined prefixes occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language import lexicon
from vorbild.language.grammar.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.language.lexicon import VerbForm


def readings(form: str) -> tuple[VerbForm, ...]:
    """Return the readings of `form`, in small letters, as a verb; () if neither it nor its parts are listed.

    Forms from before 1996 (müßte) are read as today's, forms with their prefix before them (aufbrächte) as those of
    the verb with it.
    """
    return next((found for one in _spellings(form) if (found := lexicon.verb(one))), ())


def _spellings(form: str) -> Iterator[str]:
    yield form
    yield form.replace("ß", "ss")
    for prefix in words("verb_prefixes"):
        if form.startswith(prefix):
            yield form.removeprefix(prefix)

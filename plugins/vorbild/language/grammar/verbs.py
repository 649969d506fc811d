"""Readings of a verb's form in running text, where old spellings and joined prefixes occur."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vorbild.language import lexicon
from vorbild.language.grammar.words import words

if TYPE_CHECKING:
    from vorbild.language.lexicon import VerbForm

# handele for handle: the e before l may stay (Duden, Die Grammatik: „e-Tilgung“).
_FULL_ENDING = re.compile(r"e([lr])e$")


@cache
def readings(form: str) -> tuple[VerbForm, ...]:
    """Return the readings of `form`, in small letters, as a verb; () if neither it nor its parts are listed.

    The spelling from before 1996 (müßte) and today's (müsste) read the same, as some are listed in one of them only.
    „Handele“ is listed as „handle“. Forms with their prefix before them (aufbrächte) are read as those of the verb
    with it.
    """
    spellings = (form, form.replace("ß", "ss"), form.replace("ss", "ß"), _FULL_ENDING.sub(r"\1e", form))
    return next(filter(None, map(lexicon.verb, spellings)), ()) or _prefixed(form)


def _prefixed(form: str) -> tuple[VerbForm, ...]:
    """Return the readings of what follows the longest prefix; after some the participle has no ge-: umschrieben."""
    for prefix in sorted(filter(form.startswith, words("verb_prefixes")), key=len, reverse=True):
        rest = form.removeprefix(prefix)
        with_ge = lexicon.verb(f"ge{rest}") if prefix in words("inseparable_too") else ()
        found = (*lexicon.verb(rest), *(reading for reading in with_ge if reading.form == "pp"))
        if found:
            return found
    return ()

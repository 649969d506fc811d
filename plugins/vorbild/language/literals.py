"""Stretches of a text that are no words to simplify: addresses, accounts, telephone numbers, files, quotations."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from vorbild.language.lists import lists

_PATH = r"[^\s<>„“”\"]*[^\s<>„“”\".,:;!?)]"
# An address is looked for only where a run of its signs begins: to try each place costs the square of the length.
WEB = rf"(?:https?://|www\.){_PATH}|(?<!\w)(?<!\w[.-])\b(?:[\w-]++\.)+(?:de|com|org|net|eu|info|at|ch|berlin)\b(?:/(?:{_PATH})?)?"
EMAIL = r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
# An area code with a zero, perhaps in brackets, or one of a country; then at least three digits in any grouping.
PHONE = (
    r"(?<![\d.])(?:(?:\+|\b00)[1-9]\d{0,2}[ \d()/–-]{5,}\d"
    r"|\(0[ \d]{1,6}\)[ /–-]*\d[ \d/–-]+\d|\b0(?: ?\d){1,5} ?[ /–-] ?\d(?:[ /–-]{0,3}\d){2,})(?![\d:])"
)
"""Sources of regular expressions."""

_HANDLE = r"(?<![\w.])@\w[\w.]*\w"
_FILE = (
    r"(?<!\w)(?<!\w-)\b[\w-]++\.(?:pdf|docx?|xlsx?|pptx?|odt|jpe?g|png|svg|md|ya?ml|html?|zip|csv|json|py|txt|mp[34])\b"
)
_BANK = r"\b[A-Z]{2}\d{2}(?: ?\d{4}){4,}(?: ?\d{1,2})?\b"
_LITERAL = re.compile(f"{EMAIL}|{WEB}|{_HANDLE}|{_FILE}|{_BANK}|{PHONE}")
# Signs: where a closing mark is missing, not all of a long line is searched for it from each opening one.
_QUOTATION = "{0,2000}"
QUOTED = re.compile(
    rf"„[^“”\n]{_QUOTATION}[“”]|»[^«\n]{_QUOTATION}«|«[^»\n]{_QUOTATION}»|‚[^‘’\n]{_QUOTATION}[‘’]|\"[^\"\n]{_QUOTATION}\""
)


@cache
def streets() -> str:
    """Return what finds a street with its number, as the source of a regular expression."""
    kinds = "|".join(rf"[{kind[0].upper()}{kind[0]}]{re.escape(kind[1:])}" for kind in lists("addresses")["streets"])
    return rf"\b(?:[A-ZÄÖÜ][\w.-]{{0,40}}[ -])?(?:[A-ZÄÖÜ][\w-]{{0,40}})?(?:{kinds})[ \u00a0]\d{{1,4}}(?: ?[a-z])?\b"


# Many rules ask about one text in turn.
@lru_cache(maxsize=1)
def without_literals(text: str) -> str:
    """Return `text` with spaces for all that must be written as it is, so that each other sign keeps its place."""
    return _LITERAL.sub(_blank, text)


def without_quotations(text: str) -> str:
    """Return `text` with spaces for what stands in quotation marks: the words of others, and names of works."""
    return QUOTED.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])

"""Tags that HanTa gives and the word lists contradict."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from vorbild.language import lexicon
from vorbild.language.grammar.verbs import readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.tokens import Token

# After these a word with a capital is a noun: eine Liege.
_BEFORE_NOUNS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIS", "ADJ(A)", "APPRART"})


def corrected(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with those tags changed that cannot be, by the forms that are listed."""
    if not tokens:
        return ()
    return (_verb(tokens[0]), *(_verb(_noun(before, token)) for before, token in pairwise(tokens)))


def _noun(before: Token, token: Token) -> Token:
    """Return a verb as a noun if it has a capital, stands where nouns stand and is one."""
    if token.tag[:1] == "V" and token.text[:1].isupper() and before.tag in _BEFORE_NOUNS and lexicon.noun(token.text):
        return replace(token, tag="NN", find_lemma=lambda: token.text)
    return token


def _verb(token: Token) -> Token:
    """Return a participle as a finite verb if its form is known and none of a participle: umgeht."""
    if token.tag != "VV(PP)":
        return token
    forms = {reading.form for reading in readings(token.lower)}
    return replace(token, tag="VV(FIN)") if forms and not forms & {"pp", "inf"} else token

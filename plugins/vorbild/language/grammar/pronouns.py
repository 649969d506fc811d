"""Pronouns and adjectives in the genitive that stand without a noun: das Wohl aller, das Leben Behinderter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language import lexicon
from vorbild.language.grammar.noun_phrases import NOUNS
from vorbild.language.grammar.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.tokens import Token

# Before them -er belongs to a phrase that goes on: aller guten Menschen.
_GO_ON = NOUNS | frozenset({"ADJ(A)", "CARD", "PIAT", "ADV", "ADJ(D)"})


def is_genitive_pronoun(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the word at `place` is genitive by itself (wessen) or by its neighbours (das Wohl aller)."""
    token = tokens[place]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.lower == "dessen":
        return after is not None and after.text == ","  # das Ende dessen, was war
    before = tokens[place - 1].tag if place else ""
    alone = before in NOUNS and (after is None or after.tag not in _GO_ON)
    if token.tag in ("NNA", "ADJ(A)"):
        return alone and before in ("NN", "NNI") and token.text[:1].isupper() and is_declined(token)
    return token.lower in words("genitive_pronouns") or (alone and token.lower in words("pronouns_on_er"))


def is_declined(token: Token) -> bool:
    """Return whether the word with a capital is an adjective on -er (Deutscher, Hunderter), as Berliner is not."""
    base = token.lower.removesuffix("er")
    listed = base in lexicon.adjectives() or any(reading.form == "pp" for reading in lexicon.verb(base))
    return token.lower in words("numbers_on_er") or (base != token.lower and listed)

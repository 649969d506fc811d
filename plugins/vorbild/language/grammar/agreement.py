"""What a noun phrase can be, judged by the endings of its words and the listed forms of its noun together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.grammar import nouns
from vorbild.language.grammar.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.grammar.noun_phrases import NounPhrase
    from vorbild.language.lexicon import NounForm
    from vorbild.language.tokens import Token

NOMINATIVE, FEMININE, PLURAL = "masculine nominative", "feminine dative or genitive", "plural genitive"
_ALL = frozenset({NOMINATIVE, FEMININE, PLURAL})
# Of „einer“ and „jeder“ there is no plural.
_SINGULAR = frozenset({"ein", "jed"})


def stem(token: Token) -> str:
    """Return a determiner without its ending of two letters, in small letters: mein of meiner and meines."""
    return token.lower[:-2]


def shows_genitive(head: Token) -> bool:
    """Return whether the noun is masculine or neuter genitive after „dieses“ or „letzten“, and nothing else."""
    forms = nouns.readings(head.text)
    if not forms:
        return head.text.endswith("s") and head.lemma in (head.text[:-1], head.text[:-2])
    if head.text.endswith("s") and any(form.number == "p" for form in forms):
        return False  # Autos
    singular = {form for form in forms if form.number == "s"}
    return any(form.case == "g" and form.gender != "f" for form in singular) and not any(
        form.case in "na" and form.gender in "nx" for form in singular
    )


def ends_on_s_anyway(head: Token) -> bool:
    """Return whether the noun's -s does not tell the case: Luchs, Zyklus."""
    return any(form.case == "n" and form.number == "s" for form in nouns.readings(head.text))


def meanings_of_er(tokens: Sequence[Token], phrase: NounPhrase) -> frozenset[str]:
    """Return what a phrase whose first word ends in -er (der, meiner, alter) can be: some of the three above."""
    possible = _ALL if phrase.determiner is None else _by_determiner(tokens, phrase, tokens[phrase.determiner])
    # Where no reading fits, the noun is another than the listed one, often a name: der Panthers, der Premier League.
    return possible & _listed(tokens, phrase.head) or possible


def _listed(tokens: Sequence[Token], head: int) -> frozenset[str]:
    """Return what the noun can be; it may be the first of a name that is feminine: der Montag Stiftung."""
    found = frozenset(_meaning(form) for form in nouns.readings(tokens[head].text))
    if head + 1 < len(tokens) and tokens[head + 1].tag == "NN":
        return found | {_meaning(form) for form in nouns.readings(tokens[head + 1].text)} & {FEMININE}
    return found


def _by_determiner(tokens: Sequence[Token], phrase: NounPhrase, determiner: Token) -> frozenset[str]:
    adjectives = [tokens[place] for place in (*phrase.adjectives, phrase.head) if tokens[place].tag == "ADJ(A)"]
    endings = {adjective.lower[-2:] for adjective in adjectives}
    if "en" not in endings and any(ending.endswith("e") for ending in endings):
        return frozenset({NOMINATIVE})  # der alte
    excluded = {NOMINATIVE, FEMININE} if determiner.lower in words("plural_only") else set()
    if "en" in endings or stem(determiner) in words("possessives"):
        excluded.add(NOMINATIVE)
    if stem(determiner) in _SINGULAR:
        excluded.add(PLURAL)
    return _ALL - excluded


def _meaning(form: NounForm) -> str:
    if form.number == "p":
        return PLURAL if form.case == "g" else ""
    if form.case == "n" and form.gender in "mx":
        return NOMINATIVE
    return FEMININE if form.case in "dg" and form.gender in "fx" else ""

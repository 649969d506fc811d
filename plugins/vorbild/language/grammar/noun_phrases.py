"""Noun phrases: a determiner, what describes the noun, and the noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.tokens import Token

_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PPOSS", "PIS", "PDS"})
# Those of them that may stand for themselves: nothing nested follows (unter anderem mit …).
_PRONOUNS = frozenset({"PIS", "PDS"})
# Nouns, names, verbs and adjectives as nouns (das Essen, die Kranken).
NOUNS = frozenset({"NN", "NE", "NNI", "NNA"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
# Between determiner and noun: die sehr alten und schönen 3 Häuser.
_INNER = frozenset({"ADJ(A)", "CARD", "ADV", "ADJ(D)", "PTKNEG", "KON", "TRUNC", "$(", "PIAT", "PIDAT", "PTKA", "PRF"})
_STOPS = frozenset(",.;:!?()")
# Verbs and ends of sentences.
_NEVER_INSIDE = frozenset({"VV", "VA", "VM", "$."})
# In tokens; a longer one is a mistake.
_LONGEST = 12


class NounPhrase(NamedTuple):
    """Places of its first token and of its noun, of its adjectives in between, and its determiner's, if it has one."""

    start: int
    head: int
    adjectives: tuple[int, ...]
    determiner: int | None


def noun_phrases(tokens: Sequence[Token]) -> Iterator[NounPhrase]:
    """Yield the noun phrases that begin with a determiner, an adjective or the noun itself, from left to right.

    A phrase inside another (die [von der Stadt] gebaute Rampe) comes after it.
    """
    taken = -1
    for place, token in enumerate(tokens):
        if token.tag in _DETERMINERS:
            phrase = _from(tokens, place, place)
        elif place > taken and (_is_adjective(tokens, place) or token.tag in NOUNS):
            phrase = _from(tokens, place, None)
        else:
            continue
        if phrase:
            taken = max(taken, phrase.head)
            yield phrase


def _from(tokens: Sequence[Token], start: int, determiner: int | None) -> NounPhrase | None:
    adjectives: list[int] = []
    inside = False
    for place in range(start if determiner is None else start + 1, min(start + _LONGEST, len(tokens))):
        token = tokens[place]
        if _is_noun(token) and not inside:
            return NounPhrase(start, place, tuple(adjectives), determiner)
        if _is_noun(token) and not _joins(tokens, place):
            inside = False
            if not _goes_on(tokens, place):
                return None
        elif token.tag in _PREPOSITIONS and determiner is not None and tokens[determiner].tag not in _PRONOUNS:
            inside = inside or not _is_approximate(tokens, place)
        elif inside and _closes(tokens, place):
            inside = False
        elif inside:
            if token.tag[:2] in _NEVER_INSIDE:
                return None
        elif _is_adjective(tokens, place):
            adjectives.append(place)
        elif not _is_between(tokens, place, after_adjective=bool(adjectives)):
            break
    return _without_noun(tokens, start, adjectives, determiner)


def _is_noun(token: Token) -> bool:
    """Return whether it may close a phrase; foreign words may (der High School), quotation marks tagged so may not."""
    return token.is_word and (token.tag in NOUNS or token.tag == "FM")


def _is_between(tokens: Sequence[Token], place: int, *, after_adjective: bool) -> bool:
    """Return whether the token may stand between determiner and noun; of numbers also the end: 19. and 90er."""
    token, before = tokens[place], tokens[place - 1]
    if before.tag == "CARD" and before.end == token.start and token.lower in (".", "er"):
        return True
    return token.tag in _INNER or not (token.is_word or token.text in _STOPS) or (token.text == "," and after_adjective)


def _is_adjective(tokens: Sequence[Token], place: int) -> bool:
    """Return whether an adjective before a noun stands at `place`; umfassender may be taken for a comparative.

    bestehender und neu gebauter Häuser: an adjective with the same ending follows.
    """
    token = tokens[place]
    if token.tag == "ADJ(A)":
        return True
    if token.tag != "ADJ(D)" or not token.text.endswith("er"):
        return False
    for after in tokens[place + 1 : place + 4]:
        if after.tag not in ("KON", "ADJ(D)") and after.text != ",":
            return after.tag == "ADJ(A)" and after.text.endswith("er")
    return False


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a noun or preposition belongs to the noun at `place`: der im Norden von Wien gelegenen Stadt."""
    first, second = (*(token.tag for token in tokens[place + 1 : place + 3]), "", "")[:2]
    return first in _PREPOSITIONS or first in ("NE", "NN") or (first == "KON" and second in ("NE", "NN"))


def _is_approximate(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the preposition belongs to a number: der über 80 Häuser."""
    return (
        tokens[place].lower in ("unter", "über") and tokens[place + 1 : place + 2] and tokens[place + 1].tag == "CARD"
    )


def _closes(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the pronoun at `place` is all that belongs to the preposition: der von ihr gedrehten Filme."""
    following = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    pronoun = tokens[place].tag in ("PPER", "PRF") or tokens[place].lower in ("ihr", "ihm", "ihnen")
    return pronoun and following == "ADJ(A)" and tokens[place - 1].tag in _PREPOSITIONS


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Return whether after the noun at `place`, which is inside a phrase, an adjective of that phrase follows."""
    for token in tokens[place + 1 : place + 5]:
        if token.tag == "ADJ(A)":
            return True
        if token.tag not in _INNER:
            return False
    return False


def _without_noun(
    tokens: Sequence[Token], start: int, adjectives: Sequence[int], determiner: int | None
) -> NounPhrase | None:
    """Return the phrase whose noun is an adjective: der Kranken, eines der größten."""
    if determiner is None or not adjectives:
        return None
    return NounPhrase(start, adjectives[-1], tuple(adjectives[:-1]), determiner)

"""Noun phrases: a determiner, what describes the noun, and the noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vorbild.language.grammar.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.tokens import Token

_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PPOSS", "PIS", "PDS"})
# Tagged as pronouns, but declined after „der“ like adjectives: das Leben der anderen.
_LIKE_ADJECTIVES = frozenset({"anderen", "ersteren", "letzteren"})
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

    A phrase inside another (die [von der Stadt] gebaute, im Sinn [moderner Kunst] bemalte Rampe) comes after it.
    """
    taken = -1
    for place, token in enumerate(tokens):
        if token.tag in _DETERMINERS:
            phrase = _from(tokens, place, place)
        elif (place > taken or _is_attribute(tokens, place)) and (_is_adjective(tokens, place) or token.tag in NOUNS):
            phrase = _from(tokens, place, None)
        else:
            continue
        if phrase:
            taken = max(taken, phrase.head)
            yield phrase


def _is_attribute(tokens: Sequence[Token], place: int) -> bool:
    """Return whether an adjective on -er stands behind a noun: the outer phrase goes on with -e, -en or -es."""
    return tokens[place - 1].tag in NOUNS and tokens[place].lower.endswith("er")


def _from(tokens: Sequence[Token], start: int, determiner: int | None) -> NounPhrase | None:
    adjectives: list[int] = []
    place = start if determiner is None else start + 1
    end = min(place + _LONGEST, len(tokens))
    while place < end:
        if _is_noun(tokens[place]):
            return NounPhrase(start, place, tuple(adjectives), determiner)
        if _opens_nested(tokens, place, determiner):
            last = _end_of_nested(tokens, place, end)
            if last is None:
                return None
            place = last
        elif _is_adjective(tokens, place):
            adjectives.append(place)
        elif not _is_between(tokens, place, after_adjective=bool(adjectives)):
            break
        place += 1
    return _without_noun(start, adjectives, determiner)


def _opens_nested(tokens: Sequence[Token], place: int, determiner: int | None) -> bool:
    """Return whether a preposition opens a phrase inside one that begins with a determiner."""
    if determiner is None or tokens[determiner].tag in _PRONOUNS:
        return False
    return tokens[place].tag in _PREPOSITIONS and not _is_approximate(tokens, place)


def _end_of_nested(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return the last place of what the preposition at `start` governs, None if the outer phrase does not go on."""
    for place in range(start + 1, end):
        if _closes(tokens, place):
            return place
        if _is_noun(tokens[place]) and not _joins(tokens, place):
            return place if _goes_on(tokens, place) else None
        if tokens[place].tag[:2] in _NEVER_INSIDE:
            return None
    return None


def _is_noun(token: Token) -> bool:
    """Return whether it may close a phrase; foreign words may (der High School), quotation marks tagged so may not."""
    return token.is_word and (token.tag in NOUNS or token.tag == "FM")


def _is_between(tokens: Sequence[Token], place: int, *, after_adjective: bool) -> bool:
    """Return whether the token may stand between determiner and noun; of numbers also the end: 19. and 90er."""
    token, before = tokens[place], tokens[place - 1]
    if before.tag == "CARD" and before.end == token.start and token.lower in (".", "er"):
        return True
    if _is_approximate(tokens, place):
        return True
    return token.tag in _INNER or not (token.is_word or token.text in _STOPS) or (token.text == "," and after_adjective)


def _is_adjective(tokens: Sequence[Token], place: int) -> bool:
    """Return whether an adjective before a noun stands at `place`; umfassender may be taken for a comparative.

    bestehender und neu gebauter Häuser: an adjective with the same ending follows.
    """
    token = tokens[place]
    if token.tag == "ADJ(A)" or (token.tag == "PIS" and token.lower in _LIKE_ADJECTIVES):
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
    following = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    return tokens[place].lower in words("about_a_number") and following == "CARD"


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


def _without_noun(start: int, adjectives: Sequence[int], determiner: int | None) -> NounPhrase | None:
    """Return the phrase whose noun is an adjective: der Kranken, eines der größten."""
    if determiner is None or not adjectives:
        return None
    return NounPhrase(start, adjectives[-1], tuple(adjectives[:-1]), determiner)

"""Genitive: noun phrases whose form is genitive, or genitive or dative where the place decides for genitive.

des Hauses, eines Tages, kommenden Jahres show it. der Stadt is dative after a preposition (in der Stadt) or a verb
(hilft der Stadt), genitive after a noun (das Haus der Stadt) or such prepositions as wegen; der Häuser is always
genitive. Rules after Duden, Die Grammatik: „Kasusflexion“, „Genitivattribut“.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language import lexicon
from vorbild.language.grammar import nouns
from vorbild.language.grammar.noun_phrases import NOUNS, NounPhrase, noun_phrases
from vorbild.language.grammar.words import words
from vorbild.language.tokens import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.tokens import Token

_VERBS = ("VV", "VA", "VM")


def genitives(tokens: Sequence[Token]) -> tuple[Match, ...]:
    """Return the noun phrases and pronouns in the genitive."""
    found: dict[int, int] = {}
    for place, token in enumerate(tokens):
        if token.lower in words("genitive_pronouns") or token.lower == "des":
            found[place] = place
    for phrase in noun_phrases(tokens):
        if _is_genitive(tokens, phrase, found):
            found[phrase.start] = phrase.head
    return tuple(Match(tokens[first].start, tokens[last].end) for first, last in sorted(found.items()))


def _is_genitive(tokens: Sequence[Token], phrase: NounPhrase, found: dict[int, int]) -> bool:
    first = tokens[phrase.start].lower
    if first in words("without_case"):
        return False
    if phrase.determiner is None and not phrase.adjectives:
        return _is_bare(tokens, phrase.head)
    if first == "des":
        return True
    if first.endswith("es") and phrase.determiner is not None:
        # „eines“ and „meines“ before a noun are genitive only, „dieses“ may be „dieses Haus“.
        return first[:-2] in words("possessives") or (
            first[:-2] in words("pronominal") and _shows_genitive(tokens[phrase.head])
        )
    if first.endswith("en") and phrase.determiner is None:
        return tokens[phrase.head].text.endswith("s") and _shows_genitive(tokens[phrase.head])
    if first.endswith("er") and (phrase.determiner is None or _stem(first) or tokens[phrase.determiner].tag in ("PIAT", "PIDAT")):
        return _is_genitive_on_er(tokens, phrase, found)
    return False


def _stem(determiner: str) -> bool:
    stem = determiner[:-2]
    return stem in words("possessives") or stem in words("pronominal")


def _shows_genitive(head: Token) -> bool:
    """Return whether the noun is singular genitive and nothing that could stand after dieses or letzten."""
    forms = nouns.readings(head.text)
    if not forms:
        return head.text.endswith("s") and head.lemma in (head.text[:-1], head.text[:-2])
    singular = {form for form in forms if form.number == "s"}
    return any(form.case == "g" and form.gender != "f" for form in singular) and not any(
        form.case in "na" and form.gender in "nx" for form in singular
    ) and not any(form.number=="p" for form in forms if head.text.endswith("s"))


def _is_bare(tokens: Sequence[Token], head: int) -> bool:
    token = tokens[head]
    forms = lexicon.noun(token.text)
    before = tokens[head - 1] if head else None
    if token.tag != "NN" or not token.text.endswith("s") or not forms or before is None:
        return False
    only = all(form.case == "g" and form.number == "s" for form in forms)
    return only and (before.tag in NOUNS or before.lower in words("genitive_prepositions"))


def _is_genitive_on_er(tokens: Sequence[Token], phrase: NounPhrase, found: dict[int, int]) -> bool:
    kinds = _kinds(tokens, phrase)
    if not kinds or (phrase.determiner is None and tokens[phrase.start].text[:1].isupper()):
        return False
    place, before = _before(tokens, phrase.start)
    if before is None:
        return False
    if before.tag == "NE" and before.text.endswith("s") and before.lemma == before.text[:-1]:
        place, before = _before(tokens, place)  # in Goethes neuer Wohnung: the name says nothing of the case
        if before is None or before.tag not in NOUNS:
            return False
    if before.lower in words("genitive_prepositions"):
        return "p" in kinds or (kinds != {"m"} and before.lower not in words("genitive_or_dative"))
    if before.tag in ("APPR", "APPRART"):
        return False
    if before.tag == "CARD" or (before.tag == "PIS" and before.lower not in words("without_part")):
        return kinds != {"m"}
    if before.tag == "NE" and _has_verb(tokens, "dative_verbs"):
        return False  # Wenn Jugoslawien einer Lösung zustimmt
    if _has_verb(tokens[phrase.head + 1 : phrase.head + 3], "dative_verbs"):
        return False  # um Erfolge der Nachwelt zu hinterlassen
    if before.tag in NOUNS:
        return kinds != {"m"} and not ("m" in kinds and _is_subject(tokens, phrase, place))
    if before.text == ",":
        return "m" not in kinds and place - 1 in found.values()
    if kinds == {"p"}:
        return True
    if before.tag == "KON":
        return "m" not in kinds and place - 1 in found.values()
    return "m" not in kinds and _is_governed(tokens, phrase)


def _kinds(tokens: Sequence[Token], phrase: NounPhrase) -> frozenset[str]:
    """Return what the phrase on -er can be: m (masculine nominative), f (feminine dative or genitive), p (plural genitive)."""
    first = tokens[phrase.start].lower
    possible = {"m", "f", "p"}
    if phrase.determiner is not None:
        stem = first[:-2]
        if stem in words("possessives"):
            possible.discard("m")
        if stem == "ein" or stem == "jed":
            possible.discard("p")
        endings = {tokens[place].lower[-2:] for place in phrase.adjectives}
        if "en" in endings:
            possible.discard("m")
        elif any(ending.endswith("e") for ending in endings):
            possible = {"m"}
    forms = nouns.readings(tokens[phrase.head].text)
    if not forms:
        return frozenset(possible)
    fitting = set()
    for form in forms:
        if form.number == "s" and form.case == "n" and form.gender in "mx":
            fitting.add("m")
        if form.number == "s" and form.case in "dg" and form.gender in "fx":
            fitting.add("f")
        if form.number == "p" and form.case == "g":
            fitting.add("p")
    return frozenset(possible & fitting)


def _before(tokens: Sequence[Token], start: int) -> tuple[int, Token | None]:
    """Return the word or comma before `start`, beyond quotation marks, with its place."""
    for place in range(start - 1, -1, -1):
        if tokens[place].tag != "$(" or tokens[place].text in "()[]–—-/":
            return place, tokens[place]
    return -1, None


def _is_subject(tokens: Sequence[Token], phrase: NounPhrase, noun: int) -> bool:
    """Return whether the phrase after the noun is rather the subject: Gestern sprach in Bonn der Minister."""
    preposition = noun - 1
    while preposition > 0 and tokens[preposition].tag in ("ART", "ADJ(A)", "CARD", "PPOSAT", "NE"):
        preposition -= 1
    if tokens[preposition].tag not in ("APPR", "APPRART"):
        return False
    before = tokens[preposition - 1] if preposition else None
    return before is not None and (before.tag[:2] in _VERBS or before.tag in ("KOUS", "ADV"))


def _is_governed(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Return whether a verb or adjective with genitive is near: Wir gedenken der Toten, der Gefahr bewusst."""
    after = tokens[phrase.head + 1] if phrase.head + 1 < len(tokens) else None
    if after is not None and after.lower in words("genitive_adjectives"):
        return True
    if tokens[phrase.head].text in words("genitive_predicates"):
        return any(token.lemma == "sein" for token in tokens)
    return _has_verb(tokens, "genitive_verbs")


def _has_verb(tokens: Sequence[Token], name: str) -> bool:
    return any(token.tag[:2] == "VV" and token.lemma in words(name) for token in tokens)

"""Genitive: noun phrases whose form is genitive, or genitive or dative where the place decides for genitive.

des Hauses, eines Tages, kommenden Jahres show it. der Stadt is dative after a preposition (in der Stadt) or a verb
(hilft der Stadt), genitive after a noun (das Haus der Stadt) or such prepositions as während; der Häuser is always
genitive. Rules after Duden, Die Grammatik: „Kasusflexion“, „Genitivattribut“. Names (Annas Haus) and relative pronouns
(dessen) are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language import lexicon
from vorbild.language.grammar.agreement import (
    FEMININE,
    NOMINATIVE,
    PLURAL,
    ends_on_s_anyway,
    meanings_of_er,
    shows_genitive,
    stem,
)
from vorbild.language.grammar.noun_phrases import NOUNS, NounPhrase, noun_phrases
from vorbild.language.grammar.pronouns import is_declined, is_genitive_pronoun
from vorbild.language.grammar.verbs import readings
from vorbild.language.grammar.words import words
from vorbild.language.tokens import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.lexicon import VerbForm
    from vorbild.language.tokens import Token

_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_BEFORE_ADJECTIVES = frozenset({"ADV", "ADJ(D)", "PTKA"})
_BRACKETS = frozenset("()[]–—-/")
# Digits of a year: „1469 der Stadt“ is no part of anything, „Artikel 3 der Satzung“ is.
_YEAR = 4
_AMOUNTS = frozenset({"viel", "viele", "wenig", "wenige"})


def genitives(tokens: Sequence[Token]) -> tuple[Match, ...]:
    """Return the noun phrases and pronouns in the genitive."""
    found = {
        place: place for place, token in enumerate(tokens) if token.lower == "des" or is_genitive_pronoun(tokens, place)
    }
    for phrase in noun_phrases(tokens):
        by_place = _is_on_er(tokens, phrase) and _is_genitive_by_place(tokens, phrase, frozenset(found.values()))
        if by_place or _is_genitive(tokens, phrase):
            found[phrase.start] = phrase.head
    return tuple(Match(tokens[first].start, tokens[last].end) for first, last in sorted(found.items()))


def _is_genitive(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Return whether the form alone shows it: des, eines, dieses, kommenden with a noun that fits."""
    first, head = tokens[phrase.start], tokens[phrase.head]
    if phrase.determiner is None and not phrase.adjectives:
        return _is_bare_genitive(tokens, phrase.head)
    if phrase.determiner is None:
        on_s = first.lower.endswith("en") and head.text.endswith("s") and shows_genitive(head)
        return on_s and (not ends_on_s_anyway(head) or (phrase.start > 0 and tokens[phrase.start - 1].tag == "NN"))
    weak = (tokens[place].lower.endswith("e") for place in phrase.adjectives)
    if not first.lower.endswith("es") or any(weak):
        return False  # dieses schöne Italien
    # „eines“ and „meines“ before a noun are genitive only, „dieses“ may be „dieses Haus“.
    pronominal = stem(first) in words("pronominal") and shows_genitive(head)
    return first.lower == "des" or stem(first) in words("possessives") or pronominal


def _is_bare_genitive(tokens: Sequence[Token], head: int) -> bool:
    """Return whether a noun without anything before it can be nothing but genitive: mangels Beweises."""
    before = tokens[head - 1] if head else None
    forms = lexicon.noun(tokens[head].text)
    if before is None or tokens[head].tag != "NN" or not tokens[head].text.endswith("s") or not forms:
        return False
    governed = before.tag == "NN" or before.lower in words("genitive_prepositions")
    return governed and all(form.case == "g" and form.number == "s" for form in forms)


def _is_on_er(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    first = tokens[phrase.start]
    if not first.lower.endswith("er") or first.lower in words("without_case"):
        return False
    if phrase.determiner is None:
        # Berliner has no case; a bare noun (Lehrer) shows none.
        return bool(phrase.adjectives) and (not first.text[:1].isupper() or is_declined(first))
    known = stem(first) in words("possessives") or stem(first) in words("pronominal")
    return known or first.tag in ("PIAT", "PIDAT")


def _is_genitive_by_place(tokens: Sequence[Token], phrase: NounPhrase, ends: frozenset[int]) -> bool:
    """Return whether a phrase like der Stadt is genitive by its place. `ends`: where genitives before it end."""
    meanings = meanings_of_er(tokens, phrase)
    place = _governor(tokens, phrase, meanings)
    if place < 0:
        return NOMINATIVE not in meanings and _asks_for_genitive(tokens, phrase)
    before = tokens[place]
    if before.lower in words("genitive_prepositions"):
        opens = (
            before.lower in words("preposition_or_conjunction")
            and NOMINATIVE in meanings
            and _closes(tokens, phrase.head)
        )
        singular = FEMININE in meanings and before.lower not in words("genitive_or_dative")
        return not opens and (PLURAL in meanings or singular)  # Während der Lehrer spricht
    without = before.tag in _PREPOSITIONS or before.lower in words("dates")
    if without or (meanings != {PLURAL} and _is_dative_object(tokens, phrase, place)):
        return False
    if before.tag in NOUNS or _has_parts(tokens, place):
        subject = NOMINATIVE in meanings and (
            _comes_before_subject(tokens, place) or _is_asked_about(tokens, place, phrase.head)
        )
        return meanings != {NOMINATIVE} and not subject
    certain = meanings == {PLURAL} and before.text != "," and phrase.determiner is not None
    if before.text == "," or before.tag == "KON":
        return certain or (NOMINATIVE not in meanings and place - 1 in ends)
    return certain or (NOMINATIVE not in meanings and _asks_for_genitive(tokens, phrase))


def _governor(tokens: Sequence[Token], phrase: NounPhrase, meanings: frozenset[str]) -> int:
    """Return the place of the word or comma before the phrase, -1 if there is none.

    Quotation marks do not count, nor do adverbs if they describe the adjective (wegen zu hoher Kosten), nor a name that
    stands for the article (in Goethes neuer Wohnung).
    """
    for place in range(phrase.start - 1, -1, -1):
        token = tokens[place]
        name = token.tag == "NE" and token.text.endswith("s")
        adverb = NOMINATIVE not in meanings and token.tag in _BEFORE_ADJECTIVES
        too = meanings == {PLURAL} and token.lower == "zu"  # The preposition would need hohen Kosten.
        inner = phrase.determiner is None and (name or adverb or too)
        if not inner and (token.tag != "$(" or token.text in _BRACKETS):
            return place
    return -1


def _has_parts(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a genitive may tell what the number or pronoun is part of: zwei der Frauen, eine der Frauen."""
    token = tokens[place]
    if place and token.lower in ("allem", "anderem") and tokens[place - 1].tag in _PREPOSITIONS:
        return False  # Vor allem der Lehrer kam.
    if token.tag == "CARD":
        return len(token.text) != _YEAR or token.is_word
    return token.tag == "PIS" and token.lower not in words("without_part")


def _is_dative_object(tokens: Sequence[Token], phrase: NounPhrase, governor: int) -> bool:
    """Return whether a verb that needs a dative ends the clause after the phrase or follows a name before it.

    um Erfolge der Nachwelt zu hinterlassen; wenn Peter einer Lösung zustimmt; but: weil er dem Verein der Stadt hilft
    """
    if any(token.lower.endswith("em") for token in tokens[max(governor - 3, 0) : governor]):
        return False
    verbs = [token for token in tokens[phrase.head + 1 : phrase.head + 4] if token.tag != "PTKZU"]
    at_end = all(not token.is_word or token.tag[:2] in ("VA", "VM") for token in verbs[1:2])
    if at_end and any(reading.infinitive in words("dative_verbs") for reading in _readings(verbs[:1])):
        return True
    return tokens[governor].tag == "NE" and _has_verb(tokens, "dative_verbs")


def _comes_before_subject(tokens: Sequence[Token], noun: int) -> bool:
    """Return whether what follows the noun is rather the subject: Gestern sprach in Bonn der Minister."""
    preposition = noun - 1
    while preposition > 0 and tokens[preposition].tag in ("ART", "ADJ(A)", "CARD", "PPOSAT", "PDAT", "NE"):
        preposition -= 1
    if preposition < 1 or tokens[preposition].tag not in _PREPOSITIONS:
        return False
    before = tokens[preposition - 1].tag
    return before[:2] in ("VV", "VA", "VM") or before in ("KOUS", "ADV")


def _is_asked_about(tokens: Sequence[Token], noun: int, head: int) -> bool:
    """Return whether the noun is what an indirect question asks for, so that its subject follows it.

    Its verb closes the clause and is singular: welche Rechte der Mieter hat; but: welche Rechte der Mieter gelten.
    """
    first = noun
    while first and (
        tokens[first - 1].tag in ("ADJ(A)", "ART", "PIAT", "PIDAT") or tokens[first - 1].lower in _AMOUNTS
    ):
        first -= 1
    before = [token.lower for token in tokens[max(first - 2, 0) : first]]
    asks = not words("asking").isdisjoint((" ".join(before), *before[-1:]))
    return asks and _closes(tokens, head)


def _closes(tokens: Sequence[Token], head: int) -> bool:
    """Return whether a verb in the third person singular closes the clause of the noun at `head`."""
    end = next((place for place in range(head + 1, len(tokens)) if not tokens[place].is_word), len(tokens))
    closing = readings(tokens[end - 1].lower) if end - 1 > head else ()
    return any(reading.form.endswith("s3") for reading in closing)


def _asks_for_genitive(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Return whether a word with genitive is near: Wir gedenken der Toten, der Gefahr bewusst, der Meinung sein."""
    after = tokens[phrase.head + 1 : phrase.head + 2]
    if any(token.lower in words("genitive_adjectives") or _is_postposition(token) for token in after):
        return True
    if any(token.lower == "nach" for token in after):
        return False  # Seiner Meinung nach ist es gut.
    if tokens[phrase.head].text in words("genitive_predicates"):
        return any(token.lemma == "sein" for token in tokens)
    return _has_verb(tokens, "genitive_verbs")


def _is_postposition(token: Token) -> bool:
    """Return whether the phrase before the word may depend on it, as in: der Ruhe wegen."""
    return token.lower in words("genitive_postpositions") and token.tag != "APPR"


def _readings(tokens: Sequence[Token]) -> tuple[VerbForm, ...]:
    """Return what forms of what verbs the main verbs among the tokens can be."""
    return tuple(reading for token in tokens if token.tag[:2] == "VV" for reading in readings(token.lower))


def _has_verb(tokens: Sequence[Token], name: str) -> bool:
    return any(token.tag[:2] == "VV" and token.lemma in words(name) for token in tokens)

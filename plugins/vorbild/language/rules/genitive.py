"""Genitive: the case that fewest people speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.grammar import nouns
from vorbild.language.grammar.clauses import clauses
from vorbild.language.grammar.genitive import genitives
from vorbild.language.grammar.words import words
from vorbild.language.hit import Hit
from vorbild.language.lexicon import noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Sentence, Text
    from vorbild.language.tokens import Token

# What may stand between a preposition and its noun.
_BEFORE_NOUNS = ("ART", "ADJ", "PPOSAT", "PDAT", "PIAT", "CARD")
_PARTS = "·\u2011\u00ad-"
# Before these a genitive belongs to a thing, so that „von“ says the same; wegen and während govern it themselves.
_THINGS = frozenset(("NN", "NE"))


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield each genitive outside of names, with „von“ as proposal where the lexicon knows the dative."""
    names = [name for name in context.names if " " in name]
    for sentence in text.sentences:
        for start, end in genitives(sentence.tokens):
            if _in_name(text.text[sentence.start : sentence.end], names, start, end):
                continue
            place = next(index for index, token in enumerate(sentence.tokens) if token.start >= start)
            phrase = [token for token in sentence.tokens if start <= token.start < end]
            doubtful = _may_be_subject(phrase, place) or _may_be_receiver(sentence.tokens, phrase, place)
            proposal = "" if doubtful else _with_von(sentence, phrase, place)
            yield Hit(sentence.start + start, sentence.start + end, proposal, "doubtful" if doubtful else "")


def _in_name(sentence: str, names: Sequence[str], start: int, end: int) -> bool:
    """Return whether a name such as Aktion des Jahres covers the stretch."""
    for name in names:
        found = sentence.find(name, max(end - len(name), 0))
        if 0 <= found <= start and end <= found + len(name):
            return True
    return False


def _may_be_subject(phrase: Sequence[Token], place: int) -> bool:
    """Return whether „der“ may be nominative: as the first word, or before a compound that no list has."""
    if phrase[0].lower != "der" or not (place == 0 or any(sign in phrase[-1].text for sign in _PARTS)):
        return False
    readings = nouns.readings(phrase[-1].text)
    # Lists call some masculine nouns neuter (Wagen), so that only feminine ones are sure.
    return not readings or any(form.case == "n" and form.gender != "f" and form.number == "s" for form in readings)


def _may_be_receiver(tokens: Sequence[Token], phrase: Sequence[Token], place: int) -> bool:
    """Return whether a feminine phrase may be dative after a verb that takes one: Er gibt das Blatt der Frau.

    What stands before the verb of a main clause is one part of it, and so is what has a preposition before.
    """
    feminine = {form.case for form in nouns.readings(phrase[-1].text) if form.gender in "fx" and form.number == "s"}
    clause = next((one for one in clauses(tokens) if one.start <= place < one.end), None)
    if clause is None or not phrase[0].lower.endswith("er") or "d" not in feminine:
        return False
    before = [token for token in tokens[clause.start : place] if not token.tag.startswith(_BEFORE_NOUNS)]
    verb = next((at for at in range(place, clause.end) if tokens[at].tag[:1] == "V"), clause.end)
    in_first_place = not clause.subordinate and len(before) == 1 and verb < clause.end - 1
    governed = any(token.tag.startswith("APPR") for token in before[-2:])
    return not (in_first_place or governed) and _gives(tokens[clause.start : clause.end])


def _gives(clause: Sequence[Token]) -> bool:
    """Return whether a verb of the clause says that somebody gets or hears something; „es gibt“ does not."""
    particle = next((token.lower for token in clause if token.tag == "PTKVZ"), "")
    verbs = [token for token in clause if token.tag[:2] == "VV"]
    if any(particle + token.lemma in words("dative_verbs") for token in verbs if particle):
        return True
    there_is = any(token.lower == "es" for token in clause)
    known = words("giving_verbs") - {"geben"} if there_is else words("giving_verbs")
    return any(token.lemma in known or particle + token.lemma in known for token in verbs)


def _with_von(sentence: Sentence, phrase: Sequence[Token], place: int) -> str:
    """Return the phrase with „von“ (des Hauses: von dem Haus), '' where article and noun do not tell it for sure."""
    if len(phrase) != len(("des", "Hauses")) or not place or sentence.tokens[place - 1].tag not in _THINGS:
        return ""
    named = phrase[1].tag == "NE" and phrase[0].lower == "des"
    if named or any(token.tag == "KON" for token in sentence.tokens[place + 2 : place + 3]):
        return ""
    article, head = phrase[0].lower, phrase[1].text
    if article in ("des", "eines"):
        dative = next((form for form in (head, head[:-2], head[:-1]) if _has(form, "d", "s", "mn")), "")
        return dative and f"von {'dem' if article == 'des' else 'einem'} {dative}"
    feminine, plural = _has(head, "g", "s", "f"), _has(head, "g", "p", "mfnx")
    if article in ("der", "einer") and feminine and not plural:
        return f"von {article} {head}"
    if article == "der" and plural and not feminine:
        dative = next((form for form in (head, f"{head}n") if _has(form, "d", "p", "mfnx")), "")
        return dative and f"von den {dative}"
    return ""


def _has(form: str, case: str, number: str, genders: str) -> bool:
    """Return whether the last part of `form`, behind its last seam, is listed as such."""
    last = re.split(f"[{_PARTS}]", form)[-1]
    # Behind a seam a small letter is as common as a capital; the list has capitals.
    return any(
        known.case == case and known.number == number and known.gender in genders
        for known in noun(last[:1].upper() + last[1:])
    )

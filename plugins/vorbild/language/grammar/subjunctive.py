"""Subjunctive: finite verbs whose form is that of Konjunktiv I or II (Duden, Die Grammatik: „Modus“).

A form that is subjunctive only (sei, müsse, hätte, ginge) is enough. One that is also the first person of the present
(habe, gehe) is subjunctive unless „ich“ stands in its clause. One that is also preterite (machte, sollte) or plural of
the present (gehen) is not taken for subjunctive: it does not show its mood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.grammar.clauses import Clause, clauses, is_finite
from vorbild.language.grammar.verbs import readings
from vorbild.language.grammar.words import words
from vorbild.language.lexicon import adjectives
from vorbild.language.tokens import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.tokens import Token

_SUBJUNCTIVES = frozenset("12")
# At the start of a sentence they tell a condition: Sollte es regnen.
_CONDITION = frozenset({"sollte", "sollten", "solltest", "solltet"})
_FIRST_PERSON = frozenset({"ich", "mich"})
_THIRD_PERSON = frozenset({"er", "man", "sich"})
_SECOND_PERSON = frozenset({"bitte", "du", "dich", "dir", "dein", "deine", "deinen", "deinem", "deiner"})


def subjunctives(tokens: Sequence[Token]) -> tuple[Match, ...]:
    """Return the finite verbs in the subjunctive."""
    return tuple(
        Match(tokens[place].start, tokens[place].end)
        for clause in clauses(tokens)
        for place in range(clause.start, clause.end)
        if is_finite(tokens[place]) and not _is_no_verb(tokens, place) and _is_subjunctive(tokens, clause, place)
    )


def _is_no_verb(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a supposed verb is a noun by its capital inside a clause (zur Untermiete) or a preposition."""
    noun = place > 0 and tokens[place - 1].is_word and tokens[place].text.istitle()
    return noun or tokens[place].lower in words("genitive_prepositions")


def _is_subjunctive(tokens: Sequence[Token], clause: Clause, place: int) -> bool:
    word = tokens[place].lower
    if word in words("subjunctives") or (word in _CONDITION and _opens(tokens, place)):
        return True
    forms = {reading.form for reading in readings(word)}
    moods = {form[0] for form in forms if form[-1].isdigit()}
    if not moods & _SUBJUNCTIVES:
        return False
    if moods <= _SUBJUNCTIVES:
        return not ("im" in forms or "1p3" in forms) or not _is_request(tokens, clause, place)
    if "1s3" not in forms or "ps3" in forms or _is_attribute(tokens, clause, place):
        return False
    infinitives = {reading.infinitive for reading in readings(word)}
    own = {token.lower for token in tokens[clause.start : clause.end]}
    may_be_request = "im" in forms and not infinitives & {"haben", "werden"} and not own & _THIRD_PERSON
    if may_be_request and (place == clause.start or own & _SECOND_PERSON):
        return False  # Rufe uns an!
    return not own & _FIRST_PERSON


def _is_attribute(tokens: Sequence[Token], clause: Clause, place: int) -> bool:
    """Return whether a supposed verb is rather an adjective before its noun, with no subject: und liebe Freunde."""
    has_noun = place + 1 < clause.end and tokens[place + 1].tag == "NN"
    alone = place == clause.start or tokens[place - 1].tag == "KON"
    return has_noun and alone and tokens[place].lower.removesuffix("e") in adjectives()


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the verb is the first word of a sentence that is no question."""
    return tokens[-1].text != "?" and not any(token.is_word for token in tokens[:place])


def _is_request(tokens: Sequence[Token], clause: Clause, place: int) -> bool:
    """Return whether the verb asks the reader for something: Seien Sie pünktlich, Sei still."""
    after = tokens[place + 1] if place + 1 < clause.end else None
    if after is None:
        return False
    return after.text == "Sie" or (place == clause.start and after.tag not in ("PPER", "ART", "PDS", "NE", "NN"))

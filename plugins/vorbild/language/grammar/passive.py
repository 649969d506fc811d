"""Passive: a form of „werden“ with a participle II (Duden, Die Grammatik: „Vorgangspassiv“), and the passive of state.

The participle stands right before „werden“ („weil geprüft wird“, „kann geprüft werden“, „ist geprüft worden“) or closes
a clause whose finite verb is „werden“ („Das Haus wird heute geprüft“). With an infinitive „werden“ is future. For
„sein“ with a participle see `statal`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.grammar.clauses import Clause, clauses, finite_verb_of, is_finite
from vorbild.language.grammar.noun_phrases import NOUNS
from vorbild.language.grammar.statal import is_statal
from vorbild.language.grammar.verbs import readings
from vorbild.language.grammar.words import words
from vorbild.language.tokens import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.tokens import Token

_INFINITIVES = frozenset({"VV(INF)", "VA(INF)", "VM(INF)"})
# Participles of verbs that no list holds: zwangskollektiviert.
_FOREIGN = "iert"
# Verbs, prepositions and conjunctions may follow a participle that is no adverb: wird bestimmt von, bestimmt wird.
_AFTER_VERB = ("V", "APPR", "KON")
# What can be subject or object.
_HEADS = NOUNS | frozenset({"PPER", "PIS", "PDS", "PRELS", "PWS", "PRF"})


def passives(tokens: Sequence[Token]) -> tuple[Match, ...]:
    """Return a stretch for each passive, from its first verb to its last: wird … geprüft."""
    found: dict[int, tuple[int, int]] = {}
    spans = clauses(tokens)
    for clause in spans:
        for place in range(clause.start, clause.end):
            if not _is_participle(tokens[place]) or _is_attribute(tokens, clause, place):
                continue
            auxiliary = _auxiliary(tokens, spans, clause, place)
            if auxiliary is not None and _makes_passive(tokens, clause, place, auxiliary):
                first, last = found.get(auxiliary, (auxiliary, auxiliary))
                found[auxiliary] = min(first, place), max(last, place)
    return tuple(Match(tokens[first].start, tokens[last].end) for first, last in sorted(found.values()))


def _is_participle(token: Token) -> bool:
    if token.lower in words("adjectival_participles") or token.lower in words("without_passive"):
        return False
    if token.tag[:3] not in ("VV(", "ADJ"):
        return False
    forms = {reading.form for reading in readings(token.lower)}
    return "pp" in forms if forms else token.tag == "VV(PP)" or token.lower.endswith(_FOREIGN)


def _is_attribute(tokens: Sequence[Token], clause: Clause, place: int) -> bool:
    """Return whether the participle at `place` is no verb of the clause: zu erhalten, die landesweit gesehen größte."""
    after_zu = place > 0 and tokens[place - 1].tag == "PTKZU"
    if after_zu or place + 1 >= clause.end:
        return after_zu
    after = tokens[place + 1].tag
    is_adverb = tokens[place].lower in words("adverbial_participles") and not after.startswith(_AFTER_VERB)
    return is_adverb or after == "ADJ(A)"


def _auxiliary(tokens: Sequence[Token], spans: Sequence[Clause], clause: Clause, place: int) -> int | None:
    """Return the place of the auxiliary verb to which the participle at `place` belongs, None if there is none."""
    after = place + 2 if place + 1 < clause.end and tokens[place + 1].lower == "zu" else place + 1
    if after < clause.end and tokens[after].tag[:2] in ("VA", "VM"):
        compared = place > clause.start and tokens[place - 1].lower in ("wie", "als") and after + 1 < clause.end
        return None if compared else after  # Wie geplant wird das Fest groß.
    if after + 1 < clause.end and tokens[after].tag == "KON" and _is_participle(tokens[after + 1]):
        return _auxiliary(tokens, spans, clause, after + 1)
    opens = 0 < place == clause.start and tokens[place - 1].text == "," and after < clause.end
    if opens and _may_be_finite(tokens[place]):
        return None  # „…“, versichert sie.
    return finite_verb_of(tokens, spans, clause, place)


def _may_be_finite(token: Token) -> bool:
    return any(reading.form == "ps3" for reading in readings(token.lower))


def _makes_passive(tokens: Sequence[Token], clause: Clause, place: int, auxiliary: int) -> bool:
    if tokens[auxiliary].lower in words("becoming") | words("became"):
        return not _is_future(tokens, clause, place, auxiliary)
    return is_statal(tokens, clause, place, auxiliary)


def _is_future(tokens: Sequence[Token], clause: Clause, place: int, auxiliary: int) -> bool:
    """Return whether „werden“ goes with an infinitive: one after the participle, or a participle that reads as one."""
    if tokens[auxiliary].lower not in words("becoming") or tokens[auxiliary].tag == "VA(INF)":
        return False
    if _closed_by_infinitive(tokens, max(place, auxiliary) + 1, clause.end):
        return True
    if not any(reading.form == "inf" for reading in readings(tokens[place].lower)):
        return False
    # Bald werden wir den Befehl erhalten: subject and object; Hier wird man gut beraten: only one of them.
    return _heads(tokens[clause.start : max(place, auxiliary)]) > 1


def _closed_by_infinitive(tokens: Sequence[Token], start: int, end: int) -> bool:
    for token in tokens[start:end]:
        if is_finite(token) or token.tag in ("KON", "KOKOM", "PTKZU"):
            return False
        if token.tag in _INFINITIVES:
            return token.lower != "werden"
    return False


def _heads(tokens: Sequence[Token]) -> int:
    """Return how many nouns and pronouns stand for themselves, neither after a preposition nor as genitive."""
    count = 0
    governed = False
    before = ""
    for token in tokens:
        attribute = token.tag == "ART" and before in NOUNS and token.lower in ("der", "des", "eines")
        if attribute or token.tag in ("APPR", "APPRART"):
            governed = True
        elif token.tag in _HEADS:
            count += not governed and not (before in NOUNS and token.tag in NOUNS)
            governed = False
        before = token.tag
    return count

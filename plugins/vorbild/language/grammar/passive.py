"""Passive: a form of „werden“ with a participle II (Duden, Die Grammatik: „Vorgangspassiv“).

The participle stands right before „werden“ („weil geprüft wird“, „kann geprüft werden“, „ist geprüft worden“) or closes
a clause whose finite verb is „werden“ („Das Haus wird heute geprüft“). With an infinitive „werden“ is future.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language import lexicon
from vorbild.language.grammar.clauses import Clause, clauses, is_finite
from vorbild.language.grammar.words import words
from vorbild.language.tokens import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.tokens import Token

_WERDEN = frozenset(
    "werde wirst wird werden werdet wurde wurdest wurden wurdet würde würdest würden würdet worden".split()
)
# These make a future too, with an infinitive; „wurde“ and „worden“ never do.
_FUTURE = frozenset("werde wirst wird werden werdet würde würdest würden würdet".split())
_WALLS = frozenset(".;:!?")
_INFINITIVES = frozenset({"VV(INF)", "VA(INF)", "VM(INF)"})
_HEADS = frozenset({"NN", "NE", "PPER", "PIS", "PDS", "PRELS", "PWS", "PRF"})


def passives(tokens: Sequence[Token]) -> tuple[Match, ...]:
    """Return a stretch for each passive, from its first verb to its last: wird … geprüft."""
    found: dict[int, tuple[int, int]] = {}
    spans = clauses(tokens)
    for place, token in enumerate(tokens):
        if not _is_participle(token):
            continue
        auxiliary = _auxiliary(tokens, spans, place)
        if auxiliary is not None and not _is_future(tokens, spans, place, auxiliary):
            first, last = found.get(auxiliary, (auxiliary, auxiliary))
            found[auxiliary] = min(first, place), max(last, place)
    return tuple(Match(tokens[first].start, tokens[last].end) for first, last in sorted(found.values()))


def _is_participle(token: Token) -> bool:
    if token.lower in words("adjectival_participles") or token.lower in words("without_passive"):
        return False
    readings = lexicon.verb(token.lower)
    if not readings:
        return token.tag == "VV(PP)"
    return token.tag[:3] in ("VV(", "ADJ") and any(reading.form == "pp" for reading in readings)


def _auxiliary(tokens: Sequence[Token], spans: Sequence[Clause], place: int) -> int | None:
    """Return the place of the form of „werden“ to which the participle at `place` belongs, None if to none."""
    after = place + 1
    if after < len(tokens) and tokens[after].text == "zu":
        after += 1
    if after < len(tokens) and tokens[after].tag[:2] in ("VA", "VM"):
        return after if tokens[after].lower in _WERDEN else None
    clause = next((span for span in spans if span.start <= place < span.end), None)
    finite = _finite_verb(tokens, spans, clause, place) if clause else None
    return finite if finite is not None and tokens[finite].lower in _WERDEN else None


def _finite_verb(tokens: Sequence[Token], spans: Sequence[Clause], clause: Clause, place: int) -> int | None:
    left = _last_finite(tokens, clause.start, place)
    right = next((at for at in range(place + 1, clause.end) if tokens[at].tag[:2] in ("VA", "VM", "VV") and
                  (is_finite(tokens[at]) or tokens[at].lower in _WERDEN)), None)
    if clause.subordinate and right is not None:
        return right
    if left is not None:
        return left
    if right is not None:
        return right
    return _before(tokens, spans, clause)


def _before(tokens: Sequence[Token], spans: Sequence[Clause], clause: Clause) -> int | None:
    """Return the finite verb of the main clause that an embedded clause interrupts: wird, weil es alt ist, geprüft."""
    following = clause.start
    for span in reversed(spans[: spans.index(clause)]):
        if any(token.text in _WALLS for token in tokens[span.end : following]):
            return None
        following = span.start
        if span.subordinate:
            continue
        finite = _last_finite(tokens, span.start, span.end)
        if finite is not None:
            return finite
    return None


def _last_finite(tokens: Sequence[Token], start: int, end: int) -> int | None:
    return next((at for at in range(end - 1, start - 1, -1) if is_finite(tokens[at])), None)


def _is_future(tokens: Sequence[Token], spans: Sequence[Clause], place: int, auxiliary: int) -> bool:
    """Return whether „werden“ goes with an infinitive: one after the participle, or a participle that reads as one."""
    if tokens[auxiliary].lower not in _FUTURE or tokens[auxiliary].tag == "VA(INF)":
        return False
    clause = next(span for span in spans if span.start <= place < span.end)
    if _closed_by_infinitive(tokens, max(place, auxiliary) + 1, clause.end):
        return True
    if not any(reading.form == "inf" for reading in lexicon.verb(tokens[place].lower)):
        return False
    return _heads(tokens[clause.start : max(place, auxiliary)]) > 1


def _closed_by_infinitive(tokens: Sequence[Token], start: int, end: int) -> bool:
    for at in range(start, end):
        if is_finite(tokens[at]) or tokens[at].tag in ("KON", "KOKOM", "PTKZU"):
            return False
        if tokens[at].tag in _INFINITIVES:
            return tokens[at].lower != "werden"
    return False


def _heads(tokens: Sequence[Token]) -> int:
    """Return how many nouns and pronouns stand for themselves, neither after a preposition nor as genitive."""
    count = 0
    governed = False
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.tag in ("APPR", "APPRART"):
            governed = True
        elif token.tag == "ART" and before and before.tag in ("NN", "NE") and token.lower in ("der", "des", "eines"):
            governed = True
        elif token.tag in _HEADS:
            follows_name = before is not None and before.tag in ("NE", "NN") and token.tag in ("NE", "NN")
            count += not governed and not follows_name
            governed = False
    return count

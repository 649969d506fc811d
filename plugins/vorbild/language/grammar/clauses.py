"""The clauses of a sentence, as far as commas and the words that open a clause show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vorbild.language.tokens import Token

# Opens a clause with its finite verb at the end: dass, um … zu, der (relative), dessen, wer, wo.
_SUBORDINATORS = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"})
# These may stand before a subordinator: mit dem, und weil, nur wenn.
_BEFORE_SUBORDINATORS = frozenset({"APPR", "APPRART", "KON", "ADV"})
# No clause goes on beyond these; it may go on beyond a comma, a dash or a bracket.
_ENDS = frozenset({".", ";", ":", "!", "?"})
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_BOUNDARIES = _ENDS | _OPENING | _CLOSING | {",", "-", "–", "—"}
# What comes before the point of a short form: one or two letters, none that sounds, or a Roman number.
_SHORT = 2
_VOWELS = frozenset("aeiouäöüy")
_ROMAN = frozenset("IVXLCDM")
# The longest parenthesis, in tokens: so heißt es; wie die Polizei sagte.
_PARENTHESIS = 4
_FINITE = frozenset({"VV(FIN)", "VA(FIN)", "VM(FIN)"})


class Clause(NamedTuple):
    """A stretch of tokens between two boundaries: places of its first token and after its last one.

    `subordinate` tells whether it opens like a clause that has its finite verb at the end.
    """

    start: int
    end: int
    subordinate: bool


def clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Return the stretches between commas, colons, dashes, brackets and ends of sentences, in order."""
    return tuple(Clause(start, end, _is_subordinate(tokens[start:end])) for start, end in _stretches(tokens))


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, token in enumerate(tokens):
        if token.text in _BOUNDARIES and not _is_abbreviation(tokens, place):
            if place > start:
                yield start, place
            start = place + 1
    if start < len(tokens):
        yield start, len(tokens)


def _is_abbreviation(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the point at `place` belongs to an ordinal, a name or a short form: am 3. Mai, Leopold V., bzw."""
    if tokens[place].text != "." or not 0 < place < len(tokens) - 1:
        return False
    before = tokens[place - 1]
    short = len(before.text) <= _SHORT or not set(before.lower) & _VOWELS or not set(before.text) - _ROMAN
    return not before.is_word or short or tokens[place + 1].text[:1].islower()


def _is_subordinate(tokens: Sequence[Token]) -> bool:
    opening = next((token for token in tokens if token.is_word and token.tag not in _BEFORE_SUBORDINATORS), None)
    return opening is not None and opening.tag in _SUBORDINATORS


def is_finite(token: Token) -> bool:
    """Return whether `token` is tagged as a finite verb."""
    return token.tag in _FINITE


def finite_verb_of(tokens: Sequence[Token], spans: Sequence[Clause], clause: Clause, place: int) -> int | None:
    """Return the place of the finite verb to which the word at `place` in `clause` belongs, None if there is none.

    In a subordinate clause it follows, else it precedes, perhaps in the main clause that others interrupt: „Das Haus
    wird, weil es alt ist, geprüft“. A first place may precede its verb: „Geprüft und bezahlt wird morgen“.
    """
    left = _first_finite(tokens, range(place - 1, clause.start - 1, -1))
    right = _first_finite(tokens, range(place + 1, clause.end))
    if right is not None and tokens[right - 1].tag == "KON":
        right = None  # … gewählt und ist: the second verb begins anew
    near, far = (right, left) if clause.subordinate else (left, right)
    if near is not None:
        return near
    return far if far is not None else _interrupted(tokens, spans, clause)


def _interrupted(tokens: Sequence[Token], spans: Sequence[Clause], clause: Clause) -> int | None:
    following = clause.start
    in_brackets = False
    for span in reversed(spans[: spans.index(clause)]):
        between = {token.text for token in tokens[span.end : following]}
        following = span.start
        in_brackets = bool(between & _CLOSING) or (in_brackets and not between & _OPENING)
        if in_brackets:
            continue
        if between & _ENDS:
            return None
        finite = None if span.subordinate else _first_finite(tokens, range(span.end - 1, span.start - 1, -1))
        if finite is not None and not (tokens[finite].tag == "VV(FIN)" and span.end - span.start <= _PARENTHESIS):
            return finite
    return None


def _first_finite(tokens: Sequence[Token], places: Iterable[int]) -> int | None:
    return next((place for place in places if is_finite(tokens[place])), None)

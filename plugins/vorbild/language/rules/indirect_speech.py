"""Indirect speech: readers lose who says it, and whether it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lexicon import verb
from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Text
    from vorbild.language.tokens import Token

_AFTER_PREPOSITION = frozenset(("NN", "NE", "ART", "PPOSAT", "PDAT", "ADJ(A)"))
# „Sagen Sie uns, ob …“: here the reader is to speak.
_ADDRESSED = frozenset(("sie", "du", "ich"))


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each place where somebody's words are told: sagt, dass …; sagt, er sei …; laut Polizei; angeblich."""
    for sentence in text.sentences:
        for first, last in (*_told(sentence.tokens), *_signs(sentence.tokens)):
            yield Hit(sentence.start + first.start, sentence.start + last.end)


def _told(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Yield a verb of speech and the word behind its comma that shows indirect speech."""
    words = lists("sentence_words")
    commas = [place for place, token in enumerate(tokens) if token.text == ","]
    for before, comma, after in zip([-1, *commas], commas, [*commas[1:], len(tokens)], strict=False):
        clause, told = tokens[before + 1 : comma], tokens[comma + 1 : after]
        speech = next((token for token in reversed(clause) if _speaks(token)), None)
        if speech is None or not told or any(token.lower in _ADDRESSED for token in clause):
            continue
        if told[0].lower in words["speech_openers"]:
            yield speech, told[0]
        elif any(token.lower == "ich" for token in told):
            continue
        elif reported := next((token for token in told if _is_reported(token)), None):
            yield speech, reported


def _speaks(token: Token) -> bool:
    return token.tag.startswith("VV") and token.lemma in lists("sentence_words")["speech_verbs"]


def _is_reported(token: Token) -> bool:
    """Return whether a verb can only be a subjunctive I of the third person: sei, habe, komme."""
    forms = {reading.form for reading in verb(token.lower)}
    return token.tag.endswith("(FIN)") and bool({"1s3", "1p3"} & forms) and not {"ps3", "pp3"} & forms


def _signs(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    words = lists("sentence_words")
    for place, token in enumerate(tokens):
        following = tokens[place + 1 : place + 2]
        if token.lower in words["speech_signs"]:
            yield token, token
        elif token.lower in words["speech_prepositions"] and any(
            after.tag in _AFTER_PREPOSITION for after in following
        ):
            yield token, following[0]

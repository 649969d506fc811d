"""Passive of state: „sein“ with a participle II that tells what has been done (Duden: „Zustandspassiv“).

Most participles after „sein“ are no passive: perfect (ist gekommen) or an adjective (ist überrascht, ist gut gepflegt).
A passive is left where the clause has an adjunct with a preposition that belongs to the deed: „ist auf die Wand
geschrieben“. After C. Maienborn, Das Zustandspassiv, Zeitschrift für germanistische Linguistik 35, 2007.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.language import lexicon
from vorbild.language.grammar.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.grammar.clauses import Clause
    from vorbild.language.tokens import Token

_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_NEVER = ("adjectival_participles", "feelings", "qualities")


def is_statal(tokens: Sequence[Token], clause: Clause, participle: int, auxiliary: int) -> bool:
    """Return whether the participle and the finite verb at these places of `clause` are a passive of state."""
    if tokens[auxiliary].lower not in words("being") or not _tells_a_deed(tokens[participle]):
        return False
    before = tokens[participle - 1] if participle else None
    if before and (before.lower in words("degrees") or before.tag == "KOKOM"):
        return False
    own = tokens[clause.start : max(participle, auxiliary) + 1]
    if auxiliary < clause.start or participle == clause.start or any(token.lower == "sich" for token in own):
        return False
    return any(token.tag in _PREPOSITIONS for token in own) and not _beside_adjective(own)


def _tells_a_deed(participle: Token) -> bool:
    word = participle.lower
    forms = {reading.form for reading in lexicon.verb(word)}
    if participle.tag != "VV(PP)" or "pp" not in forms or "inf" in forms:
        return False
    return not any(word in words(name) for name in _NEVER) and not word.endswith(tuple(words("perfect_with_sein")))


def _beside_adjective(tokens: Sequence[Token]) -> bool:
    """Return whether an adjective is coordinated: what stands beside „sauber und“ tells a quality as well."""
    coordinated = {token.tag for token in (*_neighbours(tokens, 1), *_neighbours(tokens, -1))}
    return "ADJ(D)" in coordinated


def _neighbours(tokens: Sequence[Token], step: int) -> list[Token]:
    return [
        tokens[place + step]
        for place, token in enumerate(tokens)
        if token.tag == "KON" and 0 <= place + step < len(tokens)
    ]

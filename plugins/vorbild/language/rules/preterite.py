"""Preterite: the past that people write and hardly speak."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lexicon import participles, verb
from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Text
    from vorbild.language.tokens import Token

_PRETERITE, _PRESENT = "t", "p"
_OPENS = frozenset(':„"»«“•')


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield each preterite but those that everybody speaks: war, hatte, konnte. A passive is another rule's."""
    for sentence in text.sentences:
        tokens = sentence.tokens
        for place, token in enumerate(tokens):
            infinitive = _infinitive(tokens, place)
            if not infinitive or (token.tag == "VA(FIN)" and any(other.tag == "VV(PP)" for other in tokens)):
                continue
            instead = _perfect(tokens, place, infinitive)
            yield Hit(
                sentence.start + token.start,
                sentence.start + token.end,
                variant="" if instead else "unknown",
                params={"instead": instead},
            )


def _infinitive(tokens: Sequence[Token], place: int) -> str:
    """Return the infinitive of a preterite, '' for all other words."""
    token = tokens[place]
    # A capital inside a sentence is no verb: Two and a Half Men.
    opens = place == 0 or tokens[place - 1].text in _OPENS
    if token.tag not in ("VV(FIN)", "VA(FIN)") or (token.text[0].isupper() and not opens):
        return ""
    # A form such as „machten“ is a subjunctive as well; in easy texts it hardly ever is meant so.
    readings = [reading for reading in verb(token.lower.replace("-", "")) if reading.form[0] in (_PRETERITE, _PRESENT)]
    if any(reading.form[0] == _PRESENT or reading.form[2] == "2" for reading in readings):
        return ""
    infinitives = {reading.infinitive for reading in readings}
    # „Ging“ is listed for gehen and for ausgehen: without its first part it is the shortest.
    base = (
        token.lemma if token.lemma in infinitives else min(infinitives, key=lambda word: (len(word), word), default="")
    )
    return "" if base in lists("sentence_words")["common_preterites"] else base


def _perfect(tokens: Sequence[Token], place: int, infinitive: str) -> str:
    """Return the perfect of the verb at `place` (hat gebaut, ist angekommen), '' if it cannot be told for sure."""
    words = lists("sentence_words")
    clause = takewhile(lambda token: token.text != ",", tokens[place + 1 :])
    particle = next((token.lower for token in clause if token.tag == "PTKVZ"), "")
    participle = participles().get(particle + infinitive)
    if participle is None or infinitive in words["perfect_with_both"]:
        return ""
    with_sein = {infinitive, particle + infinitive} & {*words["perfect_with_sein"]}
    auxiliaries = words["be"] if with_sein else words["have"]
    return f"{auxiliaries[_person(tokens, place, infinitive)]} {participle}"


def _person(tokens: Sequence[Token], place: int, infinitive: str) -> str:
    """Return number and person of the verb at `place`: the first beside „ich“, else the third."""
    forms = {reading.form[1:] for reading in verb(tokens[place].lower) if reading.infinitive == infinitive}
    near = {token.lower for token in tokens[max(place - 1, 0) : place + 2]}
    return "s1" if "ich" in near and "s1" in forms else "s3" if "s3" in forms else "p3"

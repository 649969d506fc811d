"""Nouns in which a verb hides: to make a decision for to decide."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.phrases import find_verb, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.language.context import Context
    from vorbild.language.text import Sentence, Text
    from vorbild.language.tokens import Token

_NOUN = re.compile(r"(?:ung|heit|keit|ion)(?:s|en)?$")
_DEED = re.compile(r"ung(?:en)?$")
_JOINT = re.compile("[-\u2011·\u00ad]")
_LETTERS = 6
_FOLLOWED_BY = frozenset(("der", "des", "von", "vom", "einer", "eines", "dieser", "dieses"))


def check(text: Text, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - one signature for all rules
    """Yield phrases of noun and verb, nouns of deeds with what they are done to, and sentences with two such nouns."""
    listed = list(phrases(text, "nominal_style"))
    for found in listed:
        yield Hit(found.start, found.end, variant="phrase", params={"instead": found.meaning})
    for sentence in text.sentences:
        if not any(sentence.start <= found.start < sentence.end for found in listed):
            yield from _nouns(sentence)


def _nouns(sentence: Sentence) -> Iterator[Hit]:
    """Yield at most one hit: the noun of an empty verb, else a deed that is done to something, else the second deed."""
    words = sentence.words
    nouns = [(number, token) for number, token in enumerate(words) if _hides_verb(token)]
    if not nouns:
        return
    first = nouns[0][1]
    verbs = (find_verb(infinitive, sentence.tokens, first.start, first.end) for infinitive in _list("empty_verbs"))
    empty = next(filter(None, verbs), None)
    if empty:
        start, end = min(first.start, empty.start), max(first.end, empty.end)
        yield Hit(sentence.start + start, sentence.start + end)
        return
    for number, token in nouns:
        following = words[number + 1].lower if number + 1 < len(words) else ""
        if _base(token) in _list("processes") and following in _FOLLOWED_BY:
            yield Hit(sentence.start + token.start, sentence.start + token.end)
            return
    deeds = [token for _, token in nouns if _DEED.search(token.text)]
    if len({token.lower for token in deeds}) > 1:
        yield Hit(sentence.start + deeds[1].start, sentence.start + deeds[1].end, variant="two")


def _hides_verb(token: Token) -> bool:
    noun = token.tag.startswith("NN") and len(token.text) >= _LETTERS and _NOUN.search(token.text)
    return bool(noun) and (_base(token) not in _list("things"))


def _base(token: Token) -> str:
    """Return the noun in the singular, its last part if it has seams: Planung for Stadt-Planungen."""
    last = _JOINT.split(token.text)[-1]
    return last[:1].upper() + re.sub(r"(?<=ung|eit|ion)(?:s|en)$", "", last[1:])


@cache
def _list(name: str) -> Mapping[str, None]:
    """Return a list of the data file in its order, quick to look up."""
    return dict.fromkeys(lists("nominal_style")[name])

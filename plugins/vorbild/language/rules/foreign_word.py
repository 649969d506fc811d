"""Foreign and technical words for which there is an easier one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lexicon import verb
from vorbild.language.lists import lists
from vorbild.language.seams import seams
from vorbild.language.words import unexplained, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.language.context import Context
    from vorbild.language.text import Text
    from vorbild.language.tokens import Token

_JOINT = re.compile("[-\u2011·\u02d1\u00ad]")
# Letters from which on a noun is looked at in its parts: Evaluationsbericht.
_LONG = 12
_NOUN_ENDINGS = ("", "s", "es", "e", "n", "en", "nen")
_ADJECTIVE_ENDINGS = ("", "e", "em", "en", "er", "es", "ere", "eren", "erer", "eres")


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield the first use of each foreign word that neither glossary nor text explains."""
    found = [word for word in words(text, context) if _entry(word.token)]
    for word in unexplained(text, context, found):
        base = _entry(word.token)
        instead = _known()[base]
        # Another gender would need another article: only what stands without one can be replaced by itself.
        fits = word.token.text == base and "," not in instead and " " not in instead and base.islower()
        yield Hit(word.start, word.end, instead if fits else "", params={"instead": instead})


def _entry(token: Token) -> str:
    """Return the base form under which the list has the word or a part of it, '' if it has none."""
    parts = [part for part in _JOINT.split(token.text) if part]
    if len(parts) == 1 and len(token.text) >= _LONG and token.text[0].isupper():
        parts += seams(token.text)
    for part in (token.text, *parts):
        for base in _bases(part, token):
            if base in _known():
                return base
    return ""


def _bases(part: str, token: Token) -> Iterator[str]:
    if part[:1].isupper():
        yield from (part.removesuffix(ending) for ending in _NOUN_ENDINGS)
        yield part.removesuffix("innen") + "in"
        if token.start:
            return
    small = part.lower()
    if token.tag.startswith("VV") or token.start == 0:
        yield from (reading.infinitive for reading in verb(small))
    yield from (small.removesuffix(ending) for ending in _ADJECTIVE_ENDINGS)


@cache
def _known() -> Mapping[str, str]:
    kinds = lists("foreign_words")
    return {**kinds["nouns"], **kinds["verbs"], **kinds["adjectives"]}

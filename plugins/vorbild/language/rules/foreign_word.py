"""Foreign and technical words for which there is an easier one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lexicon import infinitives
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
    return _listed(token.text, is_verb=token.tag.startswith("VV"), is_first=token.start == 0)


@lru_cache(maxsize=20_000)
def _listed(word: str, *, is_verb: bool, is_first: bool) -> str:
    parts = [part for part in _JOINT.split(word) if part]
    if len(parts) == 1 and len(word) >= _LONG and word[0].isupper():
        parts += seams(word)
    # At the start of a sentence a capital does not say that it is a noun.
    bases = (base for part in (word, *parts) for base in _bases(part, is_verb=is_verb, is_first=is_first))
    return next((base for base in bases if base in _known()), "")


def _bases(part: str, *, is_verb: bool, is_first: bool) -> Iterator[str]:
    if part[:1].isupper():
        yield from (part.removesuffix(ending) for ending in _NOUN_ENDINGS)
        yield part.removesuffix("innen") + "in"
    if is_first or part[:1].islower():
        if is_first or is_verb:
            yield from infinitives(part.lower())
        yield from (part.lower().removesuffix(ending) for ending in _ADJECTIVE_ENDINGS)


@cache
def _known() -> Mapping[str, str]:
    kinds = lists("foreign_words")
    return {**kinds["nouns"], **kinds["verbs"], **kinds["adjectives"]}

"""Phrases of several words in a sentence, whatever the order of words and the form of the verb.

They stand in data files as `ins Leben + rufen: gründen`: what stands so in a sentence („/“ parts alternatives, „…“ is
up to four words), the infinitive of a verb anywhere in the sentence, and what to say instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from vorbild.language.lexicon import infinitives
from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vorbild.language.text import Sentence, Text
    from vorbild.language.tokens import Token

_GAP, _UP_TO_FOUR = "…", r"(?:\w+ ){0,4}"
# More words between verb and phrase: they hardly belong together.
_FARTHEST = 8
_ENDS_CLAUSE = frozenset(",;:–(")
_SPACES = str.maketrans("\n\u00a0\u202f", "   ")


class Found(NamedTuple):
    """A phrase in a text: its places and what it means."""

    start: int
    end: int
    meaning: str


@dataclass(frozen=True)
class _Phrase:
    """A phrase: its longest word, what finds its fixed part, its verb ('' for none), its meaning.

    With one of the words `literal` in the sentence it means what it says.
    """

    keys: tuple[str, ...]
    fixed: re.Pattern[str]
    verb: str
    meaning: str
    literal: frozenset[str]


def phrases(text: Text, name: str) -> Iterator[Found]:
    """Yield the phrases of data/<name>.yml in `text`; where two overlap, the one with more letters in the list."""
    known = _by_key(name)
    for sentence in text.sentences:
        small = {token.lower for token in sentence.words}
        candidates = {phrase for word in small & known.keys() for phrase in known[word]}
        taken: list[Found] = []
        for phrase in sorted(candidates, key=lambda phrase: len(phrase.fixed.pattern), reverse=True):
            found = None if phrase.literal & small else _find(phrase, text, sentence)
            if found and not any(found.start < other.end and other.start < found.end for other in taken):
                taken.append(found)
        yield from sorted(taken)


def _find(phrase: _Phrase, text: Text, sentence: Sentence) -> Found | None:
    match = phrase.fixed.search(text.text[sentence.start : sentence.end].translate(_SPACES))
    if not match:
        return None
    start, end = match.span()
    if phrase.verb:
        token = find_verb(phrase.verb, sentence.tokens, start, end)
        if token is None:
            return None
        start, end = min(start, token.start), max(end, token.end)
    return Found(sentence.start + start, sentence.start + end, phrase.meaning)


def find_verb(infinitive: str, tokens: Sequence[Token], start: int, end: int) -> Token | None:
    """Return the form of `infinitive`, its prefix maybe apart, that is nearest to the stretch from `start` to `end`."""
    prefix = next((known for known in _prefixes() if infinitive.startswith(known)), "")
    apart = any(token.lower == prefix and token.tag.startswith("PTK") for token in tokens)
    forms = [
        token
        for token in tokens
        if not start <= token.start < end
        and (token.lower.startswith(prefix) or apart)
        and _is_form(token, infinitive)
        and _is_near(tokens, token, start, end)
    ]
    return min(forms, key=lambda token: min(abs(token.start - end), abs(token.end - start)), default=None)


def _is_form(token: Token, infinitive: str) -> bool:
    """Return whether `token` is a form of `infinitive`; a noun, or a prefix that stands apart, is none."""
    listed = token.lemma == infinitive or infinitive in infinitives(token.lower)
    return listed and token.tag.startswith(("V", "ADJ"))


def _is_near(tokens: Sequence[Token], token: Token, start: int, end: int) -> bool:
    """Return whether `token` and the stretch from `start` to `end` are in one clause, and not far apart."""
    between = [other for other in tokens if min(token.end, end) <= other.start < max(token.start, start)]
    return len(between) <= _FARTHEST and not any(other.text in _ENDS_CLAUSE for other in between)


@cache
def _prefixes() -> tuple[str, ...]:
    """Return what may part from a verb, the longest first."""
    return tuple(sorted(lists("everyday")["prefixes"], key=len, reverse=True))


@cache
def _by_key(name: str) -> Mapping[str, tuple[_Phrase, ...]]:
    """Return the phrases by their longest word, so that few have to be looked for in a sentence."""
    found: dict[str, tuple[_Phrase, ...]] = {}
    data = lists(name)
    for written, meaning in data["phrases"].items():
        phrase = _phrase(written, meaning, data.get("literal", {}).get(written, ()))
        for key in phrase.keys:
            found[key] = (*found.get(key, ()), phrase)
    return found


def _phrase(written: str, meaning: str, literal: Sequence[str]) -> _Phrase:
    fixed, _, infinitive = (part.strip() for part in written.partition("+"))
    words = fixed.split()
    longest = max((word for word in words if word != _GAP), key=len)
    source = "".join(_UP_TO_FOUR if word == _GAP else f"(?:{_alternatives(word)}) " for word in words).rstrip()
    keys = tuple(word.lower() for word in longest.split("/"))
    # At the start of a sentence the first word has a capital.
    pattern = re.compile(rf"\b(?:{source}|{source.replace(fixed[0], fixed[0].upper(), 1)})\b")
    return _Phrase(keys, pattern, infinitive, meaning, frozenset(map(str.lower, literal)))


def _alternatives(word: str) -> str:
    return "|".join(map(re.escape, word.split("/")))

"""The words of a text that rules about words may judge: without addresses, names, and what the glossary explains."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from vorbild.compounds import plain
from vorbild.language.lists import lists
from vorbild.language.literals import EMAIL, WEB, streets
from vorbild.language.terms import Terms
from vorbild.language.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vorbild.language.context import Context
    from vorbild.language.text import Sentence, Text
    from vorbild.language.tokens import Token

_ADDRESS = re.compile(f"{EMAIL}|{WEB}")
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Word:
    """A word of a text with its places there. It is a term as well: one that the text itself may explain."""

    token: Token
    sentence: Sentence

    @property
    def start(self) -> int:
        """The place of its first sign."""
        return self.sentence.start + self.token.start

    @property
    def end(self) -> int:
        """The place after its last sign."""
        return self.sentence.start + self.token.end

    @property
    def term(self) -> str:
        """The word as a term that a text may explain."""
        return self.token.text

    @property
    def forms(self) -> tuple[str, ...]:
        """What it is recognised by in an explanation."""
        return (self.token.text, self.token.lemma) if self.token.lemma[:1].isalpha() else (self.token.text,)

    @property
    def names(self) -> tuple[str, ...]:
        """Nothing that holds it means something else."""
        return ()


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of web and e-mail addresses in `text`."""
    return (match.span() for match in _ADDRESS.finditer(text))


@cache
def _street() -> re.Pattern[str]:
    return re.compile(streets())


def words(text: Text, context: Context) -> Iterator[Word]:
    """Yield the words of `text` that stand in no address, in no name that the site knows or that the text gives.

    The short form of a name that the text gives may stand alone as well: „ZsL“ after „Der Verein heißt: ZsL Mainz.“
    """
    left_out = bytearray(len(text.text))
    names = (match.span() for match in _names(context.names).finditer(text.text))
    on_streets = (match.span() for match in _street().finditer(text.text))
    for start, end in chain(addresses(text.text), on_streets, names, introduced(text)):
        left_out[start:end] = b"\1" * (end - start)
    known = {token.text for token in tokenise(" ".join(text.text[start:end] for start, end in introduced(text)))}
    short = {name for name in known if not name[1:].islower()}
    for sentence in text.sentences:
        for token in sentence.words:
            if not left_out[sentence.start + token.start] and token.text not in short:
                yield Word(token, sentence)


def introduced(text: Text) -> Iterator[tuple[int, int]]:
    """Yield the places of names that a text gives, and of how words sound; not „Das heißt: Alle helfen.“."""
    known = lists("addresses")
    for sentence in text.sentences:
        sounds = any(token.lower in known["speaking"] for token in sentence.tokens)
        for before, token in pairwise(sentence.tokens):
            if token.text == ":" and (sounds or before.lower in known["naming"]):
                rest = [other for other in sentence.tokens if other.start >= token.end]
                if not any(other.tag.endswith("(FIN)") for other in rest):
                    yield sentence.start + token.end, sentence.end
                break


def unexplained(text: Text, context: Context, found: Iterable[Word]) -> Iterator[Word]:
    """Yield the first use of each of `found` that neither the glossary knows nor the text itself explains anywhere."""
    found = tuple(found)
    if not found:
        return
    lines, starts = [text.of(line) for line in text.lines], [line.start for line in text.lines]
    numbers = {bisect_right(starts, word.start) - 1 for word in found}
    known = {place for number in numbers for place in _places(text.lines[number].start, lines[number], context.terms)}
    uses: dict[str, list[Word]] = {}
    for word in found:
        if word.start not in known:
            uses.setdefault(plain(word.token.lemma or word.token.text), []).append(word)
    firsts = [group[0] for group in uses.values()]
    own = Terms(firsts)
    for first, group in zip(firsts, uses.values(), strict=True):
        term = next((use.term for use in own.uses(first.token.text)), first)
        in_lines = {bisect_right(starts, word.start) - 1 for word in group}
        if not any(own.explained(lines, number, term) for number in in_lines):
            yield first


def _places(start: int, line: str, terms: Terms) -> Iterator[int]:
    """Yield where words that the glossary knows stand in `line`, which begins at `start`."""
    for use in terms.uses(line):
        yield from range(start + use.start, start + use.end)


@cache
def _names(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds names, the longest first, also in the genitive."""
    longest = sorted(filter(None, names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})s?\b") if longest else _NOTHING

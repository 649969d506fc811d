"""The words of a glossary in running text: where they stand, in any inflection, and whether the text explains them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from vorbild.catalogue import easy_words
from vorbild.compounds import WORD, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOKEN = re.compile(rf"{WORD}|[^\W_]+")
_SPACE = " \n\u00a0"
# What may stand between a word and the sign of an explanation, and between a word and the end of its line.
_EDGE = r"[\s\u201e\u201c\u00ab\u00bb]*"
_END = r"[\s.\u201c\u00ab\u00bb]*"
# Lines around a use in which the text may explain a word itself.
_NEAR = 2
# Signs beside a use that are looked at for an explanation.
_REACH = 100


@lru_cache(maxsize=64)
def _read(text: str) -> tuple[tuple[re.Match[str], ...], tuple[str, ...]]:
    """Return the words of a line with their places, and as they are compared; lines are looked at again and again."""
    tokens = tuple(_TOKEN.finditer(text))
    return tokens, tuple(plain(token[0]) for token in tokens)


class Term(Protocol):
    """A word to find: by its forms; in its names it stands for something else."""

    @property
    def term(self) -> str:
        """The word itself."""

    @property
    def forms(self) -> tuple[str, ...]:
        """What it is recognised by, in any inflection."""

    @property
    def names(self) -> tuple[str, ...]:
        """Phrases that hold the word and mean something else."""


@dataclass(frozen=True)
class Use:
    """A term where it stands in a line."""

    term: Term
    start: int
    end: int


class Terms:
    """Knows the terms of one glossary. Made once for a site, used for each page."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        """Take the terms; the signs of an explanation are those of easy.yml."""
        signs = easy_words()
        self._adjective = re.compile(f"(?:{'|'.join(signs['endings'])})$")
        self._known: dict[tuple[str, ...], Term | None] = {}
        self._small: set[tuple[str, ...]] = set()
        for term in terms:
            self._known.update({self._key(name): None for name in term.names})
            self._known.update({self._key(form): term for form in term.forms})
            self._small.update(self._key(form) for form in term.forms if form[:1].islower())
        self._heads = {key[-1][:2] for key in self._known}
        self._longest = max(map(len, self._known), default=0)
        self._endings = ("", *sorted(signs["inflections"], key=len, reverse=True))
        self._used: dict[str, tuple[Use, ...]] = {}
        self._signs = {name: "|".join(map(re.escape, found)) for name, found in signs.items()}

    def __bool__(self) -> bool:
        """Return whether there is any term."""
        return bool(self._known)

    def uses(self, text: str) -> tuple[Use, ...]:
        """Return the terms in `text` with their places, the longest first; names only hold one."""
        # Cards and words of the shell stand on many pages.
        if text not in self._used:
            self._used[text] = tuple(self._uses(text))
        return self._used[text]

    def _uses(self, text: str) -> Iterator[Use]:
        tokens, words = _read(text)
        index = 0
        while index < len(tokens):
            for size in range(min(self._longest, len(tokens) - index), 0, -1):
                found = tokens[index : index + size]
                if any(text[one.end() : two.start()].strip(_SPACE) for one, two in pairwise(found)):
                    continue
                known, term = self._lookup(words[index : index + size], noun=found[0][0][0].isupper())
                if known:
                    if term is not None:
                        yield Use(term, found[0].start(), found[-1].end())
                    index += size - 1
                    break
            index += 1

    def explained(self, lines: Sequence[str], number: int, term: Term) -> bool:
        """Return whether the text itself says what `term` is, near to its use in line `number`."""
        near = lines[max(number - _NEAR, 0) : number + _NEAR + 1]
        if any(known is term for line in near for known in _explained_in(self, line)):
            return True
        # A sentence after it speaks of the word in general: Ein Leit-System zeigt den Weg.
        if any(self._in_general(line, term) for line in lines[number + 1 : number + _NEAR + 1]):
            return True
        # The word ends its line, and the next one begins: Das heißt …
        after = lines[number + 1 : number + 2]
        goes_on = re.compile(rf"\s*(?:{self._signs['goes_on']})\b", re.IGNORECASE)
        if not any(map(goes_on.match, after)):
            return False
        ends = [use.end for use in self.uses(lines[number]) if use.term is term]
        return bool(ends) and re.fullmatch(_END, lines[number][ends[-1] :]) is not None

    def _in_general(self, line: str, term: Term) -> bool:
        use = next(iter(self.uses(line)), None)
        general = rf"{_EDGE}(?:{self._signs['in_general']}){_EDGE}"
        return use is not None and use.term is term and re.fullmatch(general, line[: use.start].lower()) is not None

    def _key(self, form: str) -> tuple[str, ...]:
        """Return the words of `form` for comparison; those before the last, which are adjectives, without endings."""
        *first, last = (plain(token[0]) for token in _TOKEN.finditer(form))
        return (*(self._adjective.sub("", word) for word in first), last)

    def _lookup(self, words: Sequence[str], *, noun: bool) -> tuple[bool, Term | None]:
        """Return whether the glossary knows `words`, in any inflection, and the term that they are.

        `noun` says that they begin with a capital: without, a noun is not what looks like it.
        """
        *first, last = words
        # Nearly all words of a text are no terms; this tells most of them at once.
        if last[:2] not in self._heads and last[:1] not in self._heads:
            return False, None
        first = [self._adjective.sub("", word) for word in first]
        for ending in self._endings:
            key = (*first, last.removesuffix(ending))
            if last.endswith(ending) and key in self._known:
                term = self._known[key]
                if term is None or noun or key in self._small:
                    return True, term
        return False, None

    def explaining(self, line: str) -> Iterator[Term]:
        """Yield the terms of which `line` says what they are."""
        sign = self._signs
        alone = re.compile(rf"{_EDGE}(?:{sign['articles']})?{_EDGE}")
        means = re.compile(rf"{_EDGE}(?:{sign['means']})\b")
        article = rf"{_EDGE}(?:{sign['articles']}|{sign['definite']})?{_EDGE}"
        with_article = re.compile(article)
        says = re.compile(rf"{_EDGE}(?:{sign['is']}) (?:{sign['followed_by']})\b")
        called = re.compile(rf"\b(?:{sign['called']})\W*{article}$")
        for use in self.uses(line):
            before = line[max(use.start - _REACH, 0) : use.start].lower()
            after = line[use.end : use.end + _REACH].lower()
            opens = use.start <= _REACH
            if (
                (opens and alone.fullmatch(before) and means.match(after))
                or (opens and with_article.fullmatch(before) and says.match(after))
                or called.search(before)
            ):
                yield use.term


# Asked for each term about each line near its uses.
@lru_cache(maxsize=64)
def _explained_in(terms: Terms, line: str) -> tuple[Term, ...]:
    return tuple(terms.explaining(line))

"""The index in the words that people may ask for: Pagefind compares them as they are, without knowing German.

What the browser does for lunr when a question comes (scripts/search/understand.js) is done here beforehand, because it
does not know the words of this index: parts of compounds, other forms of verbs, and what means the same lead to them.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from vorbild.language import analysis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.views import IndexWord, SearchIndex

# How much it counts if a document has, in place of the word that is asked for, … (as in understand.js)
_FORM = 0.8  # another form of it
_PART = 0.4  # a longer word with it
_SYNONYM = 0.5  # a word that means the same
_UNIT = 2  # weights of the index are counted in halves


def postings(index: SearchIndex) -> Iterator[tuple[str, dict[int, float]]]:
    """Yield each term in alphabetical order, and how often each document says it or what stands for it, weighted."""
    leading: dict[str, list[tuple[IndexWord, float]]] = defaultdict(list)
    forms, same = _forms(index), _same(index)
    for word in index.words:
        for term, share in _terms(word, forms, same).items():
            leading[term].append((word, share))
    for term in sorted(leading):
        found: dict[int, float] = defaultdict(float)
        for word, share in leading[term]:
            for document, twice in word.postings:
                found[document] += share * twice / _UNIT
        yield term, found


def _forms(index: SearchIndex) -> Mapping[str, set[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for stems in index.inflections:
        for stem in stems:
            forms[stem].update(stems)
    return forms


def _same(index: SearchIndex) -> Mapping[str, set[str]]:
    """Return which single words may stand for a single word; terms of several words are lunr's."""
    same: dict[str, set[str]] = defaultdict(set)
    for asked, found in index.synonyms:
        for stem, *more in (*asked, *found):
            if not more:
                same[stem].update(own[0] for own in asked if len(own) == 1)
    return same


def _terms(word: IndexWord, forms: Mapping[str, set[str]], same: Mapping[str, set[str]]) -> dict[str, float]:
    """Return the terms that lead to `word`, each with the best of its reasons."""
    own = analysis.stem(analysis.fold("".join(word.parts)))
    parts = {analysis.stem(analysis.fold("".join(run))) for run in _runs(word.parts)}
    found = dict.fromkeys((synonym for part in parts for synonym in same.get(part, ())), _PART * _SYNONYM)
    found |= dict.fromkeys(parts, _PART)
    found |= dict.fromkeys(same.get(own, ()), _SYNONYM)
    found |= dict.fromkeys((*forms.get(own, ()), *_with_other_s(own)), _FORM)
    return found | {own: 1}


def _with_other_s(stem: str) -> Iterator[str]:
    """Yield the stem that Busse has for Bus, and Bus for Busse."""
    if stem.endswith("s"):
        yield stem.removesuffix("s") if stem.endswith("ss") else f"{stem}s"


def _runs(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every run of neighbouring parts that is not the whole word."""
    for start, end in combinations(range(len(parts) + 1), 2):
        if end - start < len(parts):
            yield parts[start:end]

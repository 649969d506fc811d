"""The index of the search: which words each entry and page says, and how weighty the place is where it says them.

How much a field weighs is `x-search` in the schema; a term of a vocabulary is found by its labels and synonyms.
Fields are added up before they are scored, as BM25F does (Robertson, Zaragoza, Taylor: Simple BM25 Extension to
Multiple Weighted Fields, CIKM 2004), so that an index has one number for a word in a document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

from vorbild.language import analysis
from vorbild.language.inflection import verb_stems
from vorbild.language.parts import parts
from vorbild.views import IndexWord, SearchIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vorbild.compounds import Compounds
    from vorbild.entries import Entry, Glossary, Library
    from vorbild.schema import Concept, Field, Value
    from vorbild.views import Found, Stems

# Shown, but nothing that anybody looks for by words.
_NO_TEXT = ("x-link", "x-email", "x-media", "x-reference", "x-date", "pattern", "enum")
# The label of a concept says what an entry is about; its synonyms and easy words only lead there.
_SYNONYM = 0.5
EASY = "easy"
"""The retelling in easy language, by its role."""
_RETELLINGS = frozenset({"summary", EASY})
# Weights are counted in halves.
_UNIT = 2
_SEAMS = re.compile(f"[{analysis.SEAMS}]")


class Said(NamedTuple):
    """A text and how much its place weighs.

    A retelling, named by its role, says again what the rest of a document says: its words count only as far as they go
    beyond that. In the one in easy language hyphens may be seams.
    """

    text: str
    weight: float
    retelling: str = ""


class Synonyms(NamedTuple):
    """Words of which each may stand for each other, and words that they find and that do not find back."""

    words: Sequence[str]
    finds: Sequence[str] = ()


def said(library: Library, entry: Entry) -> Iterator[Said]:
    """Yield all texts of `entry`, also in easy language, and those of its concepts."""
    return _said(library, entry.schema.root, entry.values, 1.0, "")


def _said(library: Library, field: Field, value: Value, weight: float, retelling: str) -> Iterator[Said]:
    weight = weight if field.search is None else field.search
    retelling = field.role if field.role in _RETELLINGS else retelling
    if not weight or any(field.raw.get(key) for key in _NO_TEXT):
        return
    vocabulary = library.schemas.vocabularies.get(field.vocabulary or "")
    if isinstance(value, dict):
        for child in field.children:
            if child.name in value:
                yield from _said(library, child, value[child.name], weight, retelling)
    elif isinstance(value, list):
        for item in value:
            yield from _said(library, field.item or field, item, weight, retelling)
    elif vocabulary is not None:
        yield from _concept(vocabulary[value], weight) if value in vocabulary else ()
    elif isinstance(value, str):
        yield Said(value, weight, retelling)


def _concept(concept: Concept, weight: float) -> Iterator[Said]:
    yield Said(concept.label, weight)
    yield Said(concept.easy, weight * _SYNONYM, EASY)
    yield Said(" ".join(concept.synonyms), weight * _SYNONYM)


def searched(field: Field) -> bool:
    """Tell whether any words of `field` are found."""
    if field.search == 0 or any(field.raw.get(key) for key in _NO_TEXT):
        return False
    within = field.children or ((field.item,) if field.item else ())
    return any(map(searched, within)) if within else field.raw.get("type") == "string"


def search_index(
    documents: Iterable[Iterable[Said]],
    others: Iterable[Found],
    same: Iterable[Synonyms],
    compounds: Compounds,
) -> SearchIndex:
    """Return the index of `documents`: the practices in the order of the table, then those of `others`."""
    postings: dict[str, dict[int, float]] = defaultdict(dict)
    forms: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    lengths = []
    for number, document in enumerate(documents):
        told: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for text, weight, retelling in document:
            for word, often in Counter(analysis.words(text)).items():
                term = analysis.term(word)
                if term:
                    told[term][retelling] += often * weight
                    # In easy language the hyphen of Rollstuhl-Rampe is for the eye.
                    forms[term][compounds.joined(word) if retelling == EASY else word] += often * weight
        most = {term: max(weights.values()) for term, weights in told.items()}
        for term, weight in most.items():
            postings[term][number] = weight
        lengths.append(round(sum(most.values())))
    known = {term: parts_of(_commonest(counted)) for term, counted in forms.items()}
    words = tuple(
        IndexWord(known[term], tuple((number, round(often * _UNIT)) for number, often in own.items()))
        for term, own in postings.items()
    )
    return SearchIndex(
        tuple(others),
        tuple(lengths),
        words,
        tuple(_useful(same, _findable(known))),
        verb_stems("".join(parts) for parts in known.values()),
        tuple(sorted(analysis.stop_words())),
    )


def _commonest(counted: Mapping[str, float]) -> str:
    """Return the form that stands for a word: the commonest; of two the shorter one, in small letters rather."""
    return min(counted, key=lambda form: (-counted[form], len(form), form.swapcase()))


def parts_of(word: str) -> tuple[str, ...]:
    """Return the parts of `word`; hyphens that it is written with stay at the end of theirs."""
    found: list[str] = []
    for piece in _SEAMS.split(word):
        *first, last = parts(piece)
        found += [*first, f"{last}-"]
    return (*found[:-1], found[-1].removesuffix("-"))


def synonyms(glossary: Glossary) -> Iterator[Synonyms]:
    """Yield what means the same: the sets of the glossary, and each of its terms with its short form and synonyms."""
    for item in glossary.synonyms:
        yield Synonyms(item["words"], item.get("finds", ()))
    for term in glossary.terms:
        yield Synonyms([term["term"], *filter(None, [term.get("abbreviation")]), *term.get("synonyms", ())])


def _findable(known: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the stems of all words of the index and of all that are part of one."""
    runs = (parts[start:end] for parts in known.values() for start, end in combinations(range(len(parts) + 1), 2))
    return frozenset(chain(known, (analysis.stem(analysis.fold("".join(run))) for run in runs)))


def _useful(sets: Iterable[Synonyms], known: frozenset[str]) -> Iterator[tuple[tuple[Stems, ...], tuple[Stems, ...]]]:
    """Yield the sets as stems, without what is not in the index; only those that lead from one word to another."""
    for words, finds in sets:
        asked, found = (tuple(dict.fromkeys(filter(None, map(_stems, own)))) for own in (words, finds))
        findable = [term for term in (*asked, *found) if all(stem in known for stem in term)]
        if findable and (len(asked) > 1 or found):
            yield asked, tuple(term for term in found if term in findable)


def _stems(term: str) -> Stems:
    return tuple(filter(None, map(analysis.term, analysis.words(term))))

"""The index of the search as a small script: what a browser unpacks stands in scripts/search/index.js.

Words are sorted and each is told by what it shares with the one before; documents of a word are told by the gaps
between their numbers. All numbers are written in printable signs, which gzip packs as well as bytes, and which may
stand in a script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.render.data import hashed
from vorbild.render.links import url_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vorbild.artefact import Artefact
    from vorbild.views import IndexWord, SearchIndex

SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
"""The 92 signs that numbers are written in: the first LAST end a number, the others say that it goes on."""
LAST = 62
_MORE = len(SIGNS) - LAST
# The first sign of a word says how many letters it shares, twice, and whether it begins with a capital.
_MOST_SHARED = len(SIGNS) // 2 - 1
SEAM = "|"


def packed(number: int) -> str:
    """Return `number` in signs, its lowest part first."""
    signs = ""
    while number >= LAST:
        number, low = divmod(number - LAST, _MORE)
        signs += SIGNS[LAST + low]
    return signs + SIGNS[number]


def index_script(index: SearchIndex, *, directory_urls: bool) -> Artefact:
    """Return the script with the whole index."""
    words = sorted(((_written(word), word) for word in index.words), key=lambda pair: (_small(pair[0]), pair[0]))
    gaps, counts, levels = [], [], []
    for _, word in words:
        counts.append(packed(len(word.postings)))
        before = -1
        for document, level in sorted(word.postings):
            gaps.append(packed(document - before - 1))
            levels.append(packed(level))
            before = document
    others = [[one.id, one.kind, url_of(one.uri, directory_urls=directory_urls)] for one in index.others]
    return hashed(
        "index",
        {
            "others": others,
            "lengths": "".join(map(packed, index.lengths)),
            "words": _front_coded(written for written, _ in words),
            "counts": "".join(counts),
            "gaps": "".join(gaps),
            "levels": "".join(levels),
            "synonyms": index.synonyms,
            "inflections": [" ".join(stems) for stems in index.inflections],
            "stops": index.stops,
        },
    )


def _written(word: IndexWord) -> str:
    """Return the word with its seams; a hyphen is one by itself."""
    return SEAM.join(word.parts).replace(f"-{SEAM}", "-")


def _small(word: str) -> str:
    return word[0].lower() + word[1:]


def _front_coded(words: Iterable[str]) -> str:
    """Return the words one after another, each as a sign for what it shares with the last, the rest, and a space."""
    coded, last = [], ""
    for word in words:
        small = _small(word)
        shared = 0
        while shared < min(len(small), len(last), _MOST_SHARED) and small[shared] == last[shared]:
            shared += 1
        coded.append(f"{SIGNS[2 * shared + (word != small)]}{small[shared:]}")
        last = small
    return " ".join(coded)

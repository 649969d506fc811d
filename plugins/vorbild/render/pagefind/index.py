"""An index as Pagefind reads it in the browser, written from what we know of each word.

Pagefind's own program makes one from pages of HTML, but takes 4 GB of memory and minutes for 10,000 entries, and names
every document by a hash (decision 0039). The format is that of VERSION, and a test compares the two.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from vorbild.render.pagefind.cbor import array, number, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

VERSION = "1.5.2"
LANGUAGE = "xx"
"""One that Pagefind does not know, so that it leaves words alone."""
END = "!"
"""Between a term and its block. Pagefind finds all that begins with what is asked for, and so finds no longer words.

It sorts before letters and digits, so that terms with it are in the same order as without.
"""
BLOCK = 500
"""Documents in a block of a term: the time that Pagefind takes grows with the square of their number."""
STEPS = 10
"""What one stands for in the weight of a term; it stands where Pagefind has the place of a word in a text."""
_MOST = 255
_SIGNATURE = b"pagefind_dcd"
# Bytes in a piece of the index, unpacked: small ones cost less for each word, many make the list of them longer.
_PIECE = 32_000
_EMPTY = array(())


def files(documents: int, postings: Iterable[tuple[str, Mapping[int, float]]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files by name. `postings` are in the order of terms; there are so many `documents`, named by number."""
    pieces = []
    for name, words in enumerate(_pieces(_words(postings))):
        pieces.append((words[0][0], words[-1][0], str(name)))
        yield f"index/{name}.pf_index", _packed(array([array([data for _, data in words])]))
    yield f"pagefind.{LANGUAGE}.pf_meta", _packed(_meta(documents, pieces))
    told = {LANGUAGE: {"hash": LANGUAGE, "wasm": None, "page_count": documents}}
    entry = {"version": VERSION, "languages": told, "include_characters": [END]}
    yield "pagefind-entry.json", json.dumps(entry).encode()


def _words(postings: Iterable[tuple[str, Mapping[int, float]]]) -> Iterator[tuple[str, bytes]]:
    """Yield each block of each term, with its documents as Pagefind wants them."""
    for term, weights in postings:
        documents = sorted(weights)
        for block, start in enumerate(range(0, len(documents), BLOCK)):
            own = documents[start : start + BLOCK]
            gaps = (after - before for before, after in pairwise((0, *own)))
            pages = [array((number(gap), _place(weights[one]), _EMPTY)) for gap, one in zip(gaps, own, strict=True)]
            name = f"{term}{END}{block:03}"
            yield name, array((text(name), array(pages), _EMPTY))


@cache
def _place(weight: float) -> bytes:
    return array([number(max(1, min(round(weight * STEPS), _MOST)))])


def _pieces(words: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    piece, size = [], 0
    for word in words:
        piece.append(word)
        size += len(word[1])
        if size >= _PIECE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _meta(documents: int, pieces: Iterable[tuple[str, str, str]]) -> bytes:
    # How long they are nobody asks.
    pages = [array((text(str(document)), number(1))) for document in range(documents)]
    listed = [array(list(map(text, piece))) for piece in pieces]
    return array((text(VERSION), array(pages), array(listed), _EMPTY, _EMPTY, _EMPTY))


def _packed(data: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + data, 9, mtime=0)

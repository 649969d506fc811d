"""The search with Pagefind: what the browser loads of it, below one folder that is named by all that is in it.

So a page that was loaded before a new build never mixes the two; and its files may be kept for ever.
"""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from math import log2
from typing import TYPE_CHECKING, Any, NamedTuple

from vorbild.artefact import Artefact
from vorbild.render.data import data_script
from vorbild.render.links import url_of
from vorbild.render.pagefind import index as written
from vorbild.render.pagefind.package import PagefindError, program
from vorbild.render.pagefind.terms import postings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.views import Found, SearchIndex

__all__ = ["PagefindError", "Published", "published"]

# Documents whose addresses come in one file. Hits lie anywhere, so nearly each costs one.
_SHELF = 100


class Published(NamedTuple):
    """The files, and what a script must know of them (scripts/search/pagefind.js)."""

    files: tuple[Artefact, ...]
    told: dict[str, Any]


def published(index: SearchIndex, documents: Sequence[Found]) -> Published:
    """Return the search of `index`, whose documents are `documents`, kind after kind.

    Raises PagefindError if Pagefind is not there.
    """
    files = [*program(), *written.files(len(documents), postings(index)), *_shelves(documents), _lengths(index)]
    content = blake2b(digest_size=6)
    for name, data in files:
        content.update(name.encode() + data)
    folder = f"assets/pagefind.{content.hexdigest()}/"
    kinds = Counter(one.kind for one in documents)
    terms = {"block": written.BLOCK, "end": written.END, "steps": written.STEPS}
    told = {"folder": folder, "kinds": kinds, "shelf": _SHELF, **terms}
    return Published(tuple(Artefact(folder + name, data) for name, data in files), told)


def _lengths(index: SearchIndex) -> tuple[str, bytes]:
    """Return how long each document is, as a sign: at 8 as long as all are on average, four further twice as long."""
    average = sum(index.lengths) / max(1, len(index.lengths))
    places = (round(4 * log2(length / average)) + 8 if length else 0 for length in index.lengths)
    signs = "".join(f"{max(0, min(place, 15)):x}" for place in places)
    return "lengths.js", data_script("lengths", signs).encode()


def _shelves(documents: Sequence[Found]) -> Iterator[tuple[str, bytes]]:
    """Yield the ids and addresses of documents, some at a time: with the table, all of them would come at once."""
    for shelf, start in enumerate(range(0, len(documents), _SHELF)):
        own = [[one.id, url_of(one.uri, directory_urls=True)] for one in documents[start : start + _SHELF]]
        yield f"documents/{shelf}.js", data_script(f"documents/{shelf}", own).encode()

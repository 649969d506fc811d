"""The search with Pagefind: what the browser loads of it, below one folder that is named by all that is in it.

So a page that was loaded before a new build never mixes the two; and its files may be kept for ever.
"""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
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
_SHELF = 20


class Published(NamedTuple):
    """The files, and what a script must know of them (scripts/search/pagefind.js)."""

    files: tuple[Artefact, ...]
    told: dict[str, Any]


def published(index: SearchIndex, documents: Sequence[Found]) -> Published:
    """Return the search of `index`, whose documents are `documents`, kind after kind.

    Raises PagefindError if Pagefind is not there.
    """
    files = [*program(), *written.files(index.lengths, postings(index)), *_shelves(documents)]
    content = blake2b(digest_size=6)
    for name, data in files:
        content.update(name.encode() + data)
    folder = f"assets/pagefind.{content.hexdigest()}/"
    kinds = Counter(one.kind for one in documents)
    told = {"folder": folder, "kinds": kinds, "block": written.BLOCK, "end": written.END, "shelf": _SHELF}
    return Published(tuple(Artefact(folder + name, data) for name, data in files), told)


def _shelves(documents: Sequence[Found]) -> Iterator[tuple[str, bytes]]:
    """Yield the ids and addresses of documents, some at a time: with the table, all of them would come at once."""
    for shelf, start in enumerate(range(0, len(documents), _SHELF)):
        own = [[one.id, url_of(one.uri, directory_urls=True)] for one in documents[start : start + _SHELF]]
        yield f"documents/{shelf}.js", data_script(f"documents/{shelf}", own).encode()

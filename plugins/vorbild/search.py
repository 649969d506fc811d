"""What scripts find, filter and compare by: a table of the practices, records of entries and pages, and the index."""

from __future__ import annotations

import json
import re
from functools import cached_property
from importlib.metadata import distribution
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import rjsmin

from vorbild import content
from vorbild.artefact import Artefact
from vorbild.derive import addresses, matching, records, search, table
from vorbild.derive.easy_text import plain_lines
from vorbild.entries import MUNICIPALITY, PRACTICE
from vorbild.render import data, index
from vorbild.views import Found, Record, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vorbild.compounds import Compounds
    from vorbild.content import ContentPage
    from vorbild.derive.facets import FacetIndex
    from vorbild.derive.present import Presenter
    from vorbild.views import Table

SCRIPT = "assets/search.js"
"""Where the search is: the one script without a hash in its name, so that others can ask for it."""
# The engine for the browser, and the stemmer, lie in the package of MkDocs; nothing of it is imported.
_PACKAGE, _FOLDER = "mkdocs", "mkdocs/contrib/search"
_ENGINE = ("templates/search/lunr.js", "lunr-language/lunr.stemmer.support.js", "lunr-language/lunr.de.js")
# Our own scripts build on each other in this order.
_SHARED = ("load.js", "table.js")
_ORDER = ("analysis.js", "index.js", "understand.js", "mark.js", "engine.js")
PAGE = "page"
# How much the words of a hand-written page weigh by where they stand.
_TITLE, _LEAD, _TEXT, _EASY = 3, 1.5, 1, 0.5
# Marks of headings, attributes and HTML in Markdown.
_NO_WORDS = re.compile(r"^#+ |\{[^}\n]*\}|<[^>\n]*>|^\[\^?[^\]]*\]:.*$", re.MULTILINE)


class Offered:
    """All that scripts may ask for. Nothing is made before it is asked for."""

    def __init__(
        self,
        presenters: Mapping[str, Presenter],
        facets: Sequence[FacetIndex],
        pages: Sequence[ContentPage],
        compounds: Compounds,
        *,
        directory_urls: bool,
    ) -> None:
        """Take the presenter of each language, the facets, all hand-written pages, and what knows seams of words."""
        self._presenters = tuple(presenters.values())
        self._library = self._presenters[0].library
        self._facets, self._pages, self._compounds = facets, pages, compounds
        self._directory_urls = directory_urls

    @cached_property
    def table(self) -> Artefact:
        """The table of all practices."""
        return data.table_script(self._table, directory_urls=self._directory_urls)

    @cached_property
    def titles(self) -> dict[str, Artefact]:
        """The titles of all entries, by language."""
        return {
            present.texts.language: data.titles_script(
                {kind: records.titles(present, kind) for kind in (PRACTICE, MUNICIPALITY)}, present.texts.language
            )
            for present in self._presenters
        }

    @cached_property
    def rule(self) -> Artefact:
        """How „Passt das zu uns?“ ranks them."""
        return data.rule_script(matching.rule(self._library, self._facets))

    @cached_property
    def index(self) -> Artefact:
        """The index of the search."""
        library, standard = self._library, [page for page in self._pages if not content.is_easy(page.uri)]
        written = {page.uri: page for page in self._pages}
        practices = {entry.slug: entry for entry in library.practices}
        towns = library.municipalities
        documents = chain(
            (search.said(library, practices[slug]) for slug in self._table.slugs),
            (search.said(library, town) for town in towns),
            (_page_said(page, written.get(content.twin(page.uri))) for page in standard),
        )
        others = chain(
            (_found(MUNICIPALITY, addresses.entry(MUNICIPALITY, town.slug)) for town in towns),
            (_found(PAGE, page.uri) for page in standard),
        )
        made = search.search_index(documents, others, search.synonyms(library.glossary), self._compounds)
        return index.index_script(made, directory_urls=self._directory_urls)

    def records(self) -> Iterator[Artefact]:
        """Yield the record of each entry and each hand-written page, in both languages."""
        entries = chain.from_iterable(map(records.records, self._presenters))
        pages = (_page_record(page) for page in self._pages)
        return data.record_scripts(chain(entries, pages), directory_urls=self._directory_urls)

    @cached_property
    def files(self) -> str:
        """The script that tells the others where the files with a hash in their name are."""
        titles = {language: artefact.path for language, artefact in self.titles.items()}
        files = {"table": self.table.path, "index": self.index.path, "matching": self.rule.path, "titles": titles}
        return f"vorbild.files={json.dumps(files)};\n"

    @cached_property
    def _table(self) -> Table:
        return table.table(self._library, self._facets)


def engine(templates: Path, files: str) -> Artefact:
    """Return the search itself: lunr with its German stemmer, and our own scripts, which know `files`."""
    package = distribution(_PACKAGE)
    theirs = "\n".join(Path(str(package.locate_file(f"{_FOLDER}/{name}"))).read_text("utf-8") for name in _ENGINE)
    # They look for module systems first; here they shall find none.
    hidden = f"(function(){{var exports,module,define;\n{theirs}\n}}).call(window);"
    own = "\n".join(path.read_text("utf-8") for path in map(Path, _scripts(templates)))
    return Artefact(SCRIPT, f"{rjsmin.jsmin(hidden, keep_bang_comments=True)}\n{rjsmin.jsmin(own)}\n{files}".encode())


def _scripts(templates: Path) -> Iterator[Path]:
    """Yield what the search is made of: what other pages need too, then its own, which rests on what comes before."""
    yield from (templates / "scripts/entries" / name for name in _SHARED)
    yield from (templates / "scripts/search" / name for name in _ORDER)


def _found(kind: str, uri: str) -> Found:
    path = addresses.record(uri).removeprefix(f"{addresses.RECORDS}/")
    # Without a slash it would be the slug of a practice.
    return Found(path if "/" in path else f"/{path}", kind, uri)


def _page_said(page: ContentPage, easy: ContentPage | None) -> Iterator[search.Said]:
    """Yield the texts of a hand-written page and of its easy twin."""
    yield search.Said(_title(page), _TITLE)
    yield search.Said(str(page.meta.get("description", "")), _LEAD, "summary")
    yield from (search.Said(line, _TEXT) for line in plain_lines(_body(page)))
    if easy is not None:
        yield from (search.Said(line, _EASY, search.EASY) for line in (_title(easy), *plain_lines(_body(easy))))


def _page_record(page: ContentPage) -> Record:
    easy = content.is_easy(page.uri)
    uri = content.twin(page.uri) if easy else page.uri
    rows = (Row("", "", plain_lines(_body(page))),)
    summary = str(page.meta.get("description", ""))
    return Record(addresses.record(uri, easy=easy), page.uri, PAGE, _title(page), summary, rows=rows)


def _title(page: ContentPage) -> str:
    return str(page.meta.get("title") or page.title)


def _body(page: ContentPage) -> str:
    return _NO_WORDS.sub("", page.text[page.offset :])

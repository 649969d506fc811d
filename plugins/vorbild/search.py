"""What scripts find, filter and compare by: a table of the practices, records of entries and pages, and the index."""

from __future__ import annotations

import gzip
import json
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from vorbild import content
from vorbild.catalogue import texts
from vorbild.derive import addresses, matching, records, search, table
from vorbild.engines import HEAVY, LUNR, PAGEFIND
from vorbild.entries import MUNICIPALITY, PRACTICE
from vorbild.render import data, engine, index, pagefind
from vorbild.views import Found, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from vorbild.artefact import Artefact
    from vorbild.compounds import Compounds
    from vorbild.content import ContentPage
    from vorbild.derive.facets import FacetIndex
    from vorbild.derive.present import Presenter
    from vorbild.render.pagefind import Published
    from vorbild.views import SearchIndex, Table

# What lunr loads before its first result, beside the script itself.
_INDEX = "assets/index."
_LOADED = (_INDEX, "assets/table.")
PAGE = "page"
# How much the words of a hand-written page weigh by where they stand.
_TITLE, _LEAD, _HEADING, _EASY = 3, 1.5, 1, 0.5


class Offered:
    """All that scripts may ask for. Nothing is made before it is asked for."""

    def __init__(  # noqa: PLR0913 - what the site is made of
        self,
        presenters: Mapping[str, Presenter],
        facets: Sequence[FacetIndex],
        pages: Sequence[ContentPage],
        compounds: Compounds,
        *,
        directory_urls: bool,
        engine: str = LUNR,
    ) -> None:
        """Take the presenter of each language, the facets, all hand-written pages, and what knows seams of words."""
        self._presenters = tuple(presenters.values())
        self._library = self._presenters[0].library
        self._facets, self._pages, self._compounds = facets, pages, compounds
        self._directory_urls = directory_urls
        self._engine = engine

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
    def index(self) -> tuple[Artefact, ...]:
        """What the engine searches. Raises PagefindError if there is no Pagefind to search it."""
        if self._engine == PAGEFIND:
            return self._pagefind.files
        return (index.index_script(self._index, directory_urls=self._directory_urls),)

    @cached_property
    def _pagefind(self) -> Published:
        practices = (Found(slug, PRACTICE, addresses.entry(PRACTICE, slug)) for slug in self._table.slugs)
        return pagefind.published(self._index, [*practices, *self._index.others])

    @cached_property
    def _index(self) -> SearchIndex:
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
        return search.search_index(documents, others, search.synonyms(library.glossary), self._compounds)

    def records(self) -> Iterator[Artefact]:
        """Yield the record of each entry and each hand-written page, in both languages."""
        entries = chain.from_iterable(map(records.records, self._presenters))
        pages = (_page_record(page) for page in self._pages)
        return data.record_scripts(chain(entries, pages), directory_urls=self._directory_urls)

    @cached_property
    def files(self) -> str:
        """The script that tells the others where the files with a hash in their name are."""
        found = self._pagefind.told if self._engine == PAGEFIND else self.index[0].path
        titles = {language: artefact.path for language, artefact in self.titles.items()}
        files = {"table": self.table.path, "index": found, "matching": self.rule.path, "titles": titles}
        return f"vorbild.files={json.dumps(files)};\n"

    def script(self, templates: Path) -> Artefact:
        """Return the search itself."""
        stops = f"vorbild.stops={json.dumps(self._index.stops)};\n" if self._engine == PAGEFIND else ""
        return engine.script(self._engine, templates, self.files + stops)

    @cached_property
    def _table(self) -> Table:
        return table.table(self._library, self._facets)


def hint(artefacts: Iterable[Artefact]) -> str:
    """Return what an operator should know of the weight of the search among `artefacts`, or ''."""
    loaded = [one for one in artefacts if one.path == engine.SCRIPT or one.path.startswith(_LOADED)]
    weight = sum(len(gzip.compress(one.data)) for one in loaded)
    lunr = any(one.path.startswith(_INDEX) for one in loaded)
    return texts()("page.heavy_search", weight=round(weight / 1000)) if lunr and weight > HEAVY else ""


def _found(kind: str, uri: str) -> Found:
    path = addresses.record(uri).removeprefix(f"{addresses.RECORDS}/")
    # Without a slash it would be the slug of a practice.
    return Found(path if "/" in path else f"/{path}", kind, uri)


def _page_said(page: ContentPage, easy: ContentPage | None) -> Iterator[search.Said]:
    """Yield what a hand-written page and its easy twin are about.

    Not their whole text: people come for examples, and it would weigh as much as that of a third of them.
    """
    yield search.Said(_title(page), _TITLE)
    yield search.Said(str(page.meta.get("description", "")), _LEAD, "summary")
    yield from (search.Said(heading, _HEADING) for heading in page.headings)
    if easy is not None:
        yield from (search.Said(text, _EASY, search.EASY) for text in (_title(easy), *easy.headings))


def _page_record(page: ContentPage) -> Record:
    easy = content.is_easy(page.uri)
    uri = content.twin(page.uri) if easy else page.uri
    summary = str(page.meta.get("description", ""))
    return Record(addresses.record(uri, easy=easy), page.uri, PAGE, _title(page), summary)


def _title(page: ContentPage) -> str:
    return str(page.meta.get("title") or page.title)

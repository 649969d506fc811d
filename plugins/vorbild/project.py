"""The composition root: load a project, check it, build its pages."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from vorbild import brand, config, content, easy, entries, logo, schema, search
from vorbild.artefact import Artefact
from vorbild.catalogue import EASY, easy_words, explain, texts
from vorbild.compounds import HYPHEN, Compounds
from vorbild.derive import (
    addresses,
    chosen,
    easy_text,
    entry_page,
    facets,
    find,
    lessons,
    lexicon,
    lineage,
    lists,
    location,
    matching,
    reference,
    related,
    statement,
)
from vorbild.derive import sources as all_sources
from vorbild.derive.fragments import Fragments
from vorbild.derive.pictures import picture
from vorbild.derive.present import Presenter
from vorbild.derive.share import share_cards
from vorbild.diagnostics import Diagnostic, Report, Span
from vorbild.engines import LUNR
from vorbild.entries import GLOSSARY, MATCHING, checks
from vorbild.language.context import Context
from vorbild.language.terms import Terms
from vorbild.raster import Album, RasterError
from vorbild.render import Brand, Renderer, ShareCards, Store, Wholes, bundle, one_per_line, pictures, url_of
from vorbild.schema import nearest
from vorbild.slug import slugify
from vorbild.views import Fragment, ShareCard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from vorbild.config import Config
    from vorbild.content import ContentPage
    from vorbild.entries import Library
    from vorbild.raster import Raster
    from vorbild.schema import Schemas
    from vorbild.views import Logo, Page

TEMPLATES = "overrides"
_GLOSSARY = frozenset(("glossary", "abbreviations"))
CACHE = ".cache/pictures"


@dataclass(frozen=True)
class Project:
    """One checkout: its folder, what was read from it, and what was wrong on the way.

    Schemas and library are None if a schema cannot be used.
    """

    root: Path
    schemas: Schemas | None
    library: Library | None
    pages: tuple[ContentPage, ...]
    config: Config
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Site:
    """How the site is to be: the operator's data, whether addresses end in folders or in files, menu, name, tagline.

    The menu is written as in mkdocs.yml: source files, titled ones, and sections with a title and a menu of their own.
    A site without a name has no share cards.
    """

    operator: Mapping[str, str] = field(default_factory=dict)
    directory_urls: bool = True
    menu: Sequence[Any] = ()
    name: str = ""
    tagline: str = ""


class ContentError(ValueError):
    """The content has errors, and nothing can be built from it; holds the report."""

    def __init__(self, report: Report) -> None:
        """Hold `report`."""
        super().__init__(len(report))
        self.report = report


def load(root: Path) -> Project:
    """Read everything below `root`. Never raises for bad content; that is in the diagnostics."""
    found: list[Diagnostic] = []
    schemas = schema.load(root, found)
    library = None if schemas is None else entries.load(root, schemas, found)
    settings = config.read(root, found)
    return Project(root, schemas, library, tuple(content.load(root, found)), settings, tuple(found))


def check(project: Project) -> Report:
    """Return everything that is wrong with the content of `project`."""
    found = [
        *project.diagnostics,
        *brand.check(project.root, project.config),
        *logo.check(project.root, project.config),
    ]
    if project.library is not None:
        found += entries.check(project.library, project.root)
        found += _state(project.config, project.library)
        build_ = Build(project, Site())
        found += content.check(
            list(project.pages), build_.uris, content.files(project.root) | {addresses.DATA}, build_.fragments
        )
        found += content.check_pictures(list(project.pages), project.root)
        found += _easy_exceptions(project)
        found += content.check_easy(list(project.pages), project.library.schemas.vocabularies["easy_statuses"])
    return Report(found)


def _easy_exceptions(project: Project) -> Iterator[Diagnostic]:
    """Yield exceptions of easy texts that are about nothing; what else is wrong with them says `vorbild easy check`."""
    context = easy_context(project)
    for file in easy_files(project):
        text = easy.readable((project.root / file).read_bytes(), file, [])
        for one in easy.read(text, file, []) if text and easy.has_exceptions(text) else ():
            yield from easy.exceptions(one, context)


def easy_files(project: Project) -> Iterator[str]:
    """Yield the files of `project` that hold easy texts, relative to its root."""
    if project.library is not None:
        yield from (entry.file for entry in project.library.entries)
    yield from (page.file for page in project.pages if content.is_easy(page.uri))
    shared = (
        (project.root / "case_studies").glob("vocabularies/*.yml"),
        [project.root / GLOSSARY, project.root / MATCHING],
    )
    yield from (path.relative_to(project.root).as_posix() for path in chain(*shared) if path.is_file())


def easy_context(project: Project) -> Context:
    """Return what the rules of easy language may know of `project`: glossary, names of places, real hyphens."""
    library = project.library
    if library is None:
        return Context()
    terms, names = Terms(lexicon.hard_words(library)), frozenset(lexicon.proper_names(library))
    return Context(terms, names, _compounds(library), explains=True)


def _compounds(library: Library) -> Compounds:
    known = easy_words()
    return Compounds(lexicon.with_hyphens(library), known["adjectives"], known["endings"])


def errors(report: Report) -> Report:
    """Return the findings of `report` that forbid a build."""
    return Report(diagnostic for diagnostic in report if explain(diagnostic).severity == "error")


class Build:
    """The pages of one project for one site. Needs a library; use it after `check`."""

    def __init__(self, project: Project, site: Site) -> None:
        """Prepare what all pages share; nothing is derived or rendered yet."""
        if project.library is None:
            raise ContentError(Report(project.diagnostics))
        self.project = project
        self._library = project.library
        self._directory_urls = site.directory_urls
        self._album = Album(project.root / checks.media.FOLDER)
        self._page_album = Album(project.root / content.FOLDER)
        self._site_card = ShareCard(site.tagline or site.name)
        self._share = self._share_cards(site) if site.name else None
        self._menus = {
            "de": location.sections(site.menu, {}),
            EASY: location.sections(site.menu, project.config.easy_names),
        }
        self._presenters = {
            language: Presenter(project.library, texts(language), self._album.get) for language in ("de", EASY)
        }
        self._facets = facets.index(self._presenters["de"])
        self._fragments = {
            language: Fragments(present, self._facets, site.operator) for language, present in self._presenters.items()
        }
        self._written = frozenset(page.uri for page in project.pages)
        self._without_easy = frozenset(
            addresses.entry(entry.kind, entry.slug) for entry in project.library.entries if entry.easy is None
        )
        self._explaining = frozenset(page.uri for page in project.pages if _GLOSSARY & content.block_names(page.text))
        terms, short = (self._page_with(block) for block in ("glossary", "abbreviations"))
        self._renderer = Renderer(
            project.root / TEMPLATES,
            directory_urls=site.directory_urls,
            words=lexicon.words(project.library, terms, short),
            hard_words=lexicon.hard_words(project.library),
            easy=self.easy,
        )
        self.whole = self._wholes()

    def _wholes(self) -> Wholes:
        """Return what shows seams and keeps words together, in finished pages and parts of pages."""
        style = self.project.config.compounds
        names = lexicon.names(self._library)
        return Wholes(_compounds(self._library), style.text if style else HYPHEN, names, easy_words())

    def _share_cards(self, site: Site) -> ShareCards:
        project = self.project
        colours = brand.colours(project.config).get("light", {})
        look = Brand(site.name, site.tagline, colours, logo.drawable(project.root, project.config))
        return ShareCards(project.root / TEMPLATES, look, Store(project.root / CACHE))

    @cached_property
    def uris(self) -> frozenset[str]:
        """The source files of generated pages that others may link to, relative to content/."""
        own = (
            addresses.entry(kind, slug)
            for kind, slug in chain(((e.kind, e.slug) for e in self._library.entries), self._library.unread)
        )
        terms = (addresses.term(f.facet, concept) for f in self._facets for concept in f.vocabulary.concepts)
        themes = (p.uri for p in lessons.pages(self._presenters["de"]) if not addresses.is_part(p.uri))
        fixed = (
            addresses.PRACTICES,
            addresses.MUNICIPALITIES,
            addresses.FACETS,
            addresses.LINEAGE,
            addresses.NEWEST,
            addresses.SOURCES,
            addresses.COMPARE,
            addresses.KEPT,
            addresses.FIELDS,
            addresses.FINDINGS,
            addresses.RULES,
        )
        rule = (addresses.MATCH,) if self._library.matching else ()
        made = frozenset(chain(own, terms, themes, fixed, rule, (addresses.facet(f.facet) for f in self._facets)))
        return made | {addresses.easy(uri) for uri in made - self._without_easy}

    def easy(self, uri: str) -> str:
        """Return the source file of the easy page for the page `uri`, that page itself if it is easy, '' for none."""
        if content.is_easy(uri) or addresses.is_easy(uri):
            return uri
        if uri in self._written:
            other = content.twin(uri)
            return other if other in self._written else ""
        return "" if uri in self._without_easy else addresses.easy(uri)

    def pages(self) -> Iterator[Page]:
        """Yield every generated page, and its easy twin; only entries without an easy text have none."""
        for page in self._made("de"):
            yield replace(page, alternate=self.easy(page.uri))
        for page in self._made(EASY):
            description = " ".join(page.description.split())
            twin = addresses.easy(page.uri)
            yield replace(page, uri=twin, language=EASY, alternate=page.uri, description=description)
        yield from self._sheets()

    def _made(self, language: str) -> Iterator[Page]:
        """Yield the pages in one language, under the addresses of the standard language."""
        present = self._presenters[language]
        groups = tuple(facets.group(present, facet) for facet in self._facets)
        made = chain(
            entry_page.pages(present, related.cards(present, self._relations)),
            lists.pages(present, groups),
            find.pages(present, groups),
            facets.pages(present, self._facets),
            matching.pages(present, self._facets, addresses.COMPARE if addresses.COMPARE in self.uris else ""),
            lessons.pages(present),
            lineage.pages(present),
            chosen.pages(present),
            all_sources.pages(present),
            reference.pages(present),
        )
        return (location.located(page, self._menus[language]) for page in made)

    @cached_property
    def _relations(self) -> related.Relations:
        return related.relate(self._library)

    def _sheets(self) -> Iterator[Page]:
        """Yield the page to print for a test group of every easy text that people have written."""
        present = self._presenters[EASY]
        for entry in self._library.entries:
            if entry.easy is not None:
                uri = addresses.entry(entry.kind, entry.slug)
                title, text = str(entry.easy.get("title", "")), "{summary}\n\n{text}".format_map(entry.easy)
                yield replace(easy_text.sheet(present, addresses.easy(uri), title, text), alternate=uri)
        for page in self.project.pages:
            if content.is_easy(page.uri):
                uri, title = content.twin(page.uri), str(page.meta.get("title") or page.title)
                made = easy_text.sheet(present, page.uri, title, page.text[page.offset :])
                yield replace(made, alternate=uri if uri in self._written else "")

    def sheet(self, uri: str) -> str:
        """Return the address of the page to print for a test group of the hand-written easy page `uri`."""
        return url_of(addresses.sheet(uri), directory_urls=self._directory_urls)

    @cached_property
    def assets(self) -> dict[str, Artefact]:
        """The styles and scripts of the shell, by the key that a shell asks for."""
        templates, files = self.project.root / TEMPLATES, self._offered.files
        found = bundle(templates, brand.colours(self.project.config), {"entries": files})
        return found | {"search": self._offered.script(templates)}

    @property
    def engine(self) -> str:
        """The engine of the search: only lunr works in the edition that opens from a folder."""
        chosen = self.project.config.engine
        return chosen.text if chosen and self._directory_urls else LUNR

    @cached_property
    def _offered(self) -> search.Offered:
        """What scripts find, filter and compare by."""
        return search.Offered(
            self._presenters,
            self._facets,
            self.project.pages,
            _compounds(self._library),
            directory_urls=self._directory_urls,
            engine=self.engine,
        )

    @cached_property
    def logo(self) -> Logo | None:
        """The town's own logo, or None."""
        return logo.view(self.project.root, self.project.config)

    def body(self, page: Page) -> str:
        """Return the finished HTML body of a generated page."""
        return self._renderer.body(page)

    def annotate(self, html: str, uri: str, title: str, language: str = "de") -> str:
        """Return the finished HTML of the hand-written page `uri` with hard, short and foreign words marked.

        Easy pages explain hard words in place and have pictures beside their headings. The glossary itself needs
        neither links nor boxes: foreign words only.
        """
        if language == EASY:
            html = self._renderer.illustrate(html)
        return self._renderer.annotate(html, uri, title, language=language, terms=uri not in self._explaining)

    def expand(self, markdown: str, uri: str, language: str = "de") -> str:
        """Return the Markdown of the hand-written page `uri` with its data blocks replaced by HTML."""
        fragments = self._fragments[language]
        markdown = content.guided(markdown, uri, self.easy)
        if language == EASY:
            markdown = one_per_line(markdown)
        pieces, last = [], 0
        for match in content.blocks(markdown):
            html = self._renderer.fragment(fragments.make(match[1]), uri, language)
            alone = not markdown[markdown.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
            pieces += [markdown[last : match.start()], f"\n\n{html}\n\n" if alone and html.startswith("<") else html]
            last = match.end()
        return "".join([*pieces, markdown[last:]])

    def _page_with(self, block: str) -> str:
        """Return the source file of the first hand-written page in standard language with a data block, or ''."""
        pages = (page for page in self.project.pages if not content.is_easy(page.uri))
        return next((page.uri for page in pages if block in content.block_names(page.text)), "")

    def meta(self, page: Page) -> dict[str, str]:
        """Return what a shell must know of a generated page."""
        meta = {"title": page.title, "description": page.description, "lang": page.language, "kind": page.kind}
        if page.alternate:
            meta["alternate"] = url_of(page.alternate, directory_urls=self._directory_urls)
        if page.updated:
            meta["date"] = page.updated
        return meta | self.share(page.uri)

    def share(self, uri: str = "") -> dict[str, str]:
        """Return address and words of the share card of the page `uri`: its own, or the one of the site."""
        if self._share is None:
            return {}
        card = self._cards.get(uri, self._site_card)
        shown = (card.title, card.place, card.field, self._share.brand.name)
        words = ", ".join(dict.fromkeys(word for word in shown if word))
        return {"image": self._share.path(card), "image_alt": texts()("share.alt", words=words)}

    @cached_property
    def _cards(self) -> dict[str, ShareCard]:
        return share_cards(self._presenters["de"])

    @cached_property
    def page_pictures(self) -> frozenset[str]:
        """The pictures below content/: in their place their variants are published. A logo is shown as it is."""
        logos = {setting.text for setting in (self.project.config.logo, self.project.config.logo_dark) if setting}
        return content.pictures(self.project.root) - logos

    def picture(self, name: str, alt: str, uri: str, language: str = "de") -> str:
        """Return the HTML of the picture `name` below content/ for the hand-written page `uri`; '' if it is broken."""
        raster = self._page_album.get(name)
        if raster is None:
            return ""
        return self._renderer.fragment(Fragment("blocks/picture.html", picture(raster, alt)), uri, language)

    def picture_file(self, name: str) -> str:
        """Return the address of what a link to the picture `name` below content/ leads to; '' if it is broken."""
        raster = self._page_album.get(name)
        return "" if raster is None else raster.variants[-1].path

    def data(self) -> Iterator[Artefact]:
        """Yield styles and scripts, the entries as open data, pictures and share cards.

        Raises ContentError for a picture that turns out to be damaged only when it is unpacked, and PagefindError if
        the search is to be made with Pagefind and cannot.
        """
        yield from self.offered()
        listed = [{**e.values, "kind": e.kind, "slug": e.slug} for e in self._library.entries]
        yield Artefact(addresses.DATA, (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode())
        shown = list(self._rasters())
        try:
            yield from pictures((raster for raster, _ in shown), Store(self.project.root / CACHE))
        except RasterError as error:
            spans = {raster.path.name: span for raster, span in reversed(shown)}
            file = error.params["file"]
            raise ContentError(Report([Diagnostic(error.code, spans[file], {"file": file})])) from error
        if self._share is not None:
            yield from self._share.cards([self._site_card, *self._cards.values()])

    def offered(self) -> Iterator[Artefact]:
        """Yield styles and scripts, and what scripts find, filter and compare by."""
        yield from self.assets.values()
        yield from (self._offered.table, *self._offered.index, self._offered.rule, *self._offered.titles.values())
        yield from self._offered.records()

    def _rasters(self) -> Iterator[tuple[Raster, Span]]:
        """Yield the pictures to publish with the place that asks for each.

        Of the media folder only what an entry shows: it may hold more than is meant for the public.
        """
        for entry in self._library.entries:
            for field_, value, path in entry.walk():
                raster = self._album.get(str(value)) if field_.raw.get("x-media") else None
                if raster is not None:
                    yield raster, entry.positions.value(path)
        for name in sorted(self.page_pictures):
            raster = self._page_album.get(name)
            if raster is not None:
                yield raster, Span(f"{content.FOLDER}/{name}")

    @property
    def fragments(self) -> Fragments:
        """What makes the data blocks of pages in standard language."""
        return self._fragments["de"]

    @property
    def updated(self) -> str:
        """The day of the newest review: the date of the whole site, so that builds do not depend on the clock."""
        return self._library.updated or "2026-01-01"


def build(project: Project, site: Site) -> Iterator[Artefact]:
    """Yield the tree that any generator can take.

    It has a page file each (front matter, finished body), hand-written pages, data and media.

    Raises ContentError before the first artefact if the check finds errors.
    """
    found = errors(check(project))
    if len(found):
        raise ContentError(found)
    made = Build(project, site)
    for page in made.pages():
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in made.meta(page).items())
        yield Artefact(page.uri, f"---\n{head}---\n\n{made.whole(made.body(page), page.language)}\n".encode())
    for own in project.pages:
        easy, twin = content.is_easy(own.uri), content.twin(own.uri)
        language = EASY if easy else "de"
        own_meta = {**own.meta, "lang": language}
        if any(other.uri == twin for other in project.pages):
            own_meta["alternate"] = url_of(twin, directory_urls=site.directory_urls)
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in own_meta.items())
        text = f"---\n{head}---\n\n{made.expand(own.text[own.offset :], own.uri, language)}"
        # The easy variant stands where url_of says it is.
        uri = url_of(own.uri, directory_urls=False).replace("index.html", "index.md") if easy else own.uri
        yield Artefact(uri, text.encode())
    yield from made.data()
    # What the styles and the shell of a generator ask for beside the bundles.
    for path in sorted((project.root / TEMPLATES / "assets").rglob("*")):
        if path.is_file():
            yield Artefact(path.relative_to(project.root / TEMPLATES).as_posix(), path.read_bytes())
    for setting in (project.config.logo, project.config.logo_dark):
        if setting is not None:
            yield Artefact(setting.text, (project.root / content.FOLDER / setting.text).read_bytes())


def _state(settings: Config, library: Library) -> Iterator[Diagnostic]:
    """Yield `operator-state` if mkdocs.yml names a state for the operator that case_studies/enforcement.yml lacks."""
    setting = settings.operator.get("state")
    if setting is None or statement.private(setting.text):
        return
    if library.enforcement is None or library.jurisdiction(setting.text):
        return
    known = {
        str(one[name]).lower(): str(one["id"])
        for one in library.enforcement.maps("jurisdictions")
        for name in ("abbreviation", "id")
        if {name, "id"} <= one.keys()
    }
    close = nearest(slugify(setting.text), [*known, statement.PRIVATE])
    near = known.get(close, close) if close else ", ".join([*sorted(set(known.values())), statement.PRIVATE])
    yield Diagnostic("operator-state", setting.span, {"state": setting.text, "near": near})


def site_of(project: Project) -> Site:
    """Return what mkdocs.yml says of the site; what only a generator understands (!ENV) is passed over."""
    settings = project.config
    return Site(
        {key: setting.text for key, setting in settings.operator.items()},
        menu=settings.menu,
        name=settings.name.text if settings.name else "",
        tagline=settings.tagline.text if settings.tagline else "",
    )

"""The MkDocs plugin. Every event is a few calls into the core."""

from __future__ import annotations

import calendar
import os
import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from vorbild.catalogue import EASY, explain, texts
from vorbild.content import is_easy, twin
from vorbild.headers import policy
from vorbild.project import Build, ContentError, Site, check, errors, load
from vorbild.render import PagefindError, lines, url_of
from vorbild.search import hint as search_hint
from vorbild.slug import slugify

from vorbild_mkdocs.pages import GeneratedPage
from vorbild_mkdocs.pictures import published
from vorbild_mkdocs.sections import SectionsExtension

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from vorbild.diagnostics import Report

_log = get_plugin_logger("vorbild")
# What the theme would publish and no page uses.
_THEME_FILES = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "css/", "js/", "img/", "search/")
# What the templates folder holds for the build only.
_SOURCES = ("styles/", "scripts/", "fonts/")
_ALIGN = re.compile(r'(<t[hd]) (?:style="text-align: ?(left|center|right);?"|align="(left|center|right)")')
# Tables in Markdown have heads of columns only.
_COLUMN = re.compile(r"<th(?=[ >])(?![^>]*\bscope=)")
_CLOSED = re.compile(r"(<(?:br|hr|img|input|source|wbr)\b[^<>]*?) ?/>")


class VorbildPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Checks the content, adds the generated pages, and lends the shell its texts."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the project; findings go to the log, errors stop the build."""
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        project = load(root)
        report = check(project)
        fatal = errors(report)
        _tell(report)
        if len(fatal):
            raise PluginError(texts()("page.stopped", count=len(fatal)))
        operator = config.extra.get("operator")
        operator = operator if isinstance(operator, dict) else {}
        self._build = Build(
            project,
            Site(
                {key: str(value) for key, value in operator.items() if value},
                config.use_directory_urls,
                config.nav or (),
                config.site_name,
                str(config.extra.get("tagline") or ""),
            ),
        )
        # Before the first page exists: MkDocs asks for the date when it makes one.
        newest = date.fromisoformat(self._build.updated)
        os.environ["SOURCE_DATE_EPOCH"] = str(calendar.timegm(newest.timetuple()))
        config.mdx_configs.setdefault("toc", {})["slugify"] = slugify
        config.markdown_extensions.append(SectionsExtension())  # type: ignore[arg-type]  # Markdown takes objects too
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the generated pages and data, move easy variants to their place, drop what the theme brings along."""
        own = {config.docs_dir, config.theme.custom_dir}
        for file in list(files):
            theirs = file.src_uri.startswith(_THEME_FILES) and file.src_dir not in own
            if theirs or (file.src_uri.startswith(_SOURCES) and file.src_dir == config.theme.custom_dir):
                files.remove(file)
            elif is_easy(file.src_uri):
                _move(file, config)
        for page in self._build.pages():
            file = File.generated(config, page.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            GeneratedPage(
                file,
                config,
                title=page.title,
                meta=self._build.meta(page),
                body=self._build.body(page),
                headings=page.headings,
            )
            files.append(file)
        try:
            artefacts = list(self._build.data())
        except ContentError as error:
            _tell(error.report)
            raise PluginError(texts()("page.stopped", count=len(error.report))) from None
        except PagefindError as error:
            raise PluginError(texts()(error.key, **error.params)) from error
        for artefact in artefacts:
            files.append(File.generated(config, artefact.path, content=artefact.data))
        # A folder that opens without a server has no other engine.
        hint = config.use_directory_urls and search_hint(artefacts)
        if hint:
            _log.info(hint)
        return files

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Fill in data blocks, and tell the shell of the twin in the other language."""
        if isinstance(page, GeneratedPage):
            return markdown
        uri = page.file.src_uri
        easy = is_easy(uri)
        other = files.get_file_from_path(twin(uri))
        if other is not None:
            page.meta["alternate"] = other.url or "./"
        if easy:
            page.meta["lang"] = EASY
            page.meta["sheet"] = self._build.sheet(uri)
        page.update_date = self._build.updated
        return self._build.expand(markdown, uri, EASY if easy else "de")

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Mark words, show the published variants of pictures, and write what MkDocs writes otherwise as we do.

        HTML, not XHTML; the alignment of table cells as class, not as style, which the policy forbids; and heads of
        columns that say that they are.
        """
        if isinstance(page, GeneratedPage):
            return html
        html = self._build.annotate(html, page.file.src_uri, str(page.title or ""), page.meta.get("lang", "de"))
        html = _ALIGN.sub(lambda match: f'{match[1]} class="{match[2] or match[3]}"', _CLOSED.sub(r"\1>", html))
        html = _COLUMN.sub('<th scope="col"', html)
        return published(html, page, self._build)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Show seams and keep words together in what is easy language, the shell included."""
        return self._build.whole(output)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002
        builder: Callable[..., None],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Go on showing the last good site while the content has errors; MkDocs would let every page wait."""
        build = server.builder

        def patient() -> None:
            try:
                build()
            except Abort:  # the reason is told already, and on_config stops before the old site is cleaned away
                _log.error(texts()("page.last_good"))

        server.builder = patient
        return server

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Give the templates their texts, and escape by default; drop pictures as they came from the camera.

        Before, MkDocs needs these to resolve the links to them.
        """
        for file in list(files):
            if file.src_dir == config.docs_dir and file.src_uri in self._build.page_pictures:
                files.remove(file)
        env.globals["share"] = self._build.share()
        env.globals["texts"] = texts
        env.globals["assets"] = {key: artefact.path for key, artefact in self._build.assets.items()}
        env.globals["logo"] = self._build.logo
        env.globals["policy"] = policy(self._build.engine)
        env.globals["address"] = partial(_address, files)
        env.globals["easy_page"] = partial(_easy_page, files, self._build)
        env.globals["standard_page"] = partial(_standard_page, files)
        env.filters["lines"] = lines
        env.autoescape = True
        return env


def _tell(report: Report) -> None:
    """Log findings, each with its place and cure."""
    for diagnostic in report:
        finding = explain(diagnostic)
        place = f"{finding.file}:{finding.line}:{finding.column}"
        line = texts()("page.finding", place=place, message=finding.message, help=finding.help, code=finding.code)
        (_log.error if finding.severity == "error" else _log.warning)(line)


def _address(files: Files, uri: str) -> str:
    """Return the address of the page of a source file named in mkdocs.yml or in the front matter of a page."""
    file = files.get_file_from_path(uri)
    if file is None:
        raise PluginError(texts()("page.no_such_page", uri=uri))
    return file.url


def _easy_page(files: Files, build: Build, uri: str) -> Page | None:
    """Return the easy page for that of a source file; None if there is none."""
    easy = build.easy(uri)
    file = files.get_file_from_path(easy) if easy else None
    return None if file is None else file.page


def _standard_page(files: Files, page: Page) -> Page:
    """Return the page of which `page` is the easy variant; the menu knows that one only."""
    file = files.get_file_from_path(twin(page.file.src_uri)) if is_easy(page.file.src_uri) else None
    return page if file is None or file.page is None else file.page


def _move(file: File, config: MkDocsConfig) -> None:
    """Put the easy variant page.leicht.md to /page/leicht/, also in the edition without folder addresses."""
    file.url = url_of(file.src_uri, directory_urls=config.use_directory_urls)
    file.dest_uri = url_of(file.src_uri, directory_urls=False)
    file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))

"""Page bodies and fragments from the templates in overrides/, in an own environment: autoescape, nothing undefined."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import jinja2

from vorbild.catalogue import EASY, texts
from vorbild.render.annotate import Annotator
from vorbild.render.explain import Explainer
from vorbild.render.illustrate import illustrated
from vorbild.render.links import relative, stay_easy
from vorbild.render.markdown import lines, markdown, sentences
from vorbild.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from vorbild.views import Fragment, HardWord, Page, Word


class Renderer:
    """Renders views; knows the folder of the templates and whether addresses end in folders or in files."""

    def __init__(
        self,
        templates: Path,
        *,
        directory_urls: bool = True,
        words: Iterable[Word] = (),
        hard_words: Iterable[HardWord] = (),
        easy: Callable[[str], str] = str,
    ) -> None:
        """Take the folder `overrides` of the project, words to mark, words to explain, and what finds easy pages.

        `easy` returns the easy source file for any other, '' if there is none; links on easy pages lead there.
        """
        self._easy = easy
        self._directory_urls = directory_urls
        self._annotate = Annotator(words, partial(texts(), "glossary.link"))
        self._environments = {language: _environment(templates, language) for language in ("de", EASY)}
        self._explain = Explainer(hard_words, partial(self._box, "blocks/word.html"))

    def body(self, page: Page) -> str:
        """Return the finished HTML body of `page`; jinja2.TemplateError is a mistake in a template."""
        template = self._environments[page.language].get_template(page.template)
        html = template.render(page=page, view=page.view)
        html = self._in_language(html, page.language)
        return self.annotate(html, page.uri, page.title, language=page.language)

    def _in_language(self, html: str, language: str) -> str:
        return stay_easy(html, self._easy) if language == EASY else html

    def annotate(self, html: str, uri: str, title: str, *, language: str = "de", terms: bool = True) -> str:
        """Return the finished HTML of the page `uri` with its words marked, or explained if it is easy language.

        See Annotator and Explainer. Without `terms`, foreign words only: the page explains the others itself.
        """
        easy = language == EASY
        html = self._annotate(html, terms=terms and not easy, own=title)
        if terms and easy:
            html = self._explain(html)
        return relative(html, uri, directory_urls=self._directory_urls)

    def illustrate(self, html: str) -> str:
        """Return the finished HTML of a hand-written easy page with pictures beside its headings."""
        return illustrated(html, partial(self._box, "blocks/scene_picture.html"))

    def fragment(self, fragment: Fragment, uri: str, language: str = "de") -> str:
        """Return a data block as HTML for the page `uri`, without empty lines, which Markdown would see."""
        html = self._environments[language].get_template(fragment.template).render(view=fragment.view)
        lines = [line for line in self._in_language(html, language).splitlines() if line.strip()]
        return relative("\n".join(lines), uri, directory_urls=self._directory_urls)

    def _box(self, template: str, view: HardWord | str) -> str:
        return self._environments[EASY].get_template(template).render(view=view).strip()


def _environment(templates: Path, language: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # an environment lives for one build
    )
    environment.globals["t"] = texts(language)
    environment.filters |= {
        "markdown": sentences if language == EASY else markdown,
        "sentences": sentences,
        "lines": lines,
        "slug": slugify,
    }
    return environment

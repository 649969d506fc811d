"""A page whose body is finished before MkDocs sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


class GeneratedPage(Page):
    """Reads nothing and renders nothing: its content, its front matter and its headings come from the core."""

    def __init__(  # noqa: PLR0913 - what a page is made of
        self,
        file: File,
        config: MkDocsConfig,
        *,
        title: str,
        meta: Mapping[str, str],
        body: str,
        headings: Sequence[tuple[str, str]],
    ) -> None:
        """Make the page of `file`; `body` is finished HTML, `headings` are anchor and words of its sections."""
        self._finished = (dict(meta), body, tuple(headings))
        super().__init__(title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take the meta data that the core made."""
        self.markdown = ""
        self.meta = dict(self._finished[0])
        self.update_date = self.meta.get("date", self.update_date)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take the body that the core made."""
        _, body, headings = self._finished
        tokens: list[Any] = [{"level": 2, "id": anchor, "name": name, "children": []} for anchor, name in headings]
        self.content = body
        self.toc = get_toc(tokens)
        self.present_anchor_ids = {anchor for anchor, _ in headings}
        self.links_to_anchors = {}

"""Pictures on hand-written pages: what is published stands in place of what lies below content/."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page
    from vorbild.project import Build

_IMAGE = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE = re.compile(r'\b(src|alt)="([^"]*)"')
_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)"')


def published(html: str, page: Page, build: Build) -> str:
    """Return the finished HTML of `page` with every picture in its published variants, and links to it as well."""
    folder = posixpath.dirname(page.file.dest_uri)

    def name(address: str) -> str:
        found = posixpath.normpath(posixpath.join(folder, unquote(unescape(address))))
        return found if found in build.page_pictures else ""

    def shown(match: re.Match[str]) -> str:
        found = dict(_ATTRIBUTE.findall(match[0]))
        own = name(found.get("src", ""))
        language = page.meta.get("lang", "de")
        return (own and build.picture(own, unescape(found.get("alt", "")), page.file.src_uri, language)) or match[0]

    def linked(match: re.Match[str]) -> str:
        own = name(match[2])
        file = own and build.picture_file(own)
        return f'{match[1]}{get_relative_url(file, page.url)}"' if file else match[0]

    return _LINK.sub(linked, _IMAGE.sub(shown, html))

"""`site:` addresses become links relative to their page, so that a site works in any folder and from a USB stick."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# A link to a page, with the language that it names itself.
_LINK = re.compile(r'\bhref="site:(?P<uri>[^"#]*\.md)(?P<rest>[^"]*)"(?P<language> hreflang=)?')
_SITE = re.compile(r'(?P<before>\b(?:href|src)=")site:(?P<uri>[^"#]*)')
# A list of addresses, each with a width behind it.
_SRCSET = re.compile(r'\bsrcset="[^"]*"')
_CANDIDATE = re.compile(r'(?P<before>["\s])site:(?P<uri>[^"\s]*)')


def url_of(uri: str, *, directory_urls: bool = True) -> str:
    """Return the address of the source file `uri` relative to the root of the site, as MkDocs builds it.

    x/index.md is x/, x.md is x/, and the easy variant x.leicht.md is x/leicht/. Without directory addresses each ends
    in its file.
    """
    if not uri.endswith(".md"):
        return uri
    stem = uri.removesuffix(".md")
    if stem.endswith(".leicht"):
        folder = stem.removesuffix(".leicht").removesuffix("index").rstrip("/")
        stem = f"{folder}/leicht/index".lstrip("/")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index") if directory_urls else f"{stem}.html"
    return f"{stem}/" if directory_urls else f"{stem}.html"


def stay_easy(html: str, easy: Callable[[str], str]) -> str:
    """Return the `html` of an easy page with its `site:` links leading to easy pages.

    `easy` returns the easy source file for another, or ''. A link to a page that has none gets its language; one that
    names a language is left alone: the reader is told where it leads.
    """

    def lead(match: re.Match[str]) -> str:
        own = "" if match["language"] else easy(match["uri"])
        if own:
            return f'href="site:{own}{match["rest"]}"'
        return match[0] if match["language"] else f'{match[0]} hreflang="de"'

    return _LINK.sub(lead, html)


def relative(html: str, page_uri: str, *, directory_urls: bool = True) -> str:
    """Return `html` with every `site:` address made relative to the page of the source file `page_uri`."""
    here = posixpath.dirname(url_of(page_uri, directory_urls=directory_urls)) or "."

    def replace(match: re.Match[str]) -> str:
        target = url_of(match["uri"], directory_urls=directory_urls)
        path = posixpath.relpath(target or ".", here)
        slash = "/" if (target.endswith("/") or not target) and not path.endswith("/") else ""
        return f"{match['before']}{path}{slash}"

    return _SRCSET.sub(lambda match: _CANDIDATE.sub(replace, match[0]), _SITE.sub(replace, html))

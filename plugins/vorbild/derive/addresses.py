"""Where pages are: the one place that knows the folders of the site.

`site:` addresses are made relative by the renderer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.entries import PRACTICE
from vorbild.slug import EASY_FOLDER

if TYPE_CHECKING:
    from vorbild.schema import Concept, Facet

PRACTICES = "praxis/index.md"
MUNICIPALITIES = "kommunen/index.md"
FACETS = "finden/index.md"
MATCH = "passt/index.md"
LESSONS = "gelernt/index.md"
LINEAGE = "nachgemacht/index.md"
NEWEST = "neu/index.md"
SOURCES = "quellen/index.md"
COMPARE = "vergleich/index.md"
KEPT = "merkliste/index.md"
FIELDS = "mitmachen/felder/index.md"
FINDINGS = "mitmachen/meldungen/index.md"
RULES = "mitmachen/regeln/index.md"
START = "index.md"
SUBMIT = "einreichen.md"
DATA = "daten/eintraege.json"
_PARTS = "seite/"
RECORDS = "daten"


def site(uri: str, anchor: str = "") -> str:
    """Return the `site:` address of the source file `uri`."""
    return f"site:{uri}#{anchor}" if anchor else f"site:{uri}"


def entry(kind: str, slug: str) -> str:
    """Return the source file of an entry's page."""
    return f"{'praxis' if kind == PRACTICE else 'kommunen'}/{slug}/index.md"


def easy(uri: str) -> str:
    """Return the source file of the easy twin of the generated page `uri`."""
    return f"{uri.removesuffix('index.md')}{EASY_FOLDER}/index.md"


def sheet(uri: str) -> str:
    """Return the source file of the page to print for a test group, below the easy page `uri`."""
    if uri.endswith(".leicht.md"):
        folder = uri.removesuffix(".leicht.md").removesuffix("index").rstrip("/")
        uri = f"{folder}/leicht/index.md".lstrip("/")
    return uri.replace("index.md", "pruefen/index.md")


def record(uri: str, *, easy: bool = False) -> str:
    """Return the file of the record of the page `uri`, without its ending."""
    path = uri.removesuffix("/index.md").removesuffix(".md")
    return f"{RECORDS}/{path}.{EASY_FOLDER}" if easy else f"{RECORDS}/{path}"


def entry_id(kind: str, slug: str) -> str:
    """Return the name of an entry among all entries, as scripts and the addresses of a choice have it."""
    return slug if kind == PRACTICE else f"kommunen/{slug}"


def is_easy(uri: str) -> bool:
    """Tell whether a generated page is in easy language: the twin of another, or a sheet."""
    return uri.endswith((easy(""), sheet(easy(""))))


def facet(of: Facet) -> str:
    """Return the source file of a facet's page."""
    return f"finden/{of.slug}/index.md"


def term(of: Facet, concept: Concept) -> str:
    """Return the source file of the page of a term."""
    return f"finden/{of.slug}/{concept.slug}/index.md"


def lessons(theme: Concept) -> str:
    """Return the source file of the lessons on a theme."""
    return f"gelernt/{theme.slug}/index.md"


def part(uri: str, number: int) -> str:
    """Return the source file of part `number` (from 1) of the list at `uri`."""
    return uri if number == 1 else uri.replace("index.md", f"{_PARTS}{number}/index.md")


def is_part(uri: str) -> bool:
    """Tell whether the page at `uri` is a part of a list, from the second on."""
    return f"/{_PARTS}" in uri

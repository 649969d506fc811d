"""„Nachgemacht“: who imitated whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses, paging
from vorbild.derive.present import bare
from vorbild.entries import PRACTICE
from vorbild.views import Item, Lineage, LineagePage, Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.derive.present import Presenter
    from vorbild.schema import Value


def lines(present: Presenter) -> list[Lineage]:
    """Return every model with its imitators; models that are no entry here are known by name or address only."""
    found: dict[tuple[str, str], list[Item]] = {}
    heads: dict[tuple[str, str], tuple[Link, str]] = {}
    for entry in present.library.practices:
        for value in entry.role("lineage") or ():
            key, head = _model(present, value)
            heads.setdefault(key, head)
            found.setdefault(key, []).append(present.imitator(entry, value))
    ordered = sorted(heads, key=lambda key: (heads[key][0].title.lower(), key))
    return [Lineage(heads[key][0], heads[key][1], tuple(found[key])) for key in ordered]


def pages(present: Presenter) -> Iterator[Page]:
    """Yield the pages of „Nachgemacht“."""
    texts = present.texts
    title, lead = texts("lineage.title"), texts("lineage.lead")
    for part, uri, items, links in paging.parts(lines(present), addresses.LINEAGE):
        own = paging.trail(texts, title, addresses.LINEAGE, part)
        view = LineagePage(title, lead, tuple(items), links, addresses.site(uri) if present.easy else "")
        yield Page(uri, paging.titled(texts, title, part), lead, "pages/lineage.html", view, (present.home, *own))


def _model(present: Presenter, value: Value) -> tuple[tuple[str, str], tuple[Link, str]]:
    slug, name = str(value.get("practice", "")), str(value.get("name", ""))
    entry = present.library.find(PRACTICE, slug)
    if entry is not None:
        return ("entry", slug), (
            Link(present.title(entry), addresses.site(addresses.entry(entry.kind, slug))),
            str(entry.place.get("name", "")),
        )
    return ("name", name or slug), (Link(name or bare(slug), slug), "")

"""All sources of all entries, by publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses, brief, paging
from vorbild.derive.present import bare
from vorbild.views import Link, Page, SourcesPage, SourceView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.derive.present import Presenter

_PER_PAGE = 200


def pages(present: Presenter) -> Iterator[Page]:
    """Yield the pages with all sources; one address is listed once, with every entry that names it."""
    texts = present.texts
    titles: dict[str, tuple[str, str, str]] = {}
    users: dict[str, list[Link]] = {}
    for entry in present.library.entries:
        for source in entry.role("sources") or ():
            url = str(source.get("url", ""))
            titles.setdefault(url, (publisher(source), str(source.get("title", url)), bare(url)))
            link = Link(entry.title, addresses.site(addresses.entry(entry.kind, entry.slug)))
            if link not in users.setdefault(url, []):
                users[url].append(link)
    ordered = sorted(titles, key=lambda url: (titles[url][0].lower(), titles[url][1].lower(), url))
    title, lead = texts("sources.title"), texts.plural("sources.lead", len(ordered))
    for part, uri, urls, links in paging.parts(ordered, addresses.SOURCES, _PER_PAGE):
        crumbs = (present.home, *paging.trail(texts, title, addresses.SOURCES, part))
        if present.easy:
            yield brief.page(uri, paging.titled(texts, title, part), lead, crumbs)
            continue
        groups: dict[str, list[SourceView]] = {}
        for url in urls:
            owner, name, address = titles[url]
            groups.setdefault(owner, []).append(SourceView(name, url, address, tuple(users[url])))
        view = SourcesPage(title, lead, tuple((owner, tuple(views)) for owner, views in groups.items()), links)
        yield Page(uri, paging.titled(texts, title, part), lead, "pages/sources.html", view, crumbs)


def publisher(source: dict[str, object]) -> str:
    """Return who published a source: its publisher, else the host of its address."""
    return str(source.get("publisher") or bare(str(source.get("url", ""))).split("/")[0])

"""The plain lists: all practices, the newest, all municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.catalogue import number
from vorbild.derive import addresses, paging
from vorbild.derive.places import places_map
from vorbild.views import FacetGroup, Link, ListPage, Page, Town, TownsPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry

_NEWEST = 30


def pages(present: Presenter, groups: tuple[FacetGroup, ...] = ()) -> Iterator[Page]:
    """Yield the pages of all practices, of the newest, and of the municipalities; `groups` narrow all practices."""
    texts = present.texts
    practices = sorted(present.library.practices, key=lambda entry: present.title(entry).lower())
    cards = tuple(present.card(entry) for entry in practices)
    title, lead = texts("practices.title"), texts.plural("practices.lead", len(cards))
    ways = tuple(
        Link(texts(f"{name}.title"), addresses.site(uri))
        for name, uri in (
            ("facets", addresses.FACETS),
            *([("match", addresses.MATCH)] if present.library.matching else []),
            ("newest", addresses.NEWEST),
            ("lessons", addresses.LESSONS),
            ("lineage", addresses.LINEAGE),
        )
    )
    for part, uri, items, links in paging.parts(cards, addresses.PRACTICES):
        own = paging.trail(texts, title, addresses.PRACTICES, part)
        view = ListPage(title, lead, tuple(items), links, links=ways, groups=groups)
        yield Page(uri, paging.titled(texts, title, part), lead, "pages/list.html", view, (present.home, *own))
    title, lead = texts("newest.title"), texts("newest.lead")
    recent = tuple(present.card(entry) for entry in newest(present.library.practices, _NEWEST))
    yield Page(
        addresses.NEWEST, title, lead, "pages/list.html", ListPage(title, lead, recent), (present.home, Link(title))
    )
    title, lead = texts("municipalities.title"), texts("municipalities.lead")
    for part, uri, towns, links in paging.parts(
        tuple(town(present, entry) for entry in present.library.municipalities), addresses.MUNICIPALITIES
    ):
        own = paging.trail(texts, title, addresses.MUNICIPALITIES, part)
        # The map shows all places; one is enough.
        page_view = TownsPage(title, lead, tuple(towns), links, places_map(present) if part == 1 else None)
        yield Page(uri, paging.titled(texts, title, part), lead, "pages/towns.html", page_view, (present.home, *own))


def newest(entries: tuple[Entry, ...], count: int) -> list[Entry]:
    """Return the `count` entries reviewed last; on the same day those that began last come first."""
    return sorted(entries, key=lambda e: (e.reviewed_on, str(e.period.get("start", "")), e.slug), reverse=True)[:count]


def town(present: Presenter, entry: Entry) -> Town:
    """Return a municipality for a list: what place it is and what remained; on easy pages what it is about."""
    texts = present.texts
    population = entry.place.get("population")
    state = next((f for f in entry.schema.root.walk() if f.path == ("place", "state")), None)
    note = [present.shown(state, entry.place["state"]).text] if state is not None and "state" in entry.place else []
    if isinstance(population, int):
        words = (entry.place.get("population_qualifier"), number(population))
        note.append(texts("municipalities.population", count=" ".join(str(word) for word in words if word)))
    remained = "" if present.easy else str(entry.role("remained") or "").strip().split("\n\n")[0]
    count = len(present.library.by_municipality.get(entry.slug, ()))
    return Town(
        present.title(entry),
        addresses.site(addresses.entry(entry.kind, entry.slug)),
        ", ".join(note),
        remained or present.summary(entry),
        texts.plural("practices.count", count) if count else "",
    )

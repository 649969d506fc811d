"""The page of the search. Without a script it is the overview of all facets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.derive.places import outline
from vorbild.views import Card, FindPage, Link, MetaItem, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.derive.present import Presenter
    from vorbild.views import FacetGroup


def pages(present: Presenter, groups: tuple[FacetGroup, ...]) -> Iterator[Page]:
    """Yield the page of the search."""
    title, lead = present.texts("facets.title"), present.texts("facets.lead")
    cards = [present.card(entry) for entry in present.library.entries]
    view = FindPage(
        title,
        lead,
        groups,
        outline(),
        _card(present),
        tuple(sorted({item.icon for card in cards for item in card.meta})),
        tuple(sorted({card.pictogram for card in cards})),
    )
    yield Page(addresses.FACETS, title, lead, "pages/find.html", view, (present.home, Link(title)))


def _card(present: Presenter) -> Card:
    """Return a card with words in each of its parts; the script puts those of a hit in their place."""
    words = present.texts("find.card")
    meta = (MetaItem("info", words),)
    page = addresses.site(addresses.FACETS)
    return Card(words, page, words, words, words, "pair", "sun", meta, why=words, easy=not present.easy)

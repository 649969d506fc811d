"""Long lists in parts, so that no page grows with the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from vorbild.derive import addresses
from vorbild.views import Link, PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.catalogue import Texts

PER_PAGE = 24
_NEIGHBOURS = 2

T = TypeVar("T")


def parts(
    items: Sequence[T], uri: str, size: int = PER_PAGE
) -> Iterator[tuple[int, str, Sequence[T], tuple[PageLink, ...]]]:
    """Yield number, source file, items and page links of each part; one part for an empty list."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        links = tuple(_links(number, count, uri))
        yield (
            number,
            addresses.part(uri, number),
            items[(number - 1) * size : number * size],
            links if count > 1 else (),
        )


def titled(texts: Texts, title: str, number: int) -> str:
    """Return the title of part `number` of a list, so that no two pages have the same."""
    return title if number == 1 else f"{title}, {texts('pagination_part', number=number)}"


def trail(texts: Texts, title: str, uri: str, number: int) -> tuple[Link, ...]:
    """Return the last crumbs of part `number` of the list `title` at `uri`: the list, then the part from two on."""
    if number == 1:
        return (Link(title),)
    return (Link(title, addresses.site(uri)), Link(texts("pagination_part", number=number)))


def _links(current: int, count: int, uri: str) -> Iterator[PageLink]:
    """Yield the first, the last and the neighbours of `current`, with gaps between."""
    shown = sorted({1, count, *range(max(1, current - _NEIGHBOURS), min(count, current + _NEIGHBOURS) + 1)})
    before = 0
    for number in shown:
        if number > before + 1:
            yield PageLink(None)
        yield PageLink(number, addresses.site(addresses.part(uri, number)), current=number == current)
        before = number

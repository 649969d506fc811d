"""Where a page is: the sections of the menu come into the crumbs of the generated pages that belong to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.views import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from vorbild.views import Page


def sections(
    menu: Sequence[Any], names: Mapping[str, str], around: tuple[Link, ...] = ()
) -> dict[str, tuple[Link, ...]]:
    """Return the sections around each source file in `menu`, the outermost first, each linked to its first page.

    `menu` is written as in mkdocs.yml: source files, titled ones ({title: file}), and sections ({title: menu});
    `names` has other names for its titles, as easy language needs them.
    """
    found: dict[str, tuple[Link, ...]] = {}
    for title, value in _items(menu):
        if isinstance(value, str):
            own = tuple(link for link in around if link.href != addresses.site(value))
            found.setdefault(value, own)
        elif isinstance(value, list):
            first = _first(value)
            section = (Link(names.get(title, title), addresses.site(first)),) if first else ()
            found = {**sections(value, names, (*around, *section)), **found}
    return found


def located(page: Page, menu: Mapping[str, tuple[Link, ...]]) -> Page:
    """Return `page` with the sections of its nearest crumb in the menu after the first one, the start page."""
    steps = [addresses.site(page.uri) if crumb is page.crumbs[-1] else crumb.href for crumb in page.crumbs]
    for index in range(len(steps) - 1, 0, -1):
        around = menu.get(steps[index].removeprefix("site:"))
        if around is not None:
            return replace(page, crumbs=(page.crumbs[0], *around, *page.crumbs[index:]))
    return page


def _items(menu: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    for item in menu:
        if isinstance(item, dict):
            yield from ((str(title), value) for title, value in item.items())
        else:
            yield "", item


def _first(menu: Sequence[Any]) -> str:
    """Return the first source file in `menu`, or ''."""
    for _, value in _items(menu):
        found = value if isinstance(value, str) else _first(value) if isinstance(value, list) else ""
        if found:
            return found
    return ""

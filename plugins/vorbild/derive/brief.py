"""References for editors and readers of sources are in standard language; their easy pages say what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.views import BriefPage, Page

if TYPE_CHECKING:
    from vorbild.views import Link


def page(uri: str, title: str, lead: str, crumbs: tuple[Link, ...]) -> Page:
    """Return the easy page of the reference at `uri`."""
    return Page(uri, title, lead, "pages/brief.html", BriefPage(title, lead, addresses.site(uri)), crumbs)

"""The pages for what a visitor chose: entries side by side, and those that she keeps. Scripts fill both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses, compared
from vorbild.derive.present import PICTOGRAM, SINCE
from vorbild.entries import MUNICIPALITY, PRACTICE
from vorbild.views import ComparePage, KeptPage, Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.derive.present import Presenter


def pages(present: Presenter) -> Iterator[Page]:
    """Yield the page of the comparison and that of the list."""
    texts, schemas = present.texts, [present.library.schemas[kind] for kind in (PRACTICE, MUNICIPALITY)]
    title, lead = texts("compare.title"), texts("compare.lead")
    view = ComparePage(title, lead, compared.fields(present, schemas))
    yield Page(addresses.COMPARE, title, lead, "pages/compare.html", view, (present.home, Link(title)))
    title, lead = texts("kept.title"), texts("kept.lead")
    kept = KeptPage(title, lead, _pictograms(present), _icons(present))
    yield Page(addresses.KEPT, title, lead, "pages/kept.html", kept, (present.home, Link(title)))


def _pictograms(present: Presenter) -> tuple[str, ...]:
    """Return the pictures that a card may have."""
    field = present.library.schemas[PRACTICE].role("field")
    vocabulary = present.library.schemas.vocabularies.get((field.vocabulary if field else "") or "")
    own = (concept.icon for concept in vocabulary.concepts) if vocabulary else ()
    return tuple(sorted({PICTOGRAM, *filter(None, own)}))


def _icons(present: Presenter) -> tuple[str, ...]:
    """Return the icons beside the facts on a card."""
    schemas = (present.library.schemas[kind] for kind in (PRACTICE, MUNICIPALITY))
    facts = (field.fact for schema in schemas for field in schema.root.walk() if field.vocabulary)
    return tuple(sorted({SINCE, *(fact.icon for fact in facts if fact)}))

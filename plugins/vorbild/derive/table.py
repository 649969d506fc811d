"""The table of all practices by which scripts filter, count and sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.entries import PRACTICE
from vorbild.views import FacetColumn, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.derive.facets import FacetIndex
    from vorbild.entries import Entry, Library


def table(library: Library, facets: Sequence[FacetIndex]) -> Table:
    """Return the table; its practices are in the order of their titles, as the list of all practices has them."""
    practices = in_order(library)
    return Table(
        addresses.entry(PRACTICE, "{}"),
        tuple(entry.slug for entry in practices),
        tuple(_column(facet, practices) for facet in facets),
        tuple(entry.reviewed_on for entry in practices),
        tuple(str(entry.period.get("start", "")) for entry in practices),
        tuple(_point(entry) for entry in practices),
    )


def in_order(library: Library) -> list[Entry]:
    """Return the practices in the order of the table, that of their titles."""
    return sorted(library.practices, key=lambda entry: (entry.title.lower(), entry.slug))


def _column(facet: FacetIndex, practices: Sequence[Entry]) -> FacetColumn:
    concepts = facet.vocabulary.concepts
    place = {concept.id: index for index, concept in enumerate(concepts)}
    values = tuple(
        tuple(dict.fromkeys(place[str(value)] for value in entry.all(facet.field.path) if str(value) in place))
        for entry in practices
    )
    slugs, ids = tuple(concept.slug for concept in concepts), tuple(concept.id for concept in concepts)
    return FacetColumn(facet.facet.slug, facet.name, slugs, ids, values, facet.many)


def _point(entry: Entry) -> tuple[float, float] | None:
    longitude, latitude = entry.place.get("longitude"), entry.place.get("latitude")
    if isinstance(longitude, int | float) and isinstance(latitude, int | float):
        return float(longitude), float(latitude)
    return None

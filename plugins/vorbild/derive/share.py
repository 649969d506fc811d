"""What the share cards say: one for each page of an entry, and one for all other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.views import ShareCard

if TYPE_CHECKING:
    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry


def share_cards(present: Presenter) -> dict[str, ShareCard]:
    """Return the cards by the source file of the page that each belongs to."""
    found = {}
    for entry in present.library.entries:
        pictogram, tint = present.picture(entry)
        place = str(entry.place.get("name", ""))
        card = ShareCard(entry.title, place, _field(present, entry), pictogram, tint)
        found[addresses.entry(entry.kind, entry.slug)] = card
        if entry.easy is not None:
            title = str(entry.easy.get("title", entry.title))
            found[addresses.easy(addresses.entry(entry.kind, entry.slug))] = ShareCard(
                title, place, "", pictogram, tint
            )
    return found


def _field(present: Presenter, entry: Entry) -> str:
    """Return the field of action, or the state of an entry that has none."""
    concept = present.field_concept(entry)
    if concept is not None:
        return concept.label
    state = next((field for field in entry.schema.root.walk() if field.path == ("place", "state")), None)
    return present.shown(state, entry.place["state"]).text if state is not None and "state" in entry.place else ""

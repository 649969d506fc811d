"""Related practices: those that editors name in `related`, then those most alike (`likeness`).

Three are shown, and up to five if the others are nearly as close as the closest. Each practice is shown somewhere: one
that stands in no list takes the last place in that of a practice close to it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from vorbild.derive.likeness import Likeness
from vorbild.derive.reasons import why
from vorbild.derive.traits import traits
from vorbild.entries import PRACTICE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry, Library
    from vorbild.views import Card

MOST = 5
LEAST = 3
_WORTH_IT = 2 / 3


class Relations(NamedTuple):
    """Which practices stand on the page of each, by slug, and on its easy page; `named` are those that editors name."""

    shown: Mapping[str, Sequence[str]]
    easy: Mapping[str, Sequence[str]]
    named: Mapping[str, Sequence[str]]
    likeness: Likeness
    forms: Mapping[str, str]


def relate(library: Library) -> Relations:
    """Return which practices of `library` are related. The effort grows with their number, not with its square."""
    found = traits(library)
    likeness = Likeness(found.of)
    named = {entry.slug: _named(library, entry) for entry in library.practices}
    closest = {slug: likeness.closest(slug) for slug in named}
    easy = {entry.slug for entry in library.practices if entry.easy is not None}
    easy_named = {slug: [other for other in named[slug] if other in easy] for slug in named if slug in easy}
    easy_closest = {slug: [one for one in closest[slug] if one[1] in easy] for slug in easy_named}
    chosen, easy_chosen = _choose(named, closest, MOST), _choose(easy_named, easy_closest, LEAST)
    return Relations(chosen, easy_chosen, named, likeness, found.forms)


def _named(library: Library, entry: Entry) -> list[str]:
    slugs = dict.fromkeys(entry.role("related") or ())
    return [slug for slug in slugs if slug != entry.slug and library.find(PRACTICE, slug) is not None]


def _choose(
    named: Mapping[str, Sequence[str]], closest: Mapping[str, Sequence[tuple[float, str]]], most: int
) -> dict[str, list[str]]:
    """Return which are shown on the page of each, `most` at most, and each one somewhere."""
    shown: dict[str, list[str]] = {}
    for slug, ranked in closest.items():
        worth = _WORTH_IT * max((points for points, _ in ranked), default=0)
        others = [(points, other) for points, other in ranked if other not in named[slug]]
        first = len(named[slug])
        more = [other for place, (points, other) in enumerate(others, first) if place < LEAST or points >= worth]
        shown[slug] = [*named[slug], *more][:most]
    _show_all(shown, named, closest, most)
    return shown


def _show_all(
    shown: Mapping[str, list[str]],
    named: Mapping[str, Sequence[str]],
    closest: Mapping[str, Sequence[tuple[float, str]]],
    most: int,
) -> None:
    """Put each practice that no list in `shown` has into the list of the closest one that has room or can make it."""
    times = Counter(other for others in shown.values() for other in others)
    for slug in sorted(shown.keys() - times.keys()):
        for _, other in closest[slug]:
            own = shown[other]
            if len(own) < most:
                own.append(slug)
                break
            if own[-1] not in named[other] and times[own[-1]] > 1:
                times[own[-1]] -= 1
                own[-1] = slug
                break


def cards(present: Presenter, relations: Relations) -> dict[str, tuple[Card, ...]]:
    """Return the cards of the practices related to each, by slug, each with the reasons why; easy ones are short."""
    entries = {entry.slug: entry for entry in present.library.practices}

    def card(one: str, other: str) -> Card:
        shared = relations.likeness.shared(one, other)
        named = other in relations.named[one]
        made = present.card(entries[other], why(present, (one, other), shared, relations.forms, named=named))
        return replace(made, meta=()) if present.easy else made

    shown = relations.easy if present.easy else relations.shown
    return {slug: tuple(card(slug, other) for other in others) for slug, others in shown.items()}

"""How alike practices are, and which are closest to one.

The likeness of two practices is the sum of what their common traits add (`traits`); if one is the model of the other,
that adds `_LINEAGE`. It is the same both ways.

So that the effort grows with the collection and not with its square, a practice is compared to those next to it in the
lists of its traits, and to its models and imitators. In the lists practices with the same terms stand side by side.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING

from vorbild.derive.traits import MODEL, PLACE, REGION, TERM, Trait

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LINEAGE = 2.0
# How many are looked at on each side in a list, and in all lists together; and how many of them are compared in full.
_WINDOW, _GLANCES, _COMPARED = 40, 1000, 30


class Likeness:
    """The practices by their traits."""

    def __init__(self, traits: Mapping[str, Mapping[Trait, float]]) -> None:
        """Take the weights of the traits of each practice by its slug."""
        self._traits = traits
        self._order = sorted(traits, key=lambda slug: (_profile(traits[slug]), slug))
        self._places = {slug: place for place, slug in enumerate(self._order)}
        self._lists: dict[Trait, list[int]] = defaultdict(list)
        for place, slug in enumerate(self._order):
            for trait in traits[slug]:
                self._lists[trait].append(place)

    def shared(self, one: str, other: str) -> dict[Trait, float]:
        """Return what two practices have in common, with what it adds to their likeness."""
        mine, theirs = self._traits[one], self._traits[other]
        found = {trait: mine[trait] * theirs[trait] for trait in mine.keys() & theirs.keys()}
        if any(trait.kind == PLACE for trait in found):
            found = {trait: weight for trait, weight in found.items() if trait.kind != REGION}
        direct = found.keys() & {Trait(MODEL, one), Trait(MODEL, other)}
        return found | {trait: found[trait] + _LINEAGE for trait in direct}

    def closest(self, slug: str) -> list[tuple[float, str]]:
        """Return the practices most like `slug` with their likeness, the closest first."""
        near = {*self._near(slug), *self._kin(slug)} - {slug}
        found = ((math.fsum(self.shared(slug, other).values()), other) for other in near)
        return sorted(found, key=lambda one: (-one[0], one[1]))

    def _near(self, slug: str) -> list[str]:
        """Return those that share most of the traits that were looked at, the rare traits first."""
        own, place = self._traits[slug], self._places[slug]
        likely: dict[int, float] = defaultdict(float)
        glances = 0
        for trait in sorted(own, key=lambda trait: (len(self._lists[trait]), trait)):
            around = window(self._lists[trait], place)
            for other in around:
                likely[other] += own[trait]
            glances += len(around)
            if glances >= _GLANCES:
                break
        best = nlargest(_COMPARED + 1, ((weight, -other) for other, weight in likely.items()))
        return [self._order[-other] for _, other in best]

    def _kin(self, slug: str) -> Iterator[str]:
        """Yield the models and imitators of `slug` among the practices."""
        for trait in self._traits[slug]:
            if trait.kind == MODEL and trait.name == slug:
                yield from (self._order[place] for place in self._lists[trait])
            elif trait.kind == MODEL and trait.name in self._traits:
                yield trait.name


def window(places: Sequence[int], place: int) -> Sequence[int]:
    """Return those of the sorted `places` that are next to `place`."""
    middle = bisect_left(places, place)
    return places[max(0, middle - _WINDOW) : middle + _WINDOW + 1]


def _profile(traits: Mapping[Trait, float]) -> list[Trait]:
    """Return the terms, the strongest first."""
    return sorted((trait for trait in traits if trait.kind == TERM), key=lambda trait: (-traits[trait], trait))

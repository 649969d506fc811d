"""Vocabularies: lists of concepts that a field chooses from."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from vorbild.slug import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Concept:
    """One term: a stable id, its German label, and what helps to explain and to find it."""

    id: str
    label: str
    short: str = ""
    easy: str = ""
    definition: str = ""
    easy_definition: str = ""
    synonyms: tuple[str, ...] = ()
    broader: str = ""
    icon: str = ""
    tint: str = ""
    population_from: int | None = None
    years_from: int | None = None
    source: str = ""

    @property
    def name(self) -> str:
        """The short form where there is one, else the label."""
        return self.short or self.label

    @property
    def slug(self) -> str:
        """The concept's part of an address."""
        return address(self.name)


@dataclass(frozen=True)
class Vocabulary:
    """The concepts of one file, in its order."""

    id: str
    title: str
    description: str
    concepts: tuple[Concept, ...]
    easy: str = ""
    synonyms_language: str = ""
    _by_id: Mapping[str, Concept] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the concepts."""
        object.__setattr__(self, "_by_id", {concept.id: concept for concept in self.concepts})

    def __getitem__(self, concept_id: object) -> Concept:
        """Return the concept of `concept_id` (text, or a number such as an article's); raise KeyError if unknown."""
        return self._by_id[str(concept_id)]

    def __contains__(self, concept_id: object) -> bool:
        """Tell whether there is such a concept."""
        return str(concept_id) in self._by_id

    @cached_property
    def _names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for concept in self.concepts:
            for word in (concept.id, concept.label, concept.short, *concept.synonyms):
                names.setdefault(word.lower(), concept.id)
        return names

    def nearest(self, text: str) -> str | None:
        """Return the id that `text` probably means (also by label or synonym), or None."""
        if (known := self._names.get(text.lower())) is not None:
            return known
        close = nearest(text.lower(), self._names)
        return None if close is None else self._names[close]

    def for_population(self, population: int) -> Concept | None:
        """Return the concept whose `population_from` is the largest that `population` reaches."""
        return self._step({c: c.population_from for c in self.concepts if c.population_from is not None}, population)

    def for_years(self, years: int) -> Concept | None:
        """Return the concept whose `years_from` is the largest that `years`, whole ones, reach."""
        return self._step({c: c.years_from for c in self.concepts if c.years_from is not None}, years)

    @staticmethod
    def _step(bounds: Mapping[Concept, int], amount: int) -> Concept | None:
        reached = [concept for concept, bound in bounds.items() if bound <= amount]
        return max(reached, key=bounds.__getitem__, default=None)


def nearest(text: str, choices: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the one of `choices` that looks most like `text`, or None below `cutoff`, from 0 (any) to 1 (the same)."""
    close = difflib.get_close_matches(text, list(choices), n=1, cutoff=cutoff)
    return close[0] if close else None

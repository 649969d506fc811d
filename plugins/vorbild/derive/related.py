"""Related practices, and why they are.

Two practices are related by the terms they share; a rare term says more than a common one: each shared term adds
weight · log(N / n), N the number of practices and n the number of those that have the term (inverse document
frequency, Spärck Jones 1972). What the editors name in `related` comes first. So that the effort grows with the
collection and not with its square, a term offers only the neighbours of a practice in the term's list.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING

from vorbild.entries import PRACTICE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vorbild.derive.present import Presenter
    from vorbild.entries import Entry
    from vorbild.views import Card

MOST = 5
LEAST = 3
_WINDOW = 40
_REASONS = 3

Term = tuple[str, str]


def related(present: Presenter) -> Mapping[str, tuple[Card, ...]]:
    """Return up to five cards for each practice by slug, each with the reason why it is related."""
    library = present.library
    terms = {entry.slug: _terms(present, entry) for entry in library.practices}
    lists: dict[Term, list[str]] = {}
    for slug in sorted(terms):
        for term in terms[slug]:
            lists.setdefault(term, []).append(slug)
    own = {".".join(field.path): field.facet.weight for field in library.facets if field.facet}
    weights = {term: math.log((len(terms) + 1) / len(slugs)) * own.get(term[0], 1.0) for term, slugs in lists.items()}
    return {slug: _cards(present, slug, terms, lists, weights) for slug in terms}


def _terms(present: Presenter, entry: Entry) -> dict[Term, str]:
    """Return the terms of `entry` that can relate it to others, with their words."""
    found: dict[Term, str] = {}
    for field in present.library.facets:
        if field.facet is None or field.facet.weight == 0:
            continue
        for value in entry.all(field.path):
            concept = present.concept(field, value)
            if concept is not None:
                found[".".join(field.path), concept.id] = concept.name
    place = str(entry.place.get("name", ""))
    if place:
        found["place.name", place] = place
    return found


def _cards(
    present: Presenter,
    slug: str,
    terms: Mapping[str, dict[Term, str]],
    lists: Mapping[Term, list[str]],
    weights: Mapping[Term, float],
) -> tuple[Card, ...]:
    own = terms[slug]
    entry = present.library.find(PRACTICE, slug)
    named = [s for s in (entry.role("related") or () if entry else ()) if s in terms and s != slug]
    candidates = {other for term in own for other in _neighbours(lists[term], slug)} - {slug}
    scores = {other: sum(weights[term] for term in own if term in terms[other]) for other in candidates}
    ranked = sorted(scores, key=lambda other: (-scores[other], other))
    chosen = [*named, *(other for other in ranked if other not in named)][:MOST]
    # The fourth and fifth must be worth the reader's time: half as close as the best.
    best = scores.get(ranked[0], 0.0) if ranked else 0.0
    chosen = [o for i, o in enumerate(chosen) if i < LEAST or o in named or scores[o] >= best / 2]
    cards = []
    for other in chosen:
        found = present.library.find(PRACTICE, other)
        if found is not None:
            shared = sorted((term for term in own if term in terms[other]), key=lambda term: (-weights[term], term))
            words = ", ".join(dict.fromkeys(own[term] for term in shared[:_REASONS]))
            why = present.texts("related.shared", terms=words) if words else present.texts("related.named")
            cards.append(present.card(found, why))
    return tuple(cards)


def _neighbours(slugs: list[str], slug: str) -> list[str]:
    """Return the slugs around `slug` in a sorted list."""
    place = bisect_left(slugs, slug)
    return slugs[max(0, place - _WINDOW) : place + _WINDOW + 1]

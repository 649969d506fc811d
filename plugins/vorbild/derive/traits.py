"""What a practice can have in common with others: terms, words, models, its place; each with a weight.

What a trait adds to the likeness of two practices is the product of its weights in both:

- terms: `_TERMS` in all if both have the same. Each adds the geometric mean of its shares in both. Its share is its
  part of the weight of all terms of the practice, and a term weighs what its facet does (`x-facet.weight`) times
  log((N + 1) / n), with N practices of which n have it (inverse document frequency, Spärck Jones 1972).
- words: `_WORDS` in all, shared out in the same way by the weights of `topics`. That is the cosine of the roots of
  tf-idf (Bhattacharyya 1943); with the plain cosine one word that stands thrice in two short texts decides.
- a model of both: `_MODEL`.
- the place: `_PLACE`; it only decides between what is alike otherwise. State and size follow from the place, so they
  are a kind of their own, which adds nothing if the place is the same (`likeness`).
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from vorbild.derive.topics import topics

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.entries import Entry, Library

TERM, REGION, WORD, MODEL, PLACE = "term", "region", "word", "model", "place"
_TERMS, _WORDS, _MODEL, _PLACE = 1.0, 2.0, 0.5, 0.05


class Trait(NamedTuple):
    """Something that practices may share.

    Its name is the id of a term (in the field with that path), a stem, a model's slug, name or address, or a place.
    """

    kind: str
    name: str
    field: str = ""


class Traits(NamedTuple):
    """The traits of each practice by its slug, with weights, and how the words among them are mostly written."""

    of: Mapping[str, Mapping[Trait, float]]
    forms: Mapping[str, str]


def traits(library: Library) -> Traits:
    """Return the traits of all practices of `library`."""
    told = topics(library)
    words = {stem: Trait(WORD, stem) for stem in told.forms}
    terms = {entry.slug: dict(_terms(library, entry)) for entry in library.practices}
    holders = Counter(trait for own in terms.values() for trait in own)
    rare = {trait: math.log((len(terms) + 1) / held) for trait, held in holders.items()}
    return Traits(
        {
            entry.slug: {
                **_shares({trait: weight * rare[trait] for trait, weight in terms[entry.slug].items()}, _TERMS),
                **_shares({words[stem]: weight for stem, weight in told.of[entry.slug].items()}, _WORDS),
                **dict.fromkeys(_models(library, entry), math.sqrt(_MODEL)),
                **dict.fromkeys(_place(entry), math.sqrt(_PLACE)),
            }
            for entry in library.practices
        },
        told.forms,
    )


def _shares(weights: Mapping[Trait, float], whole: float) -> dict[Trait, float]:
    """Return weights whose products add up to `whole` for two practices that have the same traits."""
    all_ = math.fsum(weights.values())
    return {trait: math.sqrt(whole * weight / all_) for trait, weight in weights.items()}


def _terms(library: Library, entry: Entry) -> Iterator[tuple[Trait, float]]:
    """Yield the terms of `entry` with the weights of their facets."""
    place = entry.schema.role("place")
    for field in library.facets:
        vocabulary = library.schemas.vocabularies.get(field.vocabulary or "")
        if vocabulary is not None and field.facet and field.facet.weight:
            kind = REGION if place and field.path[0] == place.name else TERM
            for value in entry.all(field.path):
                if value in vocabulary:
                    yield Trait(kind, vocabulary[value].id, ".".join(field.path)), field.facet.weight


def _models(library: Library, entry: Entry) -> Iterator[Trait]:
    """Yield the models of `entry`, and itself if it is one: imitators share it with their model and each other."""
    if entry.slug in library.imitators:
        yield Trait(MODEL, entry.slug)
    for value in entry.role("lineage") or ():
        model = str(value.get("practice") or value.get("name") or "")
        if model:
            yield Trait(MODEL, model)


def _place(entry: Entry) -> Iterator[Trait]:
    name = str(entry.place.get("name", ""))
    if name:
        yield Trait(PLACE, name)

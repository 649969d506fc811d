"""How hard a sentence is to read, as people rate it, and how hard a text is.

A regression over counts that can be checked by hand, fitted by `tools/easy_models.py` to the ratings of
TextComplexityDE19 (Naderi et al. 2019), 1 very easy to 7 very hard. Its weights can only make a sentence harder: more
words, more clauses and rarer words never make it easier.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from vorbild.language.features import Features, features

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vorbild.language.tokens import Token

# What rarity and nominal style add to the difficulty of a whole text, for each word; chosen on pairs of easy and
# standard texts, where figures near these rank the same.
_RARITY, _VERBS = 2.0, 3.0
# The scale of the ratings, and from where on a figure only approaches its ends, so that rank is kept.
_LOWEST, _LOW, _HIGH, _HIGHEST = 1.0, 1.5, 6.0, 7.0
# Of a shorter sentence a single rare word would be too large a share.
_LEAST_WORDS = 4


class Model(NamedTuple):
    """What a sentence starts from and what each figure adds.

    `roots` weigh square roots of counts (the tenth word adds less than the second), `means` weigh figures as they
    are, `shares` weigh counts for each word.
    """

    start: float
    roots: Mapping[str, float]
    means: Mapping[str, float]
    shares: Mapping[str, float]


@cache
def _model() -> Model:
    data = json.loads((resources.files("vorbild.language") / "data" / "difficulty.json").read_text("utf-8"))
    return Model(**{field: data[field] for field in Model._fields})


def difficulty(tokens: Sequence[Token]) -> float:
    """Return how hard one tagged sentence is, between 1 (very easy) and 7 (very hard)."""
    return rate(features(tokens), _model())


def terms(known: Features, model: Model) -> Iterator[float]:
    """Yield what each figure adds to the difficulty of a sentence, in the order of the model."""
    for name, weight in model.roots.items():
        yield weight * sqrt(getattr(known, name))
    for name, weight in model.means.items():
        yield weight * getattr(known, name)
    words = max(known.words, _LEAST_WORDS)
    for name, weight in model.shares.items():
        yield weight * getattr(known, name) / words


def rate(known: Features, model: Model) -> float:
    """Return the difficulty that `model` gives a sentence by its features."""
    raw = model.start + sum(terms(known, model))
    if raw > _HIGH:
        return _HIGHEST - (_HIGHEST - _HIGH) ** 2 / (raw - 2 * _HIGH + _HIGHEST)
    if raw < _LOW:
        return _LOWEST + (_LOW - _LOWEST) ** 2 / (2 * _LOW - _LOWEST - raw)
    return raw


def text_difficulty(sentences: Sequence[Sequence[Token]]) -> float:
    """Return how hard a text of tagged sentences is: higher is harder, without a scale; to rank texts. 0 without words.

    A sentence counts by its words, so that headings and list items do not make a text easy. Uncommon words add to
    it, finite verbs take off: with few of them the sentences are loaded with nouns.
    """
    known = [features(tokens) for tokens in sentences]
    words = sum(one.words for one in known)
    if not words:
        return 0.0
    rated = sum(rate(one, _model()) * one.words for one in known)
    uncommon, finite = sum(one.uncommon for one in known), sum(one.finite for one in known)
    return (rated + _RARITY * uncommon - _VERBS * finite) / words

"""How many statements a sentence makes. Easy language wants one; a list item or a fragment has none.

What a statement is follows the gold data of GermEval 2024 StaGE (Statement Segmentation in German Easy Language):
a predicate with what belongs to it; a further one for each clause, for joined parts and for details such as a place,
a time or an attribute. The model is ordinal: boosted trees give the chance of more than 0, 1, 2 and 3 statements,
and each chance above one half counts. That is the median of the distribution, which has the least absolute error.
`tools/easy_models.py` fits it.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

from vorbild.language.features import Features, features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.tokens import Token


class Split(NamedTuple):
    """A question of a tree: the first branch is for figures up to `most`, the second for higher ones."""

    feature: int
    most: float
    first: Split | float
    second: Split | float


class Model(NamedTuple):
    """For each number of statements from 0 the trees that sum up to the log-odds of more than that."""

    more: tuple[tuple[Split | float, ...], ...]

    @classmethod
    def of(cls, more: Sequence[Sequence[Any]]) -> Model:
        """Return the model of plain data: a tree is a number or [feature, most, first branch, second branch]."""
        return cls(tuple(tuple(_split(tree) for tree in trees) for trees in more))

    def as_data(self) -> dict[str, Any]:
        """Return the model as plain data."""
        return {"more": [[_data(tree) for tree in trees] for trees in self.more]}


def _split(tree: Any) -> Split | float:  # noqa: ANN401 - plain data, nested
    if not isinstance(tree, list):
        return float(tree)
    name, most, first, second = tree
    return Split(Features._fields.index(name), most, _split(first), _split(second))


def _data(tree: Split | float) -> list[Any] | float:
    if not isinstance(tree, Split):
        return tree
    return [Features._fields[tree.feature], tree.most, _data(tree.first), _data(tree.second)]


@cache
def _model() -> Model:
    data = resources.files("vorbild.language") / "data" / "statements.json"
    return Model.of(json.loads(data.read_text("utf-8"))["more"])


def statements(tokens: Sequence[Token]) -> int:
    """Return the estimated number of statements in one tagged sentence or phrase, 0 to 4."""
    return count(features(tokens), _model())


def count(known: Features, model: Model) -> int:
    """Return the number of statements that `model` estimates from the features of a sentence."""
    number = 0
    for trees in model.more:
        if sum(_leaf(tree, known) for tree in trees) <= 0:
            break
        number += 1
    return number


def _leaf(tree: Split | float, known: Features) -> float:
    while isinstance(tree, Split):
        feature, most, first, second = tree
        tree = first if known[feature] <= most else second
    return tree

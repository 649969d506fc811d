"""Fit the two models of easy language in plugins/vorbild/language/data/ to gold data. Run by hand.

    python tools/easy_models.py FOLDER

FOLDER holds statements_dev.jsonl (GermEval 2024 StaGE) and difficulty_dev.jsonl (TextComplexityDE19); sources,
licences and dates stand in data/README.md. Needs the project and the packages scikit-learn and lightgbm. Only
coefficients are written, no sentence; the same rows and packages give the same bytes.

The rows stand in the order of their articles. Folds are therefore contiguous blocks, so that only the articles at
their edges are on both sides; the figures of this cross-validation are written into the models.
"""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np
from sklearn.linear_model import Ridge
from sklearn.metrics import f1_score
from vorbild.language import difficulty, statements
from vorbild.language.features import Features, features
from vorbild.language.tagger import tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DATA = Path(__file__).parents[1] / "plugins" / "vorbild" / "language" / "data"
_FOLDS = 10

# More than four statements are too few rows to learn from.
_MOST_STATEMENTS = 4
_TREES = {
    "n_estimators": 150,
    "learning_rate": 0.05,
    "num_leaves": 6,
    "min_child_samples": 15,
    "reg_lambda": 5,
    "colsample_bytree": 0.2,
    "subsample": 0.7,
    "subsample_freq": 1,
    "random_state": 0,
    "deterministic": True,
    "force_row_wise": True,
    "n_jobs": 1,
    "verbose": -1,
}
# What makes a word hard says little about how much a sentence states.
_NOT_FOR_STATEMENTS = {
    "plain_letters", "longest", "long_words", "rarest", "frequency", "rare", "unusual", "uncommon", "unknown",
    "hardest", "nominalised", "active_attributes", "wide_phrases",
}  # fmt: skip

# Of those that are for both, difficulty takes no figures of layout, and none that stands for a topic (names, numbers).
_FOR_DIFFICULTY = (
    "words", "letters", "plain_letters", "longest", "long_words", "rare", "unusual", "uncommon", "unknown", "finite",
    "verbs", "full_verbs", "participles", "infinitives", "passives", "after_finite", "nominalised", "attributes",
    "active_attributes", "wide_phrases", "predicatives", "adverbs", "prepositions", "noun_prepositions", "genitives",
    "negations", "joined_nouns", "joined_others", "subordinators", "relatives", "commas",
)  # fmt: skip
_FAMILIARITY = ("rarest", "frequency", "hardest")
_SHARES = ("rare", "unusual", "uncommon", "unknown", "nominalised")
_PENALTY = 200


def rows(path: Path, key: str) -> tuple[list[Features], np.ndarray]:
    """Return the features and the gold value of each row."""
    with path.open(encoding="utf-8") as file:  # texts hold line separators that splitlines would split at
        read = [json.loads(line) for line in file]
    return [features(tag(row["text"])) for row in read], np.array([row[key] for row in read], float)


def blocks(count: int) -> Iterator[np.ndarray]:
    """Yield for each fold which rows are held out: contiguous ones."""
    for fold in range(_FOLDS):
        yield np.arange(count) * _FOLDS // count == fold


def cross_validated(
    fit: Callable[[list[Features], np.ndarray], Any], predict: Callable[[Features, Any], float], known: list[Features],
    gold: np.ndarray,
) -> np.ndarray:  # fmt: skip
    """Return a prediction for each row by a model that has not seen its block."""
    guessed = np.zeros(len(gold))
    for held in blocks(len(gold)):
        model = fit([row for row, out in zip(known, held, strict=True) if not out], gold[~held])
        guessed[held] = [predict(row, model) for row, out in zip(known, held, strict=True) if out]
    return guessed


def fit_statements(known: list[Features], gold: np.ndarray) -> statements.Model:
    """Return boosted trees for the chance of more than 0, 1, 2 and 3 statements (an ordinal model)."""
    names = [name for name in Features._fields if name not in _NOT_FOR_STATEMENTS]
    table = np.array([[getattr(row, name) for name in names] for row in known], float)
    more = []
    for count in range(_MOST_STATEMENTS):
        booster = lightgbm.LGBMClassifier(**_TREES).fit(table, gold > count).booster_
        more.append([_tree(one["tree_structure"], names) for one in booster.dump_model()["tree_info"]])
    return statements.Model.of(more)


def _tree(node: dict[str, Any], names: list[str]) -> list[Any] | float:
    """Return a tree as a leaf's value or [feature, most for the first branch, first branch, second branch]."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    branches = (_tree(node[side], names) for side in ("left_child", "right_child"))
    return [names[node["split_feature"]], float(f"{node['threshold']:.4g}"), *branches]


def fit_difficulty(known: list[Features], gold: np.ndarray) -> difficulty.Model:
    """Return a ridge regression whose weights may only make a sentence harder (for familiarity: easier)."""
    plain = difficulty.Model(
        0.0, dict.fromkeys(_FOR_DIFFICULTY, 1.0), dict.fromkeys(_FAMILIARITY, -1.0), dict.fromkeys(_SHARES, 1.0)
    )
    table = np.array([list(difficulty.terms(row, plain)) for row in known])
    spread = table.std(0) + 1e-9
    ridge = Ridge(_PENALTY, positive=True).fit((table - table.mean(0)) / spread, gold)
    weights = ridge.coef_ / spread
    start = float(gold.mean() - table.mean(0) @ weights)
    signed = iter(np.round(weights, 5).tolist())
    return difficulty.Model(
        round(start, 5),
        {name: next(signed) for name in _FOR_DIFFICULTY},
        {name: -next(signed) for name in _FAMILIARITY},
        {name: next(signed) for name in _SHARES},
    )


def agreement(gold: np.ndarray, guessed: np.ndarray) -> dict[str, float]:
    """Return weighted F1 and mean absolute error."""
    f1 = f1_score(gold, guessed, average="weighted", zero_division=0)
    return {"weighted_f1": round(float(f1), 3), "mean_absolute_error": round(float(np.abs(gold - guessed).mean()), 3)}


def correlation(gold: np.ndarray, guessed: np.ndarray) -> dict[str, float]:
    """Return Pearson's r."""
    return {"r": round(float(np.corrcoef(gold, guessed)[0, 1]), 3)}


def report(
    score: Callable[[np.ndarray, np.ndarray], dict[str, float]], gold: np.ndarray, guessed: np.ndarray
) -> dict[str, Any]:
    """Return the figures of all held-out rows, and mean and spread (standard deviation) of those of each fold."""
    folds = [score(gold[held], guessed[held]) for held in blocks(len(gold))]
    spread = {
        key: {"mean": round(statistics.mean(values), 3), "spread": round(statistics.stdev(values), 3)}
        for key in folds[0]
        if (values := [fold[key] for fold in folds])
    }
    return {"rows": len(gold), "folds": _FOLDS, "all": score(gold, guessed), "by_fold": spread}


def main() -> None:
    """Fit and write both models."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the name of the script and one folder
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    known, gold = rows(folder / "statements_dev.jsonl", "statements")
    guessed = cross_validated(fit_statements, statements.count, known, gold)
    write("statements", fit_statements(known, gold).as_data(), report(agreement, gold, guessed))
    known, gold = rows(folder / "difficulty_dev.jsonl", "complexity")
    guessed = cross_validated(fit_difficulty, difficulty.rate, known, gold)
    write("difficulty", fit_difficulty(known, gold)._asdict(), report(correlation, gold, guessed))


def write(name: str, model: dict[str, Any], validated: dict[str, Any]) -> None:
    """Write one model, a line for each tree or table, and print its figures."""
    print(name, json.dumps(validated))  # noqa: T201 - speaks to whoever runs it
    lines = []
    for key, value in {**model, "cross_validated": validated}.items():
        if isinstance(value, list):
            trees = [",\n    ".join(json.dumps(tree) for tree in group) for group in value]
            lines.append(f'  "{key}": [\n   [' + "],\n   [".join(trees) + "]\n  ]")
        else:
            lines.append(f'  "{key}": {json.dumps(value)}')
    (_DATA / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()

"""`make.py bench easy --data FOLDER`: what the measures of easy language find, beside gold data.

FOLDER holds grammar_dev.jsonl, statements_dev.jsonl, difficulty_dev.jsonl and pairs_dev.jsonl. Writes
docs/easy_language_measures.md. A further table: a function from the folder to Markdown, and a line in SECTIONS.
"""

from __future__ import annotations

import json
import math
import os
import re
import statistics as figures
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml
from vorbild.language.checker import findings
from vorbild.language.context import Context
from vorbild.language.difficulty import difficulty, text_difficulty
from vorbild.language.grammar.genitive import genitives
from vorbild.language.grammar.passive import passives
from vorbild.language.grammar.subjunctive import subjunctives
from vorbild.language.reading import markdown, plain
from vorbild.language.sentences import LINE_MARK, sentences
from vorbild.language.statements import statements
from vorbild.language.tagger import tag

ROOT = Path(__file__).resolve().parent.parent
HEAD = Path(__file__).with_suffix(".md")
REPORT = ROOT / "docs" / "easy_language_measures.md"
MODELS = ROOT / "plugins" / "vorbild" / "language" / "data"
FILES = ("grammar_dev.jsonl", "statements_dev.jsonl", "difficulty_dev.jsonl", "pairs_dev.jsonl")
RULES = {"passive": passives, "genitive": genitives, "subjunctive": subjunctives}
STEPS = {**RULES, "statements": statements, "difficulty": difficulty}
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
WORDS = 10_000
CUTS = {
    "whole": lambda text: text,
    "first three sentences": lambda text: "\n".join(one.text for one in sentences(text)[:3]),
    "first 500 characters": lambda text: text[:500],
}


def rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as file:  # texts hold line separators that splitlines would split at
        return [json.loads(line) for line in file]


def table(head: list[str], body: list[list[object]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *body]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Return precision, recall and F1; what has no denominator is 0."""
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def weighted_f1(gold: list[int], found: list[int]) -> float:
    """Return the mean of the F1 of each class, weighed by how often it occurs in `gold`."""
    right = Counter(one for one, other in zip(gold, found, strict=True) if one == other)
    sizes, guesses = Counter(gold), Counter(found)
    return sum(f1(right[key], guesses[key], size)[2] * size for key, size in sizes.items()) / len(gold)


def grammar(data: Path) -> str:
    gold = rows(data / "grammar_dev.jsonl")
    tagged = [tag(row["text"]) for row in gold]
    body = []
    for name, rule in RULES.items():
        found = [bool(rule(tokens)) for tokens in tagged]
        right = sum(hit and row[name] for hit, row in zip(found, gold, strict=True))
        scores = f1(right, sum(found), sum(row[name] for row in gold))
        body.append([name, sum(row[name] for row in gold), *(f"{score:.3f}" for score in scores)])
    head = ["rule", "sentences with it", "precision", "recall", "F1"]
    text = f"{len(gold)} sentences. The rules were tuned on these very sentences."
    return f"## Passive, genitive, subjunctive\n\n{text}\n\n{table(head, body)}"


def validated(name: str) -> dict:
    return json.loads((MODELS / f"{name}.json").read_text("utf-8"))["cross_validated"]


def spread(of: dict) -> str:
    return f"{of['mean']:.3f} ± {of['spread']:.3f}"


def counts(data: Path) -> str:
    gold = rows(data / "statements_dev.jsonl")
    wanted = [row["statements"] for row in gold]
    found = [statements(tag(row["text"])) for row in gold]
    error = figures.mean(abs(one - other) for one, other in zip(wanted, found, strict=True))
    fair = validated("statements")
    body = [
        ["on the rows it was fitted to", f"{weighted_f1(wanted, found):.3f}", f"{error:.3f}"],
        ["cross-validated, all rows", *(f"{fair['all'][key]:.3f}" for key in ("weighted_f1", "mean_absolute_error"))],
        [
            "cross-validated, by fold",
            *(spread(fair["by_fold"][key]) for key in ("weighted_f1", "mean_absolute_error")),
        ],
    ]
    text = (
        f"{len(gold)} phrases. The model was fitted to these rows, so the first line flatters it. The others hold out "
        f"{fair['folds']} contiguous blocks in turn: rows stand in the order of their articles, so that only those at "
        "the edges are on both sides (`tools/easy_models.py`)."
    )
    return f"## Number of statements\n\n{text}\n\n{table(['', 'weighted F1', 'mean absolute error'], body)}"


def ratings(data: Path) -> str:
    gold = rows(data / "difficulty_dev.jsonl")
    wanted = [row["complexity"] for row in gold]
    tagged = [tag(row["text"]) for row in gold]
    fair = validated("difficulty")
    lengths = [math.log(sum(token.is_word for token in tokens)) for tokens in tagged]
    body = [
        ["logarithm of the number of words", f"{figures.correlation(wanted, lengths):.3f}"],
        ["on the rows it was fitted to", f"{figures.correlation(wanted, [difficulty(one) for one in tagged]):.3f}"],
        ["cross-validated, all rows", f"{fair['all']['r']:.3f}"],
        ["cross-validated, by fold", spread(fair["by_fold"]["r"])],
    ]
    text = (
        f"{len(gold)} sentences. As above: the model was fitted to these rows, and {fair['folds']} contiguous blocks "
        "were held out in turn. Inside one block of few articles the ratings differ little, so r by fold is lower."
    )
    return f"## Difficulty of a sentence\n\nPearson's r with the mean rating. {text}\n\n{table(['', 'r'], body)}"


def own_pairs() -> dict[str, list[tuple[str, str]]]:
    """Return easy and standard Markdown of all entries and hand-written pages of this repository."""
    entries = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(ROOT.glob("case_studies/practices/*.yml"))]
    texts = {path: FRONT_MATTER.sub("", path.read_text("utf-8")) for path in sorted(ROOT.glob("content/**/*.md"))}
    twins = {path: path.with_name(path.name.replace(".leicht.md", ".md")) for path in texts if ".leicht" in path.name}
    return {
        "entries of this repository": [
            (
                entry["easy"]["text"],
                "\n\n".join(entry[key] for key in ("summary", "starting_point", "approach") if key in entry),
            )
            for entry in entries
            if "text" in entry.get("easy", {})
        ],
        "pages of this repository": [(texts[easy], texts[twin]) for easy, twin in twins.items() if twin in texts],
    }


def pairs(data: Path) -> str:
    gold = [(row["easy"], row["standard"]) for row in rows(data / "pairs_dev.jsonl")]
    sets = {name: (markdown, found) for name, found in own_pairs().items()}
    sets = {"Klexikon and Wikipedia": (plain, gold), **sets}
    body = []
    for name, (read, found) in sets.items():
        cells = []
        for cut in CUTS.values():
            scores = [
                [text_difficulty([one.tokens for one in read(cut(text)).sentences]) for text in pair] for pair in found
            ]
            cells.append(f"{sum(easy < standard for easy, standard in scores) / len(found):.3f}")
        body.append([name, len(found), *cells])
    head = ["", "pairs", *CUTS]
    return (
        "## Easy text below its standard twin\n\nThe share of pairs in which the easy text gets the lower difficulty. "
        f"The two weights of `text_difficulty` were chosen on these pairs.\n\n{table(head, body)}"
    )


def speed(data: Path) -> str:
    words, texts = 0, []
    for row in rows(data / "pairs_dev.jsonl"):
        for one in sentences(row["easy"]):
            if words < WORDS:
                texts.append(one.text)
                words += len(re.findall(r"\w+", one.text))
    # The word lists are read once, however long the text is.
    first = tag("Das Haus steht hier.")
    for step in STEPS.values():
        step(first)
    body = []
    started = time.process_time()
    tagged = [tag(text) for text in texts]
    body.append(["tagging, once", f"{time.process_time() - started:.2f}"])
    for name, step in STEPS.items():
        started = time.process_time()
        for tokens in tagged:
            step(tokens)
        body.append([name, f"{time.process_time() - started:.2f}"])
    text = f"Processor seconds for {words:,} words of easy text, not seen before. Word lists were read before."
    return f"## Speed\n\n{text}\n\n{table(['step', 's'], body)}"


def errors(data: Path) -> str:
    """Return how many genuine phrases get an error, by rule; whether it is right, only people can say."""
    gold = rows(data / "statements_dev.jsonl")
    found = Counter()
    for row in gold:
        text = plain(row["text"].replace(LINE_MARK, "\n"))
        codes = {one.code for one in findings(text, Context()) if one.severity == "error"}
        found.update(codes)
        found["one of these"] += bool(codes - RULES.keys())
    own = {code: count for code, count in found.most_common() if code not in RULES}
    body = [[code, count, f"{count / len(gold):.1%}"] for code, count in (own | {c: found[c] for c in RULES}).items()]
    text = (
        f"{len(gold)} phrases of pages that call themselves easy language, and how many get an error, by rule. In "
        "November 2026 all of them were read but those for passive, of which thirty were: every one that was read "
        "breaks the rule that it names. Brackets, number words and signs such as = are common on these pages."
    )
    return f"## Errors on genuine easy language\n\n{text}\n\n{table(['rule', 'phrases', 'share'], body)}"


def whole(data: Path) -> str:
    """Return how long all rules take for a long text."""
    texts, words = [], 0
    for row in rows(data / "pairs_dev.jsonl"):
        if words < WORDS:
            texts.append(row["easy"])
            words += len(re.findall(r"\w+", row["easy"]))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text("\n".join(texts), "utf-8")
        command = [sys.executable, "-m", "vorbild", "easy", "check", "--format", "json", str(file)]
        before = os.times()
        started = time.perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        seconds, after = time.perf_counter() - started, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    text = (
        f"`vorbild easy check` of a file of {words:,} words from start to end, with loading the tagger and all word "
        f"lists: {seconds:.1f} s, of which {spent:.1f} s on the processor."
    )
    return f"## A long text\n\n{text}"


# The order in the report; each takes the folder of the gold data. Speed comes first, as no word is known yet then.
SECTIONS = (speed, whole, grammar, errors, counts, ratings, pairs)


def easy(data: Path | None) -> None:
    """Write the report."""
    missing = [name for name in FILES if data is None or not (data / name).is_file()]
    if data is None or missing:
        sys.exit(f"make.py bench easy --data FOLDER: the gold data is missing: {', '.join(missing)}")
    parts = [HEAD.read_text("utf-8").strip()]
    for section in SECTIONS:
        parts.append(section(data))
        print(parts[-1], end="\n\n", flush=True)
    REPORT.write_text("\n\n".join(parts) + "\n", "utf-8")

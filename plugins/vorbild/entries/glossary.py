"""Reads the glossary: hard words, abbreviations, phrases, hyphens, and what the search takes for the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.compounds import plain
from vorbild.diagnostics import Diagnostic
from vorbild.entries.model import Glossary
from vorbild.schema import read
from vorbild.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.schema import Positions, Schema, Values

GLOSSARY = "case_studies/glossary.yml"
# The parts of the glossary, each with what an item needs.
_PARTS = {
    "terms": {"term", "definition", "easy"},
    "abbreviations": {"short", "long"},
    "phrases": {"text", "language"},
    "hyphens": {"word", "reason"},
    "synonyms": {"words"},
}


def load(root: Path, schema: Schema, diagnostics: list[Diagnostic]) -> Glossary:
    """Read the glossary of the project at `root`; it is empty without the file, and after findings that forbid more."""
    path = root / GLOSSARY
    result = read(path, GLOSSARY, schema, None, diagnostics) if path.is_file() else None
    if result is None:
        return Glossary()
    values, positions = result
    diagnostics += _twice(values, positions)
    diagnostics += _sets(values, positions)
    return Glossary(
        *(
            tuple(item for item in values.get(name, ()) if isinstance(item, dict) and needed <= item.keys())
            for name, needed in _PARTS.items()
        )
    )


def _twice(values: Values, positions: Positions) -> Iterator[Diagnostic]:
    """Yield `duplicate-word` for a word that stands twice, or whose address on the page another one has."""
    words: dict[str, str] = {}
    for part in ("terms", "abbreviations"):
        for index, item in enumerate(values.get(part, ())):
            if not isinstance(item, dict):
                continue
            name = str(item.get("term", item.get("short", "")))
            own = [name, str(item.get("abbreviation", "")), *map(str, item.get("forms", ()))]
            keys = {*filter(None, own), f"#{slugify(name)}"}
            for key in sorted(keys & words.keys()):
                where = positions.value((part, index, "term" if part == "terms" else "short"))
                yield Diagnostic("duplicate-word", where, {"word": key.lstrip("#"), "other": words[key]})
                break
            words |= dict.fromkeys(keys - words.keys(), name)


def _sets(values: Values, positions: Positions) -> Iterator[Diagnostic]:
    """Yield `synonym-twice` for a word that a set of synonyms has already, `synonym-alone` for a set of one word.

    Capitals, seams and umlauts make no other word: the search does not see them either.
    """
    for index, item in enumerate(values.get("synonyms", ())):
        if not isinstance(item, dict) or "words" not in item:
            continue
        seen: set[str] = set()
        found = [(name, at, str(word)) for name in ("words", "finds") for at, word in enumerate(item.get(name, ()))]
        for name, at, word in found:
            if plain(word) in seen:
                yield Diagnostic("synonym-twice", positions.value(("synonyms", index, name, at)), {"word": word})
            seen.add(plain(word))
        if len(found) == 1:
            where = positions.value(("synonyms", index, "words", 0))
            yield Diagnostic("synonym-alone", where, {"word": found[0][2]})

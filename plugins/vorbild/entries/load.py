"""Reads the entries of a project into a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.catalogue import number
from vorbild.diagnostics import Diagnostic, Span
from vorbild.entries.model import MUNICIPALITY, PRACTICE, Entry, Glossary, Library, Single
from vorbild.schema import Positions, read
from vorbild.slug import SLUG, address, slugify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vorbild.schema import Schema, Schemas, Values

FOLDERS = {PRACTICE: "case_studies/practices", MUNICIPALITY: "case_studies/municipalities"}
GLOSSARY = "case_studies/glossary.yml"
ACCESSIBILITY = "case_studies/accessibility.yml"
ENFORCEMENT = "case_studies/enforcement.yml"
MATCHING = "case_studies/matching.yml"
# The parts of the glossary, each with what an item needs.
_PARTS = {
    "terms": {"term", "definition", "easy"},
    "abbreviations": {"short", "long"},
    "phrases": {"text", "language"},
    "hyphens": {"word", "reason"},
}


def load(root: Path, schemas: Schemas, diagnostics: list[Diagnostic]) -> Library:
    """Read all entries and the files beside them; what cannot be read is a finding and missing in the library."""
    entries = []
    unread = set()
    for kind, folder in FOLDERS.items():
        for path in sorted((root / folder).glob("*")):
            file = path.relative_to(root).as_posix()
            if path.name.startswith("."):
                continue
            if path.suffix != ".yml" or not path.is_file():
                diagnostics.append(
                    Diagnostic("file-extension", Span(file), {"name": path.name, "cure": f"{address(path.stem)}.yml"})
                )
                continue
            if not SLUG.fullmatch(path.stem):
                diagnostics.append(
                    Diagnostic("file-name", Span(file), {"name": path.name, "cure": f"{address(path.stem)}.yml"})
                )
            result = read(path, file, schemas[kind], None, diagnostics)
            if result is None:
                unread.add((kind, path.stem))
            else:
                values, positions = result
                values = _with_size(values, positions, schemas, diagnostics)
                entries.append(Entry(kind, path.stem, file, schemas[kind], values, positions))
    return Library(
        schemas,
        tuple(entries),
        _glossary(root, schemas, diagnostics),
        frozenset(unread),
        _single(root, ACCESSIBILITY, schemas["accessibility"], diagnostics),
        _single(root, ENFORCEMENT, schemas["enforcement"], diagnostics),
        _single(root, MATCHING, schemas["matching"], diagnostics),
    )


def _with_size(values: Values, positions: Positions, schemas: Schemas, diagnostics: list[Diagnostic]) -> Values:
    """Derive the size of a place from its population; a size that contradicts it is a finding."""
    place = values.get("place")
    vocabulary = schemas.vocabularies.get("municipality_sizes")
    if not isinstance(place, dict) or not isinstance(place.get("population"), int) or vocabulary is None:
        return values
    concept = vocabulary.for_population(place["population"])
    if concept is None:
        return values
    given = place.get("size")
    # A district or a whole state has a population too, and is no town of that size.
    if given in vocabulary and vocabulary[given].population_from is None:
        return values
    if given in vocabulary and given != concept.id:
        where = positions.value(("place", "size"))
        params = {
            "given": vocabulary[given].name,
            "derived": concept.name,
            "id": concept.id,
            "population": number(place["population"]),
        }
        diagnostics.append(Diagnostic("size-contradiction", where, params))
    return {**values, "place": {**place, "size": concept.id}}


def _glossary(root: Path, schemas: Schemas, diagnostics: list[Diagnostic]) -> Glossary:
    path = root / GLOSSARY
    if not path.is_file():
        return Glossary()
    result = read(path, GLOSSARY, schemas["glossary"], None, diagnostics)
    if result is None:
        return Glossary()
    values, positions = result
    diagnostics += _twice(values, positions)
    parts = (
        tuple(item for item in values.get(name, ()) if isinstance(item, dict) and needed <= item.keys())
        for name, needed in _PARTS.items()
    )
    return Glossary(*parts)


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


def _single(root: Path, file: str, schema: Schema, diagnostics: list[Diagnostic]) -> Single | None:
    """Read a file of which there is one; None if there is none, without values if it cannot be read."""
    path = root / file
    if not path.is_file():
        return None
    values, positions = read(path, file, schema, None, diagnostics) or ({}, Positions(Span(file)))
    return Single(schema, values, positions)

"""Reads the entries of a project into a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.diagnostics import Diagnostic, Span
from vorbild.entries import glossary
from vorbild.entries.derived import derived
from vorbild.entries.model import MUNICIPALITY, PRACTICE, Entry, Library, Single
from vorbild.schema import Positions, read
from vorbild.slug import SLUG, address

if TYPE_CHECKING:
    from pathlib import Path

    from vorbild.schema import Schema, Schemas

FOLDERS = {PRACTICE: "case_studies/practices", MUNICIPALITY: "case_studies/municipalities"}
ACCESSIBILITY = "case_studies/accessibility.yml"
ENFORCEMENT = "case_studies/enforcement.yml"
MATCHING = "case_studies/matching.yml"


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
                values = derived(values, positions, schemas[kind], schemas.vocabularies, diagnostics)
                entries.append(Entry(kind, path.stem, file, schemas[kind], values, positions))
    return Library(
        schemas,
        tuple(entries),
        glossary.load(root, schemas["glossary"], diagnostics),
        frozenset(unread),
        _single(root, ACCESSIBILITY, schemas["accessibility"], diagnostics),
        _single(root, ENFORCEMENT, schemas["enforcement"], diagnostics),
        _single(root, MATCHING, schemas["matching"], diagnostics),
    )


def _single(root: Path, file: str, schema: Schema, diagnostics: list[Diagnostic]) -> Single | None:
    """Read a file of which there is one; None if there is none, without values if it cannot be read."""
    path = root / file
    if not path.is_file():
        return None
    values, positions = read(path, file, schema, None, diagnostics) or ({}, Positions(Span(file)))
    return Single(schema, values, positions)

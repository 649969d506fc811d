"""The composition root: load a project, check it, build its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vorbild import entries, schema
from vorbild.diagnostics import Diagnostic, Report

if TYPE_CHECKING:
    from pathlib import Path

    from vorbild.entries import Library
    from vorbild.schema import Schemas


@dataclass(frozen=True)
class Project:
    """One checkout: its folder, what was read from it (None if a schema cannot be used), and what was wrong on the way."""

    root: Path
    schemas: Schemas | None
    library: Library | None
    diagnostics: tuple[Diagnostic, ...]


def load(root: Path) -> Project:
    """Read everything below `root`. Never raises for bad content; that is in the diagnostics."""
    found: list[Diagnostic] = []
    schemas = schema.load(root, found)
    library = None if schemas is None else entries.load(root, schemas, found)
    return Project(root, schemas, library, tuple(found))


def check(project: Project) -> Report:
    """Return everything that is wrong with the content of `project`."""
    found = list(project.diagnostics)
    if project.library is not None:
        found += entries.check(project.library, project.root)
    return Report(found)

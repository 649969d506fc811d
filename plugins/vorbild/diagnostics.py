"""What can be wrong, and where. A diagnostic carries no words: those are in catalogues/findings.yml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, order=True)
class Span:
    """A place in a file: path relative to the project root, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Diagnostic:
    """One mistake: a stable code, its place, and the values that its German sentence needs."""

    code: str
    span: Span
    params: Mapping[str, str] = field(default_factory=dict)


class Report:
    """All diagnostics of one run, each once, in the order of file, line and column."""

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        """Sort and deduplicate `diagnostics`."""
        unique = {(d.span, d.code, tuple(sorted(d.params.items()))): d for d in diagnostics}
        self._diagnostics = tuple(unique[key] for key in sorted(unique))

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield the diagnostics in order."""
        return iter(self._diagnostics)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._diagnostics)

    def in_files(self, files: Iterable[str]) -> Report:
        """Return only what concerns `files` (files or folders, relative to the project root; `.` is the whole)."""
        wanted = tuple(files)
        return Report(
            d for d in self if any(name in {".", d.span.file} or d.span.file.startswith(f"{name}/") for name in wanted)
        )

"""What a build yields, and the one function that writes it to disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Artefact:
    """One file of the output: a path with forward slashes relative to the target, and its bytes."""

    path: str
    data: bytes

    def __post_init__(self) -> None:
        """Refuse a path that would leave the target folder."""
        pure = PurePosixPath(self.path)
        if pure.is_absolute() or ".." in pure.parts or not pure.parts:
            raise ValueError(self.path)


def write(artefacts: Iterable[Artefact], target: Path) -> int:
    """Write `artefacts` below `target` and return how many; unchanged files keep their time stamp.

    Each file appears whole or not at all: it is written beside its place and renamed.
    Raises OSError if the disk refuses.
    """
    count = 0
    for artefact in artefacts:
        path = target / artefact.path
        count += 1
        if path.is_file() and path.read_bytes() == artefact.data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + ".neu")
        fresh.write_bytes(artefact.data)
        fresh.replace(path)
    return count

"""What took long to make and is kept between builds: a cache that may be missing, broken or closed to us."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SEAL = 16


class Store:
    """Files in a folder, each sealed with a hash, so that a broken one counts as missing."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder, which need not exist; without one nothing is kept."""
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """Return what was kept under `name`, or None."""
        if self._folder is None:
            return None
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        return data[_SEAL:] if data[:_SEAL] == _seal(data[_SEAL:]) else None

    def put(self, name: str, data: bytes) -> None:
        """Keep `data`, whole or not at all; a folder that cannot be written is left alone."""
        if self._folder is None:
            return
        # Two builds at a time each write a file of their own.
        fresh = self._folder / f"{name}.{os.getpid()}.neu"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(_seal(data) + data)
            fresh.replace(self._folder / name)
        except OSError:
            self._folder = None


def _seal(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL).digest()

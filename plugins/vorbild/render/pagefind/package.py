"""What Pagefind brings along for the browser, from the package that holds its program."""

from __future__ import annotations

import json
import subprocess
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path

from vorbild.render.pagefind.index import LANGUAGE, VERSION

_PACKAGE = "pagefind_bin"
_ENTRY = "pagefind-entry.json"
# For languages that it does not know, the program for the browser is this one.
_FILES = ("pagefind.js", "wasm.unknown.pagefind")


class PagefindError(RuntimeError):
    """The search cannot be made; `key` is a sentence of the catalogue, `params` are its values."""

    def __init__(self, key: str, **params: str) -> None:
        """Hold both."""
        super().__init__(key)
        self.key = key
        self.params = params


@cache
def program() -> tuple[tuple[str, bytes], ...]:
    """Return the files that the browser runs, by name. Raises PagefindError if there are none, or of another version.

    Pagefind gives them away with an index only, so one of a single word is made and left.
    """
    try:
        found: Path = import_module(_PACKAGE).get_executable()
    except (ImportError, FileNotFoundError):
        raise PagefindError("page.no_pagefind") from None
    with tempfile.TemporaryDirectory() as folder:
        site, made = Path(folder, "site"), Path(folder, "made")
        site.mkdir()
        (site / "index.html").write_text(f'<html lang="{LANGUAGE}"><body>a</body></html>', "utf-8")
        command = [str(found), "--site", str(site), "--output-path", str(made), "--quiet"]
        try:
            subprocess.run(command, check=True, capture_output=True)
            version = json.loads((made / _ENTRY).read_text("utf-8"))["version"]
            files = tuple((name, (made / name).read_bytes()) for name in _FILES)
        except (OSError, subprocess.CalledProcessError) as error:
            raise PagefindError("page.pagefind_failed", detail=str(error)) from error
    if version != VERSION:
        raise PagefindError("page.pagefind_version", found=version, wanted=VERSION)
    return files

"""Styles and scripts of the shell: many small files to edit, one of each on the wire."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

import rjsmin

from vorbild import palette
from vorbild.artefact import Artefact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

STYLES = "styles"
TOKENS = "10-tokens.css"
SCRIPTS = "scripts"
# What a visitor may choose in the panel „Darstellung“, and the wish of her device that counts as long as she has
# not chosen: the block is written once, for the choice, and given a twin for the device.
_CHOICES = {
    ':root[data-theme="dark"]': ("prefers-color-scheme: dark", ":root:not([data-theme])"),
    ':root[data-contrast="more"]': ("prefers-contrast: more", ":root:not([data-contrast])"),
}
_BLOCK = re.compile(rf"^({'|'.join(map(re.escape, _CHOICES))}) (\{{[^}}]*\}})", re.MULTILINE)


def bundle(
    folder: Path, colours: Mapping[str, Mapping[str, str]], told: Mapping[str, str] | None = None
) -> dict[str, Artefact]:
    """Return the files that a shell links to, by key: `style`, and a script for each folder of scripts/.

    Takes `folder`/styles/*.css and `folder`/scripts/<key>/*.js in the order of their names. A file's address holds a
    hash of its content, so that a browser may keep it for ever. Without files there is no key. `colours`, by scheme and
    name, take the place of those in 10-tokens.css; `told`, by key, is what else a script must know.
    """
    styles = (
        palette.painted(text, colours) if name == TOKENS else text for name, text in _read(folder / STYLES, "*.css")
    )
    found = {"style": _BLOCK.sub(_twin, "\n".join(styles))}
    for scripts in sorted((folder / SCRIPTS).glob("*/")):
        own = [text for _, text in _read(scripts, "*.js")]
        found[scripts.name] = "\n".join([*own, (told or {}).get(scripts.name, "")] if own else [])
    return {key: _artefact(key, text) for key, text in found.items() if text}


def _read(folder: Path, pattern: str) -> list[tuple[str, str]]:
    return [(path.name, path.read_text("utf-8")) for path in sorted(folder.glob(pattern))]


def _twin(match: re.Match[str]) -> str:
    """Return the block of a choice, and the same block for devices that ask for it; both on screens only."""
    query, root = _CHOICES[match[1]]
    return f"@media screen {{ {match[0]} }}\n@media screen and ({query}) {{ {root} {match[2]} }}"


def _artefact(key: str, text: str) -> Artefact:
    data = f"{_stripped(text) if key == 'style' else rjsmin.jsmin(text)}\n".encode()
    name = blake2b(data, digest_size=6).hexdigest()
    return Artefact(f"assets/{key}.{name}.{'css' if key == 'style' else 'js'}", data)


def _stripped(css: str) -> str:
    """Return `css` without comments and indentation.

    Minifiers that know selectors only by pattern lose the space in `.a:has([b]) :is(c)` within @container.
    """
    lines = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())

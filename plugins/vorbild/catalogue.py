"""Interface texts and the words of findings, from the YAML files in catalogues/. A missing text is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.diagnostics import Diagnostic

# The registered BCP 47 tag of German in easy language.
EASY = "de-simple"
_FOLDER = resources.files("vorbild") / "catalogues"


class MissingTextError(KeyError):
    """A key that no catalogue of the language has."""


class Texts:
    """The interface texts of one language, by dotted key."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        """Hold `texts`, keyed like `shell.menu`."""
        self.language = language
        self._texts = dict(texts)

    def __call__(self, key: str, **params: object) -> str:
        """Return the text of `key` with its {placeholders} filled; raise MissingTextError if there is none."""
        try:
            return self._texts[key].format(**params)
        except KeyError as error:
            message = f"{self.language}: {key} {error}"
            raise MissingTextError(message) from None

    def __iter__(self) -> Iterator[str]:
        """Yield the keys, sorted."""
        return iter(sorted(self._texts))

    def plural(self, key: str, count: int) -> str:
        """Return `key`.one or `key`.other with {count}, as German needs."""
        return self(f"{key}.{'one' if count == 1 else 'other'}", count=number(count))


@dataclass(frozen=True)
class Finding:
    """A diagnostic in words, ready to be shown: severity is error or warning."""

    file: str
    line: int
    column: int
    code: str
    severity: str
    message: str
    help: str


@dataclass(frozen=True)
class SceneKind:
    """A picture for sections of easy texts, its number in the set OpenMoji, and the words that call for it."""

    picture: str
    openmoji: str
    words: list[str]


@dataclass(frozen=True)
class FindingKind:
    """What the catalogue knows of a code: its words, and an example that fails and one that passes."""

    code: str
    severity: str
    title: str
    message: str
    help: str
    file: str
    failing: str
    passing: str


@cache
def texts(language: str = "de") -> Texts:
    """Return the interface texts of `language` (de, or de-simple for easy language) from all `*.<language>.yml`."""
    flat: dict[str, str] = {}
    for file in sorted(_FOLDER.iterdir(), key=lambda item: item.name):
        if file.name.endswith(f".{language}.yml"):
            flat.update(_flatten(yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader), ""))
    return Texts(language, flat)


@cache
def easy_words() -> dict[str, tuple[str, ...]]:
    """Return what easy.yml knows of easy texts, lists of words by name."""
    raw = yaml.load((_FOLDER / "easy.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {name: tuple(words) for name, words in raw.items()}


@cache
def scenes() -> tuple[SceneKind, ...]:
    """Return the pictures for sections of easy texts from scenes.yml, in the order in which they are tried."""
    raw = yaml.load((_FOLDER / "scenes.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return tuple(SceneKind(**found) for found in raw)


def scene_picture(heading: str) -> str:
    """Return the name of the picture that the words of a heading of easy language call for, '' for none.

    What is negated has no picture, unless the words that call for it are negated as well.
    """
    negated = _any_of(easy_words()["negations"]).search(heading)
    for kind in scenes():
        match = _any_of(tuple(kind.words)).search(heading)
        if match and (not negated or match.start() <= negated.start() < match.end()):
            return kind.picture
    return ""


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of `words`, a whole word or phrase in any case."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


@cache
def finding_kinds() -> dict[str, FindingKind]:
    """Return all codes that the check knows, in the order of findings.yml."""
    raw = yaml.load((_FOLDER / "findings.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {code: FindingKind(code=code, **words) for code, words in raw.items()}


def explain(diagnostic: Diagnostic) -> Finding:
    """Put `diagnostic` into German; a missing placeholder is an error of ours and raises KeyError."""
    kind = finding_kinds()[diagnostic.code]
    span, params = diagnostic.span, dict(diagnostic.params)
    return Finding(
        span.file,
        span.line,
        span.column,
        kind.code,
        kind.severity,
        kind.message.format(**params),
        kind.help.format(**params),
    )


def number(value: float) -> str:
    """Return `value` as German writes it: 16500 becomes 16.500, 2.5 becomes 2,5."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.10f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def _flatten(node: Any, prefix: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - raw YAML
    if isinstance(node, dict):
        for key, child in node.items():
            yield from _flatten(child, f"{prefix}.{key}" if prefix else str(key))
    else:
        yield prefix, str(node)

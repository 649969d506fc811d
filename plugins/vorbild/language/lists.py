"""Lists of words that rules rest on, compiled by hand: data/<name>.yml, each with its origin in its first comment."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATA = resources.files("vorbild.language") / "data"


@cache
def lists(name: str) -> dict[str, Any]:
    """Return what data/<name>.yml holds: lists, or words and what to write instead, by key."""
    raw: dict[str, Any] = yaml.load((_DATA / f"{name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return raw


@cache
def word_sets(name: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of data/<name>.yml, which holds nothing else, as sets."""
    return {kind: frozenset(words) for kind, words in lists(name).items()}

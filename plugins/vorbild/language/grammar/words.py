"""The closed word classes that the rules of grammar look at: data/grammar.yml."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = (resources.files("vorbild.language") / "data" / "grammar.yml").read_text("utf-8")
    return {name: frozenset(listed) for name, listed in yaml.safe_load(text).items()}


def words(name: str) -> frozenset[str]:
    """Return the list `name`, in small letters.

    Raises:
        KeyError: there is no such list.

    """
    return _lists()[name]

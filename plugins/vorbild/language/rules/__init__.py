"""The rules of easy language, one a file: `<name>.py` finds, `<name>.yml` has the words, the sources and the examples.

A rule is a function `check(text, context)` that yields hits. Its code is the name of its file with hyphens. The
examples in the YAML run as tests and stand on the page „Regeln“.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, resources
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vorbild.language.context import Context
    from vorbild.language.hit import Hit
    from vorbild.language.text import Text

_FOLDER = resources.files("vorbild.language") / "rules"
GROUPS = ("words", "numbers", "signs", "sentences", "texts")
"""What rules are about, in the order in which the page „Regeln“ shows them."""
SEVERITIES = ("error", "warning", "hint")
"""How sure a rule is that readers are harmed: sure, likely, and worth a look."""


@dataclass(frozen=True)
class Words:
    """What a finding says: how bad it is, what is wrong with {words}, and what to write instead."""

    severity: str
    message: str
    help: str


@dataclass(frozen=True)
class Source:
    """Where a rule comes from."""

    title: str
    url: str


@dataclass(frozen=True)
class Example:
    """A text that breaks a rule: `marks` is the stretch that the rule marks, `instead` its proposal ('' for none)."""

    text: str
    marks: str
    instead: str = ""


@dataclass(frozen=True)
class Rule:
    """A rule: its words, where it comes from, texts that break it and texts that keep it, and what finds the breaches.

    `safe` says that its proposals keep the meaning whatever the text, so that `vorbild easy fix` may apply them.
    """

    code: str
    group: str
    title: str
    why: str
    words: Words
    variants: Mapping[str, Words]
    sources: tuple[Source, ...]
    fails: tuple[Example, ...]
    passes: tuple[str, ...]
    safe: bool = False
    check: Callable[[Text, Context], Iterator[Hit]] = field(repr=False, kw_only=True)

    def says(self, variant: str) -> Words:
        """Return what a hit with `variant` says; '' is the usual one."""
        return self.variants[variant] if variant else self.words


@cache
def rules() -> Mapping[str, Rule]:
    """Return all rules by code, in the order of GROUPS."""
    sources = {name: Source(**raw) for name, raw in _load("sources").items()}
    names = sorted(module.name for module in iter_modules(__path__))
    found = [_rule(name, import_module(f"{__name__}.{name}").check, sources) for name in names]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: GROUPS.index(rule.group))}


def _rule(name: str, check: Callable[[Text, Context], Iterator[Hit]], sources: Mapping[str, Source]) -> Rule:
    raw = _load(name)
    words = Words(raw["severity"], raw["message"], raw["help"])
    return Rule(
        name.replace("_", "-"),
        raw["group"],
        raw["title"],
        raw["why"],
        words,
        {key: Words(**({"severity": words.severity} | own)) for key, own in raw.get("variants", {}).items()},
        tuple(sources[source] for source in raw["sources"]),
        tuple(Example(**example) for example in raw["fails"]),
        tuple(raw["passes"]),
        raw.get("safe", False),
        check=check,
    )


def _load(name: str) -> dict[str, Any]:
    raw: dict[str, Any] = yaml.load((_FOLDER / f"{name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return raw

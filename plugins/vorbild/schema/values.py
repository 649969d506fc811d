"""Nodes become values: the schema says what each text is. Empty, null and missing are the same and leave no trace."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vorbild.diagnostics import Diagnostic, Span
from vorbild.source import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from vorbild.schema.fields import Field

Key = tuple[str | int, ...]
Value = Any
Values = MappingType[str, Value]

_NULL = re.compile(r"~|null|Null|NULL")
# What the YAML 1.1 or 1.2 rules make of unquoted text: truth values, numbers in every base, times and days.
OTHER_TYPE = re.compile(
    r"(?i:true|false|yes|no|on|off)|[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F]+|"
    r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
# At most as many digits as a number can use; Python refuses to read thousands of them.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?")
# 16.500 is a number to every parser, and to every German editor another one.
THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(\.[0-9]{3})+")


@dataclass
class Positions:
    """Where keys and values stand: by path of names and list indices."""

    root: Span
    keys: dict[Key, Span] = field(default_factory=dict)
    values: dict[Key, Span] = field(default_factory=dict)

    def value(self, path: Key) -> Span:
        """Return the place of the value at `path`, or of the nearest thing around it."""
        while path:
            if path in self.values:
                return self.values[path]
            path = path[:-1]
        return self.root

    def key(self, path: Key) -> Span:
        """Return the place of the key at `path`, or of the nearest thing around it."""
        return self.keys.get(path) or self.value(path)

    def forget(self, items: set[Key]) -> None:
        """Take `items` of lists out: what stands behind them in the same list moves up."""
        gone: dict[Key, list[int]] = {}
        for path in sorted(items, key=lambda path: int(path[-1])):
            gone.setdefault(path[:-1], []).append(int(path[-1]))
        if gone:
            self.keys = _moved(self.keys, gone)
            self.values = _moved(self.values, gone)


def _moved(places: dict[Key, Span], gone: MappingType[Key, list[int]]) -> dict[Key, Span]:
    """Return `places` with the paths that hold once the items in `gone` are out of their lists."""
    moved: dict[Key, Span] = {}
    for path, span in places.items():
        new = list(path)
        for depth, part in enumerate(path):
            removed = gone.get(path[:depth], ()) if isinstance(part, int) else ()
            before = bisect_left(removed, part) if removed else 0
            if before < len(removed) and removed[before] == part:
                break
            new[depth] = int(part) - before if isinstance(part, int) else part
        else:
            moved[tuple(new)] = span
    return moved


class Reader:
    """Reads one tree with one schema; collects values, positions and doubts about the text."""

    def __init__(self, root: Span) -> None:
        """Start with the place of the file."""
        self.positions = Positions(root)
        self.diagnostics: list[Diagnostic] = []

    def read(self, node: Node, schema: Field | None, path: Key = ()) -> Value:
        """Return the value of `node`, or None if it is empty. A field without schema keeps its text."""
        self.positions.values[path] = node.span
        if isinstance(node, Mapping):
            return self._map(node, schema, path)
        if isinstance(node, Sequence):
            return self._list(node, schema, path)
        return self._scalar(node, schema)

    def _map(self, node: Mapping, schema: Field | None, path: Key) -> dict[str, Value] | None:
        found: dict[str, Value] = {}
        for key, child in node.entries:
            inner = (*path, key.text)
            self.positions.keys[inner] = key.span
            field_ = next((f for f in schema.children if f.name == key.text), None) if schema else None
            value = self.read(child, field_, inner)
            # An unknown key is a mistake even when nothing stands behind it.
            if value is not None or (schema is not None and schema.kind == "object" and field_ is None):
                found[key.text] = value
        return found or None

    def _list(self, node: Sequence, schema: Field | None, path: Key) -> list[Value] | None:
        found: list[Value] = []
        for child in node.items:
            value = self.read(child, schema.item if schema else None, (*path, len(found)))
            if value is not None:
                found.append(value)
        return found or None

    def _scalar(self, node: Scalar, schema: Field | None) -> Value:
        text = node.text
        if not text.strip() or (node.plain and _NULL.fullmatch(text)):
            return None
        kind = schema.kind if schema else "string"
        if kind == "integer" and _INTEGER.fullmatch(text):
            return int(text)
        if kind == "number" and _NUMBER.fullmatch(text) and not (node.plain and THOUSANDS.fullmatch(text)):
            return float(text) if "." in text else int(text)
        if kind == "boolean" and text in {"true", "false"}:
            return text == "true"
        if kind == "string" and schema is not None and node.plain and not schema.date and OTHER_TYPE.fullmatch(text):
            self.diagnostics.append(Diagnostic("unquoted-text", node.span, {"label": schema.title, "text": text}))
        return text

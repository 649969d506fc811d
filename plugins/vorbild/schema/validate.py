"""Values against the schema: every mistake, each with its place and the words of the schema."""

from __future__ import annotations

import calendar
import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from vorbild.diagnostics import Diagnostic, Span
from vorbild.schema.vocabulary import nearest
from vorbild.schema.values import THOUSANDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.schema.fields import Field, Raw
    from vorbild.schema.values import Key, Positions, Value, Values
    from vorbild.schema.vocabulary import Vocabulary

_COMMA_NUMBER = re.compile(r"[-+]?[0-9.]+,[0-9]+")
_YES_NO = {"ja": "true", "yes": "true", "on": "true", "wahr": "true", "nein": "false", "no": "false", "off": "false", "falsch": "false"}


class Validator:
    """Checks values against one schema and its vocabularies."""

    def __init__(self, root: Field, vocabularies: Mapping[str, Vocabulary]) -> None:
        """Compile the schema with the ids of the vocabularies as allowed values."""
        self._root = root
        self._vocabularies = vocabularies
        self._compiled = jsonschema_rs.validator_for(json.dumps(with_terms(root.raw, vocabularies)))

    def check(self, values: Values, positions: Positions, lost: frozenset[str]) -> tuple[list[Diagnostic], Values]:
        """Return what is wrong with `values`, and the values without it, so that later checks meet only what fits the schema.

        Top-level keys in `lost` could not be read and do not count as missing.
        """
        found: list[Diagnostic] = []
        bad: set[Key] = set()
        for error in self._compiled.iter_errors(values):
            path: Key = tuple(error.instance_path)
            kind, details = error.kind.name, error.kind.as_dict()
            found += self._explain(path, kind, details, error.instance, positions, lost)
            if kind == "additionalProperties":
                bad |= {(*path, key) for key in details["unexpected"]}
            elif kind in _SPOILING:
                bad.add(path)
        found += self._dates(self._root, values, (), positions)
        return found, _without(values, bad)

    def _explain(  # noqa: PLR0913 - one error has that many parts
        self,
        path: Key,
        kind: str,
        details: Mapping[str, Any],
        value: Value,
        positions: Positions,
        lost: frozenset[str],
    ) -> Iterator[Diagnostic]:
        field = self._field(path)
        where = positions.value(path)
        if kind == "additionalProperties":
            names = [child.name for child in field.children]
            for key in details["unexpected"]:
                near = nearest(key, [name for name in names if name not in value]) or nearest(key, names)
                yield _finding("unknown-field", positions.key((*path, key)), key=key, near=near or ", ".join(names))
        elif kind == "required":
            key = details["property"]
            if not (not path and key in lost):
                child = field.child(key)
                example = child.examples[0] if child and child.examples else ""
                yield _finding(
                    "missing-alt" if (field.role, key) == ("photo", "alt") else "missing-field",
                    positions.key(path) if path else positions.root,
                    label=child.title if child else key,
                    key=key,
                    inside=field.title,
                    example=example_text(example),
                )
        elif kind == "type":
            yield self._wrong_type(field, value, where)
        elif kind == "enum":
            yield self._unknown_term(field, value, where)
        elif kind == "uniqueItems":
            yield from _doubles(field, path, value, positions)
        else:
            yield from self._limits(field, kind, details, value, where)

    def _wrong_type(self, field: Field, value: Value, where: Span) -> Diagnostic:
        found = "map" if isinstance(value, dict) else "list" if isinstance(value, list) else "text"
        if field.kind in {"object", "array"} or found != "text":
            return _finding(f"expected-{_SHAPE[field.kind]}", where, label=field.title, example=_shape_example(field))
        text = str(value)
        if field.kind == "boolean":
            return _finding("expected-truth", where, label=field.title, text=text, cure=_YES_NO.get(text.lower(), "true / false"))
        if THOUSANDS.fullmatch(text):
            return _finding("ambiguous-number", where, label=field.title, text=text, cure=text.replace(".", ""))
        cure = text.replace(".", "").replace(",", ".") if _COMMA_NUMBER.fullmatch(text) else ""
        if not cure:
            digits = "".join(re.findall(r"[0-9]+", text))
            cure = digits or example_text(field.examples[0] if field.examples else 1)
        if field.kind == "integer":
            cure = cure.split(".")[0]
        return _finding("expected-number", where, label=field.title, text=text, cure=cure)

    def _unknown_term(self, field: Field, value: Value, where: Span) -> Diagnostic:
        vocabulary = self._vocabularies.get(field.vocabulary or "")
        allowed = [c.id for c in vocabulary.concepts] if vocabulary else [str(term) for term in field.raw.get("enum", ())]
        near = vocabulary.nearest(str(value)) if vocabulary else nearest(str(value), allowed)
        if near is None:
            return _finding("unknown-term", where, label=field.title, text=str(value), near=", ".join(allowed))
        label = f" ({vocabulary[near].label})" if vocabulary else ""
        return _finding("unknown-term", where, label=field.title, text=str(value), near=f"{near}{label}")

    def _limits(self, field: Field, kind: str, details: Mapping[str, Any], value: Value, where: Span) -> Iterator[Diagnostic]:
        label = field.title
        if kind == "minLength":
            yield _finding("too-short", where, label=label, limit=str(details["limit"]), length=str(len(value)))
        elif kind == "maxLength":
            yield _finding("too-long", where, label=label, limit=str(details["limit"]), length=str(len(value)))
        elif kind in {"minItems", "minProperties"}:
            yield _finding("too-few", where, label=label, limit=str(details["limit"]))
        elif kind in {"maxItems", "maxProperties"}:
            yield _finding("too-many", where, label=label, limit=str(details["limit"]), count=str(len(value)))
        elif kind in {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}:
            limits = (field.raw.get("minimum", "…"), field.raw.get("maximum", "…"))
            yield _finding("out-of-range", where, label=label, text=str(value), least=str(limits[0]), most=str(limits[1]))
        elif kind == "pattern" and field.date:
            yield _finding("invalid-date", where, label=label, text=str(value), cure=example_text(field.examples[0]))
        elif kind == "pattern" and field.raw.get("x-link"):
            yield _finding("invalid-link", where, label=label, text=str(value))
        elif kind == "pattern" and field.raw.get("x-email"):
            yield _finding("invalid-email", where, label=label, text=str(value))
        elif kind == "pattern" and field.raw.get("x-media"):
            yield _finding("media-name", where, text=str(value))
        else:
            example = field.examples[0] if field.examples else ""
            yield _finding("wrong-form", where, label=label, text=str(value), example=example_text(example))

    def _dates(self, field: Field, value: Value, path: Key, positions: Positions) -> Iterator[Diagnostic]:
        """Yield impossible days; what is no date at all has been reported by its pattern."""
        if isinstance(value, dict):
            for child in field.children:
                if child.name in value:
                    yield from self._dates(child, value[child.name], (*path, child.name), positions)
        elif isinstance(value, list) and field.item is not None:
            for index, item in enumerate(value):
                yield from self._dates(field.item, item, (*path, index), positions)
        elif field.date and isinstance(value, str) and re.fullmatch(r"\d{4}(-\d{2}){0,2}", value) and not _possible(value):
            example = example_text(field.examples[0])
            yield _finding("invalid-date", positions.value(path), label=field.title, text=value, cure=example)

    def _field(self, path: Key) -> Field:
        field = self._root
        for part in path:
            step = field.item if isinstance(part, int) else next((c for c in field.children if c.name == part), None)
            if step is None:
                return field
            field = step
        return field


# Errors after which a value is of no use; a text that is too long can still be worked with.
_SPOILING = frozenset({"type", "enum", "pattern"})
_SHAPE = {"object": "map", "array": "list", "string": "text", "integer": "text", "number": "text", "boolean": "text"}


def with_terms(raw: Raw, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """Return the schema with `enum` filled from the vocabularies, as validation and editors need it."""
    out: dict[str, Any] = {}
    for key, value in raw.items():
        if key == "properties":
            out[key] = {name: with_terms(child, vocabularies) for name, child in value.items()}
        elif key == "items":
            out[key] = with_terms(value, vocabularies)
        else:
            out[key] = value
    vocabulary = vocabularies.get(raw.get("x-vocabulary", ""))
    if vocabulary is not None:
        ids = [concept.id for concept in vocabulary.concepts]
        out["enum"] = [int(term) for term in ids] if raw.get("type") == "integer" else ids
        out["markdownEnumDescriptions"] = [concept.label for concept in vocabulary.concepts]
    return out


def example_text(value: Value) -> str:
    """Return `value` as an editor would write it on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(example_text(item) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _shape_example(field: Field) -> str:
    if field.kind == "array":
        first = field.examples[0][0] if field.examples and isinstance(field.examples[0], list) else None
        inner = field.item.children if field.item else ()
        return f"- {example_text(first)}" if first is not None else f"- {inner[0].name}: …" if inner else "- …"
    if field.kind == "object":
        return ", ".join(f"{child.name}: …" for child in field.children[:3])
    return example_text(field.examples[0]) if field.examples else "…"


def _doubles(field: Field, path: Key, value: list[Value], positions: Positions) -> Iterator[Diagnostic]:
    for index, item in enumerate(value):
        if item in value[:index]:
            yield _finding("duplicate-item", positions.value((*path, index)), label=field.title, text=str(item))


def _without(values: Values, bad: set[Key]) -> Values:
    """Return `values` without the parts at the paths in `bad`."""
    if not bad:
        return values
    if () in bad:
        return {}
    copy: Values = json.loads(json.dumps(values))
    # From the back, so that the indices of what is still to go stay right.
    for path in sorted(bad, key=lambda key: [str(part).zfill(9) for part in key], reverse=True):
        holder: Any = copy
        for part in path[:-1]:
            holder = holder[part] if isinstance(holder, list) else holder.get(part, {})
        if isinstance(holder, list) or path[-1] in holder:
            del holder[path[-1]]
    return copy


def _possible(text: str) -> bool:
    year, *rest = (int(part) for part in text.split("-"))
    if not 1 <= year:
        return False
    if rest and not 1 <= rest[0] <= 12:  # noqa: PLR2004 - months
        return False
    return len(rest) < 2 or 1 <= rest[1] <= calendar.monthrange(year, rest[0])[1]  # noqa: PLR2004 - day present


def _finding(code: str, where: Span, **params: str) -> Diagnostic:
    return Diagnostic(code, where, params)

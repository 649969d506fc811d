"""Values against the schema: every mistake, each with its place and the words of the schema."""

from __future__ import annotations

import calendar
import json
import math
import re
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from vorbild.catalogue import texts
from vorbild.diagnostics import Diagnostic, Span
from vorbild.schema.values import OTHER_TYPE, THOUSANDS
from vorbild.schema.vocabulary import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.schema.fields import Field, Raw
    from vorbild.schema.values import Key, Positions, Value, Values
    from vorbild.schema.vocabulary import Vocabulary

_COMMA_NUMBER = re.compile(r"[-+]?[0-9.]+,[0-9]+")
_FIRST_NUMBER = re.compile(r"[-+]?[0-9]+(?:[ .\u00a0\u202f][0-9]{3})*(?:,[0-9]+)?")
_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?")
_YES_NO = {
    "ja": "true",
    "yes": "true",
    "on": "true",
    "wahr": "true",
    "nein": "false",
    "no": "false",
    "off": "false",
    "falsch": "false",
}


class Validator:
    """Checks values against one schema and its vocabularies."""

    def __init__(self, root: Field, vocabularies: Mapping[str, Vocabulary]) -> None:
        """Compile the schema with the ids of the vocabularies as allowed values."""
        self._root = root
        self._vocabularies = vocabularies
        self._compiled = jsonschema_rs.validator_for(json.dumps(with_terms(root.raw, vocabularies)))

    def check(self, values: Values, positions: Positions, lost: frozenset[str]) -> tuple[list[Diagnostic], Values]:
        """Return what is wrong with `values`, and the values without it.

        So later checks meet only what fits the schema.

        Top-level keys in `lost` could not be read and do not count as missing.
        """
        found: list[Diagnostic] = []
        bad: set[Key] = set()
        errors = list(self._compiled.iter_errors(values))
        meant = self._meant(errors)
        for error in errors:
            path: Key = tuple(error.instance_path)
            kind, details = error.kind.name, error.kind.as_dict()
            if kind == "required" and (*path, details["property"]) in meant:
                continue
            found += self._explain(path, kind, details, error.instance, positions, lost)
            if kind == "additionalProperties":
                bad |= {(*path, key) for key in details["unexpected"]}
            elif kind in _SPOILING:
                bad.add(path)
        for path, impossible in self._dates(self._root, values, (), positions):
            found.append(impossible)
            bad.add(path)
        positions.forget({path for path in bad if path and isinstance(path[-1], int)})
        return found, _without(values, bad)

    def _meant(self, errors: list[jsonschema_rs.ValidationError]) -> set[Key]:
        """Return the fields that an unknown key was probably meant to be: they do not count as missing besides."""
        meant: set[Key] = set()
        for error in errors:
            if error.kind.name == "additionalProperties":
                path: Key = tuple(error.instance_path)
                for key in error.kind.as_dict()["unexpected"]:
                    near = _nearest_field(key, self._field(path), dict(error.instance or {}))  # type: ignore[arg-type]
                    meant |= {(*path, near)} if near else set()
        return meant

    def _explain(  # noqa: PLR0913, PLR0917 - one error has that many parts
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
            for key in details["unexpected"]:
                near = _nearest_field(key, field, value) or ", ".join(child.name for child in field.children)
                yield _finding("unknown-field", positions.key((*path, key)), key=key, near=near)
        elif kind == "required":
            key = details["property"]
            if path or key not in lost:
                yield from self._missing(field, path, key, positions)
        elif kind == "type":
            yield self._wrong_type(field, value, where)
        elif kind == "enum":
            # A list, or a word where a number belongs, is reported by its type.
            if isinstance(value, int if field.kind == "integer" else str):
                yield self._unknown_term(field, value, where)
        elif kind == "uniqueItems":
            yield from _doubles(field, path, value, positions)
        else:
            yield from self._limits(field, kind, details, value, where)

    def _missing(self, field: Field, path: Key, key: str, positions: Positions) -> Iterator[Diagnostic]:
        """Yield the finding for the required field `key` of the map at `path`: at the empty key, else at the map.

        Where its own keys stand there, only empty, each of those is told at its line.
        """
        child = field.child(key)
        holder = (*path, key) if child is None or child.kind != "array" else (*path, key, 0)
        inner = child.item if child and child.kind == "array" else child
        written = [f for f in inner.children if f.required and (*holder, f.name) in positions.keys] if inner else []
        if inner and written:
            for own in written:
                yield from self._missing(inner, holder, own.name, positions)
            return
        label, example = (child.title, example_of(child)) if child else (key, "…")
        where = positions.keys.get((*path, key)) or (positions.key(path) if path else positions.root)
        # `[]` was written, and dropped as empty when the file was read.
        if child is not None and child.kind == "array" and "minItems" in child.raw and (*path, key) in positions.keys:
            yield _finding("too-few", where, label=label, limit=str(child.raw["minItems"]), example=example)
            return
        code = "empty-field" if (*path, key) in positions.keys else "missing-field"
        if (field.role, key) == ("photo", "alt"):
            code = "missing-alt"
        yield _finding(code, where, label=label, key=key, inside=field.title, example=example)

    def _wrong_type(self, field: Field, value: Value, where: Span) -> Diagnostic:
        found = "map" if isinstance(value, dict) else "list" if isinstance(value, list) else "text"
        if field.kind in {"object", "array"} or found != "text":
            return _finding(f"expected-{_SHAPE[field.kind]}", where, label=field.title, example=_shape_example(field))
        text = str(value)
        if field.kind == "boolean":
            return _finding(
                "expected-truth", where, label=field.title, text=text, cure=_YES_NO.get(text.lower(), "true / false")
            )
        if THOUSANDS.fullmatch(text):
            return _finding("ambiguous-number", where, label=field.title, text=text, cure=text.replace(".", ""))
        cure = _number_in(text) or example_text(field.examples[0] if field.examples else 1)
        if field.kind == "integer":
            cure = cure.split(".")[0]
        return _finding("expected-number", where, label=field.title, text=text, cure=cure)

    def _unknown_term(self, field: Field, value: Value, where: Span) -> Diagnostic:
        vocabulary = self._vocabularies.get(field.vocabulary or "")
        allowed = (
            [c.id for c in vocabulary.concepts] if vocabulary else [str(term) for term in field.raw.get("enum", ())]
        )
        near = vocabulary.nearest(str(value)) if vocabulary else nearest(str(value), allowed)
        if near is None:
            return _finding("unknown-term", where, label=field.title, text=str(value), near=", ".join(allowed))
        label = f" ({vocabulary[near].label})" if vocabulary else ""
        return _finding("unknown-term", where, label=field.title, text=str(value), near=f"{near}{label}")

    def _limits(
        self, field: Field, kind: str, details: Mapping[str, Any], value: Value, where: Span
    ) -> Iterator[Diagnostic]:
        label = field.title
        if kind == "minLength":
            yield _finding("too-short", where, label=label, limit=str(details["limit"]), length=str(len(value)))
        elif kind == "maxLength":
            yield _finding("too-long", where, label=label, limit=str(details["limit"]), length=str(len(value)))
        elif kind in {"minItems", "minProperties"}:
            yield _finding("too-few", where, label=label, limit=str(details["limit"]), example=example_of(field))
        elif kind in {"maxItems", "maxProperties"}:
            yield _finding("too-many", where, label=label, limit=str(details["limit"]), count=str(len(value)))
        elif kind in {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}:
            limits = (texts()(f"limit.{n}", limit=field.raw[n]) for n in ("minimum", "maximum") if n in field.raw)
            yield _finding("out-of-range", where, label=label, text=str(value), allowed=", ".join(limits))
        elif kind == "pattern" and field.date:
            yield _finding("invalid-date", where, label=label, text=str(value), cure=_date_in(str(value), field))
        elif kind == "pattern" and field.raw.get("x-link"):
            yield _finding("invalid-link", where, label=label, text=str(value))
        elif kind == "pattern" and field.raw.get("x-email"):
            yield _finding("invalid-email", where, label=label, text=str(value))
        elif kind == "pattern" and field.raw.get("x-media"):
            yield _finding("media-name", where, text=str(value))
        else:
            example = field.examples[0] if field.examples else ""
            yield _finding("wrong-form", where, label=label, text=str(value), example=example_text(example))

    def _dates(self, field: Field, value: Value, path: Key, positions: Positions) -> Iterator[tuple[Key, Diagnostic]]:
        """Yield impossible days with their paths; what is no date at all has been reported by its pattern."""
        if isinstance(value, dict):
            for child in field.children:
                if child.name in value:
                    yield from self._dates(child, value[child.name], (*path, child.name), positions)
        elif isinstance(value, list) and field.item is not None:
            for index, item in enumerate(value):
                yield from self._dates(field.item, item, (*path, index), positions)
        # A clone's own date may lack the pattern, so the form is judged here too.
        elif (
            field.date
            and isinstance(value, str)
            and not (re.fullmatch(r"\d{4}(-\d{2}){0,2}", value) and _possible(value))
        ):
            cure = _date_in(value, field)
            yield path, _finding("invalid-date", positions.value(path), label=field.title, text=value, cure=cure)

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
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_DATE_PARTS = 3
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
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


def _nearest_field(key: str, field: Field, value: Values) -> str | None:
    """Return the field of a map that `key` is probably meant to be, one that is not there yet first."""
    names = [child.name for child in field.children]
    lowered = key.lower()
    return nearest(lowered, [name for name in names if name not in value]) or nearest(lowered, names)


def example_of(field: Field) -> str:
    """Return a value of `field` on one line that can be copied into a file: from its examples, else from its parts."""
    if field.examples:
        return _flow(field.examples[0], date=bool(field.date))
    if field.kind == "array" and field.item is not None:
        return f"[{example_of(field.item)}]"
    if field.kind == "object":
        needed = [child for child in field.children if child.required] or list(field.children[:1])
        return "{" + ", ".join(f"{child.name}: {example_of(child)}" for child in needed) + "}"
    return "…"


def _flow(value: Value, *, date: bool = False) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    text = example_text(value)
    plain = re.fullmatch(r"[^\W_](?:[^:#\[\]{},\"]|:(?! |$))*", text)
    as_it_is = plain and (date or not isinstance(value, str) or not OTHER_TYPE.fullmatch(text))
    return text if as_it_is else json.dumps(text, ensure_ascii=False)


def _number_in(text: str) -> str:
    """Return the number that `text` probably means, as it is to be written; '' if there is none."""
    if _COMMA_NUMBER.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    try:
        value = float(int(text, 0)) if text.lower().startswith(("0x", "0o", "0b")) else float(text)
    except ValueError:
        match = _FIRST_NUMBER.search(text)
        return re.sub(r"[ .\u00a0\u202f]", "", match[0]).replace(",", ".") if match else ""
    return "" if not math.isfinite(value) else str(int(value)) if value.is_integer() else str(value)


def _date_in(text: str, field: Field) -> str:
    """Return the day or month that `text` probably means, in the form of `field`; its example if there is none."""
    day, ordered = _DAY.fullmatch(text), _YEAR_FIRST.fullmatch(text)
    parts = [day[3], day[2], day[1]] if day else [part for part in ordered.groups() if part] if ordered else []
    iso = "-".join(part.zfill(2) for part in parts)
    if parts and iso != text and _possible(iso) and (field.date == "partial" or len(parts) == _DATE_PARTS):
        return iso
    return example_of(field)


def _shape_example(field: Field) -> str:
    if field.kind == "array":
        first = field.examples[0][0] if field.examples and isinstance(field.examples[0], list) else None
        inner = field.item.children if field.item else ()
        return f"- {example_text(first)}" if first is not None else f"- {inner[0].name}: …" if inner else "- …"
    if field.kind == "object":
        children = [child for child in field.children if child.required] or list(field.children[:3])
        return ", ".join(f"{child.name}: …" for child in children)
    return example_text(field.examples[0]) if field.examples else "…"


def _doubles(field: Field, path: Key, value: list[Value], positions: Positions) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, item in enumerate(value):
        written = json.dumps(item, sort_keys=True)
        if written not in seen:
            seen.add(written)
        else:
            yield _finding("duplicate-item", positions.value((*path, index)), label=field.title, text=str(item))


def _without(values: Values, bad: set[Key]) -> Values:
    """Return `values` without the parts at the paths in `bad`."""
    if not bad:
        return values
    if () in bad:
        return {}
    copy: Values = json.loads(json.dumps(values))
    # Not inside what goes as a whole; and from the back, so that the indices of what is still to go stay right.
    outermost = {path for path in bad if not any(path[:length] in bad for length in range(1, len(path)))}
    for path in sorted(outermost, key=lambda key: [str(part).zfill(9) for part in key], reverse=True):
        holder: Any = copy
        part: Any
        for part in path[:-1]:
            holder = holder[part]
        del holder[path[-1]]
    return copy


def _possible(text: str) -> bool:
    year, *rest = (int(part) for part in text.split("-"))
    # Outside of these years it is a slip, and archives of the site cannot tell the time.
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return False
    if rest and not 1 <= rest[0] <= 12:  # noqa: PLR2004 - months
        return False
    return len(rest) < 2 or 1 <= rest[1] <= calendar.monthrange(year, rest[0])[1]  # noqa: PLR2004 - day present


def _finding(code: str, where: Span, **params: str) -> Diagnostic:
    return Diagnostic(code, where, params)

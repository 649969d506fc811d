"""Reads the schema files and the vocabularies of a project."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from dataclasses import fields as fields_of
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from vorbild import source
from vorbild.diagnostics import Diagnostic, Span
from vorbild.schema.annotations import problems
from vorbild.schema.fields import Field, build
from vorbild.schema.validate import Validator
from vorbild.schema.values import Reader
from vorbild.schema.vocabulary import Concept, Vocabulary, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from vorbild.schema.values import Positions, Values

FOLDER = "case_studies/schema"
VOCABULARIES = "case_studies/vocabularies"
ICONS = "overrides/.icons"
_COMMON = "common"
_NEEDED = frozenset({"practice", "municipality", "vocabulary", "glossary", "accessibility", "enforcement", "matching"})
_EXCERPT = 60
_CONCEPT = frozenset(field.name for field in fields_of(Concept))
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True)
class Section:
    """A part of a page, in reading order."""

    id: str
    title: str


@dataclass(frozen=True)
class Schema:
    """One schema: its fields as a tree, its sections, and the validator."""

    id: str
    root: Field
    sections: tuple[Section, ...]
    validator: Validator

    @property
    def title(self) -> str:
        """What an entry of this schema is called in German."""
        return self.root.title

    def role(self, role: str) -> Field | None:
        """Return the top-level field with `role`."""
        return next((field for field in self.root.children if field.role == role), None)


@dataclass(frozen=True)
class Schemas:
    """All schemas and vocabularies of a project."""

    schemas: Mapping[str, Schema]
    vocabularies: Mapping[str, Vocabulary]

    def __getitem__(self, schema_id: str) -> Schema:
        """Return the schema `schema_id`; raise KeyError if there is none."""
        return self.schemas[schema_id]


def load(root: Path, diagnostics: list[Diagnostic]) -> Schemas | None:
    """Read everything below case_studies/schema and vocabularies; None (after findings) if a schema cannot be used."""
    nodes = {path.stem: _read_schema(path, root, diagnostics) for path in sorted((root / FOLDER).glob("*.yml"))}
    if any(node is None for node in nodes.values()):
        return None
    raws = {name: plain(node) for name, node in nodes.items() if node is not None}
    common = raws.pop(_COMMON, {})
    fields: dict[str, Field] = {}
    icons = _icons(root)
    for name, raw in raws.items():
        try:
            expanded = _expand(raw, common)
        except (KeyError, RecursionError) as error:  # no such definition, or one that takes itself over
            reference = str(error.args[0]) if isinstance(error, KeyError) else f"{_COMMON}.yml → {_COMMON}.yml"
            where = _place(nodes, name if isinstance(error, KeyError) else _COMMON, "$ref", reference)
            diagnostics.append(Diagnostic("schema-reference", where, {"reference": reference}))
            return None
        found = list(_misuse(name, expanded, nodes))
        if not found:
            fields[name] = build(expanded)
            found = list(_mistakes(name, fields[name], nodes, icons))
        if found:
            diagnostics += found
            return None
    if missing := _NEEDED - fields.keys():
        diagnostics.append(Diagnostic("schema-missing", Span(FOLDER), {"names": ", ".join(sorted(missing))}))
        return None
    vocabularies = dict(_vocabularies(root, fields["vocabulary"], diagnostics))
    schemas = {}
    for name, field in fields.items():
        unknown = sorted({f.vocabulary for f in field.walk() if f.vocabulary} - vocabularies.keys())
        diagnostics += [
            Diagnostic("schema-vocabulary", _place(nodes, name, "x-vocabulary", vocabulary), {"vocabulary": vocabulary})
            for vocabulary in unknown
        ]
        sections = tuple(Section(s["id"], s["title"]) for s in field.raw.get("x-sections", ()))
        schemas[name] = Schema(name, field, sections, Validator(field, vocabularies))
    return Schemas(schemas, vocabularies)


def _misuse(name: str, expanded: Mapping[str, Any], nodes: Mapping[str, source.Mapping | None]) -> Iterator[Diagnostic]:
    """Yield the first thing in the expanded schema `name` that is no JSON Schema, or none that can be shown here."""
    try:
        jsonschema_rs.meta.validate(json.loads(json.dumps(expanded)))
    except jsonschema_rs.ValidationError as error:
        path = [str(part) for part in error.instance_path]
        value = json.dumps(error.instance, ensure_ascii=False)[:_EXCERPT]
        where = _place(nodes, name, path[-1] if path else "", str(error.instance))
        yield Diagnostic("schema-invalid", where, {"place": ".".join(path), "value": value})
        return
    odd = next(_odd(expanded), None)
    if odd is not None:
        yield Diagnostic("schema-invalid", _place(nodes, name, odd, ""), {"place": odd, "value": odd})


def _mistakes(
    name: str, root: Field, nodes: Mapping[str, source.Mapping | None], icons: list[str]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the annotations of the schema `name`."""
    for code, key, text, params in problems(root):
        yield Diagnostic(code, _place(nodes, name, key, text), params)
    for field in root.walk():
        icon = field.fact.icon if isinstance(field.raw.get("x-fact"), dict) and field.fact else ""
        if icon and icon not in icons:
            params = {"icon": icon, "near": nearest(icon, icons) or ", ".join(icons)}
            yield Diagnostic("icon-missing", _place(nodes, name, "icon", icon), params)


def _icons(root: Path) -> list[str]:
    """Return the names of the drawings of the project; a pictogram's without its p-."""
    return sorted(icon.stem.removeprefix("p-") for icon in (root / ICONS).glob("*.svg"))


def read(
    path: Path, file: str, schema: Schema | Field, validator: Validator | None, diagnostics: list[Diagnostic]
) -> tuple[Values, Positions] | None:
    """Read and validate one YAML file; None (after findings) if there is nothing to work with."""
    field = schema.root if isinstance(schema, Schema) else schema
    checker = schema.validator if isinstance(schema, Schema) else validator
    document = source.parse(path.read_bytes(), file)
    diagnostics += document.diagnostics
    if document.root is None:
        return None
    reader = Reader(Span(file))
    values = reader.read(document.root, field) or {}
    diagnostics += reader.diagnostics
    if checker is not None:
        found, values = checker.check(values, reader.positions, frozenset(document.lost))
        diagnostics += found
    return values, reader.positions


def _read_schema(path: Path, root: Path, diagnostics: list[Diagnostic]) -> source.Mapping | None:
    document = source.parse(path.read_bytes(), path.relative_to(root).as_posix())
    diagnostics += document.diagnostics
    return None if document.diagnostics else document.root


def _place(nodes: Mapping[str, source.Mapping | None], name: str, key: str, text: str) -> Span:
    """Return where `key: text` stands in the schema `name`, or in what it takes over; the file if nowhere."""
    for own in (name, _COMMON):
        for found, value in _pairs(nodes.get(own)):
            # A key without text to compare stands for itself.
            if found.text == key and (not text or not isinstance(value, source.Scalar) or value.text == text):
                return found.span if not text else value.span
    return Span(f"{FOLDER}/{name}.yml")


def _odd(raw: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of properties and items that JSON Schema allows and nothing here can show: no map with a type."""
    for key, child in [*raw.get("properties", {}).items(), *([("items", raw["items"])] if "items" in raw else [])]:
        if not isinstance(child, dict):
            yield key
        else:
            yield from _odd(child)
            if key == "items" and "items" in child:
                yield key


def _pairs(node: source.Node | None) -> Iterator[tuple[source.Scalar, source.Node]]:
    if isinstance(node, source.Mapping):
        for key, value in node.entries:
            yield key, value
            yield from _pairs(value)
    elif isinstance(node, source.Sequence):
        for item in node.items:
            yield from _pairs(item)


def plain(node: source.Node) -> Any:  # noqa: ANN401 - JSON
    """Return `node` as JSON values by the YAML 1.2 core rules; only schema files are read like this."""
    if isinstance(node, source.Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, source.Sequence):
        return [plain(item) for item in node.items]
    if node.plain and node.text in {"true", "false"}:
        return node.text == "true"
    if node.plain and _NUMBER.fullmatch(node.text) and (node.text[0] != "0" or node.text == "0" or node.text[1] == "."):
        return float(node.text) if "." in node.text else int(node.text)
    return node.text


def _expand(raw: Any, common: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """Replace every `$ref` into common.yml by what it names; keys beside the $ref win, `properties` add up."""
    if isinstance(raw, list):
        return [_expand(item, common) for item in raw]
    if not isinstance(raw, dict):
        return raw
    own = {key: _expand(value, common) for key, value in raw.items() if key != "$ref"}
    if "$ref" not in raw:
        return own
    name = str(raw["$ref"]).rpartition("/")[2]
    target = common.get("definitions", {}).get(name)
    if target is None:
        raise KeyError(raw["$ref"])
    base = _expand(target, common)
    if "properties" in base and "properties" in own:
        own["properties"] = {**base["properties"], **own["properties"]}
    return {**base, **own}


def _vocabularies(root: Path, field: Field, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, Vocabulary]]:
    validator = Validator(field, {})
    icons = _icons(root)
    for path in sorted((root / VOCABULARIES).glob("*.yml")):
        file = path.relative_to(root).as_posix()
        result = read(path, file, field, validator, diagnostics)
        if result is None:
            continue
        values, positions = result
        concepts: list[Concept] = []
        for index, concept in enumerate(values.get("concepts", ())):
            if (
                not isinstance(concept, dict)
                or not isinstance(concept.get("id"), str)
                or not isinstance(concept.get("label"), str)
            ):
                continue
            if any(concept["id"] == other.id for other in concepts):
                where = positions.value(("concepts", index, "id"))
                diagnostics.append(Diagnostic("duplicate-concept", where, {"id": concept["id"]}))
                continue
            known = {name: value for name, value in concept.items() if name in _CONCEPT}
            made = Concept(**{**known, "synonyms": tuple(concept.get("synonyms", ()))})
            same = next((other for other in concepts if other.slug == made.slug), None)
            if same or not made.slug:
                where = positions.value(("concepts", index, "label"))
                params = {"label": made.name, "other": same.name if same else "–"}
                diagnostics.append(Diagnostic("concept-address", where, params))
            concepts.append(made)
        title, description = str(values.get("title", path.stem)), str(values.get("description", ""))
        easy, language = str(values.get("easy", "")), str(values.get("synonyms_language", ""))
        vocabulary = Vocabulary(path.stem, title, description, tuple(concepts), easy, language)
        for index, entry in enumerate(concepts):
            if entry.icon and entry.icon not in icons:
                params = {"icon": entry.icon, "near": nearest(entry.icon, icons) or ", ".join(icons)}
                diagnostics.append(Diagnostic("icon-missing", positions.value(("concepts", index, "icon")), params))
            if entry.broader and entry.broader not in vocabulary:
                where = positions.value(("concepts", index, "broader"))
                label = next((f.title for f in field.walk() if f.name == "broader"), "broader")
                near = vocabulary.nearest(entry.broader) or ", ".join(concept.id for concept in concepts)
                diagnostics.append(
                    Diagnostic("unknown-term", where, {"label": label, "text": entry.broader, "near": near})
                )
        yield path.stem, vocabulary

"""The x- annotations of a schema, checked: a mistyped one would otherwise make a field vanish without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema_rs

from vorbild.schema.vocabulary import nearest
from vorbild.slug import SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.schema.fields import Field

# The components, each with the shape of the field that it draws; overrides/parts/ has a template of the same name.
VIEWS = {
    **dict.fromkeys(("contact", "impact", "photo", "transfer", "video"), "object"),
    **dict.fromkeys(("contributions", "funding", "indicators", "lessons", "lineage", "materials"), "array"),
    **dict.fromkeys(("people", "phases", "sources", "steps"), "array"),
}
_TEXT = {"type": "string", "minLength": 1}
_YES = {"type": "boolean"}
# Each annotation with the form of its value; docs/schema.md says what it means.
ANNOTATIONS: dict[str, dict[str, Any]] = {
    "x-compare": _YES,
    "x-date": {"enum": ["partial", "full"]},
    "x-email": _YES,
    "x-facet": {
        "type": "object",
        "required": ["slug"],
        "additionalProperties": False,
        "properties": {
            "slug": {"type": "string", "pattern": f"^{SLUG.pattern}$"},
            "title": _TEXT,
            "order": {"type": "integer"},
            "weight": {"type": "number", "minimum": 0},
            "ranked": _YES,
        },
    },
    "x-fact": {
        "type": "object",
        "required": ["icon"],
        "additionalProperties": False,
        "properties": {"icon": _TEXT, "label": _TEXT, "note": _TEXT, "value": _TEXT},
    },
    "x-link": _YES,
    "x-media": _YES,
    "x-qualifier": _TEXT,
    "x-reference": {"enum": ["practice", "municipality"]},
    "x-reference-or-link": _YES,
    "x-role": {
        "enum": [
            *("title", "summary", "place", "period", "field", "organisation", "lessons", "lineage", "remained"),
            *("contact", "photo", "sources", "related", "reviewed_on", "easy"),
        ]
    },
    "x-search": {"type": "number", "minimum": 0, "maximum": 8, "multipleOf": 0.5},
    "x-section": _TEXT,
    "x-sections": {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["id", "title"],
            "additionalProperties": False,
            "properties": {"id": _TEXT, "title": _TEXT, "merged": _YES, "aside": _YES},
        },
    },
    "x-view": {"enum": sorted(VIEWS)},
    "x-vocabulary": _TEXT,
    "x-widget": {"enum": ["markdown", "text"]},
}
# Shown without a section of their own: in the head of the page, at its end, or on a page of its own.
_SHOWN_BY_ROLE = frozenset({"title", "summary", "related", "easy"})
_VALIDATORS = {name: jsonschema_rs.validator_for(form) for name, form in ANNOTATIONS.items()}


def problems(root: Field) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """Yield each mistake in the annotations below `root`: code, key and text to look for in the file, parameters."""
    sections = [
        section["id"] for section in root.raw.get("x-sections", ()) if isinstance(section, dict) and "id" in section
    ]
    facets: set[str] = set()
    for field in root.walk():
        facet = field.raw.get("x-facet")
        slug = facet.get("slug") if isinstance(facet, dict) else None
        if isinstance(facet, dict) and (not field.vocabulary or slug in facets):
            near = "x-vocabulary" if not field.vocabulary else "slug"
            yield "schema-annotation", "slug", str(slug), {"annotation": "x-facet", "field": field.name, "near": near}
        facets.add(str(slug))
        if VIEWS.get(field.view, field.kind) != field.kind:
            params = {"annotation": "x-view", "field": field.name, "near": ", ".join(sorted(VIEWS))}
            yield "schema-annotation", "x-view", field.view, params
        for holder in (field, field.item) if field.item else (field,):
            for name, value in holder.raw.items():
                if name.startswith("x-") and not (name in _VALIDATORS and _VALIDATORS[name].is_valid(value)):
                    near = name if name in _VALIDATORS else nearest(name, _VALIDATORS) or ", ".join(_VALIDATORS)
                    params = {"annotation": name, "field": field.name or root.title, "near": near}
                    yield "schema-annotation", name, str(value), params
        section = field.raw.get("x-section")
        if isinstance(section, str) and sections and section not in sections:
            near = nearest(section, sections) or ", ".join(sections)
            yield "schema-section", "x-section", section, {"field": field.name, "section": section, "near": near}
    for field in root.children if sections else ():
        if not field.section and field.role not in _SHOWN_BY_ROLE:
            yield "schema-hidden", field.name, "", {"field": field.name, "sections": ", ".join(sections)}

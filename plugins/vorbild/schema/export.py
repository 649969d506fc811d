"""What other tools need of a schema: the JSON file that editors' YAML support reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vorbild.schema.validate import with_terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vorbild.schema.load import Schema
    from vorbild.schema.vocabulary import Vocabulary

# For us; a language server would only carry them along.
_INTERNAL = frozenset({"x-sections", "$id"})


def export(schema: Schema, vocabularies: Mapping[str, Vocabulary]) -> str:
    """Return `schema` as JSON Schema (draft-07) for editors: references expanded, terms listed, x- left out."""
    return json.dumps(_clean(with_terms(schema.root.raw, vocabularies)), ensure_ascii=False, indent=1) + "\n"


def _clean(raw: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(raw, list):
        return [_clean(item) for item in raw]
    if not isinstance(raw, dict):
        return raw
    out = {}
    for key, value in raw.items():
        if key == "properties":  # names of fields, which may look like annotations
            out[key] = {name: _clean(child) for name, child in value.items()}
        elif key not in _INTERNAL and not key.startswith("x-"):
            out[key] = _clean(value)
    return out

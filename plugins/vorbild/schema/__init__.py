"""The schema, once: read from case_studies/schema, it validates, describes and exports."""

from vorbild.schema.export import export
from vorbild.schema.fields import Facet, Fact, Field
from vorbild.schema.load import FOLDER, Schema, Schemas, Section, load, plain, read
from vorbild.schema.template import template
from vorbild.schema.validate import example_of
from vorbild.schema.values import Key, Positions, Value, Values
from vorbild.schema.vocabulary import Concept, Vocabulary, nearest

__all__ = [
    "FOLDER",
    "Concept",
    "Facet",
    "Fact",
    "Field",
    "Key",
    "Positions",
    "Schema",
    "Schemas",
    "Section",
    "Value",
    "Values",
    "Vocabulary",
    "example_of",
    "export",
    "load",
    "nearest",
    "plain",
    "read",
    "template",
]

"""For editors: every field of every schema, every finding of the check, and every rule of easy language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.catalogue import finding_kinds
from vorbild.derive import addresses, brief, rules
from vorbild.language.rules import rules as easy_rules
from vorbild.schema import example_of
from vorbild.slug import slugify
from vorbild.views import FieldView, FindingsPage, FindingView, Link, Page, ReferencePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.derive.present import Presenter
    from vorbild.schema import Field

_SCHEMAS = ("practice", "municipality", "vocabulary", "glossary", "accessibility", "matching")
_LIMITS = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum")


def pages(present: Presenter) -> Iterator[Page]:
    """Yield the references of fields, of findings, and of the rules of easy language."""
    texts = present.texts
    submit = Link(texts("reference.parent"), addresses.site(addresses.SUBMIT))
    count = len(finding_kinds())
    for uri, title, lead, make in (
        (addresses.FIELDS, texts("reference.title"), texts("reference.lead"), _fields),
        (addresses.FINDINGS, texts("findings.title"), texts("findings.lead", count=count), _findings),
        (addresses.RULES, texts("rules.title"), texts("rules.lead", count=len(easy_rules())), rules.page),
    ):
        crumbs = (present.home, submit, Link(title))
        yield brief.page(uri, title, lead, crumbs) if present.easy else make(present, title, lead, crumbs)


def _fields(present: Presenter, title: str, lead: str, crumbs: tuple[Link, ...]) -> Page:
    schemas = tuple(
        (
            schema.id,
            schema.title,
            schema.root.description,
            tuple(_field(present, child, schema.id) for child in schema.root.children),
        )
        for schema in (present.library.schemas[name] for name in _SCHEMAS)
    )
    headings = tuple((name, schema_title) for name, schema_title, _, _ in schemas)
    view = ReferencePage(title, lead, schemas)
    return Page(addresses.FIELDS, title, lead, "pages/reference.html", view, crumbs, headings=headings)


def _findings(present: Presenter, title: str, lead: str, crumbs: tuple[Link, ...]) -> Page:
    texts = present.texts
    findings = tuple(
        FindingView(
            k.code,
            texts(f"severity.{k.severity}"),
            k.title,
            rules.opened(k.message),
            rules.opened(k.help),
            _visible(k.failing),
            k.passing,
        )
        for k in finding_kinds().values()
    )
    view = FindingsPage(title, lead, findings)
    return Page(addresses.FINDINGS, title, lead, "pages/findings.html", view, crumbs)


def _visible(example: str) -> str:
    """Return an example with its invisible characters named, for that is what it shows."""
    return re.sub(r"[^\S \n\t]|[^\w\s\x20-\x7e„“”‚‘–…€äöüÄÖÜß]", lambda match: f"[U+{ord(match[0]):04X}]", example)


def _field(present: Presenter, field: Field, prefix: str) -> FieldView:
    texts = present.texts
    own = slugify(f"{prefix}-{field.name}")
    vocabulary = present.library.schemas.vocabularies.get(field.vocabulary or "")
    terms = tuple((concept.id, concept.label) for concept in vocabulary.concepts) if vocabulary else ()
    terms = terms or tuple((str(value), "") for value in field.raw.get("enum", ()))
    limits = tuple(texts(f"limit.{name}", limit=field.raw[name]) for name in _LIMITS if name in field.raw)
    notes = (
        *((texts("reference.facet"),) if field.facet else ()),
        *((texts("reference.markdown"),) if field.markdown else ()),
        *limits,
    )
    children = field.item.children if field.item else field.children
    kind = (
        "date"
        if field.date
        else "link"
        if field.raw.get("x-link")
        else "slug"
        if field.reference
        else "term"
        if terms
        else field.kind
    )
    if field.kind == "array":
        kind = "maps" if children else "list"
    return FieldView(
        own,
        field.name,
        field.title,
        texts(f"kind.{kind}"),
        field.required,
        field.description,
        example_of(field) if field.examples and field.kind != "object" else "",
        notes,
        terms,
        tuple(_field(present, child, own) for child in children),
    )

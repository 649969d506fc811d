"""The commented file that `vorbild new` writes: all fields, the required ones open, the others as comments."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vorbild.schema.validate import example_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.catalogue import Texts
    from vorbild.schema.fields import Field
    from vorbild.schema.load import Schema
    from vorbild.schema.vocabulary import Vocabulary

_WIDTH = 100
_MANY = 12


def template(schema: Schema, vocabularies: Mapping[str, Vocabulary], texts: Texts) -> str:
    """Return the text of a new entry; it passes the check once the required fields are filled in."""
    lines = [
        f"# yaml-language-server: $schema=../schema/{schema.id}.json",
        *_comment(texts("template.intro", kind=schema.title), ""),
    ]
    for field in schema.root.children:
        lines += ["", *_Writer(vocabularies, texts).block(field, "", active=field.required)]
    return "\n".join(lines) + "\n"


class _Writer:
    def __init__(self, vocabularies: Mapping[str, Vocabulary], texts: Texts) -> None:
        self._vocabularies = vocabularies
        self._texts = texts

    def block(self, field: Field, indent: str, *, active: bool, lead: str = "") -> Iterator[str]:
        """Yield the lines of `field`; `lead` is the dash of a list item, `active` lines are no comments."""
        yield from self._notes(field, indent + " " * len(lead))
        mark = "" if active else "# "
        yield f"{indent}{mark}{lead}{field.name}:{_start(field)}"
        if field.kind == "string" and field.markdown:
            yield f"{indent}{mark}  "
        in_list = field.item is not None and bool(field.item.children)
        children = field.item.children if in_list and field.item else field.children
        for position, child in enumerate(children):
            first = in_list and position == 0
            # The item's dash stands on its first field, which therefore is never a comment in a list that counts.
            inner = indent + ("  " if first or not in_list else "    ")
            yield from self.block(child, inner, active=active and (child.required or first), lead="- " if first else "")

    def _notes(self, field: Field, indent: str) -> Iterator[str]:
        hint = field.title + (f" ({self._texts('template.required')})" if field.required else "")
        yield from _comment(": ".join(part for part in (hint, field.description) if part), indent)
        vocabulary = self._vocabularies.get(field.vocabulary or "")
        if vocabulary is not None and len(vocabulary.concepts) <= _MANY:
            yield from _comment(", ".join(f"{c.id} = {c.name}" for c in vocabulary.concepts), indent)
        elif vocabulary is not None:
            yield from _comment(
                self._texts("template.vocabulary", file=f"case_studies/vocabularies/{vocabulary.id}.yml"), indent
            )
        if field.examples and field.kind != "object":
            yield from _comment(self._texts("template.example", example=example_of(field)), indent)


def _start(field: Field) -> str:
    if field.kind == "array" and not (field.item and field.item.children):
        return " []"
    return " |" if field.kind == "string" and field.markdown else ""


def _comment(text: str, indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in textwrap.wrap(text, _WIDTH - len(indent))]

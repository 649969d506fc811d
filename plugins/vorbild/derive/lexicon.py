"""The words to mark in texts, from the glossary and the vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vorbild.derive import addresses
from vorbild.slug import slugify
from vorbild.views import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vorbild.entries import Library


def words(library: Library, terms: str, abbreviations: str) -> Iterator[Word]:
    """Yield the words of `library`.

    `terms` and `abbreviations` are the source files of the pages that explain them; '' if there is none, then none of
    them is marked.
    """
    glossary = library.glossary
    for term in glossary.terms if terms else ():
        anchor = slugify(term["term"])
        href = addresses.site(terms, anchor)
        yield Word((term["term"], *term.get("forms", ())), anchor, href)
        if "abbreviation" in term:
            yield Word((term["abbreviation"],), anchor, href, term["term"])
        if "except" in term:
            yield Word(tuple(term["except"]))
    for item in glossary.abbreviations if abbreviations else ():
        anchor = slugify(item["short"])
        forms = (item["short"], *item.get("forms", ()))
        yield Word(forms, anchor, addresses.site(abbreviations, anchor), item["long"], item.get("language", ""))
    for phrase in glossary.phrases:
        yield Word((phrase["text"], *phrase.get("forms", ())), language=phrase["language"])
    for vocabulary in library.schemas.vocabularies.values():
        if vocabulary.synonyms_language:
            synonyms = tuple(word for concept in vocabulary.concepts for word in concept.synonyms)
            yield Word(synonyms, language=vocabulary.synonyms_language)

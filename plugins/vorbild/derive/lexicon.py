"""The words to mark in texts, from the glossary and the vocabularies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild import compounds
from vorbild.derive import addresses
from vorbild.slug import slugify
from vorbild.views import HardWord, Word

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


def hard_words(library: Library) -> Iterator[HardWord]:
    """Yield the words that easy pages explain, each as its own explanation writes it: Aktions-Plan for Aktionsplan."""
    for term in library.glossary.terms:
        name, text = term["term"], term["easy"]
        forms = (name, *term.get("forms", ()), *filter(None, [term.get("abbreviation")]))
        written = {compounds.plain(word): word for word in re.findall(compounds.WORD, text)}
        shown = next((written[plain] for plain in map(compounds.plain, forms) if plain in written), name)
        yield HardWord(shown, forms, text, tuple(term.get("except", ())))


def with_hyphens(library: Library) -> Iterator[str]:
    """Yield the words whose hyphens are no seams: in names of places and states, and what the glossary lists."""
    yield from (item["word"] for item in library.glossary.hyphens)
    for name in _places(library):
        yield from re.findall(compounds.WORD, name)


def names(library: Library) -> Iterator[str]:
    """Yield what stays together in a line: places, states, and words of the glossary; those of one word as well."""
    yield from _places(library)
    for term in library.glossary.terms:
        yield from (term["term"], *term.get("forms", ()), *term.get("except", ()))


def proper_names(library: Library) -> Iterator[str]:
    """Yield the names of places, states, organisations and the like, which easy language leaves as they are."""
    yield from _places(library)
    for term in library.glossary.terms:
        yield from term.get("except", ())
    for entry in library.entries:
        organisation = entry.role("organisation")
        if isinstance(organisation, dict):
            yield str(organisation.get("name", ""))


def _places(library: Library) -> Iterator[str]:
    for entry in library.entries:
        yield str(entry.place.get("name", ""))
    states = library.schemas.vocabularies.get("states")
    yield from (concept.label for concept in states.concepts) if states else ()

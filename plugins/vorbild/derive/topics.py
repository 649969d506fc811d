"""What practices are about, in words: the nouns of their texts, weighed against all other texts."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from vorbild.entries import PRACTICE
from vorbild.language.nouns import Noun, nouns, parts, stem, weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vorbild.entries import Entry, Library
    from vorbild.schema import Field, Schema
    from vorbild.schema.fields import Path

_TELLING_ROLES = frozenset({None, "title", "summary", "lessons"})
# Lists of names, sums and figures are texts too, but not what a practice is about.
_OTHER_VIEWS = frozenset({"people", "funding", "indicators", "materials"})
_NO_TEXT = ("x-link", "x-email", "x-media", "pattern", "enum")
# A word that more of all practices have is the topic of none.
_MOST_HOLDERS = 1 / 5


class Topics(NamedTuple):
    """The weights of the stems in the texts of each practice, by its slug, and the form in which each is mostly met."""

    of: Mapping[str, Mapping[str, float]]
    forms: Mapping[str, str]


def topics(library: Library) -> Topics:
    """Return what the practices of `library` are about.

    The weight of a stem is (1 + log f) · log((N + 1) / n), f being how often it stands in the texts of the practice,
    alone or as part of a compound, and n how many of the N practices have it (tf-idf), times how special the word is in
    German.
    """
    paths = tuple(_paths(library.schemas[PRACTICE]))
    read = {entry.slug: _read(entry, paths) for entry in library.practices}
    forms = _forms(read.values())
    counts = _with_parts(read, forms)
    holders = Counter(found for own in counts.values() for found in own)
    most = max(2, len(read) * _MOST_HOLDERS)
    rare = {
        found: math.log((len(read) + 1) / held) * weight(forms[found])
        for found, held in holders.items()
        if held <= most
    }
    return Topics(
        {
            slug: {found: (1 + math.log(count)) * rare[found] for found, count in own.items() if rare.get(found)}
            for slug, own in counts.items()
        },
        forms,
    )


def _paths(schema: Schema) -> Iterator[Path]:
    """Yield the paths of the texts in standard language that tell what an entry is, does and needs."""
    for top in schema.root.children:
        if top.role in _TELLING_ROLES and top.view not in _OTHER_VIEWS:
            yield from (field.path for field in top.walk() if _is_text(field.item or field))


def _is_text(field: Field) -> bool:
    marked = field.vocabulary or field.reference or field.date or any(name in field.raw for name in _NO_TEXT)
    return field.kind == "string" and not marked


def _read(entry: Entry, paths: Iterable[Path]) -> Counter[Noun]:
    """Return the nouns of the texts of `entry` without the name of its place."""
    place = {stem(word) for word in re.findall(r"\w+", str(entry.place.get("name", "")))}
    texts = (str(text) for path in paths for text in entry.all(path))
    return Counter(found for text in texts for found in nouns(text) if found.stem not in place)


def _forms(read: Iterable[Mapping[Noun, int]]) -> dict[str, str]:
    """Return the most frequent form of each stem; of equals the shortest, then the first of the alphabet."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for words in read:
        for found, count in words.items():
            forms[found.stem][found.form] += count
    return {one: min(found, key=lambda form: (-found[form], len(form), form)) for one, found in forms.items()}


def _with_parts(read: Mapping[str, Mapping[Noun, int]], forms: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Return how often each stem stands in each text; a compound counts as its parts too, if texts have them alone."""
    stems = {found: (found.stem, *parts(found.form, forms)) for found in set().union(*read.values())}
    counts: dict[str, dict[str, int]] = {}
    for slug, words in read.items():
        own = counts[slug] = defaultdict(int)
        for found, count in words.items():
            for one in stems[found]:
                own[one] += count
    return counts

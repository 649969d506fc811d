"""Why two practices are related, in words: lineage first, then what both have, the strongest first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from vorbild.derive.present import bare
from vorbild.derive.traits import MODEL, PLACE, REGION, TERM, WORD
from vorbild.entries import PRACTICE
from vorbild.language.nouns import nouns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vorbild.derive.present import Presenter
    from vorbild.derive.traits import Trait

# So many terms and so many words are said, if each adds these shares of what the strongest one adds to the likeness.
_MOST = 3
_OF_ITS_KIND, _OF_ALL = 1 / 3, 1 / 6


def why(
    present: Presenter, slugs: tuple[str, str], shared: Mapping[Trait, float], forms: Mapping[str, str], *, named: bool
) -> str:
    """Return why the second of two practices stands on the page of the first; on easy pages one reason, of one term.

    `shared` has what they have in common and what it adds to their likeness, `forms` how its words are written; `named`
    tells that editors put it there.
    """
    texts = present.texts
    terms = tuple(_terms(present, shared))
    words = tuple(_words(shared, forms, terms))
    lineage = _lineage(present, slugs, shared)
    recommended = texts("related.named") if named else ""
    same = texts("related.shared", terms=", ".join(terms[:1] if present.easy else terms)) if terms else ""
    told = texts("related.words", words=", ".join(words)) if words else ""
    place = next((trait.name for trait in shared if trait.kind == PLACE), "")
    if present.easy:
        found = next(filter(None, (lineage, same, recommended, told)), "")
    else:
        found = "; ".join(filter(None, (lineage, recommended, same, told)))
    return found or texts("related.place", place=place)


def _lineage(present: Presenter, slugs: tuple[str, str], shared: Mapping[Trait, float]) -> str:
    """Return what the second practice is to the first as a model or an imitator, or ''."""
    models = sorted(trait.name for trait in shared if trait.kind == MODEL)
    one, other = slugs
    if one in models:
        return present.texts("related.imitator")
    if other in models:
        return present.texts("related.model")
    if not models:
        return ""
    entry = present.library.find(PRACTICE, models[0])
    return present.texts("related.same_model", model=present.title(entry) if entry else bare(models[0]))


def _terms(present: Presenter, shared: Mapping[Trait, float]) -> Iterator[str]:
    """Yield the names of the terms that tell most, each once."""
    fields = {".".join(field.path): field for field in present.library.facets}
    concepts = (present.concept(fields[trait.field], trait.name) for trait in _telling(shared, TERM, REGION))
    names = dict.fromkeys(present.name(concept) for concept in concepts if concept)
    return islice(names, _MOST)


def _words(shared: Mapping[Trait, float], forms: Mapping[str, str], terms: tuple[str, ...]) -> Iterator[str]:
    """Yield the words that tell most, none that is part of another one or of a term that is said."""
    said = [stem for term in terms for stem, _ in nouns(term)]
    words = []
    for trait in _telling(shared, WORD):
        if not any(trait.name in one or one in trait.name for one in said):
            said.append(trait.name)
            words.append(forms[trait.name])
    return iter(words[:_MOST])


def _telling(shared: Mapping[Trait, float], *kinds: str) -> list[Trait]:
    """Return the traits of these kinds that add enough to be said, the strongest first."""
    points = {trait: value for trait, value in shared.items() if trait.kind in kinds}
    strongest = max((value for trait, value in shared.items() if trait.kind in {TERM, REGION, WORD}), default=0)
    least = max(max(points.values(), default=0) * _OF_ITS_KIND, strongest * _OF_ALL)
    return sorted((trait for trait in points if points[trait] >= least), key=lambda trait: (-points[trait], trait))

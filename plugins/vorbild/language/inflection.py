"""Forms of a verb that no stemmer brings together: geht, ging and gegangen."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vorbild.language import analysis
from vorbild.language.lexicon import infinitives, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

# As many letters make the beginning of a word worth anything (STEM in scripts/search/understand.js).
_BEGINNING = 4


def verb_stems(words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the stems of the forms of each verb that is among `words`, in alphabetical order; only where they differ.

    A form that several verbs share counts for the shortest of them: ging is of gehen, not of abgehen. A stem that only
    adds to another one is left out, unless it is among `words`: the search finds it by its beginning.
    """
    verbs = {word: _simplest(infinitives(word)) for word in words if word.islower()}
    wanted, here = set(verbs.values()) - {""}, {analysis.term(word) for word in verbs}
    stems: dict[str, set[str]] = defaultdict(set)
    for form, own in verb_forms():
        infinitive = _simplest(own)
        if infinitive in wanted:
            stems[infinitive].add(analysis.stem(analysis.fold(form)))
    told = {
        tuple(sorted(stem for stem in found if stem in here or not _only_adds(stem, found))) for found in stems.values()
    }
    return tuple(sorted(found for found in told if len(found) > 1))


def _simplest(own: Iterable[str]) -> str:
    return min(own, key=lambda infinitive: (len(infinitive), infinitive), default="")


def _only_adds(stem: str, others: set[str]) -> bool:
    return any(stem.startswith(other) for other in others if _BEGINNING <= len(other) < len(stem))

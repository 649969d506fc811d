"""What a rule may know of the place that a text comes from: its glossary, its names, its hyphens."""

from __future__ import annotations

from dataclasses import dataclass, field

from vorbild.compounds import Compounds
from vorbild.language.terms import Terms


@dataclass(frozen=True)
class Context:
    """The words that a site knows.

    `terms` are those of its glossary, `names` its places and organisations, `compounds` tells seams from real hyphens.
    On a site a term is explained where it stands first in running text (`explains`); in a lone file it is not.
    """

    terms: Terms = field(default_factory=Terms)
    names: frozenset[str] = frozenset()
    compounds: Compounds = field(default_factory=lambda: Compounds(()))
    explains: bool = False

"""The closed word classes that the rules of grammar look at: data/grammar.yml."""

from __future__ import annotations

from vorbild.language.lists import word_sets


def words(name: str) -> frozenset[str]:
    """Return the list `name`, in small letters.

    Raises:
        KeyError: there is no such list.

    """
    return word_sets("grammar")[name]

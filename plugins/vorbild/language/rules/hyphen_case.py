"""Behind a hyphen at a seam a noun goes on with a capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.catalogue import easy_words
from vorbild.language.hit import Hit
from vorbild.language.lexicon import adjectives, frequency, noun, verb
from vorbild.language.seams import first_part, last_part
from vorbild.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Text

_HYPHEN = re.compile("([-\u2011])")
_ENDINGS = ("", "e", "en", "er", "es", "em")
# Zipf: rarer words may be syllables that only look like a noun.
_KNOWN = 2.5


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield nouns with a small letter behind a hyphen, where all parts are words."""
    for word in words(text, context):
        pieces = _HYPHEN.split(word.token.text)
        parts = pieces[::2]
        if len(parts) == 1 or word.token.tag == "NE" or not _is_noun(parts, word.token.tag):
            continue
        # The capital of the first part says nothing there: Kennen-lernen wollen wir uns.
        if word.start > word.sentence.start or not _is_no_noun(parts[-1].lower()):
            yield Hit(word.start, word.end, "".join(piece[:1].upper() + piece[1:] for piece in pieces))


def _is_noun(parts: Sequence[str], tag: str) -> bool:
    """Return whether `parts` are those of a noun, with a small letter where a capital should be."""
    *first, last = parts
    if not parts[0][:1].isupper() or not any(part[:1].islower() for part in parts[1:]):
        return False
    if not all(part.isupper() or first_part(part.lower()) for part in first):
        return False
    is_last = bool(noun(last.capitalize())) and frequency(last) >= _KNOWN and last_part(last.lower()) > 0
    return is_last and not _is_adjective(last.lower(), tag)


def _is_adjective(last: str, tag: str) -> bool:
    """Return whether a word that ends in `last` is an adjective: Barriere-frei at the start of a sentence."""
    bases = {last.removesuffix(ending) for ending in _ENDINGS}
    if bases.intersection(easy_words()["adjectives"]):
        return True
    return bool(bases & adjectives()) and not tag.startswith("NN")


def _is_no_noun(last: str) -> bool:
    """Return whether `last` may as well end an adjective, an adverb or a verb."""
    return last in adjectives() or any(form.form == "inf" for form in verb(last))

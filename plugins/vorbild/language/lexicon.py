"""What is known of German words: forms of nouns and verbs, adjectives, frequencies. The lists: data/README.md."""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# An infinitive may be two words: infinitive:codes infinitive:codes …
_READING = re.compile(r"([^:]+):(\S+) ?")
_DATA = resources.files("vorbild.language") / "data"


class NounForm(NamedTuple):
    """One reading of a noun's form: gender (m f n, x unknown), number (s p), case (n g d a)."""

    gender: str
    number: str
    case: str


class VerbForm(NamedTuple):
    """One reading of a verb's form: its infinitive and its place in the conjugation.

    `form` is mood or tense (p present, t preterite, 1 and 2 the subjunctives), number (s p) and person (1 2 3), as in
    ps3; or inf, pp (participle II), ip (participle I), im (imperative).
    """

    infinitive: str
    form: str


@cache
def _lines(name: str) -> list[str]:
    """Return the sorted lines of a list: word, tab, what is known of it. As a dict it takes thrice as long to read."""
    return gzip.decompress((_DATA / f"{name}.tsv.gz").read_bytes()).decode().splitlines()


@cache
def _known(name: str, word: str) -> str:
    """Return what a list knows of `word`, '' if it is not listed."""
    lines, begin = _lines(name), f"{word}\t"
    place = bisect_left(lines, begin)
    return lines[place][len(begin) :] if place < len(lines) and lines[place].startswith(begin) else ""


@cache
def adjectives() -> frozenset[str]:
    """Return the base forms of all listed adjectives."""
    return frozenset(_lines("adjectives"))


@cache
def noun(form: str) -> tuple[NounForm, ...]:
    """Return the readings of `form` as a noun, written as it is in a text (Hauses); () if it is not listed."""
    return tuple(NounForm(*code) for code in _known("nouns", form).split())


@cache
def verb(form: str) -> tuple[VerbForm, ...]:
    """Return the readings of `form` as a verb, in small letters; () if it is not listed."""
    readings = _READING.findall(_known("verbs", form))
    return tuple(VerbForm(infinitive, code) for infinitive, codes in readings for code in codes.split(","))


@cache
def participles() -> Mapping[str, str]:
    """Return the participle II of each listed verb by its infinitive; the first listed if it has two."""
    found: dict[str, str] = {}
    for line in _lines("verbs"):
        form, _, readings = line.partition("\t")
        if "pp" in readings:
            for infinitive, codes in _READING.findall(readings):
                if "pp" in codes.split(","):
                    found.setdefault(infinitive, form)
    return found


def verb_forms() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every listed form of a verb, in small letters, with the verbs that it may be a form of."""
    for line in _lines("verbs"):
        form, _, readings = line.partition("\t")
        yield form, tuple(infinitive for infinitive, _ in _READING.findall(readings))


@cache
def infinitives(form: str) -> frozenset[str]:
    """Return the verbs that `form`, in small letters, may be a form of."""
    return frozenset(reading.infinitive for reading in verb(form))


def frequency(word: str) -> float:
    """Return how common `word` is on the Zipf scale (van Heuven et al. 2014): 7 der, 3 once in a million.

    A word that is not listed has 0. The list writes ss for ß.
    """
    return int(_known("frequencies", word.casefold()) or 0) / 10

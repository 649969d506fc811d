"""How the figures of a sentence are counted, a function for each group of them; what they mean: features.py."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from vorbild.language.familiarity import familiarity
from vorbild.language.lists import lists

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from vorbild.language.tokens import Token

_FINITE = frozenset({"VV(FIN)", "VA(FIN)", "VM(FIN)", "VV(IMP)"})
_NOUNS = frozenset({"NN", "NE", "NNI", "NNA", "FM"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_CONTENT = ("NN", "FM", "XY", "VV", "ADJ", "ADV", "TRUNC")
_WIDENING = frozenset({"APPR", "ADJ(A)", "ADJ(D)", "ADV"})
_PRONOUNS = frozenset({"PPER", "PRF", "PDS", "PPOSAT"})
_ENDS = frozenset(".!?…")
_BULLETS = frozenset("•‣▪*")
# Limits on the Zipf scale; what a sentence without a content word has.
_RARE, _UNUSUAL, _UNCOMMON, _COMMON = 3.0, 4.0, 4.5, 5.0
_LONG_PART = 8
_YEAR_DIGITS = 4
# In how many tokens after a conjunction the noun or verb stands that it joins.
_NOUN_REACH, _VERB_REACH = 4, 3


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return {kind: tuple(words) for kind, words in lists("feature_words").items()}


class Counted(NamedTuple):
    """A sentence as the counts need it: tokens and words, and token by token small letters, tags, lemmas of verbs."""

    tokens: Sequence[Token]
    words: Sequence[Token]
    lower: Sequence[str]
    tags: Sequence[str]
    lemmas: Sequence[str]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Counted:
        """Return the view of some tokens."""
        words = [token for token in tokens if token.is_word]
        lemmas = [token.lemma if token.tag[:1] == "V" else "" for token in tokens]
        return cls(tokens, words, [token.lower for token in tokens], [token.tag for token in tokens], lemmas)

    def listed(self, kind: str) -> int:
        """Return how many tokens stand in a list of feature_words.yml."""
        return _count(self.lower, _words()[kind])

    def tagged(self, *tags: str) -> int:
        """Return how many tokens have one of these tags."""
        return _count(self.tags, tags)

    def finite(self) -> list[int]:
        """Return the places of the finite verbs."""
        return [place for place, tag in enumerate(self.tags) if tag in _FINITE]


def _count(values: Sequence[str], among: Container[str]) -> int:
    return sum(value in among for value in values)


def _neighbours(
    first: Sequence[str], among_first: Container[str], second: Sequence[str], among_second: Container[str]
) -> int:
    """Return how often a token is among the one and the next token among the other."""
    return sum(one in among_first and two in among_second for one, two in zip(first, second[1:], strict=False))


def _letters(word: str) -> int:
    return sum(sign.isalpha() for sign in word)


def without_marks(tokens: Sequence[Token]) -> tuple[list[Token], list[int]]:
    r"""Return the tokens without the marks of a line end (\newline), and how many of them stand before each mark."""
    kept: list[Token] = []
    marks = []
    for token in tokens:
        if token.text == "newline" and kept and kept[-1].text == "\\" and kept[-1].end == token.start:
            kept.pop()
            marks.append(len(kept))
        else:
            kept.append(token)
    return kept, marks


def sizes(sentence: Counted) -> dict[str, int]:
    """Return how long the sentence and its words are."""
    known = [familiarity(word.text) for word in sentence.words]
    return {
        "tokens": len(sentence.tokens),
        "words": len(sentence.words),
        "letters": sum(_letters(word.text) for word in sentence.words),
        "plain_letters": sum(_letters(word.text) for word in sentence.words if word.tag != "NE"),
        "longest": max((one.longest for one in known), default=0),
        "long_words": sum(one.longest >= _LONG_PART for one in known),
        "hyphens": sum(one.parts > 1 for one in known),
        "capitals": sum(word.text[0].isupper() for word in sentence.words[1:]),
    }


def vocabulary(sentence: Counted) -> dict[str, Any]:
    """Return how rare its words are: three means, which are no whole numbers, and counts."""
    everything = [familiarity(word.text).written for word in sentence.words]
    content = [familiarity(word.text) for word in sentence.words if word.tag.startswith(_CONTENT)]
    written = [word.written for word in content]
    heard = sorted(word.heard for word in content)
    return {
        "frequency": sum(everything) / len(everything) if everything else _COMMON,
        "rarest": min(written, default=_COMMON),
        "hardest": sum(heard[:3]) / len(heard[:3]) if heard else _COMMON,
        "rare": sum(zipf < _RARE for zipf in written),
        "unusual": sum(zipf < _UNUSUAL for zipf in written),
        "uncommon": sum(zipf < _UNCOMMON for zipf in written),
        "unknown": sum(zipf < _UNUSUAL for zipf in heard),
    }


def verbs(sentence: Counted) -> dict[str, int]:
    """Return what verbs there are, and where the first finite one stands."""
    finite = sentence.finite()
    copulas = [place for place in finite if sentence.lemmas[place] == "sein"]
    articles = frozenset(_words()["articles"])
    participles = sentence.tagged("VV(PP)", "VA(PP)")
    return {
        "finite": len(finite),
        "verbs": sum(tag.startswith("V") for tag in sentence.tags),
        "full_verbs": sum(tag.startswith("VV") for tag in sentence.tags),
        "modals": sentence.tagged("VM(FIN)"),
        "copulas": len(copulas),
        "defining": sum(not articles.isdisjoint(sentence.lower[place + 1 : place + 3]) for place in copulas),
        "naming": _count(sentence.lemmas, _words()["naming"]),
        "participles": participles,
        "infinitives": sentence.tagged("PTKZU", "VV(IZU)"),
        "passives": min(participles, sentence.lemmas.count("werden")),
        "before_finite": finite[0] if finite else 0,
        "after_finite": len(sentence.tokens) - finite[0] if finite else 0,
    }


def nouns(sentence: Counted) -> dict[str, int]:
    """Return how many nouns there are, and what stands with them."""
    lower, tags = sentence.lower, sentence.tags
    places = [place for place, tag in enumerate(tags) if tag in _NOUNS]
    finite = sentence.finite()
    attributes = [low for low, tag in zip(lower, tags, strict=True) if tag == "ADJ(A)"]
    return {
        "nouns": len(places),
        "nouns_before_finite": sum(place < finite[0] for place in places) if finite else 0,
        "nouns_after_finite": sum(place > finite[0] for place in places) if finite else 0,
        "nominalised": sum(lower[place].endswith(_words()["nominal_endings"]) for place in places),
        "articles": sentence.tagged("ART"),
        "attributes": len(attributes),
        "active_attributes": sum(low.endswith(_words()["active_endings"]) for low in attributes),
        "wide_phrases": _neighbours(tags, {"ART"}, tags, _WIDENING),
        "prepositions": _count(tags, _PREPOSITIONS),
        "noun_prepositions": _neighbours(tags, _NOUNS, tags, _PREPOSITIONS),
        "genitives": _neighbours(tags, _NOUNS, lower, _words()["genitives"]),
    }


def others(sentence: Counted) -> dict[str, int]:
    """Return the counts of words that are neither verbs nor nouns."""
    years = sum(low.isdigit() and len(low) == _YEAR_DIGITS for low in sentence.lower)
    return {
        "predicatives": sentence.tagged("ADJ(D)"),
        "adverbs": sentence.tagged("ADV"),
        "degrees": sentence.listed("degrees"),
        "times": sentence.listed("times"),
        "negations": sentence.listed("negations"),
        "pronouns": _count(sentence.tags, _PRONOUNS),
        "indefinites": sentence.tagged("PIS", "PIAT"),
        "numbers": sentence.tagged("CARD"),
        "years": sentence.lower.count("jahr") + years,
        "examples": sentence.listed("examples"),
    }


def clauses(sentence: Counted) -> dict[str, int]:
    """Return what joins clauses and parts of clauses."""
    words, relatives = sentence.words, _words()["relatives"]
    return {
        "conjunctions": sentence.tagged("KON"),
        **_joined(sentence),
        "subordinators": sentence.listed("subordinators"),
        "relatives": _neighbours(sentence.lower, {","}, sentence.lower, relatives),
        "bare_relatives": _neighbours(sentence.tags, _NOUNS, sentence.lower, relatives),
        "opens_with_conjunction": int(bool(words) and words[0].lower in _words()["conjunctions"]),
        "opens_with_preposition": int(bool(words) and words[0].tag in _PREPOSITIONS),
    }


def _joined(sentence: Counted) -> dict[str, int]:
    """Return how often a conjunction joins nouns, clauses or their verbs, and anything else."""
    found = {"joined_nouns": 0, "joined_verbs": 0, "joined_others": 0}
    for place in range(1, len(sentence.tokens) - 1):
        if sentence.lower[place] not in _words()["conjunctions"]:
            continue
        before, after = sentence.tags[place - 1], sentence.tags[place + 1 : place + 1 + _NOUN_REACH]
        if before.startswith("V") or not _FINITE.isdisjoint(after[:_VERB_REACH]):
            found["joined_verbs"] += 1
        elif before in _NOUNS and not _NOUNS.isdisjoint(after):
            found["joined_nouns"] += 1
        else:
            found["joined_others"] += 1
    return found


def signs(sentence: Counted, marks: Sequence[int]) -> dict[str, int]:
    """Return the counts of signs and line marks."""
    lower = sentence.lower
    return {
        "commas": lower.count(","),
        "colons": lower.count(":"),
        "bullets": _count(lower, _BULLETS),
        "line_marks": len(marks),
        "empty_lines": sum(one == other for one, other in pairwise(marks)),
        "inner_ends": _count(lower[:-1], _ENDS),
        "ended": int(bool(lower) and lower[-1] in _ENDS),
    }

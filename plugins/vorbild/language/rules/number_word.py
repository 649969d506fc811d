"""Numbers are easier to read as digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vorbild.language.hit import Hit
from vorbild.language.lists import lists
from vorbild.language.literals import without_literals, without_quotations
from vorbild.language.numerals import digits, number, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vorbild.language.context import Context
    from vorbild.language.text import Sentence, Text
    from vorbild.language.tokens import Token

# „zwei (2)“: the digit is there already.
_DIGITS_AFTER = re.compile(r" \(\d+\)")
_HUNDRED, _THIRD = 100, 3


def check(text: Text, context: Context) -> Iterator[Hit]:
    """Yield cardinals from two on, how many times something is, and ordinals from the third on."""
    free = without_quotations(without_literals(text.text))
    for sentence in text.sentences:
        for index, token in enumerate(sentence.tokens):
            if not token.is_word or token.text in context.names or free[sentence.start + token.start] == " ":
                continue
            hit = _hit(sentence, index)
            if hit:
                yield _with_digits(hit, text.text)


def _hit(sentence: Sentence, index: int) -> Hit | None:
    """Return the hit for the token at `index`, if it is a number."""
    token = sentence.tokens[index]
    place = (sentence.start + token.start, sentence.start + token.end)
    times = lists("numerals")["times"]
    value = number(token.text.lower().removesuffix(times))
    if value and value > 1 and token.lower.endswith(times):
        return Hit(*place, f"{digits(value)}-{times}")
    noun = _noun_after(sentence.tokens, index)
    counts = value and value > 1 and _is_number(sentence.tokens, index, value)
    if value and counts and (noun or token.lower not in lists("numerals")["doubtful"]):
        return Hit(*place, digits(value), "" if noun else "alone")
    value = ordinal(token.text)
    if value and value >= _THIRD and noun and token.text[0].islower() and token.tag.startswith("ADJ"):
        return Hit(*place, variant="ordinal", params={"digits": f"{digits(value)}."})
    return None


def _is_number(tokens: Sequence[Token], index: int, value: int) -> bool:
    """Return whether the number word at `index` counts something: no verb (sieben), no noun (die Acht), no idiom."""
    token, words = tokens[index], lists("numerals")
    before = tokens[index - 1].lower if index else ""
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if token.text[0].isupper() and any(other.is_word for other in tokens[:index]):
        return False
    if token.tag.startswith("V") or before in words["clock"] or after in words["idioms"]:
        return False
    return not (value % _HUNDRED == 0 and before in words["vague"])


def _noun_after(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a noun follows, perhaps after an adjective."""
    following = [token for token in tokens[index + 1 : index + 6] if token.is_word][:2]
    nouns = [token.tag in ("NN", "NE") for token in following]
    return nouns[:1] == [True] or (nouns[1:] == [True] and following[0].tag.startswith("ADJ"))


def _with_digits(hit: Hit, text: str) -> Hit:
    """Return `hit` over „zwei (2)“ as well, where the digit follows in brackets."""
    after = _DIGITS_AFTER.match(text, hit.end)
    return Hit(hit.start, after.end(), hit.proposal, hit.variant, hit.params) if after and hit.proposal else hit

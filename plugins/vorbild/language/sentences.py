"""Sentences of plain text, with their places.

A line ends a sentence, as easy language has one sentence a line; a line that is only wrapped does not.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from vorbild.language.lists import word_sets

if TYPE_CHECKING:
    from collections.abc import Iterator

# Gold texts, and whoever writes one phrase a line, mark a line end inside a phrase by this word.
LINE_MARK = r"\newline"

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\\newline")
# Points of a list may stand in one line, each after its bullet.
_END = re.compile(r"""(?<![.!?…])[.!?…]++["'“”‘’»«›‹)\]]*+(?=\s)|(?<=\s)(?P<bullet>[•‣▪])(?=\s)""")
_STRONG_END = ("!", "?")
_CLOSING = "\"'“”‘’»«›‹)] "
_ENDING = (".", "!", "?", "…", ":")
_LAST_WORD = re.compile(r"[^\s(\[„“\"'»«‚‘/–]*$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"\d{1,3}|[IVXLC]+")
_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
# Hauptstr. 5
_STREET = re.compile(r"^.*str$")
# Shorter lines are short on purpose.
_WRAP_WIDTH = 60
# Signs. Nobody writes longer sentences; what has no end is cut, as grammar costs the square of the length.
_LONGEST = 2000


class Sentence(NamedTuple):
    """A sentence as it is written, without the space around it, and where it starts in the text (in signs from 0)."""

    text: str
    start: int


def sentences(text: str) -> tuple[Sentence, ...]:
    r"""Return the sentences of `text` in order; each sign except space and \newline is in one of them."""
    found = []
    for line_start, line_end in _lines(text):
        line = text[line_start:line_end]
        for start, end in pairwise([0, *_ends(line), len(line)]):
            for begin in range(start, end, _LONGEST):
                piece = line[begin : min(begin + _LONGEST, end)]
                if piece.strip():
                    found.append(Sentence(piece.strip(), line_start + begin + len(piece) - len(piece.lstrip())))
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield first and last place of each line; lines that are only wrapped are one."""
    ends = [*_LINE_END.finditer(text)]
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), len(text)]
    width = max(stop - start for start, stop in zip(starts, stops, strict=True))
    first = 0
    for number, stop in enumerate(stops):
        may_go_on = number < len(ends) and ends[number][0] != LINE_MARK
        if may_go_on and wrapped(text[starts[number] : stop], text[starts[number + 1] : stops[number + 1]], width):
            continue
        yield starts[first], stop
        first = number + 1


def wrapped(line: str, following: str, width: int) -> bool:
    """Return whether `line` ends only because the first word of the next one did not fit into `width` (in signs)."""
    word = re.match(r"\w\S*", following)
    ended = line.rstrip(_CLOSING).endswith(_ENDING)
    return bool(word) and not ended and len(line) >= _WRAP_WIDTH and len(line) + len(word[0] if word else "") >= width


def _ends(line: str) -> Iterator[int]:
    """Yield the places in `line` where one sentence ends and the next may begin."""
    start = 0
    for end in _END.finditer(line):
        if end["bullet"]:
            start = end.start()
            yield start
            continue
        following = _FIRST_WORD.search(line, end.end(), end.end() + _LONGEST)
        before = line[max(start, end.start() - _LONGEST) : end.start()].lstrip()
        if following and _is_end(before, end[0], following[0]):
            yield end.end()
            start = end.end()


def _is_end(before: str, sign: str, following: str) -> bool:
    """Return whether `sign` ends the sentence that has gone `before` it, with `following` as the next word."""
    if following[0].islower():
        return False
    if sign.endswith(")"):
        return before.startswith("(")
    if sign.startswith(_STRONG_END) or len(sign) > 1:
        return True
    last = _LAST_WORD.search(before)
    word = last[0] if last else ""
    short = _STREET.sub("str", word.lower().rsplit("-", 1)[-1])
    known = word_sets("sentence_ends")
    may_end = short not in known["ending"] or following.lower() in known["openers"]
    if word == before:
        # A number or letter of a list, or an abbreviation: no sentence consists of it.
        return may_end and not (_ORDINAL.fullmatch(word) or _LETTERS.fullmatch(word) or short in known["inside"])
    if short in known["inside"]:
        return False
    counted = _ORDINAL.fullmatch(word) or _LETTERS.fullmatch(word)
    return may_end and (not counted or following.lower() in known["openers"])

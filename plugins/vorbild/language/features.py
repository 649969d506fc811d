r"""The figures of a sentence on which the number of statements and the difficulty rest.

All are counts or means that a person could check by hand; how they are counted: counts.py. Line marks (\newline) are
no words; a compound with hyphens or Mediopunkt is one word, and its parts are what is long or rare in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vorbild.language import counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vorbild.language.tokens import Token


class Features(NamedTuple):
    """The figures of one sentence; without a unit they are numbers of tokens."""

    # Size
    tokens: int
    words: int
    letters: int
    plain_letters: int  # letters of words that are no names
    longest: int  # letters of the longest word or part
    long_words: int  # words with a part of 8 letters or more
    hyphens: int  # words with a seam that is written
    capitals: int  # words after the first with a capital
    # Vocabulary: Zipf frequencies from 0 (not listed) to 8; content words are no names and no function words
    frequency: float  # mean of all words
    rarest: float  # lowest of a content word
    hardest: float  # mean of the three least familiar content words, compounds by their parts
    rare: int  # content words below 3, once in a million
    unusual: int  # content words below 4
    uncommon: int  # content words below 4.5
    unknown: int  # content words below 4, compounds by their parts
    # Verbs
    finite: int
    verbs: int
    full_verbs: int
    modals: int
    copulas: int  # finite forms of sein
    defining: int  # "ist ein", "war die"
    naming: int  # heißt, bedeutet, nennt
    participles: int
    infinitives: int  # with zu
    passives: int  # a form of werden and a participle
    before_finite: int  # tokens before the first finite verb, 0 without one
    after_finite: int  # tokens from it on, 0 without one
    # Nouns and what stands with them
    nouns: int
    nouns_before_finite: int
    nouns_after_finite: int
    nominalised: int  # nouns in -ung, -heit, -keit, -ion …
    articles: int
    attributes: int  # adjectives before nouns
    active_attributes: int  # participle I, as in "die wartende Frau"
    wide_phrases: int  # article with an adjective, adverb or preposition after it
    prepositions: int
    noun_prepositions: int  # right after a noun, as in "ein Haus mit Garten"
    genitives: int  # noun and des, der, eines or einer after it
    # Other words
    predicatives: int  # adjectives that stand alone
    adverbs: int
    degrees: int  # sehr, auch, nur …
    times: int  # oft, heute, dann …
    negations: int
    pronouns: int
    indefinites: int  # man, alle, viele …
    numbers: int
    years: int  # "Jahr" or four digits
    examples: int  # "Beispiel"
    # Clauses and what is joined
    conjunctions: int
    joined_nouns: int
    joined_verbs: int
    joined_others: int
    subordinators: int
    relatives: int  # comma and der, die, das …
    bare_relatives: int  # noun and der, die, das … without a comma
    opens_with_conjunction: int
    opens_with_preposition: int
    # Signs and layout
    commas: int
    colons: int
    bullets: int
    line_marks: int
    empty_lines: int  # two line marks in a row
    inner_ends: int  # . ! ? … before the last token
    ended: int  # 1 with . ! ? … at the end


def features(tokens: Sequence[Token]) -> Features:
    """Return the figures of one tagged sentence; any tokens will do, also none."""
    kept, marks = counts.without_marks(tokens)
    sentence = counts.Counted.of(kept)
    return Features(
        **counts.sizes(sentence),
        **counts.vocabulary(sentence),
        **counts.verbs(sentence),
        **counts.nouns(sentence),
        **counts.others(sentence),
        **counts.clauses(sentence),
        **counts.signs(sentence, marks),
    )

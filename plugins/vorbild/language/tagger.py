"""Lemma and part of speech of each token, by HanTa, whose German model comes with the package.

HanTa: Christian Wartena, A Probabilistic Morphology Model for German Lemmatization, KONVENS 2019. It tells neither
case nor mood: for those see `lexicon`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from vorbild.language.grammar.corrections import corrected
from vorbild.language.tokens import Token, tokenise

if TYPE_CHECKING:
    from HanTa.HanoverTagger import HanoverTagger

# What HanTa computes of a word without looking at its neighbours: the same for each occurrence, and nearly all its
# time. The names are HanTa's own; its public methods call these.
_OF_ONE_WORD = ("analyze_forward", "_tag_word", "_analyze")


@cache
def _tagger() -> HanoverTagger:
    """Return the model, read once in a run: it takes 0.2 seconds. It computes each word once."""
    from HanTa.HanoverTagger import HanoverTagger  # noqa: PLC0415 - brings numpy, and most commands check no text

    tagger = HanoverTagger("morphmodel_ger.pgz")
    for name in _OF_ONE_WORD:
        setattr(tagger, name, cache(getattr(tagger, name)))
    return tagger


def tag(sentence: str) -> tuple[Token, ...]:
    """Return the tokens of one sentence with lemma and tag."""
    tokens = tuple(tokenise(sentence))
    if not tokens:
        return ()
    # Seams are for the eye: HanTa knows Rollstuhlrampe as a word, Rollstuhl·rampe as a riddle.
    # One that stands alone stays, as HanTa refuses empty words.
    words = [token.text.replace("·", "").replace("\u00ad", "") or token.text for token in tokens]
    tags = _tagger().tag_sent(words, taglevel=0)
    return corrected(
        [
            replace(token, tag=tag_, find_lemma=partial(_lemma, word, tag_))
            for token, word, tag_ in zip(tokens, words, tags, strict=True)
        ]
    )


def _lemma(word: str, tag_: str) -> str:
    tagger = _tagger()
    return str(tagger._analyze(word, tagger.tag2int[tag_])[0])  # noqa: SLF001 - tag_sent does the same for all words


def morphs(word: str) -> tuple[tuple[str, str], ...]:
    """Return the smallest parts of `word` in small letters with their classes (NN, VV, SUF_NN, FUGE …).

    It is one part if HanTa has learned the word as a whole, or does not know it.
    """
    return tuple(_tagger().analyze(word, taglevel=3)[1]) if word else ()

"""Lemma and part of speech of each token, by HanTa, whose German model comes with the package.

HanTa: Christian Wartena, A Probabilistic Morphology Model for German Lemmatization, KONVENS 2019. It tells neither
case nor mood: for those see `lexicon`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from HanTa.HanoverTagger import HanoverTagger

from vorbild.language.tokens import Token, tokenise


@cache
def _tagger() -> HanoverTagger:
    """Return the model, read once in a run: it takes 0.2 seconds."""
    return HanoverTagger("morphmodel_ger.pgz")


def tag(sentence: str) -> tuple[Token, ...]:
    """Return the tokens of one sentence with lemma and tag."""
    tokens = tuple(tokenise(sentence))
    if not tokens:
        return ()
    # Seams are for the eye: HanTa knows Rollstuhlrampe as a word, Rollstuhl·rampe as a riddle.
    words = [token.text.replace("·", "").replace("\u00ad", "") or token.text for token in tokens]
    tagged = _tagger().tag_sent(words)
    return tuple(replace(token, lemma=lemma, tag=tag_) for token, (_, lemma, tag_) in zip(tokens, tagged, strict=True))


def morphs(word: str) -> tuple[tuple[str, str], ...]:
    """Return the smallest parts of `word` in small letters with their classes (NN, VV, SUF_NN, FUGE …).

    It is one part if HanTa has learned the word as a whole, or does not know it.
    """
    return tuple(_tagger().analyze(word, taglevel=3)[1]) if word else ()

"""The tagger: HanTa's tags, each word computed once, mistakes put right."""

from __future__ import annotations

import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language import tagger
from vorbild.language.tagger import tag
from vorbild.language.tokens import tokenise

SENTENCES = [
    "Die Rollstuhlrampe am Rathaus wurde im Mai gebaut.",
    "Der Rollstuhl fährt über die Rollstuhlrampe, sagt Frau Müller-Lüdenscheidt.",
    "„Wir Rollstuhlfahrer brauchen Rampen“, sagte er 2023 in Schneverdingen.",
    "Gebaut wird die Rampe; die RAMPE ist grau und die Rollstuhlrampe auch.",
]


@pytest.fixture(scope="module")
def plain():
    """Return HanTa as it comes."""
    return HanoverTagger("morphmodel_ger.pgz")


@pytest.mark.parametrize("sentence", SENTENCES * 2)
def test_remembered_words_are_tagged_as_without_memory(plain, sentence):
    words = [token.text for token in tokenise(sentence)]
    assert tagger._tagger().tag_sent(words) == plain.tag_sent(words)


def test_a_word_that_comes_again_is_not_computed_again():
    tag("Ein Donaudampfschiff ist da.")
    before = tagger._tagger().analyze_forward.cache_info().misses
    tag("Dort liegt das Donaudampfschiff und noch ein Donaudampfschiff.")
    assert tagger._tagger().analyze_forward.cache_info().misses == before


def test_seams_do_not_change_the_tag():
    assert tag("Rollstuhl·rampe")[0].lemma == tag("Rollstuhlrampe")[0].lemma
    assert tag("Rollstuhl·rampe")[0].text == "Rollstuhl·rampe"


@pytest.mark.parametrize("sign", "\u2022\u2027\u2219\u22c5\u30fb\uff65")
def test_points_that_look_like_the_mediopunkt_are_seams_too(sign):
    assert [(token.text, token.tag) for token in tag(f"Wahl{sign}amt")] == [("Wahl·amt", "NN")]
    assert [token.text for token in tokenise(f"{sign} Wahl")] == [sign, "Wahl"]


def test_a_finite_verb_is_not_taken_for_a_participle():
    assert [
        token.tag for token in tag("Weil man so mit Kunden umgeht bin ich gern hier.") if token.text == "umgeht"
    ] == ["VV(FIN)"]


def test_a_word_with_a_capital_after_an_article_is_a_noun():
    liege = tag("Wir brauchen eine Liege.")[3]
    assert (liege.lemma, liege.tag) == ("Liege", "NN")


def test_an_empty_sentence_has_no_tokens():
    assert tag("") == tag(" \n") == ()


@given(st.text(alphabet="·\u00ad-' aB1.,"))
def test_signs_alone_do_not_stop_the_tagger(text):
    assert [token.text for token in tag(text)] == [token.text for token in tokenise(text)]

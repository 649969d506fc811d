"""How many statements a phrase makes."""

import json
from functools import partial
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.features import Features, features
from vorbild.language.statements import statements
from vorbild.language.tagger import tag
from vorbild.language.tokens import Token, tokenise

TAGS = st.sampled_from(["NN", "NE", "VV(FIN)", "VA(FIN)", "ART", "KON", "APPR", "ADJ(A)", "$,", "$.", "", "XY"])
DATA = resources.files("vorbild.language") / "data"


def names(tree):
    return {tree[0]} | names(tree[2]) | names(tree[3]) if isinstance(tree, list) else set()


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("Im Rathaus.", 0),
        ("Äpfel und Birnen", 0),
        ("• ein Ausweis", 0),
        ("Es gibt eine Rampe.", 1),
        ("Sie können anrufen.", 1),
        ("Das ist schwer.", 1),
        ("Wenn es regnet, bleiben die Menschen zu Hause.", 2),
        ("Sie können anrufen oder eine E-Mail schreiben.", 2),
    ],
)
def test_fragments_make_none_and_each_clause_makes_one(phrase, number):
    assert statements(tag(phrase)) == number


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Die Rampe ist neu.", "Die Rampe ist neu, weil die alte Rampe zu steil war."),
        ("Der Bus hält hier.", "Der Bus, der in die Stadt fährt, hält hier am Bahnhof und wartet 10 Minuten."),
        ("Oder mit dem Bus.", "Oder Sie fahren mit dem Bus."),
    ],
)
def test_a_further_clause_is_a_further_statement(short, long):
    assert statements(tag(short)) < statements(tag(long))


def test_line_marks_are_no_words():
    plain, marked = (
        features(tag(text)) for text in ("Das ist gut, weil es hilft.", r"Das ist gut, \newline weil es hilft.")
    )
    assert (marked.words, marked.letters, marked.line_marks) == (plain.words, plain.letters, 1)


@given(st.text(), st.lists(TAGS))
def test_any_tokens_have_a_number_of_statements(text, tags):
    tokens = [
        Token(token.text, token.start, kind, partial(str, token.text))
        for token, kind in zip(tokenise(text), [*tags, *["NN"] * len(text)], strict=False)
    ]
    assert 0 <= statements(tokens) <= 4


def test_models_use_all_figures_and_no_others():
    trees = json.loads((DATA / "statements.json").read_text("utf-8"))["more"]
    weights = json.loads((DATA / "difficulty.json").read_text("utf-8"))
    used = set().union(*(names(tree) for group in trees for tree in group))
    assert used.union(*(weights[kind] for kind in ("roots", "means", "shares"))) == set(Features._fields)

"""source: any bytes give a tree or findings, with places that exist; and the tree says what the file says."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from vorbild.source import Mapping, Scalar, Sequence, parse

# Pieces that YAML gives a meaning to, so that random text is not only plain words.
PIECES = [
    *"\n\t :-?,[]{}#&*!|>'\"%@`\\~",
    "\r\n",
    "a: ",
    "  ",
    "- ",
    "? ",
    "---\n",
    "...\n",
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "%YAML 1.1\n",
    "key:\n  ",
    '"\\u202e"',
    "|2\n",
    "ä",
    "\u200b",
    "\ufeff",
    "\x85",
    "\u2028",
    "\x00",
    "😀",
]
yamlish = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map("".join)


def everything_in(node):
    yield node
    children = (
        node.items
        if isinstance(node, Sequence)
        else [n for pair in node.entries for n in pair]
        if isinstance(node, Mapping)
        else []
    )
    for child in children:
        yield from everything_in(child)


def assert_places_exist(data):
    document = parse(data, "x.yml")
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    spans = [diagnostic.span for diagnostic in document.diagnostics]
    if document.root is not None:
        spans += [node.span for node in everything_in(document.root)]
    for span in spans:
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert document.root is not None or document.diagnostics


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_any_bytes(data):
    assert_places_exist(data)


@settings(max_examples=400)
@given(yamlish)
def test_any_text_that_looks_like_yaml(text):
    assert_places_exist(text.encode("utf-8", "surrogatepass"))


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=12
)
trees = st.recursive(
    words,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(words, inner, max_size=4)),
    max_leaves=15,
)


def plain(node):
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


@settings(max_examples=150)
@given(st.dictionaries(words, trees, min_size=1, max_size=5), st.booleans(), st.integers(20, 120))
def test_what_is_written_is_read(tree, flow, width):
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, width=width)
    # A key that is long, or holds a line end, is written with a question mark; that is YAML too.
    document = parse(text.encode(), "x.yml")
    hidden = [d for d in document.diagnostics if d.code != "hidden-character"]
    assert hidden == []
    assert plain(document.root) == tree


def test_one_mistake_does_not_hide_the_next():
    text = 'a: "offen\nb: [1, 2\nc: ja\nd: @x\ne: gut\n'
    document = parse(text.encode(), "x.yml")
    assert [(d.span.line, d.code) for d in document.diagnostics] == [
        (1, "yaml-quote"),
        (2, "yaml-bracket"),
        (4, "yaml-special-character"),
    ]
    assert plain(document.root) == {"c": "ja", "e": "gut"}
    assert document.lost == {"a", "b", "d"}


def test_scalars_keep_their_text():
    text = "plz: 01067\nland: no\nzeit: 12:30\nags: '03241001'\nblock: |\n  a\n  b\n"
    assert plain(parse(text.encode(), "x.yml").root) == {
        "plz": "01067",
        "land": "no",
        "zeit": "12:30",
        "ags": "03241001",
        "block": "a\nb\n",
    }

"""The index for Pagefind: in its own format, with all that may be asked for, and the same every time."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.language.analysis import term
from vorbild.render.pagefind import PagefindError, cbor, index, program, published
from vorbild.render.pagefind.terms import postings
from vorbild.views import Found, IndexWord, SearchIndex


def decoded(data):
    """Return the values that are written in `data`, by RFC 8949."""

    def value(at):
        kind, low = data[at] >> 5, data[at] & 31
        size = 0 if low < 24 else 1 << low - 24
        number = low if low < 24 else int.from_bytes(data[at + 1 : at + 1 + size], "big")
        at += 1 + size
        if kind == 3:
            return data[at : at + number].decode(), at + number
        if kind != 4:
            return (number if kind == 0 else -1 - number), at
        items = []
        for _ in range(number):
            item, at = value(at)
            items.append(item)
        return items, at

    found, end = value(0)
    assert end == len(data)
    return found


def unpacked(packed):
    data = gzip.decompress(packed)
    assert data.startswith(b"pagefind_dcd")
    return decoded(data.removeprefix(b"pagefind_dcd"))


def places(words):
    """Return where each word of a piece of an index stands in each document."""
    found = {}
    for word, pages, _ in words:
        document = 0
        for gap, own, _ in pages:
            document += gap
            found[word, document] = own
    return found


def made(index_, documents=3):
    return SearchIndex((), (10,) * documents, tuple(index_), (), (), ())


def found(index_):
    return {(own, document): weight for own, said in postings(index_) for document, weight in said.items()}


# --- The format ----------------------------------------------------------------------------------------------

VALUES = st.recursive(
    st.integers(-(2**31), 2**32 - 1) | st.text(max_size=400), lambda inner: st.lists(inner, max_size=30), max_leaves=60
)


@given(VALUES)
def test_values_come_back_from_cbor(value):
    def written(one):
        if isinstance(one, list):
            return cbor.array([written(item) for item in one])
        return cbor.text(one) if isinstance(one, str) else cbor.number(one)

    assert decoded(written(value)) == value


def shape(value):
    """Return what kinds of values there are, and which in which."""
    if isinstance(value, list):
        return ("list", tuple(shape(item) for item in value) if len({type(item) for item in value}) > 1 else None)
    return type(value).__name__


def test_the_index_is_what_pagefind_makes_of_the_same_words(tmp_path):
    package = pytest.importorskip("pagefind_bin")
    said = {"rampe": {0: 2.5, 1: 0.5}, "bus": {1: 3}, "łodz": {2: 1.5}, "b12": {2: 4.0}}
    for document in range(3):
        words = " ".join(f"{own}{index.END}000" for own in said if document in said[own])
        path = tmp_path / f"site/{document}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'<html lang="{index.LANGUAGE}"><body>{words}</body></html>', "utf-8")
    command = ["--site", tmp_path / "site", "--output-path", tmp_path / "made", "--include-characters", index.END]
    subprocess.run([package.get_executable(), *command], check=True, capture_output=True)
    (their_piece,), (their_meta,) = (list((tmp_path / "made").glob(name)) for name in ("index/*", "*.pf_meta"))
    ours = dict(index.files(3, sorted(said.items())))

    (theirs,), (own,) = unpacked(their_piece.read_bytes()), unpacked(ours["index/0.pf_index"])
    # A part of a word with a digit in it is theirs alone; and they number documents as they like.
    theirs = [word for word in theirs if index.END in word[0]]
    assert sorted(word for word, _ in places(theirs)) == sorted(word for word, _ in places(own))
    assert shape(theirs) == shape(own)
    assert {shape(place) for place in places(theirs).values()} == {shape(place) for place in places(own).values()}

    theirs, own = unpacked(their_meta.read_bytes()), unpacked(ours[f"pagefind.{index.LANGUAGE}.pf_meta"])
    assert theirs[0] == own[0] == index.VERSION
    assert shape(theirs) == shape(own)
    assert [shape(page) for page in theirs[1]] == [shape(page) for page in own[1]]
    assert [shape(piece) for piece in theirs[2]] == [shape(piece) for piece in own[2]]


@given(
    st.dictionaries(
        st.text("abcdefgxyz0189ł", min_size=1, max_size=9),
        st.dictionaries(st.integers(0, 900), st.sampled_from([0.2, 0.5, 1.0, 7.5, 30.0]), min_size=1, max_size=700),
        min_size=1,
        max_size=40,
    )
)
def test_every_document_of_every_term_is_in_the_piece_that_should_have_it(said):
    files = dict(index.files(901, ((own, said[own]) for own in sorted(said))))
    _, pages, pieces, *_ = unpacked(files[f"pagefind.{index.LANGUAGE}.pf_meta"])
    assert [name for name, _ in pages] == [str(document) for document in range(901)]
    came = {}
    for first, last, name in pieces:
        (words,) = unpacked(files[f"index/{name}.pf_index"])
        names = [word for word, *_ in words]
        assert (names[0], names[-1]) == (first, last)
        assert names == sorted(names, key=str.encode)
        assert all(len(pages) <= index.BLOCK for _, pages, _ in words)
        came |= places(words)
    assert [last for _, last, _ in pieces] == sorted((last for _, last, _ in pieces), key=str.encode)
    for own, documents in said.items():
        for place, document in enumerate(sorted(documents)):
            block = f"{own}{index.END}{place // index.BLOCK:03}"
            assert came.pop((block, document)) == [max(1, min(round(documents[document] * index.STEPS), 255))]
    assert came == {}


# --- What leads to a word ----------------------------------------------------------------------------------------


def test_a_word_is_found_by_itself_most_and_less_by_every_run_of_its_parts():
    words = found(made([IndexWord(("Roll", "stuhl", "rampen"), ((0, 4),))]))
    assert words[term("Rollstuhlrampe"), 0] == 2
    for part in ("Roll", "Rollstuhl", "Stuhl", "Stuhlrampe", "Rampe"):
        assert words[term(part), 0] == pytest.approx(0.8)


def test_what_a_document_says_in_several_ways_adds_up():
    words = found(made([IndexWord(("Rampe",), ((1, 2),)), IndexWord(("Holz", "rampe"), ((1, 2),))]))
    assert words[term("Rampe"), 1] == pytest.approx(1.4)


def test_forms_of_a_verb_and_synonyms_lead_to_a_word_but_not_to_what_only_finds_it():
    words = (
        IndexWord(("ging",), ((0, 2),)),
        IndexWord(("Toiletten", "tür"), ((1, 2),)),
        IndexWord(("Bus",), ((2, 2),)),
    )
    same = ((((term("WC"),), (term("Toilette"),)), ()), (((term("Klo"),),), ((term("Toilette"),),)))
    own = found(SearchIndex((), (9, 9, 9), words, same, ((term("gehen"), term("ging")),), ()))
    assert own[term("gehen"), 0] == pytest.approx(0.8)
    assert own[term("WC"), 1] == own[term("Klo"), 1] == pytest.approx(0.2)
    assert own[term("Busse"), 2] == pytest.approx(0.8)
    assert (term("Toilette"), 0) not in own


# --- What is published --------------------------------------------------------------------------------------------

# More than come in one file.
MANY = 120
DOCUMENTS = [Found(f"name-{n}", "practice", f"praxis/name-{n}/index.md") for n in range(MANY)]


@pytest.fixture
def stand_in(monkeypatch):
    """Let there be a Pagefind, whether one is installed or not."""
    monkeypatch.setattr("vorbild.render.pagefind.program", lambda: (("pagefind.js", b"//"),))


def test_all_lies_in_one_folder_that_is_named_by_what_is_in_it(stand_in):
    words = [IndexWord(("Rampe",), ((0, 2),))]
    first, again, other = (published(made(words, MANY), DOCUMENTS[:count]) for count in (MANY, MANY, MANY - 1))
    assert first == again
    assert first.told["folder"] != other.told["folder"]
    assert all(one.path.startswith(first.told["folder"]) for one in first.files)
    assert first.told["kinds"] == {"practice": MANY}


def test_addresses_of_documents_come_some_at_a_time(stand_in):
    one = published(made([], MANY), DOCUMENTS)
    shelves = [file for file in one.files if "/documents/" in file.path]
    rows = [json.loads(file.data.decode().split(",", 1)[1].rstrip(");\n")) for file in shelves]
    assert [len(own) for own in rows] == [one.told["shelf"], MANY - one.told["shelf"]]
    assert rows[1][0] == [f"name-{one.told['shelf']}", f"praxis/name-{one.told['shelf']}/"]


def test_lengths_of_documents_are_told_by_their_relation_to_the_average(stand_in):
    lengths = (100, 100, 50, 200, 0, 10_000, 50)
    one = published(SearchIndex((), lengths, (), (), (), ()), DOCUMENTS[: len(lengths)])
    (script,) = (file.data.decode() for file in one.files if file.path.endswith("/lengths.js"))
    signs = json.loads(script.split(",", 1)[1].rstrip(");\n"))
    average = sum(lengths) / len(lengths)
    for length, sign in zip(lengths, signs, strict=True):
        told = 2 ** ((int(sign, 16) - 8) / 4)
        assert told == pytest.approx(max(0.25, min(length / average, 2**1.75)), rel=0.1)


def test_the_program_comes_from_the_package():
    pytest.importorskip("pagefind_bin")
    names = [name for name, _ in program()]
    assert names == ["pagefind.js", "wasm.unknown.pagefind"]


OTHER_VERSION = """
out.mkdir()
for name in ("pagefind.js", "wasm.unknown.pagefind", "pagefind-entry.json"):
    (out / name).write_text(json.dumps({"version": "9.9.9"}))
"""


def fake(tmp_path, body):
    """Return a package whose program is the Python script `body`."""
    path = tmp_path / "pagefind"
    path.write_text(f"#!{sys.executable}\nimport json, pathlib, sys\nout = pathlib.Path(sys.argv[4])\n{body}", "utf-8")
    path.chmod(0o755)
    return lambda _: SimpleNamespace(get_executable=lambda: path)


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("sys.exit(3)", "page.pagefind_failed"),
        ("", "page.pagefind_failed"),
        (
            OTHER_VERSION,
            "page.pagefind_version",
        ),
    ],
)
def test_a_program_that_does_not_do_it_is_a_sentence_of_ours(tmp_path, monkeypatch, body, key):
    monkeypatch.setattr("vorbild.render.pagefind.package.import_module", fake(tmp_path, body))
    with pytest.raises(PagefindError) as caught:
        program.__wrapped__()
    assert caught.value.key == key


def test_a_package_that_is_missing_is_a_sentence_of_ours(monkeypatch):
    monkeypatch.setattr("vorbild.render.pagefind.package._PACKAGE", "no_such_package")
    with pytest.raises(PagefindError) as caught:
        program.__wrapped__()
    assert caught.value.key == "page.no_pagefind"

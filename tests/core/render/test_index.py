"""The index as a script: small, and nothing of it is lost."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from vorbild.render.index import LAST, SEAM, SIGNS, index_script, packed
from vorbild.views import Found, IndexWord, SearchIndex


def unpacked(text):
    """Return the numbers of `text`: what scripts/search/index.js does."""
    found, signs = [], iter(text)
    for sign in signs:
        number, scale, value = 0, 1, SIGNS.index(sign)
        while value >= LAST:
            number += value * scale
            scale *= len(SIGNS) - LAST
            value = SIGNS.index(next(signs))
        found.append(number + value * scale)
    return found


def words_of(text):
    last, found = "", []
    for coded in text.split(" "):
        sign = SIGNS.index(coded[0])
        last = last[: sign // 2] + coded[1:]
        found.append(last[0].upper() + last[1:] if sign % 2 else last)
    return found


def data_of(index):
    script = index_script(index, directory_urls=True).data.decode()
    return json.loads(script.removeprefix('vorbild.give("index",').removesuffix(");\n"))


@given(st.lists(st.integers(0, 10_000_000)))
def test_numbers_come_back_from_their_signs(numbers):
    text = "".join(map(packed, numbers))
    assert unpacked(text) == numbers
    assert json.dumps(text) == f'"{text}"'


LETTERS = st.text(alphabet="abcdefgäöüß", min_size=1, max_size=12)
POSTINGS = st.dictionaries(st.integers(0, 300), st.integers(1, 90), min_size=1, max_size=20)


@given(st.dictionaries(st.lists(LETTERS, min_size=1, max_size=3).map(tuple), POSTINGS, max_size=30), st.booleans())
def test_words_and_documents_come_back(words, capital):
    made = {tuple(p.title() if capital else p for p in parts[:1]) + parts[1:]: own for parts, own in words.items()}
    index = SearchIndex(
        (), (7,) * 301, tuple(IndexWord(parts, tuple(own.items())) for parts, own in made.items()), (), (), ()
    )
    data = data_of(index)
    gaps, levels, counts = (iter(unpacked(data[name])) for name in ("gaps", "levels", "counts"))
    found = {}
    for word in words_of(data["words"]) if made else []:
        document, own = -1, {}
        for _ in range(next(counts)):
            document += next(gaps) + 1
            own[document] = next(levels)
        found[tuple(word.split(SEAM))] = own
    assert found == made


def test_pages_have_their_addresses_and_the_name_tells_the_content():
    others = (Found("kommunen/x", "municipality", "kommunen/x/index.md"), Found("index", "page", "index.md"))
    index = SearchIndex(others, (1, 2), (IndexWord(("Wort",), ((0, 2),)),), (), (), ("der",))
    assert [row[2] for row in data_of(index)["others"]] == ["kommunen/x/", ""]
    other = SearchIndex(others, (1, 2), (IndexWord(("Worte",), ((0, 2),)),), (), (), ("der",))
    paths = [index_script(one, directory_urls=flat).path for one in (index, other) for flat in (True, False)]
    assert len(set(paths)) == 4

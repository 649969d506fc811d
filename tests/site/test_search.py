"""The search in a real browser: words as Python knows them, what people type, and what other scripts rely on."""

from __future__ import annotations

import gzip
import itertools
from importlib import resources

import probes
import projects
import pytest
from probes import PROBES
from vorbild import Build, Site, load, write
from vorbild.language import analysis

QUESTIONS = [(kind, typed, slug) for kind, asked in PROBES["probes"].items() for typed, slug in asked.items()]


@pytest.fixture(scope="module")
def collection(filled):
    """Return a folder with what the search of the small collection needs."""
    return filled("probes", _collection)


def _collection(folder):
    root = probes.make(folder.with_name("probes-project"))
    write(Build(load(root), Site()).data(), folder)
    projects.write(folder, "index.html", "<!DOCTYPE html><html lang=de><title>Messung</title>")


@pytest.fixture(scope="module")
def engine(browser, serve, collection):
    """Return a page in which the search of the small collection is open, as `engine`."""
    page = browser.new_page()
    page.goto(serve(collection))
    page.add_script_tag(url=f"{page.url}assets/search.js")
    page.evaluate("async () => { window.engine = await vorbild.openSearch('/'); }")
    yield page
    page.close()


def search(page, question, **options):
    return page.evaluate("([question, options]) => engine.search(question, options)", [question, options])


def found(page, question, **options):
    return [hit["id"] for hit in search(page, question, **options)]


def told(page, question):
    return page.evaluate("async (question) => (await engine.find(question)).words", question)


def marked(page, question, text):
    """Return the pieces of `text` that are marked as answers to `question`."""
    pieces = page.evaluate("async ([question, text]) => (await engine.find(question)).mark(text)", [question, text])
    assert "".join(piece for piece, _ in pieces) == text
    return [piece for piece, is_marked in pieces if is_marked]


# --- Words ---------------------------------------------------------------------------------------------------


def test_python_and_browser_know_50000_words_by_the_same_stem(engine):
    data = resources.files("vorbild.language") / "data/frequencies.tsv.gz"
    lines = gzip.decompress(data.read_bytes()).decode().splitlines()
    common = list(dict.fromkeys(line.split("\t")[0] for line in lines if line and not line.startswith("#")))[:50_000]
    assert len(common) == 50_000
    nouns = [word.title() for word in common[:5_000]]
    seams = [
        f"{a}{seam}{b}" for seam, (a, b) in zip(itertools.cycle("-·\u00ad"), itertools.pairwise(nouns), strict=False)
    ]
    asked = [*common, *nouns, *seams, *(word.upper() for word in nouns), "100.000", "1.2", "Größe", "GROESSE", "Łódź"]
    theirs = engine.evaluate("(words) => words.map((w) => vorbild.analysis.stem(vorbild.analysis.fold(w)))", asked)
    ours = [analysis.stem(analysis.fold(word)) for word in asked]
    assert [row for row in zip(asked, ours, theirs, strict=True) if row[1] != row[2]] == []


def test_python_and_browser_cut_a_text_into_the_same_words(engine):
    text = (
        "Rund 1.200 Menschen – auch Rollstuhl-Nutzerinnen, Hör·geschädigte und „Rollator“fahrer*innen – kamen "
        "am 3.12.2024 in die S-Bahn; 2.500,50 € kostete's: z.B. UN-BRK, e.V., a_b, Straße/Weg, 12-mal, Café, "
        "weich\u00adzeichen."
    )
    theirs = engine.evaluate("(text) => vorbild.analysis.words(text).map((word) => word.text)", text)
    assert theirs == list(analysis.words(text))


# --- What people type ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "typed", "slug"), QUESTIONS)
def test_what_people_type_is_found_among_the_first_three(engine, kind, typed, slug):
    assert slug in found(engine, typed, limit=3), told(engine, typed)


def test_a_word_itself_counts_more_than_a_longer_one_with_it(engine):
    assert found(engine, "Lift Bad")[0] == "bad"
    assert found(engine, "Verein")[0] == "sport"


def test_what_nobody_says_is_not_found(engine):
    assert found(engine, "Quantenphysik") == []
    assert [word["how"] for word in told(engine, "Quantenphysik")] == ["none"]


def test_a_question_of_empty_words_finds_every_practice(engine):
    assert sorted(found(engine, "wie und wo", limit=99)) == sorted(PROBES["entries"])
    assert sorted(found(engine, "  ?!", limit=99)) == sorted(PROBES["entries"])


def test_a_word_that_is_being_typed_is_completed(engine):
    ask = "async (text) => (await engine.find(text, {typing: true})).hits.map(({ id }) => id)"
    assert "theater" in engine.evaluate(ask, "Thea")
    assert "beirat" in engine.evaluate(ask, "Ink")
    assert "sport" in engine.evaluate(ask, "Verein Fuß")


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("Rampe", "word"),
        ("Hund", "part"),
        ("Rampengarten", "pieces"),
        ("Klo", "synonym"),
        ("Gebärdnsprache", "near"),
        ("der", "stop"),
        ("Xylophon", "none"),
    ],
)
def test_it_says_how_a_word_was_understood(engine, typed, how):
    assert [word["how"] for word in told(engine, typed)] == [how]


def test_it_names_the_words_that_it_looked_for(engine):
    assert told(engine, "Gebärdnsprache")[0]["words"][0] == "Gebärdensprache"
    assert "Toiletten" in told(engine, "Klo")[0]["words"]


# --- Why ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "text", "marks"),
    [
        ("Rampe", "Eine Rampe, zwei Rampen.", ["Rampe", "Rampen"]),
        ("Rampe", "Wir bauen Rollstuhlrampen.", ["rampen"]),
        ("Rampe", "In Leichter Sprache: Rollstuhl-Rampen oder Rollstuhl·rampen.", ["Rampen", "rampen"]),
        ("Hund", "Die Gemeindehundesteuer sinkt.", ["hunde"]),
        ("Buergerbus", "Der Bürgerbus fährt.", ["Bürgerbus"]),
        ("Gärten", "Ein Garten; viele Gärten.", ["Garten", "Gärten"]),
        ("Klo", "Wo sind Toiletten?", ["Toiletten"]),
        ("der", "Der Bürgerbus fährt.", []),
    ],
)
def test_answers_are_marked_in_a_text(engine, question, text, marks):
    assert marked(engine, question, text) == marks


# --- The promise ---------------------------------------------------------------------------------------------


def test_a_hit_has_id_address_and_score_best_first(engine, serve, collection):
    hits = search(engine, "Rampe Garten", limit=5)
    assert [sorted(hit) for hit in hits] == [["id", "score", "url"]] * len(hits)
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert hits[0]["url"] == f"/praxis/{hits[0]['id']}/"
    assert len(found(engine, "Menschen", limit=2)) == 2


def test_filters_take_slugs_or_ids_and_any_or_all(engine):
    everything = sorted(PROBES["entries"])
    assert sorted(found(engine, "", filters={"handlungsfeld": ["mobilitaet"]}, limit=99)) == everything
    assert sorted(found(engine, "", filters={"fields_of_action": ["mobility"]}, limit=99)) == everything
    assert sorted(found(engine, "", filters={"handlungsfeld": {"all": ["mobility", "work"]}}, limit=99)) == everything
    assert found(engine, "", filters={"handlungsfeld": {"all": ["mobility", "culture"]}}) == []
    assert found(engine, "Rampe", filters={"land": ["bayern"]}) == []
    assert found(engine, "Rampe", filters={"land": ["bayern", "niedersachsen"]}, limit=1) == ["rampen"]
    assert found(engine, "Rampe", filters={"gibtesnicht": ["x"]}) == []


def test_towns_and_pages_are_found_too_unless_practices_are_narrowed(engine):
    assert "kommunen/musterstadt" in found(engine, "Musterstadt vieles zusammen", limit=99)
    assert found(engine, "Start") == ["/index"]
    assert found(engine, "Start", filters={"land": ["niedersachsen"]}) == []
    # Pages are found by what they are about, not by every word they say.
    assert found(engine, "Guten Tag") == []

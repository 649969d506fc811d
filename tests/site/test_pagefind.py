"""The search with Pagefind in a real browser: what it promises beside lunr, within the policy of its pages."""

from __future__ import annotations

import json
import subprocess
import sys

import probes
import projects
import pytest
from probes import PROBES
from vorbild import Build, Site, load, write
from vorbild.engines import PAGEFIND
from vorbild.headers import policy
from vorbild.render import engine as engine_script
from vorbild.render import pagefind
from vorbild.render.pagefind.index import BLOCK
from vorbild.views import Found, IndexWord, SearchIndex

pytest.importorskip("pagefind_bin")

# Pagefind knows no slips, and no word that is not cut where it has parts: Hublift.
KINDS = PROBES["probes"].keys() - {"slips"}
OTHERS = {"Fahrstuhl": "bad"}
QUESTIONS = [
    (kind, typed, OTHERS.get(typed, slug)) for kind in sorted(KINDS) for typed, slug in PROBES["probes"][kind].items()
]
SETTINGS = "extra:\n  search:\n    engine: pagefind\n"
PAGE = f"""<!DOCTYPE html><html lang="de-simple">
<meta http-equiv="Content-Security-Policy" content="{policy(PAGEFIND)}">
<title>Messung</title><script src="assets/search.js" defer></script>"""


@pytest.fixture(scope="module")
def collection(filled):
    """Return a folder with what the search of the small collection needs."""

    def fill(folder):
        write(Build(load(probes.make(folder.with_name("pagefind-project"), SETTINGS)), Site()).data(), folder)
        projects.write(folder, "index.html", PAGE)
        projects.write(folder, "404.html", "")

    return filled("pagefind", fill)


@pytest.fixture
def opened(visit, serve, collection):
    """Return a visit of a page in which the search is open, as `engine`, and that heard of no trouble so far."""
    made = visit(serve(collection))
    made.page.evaluate("async () => { window.engine = await vorbild.openSearch('./'); }")
    assert made.trouble == []
    return made


@pytest.fixture(scope="module")
def engine(browser, serve, collection):
    """Return a page in which the search is open, for questions that leave no trace."""
    page = browser.new_page()
    page.goto(serve(collection))
    page.evaluate("async () => { window.engine = await vorbild.openSearch('/'); }")
    yield page
    page.close()


def found(page, question, **options):
    ask = "async ([question, options]) => (await engine.search(question, options)).map(({ id }) => id)"
    return page.evaluate(ask, [question, options])


def told(page, question):
    return page.evaluate("async (question) => (await engine.find(question)).words", question)


@pytest.mark.parametrize(("kind", "typed", "slug"), QUESTIONS)
def test_what_people_type_is_found_among_the_first_three(engine, kind, typed, slug):
    assert slug in found(engine, typed, limit=3), told(engine, typed)


def test_a_word_itself_counts_more_than_a_longer_one_with_it(engine):
    assert found(engine, "Lift Bad")[0] == "bad"
    assert found(engine, "Verein")[0] == "sport"


def test_what_nobody_says_is_not_found(engine):
    assert found(engine, "Quantenphysik") == []
    assert [word["how"] for word in told(engine, "Quantenphysik")] == ["none"]


def test_a_question_of_empty_words_finds_every_practice_in_the_order_of_the_table(engine):
    slugs = engine.evaluate("async () => (await engine.table).slugs")
    assert found(engine, "wie und wo", limit=99) == slugs
    assert found(engine, "  ?!", limit=99) == slugs
    assert sorted(slugs) == sorted(PROBES["entries"])


def test_a_word_that_is_being_typed_is_completed(engine):
    assert "theater" in found(engine, "Thea")
    assert "beirat" in found(engine, "Inkl")
    assert "sport" in found(engine, "Verein Fußb")


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("Rampe", "word"),
        ("Hund", "word"),
        ("Klo", "word"),
        ("Patient", "part"),
        ("Rampengarten", "pieces"),
        ("Rampen-Garten", "pieces"),
        ("der", "stop"),
        ("Xylophon", "none"),
    ],
)
def test_it_says_how_a_word_was_understood(engine, typed, how):
    assert [word["how"] for word in told(engine, typed)] == [how]


@pytest.mark.parametrize(
    ("question", "text", "marks"),
    [
        ("Rampe", "Eine Rampe, zwei Rampen.", ["Rampe", "Rampen"]),
        ("Rampe", "Wir bauen Rollstuhlrampen.", ["rampen"]),
        ("Rampe", "In Leichter Sprache: Rollstuhl-Rampen oder Rollstuhl·rampen.", ["Rampen", "rampen"]),
        ("Steuer", "Die Grundsteuererklärung und die HUNDESTEUER.", ["steuer", "STEUER"]),
        ("Buergerbus", "Der Bürgerbus fährt, der Buergerbus auch.", ["Bürgerbus", "Buergerbus"]),
        ("Bürger", "Im Buergerhaus am Straßenbürgersteig", ["Buerger", "bürger"]),
        ("Gärten", "Ein Garten; viele Gärten.", ["Garten", "Gärten"]),
        ("Rampen-Garten", "Ein Garten mit einer Rampe.", ["Garten", "Rampe"]),
        ("Bus", "Ein Busch am Globus", []),
        ("der", "Der Bürgerbus fährt.", []),
    ],
)
def test_answers_are_marked_in_a_text(engine, question, text, marks):
    pieces = engine.evaluate("async ([asked, text]) => (await engine.find(asked)).mark(text)", [question, text])
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, is_marked in pieces if is_marked] == marks


def test_a_hit_has_id_address_and_score_best_first(engine):
    hits = engine.evaluate("() => engine.search('Rampe Garten', { limit: 5 })")
    assert [sorted(hit) for hit in hits] == [["id", "score", "url"]] * len(hits)
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert hits[0]["url"] == f"/praxis/{hits[0]['id']}/"
    assert len(found(engine, "Menschen", limit=2)) == 2


def test_a_hit_of_find_has_its_kind_and_its_place_in_the_table_and_is_described_when_asked(engine):
    ask = "async (question) => Promise.all((await engine.find(question)).hits.map(engine.describe))"
    (hit,) = engine.evaluate(ask, "Start")
    assert (hit["kind"], hit["entry"], hit["url"]) == ("page", -1, "/")
    town = next(hit for hit in engine.evaluate(ask, "Musterstadt") if hit["kind"] == "municipality")
    assert (town["id"], town["entry"], town["url"]) == ("kommunen/musterstadt", -1, "/kommunen/musterstadt/")
    slugs = engine.evaluate("async () => (await engine.table).slugs")
    practice = engine.evaluate(ask, "Rampe")[0]
    assert (practice["kind"], slugs[practice["entry"]], practice["id"]) == ("practice", "rampen", "rampen")


def test_filters_take_slugs_or_ids_and_any_or_all(engine):
    everything = sorted(PROBES["entries"])
    assert sorted(found(engine, "", filters={"handlungsfeld": ["mobilitaet"]}, limit=99)) == everything
    assert sorted(found(engine, "", filters={"handlungsfeld": {"all": ["mobility", "work"]}}, limit=99)) == everything
    assert found(engine, "", filters={"handlungsfeld": {"all": ["mobility", "culture"]}}) == []
    assert found(engine, "Rampe", filters={"land": ["bayern"]}) == []
    assert found(engine, "Rampe", filters={"land": ["bayern", "niedersachsen"]}, limit=1) == ["rampen"]
    assert found(engine, "Start", filters={"land": ["niedersachsen"]}) == []


def test_the_policy_of_the_page_lets_it_run_and_the_table_waits_until_it_is_needed(opened):
    loaded = []
    opened.page.on("request", lambda request: loaded.append(request.url.rpartition("/assets/")[2].split(".")[0]))
    assert found(opened.page, "Rampe")[0] == "rampen"
    assert "table" not in loaded
    assert found(opened.page, "Rampe", filters={"land": ["niedersachsen"]})[0] == "rampen"
    assert "table" in loaded
    assert opened.trouble == []


def test_without_leave_for_webassembly_it_would_not_run(visit, serve, collection):
    strict = PAGE.replace(policy(PAGEFIND), policy())
    assert strict != PAGE
    projects.write(collection, "strict.html", strict)
    made = visit(f"{serve(collection)}strict.html")
    assert made.page.evaluate("() => vorbild.openSearch('./').then(() => 'open', () => 'failed')") == "failed"


def test_a_word_that_very_many_say_finds_all_of_them_best_first(browser, serve, filled):
    count = 3 * BLOCK + 7
    said = {document: 1 + document % 5 for document in range(count)}
    words = (IndexWord(("Rampe",), tuple(said.items())), IndexWord(("Bus",), ((count, 2), (count + 1, 2))))
    documents = [Found(f"name-{number}", "practice", f"praxis/name-{number}/index.md") for number in range(count + 2)]

    def fill(folder):
        made = pagefind.published(SearchIndex((), (9,) * (count + 2), words, (), (), ()), documents)
        told = f"vorbild.files={json.dumps({'index': made.told})};\nvorbild.stops=[];\n"
        write([*made.files, engine_script.script(PAGEFIND, projects.ROOT / "overrides", told)], folder)
        projects.write(folder, "index.html", PAGE)
        projects.write(folder, "404.html", "")

    page = browser.new_page()
    page.goto(serve(filled("many", fill)))
    page.evaluate("async () => { window.engine = await vorbild.openSearch('./'); }")
    scored = "async (asked) => (await engine.find(asked)).hits.map(({ document, score }) => [document, score])"
    hits = page.evaluate(scored, "Rampe")
    assert [document for document, _ in hits] == sorted(said, key=lambda document: (-said[document], document))
    # Common as it is, it tells less than a rare word: what one block alone looks like must not count.
    assert page.evaluate(scored, "Bus")[0][1] > 10 * hits[0][1]
    assert found(page, "Rampe", limit=1) == ["name-4"]
    page.close()


# --- A whole site --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chosen(copy_small, tmp_path_factory):
    """Return a copy of the small project that chooses Pagefind."""
    root = copy_small(tmp_path_factory.mktemp("gewaehlt") / "projekt")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    addresses = "use_directory_urls: !ENV [VORBILD_DIRECTORY_URLS, true]\n"
    projects.write(root, "mkdocs.yml", addresses + settings.replace("\nextra:\n", f"\n{SETTINGS}"))
    return root


@pytest.fixture(scope="module")
def built_sites(chosen, build):
    """Return the folders of two builds of it."""
    targets = [chosen.with_name(name) for name in ("eins", "zwei")]
    for target in targets:
        code, output = build(target, root=chosen)
        assert code == 0, output
    return targets


def test_two_builds_are_the_same_to_the_byte(built_sites, files_of):
    one, two = map(files_of, built_sites)
    assert one == two
    assert sum(name.endswith(".pf_meta") for name in one) == 1


def test_visitors_search_on_a_page_of_the_site_without_trouble(visit, serve, built_sites):
    made = visit(f"{serve(built_sites[0])}praxis/")
    made.page.add_script_tag(url="../assets/search.js")
    made.page.evaluate("async () => { window.engine = await vorbild.openSearch(vorbild.root); }")
    title = made.page.locator("main .card a").first.inner_text()
    hit = made.page.evaluate("async (title) => (await engine.search(title))[0]", title)
    made.page.goto(hit["url"])
    assert title in made.page.locator("h1").inner_text()
    assert made.trouble == []


def test_the_page_of_the_search_shows_hits_before_it_asks_for_the_table(visit, serve, built_sites):
    made = visit(f"{serve(built_sites[0])}finden/")
    page, asked = made.page, []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.locator("[data-words] form input").first.fill("Busbegleitung")
    page.keyboard.press("Enter")
    assert "Busbegleitung" in page.locator("[data-cards] h3").first.inner_text()
    # Terms that no hit has are marked once the table is there.
    page.locator("#eingrenzen .none").first.wait_for(state="attached")
    table = next(place for place, name in enumerate(asked) if name.startswith("table."))
    assert any(name.endswith(".pf_index") for name in asked[:table])
    assert "0.js" in asked[:table]
    assert made.trouble == []


def test_the_edition_without_a_server_searches_with_lunr(chosen, build):
    target = chosen.with_name("offline")
    code, output = build(target, root=chosen, VORBILD_DIRECTORY_URLS="false", VORBILD_OFFLINE="1")
    assert code == 0, output
    names = [path.name for path in target.rglob("*")]
    assert not any("pagefind" in name or name.startswith("wasm") for name in names)
    assert any(name.startswith("index.") and name.endswith(".js") for name in names)
    assert "wasm" not in (target / "index.html").read_text("utf-8")


def test_a_hint_is_no_warning(copy_small, tmp_path, environment):
    """Builds with a limit that every index is over."""
    told = "import vorbild.search, sys; vorbild.search.HEAVY = 1; from mkdocs.__main__ import cli; cli(sys.argv[1:])"
    call = [sys.executable, "-c", told, "build", "--strict", "--site-dir", str(tmp_path / "site")]
    root = copy_small(tmp_path / "projekt")
    done = subprocess.run(call, cwd=root, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "INFO    -  vorbild: Der Suchindex ist" in done.stderr

"""The pages that gather: all practices, towns, lessons, models and sources, in parts that link to each other."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import corpus
import projects
import pytest
from vorbild import Build, Site, load
from vorbild.catalogue import EASY
from vorbild.derive import addresses, paging
from vorbild.derive.sources import publisher

REAL = load(projects.ROOT)


@pytest.fixture(scope="module")
def real():
    build = Build(REAL, Site())
    return {page.uri: page for page in build.pages()}


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    project = load(corpus.Corpus(130).write(tmp_path_factory.mktemp("viele") / "projekt"))
    build = Build(project, Site())
    return project, build, {page.uri: page for page in build.pages()}


@pytest.mark.parametrize(("page_of", "most"), [(str, 5), (addresses.easy, 3)])
def test_every_practice_has_three_related_ones_or_more_with_a_reason(real, page_of, most):
    for entry in REAL.library.practices:
        own = addresses.entry(entry.kind, entry.slug)
        cards = real[page_of(own)].view.related
        assert 3 <= len(cards) <= most
        assert all(card.why for card in cards)
        assert len({card.href for card in cards}) == len(cards)
        assert addresses.site(own) not in {card.href for card in cards}


def cards(real, uri):
    """Return the addresses of all cards of the list that begins at `uri`, on all its pages."""
    folder = uri.removesuffix("index.md")
    parts = [page for name, page in real.items() if name == uri or name.startswith(f"{folder}seite/")]
    return [card.href for page in parts if page.language == "de" for card in page.view.cards]


def test_lists_name_every_entry(real):
    practices = set(cards(real, addresses.PRACTICES))
    assert practices == {addresses.site(addresses.entry(e.kind, e.slug)) for e in REAL.library.practices}
    towns = {town.href for town in real[addresses.MUNICIPALITIES].view.towns}
    assert towns == {addresses.site(addresses.entry(e.kind, e.slug)) for e in REAL.library.municipalities}


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("running", ("seit 2008", "seit dem Jahr 2008")),
        ("ended", ("ab 2008, beendet", "ab dem Jahr 2008, jetzt ist es vorbei")),
        ("unknown", ("Beginn 2008", "Anfang im Jahr 2008")),
    ],
)
def test_a_card_says_since_only_of_what_may_still_run(project, status, words):
    entry = "case_studies/practices/beispiel.yml"
    projects.write(project, entry, projects.ENTRY.replace("status: running", f"status: {status}"))
    build = Build(load(project), Site())
    pages = {page.uri: page for page in build.pages()}
    for uri, said in zip((addresses.PRACTICES, addresses.easy(addresses.PRACTICES)), words, strict=True):
        (card,) = (card for card in pages[uri].view.cards if "beispiel" in card.href)
        assert card.meta[0].text == said


def test_every_practice_is_on_the_page_of_each_of_its_terms(real):
    for field in REAL.library.facets:
        vocabulary = REAL.schemas.vocabularies[field.vocabulary]
        for entry in REAL.library.practices:
            for value in entry.all(field.path):
                shown = cards(real, addresses.term(field.facet, vocabulary[value]))
                assert addresses.site(addresses.entry(entry.kind, entry.slug)) in shown


def test_counts_of_terms_are_those_of_their_pages(real):
    for group in real[addresses.FACETS].view.groups:
        for term in group.terms:
            shown = cards(real, term.href.removeprefix("site:"))
            assert term.empty == (not shown)
            if not term.empty:
                assert term.count == str(len(shown))


def test_lessons_lineage_and_sources_list_all(real):
    lessons = [
        item.values["text"].text
        for uri, page in real.items()
        if uri.startswith("gelernt/") and page.language == "de"
        for item in page.view.lessons
    ]
    told = [str(lesson["text"]).strip() for entry in REAL.library.entries for lesson in entry.role("lessons") or ()]
    assert sorted(lessons) == sorted(told)
    lines = real[addresses.LINEAGE].view.lines
    imitators = [item.values["entry"].href for line in lines for item in line.imitators]
    copied = [e for e in REAL.library.practices for _ in e.role("lineage") or ()]
    assert sorted(imitators) == sorted(addresses.site(addresses.entry(e.kind, e.slug)) for e in copied)
    listed = {
        s.href
        for uri, page in real.items()
        if uri.startswith("quellen/") and page.language == "de"
        for _, group in page.view.groups
        for s in group
    }
    assert listed == {source["url"] for entry in REAL.library.entries for source in entry.role("sources")}


def test_a_model_knows_its_imitators(project):
    build = Build(load(project), Site())
    body = next(build.body(page) for page in build.pages() if page.uri == "praxis/beispiel/index.md")
    assert 'id="lineage"' in body
    assert "Nachahmung Musterstadt" in body


def test_a_town_shows_its_practices(project):
    build = Build(load(project), Site())
    body = next(build.body(page) for page in build.pages() if page.uri == "kommunen/musterstadt/index.md")
    assert len(re.findall(r'<li class="card[ "]', body)) == 3


def test_long_lists_come_in_parts(many):
    project, build, pages = many
    last = -(-len(project.library.practices) // paging.PER_PAGE)
    parts = ["praxis/index.md", *(f"praxis/seite/{number}/index.md" for number in range(2, last + 1))]
    assert len(parts) > 2
    assert f"praxis/seite/{last + 1}/index.md" not in pages
    shown = [card.href for uri in parts for card in pages[uri].view.cards]
    assert len(shown) == len(set(shown)) == len(project.library.practices)
    for number, uri in enumerate(parts, 1):
        body = build.body(pages[uri])
        nav = re.search(r'<nav class="pages".*?</nav>', body, re.DOTALL)[0]
        assert re.search(r'aria-current="page"[^>]*>(?:<span[^>]*>[^<]*</span>)?\s*(\d+)', nav)[1] == str(number)
        assert ('rel="prev"' in nav) == (number > 1)
        assert ('rel="next"' in nav) == (number < last)


def test_page_links_name_ends_and_neighbours():
    parts = paging.parts(range(601), "a/index.md", 60)
    *_, (number, uri, items, links) = [part for part in parts if part[0] <= 6]
    assert (number, uri, list(items)) == (6, "a/seite/6/index.md", list(range(300, 360)))
    assert [link.number for link in links] == [1, None, 4, 5, 6, 7, 8, None, 11]
    assert [link.number for link in links if link.current] == [6]


def test_an_empty_list_is_one_page():
    assert [(part[0], list(part[2]), part[3]) for part in paging.parts([], "a/index.md")] == [(1, [], ())]


def test_no_two_pages_share_an_address(many, real):
    for pages, build in ((real, Build(REAL, Site())), (many[2], many[1])):
        uris = [page.uri for page in build.pages()]
        assert len(uris) == len(set(uris)) == len(pages)
        assert build.uris <= {uri for uri in pages if "/seite/" not in uri}


def test_every_page_has_an_easy_twin_in_words_of_its_own(many, real):
    """Also the parts of long lists; only an entry without an easy text has none."""
    for project, pages in ((REAL, real), (many[0], many[2])):
        entries = project.library.entries
        without = {addresses.entry(entry.kind, entry.slug) for entry in entries if entry.easy is None}
        for uri, page in pages.items():
            if page.language == EASY:
                assert page.alternate not in without
            elif uri in without:
                assert page.alternate == ""
            else:
                twin = pages[page.alternate]
                assert (twin.uri, twin.language, twin.alternate) == (addresses.easy(uri), EASY, uri)
                assert len(twin.crumbs) == len(page.crumbs)


def test_lists_in_easy_language_show_what_is_there_in_it(project):
    """Titles and summaries in easy words; without an easy text, a sentence that says so and a link that does."""
    easy = "easy:\n  title: Hilfe im Bus\n  summary: Menschen helfen im Bus.\n  text: Guten Tag.\n  status: draft\n"
    projects.write(project, "case_studies/practices/hilfe.yml", projects.ENTRY + easy)
    build = Build(load(project), Site())
    listed = next(build.body(page) for page in build.pages() if page.uri == "praxis/leicht/index.md")
    practices = build.project.library.practices
    assert {entry.easy is None for entry in practices} == {True, False}
    for entry in practices:
        if entry.easy:
            assert entry.easy["title"] in listed
            assert f'href="../{entry.slug}/leicht/"' in listed
        else:
            assert f'href="../{entry.slug}/" hreflang="de"' in listed
            assert entry.summary not in listed


def test_publisher_of_a_source_without_one_is_its_host():
    assert publisher({"url": "https://www.example.org/a"}) == "example.org"
    assert publisher({"url": "https://a.example.org", "publisher": "Zeitung"}) == "Zeitung"


BUILD = """
import hashlib, sys
from pathlib import Path
from vorbild import Site, build, load
for artefact in build(load(Path(sys.argv[1])), Site()):
    print(artefact.path, hashlib.sha256(artefact.data).hexdigest())
"""


def test_two_builds_are_the_same(project):
    """Also where sets and dictionaries come in another order."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", BUILD, str(project)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") > 100


@pytest.mark.parametrize("language", ["de", "de-simple"])
def test_every_data_block_can_stand_on_a_page_of_either_language(language):
    blocks = (
        "fields",
        "facet place.size",
        "facets",
        "practices fields_of_action=mobility",
        "newest count=3",
        "municipalities",
        "lessons theme=funding count=50",
        "count practices",
        "count municipalities",
        "vocabulary cost_classes",
        "glossary",
        "operator",
    )
    for site in (Site(), Site({"name": "Stadt Musterstadt", "phone": "0123", "represented_by": "Eva Muster"})):
        build = Build(REAL, site)
        for block in blocks:
            text = build.expand(f"[[{block}]]", "seite.md", language)
            assert text.strip()
            assert "[[" not in text


@pytest.mark.parametrize("language", ["de", "de-simple"])
@pytest.mark.parametrize("terms", ["civil_protection", "mobility target_groups=homeless"])
def test_a_block_of_practices_whose_terms_none_has_says_so_and_shows_no_others(project, language, terms):
    build = Build(load(project), Site())
    shown = build.expand("[[practices fields_of_action=mobility]]", "seite.md", language)
    empty = build.expand(f"[[practices fields_of_action={terms}]]", "seite.md", language)
    assert "<li" in shown
    assert "<li" not in empty
    assert "noch kein Beispiel" in empty


def slugs(html):
    return re.findall(r"(?:praxis|kommunen)/([a-z0-9-]+)/", html)


@pytest.mark.parametrize("path", ["fields_of_action", "crpd_articles", "target_groups"])
def test_a_block_of_practices_begins_with_those_that_are_about_little_else(path):
    build, terms = Build(REAL, Site()), {}
    for entry in REAL.library.practices:
        for term in entry.all((path,)):
            terms.setdefault(term, {})[entry.slug] = len(entry.all((path,)))
    for term, own in terms.items():
        shown = dict.fromkeys(slugs(build.expand(f"[[practices {path}={term} count=99]]", "seite.md", "de")))
        assert set(shown) == set(own)
        assert [own[slug] for slug in shown] == sorted(own.values())


@pytest.mark.parametrize("language", ["de", "de-simple"])
def test_a_block_of_lessons_can_name_the_entries_that_tell_one_each(language):
    named = ["stadthaushotel-hamburg", "rostock", "begleitservice-berlin"]
    build = Build(REAL, Site())
    shown = build.expand(f"[[lessons theme=funding {' '.join(named)}]]", "seite.md", language)
    assert list(dict.fromkeys(slugs(shown))) == named
    assert language != "de" or shown.count('<div class="lesson ') == len(named)

"""Nothing is lost between the entries and the site."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from vorbild.project import check, errors, load

ROOT = Path(__file__).resolve().parents[2]
TOWNS = {"erlangen", "nieder-olm", "rostock", "schneverdingen", "schwaebisch-gmuend"}
PRACTICES = 20
NUMBER = re.compile(r"\d+(?:\.\d{3})*")


@cache
def written(kind):
    """Return the entries of a folder as another reader sees them."""
    return {
        path.stem: yaml.safe_load(path.read_text("utf-8"))
        for path in sorted((ROOT / "case_studies" / kind).glob("*.yml"))
    }


@pytest.fixture(scope="module")
def library():
    project = load(ROOT)
    assert list(errors(check(project))) == []
    return project.library


def cards(page):
    """Return the cards of a page's main list, by address."""
    found = []
    for node in page.main.having("card"):
        heading = next(node.all("h2", "h3"))
        found.append(next(heading.all("a")).attrs["href"])
    return found


def listed(site, page):
    """Return the pages that the cards of a list lead to, over all its parts."""
    found, part = [], page
    while part is not None:
        found += [site.target(part, href)[0] for href in cards(part)]
        following = [n.attrs["href"] for n in part.main.all("a") if n.attrs.get("rel") == "next"]
        part = site.pages[site.target(part, following[0])[0]] if following else None
    return found


def count_in(text):
    """Return the first number in a text; none at all stands for zero."""
    match = NUMBER.search(text)
    return int(match[0].replace(".", "")) if match else 0


def test_the_model_municipalities_and_twenty_practices_are_there(site):
    assert set(written("municipalities")) >= TOWNS
    assert len(written("practices")) >= PRACTICES
    assert set(site.below("kommunen")) == set(written("municipalities"))
    assert set(site.below("praxis")) == set(written("practices"))


def test_every_entry_is_listed_once(site):
    practices = listed(site, site.page("praxis/"))
    assert sorted(practices) == sorted(f"praxis/{slug}/index.html" for slug in written("practices"))
    towns = {(site.target(site.page("kommunen/"), href) or ("",))[0] for href in site.page("kommunen/").links}
    assert {f"kommunen/{slug}/index.html" for slug in written("municipalities")} <= towns


def test_title_and_summary_stand_on_the_page_of_the_entry(site, gather):
    found = gather()
    for kind, folder in (("practices", "praxis"), ("municipalities", "kommunen")):
        for slug, entry in written(kind).items():
            page = site.page(f"{folder}/{slug}/")
            # A municipality's heading goes on with its state.
            if not re.fullmatch(re.escape(" ".join(entry["title"].split())) + r"( .*)?", page.heading):
                found.add(page.path, f"Titel: {page.heading}")
            if " ".join(entry["summary"].split()) not in page.main.text:
                found.add(page.path, "Zusammenfassung fehlt")
    found.none()


def test_a_practice_and_its_municipality_lead_to_each_other(site, gather):
    found = gather()
    for slug, entry in written("practices").items():
        town = entry["place"].get("municipality")
        if town is None:
            continue
        practice, other = site.page(f"praxis/{slug}/"), site.page(f"kommunen/{town}/")
        if other.path not in {(site.target(practice, href) or ("",))[0] for href in practice.links}:
            found.add(practice.path, f"kein Link zu {other.path}")
        if practice.path not in listed(site, other):
            found.add(other.path, f"{practice.path} fehlt")
    found.none()


def test_each_term_of_each_entry_has_a_page_that_lists_it(site, library, gather):
    found, seen = gather(), 0
    for field in library.facets:
        terms = site.below(f"finden/{field.facet.slug}")
        by_name = {page.heading: page for page in terms.values()}
        vocabulary = library.schemas.vocabularies[field.vocabulary]
        lists = {concept.id: listed(site, by_name[concept.label]) for concept in vocabulary.concepts}
        for entry in library.practices:
            own = {str(value) for value in entry.all(field.path)}
            for concept in vocabulary.concepts:
                seen += concept.id in own
                if lists[concept.id].count(f"praxis/{entry.slug}/index.html") != (concept.id in own):
                    found.add(by_name[concept.label].path, f"{entry.slug} fehlt oder steht zu Unrecht da")
    found.none()
    assert seen > PRACTICES


def test_what_the_file_says_is_what_the_list_shows(site, library, gather):
    """Read the plain lists of terms once more with another reader than our own."""
    found = gather()
    for name, slug in (("fields_of_action", "handlungsfeld"), ("target_groups", "zielgruppe")):
        labels = {concept.id: concept.label for concept in library.schemas.vocabularies[name].concepts}
        by_name = {page.heading: page for page in site.below(f"finden/{slug}").values()}
        for entry, values in written("practices").items():
            for value in values[name]:
                page = by_name[labels[value]]
                if f"praxis/{entry}/index.html" not in listed(site, page):
                    found.add(page.path, f"{entry} fehlt")
    found.none()


def test_counts_are_those_of_the_cards(site, gather):
    """Wherever a link carries a number, the page it leads to has that many cards."""
    found, seen = gather(), 0
    for page in site.pages.values():
        for link in page.main.all("a"):
            count = next(link.having("n"), None)
            file = (site.target(page, link.attrs.get("href", "")) or ("",))[0]
            if count is None or not file.startswith(("finden/", "gelernt/")):
                continue
            seen += 1
            target = site.pages[file]
            shown = (
                len(list(target.main.having("lesson")))
                if file.startswith("gelernt/") and not target.easy
                else len(listed(site, target))
            )
            if count_in(count.text) != shown:
                found.add(page.path, f"{link.text}, {target.path} hat {shown}")
    found.none()
    assert seen > 100


def test_counts_in_words_are_right(site, gather):
    found = gather()
    assert count_in(next(site.page("praxis/").main.having("lead")).text) == len(written("practices"))
    for page in site.pages.values():
        if page.path.startswith("finden/") and "seite" not in page.path:
            for heading in page.main.all("h2"):
                match = re.fullmatch(r"([\d.]+) Beispiele?", heading.text)
                if match and count_in(match[1]) != len(listed(site, page)):
                    found.add(page.path, heading.text)
    for slug in written("municipalities"):
        page = site.page("kommunen/")
        row = next(
            node for node in page.main.all("li") if any(slug in a.attrs["href"].split("/") for a in node.all("a"))
        )
        match = re.search(r"([\d.]+) Beispiele?", row.text)
        if (count_in(match[1]) if match else 0) != len(listed(site, site.page(f"kommunen/{slug}/"))):
            found.add(page.path, row.text[:60])
    found.none()


def test_every_lesson_stands_under_its_theme(site, library, gather):
    found = gather()
    by_name = {page.heading: page for page in site.below("gelernt").values()}
    for kind in ("practices", "municipalities"):
        for slug, entry in written(kind).items():
            for lesson in entry.get("lessons", ()):
                label = library.schemas.vocabularies["lesson_themes"][lesson["theme"]].label
                page = next((page for name, page in by_name.items() if name.endswith(label)), None)
                words = re.sub(r"[*_\[\]()]|https?:\S+", "", " ".join(lesson["text"].split()))[:40]
                if page is None or words not in page.main.text:
                    found.add(slug, f"{lesson['theme']}: {words}")
    found.none()


def test_every_source_is_on_the_page_of_sources(site, gather):
    found = gather()
    known = {href for page in site.pages.values() if page.path.startswith("quellen/") for href in page.links}
    for kind in ("practices", "municipalities"):
        for slug, entry in written(kind).items():
            for source in entry.get("sources", ()):
                if source["url"] not in known:
                    found.add(slug, source["url"])
    found.none()


@pytest.mark.parametrize(("variant", "most"), [("", 5), ("leicht/", 3)])
def test_related_practices_come_with_a_reason(site, gather, variant, most):
    found = gather()
    for slug in written("practices"):
        page = site.page(f"praxis/{slug}/{variant}")
        part = next(page.main.having("related"), None)
        shown = list(part.having("card")) if part else []
        if not 3 <= len(shown) <= most:
            found.add(page.path, f"{len(shown)} verwandte Beispiele")
        for card in shown:
            reason = next(card.having("why"), None)
            if reason is None or reason.text.strip().endswith(":"):
                found.add(page.path, f"ohne Grund: {card.text[:40]}")
    found.none()


def test_every_entry_is_open_data(site):
    data = json.loads((site.folder / "daten" / "eintraege.json").read_text("utf-8"))
    assert sorted((entry["kind"], entry["slug"]) for entry in data) == sorted(
        [("practice", slug) for slug in written("practices")]
        + [("municipality", slug) for slug in written("municipalities")]
    )


def test_easy_pages_exist_for_every_easy_text(site, gather):
    found = gather()
    for kind, folder in (("practices", "praxis"), ("municipalities", "kommunen")):
        for slug, entry in written(kind).items():
            if ("easy" in entry) != (f"{folder}/{slug}/leicht/index.html" in site.pages):
                found.add(slug, "Seite in Leichter Sprache fehlt oder ist zu viel")
    for path in (ROOT / "content").rglob("*.leicht.md"):
        stem = path.relative_to(ROOT / "content").as_posix().removesuffix(".leicht.md")
        folder = "" if stem == "index" else f"{stem.removesuffix('/index')}/"
        if not site.page(f"{folder}leicht/").easy:
            found.add(path.name, "nicht als Leichte Sprache ausgezeichnet")
    found.none()

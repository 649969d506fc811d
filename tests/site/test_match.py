"""„Passt das zu uns?“ as a town uses it: the rule, the form by keyboard, what is kept, what is shared, what is not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import engines
import pytest
import yaml
from playwright.sync_api import expect

ROOT = Path(__file__).resolve().parents[2]
PAGE, EASY = "passt/", "passt/leicht/"
# A table of five practices and a rule with one criterion of each way, apart from all content.
TABLE = {
    "slugs": ["a", "b", "c", "d", "e"],
    "facets": [
        {"slug": "groesse", "slugs": ["dorf", "klein", "mittel", "kreis"], "values": [[0], [1], [2], [3], []]},
        {"slug": "gruppe", "slugs": ["alle", "blind", "taub", "behindert"], "values": [[0], [1], [2], [3], [1, 2]]},
        {"slug": "kosten", "slugs": ["nichts", "wenig", "viel"], "values": [[0], [1], [2], [], [2]]},
        {"slug": "belege", "slugs": ["erzaehlt", "gezaehlt"], "values": [[0], [1], [], [1], [0]]},
    ],
}
RULE = {
    "ties": "belege",
    "criteria": [
        {"id": "groesse", "compare": "near", "points": [4, 2, 0], "facet": "groesse", "scale": [0, 1, 2, -1]},
        {"id": "gruppe", "compare": "shared", "points": [6, 3, 0], "facet": "gruppe", "broader": [-1, 3, 3, 0]},
        {"id": "budget", "compare": "limit", "points": [3, 0, -4], "facet": "kosten"},
        {"id": "stunden", "compare": "limit", "points": [3, 0, -4], "values": [[18], [], [7.5], [0], []]},
        {
            "id": "partner",
            "compare": "needs",
            "points": [3, 0, -3],
            "terms": ["bus", "laden"],
            "values": [[0], [0, 1], [], [1], []],
        },
    ],
}
# Fills the rule into an open page and returns, by practice, its points and its outcomes with their terms.
FIT = """([rule, table, profile]) => {
  const { results, most } = vorbild.fit(rule, table, profile);
  return { most, order: results.map(({ entry }) => table.slugs[entry]), by: Object.fromEntries(results.map((one) =>
    [table.slugs[one.entry], [one.points, one.says.map(([id, outcome, places]) => `${id} ${outcome} ${places}`)]])) };
}"""
# The same with the rule and the table of the site.
REAL = """async (profile) => {
  const [table, rule] = await Promise.all([vorbild.table(),
    vorbild.load(vorbild.root, vorbild.files.matching, "matching")]);
  const { results } = vorbild.fit(rule, table, profile);
  const said = {};
  for (const { entry, says } of results) said[table.slugs[entry]] = says.map(([id, outcome]) => `${id} ${outcome}`);
  return { order: results.map(({ entry }) => table.slugs[entry]), points: results.map(({ points }) => points), said };
}"""


@pytest.fixture
def fit(visit, address):
    """Return a function that ranks the practices of TABLE for a profile."""
    page = visit(address + PAGE).page
    return lambda **profile: page.evaluate(FIT, [RULE, TABLE, profile])


# --- The rule --------------------------------------------------------------------------------------------


def test_the_same_size_gives_all_points_the_next_one_half_and_a_district_is_next_to_none(fit):
    found = fit(groesse=["klein"])
    assert found["most"] == 4
    assert {slug: own[0] for slug, own in found["by"].items()} == {"a": 2, "b": 4, "c": 2, "d": 0, "e": 0}
    assert found["by"]["b"][1] == ["groesse fits 1"]
    assert found["by"]["a"][1] == ["groesse partly 0"]
    assert found["by"]["d"][1] == ["groesse against 3"]
    assert found["by"]["e"][1] == ["groesse unknown "]
    assert fit(groesse=["kreis"])["by"]["c"] == [0, ["groesse against 2"]]


def test_one_shared_term_is_enough_and_wider_and_narrower_terms_give_half(fit):
    found = fit(gruppe=["blind", "taub"])["by"]
    assert found["a"] == [3, ["gruppe wider 0"]]
    assert found["b"] == [6, ["gruppe fits 1"]]
    assert found["d"] == [3, ["gruppe wider 3"]]
    assert found["e"] == [6, ["gruppe fits 1,2"]]
    found = fit(gruppe=["behindert"])["by"]
    assert found["b"] == [3, ["gruppe narrower 1"]]
    assert found["a"] == [3, ["gruppe wider 0"]]
    assert fit(gruppe=["blind"])["by"]["c"] == [0, ["gruppe against 2"]]


def test_what_costs_more_loses_points_and_what_is_not_known_gives_none(fit):
    found = fit(budget=["wenig"])["by"]
    assert {slug: own[0] for slug, own in found.items()} == {"a": 3, "b": 3, "c": -4, "d": 0, "e": -4}
    assert found["c"][1] == ["budget against 2"]
    assert found["d"][1] == ["budget unknown "]


@pytest.mark.parametrize(("hours", "points"), [("0", [-4, -4, 3]), ("7.5", [-4, 3, 3]), ("18", [3, 3, 3])])
def test_hours_are_numbers(fit, hours, points):
    found = fit(stunden=[hours])["by"]
    assert [found[slug][0] for slug in ("a", "c", "d")] == points
    assert found["a"][1] == [f"stunden {'fits' if hours == '18' else 'against'} 18"]
    assert found["b"] == [0, ["stunden unknown "]]


def test_every_partner_that_a_practice_needs_must_be_there(fit):
    found = fit(partner=["bus"])["by"]
    assert found["a"] == [3, ["partner fits 0"]]
    assert found["b"] == [-3, ["partner against 1", "partner fits 0"]]
    assert found["c"] == [0, ["partner unknown "]]
    assert fit(partner=["0"])["by"]["b"] == [-3, ["partner against 0,1"]]
    assert fit(partner=["bus", "laden"])["by"]["b"] == [3, ["partner fits 0,1"]]


def test_only_what_is_answered_counts_and_points_add_up(fit):
    assert fit() == {"most": 0, "order": ["b", "d", "a", "e", "c"], "by": {slug: [0, []] for slug in "abcde"}}
    found = fit(groesse=["dorf"], gruppe=["alle"], budget=["nichts"], partner=["bus"])
    assert found["most"] == 16
    assert found["by"]["a"][0] == 4 + 6 + 3 + 3
    assert found["order"][0] == "a"


def test_answers_that_do_not_exist_count_as_none(fit):
    assert fit(groesse=["riesig"], stunden=["viele"], fremd=["x"])["most"] == 0


def test_between_equals_proof_decides_and_then_the_title(fit):
    found = fit(gruppe=["blind"])
    assert [found["by"][slug][0] for slug in found["order"]] == [6, 6, 3, 3, 0]
    assert found["order"] == ["b", "e", "d", "a", "c"]  # proof: b before e, d before a


def test_a_thousand_practices_are_ranked_in_less_than_fifty_milliseconds(visit, address):
    page = visit(address + PAGE).page
    page.evaluate(REAL, {})
    spent = page.evaluate(
        """async (profile) => {
          const [table, rule] = await Promise.all([vorbild.table(),
            vorbild.load(vorbild.root, vorbild.files.matching, "matching")]);
          const many = (values) => values && Array.from({ length: 1000 }, (_, at) => values[at % values.length]);
          const facets = table.facets.map((one) => ({ ...one, values: many(one.values) }));
          const big = { slugs: many(table.slugs), facets };
          const criteria = rule.criteria.map((one) => ({ ...one, values: many(one.values) }));
          const times = [];
          for (let run = 0; run < 5; run++) {
            const begin = performance.now();
            const { results } = vorbild.fit({ ...rule, criteria }, big, profile);
            times.push(performance.now() - begin);
            if (results.length !== 1000) throw new Error("not all");
          }
          return times.sort((one, other) => one - other)[2];
        }""",
        {
            "groesse": ["kleinstadt"],
            "land": ["niedersachsen"],
            "thema": ["mobilitaet", "ehrenamt"],
            "gruppe": ["gehbehinderung-rollstuhl"],
            "budget": ["wenig"],
            "stunden": ["10"],
            "partner": ["freiwillige"],
        },
    )
    assert spent < 50


# --- Invented towns, read by a person --------------------------------------------------------------------

TOWNS = yaml.safe_load("""
- town: a village in Niedersachsen with volunteers and little money that wants to do something against being alone
  profile: {groesse: [landgemeinde], land: [niedersachsen], traeger: [kommune], thema: [ehrenamt],
    gruppe: [aeltere-menschen], budget: [wenig], stunden: ['0'], partner: [freiwillige, verwaltung-und-rat]}
  first: [buergerbus, lern-werkstadt-demenz-arnsberg, freiraum-schneverdingen]
  says: {freiwilligenagentur-schneverdingen: [stunden against, partner against, land fits, groesse partly]}
- town: a village that asks for transport and has neither money nor partners
  profile: {groesse: [landgemeinde], land: [niedersachsen], thema: [mobilitaet], budget: [fast-nichts], stunden: ['0'],
    partner: ['0']}
  first: [aktionsplan-inklusion-schwarzenbek, buergerbus]
  says: {begleitservice-berlin: [thema fits, budget against, partner against, groesse against]}
- town: a club of disabled people in a small town in Schleswig-Holstein that goes for steps and doors
  profile: {groesse: [kleinstadt], land: [schleswig-holstein], traeger: [verein-oder-initiative],
    thema: [barrierefreiheit], gruppe: [gehbehinderung-rollstuhl, blind-oder-sehbehindert], budget: [fast-nichts],
    partner: [selbstvertretung, laeden-und-betriebe]}
  first: [begehungsteam-schneverdingen]
  says: {begehungsteam-schneverdingen: [groesse fits, thema fits, gruppe fits, partner fits, budget unknown]}
- town: a middle-sized town in Baden-Württemberg that wants sport for all
  profile: {groesse: [mittelstadt], land: [baden-wuerttemberg], traeger: [kommune], thema: [kultur-und-sport],
    gruppe: [alle], budget: [mittel], stunden: ['20'], partner: [verwaltung-und-rat, gemeinnuetziger-traeger]}
  first: [inklusiver-kick-schwaebisch-gmuend, runter-vom-sofa-nieder-olm]
  says: {mittendrin-schwaebisch-gmuend: [budget against, land fits]}
- town: a city in Nordrhein-Westfalen with flats and a nursing service
  profile: {groesse: [grossstadt], land: [nordrhein-westfalen], thema: [wohnen, gesundheit-und-pflege],
    gruppe: [aeltere-menschen], budget: [hoch], partner: [wohnungsunternehmen, pflegedienst]}
  first: [bielefelder-modell]
  says: {bielefelder-modell: [partner fits, groesse unknown, budget unknown]}
- town: the town hall of a small town in Sachsen that wants to decide with inclusion in mind
  profile: {groesse: [kleinstadt], land: [sachsen], traeger: [kommune], thema: [verwaltung, politik], budget: [mittel],
    stunden: ['20'], partner: [verwaltung-und-rat]}
  first: [aktionsplan-inklusion-schwarzenbek, strategie-inklusion-nieder-olm]
  says: {strategie-inklusion-nieder-olm: [groesse partly, traeger fits, partner fits, stunden unknown]}
- town: a middle-sized town in Hessen that builds a playground
  profile: {groesse: [mittelstadt], land: [hessen], traeger: [kommune], thema: [kultur-und-sport, barrierefreiheit],
    gruppe: [kinder-und-jugendliche], budget: [hoch], partner: [verwaltung-und-rat]}
  first: [inklusionsspielplatz-gernsheim]
  says: {inklusionsspielplatz-gernsheim: [budget fits, gruppe fits, land fits]}
- town: a district in Bayern that cares for lonely people
  profile: {groesse: [landkreis], land: [bayern], traeger: [kommune], thema: [gesundheit-und-pflege, ehrenamt],
    gruppe: [einsam, aeltere-menschen], budget: [mittel], stunden: ['20'], partner: [gemeinnuetziger-traeger]}
  first: [arbeitskreis-gegen-einsamkeit-erlangen, erlangen-erzaehlt]
  says: {freiwilligenagentur-schneverdingen: [stunden fits, partner against, partner fits]}
""")


@pytest.mark.parametrize("case", TOWNS, ids=[case["town"] for case in TOWNS])
def test_what_a_town_should_read_first_stands_first(visit, address, case):
    found = visit(address + PAGE).page.evaluate(REAL, case["profile"])
    assert found["order"][: len(case["first"])] == case["first"]
    assert found["points"] == sorted(found["points"], reverse=True)
    for slug, says in case["says"].items():
        assert set(says) <= set(found["said"][slug])


# --- The page --------------------------------------------------------------------------------------------

BEST_SLUG, BEST = "aktionsplan-inklusion-schwarzenbek", "Aktionsplan Inklusion einer kleinen Stadt"
COUNT = len(list((ROOT / "case_studies/practices").glob("*.yml")))
VILLAGE = "#groesse=landgemeinde&land=niedersachsen&thema=mobilitaet&budget=wenig&stunden=0&partner=0"


def open_at(visit, url, **options):
    """Open the page with an address of answers and wait for its results."""
    shown = visit(url, **options)
    shown.page.locator("[data-part=list] > li").first.wait_for()
    return shown


def everything(page):
    """Show all results."""
    items = page.locator("[data-part=list] > li")
    for shown in range(items.count(), COUNT, 10):
        expect(items).to_have_count(shown)
        page.locator("[data-part=more]").click()
    expect(items).to_have_count(COUNT)


def trouble(shown):
    """Return what went wrong. The browser asks for the icon anew at each new address, and stops when the page goes."""
    return [one for one in shown.trouble if "favicon" not in one]


def tab_to(page, **wanted):
    """Press Tab until the control with that accessible name has the focus."""
    target = page.get_by_role(wanted.pop("role"), exact=True, **wanted)
    for _ in range(120):
        page.keyboard.press("Tab")
        if target.evaluate("node => node === document.activeElement"):
            return target
    pytest.fail(f"not reached by Tab: {wanted}")


def test_by_keyboard_a_town_describes_itself_and_reads_the_results(visit, address):
    shown = visit(address + PAGE)
    page = shown.page
    assert page.get_by_text("braucht die Seite JavaScript").count() == 0
    assert not page.locator("[data-part=results]").is_visible()
    while not page.evaluate("document.activeElement.name"):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("radio", name="Landgemeinde, unter 5.000 Menschen").is_checked()
    tab_to(page, role="combobox", name="In welchem Land liegt er?")
    page.keyboard.type("Niedersachsen")
    tab_to(page, role="checkbox", name="Mobilität")
    page.keyboard.press("Space")
    tab_to(page, role="spinbutton", name="Wie viele bezahlte Arbeitsstunden in der Woche haben Sie dafür?")
    page.keyboard.type("5")
    tab_to(page, role="button", name="Passende Beispiele zeigen")
    page.keyboard.press("Enter")
    expect(page.locator("#passend")).to_be_focused()
    assert page.url.endswith("#groesse=landgemeinde&land=niedersachsen&thema=mobilitaet&stunden=5")
    status = page.get_by_role("status")
    assert f"Am besten passt „{BEST}“: 14 von 21 Punkten." in status.inner_text()
    given = page.locator("[data-part=given] li").all_inner_texts()
    assert given == ["Ortsgröße: Landgemeinde", "Land: Niedersachsen", "Themen: Mobilität", "Bezahlte Stunden: 5"]
    tab_to(page, role="link", name=BEST)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}praxis/{BEST_SLUG}/")
    page.go_back()
    page.locator("[data-part=list] > li").first.wait_for()
    assert page.get_by_role("checkbox", name="Mobilität").is_checked()
    assert trouble(shown) == []


def test_reasons_and_gaps_stand_in_words(visit, address):
    page = open_at(visit, address + PAGE + VILLAGE).page
    everything(page)
    bus = page.locator("[data-part=list] > li").filter(has=page.get_by_role("link", name="Bus&Bahn-Begleitservice"))
    groups = {
        group.locator("p").inner_text(): group.locator("li").all_inner_texts()
        for group in bus.locator("[data-group]").all()
    }
    assert groups == {
        "Das passt": ["gleiches Thema: Mobilität"],
        "Das ist anders": [
            "andere Größe: Metropole",
            "anderes Land: Berlin",
            "kostet mehr, als Sie angaben: hoch",
            "braucht noch: Verkehrsunternehmen",
        ],
        "Das steht nicht im Eintrag": ["Arbeitszeit nicht angegeben"],
    }


def test_less_than_no_points_are_said_in_words(visit, address):
    page = open_at(visit, address + PAGE + "#budget=fast-nichts&partner=0").page
    everything(page)
    assert page.locator("[data-slot=score]").last.inner_text() == "minus 7 von 6 Punkten"


def test_every_change_tells_politely_what_fits_best_and_the_focus_stays(visit, address):
    page = open_at(visit, address + PAGE + VILLAGE).page
    status = page.get_by_role("status")
    before = status.inner_text()
    box = page.get_by_role("checkbox", name="Mobilität", exact=True)
    box.focus()
    page.keyboard.press("Space")
    expect(status).not_to_have_text(before)
    assert f"{COUNT} Beispiele" in status.inner_text()
    assert box.evaluate("node => node === document.activeElement")
    assert "thema" not in page.url


def test_ten_are_shown_and_the_rest_when_asked_for(visit, address):
    page = open_at(visit, address + PAGE + VILLAGE).page
    items = page.locator("[data-part=list] > li")
    assert items.count() == 10
    page.get_by_role("button", name="10 weitere zeigen").click()
    expect(page.locator("[data-part=list] > li")).to_have_count(20)
    assert items.nth(10).locator("h3 a").evaluate("node => node === document.activeElement")
    everything(page)
    assert page.locator("[data-part=more]").is_hidden()
    titles = items.locator("h3").all_inner_texts()
    assert len(set(titles)) == COUNT


def test_an_address_holds_the_profile_and_goes_along_to_easy_language(visit, address):
    shown = open_at(visit, address + PAGE + VILLAGE + "&thema=gibtsnicht&fremd=1")
    page = shown.page
    # What does not exist is dropped, the rest is filled in.
    assert page.get_by_role("combobox", name="In welchem Land liegt er?").input_value() == "niedersachsen"
    assert "fremd" not in page.url
    page.goto(address + PAGE + VILLAGE)
    page.locator("[data-part=list] > li").first.wait_for()
    page.locator("header a[data-language]").click()
    page.wait_for_url(address + EASY + VILLAGE)
    page.locator("[data-part=list] > li").first.wait_for()
    assert page.get_by_role("radio", name="Dorf", exact=True).is_checked()
    first = page.locator("[data-part=list] > li").first
    assert first.locator("h3 a").get_attribute("href").endswith(f"praxis/{BEST_SLUG}/leicht/")
    everything(page)
    bus = page.locator("[data-part=list] > li").filter(has=page.locator("a[href*=begleitservice]"))
    assert "Das kostet mehr Geld: viel Geld" in bus.inner_text()
    assert trouble(shown) == []


def test_an_address_that_is_put_in_later_changes_the_answers(visit, address):
    page = open_at(visit, address + PAGE + VILLAGE).page
    page.evaluate("location.hash = 'groesse=grossstadt'")
    expect(page.locator("[data-part=given]")).to_have_text("Ortsgröße: Großstadt")
    # The skip link leads to an anchor, which is no profile.
    page.evaluate("location.hash = 'inhalt'")
    assert page.get_by_role("radio", name="Großstadt").is_checked()


def test_the_address_can_be_copied(visit, address):
    page = open_at(visit, address + PAGE + VILLAGE, permissions=["clipboard-read", "clipboard-write"]).page
    page.get_by_role("button", name="Adresse kopieren").click()
    expect(page.get_by_role("status")).to_have_text("Die Adresse ist kopiert.")
    assert page.evaluate("navigator.clipboard.readText()") == address + PAGE + VILLAGE


def test_a_profile_is_kept_only_when_asked_for_and_can_be_forgotten(visit, address):
    shown = open_at(visit, address + PAGE + VILLAGE)
    page = shown.page
    assert page.evaluate("localStorage.length") == 0
    forget = page.get_by_role("button", name="Gemerktes Profil löschen")
    assert forget.is_hidden()
    page.get_by_role("button", name="Profil auf diesem Gerät merken").click()
    assert page.get_by_role("status").inner_text() == "Das Profil ist auf diesem Gerät gemerkt."
    page.goto(address)
    page.goto(address + PAGE)
    expect(page.get_by_role("status")).to_have_text("Ihr gemerktes Profil ist eingetragen.")
    assert page.url == address + PAGE + VILLAGE
    forget.click()
    assert page.evaluate("document.activeElement.textContent") == "Passende Beispiele zeigen"
    assert page.evaluate("localStorage.length") == 0
    page.goto(address)
    page.goto(address + PAGE)
    assert not page.locator("[data-part=results]").is_visible()
    assert trouble(shown) == []


def test_where_storage_is_forbidden_or_damaged_all_else_works(visit, address):
    blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    for script in (blocked, "localStorage.setItem('vorbild.profil', '%%%=&&')"):
        page = open_at(visit, address + PAGE + VILLAGE, script=script).page
        page.get_by_role("button", name="Profil auf diesem Gerät merken").click()
        said = page.get_by_role("status").inner_text()
        assert said == (
            "Ihr Browser erlaubt nicht, etwas zu speichern."
            if script == blocked
            else "Das Profil ist auf diesem Gerät gemerkt."
        )


def test_nothing_that_a_town_says_leaves_the_device(visit, address):
    shown = visit(address + PAGE)
    page, asked = shown.page, []
    page.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))
    page.get_by_role("radio", name="Landgemeinde").check()
    page.get_by_role("combobox", name="In welchem Land liegt er?").select_option("niedersachsen")
    page.get_by_role("button", name="Passende Beispiele zeigen").click()
    page.locator("[data-part=list] > li").nth(9).wait_for()
    assert asked  # the table, the rule and the records of practices
    assert {method for method, _, _ in asked} == {"GET"}
    assert all(body is None for _, _, body in asked)
    assert not [url for _, url, _ in asked if "landgemeinde" in url or "niedersachsen" in url or "?" in url]
    assert page.context.cookies() == []


def test_no_partner_and_a_partner_exclude_each_other(visit, address):
    page = visit(address + PAGE).page
    none, volunteers = (page.get_by_role("checkbox", name=name) for name in ("noch keine", "Freiwillige"))
    volunteers.check()
    none.check()
    assert not volunteers.is_checked()
    volunteers.check()
    assert not none.is_checked()


def test_without_an_answer_it_asks_for_one_and_reset_takes_all_away(visit, address):
    page = visit(address + PAGE).page
    page.get_by_role("button", name="Passende Beispiele zeigen").click()
    status = page.get_by_role("status")
    assert status.inner_text() == "Noch haben Sie nichts angegeben. Beantworten Sie wenigstens eine Frage."
    page.get_by_role("radio", name="Kleinstadt").check()
    page.locator("[data-part=list] > li").first.wait_for()
    page.get_by_role("button", name="Angaben löschen").click()
    expect(status).to_contain_text("Ihre Angaben sind gelöscht.")
    assert not page.locator("[data-part=results]").is_visible()
    assert page.url == address + PAGE


def test_when_the_data_does_not_come_the_page_says_so(visit, address):
    shown = visit(address + PAGE)
    page = shown.page
    page.route("**/assets/table.*", lambda route: route.abort())
    page.get_by_role("radio", name="Kleinstadt").check()
    expect(page.get_by_role("status")).to_contain_text("Die Beispiele ließen sich nicht laden.")
    assert not page.locator("[data-part=results]").is_visible()
    page.unroute("**/assets/table.*")
    page.get_by_role("button", name="Passende Beispiele zeigen").click()
    page.locator("[data-part=list] > li").first.wait_for()


@pytest.mark.parametrize("path", [PAGE, EASY])
def test_without_script_lists_lead_on(visit, address, path, site):
    page = visit(address + path, java_script_enabled=False).page
    assert page.locator("main form").count() == 0
    assert page.locator("main .notice").is_visible()
    ways = [link.get_attribute("href") for link in page.locator("main .chips a").all()]
    targets = [site.target(site.page(path), href)[0] for href in ways]
    assert all(targets)
    assert {target.split("/")[1] for target in targets if target.startswith("finden/")} == {
        *("ortsgroesse", "land", "traeger", "handlungsfeld", "zielgruppe", "kosten"),
    }


def test_it_works_from_a_folder(visit, offline):
    page = offline / "passt/index.html"
    shown = open_at(visit, page.as_uri() + VILLAGE, allowed=offline.as_uri())
    opened = shown.page
    link = opened.locator("[data-part=list] > li").first.locator("h3 a")
    opened.get_by_role("checkbox", name="Wohnen", exact=True).check()
    expect(opened).to_have_url(re.compile("mobilitaet,wohnen"))
    link.click()
    opened.wait_for_url("**/praxis/*/index.html")
    opened.go_back()
    opened.locator("[data-part=list] > li").first.wait_for()
    assert opened.get_by_role("checkbox", name="Wohnen", exact=True).is_checked()
    assert trouble(shown) == []


def test_on_paper_stand_the_answers_and_the_list_or_the_empty_form(visit, address):
    page = open_at(visit, address + PAGE + VILLAGE).page
    page.emulate_media(media="print")
    assert page.locator("form.match").is_hidden()
    assert page.get_by_text("Ortsgröße: Landgemeinde").is_visible()
    assert page.locator("[data-part=list] > li").first.is_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Angaben löschen").click()
    expect(page.locator("[data-part=results]")).to_be_hidden()
    page.emulate_media(media="print")
    assert page.get_by_role("radio", name="Kleinstadt").is_visible()


# --- Engines ---------------------------------------------------------------------------------------------


def states(page, url):
    """Bring the page into each of its states in turn."""
    page.goto(url)
    page.locator("form.match").wait_for()
    yield  # the empty form
    page.locator("main [type=submit]").click()
    yield  # no answer yet
    page.goto("about:blank")
    page.goto(url + VILLAGE)
    page.locator("[data-part=list] > li").first.wait_for()
    yield
    page.locator("[data-part=more]").click()
    expect(page.locator("[data-part=list] > li")).to_have_count(20)
    page.locator("[data-part=keep]").click()
    yield  # more results, a kept profile


@pytest.mark.parametrize(
    ("path", "width", "scheme"), [(PAGE, 1280, "light"), (PAGE, 320, "dark"), (EASY, 320, "light")]
)
def test_engines_find_nothing_in_any_state(visit, address, path, width, scheme):
    shown = visit(address + path, width=width, color_scheme=scheme, reduced_motion="reduce")
    for _ in states(shown.page, address + path):
        engines.none_left(engines.axe(shown.page))
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    engines.none_left(engines.ibm(shown.page) + engines.codesniffer(shown.page))
    assert trouble(shown) == []


def test_four_times_as_large_it_still_fits_a_phone(visit, address):
    chosen = json.dumps(json.dumps({"size": "200", "spacing": "wide"}))
    page = open_at(visit, address + PAGE + VILLAGE, width=320, script=f"localStorage.setItem('vorbild', {chosen})").page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

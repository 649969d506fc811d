"""„Merken“ and „Merkliste“: kept on the device, ordered, taken away and brought back, given to others."""

from __future__ import annotations

import csv
import gzip
import json
from urllib.parse import parse_qs, urlsplit

import engines
import projects
import pytest
import rjsmin

BUS, RAMPS, MARKET, TOWN = "begleitservice-berlin", "lego-rampen-hanau", "cap-markt", "kommunen/erlangen"
GONE = "gibt-es-nicht"
TITLES = {BUS: "Bus&Bahn-Begleitservice", RAMPS: "Lego-Rampen", TOWN: "Erlangen", GONE: "Altes Beispiel"}
WIDE, PHONE, NARROW = 1280, 360, 320
KEY = "vorbild-merkliste"
MOST_BYTES = 1500
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
SHIFTS = """(() => { window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(
  entry => { window.shifts += entry.value })).observe({ type: 'layout-shift', buffered: true }) })()"""


def keeping(*ids):
    """Return the script with which a visitor comes who keeps these."""
    pairs = json.dumps([[one, TITLES.get(one, one)] for one in ids])
    return (
        f"if (!sessionStorage.seen) {{ sessionStorage.seen = 1; localStorage.setItem('{KEY}', {json.dumps(pairs)}) }}"
    )


@pytest.fixture
def kept(visit, address):
    """Return a function that opens the list of a visitor who keeps entries."""

    def come(*ids, path="merkliste/", **options):
        return visit(address + path, script=keeping(*ids) if ids else "", **options)

    return come


def order(page):
    """Return the ids as the device has them."""
    return [one[0] for one in json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "[]")]


def cards(page):
    return page.locator("main ol.cards h3").all_inner_texts()


def card(page, title):
    return page.locator("main li.card").filter(has=page.get_by_role("heading", name=title, exact=True))


def told(page):
    return page.locator("[data-filled] > [role=status]").inner_text()


def focus(page):
    return page.evaluate("document.activeElement.innerText.trim()")


def troubles(shown):
    """Return what went wrong, but for the icon of the tab, which a browser asks for late and drops when one goes on."""
    return [text for text in shown.trouble if not text.endswith("favicon.svg")]


def counted(page, number):
    page.get_by_role("link", name=f"Merkliste ({number})").wait_for()


# --- „Merken“ ----------------------------------------------------------------------------------------------


def test_by_keyboard_a_visitor_keeps_entries_and_finds_them_in_her_list(visit, address):
    shown = visit(f"{address}praxis/{BUS}/")
    page = shown.page
    button = page.locator("main").get_by_role("button", name="Merken")
    assert not page.get_by_role("link", name="Merkliste (").is_visible()
    button.focus()
    page.keyboard.press("Enter")
    pressed = page.locator("main [data-keep]")
    assert pressed.get_attribute("aria-pressed") == "true"
    assert focus(page).startswith("Gemerkt")
    counted(page, 1)
    for path in (f"praxis/{RAMPS}/", f"{TOWN}/", "praxis/cap-markt/leicht/"):
        page.goto(address + path)
        page.locator("main [data-keep]").press("Enter")
    page.get_by_role("link", name="Merk-Liste (4)").press("Enter")
    page.wait_for_url(f"{address}merkliste/leicht/")
    page.goto(f"{address}merkliste/")
    assert cards(page) == [TITLES[BUS], TITLES[RAMPS], TITLES[TOWN], "CAP-Markt – Einkaufen und Arbeit um die Ecke"]
    page.goto(f"{address}praxis/{BUS}/")
    assert pressed.get_attribute("aria-pressed") == "true"
    pressed.press("Enter")
    assert pressed.get_attribute("aria-pressed") == "false"
    counted(page, 3)
    assert troubles(shown) == []


def test_a_button_that_a_script_adds_later_keeps_too(kept):
    page = kept(BUS, path="praxis/").page
    page.evaluate(
        """id => { const button = document.createElement('button');
          Object.assign(button.dataset, { keep: id, title: 'T' });
          button.append(Object.assign(document.createElement('span'), { className: 'vh' }));
          document.querySelector('main').append(button) }""",
        BUS,
    )
    button = page.locator("main [data-keep]")
    page.wait_for_function("document.querySelector('main [data-keep]').getAttribute('aria-pressed') === 'true'")
    assert button.locator(".vh").inner_text() == "T"
    button.click()
    assert order(page) == []
    assert button.get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_the_number_moves_nothing(visit, address, width):
    page = visit(f"{address}praxis/{BUS}/", script=SHIFTS, width=width).page
    top = page.locator("h1").bounding_box()["y"]
    page.locator("main [data-keep]").evaluate("button => button.click()")
    counted(page, 1)
    # On a phone the first entry kept gives the head one more line; the browser holds what is being read in its place.
    assert width == PHONE or page.locator("h1").bounding_box()["y"] == top
    page.reload()
    counted(page, 1)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifts") < 0.001


def test_two_tabs_show_the_same_list(kept, address):
    page = kept(BUS, RAMPS).page
    other = page.context.new_page()
    other.goto(f"{address}praxis/{MARKET}/")
    other.locator("main [data-keep]").click()
    counted(page, 3)
    page.wait_for_function("document.querySelectorAll('main li.card').length === 3")
    card(page, TITLES[BUS]).get_by_role("button", name="Entfernen").click()
    counted(other, 2)


def test_where_the_device_may_not_keep_anything_there_is_no_button_but_a_word(visit, address):
    shown = visit(f"{address}praxis/{BUS}/", script=FORBIDDEN)
    page = shown.page
    assert page.locator("main").get_by_role("button", name="Merken").count() == 0
    page.goto(f"{address}merkliste/#{RAMPS}")
    assert "erlaubt dieser Website nicht" in page.locator("main").inner_text()
    page.locator("[data-shared]").get_by_role("link", name="Lego-Rampen").wait_for()
    assert not page.get_by_role("button", name="Auf meine Liste setzen").is_visible()
    assert troubles(shown) == []


def test_a_full_device_says_so(visit, address):
    page = visit(f"{address}praxis/{BUS}/", script=FULL).page
    page.locator("main [data-keep]").click()
    page.get_by_role("alert").wait_for()
    assert page.locator("main [data-keep]").get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize(
    "stored", ["[1", "7", '"x"', '[["a"], 3, null, ["x", 5]]', '{"a": 1}', f'[["{BUS}", "Bus"], ["{BUS}", "Bus"]]']
)
def test_what_is_damaged_does_no_harm(visit, address, stored):
    shown = visit(f"{address}merkliste/", script=f"localStorage.setItem('{KEY}', {json.dumps(stored)})")
    assert len(cards(shown.page)) == stored.count("Bus") / 2
    assert troubles(shown) == []


def test_the_panel_leaves_the_list_alone(kept):
    page = kept(BUS).page
    page.get_by_role("button", name="Darstellung").click()
    page.get_by_role("button", name="Alles zurücksetzen").click()
    assert order(page) == [BUS]


def test_it_weighs_little_on_every_page():
    source = (projects.ROOT / "overrides/scripts/first/keep.js").read_text("utf-8")
    assert len(gzip.compress(rjsmin.jsmin(source).encode())) <= MOST_BYTES


# --- The list ----------------------------------------------------------------------------------------------


def test_by_keyboard_entries_move_and_the_focus_stays(kept):
    shown = kept(BUS, RAMPS, TOWN)
    page = shown.page
    up = card(page, TITLES[TOWN]).get_by_role("button", name="Nach oben")
    up.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('main h3')[1].textContent === 'Erlangen'")
    assert told(page) == "„Erlangen“ steht jetzt auf Platz 2 von 3."
    assert up.evaluate("button => button === document.activeElement")
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelectorAll('main h3')[0].textContent === 'Erlangen'")
    page.keyboard.press("Enter")
    assert "schon ganz oben" in told(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('main h3')[1].textContent === 'Erlangen'")
    assert order(page) == [BUS, TOWN, RAMPS]
    page.reload()
    assert cards(page) == [TITLES[BUS], TITLES[TOWN], TITLES[RAMPS]]
    assert troubles(shown) == []


def test_what_is_removed_can_be_brought_back_where_it_was(kept):
    page = kept(BUS, RAMPS, TOWN).page
    card(page, TITLES[RAMPS]).get_by_role("button", name="Entfernen").press("Enter")
    page.get_by_role("button", name="Rückgängig").wait_for()
    assert order(page) == [BUS, TOWN]
    assert focus(page) == "Rückgängig"
    assert "„Lego-Rampen“ steht nicht mehr" in page.locator("main ol.cards > li").nth(1).inner_text()
    page.keyboard.press("Enter")
    card(page, TITLES[RAMPS]).wait_for()
    assert order(page) == [BUS, RAMPS, TOWN]
    assert focus(page).startswith("Entfernen")
    assert "steht wieder" in told(page)


def test_clearing_asks_first_and_can_be_undone(kept):
    page = kept(BUS, RAMPS).page
    clear = page.get_by_role("button", name="Liste leeren", exact=True)
    clear.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert order(page) == [BUS, RAMPS]
    assert focus(page) == "Liste leeren"
    clear.press("Enter")
    page.get_by_role("button", name="Ja, Liste leeren").press("Enter")
    page.get_by_role("button", name="Rückgängig").wait_for()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    assert not page.get_by_role("button", name="Liste leeren", exact=True).is_visible()
    assert focus(page) == "Rückgängig"
    page.keyboard.press("Enter")
    counted(page, 2)
    assert order(page) == [BUS, RAMPS]


def test_two_to_four_are_chosen_to_compare(kept, address):
    page = kept(BUS, RAMPS, TOWN).page
    compare = page.get_by_role("link", name="Ausgewählte vergleichen")
    compare.press("Enter")
    assert told(page) == "Wählen Sie zwei bis vier Beispiele zum Vergleichen. Gewählt: 0."
    for title in (TITLES[BUS], TITLES[TOWN]):
        card(page, title).get_by_role("checkbox").press("Space")
    compare.press("Enter")
    page.wait_for_url(f"{address}vergleich/#{BUS},{TOWN}")


def test_what_is_gone_is_told_and_not_lost(kept):
    shown = kept(GONE, BUS)
    page = shown.page
    gone = card(page, TITLES[GONE])
    assert "ließ sich nicht laden" in gone.inner_text()
    assert gone.get_by_role("link").count() == 0
    assert order(page) == [GONE, BUS]
    gone.get_by_role("button", name="Nach unten").press("Enter")
    page.wait_for_function("document.querySelectorAll('main h3')[1].textContent === 'Altes Beispiel'")
    gone.get_by_role("button", name="Entfernen").press("Enter")
    page.get_by_role("button", name="Rückgängig").press("Enter")
    gone.wait_for()
    assert order(page) == [BUS, GONE]


def test_without_scripts_the_page_says_what_else_there_is(visit, address):
    page = visit(f"{address}merkliste/", java_script_enabled=False).page
    assert "JavaScript" in page.locator("main").inner_text()
    assert page.locator("main button").count() == 0
    page.goto(f"{address}praxis/{BUS}/")
    assert page.get_by_role("button", name="Merken").count() == 0


def test_an_empty_list_says_how_to_begin(kept, address):
    page = kept().page
    assert "Noch haben Sie sich nichts gemerkt" in page.locator("main").inner_text()
    page.locator("main").get_by_role("link", name="Alle Beispiele").click()
    page.wait_for_url(f"{address}praxis/")


# --- Given to others -----------------------------------------------------------------------------------------


def test_an_address_offers_a_list_and_takes_it_over_only_when_told_to(kept, address):
    shown = kept(BUS, path=f"merkliste/#{RAMPS},{BUS}")
    page = shown.page
    offered = page.locator("[data-shared]")
    assert offered.get_by_role("link").all_inner_texts() == [TITLES[RAMPS], TITLES[BUS]]
    assert order(page) == [BUS]
    offered.get_by_role("button", name="Auf meine Liste setzen").press("Enter")
    card(page, TITLES[RAMPS]).wait_for()
    assert order(page) == [BUS, RAMPS]
    assert page.url == f"{address}merkliste/"
    assert focus(page) == "Ihre Liste"
    assert told(page) == "Auf Ihrer Liste stehen jetzt 2 Beispiele."
    page.evaluate(f"location.hash = '{RAMPS}'")
    page.get_by_text("stehen schon auf Ihrer Liste").wait_for()
    page.get_by_role("button", name="Nicht übernehmen").press("Enter")
    assert not offered.is_visible()
    assert order(page) == [BUS, RAMPS]
    assert troubles(shown) == []


def test_an_address_cannot_name_anything_but_entries(kept):
    shown = kept(path="merkliste/#../../assets/search,<b>,javascript:alert(1)")
    assert not shown.page.locator("[data-shared]").is_visible()
    assert troubles(shown) == []


def test_the_address_of_the_list_is_copied(kept, address):
    page = kept(BUS, TOWN, permissions=["clipboard-read", "clipboard-write"]).page
    assert page.get_by_label("Adresse Ihrer Liste").input_value() == f"{address}merkliste/#{BUS},{TOWN}"
    page.get_by_role("button", name="Adresse kopieren").press("Enter")
    page.get_by_text("Die Adresse ist kopiert.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}merkliste/#{BUS},{TOWN}"


def test_saved_as_text_and_as_a_table_for_spreadsheets(kept, address):
    page = kept(BUS, GONE, TOWN).page
    with page.expect_download() as text:
        page.get_by_role("button", name="Als Text speichern").press("Enter")
    assert text.value.suggested_filename == "merkliste.txt"
    content = text.value.path().read_text("utf-8")
    assert f"1. {TITLES[BUS]}, Berlin" in content
    assert f"{address}praxis/{BUS}/" in content
    assert "2. Altes Beispiel" in content
    with page.expect_download() as table:
        page.get_by_role("button", name="Als Tabelle speichern").press("Enter")
    assert table.value.suggested_filename == "merkliste.csv"
    with table.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0] == ["Titel", "Ort", "Thema", "Zusammenfassung", "Angaben", "Adresse"]
    assert {len(row) for row in rows} == {6}
    assert rows[3][0] == "Erlangen"
    assert rows[3][5] == f"{address}kommunen/erlangen/"


def letter(page):
    href = page.get_by_role("link", name="Per E-Mail schicken").get_attribute("href")
    parts = urlsplit(href)
    assert (parts.scheme, parts.path) == ("mailto", "")
    return href, parse_qs(parts.query)


def test_sent_by_mail_with_titles_and_addresses(kept, address):
    _, fields = letter(kept(BUS, TOWN).page)
    assert fields["subject"] == ["Vorbild: meine Merkliste"]
    lines = fields["body"][0].split("\r\n")
    assert f"{TITLES[BUS]}, Berlin" in lines
    assert f"{address}praxis/{BUS}/" in lines
    assert fields["body"][0].endswith(f"{address}merkliste/#{BUS},{TOWN}")


def test_a_long_list_makes_a_letter_that_mail_programs_take(kept, site):
    slugs = sorted(site.below("praxis"))
    href, fields = letter(kept(*slugs).page)
    assert len(href) <= 2000
    named = sum(f"/praxis/{slug}/" in fields["body"][0] for slug in slugs)
    assert 0 < named < len(slugs)
    assert f"Und weitere: {len(slugs) - named}." in fields["body"][0]


def test_on_paper_there_are_the_entries_with_their_addresses(kept, address):
    page = kept(BUS, RAMPS).page
    page.emulate_media(media="print")
    assert not page.locator("button, input, .btn").filter(visible=True).count()
    assert page.get_by_text(f"{address}praxis/{BUS}/", exact=True).is_visible()
    assert page.pdf().startswith(b"%PDF-")


def test_it_works_opened_from_a_folder(visit, offline):
    shown = visit((offline / f"praxis/{BUS}/index.html").as_uri(), allowed=offline.as_uri())
    page = shown.page
    page.locator("main [data-keep]").click()
    page.get_by_role("link", name="Merkliste (1)").click()
    page.wait_for_url("**/merkliste/index.html")
    assert cards(page) == [TITLES[BUS]]
    # A path on this device helps nobody else.
    assert not page.get_by_label("Adresse Ihrer Liste").is_visible()
    assert "file:" not in letter(page)[0]
    with page.expect_download() as text:
        page.get_by_role("button", name="Als Text speichern").click()
    assert TITLES[BUS] in text.value.path().read_text("utf-8")
    page.locator("main ol.cards h3 a").click()
    page.wait_for_url(f"**/praxis/{BUS}/index.html")
    assert troubles(shown) == []


# --- For everybody -------------------------------------------------------------------------------------------

STATES = {
    "list": lambda page: None,
    "removed": lambda page: page.locator("[data-remove]").first.click(),
    "asked": lambda page: page.locator("[data-clear]").click(),
    "chosen": lambda page: page.get_by_role("link", name="Ausgewählte vergleichen").click(),
}


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_engines_find_nothing_in_any_state(kept, state, scheme, width):
    page = kept(
        BUS, GONE, TOWN, path=f"merkliste/#{RAMPS}", width=width, color_scheme=scheme, reduced_motion="reduce"
    ).page
    STATES[state](page)
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    engines.none_left(engines.axe(page))


@pytest.mark.parametrize("path", ["merkliste/", "merkliste/leicht/", f"praxis/{BUS}/"])
def test_the_other_engines_find_nothing_either(kept, path):
    page = kept(BUS, TOWN, path=path, reduced_motion="reduce").page
    engines.none_left(engines.codesniffer(page) + engines.ibm(page))


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_it_fits_a_narrow_window_also_with_large_letters(kept, size):
    page = kept(BUS, RAMPS, TOWN, width=NARROW).page
    page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW

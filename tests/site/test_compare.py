"""„Beispiele vergleichen“: chosen by keyboard, kept in the address, the same again for whoever gets it."""

from __future__ import annotations

import engines
import pytest

BUS, RAMPS, MARKET = "begleitservice-berlin", "lego-rampen-hanau", "cap-markt"
OTHERS = ("freiraum-schneverdingen", "kommunen/erlangen")
WIDE, PHONE, NARROW = 1280, 360, 320
# The texts of the table: of each row the label, then what each entry says.
ROWS = """() => [...document.querySelectorAll('table.compare tbody tr')].map(row =>
  [...row.cells].map(cell => cell.innerText.trim()))"""


@pytest.fixture
def compare(visit, address):
    """Return a function that opens the page with entries in its address."""
    return lambda *ids, easy=False, **options: visit(
        f"{address}vergleich/{'leicht/' if easy else ''}#{','.join(ids)}", **options
    )


def told(page):
    return page.locator("main [role=status]").first.inner_text()


def heads(page):
    return page.locator("table.compare thead th a").all_inner_texts()


def compared(page, *beginnings):
    """Wait until entries with these titles, or beginnings of them, are side by side."""
    page.wait_for_function(
        """names => { const found = [...document.querySelectorAll('table.compare thead a')].map(a => a.textContent);
          return found.length === names.length && names.every((name, at) => found[at].startsWith(name)) }""",
        arg=list(beginnings),
    )


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def reach(page, name):
    """Press Tab until what is called `name` has the focus."""
    for _ in range(60):
        press(page, "Tab")
        if page.evaluate("(document.activeElement.labels?.[0] || document.activeElement).textContent.trim()") == name:
            return
    pytest.fail(f"{name}: mit Tab nicht erreicht")


def test_by_keyboard_a_visitor_chooses_exchanges_and_takes_out(compare, address):
    shown = compare()
    page = shown.page
    assert "zwei bis vier" in told(page)
    assert not page.locator("table.compare").is_visible()
    for label, letters in (("1. Beispiel", "Bus&"), ("2. Beispiel", "Lego")):
        reach(page, label)
        page.keyboard.type(letters)
    reach(page, "Vergleichen")
    press(page, "Enter")
    page.wait_for_url(f"{address}vergleich/#{BUS},{RAMPS}")
    compared(page, "Bus&Bahn-Begleitservice", "Lego-Rampen")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Vergleichen"
    assert "Verglichen: Bus&Bahn-Begleitservice, Lego-Rampen" in told(page)
    page.get_by_label("2. Beispiel").focus()
    page.keyboard.type("CAP")
    page.get_by_role("button", name="Vergleichen").press("Enter")
    page.wait_for_url(f"{address}vergleich/#{BUS},{MARKET}")
    compared(page, "Bus&Bahn-Begleitservice", "CAP-Markt")
    page.get_by_role("button", name="Herausnehmen").first.press("Enter")
    page.wait_for_url(f"{address}vergleich/#{MARKET}")
    assert "noch mindestens ein Beispiel" in told(page)
    assert page.evaluate("document.activeElement.labels[0].textContent") == "1. Beispiel"
    assert not page.locator("table.compare").is_visible()
    page.go_back()
    page.wait_for_url(f"{address}vergleich/#{BUS},{MARKET}")
    page.locator("table.compare").wait_for()
    assert shown.trouble == []


def test_who_follows_an_address_sees_the_comparison_and_can_ask_for_the_form(compare):
    page = compare(BUS, RAMPS).page
    assert not page.locator("main select").first.is_visible()
    page.get_by_role("button", name="Auswahl ändern").press("Enter")
    assert page.evaluate("document.activeElement.labels[0].textContent") == "1. Beispiel"
    assert page.get_by_label("2. Beispiel").input_value() == RAMPS


def test_the_address_shows_the_same_to_others_and_after_a_reload(compare):
    page = compare(BUS, RAMPS, MARKET).page
    before = page.evaluate(ROWS)
    assert len(heads(page)) == 3
    assert "im Vergleich" in page.title()
    page.reload()
    assert page.evaluate(ROWS) == before


def test_what_differs_comes_first_each_field_once_and_a_gap_says_so(compare):
    page = compare(BUS, RAMPS, MARKET).page
    rows = page.evaluate(ROWS)
    labels = [row[0] for row in rows]
    same = page.locator("[data-same] dt").all_inner_texts()
    assert len(labels + same) == len(set(labels + same))
    assert all(len(set(row[1:])) > 1 for row in rows)
    values = {row[0].split("\n")[-1]: row[1:] for row in rows}
    assert values["Kosten"] == ["hoch", "keine Angabe", "keine Angabe"]
    assert values["Personal"][0] == "rund 70 Beschäftigte"
    order = [label.split("\n")[-1] for label in labels]
    decisive = ["Ortsgröße", "Beginn", "Kosten", "Personal", "Belege", "Das brauchen Sie", "Ihre ersten Schritte"]
    assert [label for label in order if label in decisive] == decisive
    assert order.index("Ihre ersten Schritte") < order.index("Vorgehen")
    assert page.locator("[data-same]").inner_text().split("\n")[-2:] == ["Stand", "läuft"]
    below = page.locator("[data-same]").bounding_box()["y"]
    assert below > page.locator("table.compare").bounding_box()["y"]


def test_it_is_a_table_with_heads_and_a_caption(compare):
    page = compare(BUS, RAMPS).page
    table = page.get_by_role("table", name="Das ist verschieden")
    assert table.get_by_role("columnheader").count() == 3
    rows = page.evaluate(ROWS)
    assert table.get_by_role("rowheader").count() == len(rows)
    assert {len(row) for row in rows} == {3}
    page.locator("table.compare thead a").first.click()
    page.wait_for_url(f"**/praxis/{BUS}/")


def test_only_differences_or_all(compare):
    page = compare(BUS, RAMPS).page
    same = page.locator("[data-same]")
    assert same.is_visible()
    page.get_by_label("alles").focus()
    press(page, "ArrowRight")
    assert page.get_by_label("nur Unterschiede").is_checked()
    assert not same.is_visible()
    press(page, "ArrowLeft")
    assert same.is_visible()


@pytest.mark.parametrize(
    ("ids", "says"),
    [
        ((BUS,), "Bisher gewählt: Bus&Bahn-Begleitservice"),
        ((BUS, BUS), "Bisher gewählt: Bus&Bahn-Begleitservice"),
        ((BUS, RAMPS, "gibt-es-nicht"), "Nicht gefunden: gibt-es-nicht"),
        ((BUS, RAMPS, MARKET, *OTHERS), "Weggelassen: Erlangen"),
        (("../assets/x", "<b>"), "zwei bis vier"),
    ],
)
def test_what_the_address_cannot_mean_is_told(compare, ids, says):
    shown = compare(*ids)
    assert says in told(shown.page)
    assert len(heads(shown.page)) in {0, 2, 4}
    assert shown.trouble == []


def test_practices_and_municipalities_side_by_side(compare):
    page = compare(BUS, *OTHERS).page
    assert heads(page)[2] == "Erlangen"
    assert any(row[3].startswith("Großstadt") for row in page.evaluate(ROWS))


def test_the_skip_link_does_not_lose_the_choice(compare):
    page = compare(BUS, RAMPS).page
    page.locator("a.skip").press("Enter")
    page.wait_for_function("location.hash.includes('lego')")
    assert page.evaluate("document.activeElement.id") == "inhalt"
    assert len(heads(page)) == 2


def test_the_choice_comes_along_to_easy_language_and_back(compare, address):
    page = compare(BUS, RAMPS).page
    page.locator("a[data-language]").click()
    page.wait_for_url(f"{address}vergleich/leicht/#{BUS},{RAMPS}")
    assert len(heads(page)) == 2
    page.goto("about:blank")
    page.goto(f"{address}vergleich/#{RAMPS},{MARKET}")  # an address that she was sent
    page.wait_for_url(f"{address}vergleich/leicht/#{RAMPS},{MARKET}")
    assert heads(page)[0] == "Rampen aus Lego"


def test_easy_language_compares_in_easy_words(compare):
    shown = compare(BUS, RAMPS, easy=True)
    page = shown.page
    values = {row[0]: row[1:] for row in page.evaluate(ROWS)}
    assert values["Was kostet es?"] == ["viel Geld", "Das wissen wir nicht"]
    assert values["Seit wann?"] == ["Oktober 2008", "2019"]
    assert "Personal" not in values
    leads = page.locator("table.compare thead a").evaluate_all("links => links.map(link => link.pathname)")
    assert leads == [f"/praxis/{BUS}/leicht/", f"/praxis/{RAMPS}/leicht/"]
    assert shown.trouble == []


def test_what_is_chosen_is_not_sent_along(compare):
    """The part behind the # stays in the browser; entries are asked for one by one, as their pages are."""
    asked = []
    page = compare().page
    page.context.on("request", lambda request: asked.append(request.url))
    page.evaluate(f"location.hash = '{BUS},{RAMPS}'")
    page.locator("table.compare").wait_for()
    entries = [url for url in asked if "/daten/" in url]
    assert len(entries) == 2
    assert not any("," in url or "#" in url for url in asked)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("width", [NARROW, PHONE, 800, 1000, WIDE])
def test_four_entries_are_never_squeezed(compare, width):
    page = compare(BUS, RAMPS, MARKET, OTHERS[0], width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    least = "Math.min(...[...document.querySelectorAll('.compare td')].map(cell => cell.clientWidth))"
    assert page.evaluate(least) > 160


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_on_a_phone_each_field_has_its_entries_below(compare, size):
    page = compare(BUS, RAMPS, MARKET, width=NARROW).page
    page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    label, first, second = (page.locator("table.compare tbody tr").first.locator("th, td").nth(n) for n in range(3))
    assert label.bounding_box()["y"] < first.bounding_box()["y"] < second.bounding_box()["y"]
    assert abs(first.bounding_box()["x"] - second.bounding_box()["x"]) < 1
    named = first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Bus&Bahn-Begleitservice" in named


def test_on_paper_it_lies_on_its_side_without_the_form(compare):
    page = compare(BUS, RAMPS, MARKET).page
    sheet = page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 841" in sheet or b"/MediaBox [0 0 842" in sheet
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1047, "height": 740})  # the sheet without its margins, in pixels
    assert not page.locator("select, button, [type=radio]").filter(visible=True).count()
    cells = page.locator("table.compare tbody tr").first.locator("td")
    assert len({round(cells.nth(n).bounding_box()["y"]) for n in range(3)}) == 1
    assert page.locator("[data-same]").is_visible()


def test_it_works_opened_from_a_folder(visit, offline):
    start = (offline / "vergleich/index.html").as_uri()
    shown = visit(f"{start}#{BUS},{RAMPS}", allowed=offline.as_uri())
    page = shown.page
    assert heads(page) == ["Bus&Bahn-Begleitservice", "Lego-Rampen"]
    page.locator("table.compare thead a").first.click()
    page.wait_for_url(f"**/praxis/{BUS}/index.html")
    assert shown.trouble == []


def test_without_scripts_the_page_says_what_else_there_is(visit, address):
    page = visit(f"{address}vergleich/", java_script_enabled=False).page
    assert "JavaScript" in page.locator("main").inner_text()
    assert page.locator("main select").count() == 0
    page.locator("main a", has_text="Alle Beispiele").click()
    page.wait_for_url(f"{address}praxis/")


def test_a_failing_connection_is_told(compare):
    page = compare().page
    page.context.set_offline(True)
    page.evaluate(f"location.hash = '{BUS},{RAMPS}'")
    page.locator("[role=status]", has_text="ließen sich nicht laden").wait_for()


@pytest.mark.parametrize(("scheme", "width"), [("light", WIDE), ("dark", NARROW)])
@pytest.mark.parametrize("ids", [(), (BUS,), (BUS, RAMPS, MARKET, OTHERS[1]), (BUS, "gibt-es-nicht")])
def test_engines_find_nothing_in_any_state(compare, ids, scheme, width):
    page = compare(*ids, width=width, color_scheme=scheme, reduced_motion="reduce").page
    engines.none_left(engines.axe(page))
    change = page.get_by_role("button", name="Auswahl ändern")
    if change.is_visible():
        change.click()
    page.get_by_label("nur Unterschiede").evaluate("radio => radio.click()")
    engines.none_left(engines.axe(page))


def test_the_other_engines_find_nothing_either(compare):
    page = compare(BUS, RAMPS, MARKET, reduced_motion="reduce").page
    page.get_by_role("button", name="Auswahl ändern").click()
    engines.none_left(engines.codesniffer(page) + engines.ibm(page))

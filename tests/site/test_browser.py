"""One page of each kind in a real browser: on a phone, in the dark, by keyboard, on paper, without scripts."""

from __future__ import annotations

import re

import pytest
from kinds import KINDS, troubles, varied

WIDE, PHONE, NARROW = 1280, 390, 320
LONG = 60
# What reaches beyond the window, the innermost last; words for the ear only do not count.
BEYOND = """() => {
  const width = document.documentElement.clientWidth, found = [], range = document.createRange();
  for (const node of document.querySelectorAll('body *:not(.vh, svg *)')) {
    range.selectNodeContents(node);
    const right = Math.max(node.getBoundingClientRect().right, range.getBoundingClientRect().right);
    if (right > width + 1 && !node.querySelector('.vh'))
      found.push(node.tagName.toLowerCase() + '.' + node.getAttribute('class') + ' bis ' + Math.round(right) + ': '
        + (node.textContent || '').trim().slice(0, 40));
  }
  return [document.documentElement.scrollWidth, window.innerWidth, found.slice(-4)];
}"""
# Paragraphs that became a column of letters.
CRAMPED = """() => [...document.querySelectorAll('main p, main li, main dd, main td')].filter(node => {
  const box = node.getBoundingClientRect();
  return box.width > 2 && box.width < 3 * parseFloat(getComputedStyle(node).fontSize) && box.height > 4 * box.width;
}).map(node => node.outerHTML.slice(0, 80)).slice(0, 3)"""
SCROLLERS = """() => [...document.querySelectorAll('body *')].filter(node => {
  const style = getComputedStyle(node);
  return node.scrollWidth > node.clientWidth + 1 && /auto|scroll/.test(style.overflowX) && node.tabIndex < 0
    && !node.querySelector('a, button');
}).map(node => node.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("kind", KINDS)
def test_fits_a_narrow_window_also_with_large_letters(show, kind):
    shown = show(kind, width=NARROW, height=640)
    for step in ("100 %", "200 %"):
        content, window, beyond = shown.page.evaluate(BEYOND)
        assert content <= window, f"{step}: {content} > {window}: {beyond}"
        assert shown.page.evaluate(CRAMPED) == [], f"{step}: Text in einer Spalte, in die kein Wort passt"
        assert shown.page.evaluate(SCROLLERS) == [], f"{step}: was rollt, muss mit der Tastatur rollen"
        shown.page.evaluate(
            "() => { const html = document.documentElement;"
            " html.style.fontSize = 2 * parseFloat(getComputedStyle(html).fontSize) + 'px' }"
        )


@pytest.mark.parametrize("kind", ["start", "practice", "text", "easy"])
def test_letters_grow_with_the_settings_of_the_browser(show, kind):
    """Sizes in pixels would ignore a reader who asked for larger letters: every text grows with the root."""
    shown = show(kind)
    sizes = """() => [...document.querySelectorAll('body *')].filter(node => [...node.childNodes].some(
      child => child.nodeType === 3 && child.data.trim()) && !node.closest('svg')).map(
      node => [node.outerHTML.slice(0, 80), parseFloat(getComputedStyle(node).fontSize)])"""
    before = shown.page.evaluate(sizes)
    shown.page.evaluate(
        "() => { const html = document.documentElement;"
        " html.style.fontSize = 2 * parseFloat(getComputedStyle(html).fontSize) + 'px' }"
    )
    after = shown.page.evaluate(sizes)
    assert [text for text, size in before if size < 13] == []
    # Headings mix in a part of the window's width, so they grow by less; nothing stays as it was.
    grown = [(new / old, text) for (text, old), (_, new) in zip(before, after, strict=True)]
    assert [(factor, text) for factor, text in grown if factor < 1.3] == []


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_the_skip_link_comes_first_and_leads_to_the_text(show, width):
    page = show("practice", width=width, reduced_motion="reduce").page
    page.keyboard.press("Tab")
    link = page.locator("a:focus")
    assert link.get_attribute("href") == "#inhalt"
    assert link.bounding_box()["y"] >= 0
    assert link.bounding_box()["height"] >= 24
    page.keyboard.press("Enter")
    page.locator("#inhalt:focus").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_the_phone_opens_and_closes_by_keyboard(show, scripts):
    page = show("practice", width=PHONE, java_script_enabled=scripts).page
    menu, opener = page.locator("nav.nav"), page.locator("button.open[popovertarget=menue]")
    assert not menu.is_visible()
    opener.focus()
    for closing in ("Escape", "Enter"):
        page.keyboard.press("Enter")
        menu.wait_for(state="visible")
        if closing == "Enter":
            menu.locator("button.close").focus()
        page.keyboard.press(closing)
        menu.wait_for(state="hidden")
        assert page.locator("button.open[popovertarget=menue]:focus").count() == 1


def test_all_links_of_the_phone_menu_are_reached_by_keyboard(show):
    page = show("practice", width=PHONE).page
    page.locator("button.open[popovertarget=menue]").focus()
    page.keyboard.press("Enter")
    wanted = page.eval_on_selector_all("nav.nav a", "links => links.map(link => link.href)")
    assert len(wanted) > 10
    reached = []
    for _ in range(len(wanted) + 5):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.closest('nav.nav') && document.activeElement.href || ''"))
    assert set(wanted) <= set(reached)
    assert not page.locator("nav.nav").is_visible(), "closes once the focus has left it"
    page.locator("button.open[popovertarget=menue]").click()
    page.locator("nav.nav a", has_text="Glossar").click()
    page.wait_for_url("**/glossar/")
    assert not page.locator("nav.nav").is_visible()


def test_on_a_wide_window_the_menu_is_simply_there(show):
    page = show("practice").page
    assert page.locator("nav.nav").is_visible()
    assert not page.locator("button.open[popovertarget=menue]").is_visible()
    wanted = page.eval_on_selector_all("header a", "links => links.filter(a => a.offsetParent).map(link => link.href)")
    reached = []
    for _ in range(len(wanted) + 3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.href || ''"))
    assert set(wanted) <= set(reached)
    assert [link for link in wanted if "#inhalt" not in link] == [
        link for link in reached if link in wanted and "#inhalt" not in link
    ][: len(wanted) - 1], "Reihenfolge"


@pytest.mark.parametrize("kind", ["practice", "find", "text"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_can_be_seen(show, kind, scheme):
    page = show(kind, color_scheme=scheme).page
    for _ in range(30):
        page.keyboard.press("Tab")
        style = page.evaluate("""() => { const node = document.activeElement, style = getComputedStyle(node);
          return [node.outerHTML.slice(0, 80), style.outlineStyle,
            parseFloat(style.outlineWidth), style.boxShadow] }""")
        assert (style[1] != "none" and style[2] >= 2) or style[3] != "none", style


@pytest.mark.parametrize("kind", KINDS)
def test_readable_without_scripts(show, site, addresses, kind):
    shown = show(kind, java_script_enabled=False)
    page = shown.page
    text = page.locator("main").inner_text()
    path = "404.html" if kind == "missing" else addresses[kind].partition("#")[0] + "index.html"
    words = site.pages[path].heading
    assert re.sub(r"\s+", "", words) in re.sub(r"\s+", "", text)
    assert len(text) > LONG
    assert troubles(shown, kind) == []


@pytest.mark.parametrize("kind", ["start", "text", "practice", "municipality", "list", "fields", "easy"])
def test_on_paper(show, kind):
    page = show(kind, color_scheme="dark").page
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF-")
    assert paper.rstrip().endswith(b"%%EOF")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("h1").is_visible()
    assert page.locator("main").is_visible()
    assert not page.locator("nav.nav").is_visible()
    assert not page.locator("button").filter(visible=True).count()
    ink, sheet = page.evaluate("""() => [getComputedStyle(document.querySelector('main')).color,
      getComputedStyle(document.body).backgroundColor]""")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200, f"dunkle Schrift auf Papier, nicht {ink}"
    assert re.findall(r"\d+", sheet)[:3] == ["255"] * 3 or sheet.endswith(", 0)"), f"weißes Papier, nicht {sheet}"
    # A4 in pixels; what hangs over by less than the margin of the sheet is still printed.
    page.set_viewport_size({"width": 794, "height": 1123})
    assert page.evaluate("document.documentElement.scrollWidth") <= 794 + 40


LONGEST = 20


def test_even_a_long_practice_is_a_sheet_or_two_with_its_sources(browser, address, site):
    page = browser.new_page()
    long = []
    try:
        practices = site.below("praxis")
        for slug in sorted(practices, key=lambda slug: len(practices[slug].source))[-LONGEST:]:
            page.goto(f"{address}praxis/{slug}/")
            sheets = len(re.findall(rb"/Type ?/Page\b", page.pdf(prefer_css_page_size=True)))
            assert sheets > 0
            # Two, unless Chromium moves all columns to a sheet of their own.
            if sheets > 3:
                long.append((slug, sheets))
        page.emulate_media(media="print")
        assert page.locator(".sources").is_visible()
        shown = page.evaluate("getComputedStyle(document.querySelector('.sources a'), '::after').content")
        assert "http" in shown
    finally:
        page.close()
    assert long == []


@pytest.mark.parametrize("kind", ["start", "practice", "list"])
def test_high_contrast_keeps_what_can_be_pressed(show, kind):
    page = show(kind, forced_colors="active").page
    bare = page.evaluate("""() => [...document.querySelectorAll('a.btn, button')].filter(node => node.offsetParent
      && parseFloat(getComputedStyle(node).borderTopWidth) < 1
      && !/underline/.test(getComputedStyle(node).textDecorationLine)).map(node => node.outerHTML.slice(0, 80))""")
    assert bare == []


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough_for_a_finger(show, kind):
    """24 pixels in height (WCAG 2.5.8) for everything that is not a link within a sentence."""
    page = show(kind, width=PHONE).page
    small = page.evaluate("""() => [...document.querySelectorAll('a, button, summary')].filter(node => {
      const box = node.getBoundingClientRect();
      const inText = getComputedStyle(node).display === 'inline';
      return box.width > 0 && !node.matches('.skip') && !inText && (box.height < 24 || box.width < 24);
    }).map(node => node.outerHTML.slice(0, 80))""")
    assert small == []


# Shows another page with the styles that are there already: ten times as fast as going to it.
SHOWN = """html => {
  const other = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.lang = other.documentElement.lang;
  document.body.replaceWith(document.adoptNode(other.body));
}"""


@pytest.mark.parametrize("half", [0, 1])
def test_no_page_is_wider_than_a_phone(browser, address, built, half):
    """Every page, not one of a kind: what runs wide hangs on the figures and words of an entry."""
    page = browser.new_page()
    wide = []
    try:
        page.goto(address)
        for file in varied(built)[half::2]:
            page.evaluate(SHOWN, file.read_text("utf-8"))
            for width in (PHONE, NARROW):
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    wide.append((file.relative_to(built).as_posix(), width))
    finally:
        page.close()
    assert wide == []

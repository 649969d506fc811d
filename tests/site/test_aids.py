"""The panel „Darstellung“ and „Vorlesen“, by keyboard, as a visitor uses them; absent where the browser lacks them."""

from __future__ import annotations

import json

import pytest

PRACTICE = "praxis/begleitservice-berlin/"
EASY = "praxis/begleitservice-berlin/leicht/"
# A voice that says nothing and waits to be told that it has finished; `voices` are what the device has.
VOICE = """(() => {
  const voices = %s;
  const spoken = [], speech = {
    getVoices: () => voices, current: null,
    speak(words) { spoken.push([words.text, words.lang, words.rate]); this.current = words; },
    cancel() { this.current = null; },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.spoken = spoken;
})()"""
GERMAN = {"lang": "de-DE", "localService": True, "default": True}
ENGLISH = {"lang": "en-GB", "localService": True, "default": False}
SERVICE = {"lang": "de-DE", "localService": False, "default": True}
# How many letters stand on the longest line of a paragraph; those for the ear only do not count.
LONGEST = """() => Math.max(...[...document.querySelectorAll('main :is(p, li)')].filter(node =>
  node.getClientRects().length && !node.querySelector('p, li, div, dl')).map(node => {
    const lines = new Map(), range = document.createRange();
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (text.parentElement.closest('.vh')) continue;
      for (let at = 0; at < text.length; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        const line = Math.round(box.bottom / 6);
        lines.set(line, (lines.get(line) || 0) + 1);
      }
    }
    return Math.max(0, ...lines.values());
  }))"""
ADVANCE = "() => { const words = speechSynthesis.current; if (words) words.onend(); }"


def speaking(visit, url, *voices, **options):
    shown = visit(url, script=VOICE % json.dumps(voices), **options)
    return shown, shown.page.get_by_role("button", name="Vorlesen")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def test_by_keyboard_the_panel_changes_the_page_and_the_choice_stays(visit, address):
    shown = visit(address)
    page = shown.page
    page.get_by_role("button", name="Darstellung").focus()
    press(page, "Enter")
    panel = page.get_by_role("region", name="Darstellung").or_(page.locator("#darstellung"))
    assert panel.first.is_visible()
    page.wait_for_function("document.activeElement.textContent.trim() === 'Schließen'")
    press(page, "Tab", "ArrowDown", "ArrowDown")  # Farben: wie das Gerät → hell → dunkel
    assert page.locator("html").get_attribute("data-theme") == "dark"
    press(page, "Tab", "ArrowDown")  # Kontrast
    press(page, "Tab", "ArrowDown", "ArrowDown", "ArrowDown")  # Schriftgröße
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
    press(page, "Escape")
    assert not page.locator("#darstellung").is_visible()
    assert focused(page) == "Darstellung"
    page.goto(address + PRACTICE)
    assert page.locator("html").evaluate("root => ({...root.dataset})") == {
        "theme": "dark",
        "contrast": "more",
        "size": "200",
    }
    dark = page.evaluate("getComputedStyle(document.documentElement).colorScheme")
    assert dark == "dark"
    page.get_by_role("button", name="Darstellung").click()
    assert page.get_by_role("radio", name="dunkel").is_checked()
    page.get_by_role("button", name="Alles zurücksetzen").click()
    page.goto(address)
    assert page.locator("html").evaluate("root => ({...root.dataset})") == {}
    assert shown.trouble == []


@pytest.mark.parametrize(("path", "opener"), [("", "Darstellung"), ("", "Menü"), ("praxis/", "Eingrenzen nach")])
def test_what_has_the_focus_is_never_behind_a_sheet(visit, address, path, opener):
    page = visit(address + path, width=390, reduced_motion="reduce").page
    page.get_by_role("button", name=opener).click()
    sheet = page.locator(":popover-open")
    page.wait_for_function("document.activeElement.closest(':popover-open') !== null")
    for _ in range(40):
        press(page, "Tab")
        if not sheet.count():
            break
    assert not sheet.count(), "stays open"
    assert page.evaluate("""() => { const node = document.activeElement, box = node.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return node !== document.body && (node.contains(top) || top.contains(node)) }""")


@pytest.mark.parametrize("path", ["", "methode/", PRACTICE, "kommunen/erlangen/", "glossar/", "gelernt/"])
def test_no_line_has_more_than_eighty_letters(visit, address, path):
    """WCAG 1.4.8."""
    longest = visit(address + path).page.evaluate(LONGEST)
    assert longest <= 80


def test_spacing_and_width_of_lines_change_what_is_read(visit, address):
    page = visit(address + "methode/").page
    measure = """() => { const text = document.querySelector('main .prose > p'), style = getComputedStyle(text);
      return [parseFloat(style.letterSpacing) || 0, parseFloat(style.lineHeight) / parseFloat(style.fontSize),
        document.querySelector('main .prose').getBoundingClientRect().width] }"""
    letters, lines, width = page.evaluate(measure)
    page.get_by_role("button", name="Darstellung").click()
    page.locator("fieldset", has_text="Abstände").get_by_text("weit").click()
    page.locator("fieldset", has_text="Zeilenlänge").get_by_text("kurz").click()
    wide = page.evaluate(measure)
    assert letters == 0
    assert wide[0] > 1
    assert wide[1] >= 1.9 > lines
    assert wide[2] < width


def test_what_is_stored_by_others_or_damaged_does_no_harm(visit, address):
    for stored in ("[1", '"x"', '{"theme": "<b>", "size": 7, "other": "dark"}'):
        shown = visit(address, script=f"localStorage.setItem('vorbild', {json.dumps(stored)})")
        assert shown.page.locator("html").evaluate("root => ({...root.dataset})") == {}
        assert shown.page.get_by_role("button", name="Darstellung").is_visible()
        assert shown.trouble == []


@pytest.mark.parametrize("settings", ["dark", "large", "wide"])
@pytest.mark.parametrize("path", ["", PRACTICE, EASY])
def test_with_every_choice_the_page_fits_a_phone(visit, address, path, settings):
    chosen = {
        "dark": {"theme": "dark", "contrast": "more"},
        "large": {"size": "200"},
        "wide": {"size": "150", "spacing": "wide", "width": "wide"},
    }[settings]
    script = f"localStorage.setItem('vorbild', {json.dumps(json.dumps(chosen))})"
    page = visit(address + path, script=script, width=320).page
    assert page.evaluate("document.documentElement.dataset.size || document.documentElement.dataset.theme")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Aussehen" if path == EASY else "Darstellung").click()
    assert page.locator("#darstellung").evaluate("panel => panel.scrollWidth <= panel.clientWidth")


def test_without_scripts_there_is_neither_panel_nor_reading_aloud(visit, address):
    page = visit(address + PRACTICE, java_script_enabled=False).page
    assert page.get_by_role("button", name="Darstellung").count() == 0
    assert page.get_by_role("button", name="Vorlesen").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_by_keyboard_a_visitor_goes_to_easy_language_and_back(visit, address, scripts):
    shown = visit(address + PRACTICE, java_script_enabled=scripts, width=390)
    page = shown.page
    for target, lang in ((EASY, "de-simple"), (PRACTICE, "de")):
        switch = page.locator("header a[data-language]")
        for _ in range(8):
            press(page, "Tab")
            if switch.evaluate("link => link === document.activeElement"):
                break
        press(page, "Enter")
        page.wait_for_url(address + target)
        assert page.locator("html").get_attribute("lang") == lang
    assert shown.trouble == []


@pytest.mark.parametrize("voices", [(), (ENGLISH,), (SERVICE,)], ids=["none", "english", "a service"])
def test_without_a_german_voice_on_the_device_nothing_is_read_aloud(visit, address, voices):
    shown, button = speaking(visit, address + PRACTICE, *voices)
    shown.page.get_by_role("button", name="Darstellung").wait_for()
    assert button.count() == 0


def test_by_keyboard_the_page_is_read_aloud_sentence_by_sentence(visit, address):
    shown, button = speaking(visit, address + PRACTICE, GERMAN)
    page = shown.page
    button.focus()
    press(page, "Enter")
    bar = page.get_by_role("region", name="Vorlesen")
    assert bar.is_visible()
    assert focused(page).startswith("Pause")
    for _ in range(4):
        page.evaluate(ADVANCE)
    said = [text for text, _, _ in page.evaluate("spoken")]
    said = said[said.index(page.locator("h1").inner_text()) - 1 :]
    assert all(text == " ".join(text.split()) for text in said)
    lead = page.locator(".lead").first.inner_text()
    assert lead.startswith(said[2])
    assert said[3] in lead
    assert page.evaluate("[...CSS.highlights.get('read-aloud')].map(String)")[0].strip() == said[3]
    press(page, "Enter")  # pause
    assert page.evaluate("speechSynthesis.current") is None
    assert "Weiterlesen" in bar.inner_text()
    press(page, "Enter")  # go on with the same sentence
    assert page.evaluate("spoken").pop()[0] == said[3]
    press(page, "Shift+Tab", "Enter")  # back
    assert page.evaluate("spoken").pop()[0] == said[2]
    press(page, "Escape")
    assert not bar.is_visible()
    assert focused(page) == "Vorlesen"
    assert page.evaluate("speechSynthesis.current") is None
    assert shown.trouble == []


def test_it_reads_to_the_end_and_then_goes_away(visit, address):
    shown, button = speaking(visit, address + EASY, GERMAN)
    page = shown.page
    button.click()
    for _ in range(200):
        page.evaluate(ADVANCE)
    assert not page.locator(".speech").is_visible()
    said = " ".join(text for text, _, _ in page.evaluate("spoken"))
    for words in page.locator("main h1, main h2").all_inner_texts():
        assert " ".join(words.split()) in said
    assert "Sie sind hier" not in said


def test_it_follows_the_text_it_reads(visit, address):
    shown, button = speaking(visit, address + PRACTICE, GERMAN, reduced_motion="reduce")
    page = shown.page
    button.click()
    for _ in range(60):
        page.evaluate(ADVANCE)
    top, bottom = page.evaluate(
        """() => { const box = [...CSS.highlights.get('read-aloud')][0].getBoundingClientRect();
          return [box.top, box.bottom] }"""
    )
    assert page.evaluate("scrollY") > 500
    assert top >= 0
    assert bottom <= page.evaluate("innerHeight - document.querySelector('.speech').offsetHeight")


def test_the_pace_changes_at_once_and_a_selection_is_where_it_begins(visit, address):
    shown, button = speaking(visit, address + PRACTICE, GERMAN)
    page = shown.page
    page.evaluate(
        """() => { const heading = document.querySelector('main section h2'), range = document.createRange();
          range.selectNodeContents(heading); getSelection().addRange(range); }"""
    )
    button.click()
    heading = page.locator("main section h2").first.inner_text()
    assert page.evaluate("spoken")[0] == [heading, "de-DE", 1]
    page.get_by_role("combobox", name="Tempo").select_option("0.7")
    assert page.evaluate("spoken").pop() == [heading, "de-DE", 0.7]


def test_words_of_another_language_get_their_own_voice(visit, address):
    shown, button = speaking(visit, address + "methode/", GERMAN, ENGLISH)
    page = shown.page
    page.evaluate("document.querySelector('main h1').insertAdjacentHTML('afterend', '<p lang=en>Good practice</p>')")
    button.click()
    for _ in range(6):
        page.evaluate(ADVANCE)
    assert ["Good practice", "en-GB", 1] in page.evaluate("spoken")

"""Pages in easy language as a browser shows them: large, upright, left, unbroken; and what each says of its test."""

from __future__ import annotations

import pytest

EASY = ["easy", "easy-start", "easy-statement", "sheet"]
# Every element with words of its own in easy language, with what is wrong with its look. `standard` is the size of the
# same kind of text on a standard page: 1rem of 16 pixels.
WRONG = """standard => [...document.querySelectorAll('body *')].filter(node =>
  node.matches(':lang(de-simple)') && !node.closest('svg, .vh, script, .brand b') && [...node.childNodes].some(
    child => child.nodeType === 3 && child.data.trim())).flatMap(node => {
  const style = getComputedStyle(node), size = parseFloat(style.fontSize), found = [];
  const heading = node.closest('h1, h2, h3, h4');
  if (size < 1.2 * standard) found.push('size ' + size);
  if (parseFloat(style.lineHeight) < (heading ? 1.29 : 1.49) * size) found.push('line ' + style.lineHeight);
  if (style.fontStyle !== 'normal') found.push(style.fontStyle);
  if (style.textTransform !== 'none' || style.fontVariantCaps !== 'normal') found.push('capitals');
  if (style.hyphens !== 'none') found.push('hyphens');
  if (!['left', 'start'].includes(style.textAlign) && !node.closest('button, .btn, .tool')) found.push(style.textAlign);
  return found.map(text => text + ': ' + node.outerHTML.slice(0, 80));
})"""
# What is kept together stands in one line, unless it is wider than the line.
BROKEN = """() => [...document.querySelectorAll('.whole')].filter(node => {
  const line = parseFloat(getComputedStyle(node).lineHeight), box = node.getBoundingClientRect();
  if (!box.height || box.height < 1.5 * line) return false;
  const around = node.parentElement.closest('p, li, dt, dd, td, h1, h2, h3, a, button, div').getBoundingClientRect();
  node.style.cssText = 'white-space: nowrap; max-width: none';
  const fits = node.getBoundingClientRect().width <= around.width;
  node.style.cssText = '';
  return fits;
}).map(node => node.outerHTML)"""
# Punctuation that begins a line.
ALONE = """() => [...document.querySelectorAll('.whole')].filter(node => {
  const next = node.nextSibling, range = document.createRange();
  if (!next || next.nodeType !== 3 || !/^[.,:;!?]/.test(next.data)) return false;
  range.setStart(next, 0); range.setEnd(next, 1);
  return range.getBoundingClientRect().top > node.getBoundingClientRect().bottom - 1;
}).map(node => node.parentElement.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", EASY)
def test_letters_are_large_upright_and_left(show, kind):
    assert show(kind).page.evaluate(WRONG, 16) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_words_are_not_broken_where_they_fit(show, width):
    page = show("easy-statement", width=width).page
    assert page.locator(".whole").count() > 10
    assert page.evaluate(BROKEN) == []
    assert page.evaluate(ALONE) == []


def test_the_drawn_mediopunkt_is_not_part_of_the_word(show):
    page = show("easy").page
    page.evaluate("""() => { const node = document.createElement('p');
      node.id = 'wort'; node.innerHTML = 'Die <span class="whole">Rollstuhl<span class="seam"></span>rampe</span>';
      document.querySelector('main').append(node); }""")
    drawn = page.evaluate("getComputedStyle(document.querySelector('#wort .seam'), '::before').content")
    assert "·" in drawn
    assert page.locator("#wort").aria_snapshot() == "- paragraph: Die Rollstuhlrampe"
    page.evaluate("""() => { const range = document.createRange(); range.selectNodeContents(
      document.getElementById('wort')); getSelection().removeAllRanges(); getSelection().addRange(range); }""")
    assert page.evaluate("String(getSelection())") == "Die Rollstuhlrampe"


def test_every_easy_page_says_once_that_nobody_has_checked_it(site):
    for page in site.pages.values():
        assert page.source.count('<div class="draft') == (1 if page.easy and not page.sheet else 0), page.path
        assert ('name="robots" content="noindex"' in page.source) == page.sheet, page.path


def test_every_easy_text_has_a_sheet_that_its_page_leads_to(site):
    sheets = [page for page in site.pages.values() if page.sheet]
    assert sheets
    for sheet in sheets:
        easy = site.pages[sheet.path.replace("pruefen/", "")]
        assert 'href="pruefen/"' in easy.source
        assert '<ol class="numbered" start="1">' in sheet.source


def test_whoever_shows_a_picture_names_who_drew_it_and_its_licence(site):
    for page in site.pages.values():
        foot = next(node for node in page.nodes if node.tag == "footer")
        links = {node.attrs["href"] for node in foot.all("a")}
        named = {"https://openmoji.org/", "https://creativecommons.org/licenses/by-sa/4.0/deed.de"} <= links
        assert ('class="scene-picture"' in page.source) == named, page.path
    for path in ("impressum/", "impressum/leicht/"):
        assert "https://openmoji.org/" in site.page(path).links


def test_entries_and_hand_written_pages_have_pictures(site):
    for path in ("praxis/begleitservice-berlin/leicht/", "initiative/leicht/"):
        assert site.page(path).source.count('class="scene-picture"') >= 3


@pytest.mark.parametrize(
    "device", [{}, {"color_scheme": "dark"}, {"forced_colors": "active", "color_scheme": "dark"}], ids=str
)
def test_pictures_stand_on_white_large_enough_to_be_seen(show, device):
    page = show("easy", width=320, **device).page
    grounds = page.evaluate("""() => [...document.querySelectorAll('.scene-picture')].map(node =>
      getComputedStyle(node).backgroundColor)""")
    assert set(grounds) == {"rgb(255, 255, 255)"}
    assert all(picture.bounding_box()["width"] >= 48 for picture in page.locator(".scene-picture > svg").all())

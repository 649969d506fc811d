"""Where one is, where a link leads, what a word means, in which language: WCAG 2.4.8 to 2.4.10, 3.1.2 to 3.1.4."""

from __future__ import annotations

import re
from collections import defaultdict

HEADING = re.compile(r"h[1-6]")
# Pages that one does not come to from above: the start pages, and the error page.
NO_CRUMBS = {"index.html", "leicht/index.html", "404.html"}
# Below this a text needs no headings of its own; a screen holds about as much.
LONGEST = 2600
GENERIC = re.compile(
    r"(hier|mehr|weiter|weiterlesen|link|details|klick.*|quelle( \d+)?|seite|download|pdf|\W*)", re.IGNORECASE
)


def name(node):
    return node.attrs.get("aria-label") or node.text


def crumbs(page):
    return next(
        (node for node in page.nodes if node.tag == "nav" and "crumbs" in node.attrs.get("class", "").split()), None
    )


def test_every_page_below_the_start_says_where_it_is(site, gather):
    found = gather()
    for page in site.pages.values():
        trail = crumbs(page)
        if page.path in NO_CRUMBS:
            continue
        steps = list(trail.all("li")) if trail else []
        home = "leicht/index.html" if page.easy else "index.html"
        hrefs = [node.attrs["href"] for step in steps for node in step.all("a")]
        if not steps or len(hrefs) != len(steps) - 1 or site.target(page, hrefs[0])[0] != home:
            found.add(page.path, "Brotkrumen fehlen")
        elif [node.attrs.get("aria-current") for node in steps[-1].all("span") if "aria-current" in node.attrs] != [
            "page"
        ]:
            found.add(page.path, "der letzte Krumen ist nicht die Seite")
    found.none()


def test_crumbs_and_menu_agree(site, gather):
    found = gather()
    for page in site.pages.values():
        menu = next((node for node in page.nodes if node.attrs.get("id") == "menue"), None)
        trail = crumbs(page)
        if menu is None or trail is None or page.easy:
            continue
        current = [node for node in menu.all("a") if "aria-current" in node.attrs]
        marked = {site.target(page, node.attrs["href"])[0] for node in current}
        steps = {site.target(page, node.attrs["href"])[0] for node in trail.all("a")} | {page.path}
        # What the menu calls the place of a page is on the way to it.
        for target in marked - steps:
            found.add(page.path, f"im Menü, nicht in den Brotkrumen: {target}")
    found.none()


def test_links_of_the_same_name_lead_to_the_same_place(site, gather):
    found = gather()
    for page in site.pages.values():
        places = defaultdict(set)
        for node in page.nodes:
            if node.tag == "a" and "href" in node.attrs:
                places[name(node).casefold()].add(site.target(page, node.attrs["href"]) or (node.attrs["href"], ""))
        for words, targets in places.items():
            # A page and a place on it are not told apart: one arrives at the same page.
            files = {file for file, _ in targets}
            anchors = {anchor for _, anchor in targets if anchor}
            if len(files) > 1 or len(anchors) > 1:
                found.add(page.path, f"{words}: {sorted(targets)[:3]}")
    found.none()


def test_each_link_is_understood_alone(site, gather):
    found = gather()
    for page in site.pages.values():
        for node in page.nodes:
            if node.tag == "a" and GENERIC.fullmatch(name(node)):
                found.add(page.path, f"{name(node)}: {node.attrs.get('href')}")
    found.none()


def test_what_one_hears_of_a_link_begins_with_what_one_sees_or_holds_it(site, gather):
    found = gather()
    for page in site.pages.values():
        for node in page.nodes:
            label = node.attrs.get("aria-label", "")
            if node.tag in {"a", "button"} and label and node.text.casefold() not in label.casefold():
                found.add(page.path, f"{label} / {node.text}")
    found.none()


def test_long_texts_have_headings(site, gather):
    found = gather()
    for page in site.pages.values():
        length, heading = 0, page.heading
        for words, is_heading in pieces(page.main):
            if is_heading:
                length, heading = 0, words
            else:
                length += len(words)
                if length > LONGEST:
                    found.add(page.path, f"{heading}: mehr als {LONGEST} Zeichen")
                    break
    found.none()


def pieces(node):
    """Yield headings and running text of `node` in order; menus, tables and lists of sources are no running text."""
    if node.tag in {"nav", "table", "pre"} or "sources" in node.attrs.get("class", "").split():
        return
    if HEADING.fullmatch(node.tag) or node.tag in {"dt", "summary", "caption"}:
        yield node.text, True
    elif node.tag in {"p", "li", "dd"} and not any(HEADING.fullmatch(inner.tag) for inner in node.all()):
        yield node.text, False
    else:
        for child in node.children:
            if not isinstance(child, str):
                yield from pieces(child)


def test_hard_words_lead_to_their_explanation_once_on_a_page(site, gather):
    found, links = gather(), 0
    for page in site.pages.values():
        targets = [site.target(page, node.attrs["href"]) for node in page.main.having("term")]
        links += len(targets)
        if len(set(targets)) != len(targets):
            found.add(page.path, "ein Wort führt zweimal ins Glossar")
        if targets and (page.easy or page.path == "glossar/index.html"):
            found.add(page.path, "hier führt nichts ins Glossar")
        for node in page.main.all("a", "h1", "h2", "h3", "h4", "button", "nav", "svg"):
            if any(inner is not node for inner in node.having("term")):
                found.add(page.path, f"im falschen Element: {node.tag}")
    found.none()
    assert links > len(site.below("praxis"))


def test_abbreviations_in_texts_tell_their_long_form(site, gather):
    found = gather()
    for page in site.pages.values():
        for node in page.main.all("abbr"):
            if len(node.attrs.get("title", "")) <= len(node.text):
                found.add(page.path, node.text)
    found.none()
    page = site.page("barrierefreiheit/")
    titles = {node.text: node.attrs["title"] for node in page.main.all("abbr")}
    assert titles.get("BITV") == "Barrierefreie-Informationstechnik-Verordnung"


def test_english_says_that_it_is_english(site):
    page = site.page("praxis/host-town-program/")
    heading = next(page.main.all("h1"))
    assert [(node.attrs["lang"], node.text) for node in heading.all("span")] == [("en", "Host Town Program")]
    words = [node.text for node in site.page("finden/un-brk/artikel-9/").main.all("span") if "lang" in node.attrs]
    assert "Accessibility" in words

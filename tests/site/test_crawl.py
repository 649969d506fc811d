"""Every page, read as a machine reads it: sound HTML, no dead link, nothing that calls elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

import html5lib
import pytest

SHARDS = 4
CLICKS = 4
HEADING = re.compile(r"h([1-6])")
LOADING = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src", "srcdoc"),
    "img": ("src", "srcset"),
    "image": ("href",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}
LOADING_LINKS = {"stylesheet", "icon", "preload", "manifest", "modulepreload", "prefetch", "preconnect", "dns-prefetch"}


@pytest.mark.parametrize("shard", range(SHARDS))
def test_html_is_without_errors(site, gather, shard):
    found = gather()
    for name in list(site.pages)[shard::SHARDS]:
        parser = html5lib.HTMLParser()
        parser.parse(site.pages[name].source)
        for (line, column), code, details in parser.errors:
            found.add(name, f"Zeile {line}:{column} {code} {details}")
    found.none()


def test_links_and_anchors_lead_somewhere(site, gather):
    found = gather()
    for page in site.pages.values():
        for node in page.nodes:
            for name in ("href", "src"):
                if name not in node.attrs:
                    continue
                target = site.target(page, node.attrs[name])
                if target is None:
                    if urlsplit(node.attrs[name]).scheme not in {"http", "https", "mailto", "tel"}:
                        found.add(page.path, node.attrs[name])
                    continue
                file, anchor = target
                if not file or (anchor and file in site.pages and anchor not in site.pages[file].ids):
                    found.add(page.path, node.attrs[name])
    found.none()


def test_the_site_works_in_any_folder(site, gather):
    found = gather()
    for page in site.pages.values():
        for href in page.links:
            # The error page can stand below any address, so its links begin at the root.
            if href.startswith("/") and page.path != "404.html":
                found.add(page.path, href)
    found.none()


def test_every_page_is_reached_by_links_alone(site):
    assert [name for name in site.pages if name not in site.reached and name != "404.html"] == []


def test_no_page_is_far_away(site):
    assert {name: clicks for name, clicks in site.reached.items() if clicks > CLICKS} == {}


def test_each_page_has_its_frame(site, gather):
    found = gather()
    for page in site.pages.values():
        counts = Counter(node.tag for node in page.nodes)
        for tag in ("html", "head", "body", "title", "main", "h1", "header", "footer"):
            # A section may have a header or footer of its own.
            if counts[tag] != 1 and not (tag in {"header", "footer"} and counts[tag]):
                found.add(page.path, f"{counts[tag]}-mal {tag}")
        if not page.source.startswith("<!DOCTYPE html>"):
            found.add(page.path, "DOCTYPE")
        for node in page.nodes:
            if node.tag == "html" and node.attrs.get("lang") not in {"de", "de-simple"}:
                found.add(page.path, f"lang {node.attrs.get('lang')}")
            if node.tag in {"title", "h1"} and not node.text:
                found.add(page.path, f"{node.tag} ist leer")
    found.none()


def test_titles_tell_pages_apart(site, gather):
    titles, found = {}, gather()
    for page in site.pages.values():
        title = next(node.text for node in page.nodes if node.tag == "title")
        titles.setdefault((title, page.easy), []).append(page.path)
    for (title, _), names in titles.items():
        if len(names) > 1:
            found.add(title, names)
    found.none()


def test_every_page_has_a_description(site, gather):
    found = gather()
    for page in site.pages.values():
        texts = [n.attrs["content"] for n in page.nodes if n.tag == "meta" and n.attrs.get("name") == "description"]
        if page.path != "404.html" and (len(texts) != 1 or not texts[0].strip()):
            found.add(page.path, texts)
    found.none()


def test_ids_are_unique_and_what_refers_to_them_is_right(site, gather):
    found = gather()
    for page in site.pages.values():
        for name, count in Counter(page.ids).items():
            if count > 1 or not name or re.search(r"\s", name):
                found.add(page.path, f"{count}-mal id={name!r}")
        for node in page.root.all(templates=True):
            for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget"):
                for name in node.attrs.get(attribute, "").split():
                    if name not in page.ids:
                        found.add(page.path, f"{attribute}={name}")
    found.none()


def test_headings_go_down_by_one(site, gather):
    found = gather()
    for page in site.pages.values():
        last = 0
        # The names of the menus beside a text are headings too, and come before it.
        menus = {id(heading) for menu in page.main.all("nav") for heading in menu.all()}
        for node in page.main.all():
            match = HEADING.fullmatch(node.tag)
            if match is None or id(node) in menus:
                continue
            level = int(match[1])
            if level > last + 1:
                found.add(page.path, f"h{last} → h{level}: {node.text}")
            if not node.text:
                found.add(page.path, f"h{level} ist leer")
            last = level
    found.none()


def test_no_heading_is_empty_of_content(site, gather):
    found = gather()
    for page in site.pages.values():
        flow = []
        for node in page.main.all():
            if HEADING.fullmatch(node.tag):
                flow.append((node.tag, node.text))
            elif any(isinstance(child, str) and child.strip() for child in node.children):
                flow.append(("", ""))
        # The words of a heading's own children count as its words, not as content.
        for (tag, text), (following, _) in zip(flow, [*flow[1:], ("h1", "")], strict=True):
            if tag and following and int(following[1]) <= int(tag[1]):
                found.add(page.path, f"{tag} {text}")
    found.none()


def test_no_inline_style_script_or_handler(site, gather):
    found = gather()
    for page in site.pages.values():
        for node in page.nodes:
            if node.tag == "style" or (node.tag == "script" and "src" not in node.attrs):
                found.add(page.path, node.tag)
            for name, value in node.attrs.items():
                if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                    found.add(page.path, f"{node.tag} {name}={value}")
    found.none()


def test_nothing_is_loaded_from_elsewhere(site, gather):
    found = gather()
    for page in site.pages.values():
        for node in page.nodes:
            names = LOADING.get(node.tag, ())
            if node.tag == "link" and LOADING_LINKS & set(node.attrs.get("rel", "").split()):
                names = ("href",)
            for name in names:
                if name in node.attrs and site.target(page, node.attrs[name]) is None:
                    found.add(page.path, f"{node.tag} {node.attrs[name]}")
    for name in site.files:
        if name.endswith((".css", ".svg")):
            text = (site.folder / name).read_text("utf-8")
            for address in re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", text):
                if re.match(r"[a-z]+:|//", "".join(address)):
                    found.add(name, address)
    found.none()


def test_the_content_security_policy_comes_first(site, gather):
    found = gather()
    for page in site.pages.values():
        head = next(node for node in page.nodes if node.tag == "head")
        metas = {n.attrs["http-equiv"].lower(): n.attrs["content"] for n in head.all("meta") if "http-equiv" in n.attrs}
        policy = metas.get("content-security-policy", "")
        if "default-src 'none'" not in policy or "unsafe" in policy or "*" in policy:
            found.add(page.path, policy)
        before = page.source.partition("Content-Security-Policy")[0]
        if "<link" in before or "<script" in before:
            found.add(page.path, "lädt vor der Richtlinie")
    found.none()


def test_pictures_links_and_buttons_have_words(site, gather):
    found = gather()
    for page in site.pages.values():
        for node in page.nodes:
            if node.tag == "img" and "alt" not in node.attrs:
                found.add(page.path, f"ohne alt: {node.attrs}")
            if node.tag == "svg" and node.attrs.get("aria-hidden") != "true" and not node.text:
                found.add(page.path, "Zeichnung ohne Namen")
            if node.tag in {"a", "button", "summary", "th", "dt", "legend", "caption"} and not (
                node.text or node.attrs.get("aria-label")
            ):
                found.add(page.path, f"{node.tag} ohne Text: {node.attrs}")
            if node.tag == "a" and not node.attrs.get("href"):
                found.add(page.path, f"a ohne Ziel: {node.text}")
    found.none()


def test_tables_and_lists_are_well_made(site, gather):
    found = gather()
    allowed = {"ul": {"li"}, "ol": {"li"}, "dl": {"div", "dt", "dd"}, "tr": {"th", "td"}}
    for page in site.pages.values():
        for node in page.nodes:
            children = [child for child in node.children if not isinstance(child, str)]
            if node.tag == "th" and node.attrs.get("scope") not in {"col", "row", "colgroup", "rowgroup"}:
                found.add(page.path, f"th ohne scope: {node.text}")
            if node.tag == "table" and not any(True for _ in node.all("th")):
                found.add(page.path, "Tabelle ohne Kopf")
            if node.tag in allowed:
                if not children:
                    found.add(page.path, f"{node.tag} ist leer: {node.attrs}")
                found_tags = {child.tag for child in children} - allowed[node.tag]
                if found_tags:
                    found.add(page.path, f"{node.tag} enthält {found_tags}")
    found.none()


def test_no_trace_of_a_template(site, gather):
    found = gather()
    pattern = re.compile(r"\{\{|\{%|\[\[|>None<|\bUndefined\b|[\"']site:|\bTODO\b|[Ll]orem ipsum")
    for page in site.pages.values():
        # Code shows what it likes.
        text = re.sub(r"<(code|pre)\b.*?</\1>", "", page.source, flags=re.DOTALL)
        for match in pattern.finditer(text):
            found.add(page.path, text[max(0, match.start() - 30) : match.end() + 30])
    found.none()


def test_a_section_of_the_menu_leads_to_its_first_page(site):
    """The first page of a section is its overview; mkdocs.yml lists it first."""
    menu = next(site.page("").root.having("nav"))
    tops = [node for node in menu.all("li") if any(True for _ in node.all("ul"))]
    leads = {
        next(node.all("a")).text: site.target(site.page(""), next(node.all("a")).attrs["href"])[0] for node in tops
    }
    assert leads["Mitmachen"] == "einreichen/index.html"
    assert leads["Über Vorbild"] == "ueber/index.html"
    links = {site.target(site.page(""), node.attrs["href"])[0] for node in menu.all("a")}
    assert {"mitmachen/felder/index.html", "quellen/index.html"} <= links

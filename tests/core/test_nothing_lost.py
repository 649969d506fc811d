"""Nothing that stands in an entry is missing on its page, and nothing empty is there instead."""

from __future__ import annotations

import functools
import html
import re
from posixpath import normpath

import projects
import pytest
from vorbild import Build, Site, load
from vorbild.catalogue import number
from vorbild.derive import addresses
from vorbild.render import url_of
from vorbild.render.markdown import markdown

PROJECT = load(projects.ROOT)
BUILD = Build(PROJECT, Site())
PAGES = {page.uri: page for page in BUILD.pages()}
body_of = functools.cache(lambda uri: BUILD.body(PAGES[uri]))
URLS = {uri: url_of(uri) for uri in [*PAGES, *(page.uri for page in PROJECT.pages)]}
ENTRIES = PROJECT.library.entries
MONTHS = re.findall(r"\w+", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember")
EMPTY = re.compile(
    r"<(h[1-6]|ul|ol|dl|dt|dd|li|section|p|tbody|thead|caption|nav|article|figure)\b[^>]*>\s*</\1>|\bNone\b|\bUndefined\b|\[\]|\{\}"
)


def words(text):
    """Return `text` without markup, with single spaces."""
    text = re.sub(r"<(?:svg|style).*?</(?:svg|style)>", " ", str(text), flags=re.DOTALL)
    text = re.sub(r"</?(?:b|strong|em|code|a|abbr|span)\b[^>]*>", "", text)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def german_date(text):
    year, *rest = text.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    return f"{int(rest[1])}. {month} {year}" if len(rest) > 1 else f"{month} {year}" if rest else year


def leaves(field, value, path=()):
    if isinstance(value, dict):
        for child in field.children:
            if child.name in value:
                yield from leaves(child, value[child.name], (*path, child.name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(field.item, item, (*path, index))
    else:
        yield field, value, path


def expected(field, value):
    """Return what a reader must find of `value`: a text, or the address of a link."""
    vocabulary = PROJECT.schemas.vocabularies.get(field.raw.get("x-vocabulary", ""))
    if vocabulary is not None:
        return "one of", (vocabulary[value].label, vocabulary[value].name)
    if field.reference:
        entry = PROJECT.library.find(field.reference, str(value))
        return ("text", words(entry.title)) if entry else ("href", str(value))
    if field.raw.get("x-link"):
        return "href", str(value)
    if field.date:
        return "text", german_date(str(value))
    if isinstance(value, int | float):
        return "text", number(value)
    return "text", words(markdown(value) if field.markdown else html.escape(str(value), quote=False))


# A truth that is no word of its own on the page: what stands there when it is true, or false.
TRUTHS = {
    "conclusion": ("Schluss der Redaktion", "Vorschlag der Redaktion"),
    "easy": ("auch in Leichter Sprache",),
    "captions": ("Untertitel: ja", "Untertitel: nein"),
    "sign_language": ("Gebärdensprache: ja", "Gebärdensprache: nein"),
}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_every_value_is_on_the_page(entry):
    page = PAGES[addresses.entry(entry.kind, entry.slug)]
    body = body_of(page.uri)
    text = words(body)
    lost = []
    for field, value, path in leaves(entry.schema.root, entry.values):
        if path[0] in {"easy", "related"}:
            continue
        if isinstance(value, bool):
            if value and not any(truth in text for truth in TRUTHS[field.name]):
                lost.append((path, value))
            continue
        kind, wanted = expected(field, value)
        if kind == "href":
            found = f'href="{html.escape(wanted)}"' in body or f'href="{wanted}"' in body
        else:
            found = any(one in text for one in (wanted if kind == "one of" else (wanted,)))
        # German is what is said of a language only when it is another one.
        if not found and not (path[-1] == "language" and value == "de"):
            lost.append((path, value))
    assert lost == []


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.easy], ids=lambda entry: entry.slug)
def test_every_easy_text_is_on_the_easy_page(entry):
    page = PAGES[addresses.easy(addresses.entry(entry.kind, entry.slug))]
    text = words(body_of(page.uri))
    assert entry.easy["title"] in text
    for name in ("summary", "text"):
        for line in filter(str.strip, entry.easy[name].splitlines()):
            assert words(markdown(line)) in text
    assert ("Entwurf, noch nicht geprüft" in text) == (entry.easy["status"] == "draft")


def resolved(here, path):
    """Return where the link `path` leads from the address `here`."""
    joined = normpath("/" + here + path).strip("/")
    return f"{joined}/" if joined not in {"", "."} else ""


@pytest.mark.parametrize("uri", PAGES)
def test_no_page_has_an_empty_part(uri):
    body = body_of(uri)
    # A script fills what stands in a template.
    shown = re.sub(r"<code>.+?</code>|<pre.+?</pre>|<template\b.+?</template>", "x", body, flags=re.DOTALL)
    assert EMPTY.search(shown) is None
    assert body.count("<h1") == 1
    assert "site:" not in re.sub(r"<[^>]*>[^<]*", lambda match: match[0].split(">")[0], body)
    ids = re.findall(r'\bid="([^"]+)"', body)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("uri", PAGES)
def test_every_link_of_a_page_leads_somewhere(uri):
    own = set(URLS.values())
    here = URLS[uri]
    body = body_of(uri)
    ids = set(re.findall(r'\bid="([^"]+)"', body))
    for href in re.findall(r'<a\b[^>]*href="([^"]*)"', body):
        if re.match(r"https?:|mailto:", href):
            continue
        path, _, anchor = href.partition("#")
        if path:
            assert resolved(here, path) in own, href
        else:
            assert anchor in ids, href


def test_every_page_but_those_without_an_entry_is_linked_from_another():
    linked = set()
    for uri in PAGES:
        for href in re.findall(r'<a\b[^>]*href="([^"#]+)', body_of(uri)):
            if not re.match(r"https?:|mailto:", href):
                linked.add(resolved(URLS[uri], href))
    sheets = {addresses.sheet(page.uri) for page in BUILD.project.pages if page.uri.endswith(".leicht.md")}
    alone = {uri for uri in PAGES if URLS[uri] not in linked} - sheets
    # Those that hand-written pages and the menu lead to, and the switch in the head of each part of the sources.
    assert {uri for uri in alone if uri.count("/") > 1} <= {
        *(f"mitmachen/{name}/{part}index.md" for name in ("meldungen", "felder", "regeln") for part in ("", "leicht/")),
        *(uri for uri in PAGES if re.fullmatch(r"quellen/(seite/\d+/)?leicht/index\.md", uri)),
    }

"""One page of each kind, for every test that looks at the built site in a browser."""

from __future__ import annotations

import re

# One page of each kind; {…} stands for whatever is there. Easy pages of lists have the templates of the standard ones:
# here are those with a layout or much text of their own.
KINDS = {
    "start": "",
    "text": "methode/",
    "practice": "praxis/{practice}/",
    "municipality": "kommunen/{town}/",
    "list": "praxis/",
    "towns": "kommunen/",
    "newest": "neu/",
    "find": "finden/",
    "facet": "finden/handlungsfeld/",
    "term": "finden/handlungsfeld/mobilitaet/",
    "empty": "{empty}",
    "match": "passt/",
    "lessons": "gelernt/",
    "theme": "{theme}",
    "lineage": "nachgemacht/",
    "sources": "quellen/",
    "compare": "vergleich/#{practice},{other}",
    "kept": "merkliste/#{practice},{other}",
    "fields": "mitmachen/felder/",
    "findings": "mitmachen/meldungen/",
    "rules": "mitmachen/regeln/",
    "glossary": "glossar/",
    "operator": "impressum/",
    "statement": "barrierefreiheit/",
    "easy-statement": "barrierefreiheit/leicht/",
    "easy": "praxis/{easy}/leicht/",
    "easy-start": "leicht/",
    "easy-list": "praxis/leicht/",
    "easy-find": "finden/leicht/",
    "easy-towns": "kommunen/leicht/",
    "easy-theme": "{theme}leicht/",
    "easy-brief": "quellen/leicht/",
    "easy-compare": "vergleich/leicht/#{practice},{other}",
    "easy-kept": "merkliste/leicht/#{practice},{other}",
    "easy-match": "passt/leicht/",
    "sheet": "praxis/{easy}/leicht/pruefen/",
    "missing": "gibt/es/nicht/",
}
# One thing over and over, thousands of elements.
LONG_KINDS = {"fields", "findings", "rules", "sources"}


def varied(folder):
    """Return the files of all pages below `folder`; of those that differ only in which cards they show, the longest.

    For engines that are slow. Pages of terms are lists of cards, one template for each facet; their easy twins have the
    words of other easy pages; sheets have one template and the words of the pages they print.
    """
    alike = re.compile(r"(finden/[^/]+/)[^/]+/(leicht/)?index\.html|.*leicht/(pruefen/)index\.html")
    kept, groups = [], {}
    for path in sorted(folder.rglob("*.html")):
        match = alike.fullmatch(path.relative_to(folder).as_posix())
        if match is None:
            kept.append(path)
        elif not match[2]:
            groups.setdefault(match[1] or match[3], []).append(path)
    return kept + [max(group, key=lambda path: path.stat().st_size) for group in groups.values()]


def addresses(site):
    """Return the address of one page of each kind, the longest of its kind where there are several."""

    def longest(pages):
        return max(sorted(pages), key=lambda name: len(pages[name].source))

    practices = site.below("praxis")
    empty = [page for page in site.pages.values() if page.path.startswith("finden/") and "card" not in page.source]
    deep = [page.path for page in empty if page.path.count("/") == 3]
    known = {
        "practice": longest(practices),
        "other": min(practices.keys() - {longest(practices)}),
        "town": longest(site.below("kommunen")),
        "easy": next(slug for slug in practices if f"praxis/{slug}/leicht/index.html" in site.pages),
        "empty": deep[0].removesuffix("index.html"),
        "theme": f"gelernt/{longest(site.below('gelernt'))}/",
    }
    return {kind: path.format(**known) for kind, path in KINDS.items()}


def troubles(visit, kind):
    """Return what went wrong, but for the answer 404 that was asked for."""
    return [text for text in visit.trouble if kind != "missing" or "404" not in text]

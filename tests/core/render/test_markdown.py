"""markdown: whatever stands in an entry, only harmless tags and links come out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vorbild.render.markdown import markdown, sentences

TAGS = {
    "p",
    "br",
    "strong",
    "em",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
PIECES = [
    *"<>&\"'[]()*_`#!-\n \\/:",
    "<script>",
    "</p>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,x)",
    "[x](//example.org)",
    "[x](&#106;avascript:alert(1))",
    "![x](y)",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    "<style>*{}</style>",
    "<svg/onload=alert(1)>",
    "<h1>x</h1>",
    "# H\n",
    "### H\n",
    "- x\n",
    "1. x\n",
    "https://example.org",
    "<!--",
    "]]>",
    "Wort",
    "site:x.md",
]
prose = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=30).map("".join)


class Seen(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]


@settings(max_examples=200)
@given(prose, st.sampled_from([markdown, sentences]), st.integers(2, 5))
def test_only_harmless_html_comes_out(text, function, level):
    seen = Seen(str(function(text, level)))
    assert set(seen.tags) <= TAGS
    for tag, name, value in seen.attributes:
        assert (tag, name) in {("a", "href"), ("a", "title"), ("ol", "start")} or (name == "id" and tag[0] == "h")
        if name == "href":
            assert re.match(r"(https?:|mailto:)", value, re.IGNORECASE)
    headings = [int(tag[1]) for tag in seen.tags if re.fullmatch("h[1-6]", tag)]
    assert not headings or min(headings) == level
    ids = [value for _, name, value in seen.attributes if name == "id"]
    assert len(ids) == len(set(ids))


def test_headings_move_below_the_section():
    html = str(markdown("# Eins\n\n## Zwei\n\n# Eins\n", 3, "teil-"))
    assert re.findall(r'<(h\d) id="([^"]+)">(.*?)</h', html) == [
        ("h3", "teil-eins", "Eins"),
        ("h4", "teil-zwei", "Zwei"),
        ("h3", "teil-eins-2", "Eins"),
    ]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Eins.\nZwei.", "<p>Eins.<br>\nZwei.</p>"),
        ("Eins.\n\nZwei.", "<p>Eins.</p>\n<p>Zwei.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("Das sind:\n- a\n- b\n\nEnde.", "<p>Das sind:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Ende.</p>"),
    ],
)
def test_each_sentence_of_easy_language_has_a_line(text, html):
    assert str(sentences(text)) == html


def test_prose_keeps_its_paragraphs():
    assert str(markdown("Eins\nzwei.\n\nDrei **vier**.")) == "<p>Eins\nzwei.</p>\n<p>Drei <strong>vier</strong>.</p>"

"""Hard words of easy pages: which are explained, where, and when the text does it itself."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.render.explain import Explainer
from vorbild.views import HardWord

WORDS = (
    HardWord("Inklusion", ("Inklusion",), "Alle machen mit.", ("Jahr der Inklusion",)),
    HardWord("Aktions-Plan", ("Aktionsplan",), "Dort stehen Ziele."),
    HardWord("Barriere-Freiheit", ("Barrierefreiheit", "barrierefrei"), "Ohne Hindernisse."),
    HardWord("Leichte Sprache", ("Leichte Sprache",), "Leicht zu verstehen."),
    HardWord("Kommune", ("Kommune",), "Eine Stadt.", ("Kommune Inklusiv",)),
    HardWord("Träger", ("Träger",), "Ein Verein."),
)


def box(word):
    return f"[{word.term}]"


explain = Explainer(WORDS, box)


def boxes(html):
    return re.findall(r"\[([^\]]*)\]", explain(html))


def test_the_box_stands_behind_the_paragraph_and_the_word_is_marked():
    html = "<p>Wir wollen Inklusion.<br>Alle helfen.</p><p>Inklusion hilft.</p>"
    assert explain(html) == (
        '<p>Wir wollen <b class="hard">Inklusion</b>.<br>Alle helfen.</p>\n[Inklusion]<p>Inklusion hilft.</p>'
    )


@pytest.mark.parametrize(
    ("html", "behind"),
    [
        ("<ul><li>Inklusion</li><li>Arbeit</li></ul>", "</ul>"),
        ("<ul><li><p>Inklusion</p></li><li>Arbeit</li></ul>", "</p>"),
        ("<dl><dt>Ziel</dt><dd>Inklusion</dd></dl>", "</dl>"),
        ("<table><tr><td>Inklusion</td></tr></table>", "</table>"),
    ],
)
def test_it_stands_behind_the_nearest_block(html, behind):
    assert f"{behind}\n[Inklusion]" in explain(html)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Wir haben 2 Aktions-Pläne.", "Aktions-Plan"),
        ("Das steht in dem Aktions·plan.", "Aktions-Plan"),
        ("Das steht im Aktionsplan.", "Aktions-Plan"),
        ("Der Raum ist barriere-frei.", "Barriere-Freiheit"),
        ("Ein barrierefreier Raum.", "Barriere-Freiheit"),
        ("Texte in Leichter\nSprache.", "Leichte Sprache"),
        ("Mit der Leichten Sprache.", "Leichte Sprache"),
        ("Alle Kommunen helfen.", "Kommune"),
        ("Mit den Trägern.", "Träger"),
    ],
)
def test_inflections_and_spellings_are_recognised(text, term):
    assert boxes(f"<p>{text}</p>") == [term]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Das Inklusions-Büro.</p>",
        "<p>Das Jahr der Inklusion und Kommune Inklusiv.</p>",
        "<p>Er wird immer träger.</p>",
        "<h2>Inklusion</h2>",
        '<p><a href="x">Inklusion</a></p>',
        '<div class="draft"><p>Inklusion</p></div>',
        '<p lang="en">Inklusion</p>',
        "<nav><p>Inklusion</p></nav>",
        "<address><p>Inklusion</p></address>",
    ],
)
def test_what_is_no_hard_word_in_running_text(html):
    assert explain(html) == html


@pytest.mark.parametrize(
    "text",
    [
        "Inklusion heißt: Alle machen mit.",
        "Wir wollen Inklusion.<br>Inklusion bedeutet: Alle machen mit.",
        "Wir wollen Inklusion.</p><h2>Das Ziel</h2><p>„Inklusion“ heißt: Alle machen mit.",
        "Eine Kommune ist eine Stadt.<br>Die Kommune hilft.",
        "Alle machen mit.<br>Das heißt: Inklusion.",
        "Das Ziel ist Inklusion.<br>Das heißt: Alle machen mit.",
        "Die Kommune hilft.<br>Eine Kommune sorgt für ihre Menschen.",
        "Die Kommune hilft.<br>Das ist gut.<br>In einer Kommune leben Menschen.",
    ],
)
def test_no_box_where_the_text_says_it_itself(text):
    assert boxes(f"<p>{text}</p>") == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Träger heißt Lebenshilfe.",
        "Inklusion ist wichtig.",
        "Wir wollen Inklusion.<br>1<br>2<br>3<br>Inklusion heißt: Alle machen mit.",
        "Inklusion hilft.<br>Das heißt: Es wird besser.",
        "Eine Kommune hilft.<br>Das ist gut.",
        "Die Kommune hilft.<br>Die Kommune ist reich.",
        "Wir wollen Inklusion.<br>Inklusion ist wichtig.",
        "Die Kommune hilft.<br>Zum Glück hat eine Kommune Geld.",
    ],
)
def test_what_only_looks_like_an_explanation_is_none(text):
    assert len(boxes(f"<p>{text}</p>")) == 1


PARTS = st.sampled_from(
    ["Inklusion", "Aktions-Plan", "heißt:", "Das", "ist eine", "Kommune", "Inklusiv", "<br>", "&amp;"]
)
BLOCKS = st.builds(
    "<{0}>{1}</{0}>".format, st.sampled_from(["p", "li", "h2", "a"]), st.lists(PARTS, max_size=5).map(" ".join)
)
PAGES = st.lists(BLOCKS | BLOCKS.map("<ul>{}</ul>".format), max_size=6).map("".join)


@given(PAGES)
def test_marks_and_boxes_are_added_and_nothing_else(html):
    assert re.sub(r'<b class="hard">|</b>|\n\[[^\]]*\]', "", explain(html)) == html


@given(PAGES)
def test_each_word_has_one_box_at_most_and_its_mark(html):
    made = explain(html)
    found = re.findall(r"\[([^\]]*)\]", made)
    assert len(found) == len(set(found)) == made.count('<b class="hard">')


@given(PAGES)
def test_the_page_is_as_sound_as_it_was(html):
    def problems(text):
        parser = html5lib.HTMLParser()
        parser.parseFragment(text)
        return len(parser.errors)

    assert problems(explain(html)) == problems(html)

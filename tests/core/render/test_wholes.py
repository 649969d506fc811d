"""Easy language in finished HTML: seams as the site has them, words and phrases kept in one line, nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.catalogue import easy_words
from vorbild.compounds import HYPHEN, MEDIOPOINT, Compounds
from vorbild.render import Wholes

KNOWN = easy_words()
COMPOUNDS = Compounds(("E-Mail", "Nieder-Olm"), KNOWN["adjectives"], KNOWN["endings"])
NAMES = ("Schwäbisch Gmünd", "Nieder-Olm", "Leichte Sprache")
HYPHENS, POINTS = (Wholes(COMPOUNDS, style, NAMES, KNOWN) for style in (HYPHEN, MEDIOPOINT))
GOLDEN = Path(__file__).parent / "easy"


def easy(html, wholes=HYPHENS):
    return wholes(html, "de-simple")


def kept(html):
    """Return what is kept together in `html`, in order."""
    return [re.sub("<[^>]*>", "", text) for text in re.findall(r'<span class="whole">(.*?)</span>', easy(html))]


@pytest.mark.parametrize("style", [HYPHEN, MEDIOPOINT])
def test_a_page_in_easy_language_as_it_is_shown(style):
    wholes = HYPHENS if style == HYPHEN else POINTS
    source = (GOLDEN / "page.html").read_text("utf-8")
    assert easy(source, wholes) == (GOLDEN / f"page.{style}.html").read_text("utf-8")


@pytest.mark.parametrize(
    "phrase",
    [
        "10 Uhr",
        "5 Euro",
        "1. März 2020",
        "3. Mai",
        "April 2023",
        "Artikel 9",
        "Jahr 2024",
        "200 Tausend",
        "1.500 Euro",
        "Schwäbisch Gmünd",
        "Leichte Sprache",
        "Nieder-Olm",
        "E-Mail",
        "06136 69111",
        "+49 381 381-4500",
        "2,5 Meter",
        "9 Begleit-Personen",
    ],
)
def test_what_belongs_together_stays_in_one_line(phrase):
    assert kept(f"<p>Hier steht {phrase} und mehr.</p>") == [phrase]


def test_punctuation_does_not_stand_alone():
    assert kept("<p>Das heißt: „Rollstuhl-Rampe“.</p>") == ["„Rollstuhl-Rampe“."]


@pytest.mark.parametrize(
    "html",
    [
        "<p>info@kommune-inklusiv.de, www.kommune-inklusiv.de/ueber-uns</p>",
        "<p><code>extra-Wort</code></p>",
        "<address>Konrad-Adenauer-Straße 5</address>",
        "<title>Start-Seite</title>",
        '<p lang="en">Low-Budget</p>',
        "<p>Garten- und Landschaftsbau, Bürger*innen-Rat, 3 und 4</p>",
        '<a href="a-b/c-d/" title="Start-Seite">ja</a>',
        "<p>&shy;-Wort &amp; x</p>",
    ],
)
def test_what_is_left_alone(html):
    assert easy(html) == html


def test_only_easy_language_is_changed():
    html = '<p>Rollstuhl-Rampe</p><p lang="de-simple">Rollstuhl-Rampe</p>'
    assert HYPHENS(html) == '<p>Rollstuhl-Rampe</p><p lang="de-simple"><span class="whole">Rollstuhl-Rampe</span></p>'


def test_a_text_in_a_row_of_parts_stays_one_part():
    made = easy("<a><svg></svg>Zur Start-Seite</a>")
    assert made == '<a><svg></svg><span class="words">Zur <span class="whole">Start-Seite</span></span></a>'


def test_where_no_tag_can_stand_a_mediopunkt_becomes_a_hyphen():
    assert easy('<a title="Start·seite">x</a><title>Haupt·menü</title>', POINTS) == (
        '<a title="Start-Seite">x</a><title>Haupt-Menü</title>'
    )


WORDS = st.sampled_from(
    [
        "Rollstuhl-Rampe",
        "barriere-frei",
        "E-Mail",
        "10",
        "Uhr",
        "Mai",
        "2020",
        "1.",
        "„Ja-Wort“",
        "&amp;",
        "x",
        "Artikel",
        "06136",
        "69-111",
        "a@b-c.de",
        "Schwäbisch",
        "Gmünd",
        "-",
        "Träger*innen",
        "&lt;b&gt;",
        "\n",
    ]
)
TAGS = st.sampled_from(["p", "li", "a", "strong", "span", "h2", "div", "code", "address"])


def tree(tag, inner):
    return f"<{tag}>{inner}</{tag}>"


HTML = st.recursive(
    st.lists(WORDS, min_size=1, max_size=6).map(" ".join),
    lambda inner: st.builds(tree, TAGS, inner) | st.lists(inner, min_size=2, max_size=3).map(" ".join),
    max_leaves=8,
)


@given(HTML)
def test_tags_are_added_and_nothing_else(html):
    assert re.sub(r'</?span(?: class="(?:whole|words)")?>', "", easy(html)) == re.sub("</?span>", "", html)


@given(HTML, st.sampled_from([HYPHENS, POINTS]))
def test_doing_it_twice_changes_nothing(html, wholes):
    assert easy(easy(html, wholes), wholes) == easy(html, wholes)


@given(HTML)
def test_a_page_with_mediopunkt_has_the_same_letters(html):
    def letters(made):
        return re.sub(r"[-\u2011]", "", "".join(html5lib.parseFragment(made).itertext())).lower()

    assert letters(easy(html, POINTS)) == letters(html)


@given(st.text(st.sampled_from("<>/=\"' ab-Rp·10&;"), max_size=40))
def test_broken_html_is_no_more_broken_afterwards(html):
    assert (
        re.sub(r'<span class="(?:whole|words)">|</span>', "", easy(html)).replace("·", "-").lower()
        == re.sub(r"</span>", "", html).replace("·", "-").lower()
    )


def test_words_for_the_ear_only_have_no_lines_to_be_kept_in():
    html = '<a href="x">Rat·haus<span class="vh"> (eine andere Internet-Seite)</span></a>'
    assert easy(html) == (
        '<a href="x"><span class="whole">Rat-Haus</span><span class="vh"> (eine andere Internet-Seite)</span></a>'
    )

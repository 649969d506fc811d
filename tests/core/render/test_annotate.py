"""Hard, short and foreign words in finished HTML: what is marked, what is left alone, and that nothing else changes."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild.render.annotate import MOST_LINKS, Annotator
from vorbild.views import Word


def term(*forms, short=""):
    anchor = forms[0].lower().replace(" ", "-")
    yield Word(forms, anchor, f"site:glossar.md#{anchor}")
    if short:
        yield Word((short,), anchor, f"site:glossar.md#{anchor}", forms[0])


WORDS = (
    *term("Kommune", "Kommunen"),
    *term("Modellkommune"),
    *term("Träger", "Trägers"),
    *term("Leichte Sprache", "Leichter Sprache"),
    *term("Deutsche Gebärdensprache", short="DGS"),
    *term("Q&A"),
    Word(("Kommune Inklusiv",)),
    Word(("WCAG",), "wcag", "site:glossar.md#wcag", 'Web "Content" Guidelines', "en"),
    Word(("Summer School", "Summer Schools"), language="en"),
    Word(("amp", "title", "href", "term"), language="en"),
)
annotate = Annotator(WORDS, "{word}: ?".format)
EN = ' lang="en"'


def link(text, anchor):
    word = " ".join(re.sub(r"<[^>]*>", "", text).split())
    return f'<a class="term" href="site:glossar.md#{anchor}" aria-label="{word}: ?">{text}</a>'


def short(text, expansion, language=""):
    return f'<abbr{language} title="{expansion}">{text}</abbr>'


def bare(html):
    """Take away what the annotator may add, and nothing else."""
    html = re.sub(
        r'<a class="term" href="site:glossar\.md#[^"]*" aria-label="[^"]*">(?:<abbr[^>]*>)?([^<]*)(?:</abbr>)?</a>',
        r"\1",
        html,
    )
    html = re.sub(r'<abbr title="Deutsche Gebärdensprache">(DGS)</abbr>', r"\1", html)
    return re.sub(r'<span lang="en">([^<]*)</span>', r"\1", html)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Die Kommune hilft.</p>", f"<p>Die {link('Kommune', 'kommune')} hilft.</p>"),
        ("<td>Kommunen</td>", f"<td>{link('Kommunen', 'kommune')}</td>"),
        ("<p><em>Kommune</em></p>", f"<p><em>{link('Kommune', 'kommune')}</em></p>"),
        ("<p>Modellkommune</p>", f"<p>{link('Modellkommune', 'modellkommune')}</p>"),
        ("<p>Leichter\nSprache</p>", "<p>" + link("Leichter\nSprache", "leichte-sprache") + "</p>"),
        ("<p>Q&amp;A</p>", f"<p>{link('Q&amp;A', 'q&a')}</p>"),
        (
            "<p>DGS-Kurs</p>",
            f"<p>{link(short('DGS', 'Deutsche Gebärdensprache'), 'deutsche-gebärdensprache')}-Kurs</p>",
        ),
        (
            "<p>WCAG</p>",
            f"<p>{link(short('WCAG', 'Web &quot;Content&quot; Guidelines', EN), 'wcag')}</p>",
        ),
        ("<p>Summer School</p>", '<p><span lang="en">Summer School</span></p>'),
        ("<h2>Summer School</h2>", '<h2><span lang="en">Summer School</span></h2>'),
        ('<a href="x">Summer School</a>', '<a href="x"><span lang="en">Summer School</span></a>'),
    ],
)
def test_words_are_marked(before, after):
    assert annotate(before) == after


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Kommune</h2>",
        "<div>Kommune</div>",
        '<p><a href="x">Kommune</a></p>',
        "<ul><li><button>Kommune</button></li></ul>",
        "<p><code>Kommune Summer School</code></p>",
        "<p><svg><text>Kommune Summer School</text></svg></p>",
        "<p><svg><path d='M0 0'/><title>Kommune</title></svg></p>",
        "<nav><ul><li>Kommune</li></ul></nav>",
        '<ul><li class="x card"><p>Kommune</p></li></ul>',
        '<p lang="en">Kommune Summer School</p>',
        '<p><em lang="en">Summer School</em></p>',
        "<!-- <p>Kommune</p> -->",
        '<p title="Kommune > <p>Kommune</p>"></p>',
        "<p>Kommunenverbund, Leichte-Sprache-Text, Kommune-Netz, Netz-Kommune</p>",
        "<p>Träger*innen, Träger:innen, Träger_innen</p>",
        "<p>Kom&shy;Kommune Träger&shy;schaft</p>",
        "<p>www.Kommune.de, mail@Kommune, #Kommune, kommune</p>",
        "<p>Kommune Inklusiv</p>",
        "<p>&amp; &title; &#39;</p>",
    ],
)
def test_what_is_no_running_text_or_no_whole_word_is_left_alone(html):
    assert annotate(html) == html


def test_each_word_leads_to_the_glossary_once_and_foreign_words_are_marked_each_time():
    html = annotate(
        "<p>Kommune</p><p>Kommunen, Summer School, Summer School</p><li>DGS</li><p>Deutsche Gebärdensprache"
    )
    assert [html.count(part) for part in ('class="term"', 'lang="en"')] == [2, 2]


def test_an_abbreviation_of_a_word_that_is_linked_already_tells_its_long_form_once():
    html = annotate("<p>Deutsche Gebärdensprache (DGS)</p><p>DGS</p>")
    wanted = short("DGS", "Deutsche Gebärdensprache")
    assert html.endswith(f"</a> ({wanted})</p><p>DGS</p>")


def test_a_paragraph_stays_readable_and_the_next_one_takes_what_is_left():
    html = annotate("<p>Kommune, Träger, Modellkommune</p><ul><li>Modellkommune</li></ul>")
    assert html.partition("</p>")[0].count("term") == MOST_LINKS
    assert "<li><a" in html


def test_a_list_in_a_list_does_not_end_the_paragraph_around():
    html = annotate("<li>Kommune<ul><li>WCAG</li></ul>Träger, Modellkommune</li>")
    assert html.endswith(f"{link('Träger', 'träger')}, Modellkommune</li>")


def test_the_word_a_page_is_about_is_not_linked():
    assert annotate("<p>Kommune</p>", own="Ort: Kommune") == "<p>Kommune</p>"
    assert "term" in annotate("<p>Kommune</p>", own="Kommune heute")


def test_without_terms_only_foreign_words_are_marked():
    html = annotate("<p>Kommune WCAG Summer School</p>", terms=False)
    assert html == '<p>Kommune WCAG <span lang="en">Summer School</span></p>'


def test_an_empty_lexicon_changes_nothing():
    assert Annotator((), str)("<p>Kommune</p>") == "<p>Kommune</p>"


words = st.sampled_from(
    [form for word in WORDS for form in word.forms] + ["und", "so", "-", "*innen", ".", " ", "<", "&"]
)
texts = st.lists(words, max_size=6).map(lambda parts: escape(" ".join(parts)))
tags = st.sampled_from(["p", "li", "ul", "div", "td", "h2", "a", "em", "code", "svg", "nav", "dd", "span"])
attributes = st.sampled_from(
    ["", ' class="card"', ' lang="en"', " class='b'", ' title="Kommune > Träger"', ' id="Kommune"']
)
broken = st.sampled_from(
    ["<br>", "</p>", "<p>", "</div>", "<img alt='Kommune'>", "<!-- Kommune -->", "< Kommune", "&nbsp;"]
)
pages = st.recursive(
    texts | broken,
    lambda inner: st.builds(
        lambda tag, attribute, children: f"<{tag}{attribute}>{''.join(children)}</{tag}>",
        tags,
        attributes,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(pages, st.booleans())
def test_only_tags_are_added(html, terms):
    assert bare(annotate(html, terms=terms)) == bare(html)


@given(pages, st.booleans())
def test_marking_twice_is_marking_once(html, terms):
    once = annotate(html, terms=terms)
    assert annotate(once, terms=terms) == once

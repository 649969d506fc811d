"""Pictures beside headings in finished HTML."""

from __future__ import annotations

import pytest
from vorbild.render.illustrate import illustrated


def draw(name):
    return f"<i>{name}</i>"


@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_a_picture_stands_before_the_words_which_stay_one_part(tag):
    html = f'<{tag} id="geld">Das <b>Geld</b></{tag}><p>Das Geld ist da.</p>'
    assert illustrated(html, draw) == (
        f'<{tag} id="geld"><i>money</i><span class="words">Das <b>Geld</b></span></{tag}><p>Das Geld ist da.</p>'
    )


@pytest.mark.parametrize("html", ["<h1>Geld</h1>", "<h2>Musterstadt</h2>", "<h4>Geld</h4>", "<hr>Geld", ""])
def test_all_else_stays_as_it_is(html):
    assert illustrated(html, draw) == html


def test_words_are_read_as_a_reader_does():
    assert "<i>people</i>" in illustrated("<h2>F&uuml;r\nwen ist das?</h2>", draw)

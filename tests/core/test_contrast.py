"""Contrast by WCAG, and the nearest tone that passes: near, of the same hue, and the same each time."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vorbild.contrast import Colour, Demand, difference, nearest_passing, parse, passes, ratio, tones
from vorbild.contrast import _oklab as oklab

BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)
part = st.integers(0, 255)
colours = st.builds(Colour, part, part, part)
greys = st.builds(lambda level: Colour(level, level, level), part)
demands = st.lists(st.builds(Demand, colours, st.sampled_from([3.0, 4.5, 7.0])), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    # From the understanding documents and tools of WCAG.
    [("#000", "#fff", 21), ("#777777", "#ffffff", 4.478), ("#767676", "#ffffff", 4.542), ("#ff0000", "#fff", 3.998)],
)
def test_ratio_is_that_of_wcag(one, other, expected):
    assert ratio(parse(one), parse(other)) == pytest.approx(expected, abs=0.001)


@given(colours, colours)
def test_ratio_does_not_ask_which_is_the_ground(one, other):
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21


@pytest.mark.parametrize(
    "text", ["", "red", "#12", "#1234", "#12345", "#1234567", "0a4a4c", "#ggg", "#0a4a4c ", "#١٢٣"]
)
def test_only_three_or_six_digits_are_a_colour(text):
    assert parse(text) is None


def test_short_and_long_are_the_same_colour():
    assert parse("#0Af") == parse("#00aaff") == Colour(0, 170, 255)


@given(colours)
def test_a_colour_is_written_as_it_is_read(colour):
    assert parse(str(colour)) == colour


@settings(max_examples=25)
@given(colours, demands)
def test_what_is_proposed_passes_and_no_tone_that_passes_is_nearer(colour, demands):
    proposal = nearest_passing(colour, demands)
    if proposal is None:
        assert not any(passes(tone, demands) for tone in tones(colour))
    else:
        assert passes(proposal, demands)
        assert difference(colour, proposal) == min(
            difference(colour, tone) for tone in tones(colour) if passes(tone, demands)
        )


@settings(max_examples=25)
@given(colours, demands)
def test_a_colour_that_passes_stays(colour, demands):
    if passes(colour, demands):
        assert nearest_passing(colour, demands) == colour


@settings(max_examples=25)
@given(greys, demands)
def test_among_greys_it_is_the_nearest_of_all_256(grey, demands):
    passing = [grey for grey in (Colour(level, level, level) for level in range(256)) if passes(grey, demands)]
    proposal = nearest_passing(grey, demands)
    assert (proposal is None) == (not passing)
    if proposal is not None:
        assert difference(grey, proposal) == min(difference(grey, other) for other in passing)


@settings(max_examples=25)
@given(colours, demands)
def test_the_hue_stays(colour, demands):
    proposal = nearest_passing(colour, demands)
    if proposal is None:
        return
    (_, a, b), (_, c, d) = oklab(colour), oklab(proposal)
    before, after = math.hypot(a, b), math.hypot(c, d)
    assert after <= before + 0.02
    # A hue is only seen where there is colour enough; the rest is the rounding to 255 steps.
    if min(before, after) > 0.05:
        turn = abs(math.remainder(math.atan2(b, a) - math.atan2(d, c), math.tau))
        assert math.degrees(turn) < 20


def test_the_ends_are_black_and_white_and_beyond_them_is_nothing():
    assert nearest_passing(Colour(90, 90, 90), [Demand(WHITE, 20.95)]) == BLACK
    assert nearest_passing(Colour(90, 90, 90), [Demand(BLACK, 20.95)]) == WHITE
    assert nearest_passing(Colour(200, 16, 46), [Demand(WHITE, 7.0), Demand(BLACK, 7.0)]) is None

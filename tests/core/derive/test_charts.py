"""Charts of series: honest columns, words for what is inexact, and nothing drawn where nothing can be said."""

from __future__ import annotations

from itertools import combinations

import projects
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vorbild import Build, Site, load
from vorbild.catalogue import number, texts
from vorbild.derive import charts

SERIES = """\
indicators:
  - {label: Rampen, unit: Rampen, date: 2023-05, value: 100, source: 1}
  - {label: Rampen, unit: Rampen, date: 2020, value: 25, source: 1}
  - {label: Rampen, unit: Rampen, date: 2026-02, value: 150, qualifier: rund, source: 1}
  - {label: Rampen, unit: Rampen, value: 7000, source: 1}
  - {label: Vereine, date: 2020, value: 3, source: 1}
"""


def measured(when, value, qualifier=""):
    month = {"": "", "01": "Januar ", "07": "Juli ", "12": "Dezember "}[when[5:7]]
    day = f"{int(when[8:])}. " if when[8:] else ""
    return charts.Measured(when, value, number(value), qualifier, f"{day}{month}{when[:4]}")


def drawn(*points):
    return charts.chart(texts(), "Rampen", [measured(*point) for point in points])


def page(project, snippet):
    text, _ = projects.replace(projects.ENTRY, snippet)
    projects.write(project, "case_studies/practices/beispiel.yml", text)
    build = Build(load(project), Site())
    return build, next(p for p in build.pages() if p.uri == "praxis/beispiel/index.md")


def series(shown):
    return [
        one
        for section in shown.view.sections
        for block in section.blocks
        if block.component == "indicators"
        for one in block.data
    ]


def test_heights_are_in_the_ratio_of_the_numbers_from_zero():
    chart = drawn(("2020", 25), ("2022", 100), ("2024", 50))
    for drawing in (chart.narrow, chart.wide):
        assert [column.height for column in drawing.columns] == [37.5, 150, 75]
        assert all(round(column.y + column.height, 1) == drawing.base for column in drawing.columns)


def test_distances_are_in_the_ratio_of_the_time_between():
    for drawing in (drawn(("2010", 1), ("2018", 2), ("2022", 3)).wide,):
        first, second, third = (column.x for column in drawing.columns)
        assert drawing.to_scale
        assert (second - first) / (third - second) == pytest.approx(2, abs=0.01)


def test_columns_stand_in_the_order_of_time_whatever_the_order_in_the_file():
    chart = drawn(("2023-07", 3), ("2020", 1), ("2021-01-15", 2))
    assert [column.value.lines[-1] for column in chart.wide.columns] == ["1", "2", "3"]


def test_a_year_stands_at_its_middle_and_a_month_too():
    assert charts.moment("2020") == 2020.5
    assert charts.moment("2020-12") < charts.moment("2020-12-31") < charts.moment("2021-01-01")
    assert charts.moment("2024-02-29") < charts.moment("2024-03-01") + 0.01


def test_dates_too_near_for_a_scale_stand_in_steps_and_the_page_says_so(project):
    chart = drawn(("2001", 1), ("2020-07-01", 2), ("2020-07-02", 3))
    assert not chart.narrow.to_scale
    steps = [after.x - before.x for before, after in zip(chart.narrow.columns, chart.narrow.columns[1:], strict=False)]
    assert steps[0] == pytest.approx(steps[1], abs=0.2)
    build, shown = page(project, SERIES.replace("2023-05", "2020-01"))
    narrow = build.body(shown)
    assert "Ihre Abstände zeigen, wie viel Zeit dazwischen liegt." in narrow
    build, shown = page(project, SERIES.replace("2023-05", "2020-07-02").replace("date: 2026-02", "date: 2020-07-03"))
    assert "Ihre Abstände sagen nichts." in build.body(shown)


@pytest.mark.parametrize(
    "points",
    [
        [],
        [("2020", 5)],
        [("", 5), ("2020", 5)],
        [("2020", 5), ("2020", 7)],
        [("2020", 0), ("2021", 0)],
        [("2020", -5), ("2021", 7)],
        [(f"{year}", 1) for year in range(1900, 2000)],
    ],
    ids=["nothing", "one", "one dated", "one date", "zeros", "below zero", "a hundred"],
)
def test_no_chart_where_it_would_say_nothing(points):
    assert drawn(*points) is None


def test_a_word_beside_the_number_is_shown_and_its_column_is_dashed():
    exact, rough = drawn(("2018", 100), ("2022", 120, "weit mehr als")).wide.columns
    assert (exact.rough, rough.rough) == (False, True)
    assert rough.value.lines == ("weit mehr", "als", "120")


def test_numbers_of_any_size_are_drawn():
    chart = drawn(("2018", 10**400), ("2022", 0.5))
    assert [column.height for column in chart.wide.columns] == [150, 0]


dates = st.dates().map(str) | st.integers(1900, 2100).map(str)
numbers = st.integers(0, 10**9) | st.floats(0, 10**6)
words = st.text("abcdefgh ", max_size=40).map(str.strip)


@given(st.lists(st.tuples(dates, numbers, words), max_size=15))
def test_labels_never_cover_each_other_or_a_column_or_leave_the_drawing(points):
    plain = [charts.Measured(when, value, number(value), word, f"Monat {when[:4]}") for when, value, word in points]
    chart = charts.chart(texts(), "Reihe", plain)
    for drawing in (chart.narrow, chart.wide) if chart else ():
        columns = [(c.x, c.y, c.x + c.width, c.y + c.height) for c in drawing.columns]
        labels = [charts._box(c.value) for c in drawing.columns if c.value]
        below = [charts._box(c.date) for c in drawing.columns if c.date]
        for one, other in [
            *combinations(labels, 2),
            *combinations(below, 2),
            *((a, b) for a in labels for b in columns),
        ]:
            # Places are rounded to a tenth.
            assert (
                one[2] <= other[0] + 0.2
                or other[2] <= one[0] + 0.2
                or one[3] <= other[1] + 0.2
                or other[3] <= one[1] + 0.2
            )
        for left, top, right, bottom in [*columns, *labels, *below]:
            assert -0.2 <= left <= right <= drawing.width + 0.2
            assert -0.2 <= top <= bottom <= drawing.height + 0.2


def test_the_last_number_has_its_label_when_others_have_no_room():
    chart = drawn(*((f"{year}", year) for year in range(2000, 2020)))
    labelled = [column.value is not None for column in chart.narrow.columns]
    assert labelled[-1]
    assert not all(labelled)


def test_a_series_has_a_chart_and_a_table_and_a_single_number_only_a_table(project):
    build, shown = page(project, SERIES)
    ramps, clubs = series(shown)
    assert ramps.chart is not None
    assert clubs.chart is None
    body = build.body(shown)
    assert body.count('role="img"') == 2  # one drawing for a phone and one for more room
    assert body.count('<table class="indicators">') == 2
    name = "Säulendiagramm: Rampen. Erster Wert: 25 (2020). Letzter Wert: rund 150 (Februar 2026)."
    assert name in body
    assert "Höhe: Rampen" in body
    assert "style=" not in body


def test_what_has_no_date_is_in_the_table_only_and_the_page_says_so(project):
    build, shown = page(project, SERIES)
    body = build.body(shown)
    drawing = body[body.index("<svg", body.index('<figure class="chart">')) : body.index("<table")]
    assert "7.000" not in drawing
    assert "7.000" in body
    assert "Werte ohne Datum stehen nur in der Tabelle." in body
    build, shown = page(project, SERIES.replace("  - {label: Rampen, unit: Rampen, value: 7000, source: 1}\n", ""))
    assert "Werte ohne Datum" not in build.body(shown)

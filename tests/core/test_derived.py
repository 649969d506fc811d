"""What follows from other values: a duration from start and end, in whole years, and only where it is certain."""

from __future__ import annotations

import projects
import pytest
from vorbild import check, load
from vorbild.catalogue import explain

ENTRY = "case_studies/practices/beispiel.yml"
PERIOD = "  start: 2008-10\n  status: running\n"
SHORT, SOME, LONG, VERY_LONG = "up_to_one_year", "one_to_three_years", "three_to_ten_years", "over_ten_years"


def write(project, *lines):
    assert PERIOD in projects.ENTRY
    period = "".join(f"  {line}\n" for line in lines)
    projects.write(project, ENTRY, projects.ENTRY.replace(PERIOD, period))


def duration(project, *lines):
    write(project, *lines)
    return load(project).library.find("practice", "beispiel").period.get("duration")


@pytest.mark.parametrize(
    ("start", "wanted"),
    [
        ("2026-11-22", SHORT),
        ("2025-11-23", SHORT),  # tomorrow it is a year
        ("2025-11-22", SOME),
        ("2023-11-23", SOME),
        ("2023-11-22", LONG),
        ("2016-11-23", LONG),
        ("2016-11-22", VERY_LONG),
        ("2023-10", LONG),
        ("1989", VERY_LONG),
    ],
)
def test_what_runs_has_run_up_to_the_day_of_the_review(project, start, wanted):
    assert duration(project, f"start: {start}", "status: running") == wanted


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2020", "2020", SHORT),
        ("2020-01-01", "2020-12-31", SHORT),
        ("2020-01-01", "2022-12-31", SOME),
        ("2021", "2023-06-15", SOME),
        ("2018-07", "2023-06-30", LONG),
    ],
)
def test_what_has_ended_ran_up_to_its_end(project, start, end, wanted):
    assert duration(project, f"start: {start}", f"end: {end}", "status: ended") == wanted


def test_an_end_that_is_yet_to_come_does_not_count(project):
    assert duration(project, "start: 2026-01", "end: 2030", "status: pilot") == SHORT


def test_a_year_that_may_mean_two_durations_means_none(project):
    assert duration(project, "start: 2025", "status: running") is None
    assert duration(project, "start: 2023", "status: running") is None
    assert duration(project, "start: 2025-11", "status: running") is None


@pytest.mark.parametrize("status", ["pilot", "ended", "unknown"])
def test_without_an_end_nothing_is_known_of_what_may_be_over(project, status):
    assert duration(project, "start: 2008", f"status: {status}") is None


def test_an_idea_has_no_duration_yet(project):
    assert duration(project, "start: 2027", "end: 2029", "status: idea") is None


def test_editors_may_say_what_does_not_follow(project):
    assert duration(project, "start: 2025", "status: running", f"duration: {SOME}") == SOME
    assert duration(project, "start: 2019", "status: pilot", f"duration: {SHORT}") == SHORT
    assert list(check(load(project))) == []


def test_a_duration_that_the_dates_forbid_is_found_where_it_stands(project):
    write(project, "start: 2025", "status: running", f"duration: {LONG}")
    (finding,) = [explain(diagnostic) for diagnostic in check(load(project))]
    assert (finding.code, finding.line, finding.column) == ("duration-contradiction", 11, 13)
    assert "bis zu 1 Jahr, 1 bis 3 Jahre" in finding.message
    assert f"{SHORT}, {SOME}" in finding.help

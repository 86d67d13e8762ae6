"""Dates as papers give them: a year, a month or a day."""

from __future__ import annotations

import pytest

from trustgraph import dates


@pytest.mark.parametrize("text", ["2016", "2016-04", "2016-04-01", "2024-02-29", "0001", "9999-12-31"])
def test_dates_of_three_lengths_are_sound(text: str) -> None:
    """A year, a month and a day are dates."""
    assert dates.problem(text) == ""


PROBLEMS = {
    "2023-02-29": "February 2023 has 28 days",
    "2024-02-30": "February 2024 has 29 days",
    "2024-04-31": "April 2024 has 30 days",
    "2024-01-00": "January 2024 has 31 days",
    "2024-13-45": "month 13; months run from 01 to 12",
    "2024-00": "month 00",
    "0000": "years start at 0001",
    "12/03/2009": "write 2016, 2016-04 or 2016-04-01",
    "2016-4-1": "write 2016",
    "1 April 2016": "write 2016",
    "": "write 2016",
    "２０１６": "write 2016",
    "2016-04-01\n": "write 2016",
}


@pytest.mark.parametrize("text", PROBLEMS)
def test_what_is_no_date_is_told(text: str) -> None:
    """Each thing that can be wrong with a date is named."""
    assert PROBLEMS[text] in dates.problem(text)


@pytest.mark.parametrize(
    ("since", "until", "after"),
    [
        ("2016", "2015", True),
        ("2016", "2016", False),
        ("2016-05", "2016", False),
        ("2016", "2016-01-01", False),
        ("2016-05-02", "2016-05-01", True),
        ("2016-05", "2016-04-30", True),
    ],
)
def test_a_span_is_judged_by_what_both_dates_give(since: str, until: str, after: bool) -> None:
    """A year holds all its days."""
    assert dates.starts_after(since, until) is after


@pytest.mark.parametrize(
    ("since", "until", "as_at", "held"),
    [
        (None, None, "2016", True),
        ("2016-04-01", None, "2015-11-30", False),
        ("2016-04-01", None, None, True),
        ("2016-04-01", None, "2016-04-01", True),
        ("2016-04-01", None, "2016", True),
        (None, "2015", "2016", False),
        (None, "2016", "2016-11", True),
        ("2010", "2015", "2012-06-01", True),
    ],
)
def test_what_is_in_force_holds(since: str | None, until: str | None, as_at: str | None, held: bool) -> None:
    """Something holds from its first date to its last, both included."""
    assert dates.holds(since, until, as_at) is held


@pytest.mark.parametrize(
    ("text", "words"), [("2015-11-30", "30 November 2015"), ("2016-04", "April 2016"), ("2016", "2016")]
)
def test_a_date_reads_as_a_paper_prints_it(text: str, words: str) -> None:
    """The month is written out, and nothing is made up."""
    assert dates.spoken(text) == words

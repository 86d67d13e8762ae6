"""Dates as papers give them: a year, a month or a day (as in Popolo)."""

from __future__ import annotations

import re

_MONTHS = "January February March April May June July August September October November December".split()


def problem(text: str) -> str:
    """Return what is wrong with a date, as a clause, or "" where it is YYYY, YYYY-MM or YYYY-MM-DD."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text, re.ASCII)
    if not match:
        return f"'{text}' is not a date; write 2016, 2016-04 or 2016-04-01"
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if year == 0:
        return f"'{text}' has the year 0; years start at 0001"
    if not 1 <= month <= 12:
        return f"'{text}' has month {match[2]}; months run from 01 to 12"
    # the calendar takes a while to import, and few files give a date
    from calendar import monthrange

    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        return f"'{text}' cannot be: {_MONTHS[month - 1]} {year} has {days} days"
    return ""


def starts_after(since: str, until: str) -> bool:
    """Return whether a span would start after it ends, judged by what both dates give ("2016" holds all of it)."""
    given = min(len(since), len(until))
    return since[:given] > until[:given]


def holds(since: str | None, until: str | None, as_at: str | None) -> bool:
    """Return whether something in force from `since` to `until` holds at a date; no date, and it does."""
    if as_at is None:
        return True
    return not (since and starts_after(since, as_at)) and not (until and starts_after(as_at, until))


def spoken(text: str) -> str:
    """Return a date as a committee paper prints it: "30 November 2015", "April 2016", "2016"."""
    year, *rest = text.split("-")
    if not rest:
        return year
    named = f"{_MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {named}" if len(rest) == 2 else named

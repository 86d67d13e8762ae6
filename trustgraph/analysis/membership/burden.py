"""How many meetings a year the arrangement asks of each post and organisation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from trustgraph.analysis.membership.sittings import NONE, By, meetings_a_year, plus, sittings, times
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Body


class Burden(NamedTuple):
    """The meetings a year that a post or an organisation may have to attend.

    `least` counts the seats that bind it to every meeting, `most` all that it may take; None is unknown.
    `seat_least` and `seat_most` are seats times meetings. `unstated` are the bodies whose frequency the paper
    leaves open: they are named, add nothing to the least, and make the most unknown.
    """

    who: str
    by: By
    bodies: tuple[str, ...]
    least: int
    most: int | None
    seat_least: int
    seat_most: int | None
    unstated: tuple[str, ...]


def burden(model: Model) -> tuple[Burden, ...]:
    """Return the meetings a year of every organisation, then every post, that sits anywhere, the most burdened first.

    Only bodies of the arrangement count: what an outside body asks of its own members is no cost of this one. Of
    several bodies alike an organisation attends all; a post that sits on each may be one officer or as many.
    """
    inner = model.inner
    rows = []
    for by in By:
        alike = inner if by is By.POST else {}
        frequency = {
            body.id: _asked(model, body, by, len(alike.get(body.id, ()))) for body in model.bodies if body.inside
        }
        taken: dict[str, dict[str, Range]] = {}
        bound: set[tuple[str, str]] = set()
        for row in (row for row in sittings(model, by, unfold=by is By.ORGANISATION) if row.body in frequency):
            seats = taken.setdefault(row.who, {})
            seats[row.body] = plus(seats.get(row.body, NONE), row.seats)
            bound.update([(row.who, row.body)] if row.certain else [])
        rows += [
            _row(who, by, seats, frequency, {body for body in seats if (who, body) in bound})
            for who, seats in taken.items()
        ]
    # sorting keeps the model's order among equals
    rows.sort(key=lambda row: (row.by, -row.least, row.most is not None, -(row.most or 0)))
    return tuple(rows)


def _asked(model: Model, body: Body, by: By, within: int) -> Range | None:
    """Return the meetings a year that a seat on all bodies of this record asks for, so many being within it."""
    each = meetings_a_year(model, body)
    if each is None:
        return None
    all_of_them = times(times(each, body.count), Range(max(within, 1), max(within, 1)))
    return all_of_them if by is By.ORGANISATION else Range(min(each.least, all_of_them.least), all_of_them.most)


def _row(
    who: str, by: By, seats: Mapping[str, Range], frequency: Mapping[str, Range | None], bound: Collection[str]
) -> Burden:
    meetings, seat_meetings, unstated = NONE, NONE, []
    for body, taken in seats.items():
        held = frequency[body]
        if held is None:
            unstated.append(body)
            continue
        meetings = plus(meetings, held if body in bound else Range(0, held.most))
        # a post is one sitter, however many seats its title stands for
        seat_meetings = plus(seat_meetings, times(held, taken))
    most, seat_most = (None, None) if unstated else (meetings.most, seat_meetings.most)
    return Burden(who, by, tuple(seats), meetings.least, most, seat_meetings.least, seat_most, tuple(unstated))

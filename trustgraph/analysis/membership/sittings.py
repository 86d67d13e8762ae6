"""Who may sit where: the seats of a model, one row for each body they hold for and each who may take them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import ONE, Body, Membership
from trustgraph.vocabulary import Attendance

NONE = Range(0, 0)


class By(StrEnum):
    """Whether memberships are looked at post by post or organisation by organisation."""

    ORGANISATION = "organisation"
    POST = "post"


class Sitting(NamedTuple):
    """A post or an organisation that sits, or may sit, on a body by one seat record.

    `seats` are those it takes: the least is 0 where it only may, when required, in rotation, by invitation or as one
    of several. It is `certain` where it always does, be it in an office that takes no seat of its own.
    """

    seat: str
    body: str
    who: str
    seats: Range
    record: Membership
    certain: bool


def sittings(model: Model, by: By, *, unfold: bool = False) -> tuple[Sitting, ...]:
    """Return which posts, or which organisations, may sit on each body, in the order of the seats.

    A collective's seats are on the collective, or with `unfold` on each body within it. Of two posts that one person
    holds the first stands for both. A body sits as an organisation; a post sits for the organisation it belongs to.
    Seats that the paper denies, vacant ones, and those on bodies that are only context are left out.
    """
    inner, context = model.inner if unfold else {}, model.context
    whom = stood_for(model, by)
    rows: list[Sitting] = []
    for key, seat in model.seats.items():
        if seat.denied or seat.body in context:
            continue
        taken = [*dict.fromkeys(map(whom.get, (seat.member,) if seat.member else seat.any_of))]
        seats = seat.seats
        certain = len(taken) == 1 and seat.attendance is Attendance.ALWAYS and (seats.least > 0 or seats == NONE)
        if not certain:
            seats = Range(0, seats.most)
        for body in inner.get(seat.body, (seat.body,)):
            rows += [Sitting(key, body, who, seats, seat, certain) for who in taken if who and who != body]
    return tuple(rows)


def stood_for(model: Model, by: By) -> dict[str, str | None]:
    """Return whom each body and post sits for; None where it is no post, or of no organisation."""
    if by is By.ORGANISATION:
        return {body.id: body.id for body in model.bodies} | {post.id: post.organisation for post in model.posts}
    first: dict[str, str] = {}
    for post in model.posts:
        if post.holder is not None:
            first.setdefault(str(post.holder), post.id)
    return {post.id: post.id if post.holder is None else first[str(post.holder)] for post in model.posts}


def seats_by_body(model: Model) -> dict[str, Range]:
    """Return how many seats there are on the bodies of each record, in the model's order.

    Denied ones are none, nor are those of support and attendance. The seats of a collective are those of each body
    within it, and a template of several bodies has as many of each.
    """
    inner = model.inner
    seats: dict[str, Range] = {}
    for seat in model.memberships:
        for name in inner.get(seat.body, (seat.body,)) if seat.role.sits and not seat.denied else ():
            seats[name] = plus(seats.get(name, NONE), seat.seats)
    bodies = (body for body in model.bodies if body.id in seats and body.id not in model.context)
    return {body.id: times(seats[body.id], body.count) for body in bodies if body.id not in inner}


def meetings_a_year(model: Model, body: Body) -> Range | None:
    """Return how often one body of this record meets in a year; None where that is not known.

    Meetings of a collective hold for each body within it. A frequency tied to another body's meetings counts as many
    of them, and up to two for each where it is before and after.
    """
    at, tied, seen = body, ONE, {body.id}
    while True:
        held = at.meetings
        if held is not None and held.yearly is not None:
            return times(held.yearly, tied)
        if held is not None and "before and after" in held.text.casefold():
            tied = times(tied, Range(1, 2))
        other = model.by_id.get((held.relative_to if held is not None else at.within) or "")
        if not isinstance(other, Body) or other.id in seen:
            return None
        seen.add(other.id)
        at = other


def times(one: Range, other: Range) -> Range:
    """Return the product of two ranges; nothing bounds it where nothing bounds one of them, unless one is none."""
    if NONE in (one, other):
        return NONE
    return Range(one.least * other.least, None if one.most is None or other.most is None else one.most * other.most)


def plus(one: Range, other: Range) -> Range:
    """Return the sum of two ranges; nothing bounds it where nothing bounds one of them."""
    return Range(one.least + other.least, None if one.most is None or other.most is None else one.most + other.most)


def total(ranges: Iterable[Range]) -> Range:
    """Return the sum of ranges; nothing bounds it where nothing bounds one of them."""
    found = [*ranges]
    open_ended = any(each.most is None for each in found)
    return Range(sum(each.least for each in found), None if open_ended else sum(each.most or 0 for each in found))

"""Rules of consistency: a paper agrees with itself."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import dates, wording
from trustgraph.analysis.membership.sittings import meetings_a_year, total
from trustgraph.frequency import Range, meetings_per_year
from trustgraph.model import Model
from trustgraph.records import ONE, Body, Meetings, Membership, Relationship
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Account, Kind, Role


@rule(
    "TG502",
    Severity.WARNING,
    breaks="""
    posts: {leader: {title: Leader}, officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}, {member: officer, role: chair}]}
    """,
    keeps="""
    posts: {leader: {title: Leader}, officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}, {member: officer, role: vice_chair}]}
    """,
)
def two_accounts_of_the_chair(model: Model) -> Iterator[Breach]:
    """A paper gives one account of who chairs a body, or how the chair is found.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 2.
    """
    chairs: dict[str, list[str]] = {}
    for key, seat in model.seats.items():
        if seat.role is Role.CHAIR and not seat.denied and (wording.sitters(seat) or seat.appointed):
            chairs.setdefault(seat.body, []).append(key)
    for body, keys in chairs.items():
        first, *others = (model.seats[key] for key in keys)
        if any(_at_once(first, other) for other in others):
            ways = "; ".join(dict.fromkeys(_way(model, seat) for seat in (first, *others)))
            number, name = wording.spelt(len(keys)), wording.called(model, body)
            message = f"the paper gives {number} accounts of who chairs {name}: {ways}."
            severity = None if getattr(model[body], "inside", True) else Severity.INFO
            yield Breach(tuple(keys), message, "Say which holds.", severity=severity)


def _at_once(one: Membership, other: Membership) -> bool:
    """Return whether two seats are held at one time, as far as their dates tell."""
    orders = ((one, other), (other, one))
    return not any(a.until and b.since and dates.starts_after(b.since, a.until) for a, b in orders)


def _way(model: Model, seat: Membership) -> str:
    """Return who chairs, or how the chair is found."""
    return " or ".join(wording.called(model, who) for who in wording.sitters(seat)) or str(seat.appointed)


@rule(
    "TG505",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board, meetings: {text: quarterly, per_year: 6}}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board, meetings: {text: quarterly, per_year: 4}}
    """,
)
def frequency_that_cannot_be(model: Model) -> Iterator[Breach]:
    """A frequency is what its words say, and nobody reports to a body more often than it meets.

    Source: the model's own: a number of meetings is worked out from the paper's words.
    """
    for body in model.bodies:
        for told in _misread(body.meetings):
            yield Breach((body.id,), f"{wording.called(model, body.id)} {told}.", "Correct one of the two.")
    for key, line in model.lines.items():
        for told in _misread(line.frequency):
            yield Breach((key,), f"{wording.called(model, line.subject)} {told}.", "Correct one of the two.")
        target = model[line.target]
        often = line.frequency.yearly if line.frequency is not None else None
        if often is None or line.denied or line.kind.account is Account.NONE or not isinstance(target, Body):
            continue
        meets = meetings_a_year(model, target)
        if meets is not None and meets.most is not None and often.least > meets.most:
            who, whom = wording.called(model, line.subject), wording.called(model, line.target)
            reports = wording.agree(model, [line.subject], "reports")
            message = f"{who} {reports} {_times(often)} a year to {whom}, which meets {_times(meets)}."
            yield Breach((key, line.target), message, "Say how it reports between meetings.", severity=Severity.INFO)


def _misread(meetings: Meetings | None) -> Iterator[str]:
    """Yield what is wrong with a number of meetings that its words do not allow."""
    if meetings is None or meetings.per_year is None or meetings.relative_to is not None:
        return
    said = meetings_per_year(meetings.text)
    if said is not None and _are_apart(said, meetings.per_year):
        yield f"is put at {_times(meetings.per_year)} a year, where the paper has “{meetings.text}”"


def _times(number: Range) -> str:
    return "once" if number == ONE else f"{wording.spelt(number)} times"


def _are_apart(one: Range, other: Range) -> bool:
    """Return whether no number is within both ranges."""
    return any(a.most is not None and a.most < b.least for a, b in ((one, other), (other, one)))


@rule(
    "TG506",
    Severity.WARNING,
    breaks="""
    bodies:
      groups: {name: Local Groups, collective: true, count: 3}
      north: {name: North Group, within: groups}
      south: {name: South Group, within: groups}
    """,
    keeps="""
    bodies:
      groups: {name: Local Groups, collective: true, count: 2}
      north: {name: North Group, within: groups}
      south: {name: South Group, within: groups}
    """,
)
def counts_that_do_not_add_up(model: Model) -> Iterator[Breach]:
    """There are as many bodies in a group as it is said to have, and no more seats for their chairs.

    Source: the paper's own numbers.
    """
    listed: dict[str, list[Body]] = {}
    for body in model.bodies:
        if body.within is not None:
            listed.setdefault(body.within, []).append(body)
    for outer, bodies in listed.items():
        record, number = model[outer], total(body.count for body in bodies)
        if isinstance(record, Body) and record.count != ONE and _are_apart(record.count, number):
            name, there = wording.called(model, outer), wording.spelt(number)
            message = f"{name} are {wording.spelt(record.count)} by one account, and {there} by another."
            yield Breach((outer, *(body.id for body in bodies)), message, "Say how many there are, and which.")
    of = {seat.member: seat.body for seat in model.memberships if seat.role is Role.CHAIR and not seat.denied}
    for key, seat in model.seats.items():
        group = model.by_id.get(of.get(seat.member or "", ""))
        if isinstance(group, Body) and group.id != seat.body and not seat.denied and _are_more(seat.seats, group):
            seats, name = wording.spelt(seat.seats), wording.called(model, group.id)
            told = f"{wording.called(model, seat.body)} has {seats} seats for the chairs of {name}"
            message = f"{told}, of which there are {wording.spelt(group.count)}."
            yield Breach((key, group.id), message, "Correct one of the two numbers.")


def _are_more(seats: Range, group: Body) -> bool:
    return group.collective and group.count != ONE and group.count.most is not None and seats.least > group.count.most


@rule(
    "TG508",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board, since: 2010-04, lines: [{succeeds: partnership, since: 2009-01}]}
      partnership: {name: Partnership, kind: partnership, until: 2010-03}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board, since: 2010-04, lines: [{succeeds: partnership, since: 2010-04}]}
      partnership: {name: Partnership, kind: partnership, until: 2010-03}
    """,
)
def date_out_of_order(model: Model) -> Iterator[Breach]:
    """A line or a seat holds while both its ends are there, and nothing succeeds what began after it.

    Source: the paper's own dates.
    """
    for key, line in model.lines.items():
        if line.since or line.until:
            what = f"that {wording.called(model, line.subject)} {wording.said(model, line)}"
            for end in (line.subject, *(() if line.kind is Kind.SUCCEEDS else (line.target,))):
                yield from _outlives(model, (key, end), line, what)
    for key, seat in model.seats.items():
        if seat.since or seat.until:
            yield from _outlives(model, (key, seat.body), seat, f"a seat on {wording.called(model, seat.body)}")


def _outlives(model: Model, keys: tuple[str, str], record: Relationship | Membership, what: str) -> Iterator[Breach]:
    """Yield that a line or a seat holds before a body begins, or after it ends."""
    body = model[keys[1]]
    if not isinstance(body, Body):
        return
    name, remedy = wording.called(model, body.id), "Correct one of the two dates."
    if record.since and body.since and dates.starts_after(body.since, record.since):
        told = f"{what} holds from {dates.spoken(record.since)}, and {name} begins in {dates.spoken(body.since)}"
        yield Breach(keys, f"{told}.", remedy)
    if record.until and body.until and dates.starts_after(record.until, body.until):
        told = f"{what} holds until {dates.spoken(record.until)}, and {name} ends in {dates.spoken(body.until)}"
        yield Breach(keys, f"{told}.", remedy)

"""Rules of membership: whether a meeting can decide, and whether those who should come can."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.analysis.membership.burden import burden
from trustgraph.analysis.membership.quorum import Standing, quorum
from trustgraph.analysis.membership.sittings import By
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Body, Membership
from trustgraph.rules.chairs import UNCHAIRED
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Act

_DECIDING = frozenset({Act.DECIDE, Act.APPROVE, Act.DIRECT})


@rule(
    "TG305",
    Severity.ERROR,
    breaks="""
    posts: {leader: {title: Leader}, officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, quorum: {number: 3}, members: [{member: leader}, {member: officer}]}
    """,
    keeps="""
    posts: {leader: {title: Leader}, officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, quorum: {number: 2}, members: [{member: leader}, {member: officer}]}
    """,
)
def quorum_out_of_reach(model: Model) -> Iterator[Breach]:
    """A quorum can be met by those who sit, and its number can be told.

    It is worth knowing only where the number is open. Source: Local Government Act 1972, Schedule 12, on the quorum of
    councils and their committees, as the usual practice of partnerships.
    """
    seated: dict[str, set[str]] = {}
    for seat in model.memberships:
        if not seat.denied:
            seated.setdefault(seat.body, set()).update(wording.sitters(seat))
    for row in quorum(model):
        body = model[row.body]
        if not isinstance(body, Body) or body.quorum is None or (row.seats_most == 0 and not row.requires):
            continue
        name = wording.called(model, row.body)
        if absent := [who for who in row.requires if who not in seated.get(row.body, ())]:
            who = wording.prose(model, absent)
            message = f"the quorum of {name} requires {who}, who {wording.agree(model, absent, 'has')} no seat there."
            yield Breach((row.body, *absent), message, f"Give {who} a seat, or change the rule.")
        yield from _number(model, row, name)


def _number(model: Model, row: Standing, name: str) -> Iterator[Breach]:
    """Yield that a quorum is more than all seats, or that its number is open."""
    if row.quorum_least is not None and row.seats_most is not None and row.quorum_least > row.seats_most:
        seats = f"{wording.spelt(row.seats_most)} seat{'' if row.seats_most == 1 else 's'}"
        message = f"the quorum of {name} is {wording.spelt(row.quorum_least)}, and there are {seats}."
        yield Breach((row.body,), message, "Lower the quorum, or fill more seats.")
    elif row.quorum_least is not None and row.quorum_least != row.quorum_most:
        needed = wording.spelt(Range(row.quorum_least, row.quorum_most))
        seats = wording.spelt(Range(row.seats_least, row.seats_most))
        told = f"the quorum of {name} is {needed}, the number of its seats being {seats}"
        message = f"{told}, so that it is left open how many must be there."
        yield Breach((row.body, *_open(model, row.body)), message, "Say how many sit.", severity=Severity.INFO)


def _open(model: Model, body: str) -> list[str]:
    """Return the seats of which the paper leaves open how many there are."""
    return [key for key, seat in model.seats.items() if seat.body == body and seat.seats.least != seat.seats.most]


@rule(
    "TG306",
    Severity.INFO,
    breaks="""
    posts: {leader: {title: Leader}}
    bodies:
      board: {name: Board, kind: board, functions: [{decide: the priorities}], members: [{member: leader}]}
    """,
    keeps="""
    posts: {leader: {title: Leader}}
    bodies:
      board:
        name: Board
        kind: board
        functions: [{decide: the priorities}]
        quorum: {share: 0.5}
        members: [{member: leader}]
    """,
)
def no_quorum(model: Model) -> Iterator[Breach]:
    """A body that decides has a quorum.

    Found once for the arrangement, where no quorum is stated at all: one that is stated may hold for several bodies.
    Source: Local Government Act 1972, Schedule 12, on the quorum of councils and their committees, as the usual
    practice of partnerships.
    """
    if any(body.quorum is not None for body in model.bodies):
        return
    seated = {seat.body for seat in model.memberships if not seat.denied and seat.role.member}
    deciding = [
        body.id
        for body in model.bodies
        if body.inside and body.id in seated and any(each.act in _DECIDING for each in body.functions)
    ]
    if deciding:
        message = f"{wording.silence(model)} a quorum for {wording.prose(model, deciding)}."
        remedy = "Say how many must be there for a decision to hold."
        yield Breach(tuple(deciding), message, remedy, absent=True, pictured=False)


@rule(
    "TG307",
    Severity.WARNING,
    breaks="""
    posts: {leader: {title: Leader}, officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, voting: true}, {member: officer}]}
    """,
    keeps="""
    posts: {leader: {title: Leader}, officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, voting: true}, {member: officer, voting: false}]}
    """,
)
def votes_undecided(model: Model) -> Iterator[Breach]:
    """Where some members of a body vote, it is said of each whether that seat votes.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 2.
    """
    counted = {seat.body for seat in model.memberships if seat.voting and not seat.denied}
    undecided: dict[str, list[str]] = {}
    for key, seat in model.seats.items():
        if seat.body in counted and _is_open(seat):
            undecided.setdefault(seat.body, []).append(key)
    for body, keys in undecided.items():
        who = [each for key in keys for each in wording.sitters(model.seats[key])]
        whom = wording.prose(model, who) if who else "whoever takes a vacant seat"
        vote = wording.agree(model, who, "votes") if who else "votes"
        message = f"{wording.silence(model)} whether {whom} {vote} on {wording.called(model, body)}, where others do."
        yield Breach(tuple(keys), message, "Say who votes.")


def _is_open(seat: Membership) -> bool:
    """Return whether a seat is a member's and may vote or not."""
    member = seat.role.member and not seat.denied and seat.seats.most != 0
    return member and seat.voting is None and seat.role.votes is None


@rule(
    "TG310",
    Severity.INFO,
    breaks="""
    posts: {officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, meetings: {text: monthly}, members: [{member: officer}]}
      executive: {name: Executive, kind: executive, meetings: {text: fortnightly}, members: [{member: officer}]}
    """,
    keeps="""
    posts: {officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, meetings: {text: quarterly}, members: [{member: officer}]}
      executive: {name: Executive, kind: executive, meetings: {text: monthly}, members: [{member: officer}]}
    """,
)
def too_many_meetings(model: Model, *, most: int = 24) -> Iterator[Breach]:
    """The arrangement asks nobody to more than 24 meetings a year.

    Counts the meetings that a post has to attend at the least. Source: Governing Partnerships (Audit Commission,
    2005), on the cost of partnership working; the number is a rule of thumb.
    """
    for row in burden(model):
        if row.by is By.POST and row.least > most:
            who, where = wording.called(model, row.who), wording.prose(model, row.bodies)
            asks = f"{where} {wording.agree(model, row.bodies, 'asks')} {who} to {row.least} meetings a year or more"
            yield Breach((row.who, *row.bodies), f"{asks}.", "Let some bodies meet together, or somebody else sit.")


@rule(
    "TG312",
    Severity.WARNING,
    breaks="""
    posts: {leader: {title: Leader}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}]}
    """,
    keeps="""
    posts: {leader: {title: Leader}}
    bodies:
      board: {name: Board, kind: board, meetings: {text: to be determined}, members: [{member: leader, role: chair}]}
    """,
)
def no_frequency(model: Model) -> Iterator[Breach]:
    """Of a body with members it is said how often it meets, or who settles that.

    Source: Governing Partnerships (Audit Commission, 2005), on partnership agreements, which set out meetings.
    """
    seated = {seat.body for seat in model.memberships if not seat.denied}
    meeting = {body.id for body in model.bodies if body.meetings is not None}
    meeting |= {inner for outer in meeting for inner in model.inner.get(outer, ())}
    for body in model.bodies:
        standing = body.inside and body.kind not in UNCHAIRED and not body.time_limited
        if standing and body.id in seated and body.id not in meeting:
            name, meets = wording.called(model, body.id), wording.agree(model, [body.id], "meets")
            message = f"{wording.silence(model)} how often {name} {meets}."
            yield Breach((body.id,), message, f"Say how often {name} {meets}.", absent=True, pictured=False)

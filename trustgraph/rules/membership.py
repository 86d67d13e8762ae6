"""Rules of membership: who sits where, and who does not."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.analysis.membership.sittings import By, sittings
from trustgraph.graph.arcs import account_arcs
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import BodyKind, Kind, Role

_BINDING = frozenset({Kind.COMMISSIONS, Kind.DIRECTS, Kind.TASKS, Kind.DELEGATES_TO})


@rule(
    "TG303",
    Severity.WARNING,
    breaks="""
    posts: {officer: {title: Officer}}
    bodies:
      board:
        name: Board
        kind: board
        members: [{id: first, member: officer, role: adviser}, {id: second, member: officer, role: adviser}]
    """,
    keeps="""
    posts: {officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, members: [{member: officer, role: adviser}, {member: officer, role: secretary}]}
    """,
)
def duplicate_seats(model: Model) -> Iterator[Breach]:
    """Each seat is listed once: who is listed twice may have two votes, or none.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 2.
    """
    same: dict[tuple[object, ...], list[str]] = {}
    for key, seat in model.seats.items():
        if seat.member and not seat.denied:
            terms = (seat.member, seat.body, seat.role, seat.on_behalf_of, seat.category, seat.since, seat.until)
            same.setdefault(terms, []).append(key)
    for keys in same.values():
        if len(keys) > 1:
            seat = model.seats[keys[0]]
            who, body = wording.called(model, seat.member or ""), wording.called(model, seat.body)
            times = "twice" if len(keys) == 2 else f"{wording.spelt(len(keys))} times"
            role = str(seat.role).replace("_", " ")
            message = f"{who} {wording.agree(model, [seat.member or ''], 'is')} listed {times} on {body}, as {role}."
            yield Breach(tuple(keys), message, "Take one out, or say what tells them apart.")


@rule(
    "TG304",
    Severity.INFO,
    breaks="""
    posts: {officer: {title: Officer}}
    bodies:
      schools: {name: Schools, inside: false, collective: true}
      board: {name: Board, kind: board, members: [{member: officer}, {on_behalf_of: [schools]}]}
    """,
    keeps="""
    posts: {officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, members: [{member: officer}, {role: chair, appointed: to be elected}]}
    """,
)
def vacancy(model: Model) -> Iterator[Breach]:
    """Every seat is taken, or the paper says how it is filled.

    Graver where the seat is the chair's. Source: The Good Governance Standard for Public Services (OPM and CIPFA,
    2004), principle 5, developing the capacity of the governing body.
    """
    vacant: dict[str, list[str]] = {}
    for key, seat in model.seats.items():
        if not wording.sitters(seat) and not seat.denied and not seat.appointed and seat.seats.most != 0:
            vacant.setdefault(seat.body, []).append(key)
    for body, keys in vacant.items():
        seats = [model.seats[key] for key in keys]
        number = f"{wording.spelt(len(keys))} seat{'s' if len(keys) > 1 else ''}"
        others = list(dict.fromkeys(which for seat in seats for which in seat.on_behalf_of))
        whose = f", for {wording.prose(model, others)}" if others else ""
        message = f"{number} on {wording.called(model, body)} {'are' if len(keys) > 1 else 'is'} vacant{whose}."
        severity = Severity.WARNING if any(seat.role is Role.CHAIR for seat in seats) else None
        yield Breach(tuple(keys), message, "Say how and when it is filled.", severity=severity)


@rule(
    "TG308",
    Severity.WARNING,
    breaks="""
    posts: {a: {title: Leader}, b: {title: Director}, c: {title: Treasurer}}
    bodies:
      board: {name: Board, kind: board, members: [{member: a}, {member: b}, {member: c}]}
      executive:
        name: Executive
        kind: executive
        members: [{member: a}, {member: b}, {member: c}]
        lines: [{reports_to: board}]
    """,
    keeps="""
    posts: {a: {title: Leader}, b: {title: Director}, c: {title: Treasurer}}
    bodies:
      board: {name: Board, kind: board, members: [{member: a}, {member: b}]}
      executive:
        name: Executive
        kind: executive
        members: [{member: b}, {member: c}]
        lines: [{reports_to: board}]
    """,
)
def board_oversees_itself(model: Model, *, most: int = 2) -> Iterator[Breach]:
    """A board shares no more than two members with a body that answers to it.

    Counts posts that certainly sit on both as members. Source: The Good Governance Standard for Public Services (OPM
    and CIPFA, 2004), principle 4, on the scrutiny of decisions by those who did not take them.
    """
    sitting: dict[str, dict[str, str]] = {}
    for row in sittings(model, By.POST):
        if row.certain and row.record.role.member:
            sitting.setdefault(row.body, {})[row.who] = row.seat
    ids = [*model.number]
    for lower, upper in dict.fromkeys((ids[arc.subject], ids[arc.target]) for arc in account_arcs(model) if sitting):
        fewer, others = sorted((sitting.get(lower, {}), sitting.get(upper, {})), key=len)
        shared = [who for who in fewer if who in others]
        if len(shared) > most and lower != upper:
            below, above = wording.called(model, lower), wording.called(model, upper)
            message = f"{wording.prose(model, shared)} sit both on {below} and on {above}, to which it answers."
            keys = (lower, upper, *(sitting[lower][who] for who in shared))
            yield Breach(keys, message, f"Let others than the members of {below} oversee it.")


@rule(
    "TG311",
    Severity.INFO,
    breaks="""
    posts: {officer: {title: Officer}}
    bodies:
      police: {name: Kent Police, kind: organisation, inside: false}
      board:
        name: Board
        kind: board
        members: [{member: officer}]
        lines: [{directs: police, matter: patrols near schools}]
    """,
    keeps="""
    posts: {officer: {title: Officer, organisation: police}}
    bodies:
      police: {name: Kent Police, kind: organisation, inside: false}
      board:
        name: Board
        kind: board
        members: [{member: officer}]
        lines: [{directs: police, matter: patrols near schools}]
    """,
)
def on_the_agenda_without_a_seat(model: Model) -> Iterator[Breach]:
    """An organisation that a body directs, tasks, commissions or acts for has a seat there.

    Looks at bodies that have members, and at single organisations. Source: Governing Partnerships (Audit Commission,
    2005), on who should be at the table.
    """
    present: dict[str, set[str]] = {seat.body: set() for seat in model.memberships if not seat.denied}
    for row in sittings(model, By.ORGANISATION):
        present[row.body] |= {row.who, *row.record.on_behalf_of}
    for seat in model.memberships:
        present.get(seat.body, set()).update(seat.on_behalf_of)
    for key, body, other in _agenda(model):
        if other not in present.get(body, {other}):
            name, at = wording.called(model, other), wording.called(model, body)
            message = f"{name} {wording.agree(model, [other], 'is')} on the agenda of {at}, and has no seat there."
            yield Breach((key, other, body), message, f"Give {name} a seat, or say who speaks for it.", absent=True)


def _agenda(model: Model) -> Iterator[tuple[str, str, str]]:
    """Yield each single outside organisation that a body binds or acts for, with the record that tells and the body."""
    for key, line in model.lines.items():
        if line.kind in _BINDING and not line.denied and _is_organisation(model, line.target):
            yield key, line.subject, line.target
    for key, (body, function) in model.functions.items():
        for other in function.on_behalf_of:
            if _is_organisation(model, other):
                yield key, body.id, other


def _is_organisation(model: Model, which: str) -> bool:
    body = model[which]
    if not isinstance(body, Body) or body.inside or body.collective:
        return False
    return body.kind in {BodyKind.ORGANISATION, BodyKind.COUNCIL}

"""Rules of scrutiny: that somebody asks, and sits on the other side of the table."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.analysis.challenges.challenge import challenge
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.rules.challenge import CHALLENGING, is_challenger
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Account, Act, Attendance, BodyKind, Role, Topic

_DECIDING = {
    Act.DECIDE: "decides",
    Act.DIRECT: "directs",
    Act.MANAGE: "manages",
    Act.COMMISSION: "commissions",
    Act.APPROVE: "approves",
}
_SPENDING = frozenset({Act.DELIVER, Act.MANAGE, Act.COMMISSION})


@rule(
    "TG205",
    Severity.INFO,
    breaks="""
    bodies:
      group: {name: Commissioning Group, kind: commissioning_group, functions: [{commission: services}]}
    """,
    keeps="""
    bodies:
      group: {name: Commissioning Group, kind: commissioning_group, functions: [{commission: services}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: group}]}
    """,
)
def unchallenged(model: Model) -> Iterator[Breach]:
    """Whoever delivers, manages or spends is challenged, scrutinised, monitored or held to account by somebody.

    Found once for the arrangement; not found where somebody challenges the arrangement as a whole. Source: Centre for
    Public Scrutiny, four principles of good scrutiny (2003).
    """
    rows = challenge(model)
    judged = {line.subject for line in model.relationships if line.kind.account is Account.STRICT and not line.denied}
    whole = {body.id for body in model.bodies if body.kind is BodyKind.TRUST}
    if any(row.line is not None and row.challenged in whole for row in rows):
        return
    alone = [row.challenged for row in rows if row.line is None and row.challenged not in judged]
    bodies = [body.id for body in map(model.__getitem__, alone) if isinstance(body, Body) and _spends(body)]
    if bodies:
        whom = wording.prose(model, bodies)
        message = f"{wording.silence(model)} who challenges, scrutinises, monitors or holds to account {whom}."
        yield Breach(tuple(bodies), message, f"Say who asks {whom} about what is done.", absent=True)


@rule(
    "TG206",
    Severity.WARNING,
    breaks="""
    posts: {chair: {title: Independent Chair}}
    bodies:
      panel:
        name: Safeguarding Board
        kind: safeguarding_board
        inside: false
        members: [{member: chair, role: chair}]
      executive:
        name: Executive
        kind: executive
        functions: [{direct: resources, topic: resources}]
        members: [{member: chair}]
    """,
    keeps="""
    posts: {chair: {title: Independent Chair}}
    bodies:
      panel:
        name: Safeguarding Board
        kind: safeguarding_board
        inside: false
        members: [{member: chair, role: chair}]
      executive:
        name: Executive
        kind: executive
        functions: [{direct: resources, topic: resources}]
        members: [{member: chair, role: observer}]
    """,
)
def scrutineer_sits_on_scrutinised(model: Model) -> Iterator[Breach]:
    """The chair of scrutiny, or of the safeguarding board, is no member of a body that decides, directs or commissions.

    Source: Local Government Act 2000, section 21(9); Working Together to Safeguard Children (HM Government, 2010),
    chapter 3.
    """
    chairs = {
        seat.member: (seat.body, key)
        for key, seat in model.seats.items()
        if seat.member and seat.role is Role.CHAIR and not seat.denied and is_challenger(model, seat.body)
    }
    for key, seat in model.seats.items():
        body = model[seat.body]
        who = next((each for each in (seat.member, *seat.any_of) if each in chairs), None)
        if who is None or seat.denied or not seat.role.member or not isinstance(body, Body) or not body.inside:
            continue
        decides = {function.act for function in body.functions} & _DECIDING.keys()
        if decides and seat.voting is not False:
            challenger, chaired = chairs[who]
            sits = "sits" if seat.member and seat.attendance is Attendance.ALWAYS else "may sit"
            doing = wording.names(phrase for act, phrase in _DECIDING.items() if act in decides)
            told = f"the chair of {wording.called(model, challenger)} {sits} on {wording.called(model, body.id)}"
            message = f"{told}, which {doing}."
            yield Breach((key, chaired), message, "Let the chair attend without being a member.")


@rule(
    "TG207",
    Severity.ERROR,
    breaks="""
    posts: {leader: {title: Leader, lines: [{scrutinises: board}]}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}]}
    """,
    keeps="""
    posts: {leader: {title: Leader}, scrutineer: {title: Scrutineer, lines: [{scrutinises: board}]}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}]}
    """,
)
def scrutineer_chairs(model: Model) -> Iterator[Breach]:
    """Nobody scrutinises a body that they chair.

    Source: Local Government Act 2000, section 21(9).
    """
    chairs = {(seat.member, seat.body): key for key, seat in model.seats.items() if seat.role is Role.CHAIR}
    for key, line in model.lines.items():
        chaired = chairs.get((line.subject, line.target))
        if line.kind in CHALLENGING and not line.denied and chaired is not None and not model.seats[chaired].denied:
            who, body = wording.called(model, line.subject), wording.called(model, line.target)
            message = f"{who} {line.kind.phrase} {body}, and chairs {wording.pronoun(model, line.target)}."
            yield Breach((key, chaired), message, "Let one of the two be another's.")


def _spends(body: Body) -> bool:
    """Return whether a body delivers, manages or commissions, or decides on resources, and for more than a time."""
    if body.time_limited:
        return False
    money = (each.act for each in body.functions if each.topic is Topic.RESOURCES)
    return any(each.act in _SPENDING for each in body.functions) or any(act in _DECIDING for act in money)

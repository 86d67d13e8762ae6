"""Rules of challenge: that somebody asks, and is free to."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.analysis.challenge import Challenge, Outcome, challenge
from trustgraph.model import Model
from trustgraph.records import Body, Function
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Act, Kind, Role, Topic

# monitoring is what any board does to its groups; only these two ask for independence
_CHALLENGING = (Kind.CHALLENGES, Kind.SCRUTINISES)
_DECIDING = (Act.DECIDE, Act.DIRECT, Act.MANAGE, Act.COMMISSION, Act.APPROVE)
_SPENDING = (Act.DELIVER, Act.MANAGE, Act.COMMISSION)


def _failed(model: Model, test: int) -> Iterator[tuple[Challenge, str, str, tuple[str, ...]]]:
    """Yield each challenge that fails a test, the names of challenger and challenged, and the keys it fails by."""
    for row in challenge(model):
        if row.line is not None and model.lines[row.line].kind in _CHALLENGING:
            found = row.tests[test]
            if found.outcome is Outcome.FAILED:
                names = (wording.name(model, row.challenger or ""), wording.name(model, row.challenged))
                yield row, *names, (row.line, *found.because)


@rule(
    "TG201",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}, {accountable_to: board}]}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board}
      council: {name: Council, kind: council, inside: false}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}, {accountable_to: council}]}
    """,
)
def challenger_answers_to_challenged(model: Model) -> Iterator[Breach]:
    """Whoever challenges does not answer to those challenged.

    Source: Centre for Public Scrutiny, four principles of good scrutiny (2003): it is carried out by independent minds.
    """
    for _, challenger, challenged, keys in _failed(model, 0):
        message = f"{challenger} challenges {challenged}, and answers to it."
        yield Breach(keys, message, f"Let {challenger} answer to somebody else.")


@rule(
    "TG202",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board, members: [{member: panel, voting: true}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}]}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board, members: [{member: panel, role: observer}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}]}
    """,
)
def challenger_votes_in_challenged(model: Model) -> Iterator[Breach]:
    """Whoever challenges has no vote in what is challenged.

    Source: Centre for Public Scrutiny, four principles of good scrutiny (2003); Local Government Act 2000, section
    21(9): no member of an executive sits on the committee that scrutinises it.
    """
    for _, challenger, challenged, keys in _failed(model, 3):
        message = f"{challenger} challenges {challenged}, and has a vote in it."
        yield Breach(keys, message, f"Let {challenger} observe or take part without a vote.")


@rule(
    "TG203",
    Severity.WARNING,
    breaks="""
    posts: {leader: {title: Leader}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}], members: [{member: leader, role: chair}]}
    """,
    keeps="""
    posts: {leader: {title: Leader}, chair: {title: Independent Chair}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}], members: [{member: chair, role: chair}]}
    """,
)
def challenger_chaired_from_challenged(model: Model) -> Iterator[Breach]:
    """Whoever chairs the challenger does not chair the challenged, nor is appointed by it.

    Source: Centre for Public Scrutiny, four principles of good scrutiny (2003); Working Together to Safeguard Children
    (HM Government, 2010), chapter 3, on the independence of a safeguarding board's chair.
    """
    for test, why in ((2, "the same post chairs both"), (1, "the challenged has a say in its chair")):
        for _, challenger, challenged, keys in _failed(model, test):
            message = f"{challenger} challenges {challenged}, and {why}."
            yield Breach(keys, message, f"Let somebody from outside {challenged} chair {challenger}.")


@rule(
    "TG204",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board}
      panel:
        name: Panel
        kind: scrutiny
        functions: [{deliver: the programme, topic: safeguarding}]
        lines: [{scrutinises: board, topic: safeguarding}]
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board, functions: [{deliver: the programme, topic: safeguarding}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board, topic: safeguarding}]}
    """,
)
def challenger_delivers(model: Model) -> Iterator[Breach]:
    """Whoever challenges does not deliver, direct, manage or commission what is challenged.

    Source: Working Together to Safeguard Children (HM Government, 2010), chapter 3: a safeguarding board is to
    coordinate and to see that others are effective, not to deliver itself.
    """
    for row, challenger, challenged, keys in _failed(model, 4):
        about = f" on {row.matter}" if row.matter else ""
        message = f"{challenger} challenges {challenged}{about}, and is itself at work on the matter."
        yield Breach(keys, message, f"Leave the work to others, or the challenge to somebody besides {challenger}.")


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
    """Somebody challenges, scrutinises or monitors each body that delivers, manages or spends.

    Source: Centre for Public Scrutiny, four principles of good scrutiny (2003).
    """
    for row in challenge(model):
        body = model[row.challenged]
        if row.line is None and isinstance(body, Body) and any(map(_spends, body.functions)):
            message = f"The paper does not state that anybody challenges, scrutinises or monitors {body.name}."
            yield Breach((body.id,), message, f"Say who asks {body.name} about what it does.", absent=True)


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
    chairs = {}
    for key, seat in model.seats.items():
        body = model[seat.body]
        is_challenger = isinstance(body, Body) and body.kind is not None and body.kind.challenger
        if is_challenger and seat.role is Role.CHAIR and not seat.denied and seat.member:
            chairs[seat.member] = (seat.body, key)
    for key, seat in model.seats.items():
        body = model[seat.body]
        who = next((each for each in (seat.member, *seat.any_of) if each in chairs), None)
        if who is None or seat.denied or not seat.role.member or not isinstance(body, Body) or not body.inside:
            continue
        challenger, chaired = chairs[who]
        if any(function.act in _DECIDING for function in body.functions) and seat.voting is not False:
            message = f"The chair of {wording.name(model, challenger)} sits on {body.name}, which decides or directs."
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
    """Nobody scrutinises a body that he chairs.

    Source: Local Government Act 2000, section 21(9).
    """
    chairs = {(seat.member, seat.body): key for key, seat in model.seats.items() if seat.role is Role.CHAIR}
    for key, line in model.lines.items():
        chaired = chairs.get((line.subject, line.target))
        if line.kind in _CHALLENGING and not line.denied and chaired is not None and not model.seats[chaired].denied:
            who, body = wording.name(model, line.subject), wording.name(model, line.target)
            yield Breach(
                (key, chaired), f"{who} scrutinises {body}, and chairs it.", "Let one of the two be another's."
            )


def _spends(function: Function) -> bool:
    return function.act in _SPENDING or function.topic is Topic.RESOURCES

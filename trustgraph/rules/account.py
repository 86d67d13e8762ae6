"""Rules of account: to whom each body answers, and that it does."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.analysis.cycles import Circle, cycles
from trustgraph.analysis.orphans import Standing, Why, orphans
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Act, BodyKind, Topic


@rule(
    "TG101",
    Severity.ERROR,
    breaks="""
    bodies:
      board: {name: Board, kind: board, lines: [{accountable_to: executive}]}
      executive: {name: Executive, kind: executive, lines: [{reports_to: board}]}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board}
      executive: {name: Executive, kind: executive, lines: [{reports_to: board}]}
    """,
)
def circular_account(model: Model) -> Iterator[Breach]:
    """Account must not run in a circle: whoever is judged by those he judges is judged by nobody.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 6, making accountability
    real.
    """
    for circle in cycles(model):
        if circle.kind is Circle.ACCOUNT:
            keys = tuple(key for step in circle.lines for key in step[:1])
            way = "; ".join(wording.sentence(model, model.lines[key]).removesuffix(".") for key in keys)
            yield Breach(keys, f"Account runs in a circle: {way}.", "Name the body in which the line ends.")


@rule(
    "TG102",
    Severity.INFO,
    breaks="""
    posts: {director: {title: Director}}
    bodies:
      board: {name: Board, kind: board, lines: [{accountable_to: director}]}
      executive:
        name: Executive
        kind: executive
        members: [{member: director, role: chair}]
        lines: [{reports_to: board}]
    """,
    keeps="""
    posts: {director: {title: Director}}
    bodies:
      board: {name: Board, kind: board}
      executive:
        name: Executive
        kind: executive
        members: [{member: director, role: chair}]
        lines: [{reports_to: board}]
    """,
)
def circle_through_posts(model: Model) -> Iterator[Breach]:
    """A post that holds a body to account chairs none that answers to it, unless the paper says how that works.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 2, being clear about
    functions and roles.
    """
    for circle in cycles(model, lift=True):
        if circle.kind is Circle.THROUGH_POSTS:
            keys = tuple(key for step in circle.lines for key in step[:1])
            bodies = wording.names(wording.name(model, which) for which in circle.bodies)
            message = f"Through the posts that chair them, account would run in a circle between {bodies}."
            yield Breach(keys, message, "Say in which capacity the post holds the body to account.")


@rule(
    "TG103",
    Severity.WARNING,
    breaks="""
    apexes: [council]
    bodies:
      council: {name: Council, kind: council, inside: false}
      board: {name: Board, kind: board, lines: [{accountable_to: council}]}
      group: {name: Task Group, kind: task_group, meetings: {text: monthly}}
    """,
    keeps="""
    apexes: [council]
    bodies:
      council: {name: Council, kind: council, inside: false}
      board: {name: Board, kind: board, lines: [{accountable_to: council}]}
      group: {name: Task Group, kind: task_group, meetings: {text: monthly}, lines: [{reports_to: board}]}
    """,
)
def no_line_of_account(model: Model) -> Iterator[Breach]:
    """Every board and group of an arrangement answers to somebody.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 6; Governing Partnerships
    (Audit Commission, 2005), on accountability for what partnerships do.
    """
    for row in orphans(model):
        body = model[row.body]
        silent = row.why in (Why.NONE_STATED, Why.COPY_INCOMPLETE)
        if silent and isinstance(body, Body) and _acts(model, body):
            name = wording.name(model, row.body)
            message = f"The paper does not state to whom {name} answers."
            yield Breach((row.body,), message, f"Say to whom {name} is accountable, and for what.", absent=True)
        elif row.why is Why.POWER_ONLY:
            name = wording.name(model, row.body)
            message = f"{name} would answer only by a power that may be used, or a line not yet in force."
            yield Breach((row.body,), message, f"Say to whom {name} answers until then.")


def _acts(model: Model, body: Body) -> bool:
    """Return whether a body is more than a name: it meets, has members or functions, and is no part of a collective."""
    whole = body.kind is BodyKind.TRUST or body.within is not None
    seated = any(seat.body == body.id and not seat.denied for seat in model.memberships)
    return not whole and (seated or body.meetings is not None or bool(body.functions))


@rule(
    "TG104",
    Severity.WARNING,
    breaks="""
    apexes: [council]
    bodies:
      council: {name: Council, kind: council, inside: false}
      team: {name: Area Team, kind: team}
      group: {name: Local Group, kind: delivery_group, lines: [{reports_to: team}]}
    """,
    keeps="""
    apexes: [council]
    bodies:
      council: {name: Council, kind: council, inside: false}
      team: {name: Area Team, kind: team, lines: [{accountable_to: council}]}
      group: {name: Local Group, kind: delivery_group, lines: [{reports_to: team}]}
    """,
)
def line_that_ends(model: Model) -> Iterator[Breach]:
    """A line of account leads to a body that can finally judge, and does not end half way.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 6.
    """
    ending: dict[str, list[str]] = {}
    for row in orphans(model):
        for end in row.ends_at if row.why is Why.ENDS else ():
            ending.setdefault(end, []).append(row.body)
    for end, bodies in ending.items():
        name, led = wording.name(model, end), wording.names(wording.name(model, which) for which in bodies)
        message = f"The line of account of {led} ends at {name}, for which the paper states no line."
        yield Breach((end, *bodies), message, f"Say to whom {name} answers.", absent=True)


@rule(
    "TG107",
    Severity.WARNING,
    breaks="""
    apexes: [council]
    bodies:
      council: {name: Council, kind: council, inside: false}
      board: {name: Board, kind: board, functions: [{hold: the plan, topic: plan}]}
    """,
    keeps="""
    apexes: [council]
    bodies:
      council: {name: Council, kind: council, inside: false}
      board:
        name: Board
        kind: board
        functions: [{hold: the plan, topic: plan}]
        lines: [{accountable_to: council}]
    """,
)
def plan_without_account(model: Model) -> Iterator[Breach]:
    """Whoever holds the plan answers to somebody for carrying it out.

    Source: Children Act 2004, section 17 as amended in 2009 (a plan is published and reviewed by the board that holds
    it); The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 6.
    """
    alone = {row.body for row in orphans(model, topic=Topic.PLAN) if row.kind is not Standing.REPORT_ONLY}
    for key, (body, function) in model.functions.items():
        if function.act is Act.HOLD and function.topic is Topic.PLAN and body.id in alone and body.inside:
            name = wording.name(model, body.id)
            message = f"{name} holds the plan, and the paper does not state to whom it answers for it."
            yield Breach((body.id, key), message, f"Say to whom {name} answers for the plan.", absent=True)

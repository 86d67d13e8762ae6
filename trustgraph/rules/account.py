"""Rules of account: to whom each body answers, and that it does."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.analysis.accountability.cycles import Circle, cycles
from trustgraph.analysis.accountability.orphans import Standing, Why, orphans
from trustgraph.model import Model
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Act, BodyKind, Kind, Topic

# what is done by talking: nobody need answer for it
_TALK = frozenset({Act.ADVISE, Act.ENGAGE, Act.CHAMPION, Act.COORDINATE, Act.RESOLVE})


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
    """Account must not run in a circle: those who judge one another are judged by nobody.

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
            bodies = wording.prose(model, circle.bodies)
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
    rows = [row for row in orphans(model) if row.kind is Standing.ORPHAN]
    # where a line ends is a finding of its own
    told = {end for row in rows if row.why is Why.ENDS for end in row.ends_at}
    wholes, working = _wholes(model), _working(model)
    for row in rows:
        name, answer = wording.called(model, row.body), wording.agree(model, [row.body], "answers")
        if row.why is Why.POWER_ONLY:
            message = f"{name} would answer only by a power that may be used, or a line not yet in force."
            yield Breach((row.body,), message, f"Say to whom {name} {answer} until then.")
        elif row.why in {Why.NONE_STATED, Why.COPY_INCOMPLETE} and row.body in working - told:
            whole, severity = "", None
            if row.body in wholes:
                whole, severity = f", though it is part of {wording.called(model, wholes[row.body])}", Severity.INFO
            message = f"{wording.silence(model)} to whom {name} {answer}{whole}."
            remedy = f"Say to whom {name} {answer}, and for what."
            yield Breach((row.body,), message, remedy, absent=True, severity=severity)


def _wholes(model: Model) -> dict[str, str]:
    """Return what each body is part of."""
    parts = (line for line in model.relationships if line.kind is Kind.PART_OF and not line.denied)
    return {line.subject: line.target for line in parts}


def _working(model: Model) -> set[str]:
    """Return the bodies that do something to answer for: not those that only talk, nor a single event or sub-group."""
    replaced = {line.target for line in model.relationships if line.kind is Kind.SUCCEEDS and not line.denied}
    seated = {seat.body for seat in model.memberships if not seat.denied}
    return {
        body.id
        for body in model.bodies
        if (body.id in seated or body.meetings is not None or any(each.act not in _TALK for each in body.functions))
        and body.kind not in {BodyKind.TRUST, BodyKind.SUB_GROUP}
        and body.id not in replaced
        and (body.since is None or body.since != body.until)
    }


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
        # an officer answers to their employer
        if getattr(model[end], "organisation", None) is None:
            name, answer = wording.called(model, end), wording.agree(model, [end], "answers")
            led = f"the line of account of {wording.prose(model, bodies)} ends"
            message = f"{wording.silence(model)} to whom {name} {answer}, where {led}."
            yield Breach((end, *bodies), message, f"Say to whom {name} {answer}.", absent=True)


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
    alone = {row.body for row in orphans(model) if row.kind is not Standing.REPORT_ONLY}
    for key, (body, function) in model.functions.items():
        if function.act is Act.HOLD and function.topic is Topic.PLAN and body.id in alone and body.inside:
            name, answer = wording.called(model, body.id), wording.agree(model, [body.id], "answers")
            hold = wording.agree(model, [body.id], "holds")
            message = f"{name} {hold} the plan, and {wording.silence(model)} to whom it {answer} for it."
            yield Breach((body.id, key), message, f"Say to whom {name} {answer} for the plan.", absent=True)

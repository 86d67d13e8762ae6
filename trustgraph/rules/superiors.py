"""Rules of account between superiors and those below: delegation, two superiors, and dependence on one."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.analysis.accountability.delegations import Answers, delegations
from trustgraph.analysis.accountability.dual import dual
from trustgraph.analysis.accountability.failures import failures
from trustgraph.model import Model
from trustgraph.records import Body, Relationship
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Role

_SPARE = frozenset({Role.VICE_CHAIR, Role.DEPUTY})


@rule(
    "TG105",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board, lines: [{delegates_to: executive}]}
      executive: {name: Executive, kind: executive}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board, lines: [{delegates_to: executive}]}
      executive: {name: Executive, kind: executive, lines: [{reports_to: board}]}
    """,
)
def delegation_without_account(model: Model) -> Iterator[Breach]:
    """Whoever is given a power answers for its use to who gave it.

    Source: Delivering Good Governance in Local Government (CIPFA and SOLACE, 2007), on schemes of delegation.
    """
    for row in delegations(model):
        if row.answers in {Answers.ELSEWHERE, Answers.NOT_STATED}:
            giver, taker = wording.called(model, row.delegator), wording.called(model, row.delegate)
            gives, answer = (
                wording.agree(model, [row.delegator], "delegates"),
                wording.agree(model, [row.delegate], "answers"),
            )
            it = wording.pronoun(model, row.delegator)
            told = f"{giver} {gives} {row.matter or 'powers'} to {taker}, and {wording.silence(model)} that {taker}"
            other = f", but to {wording.prose(model, row.through)}" if row.answers is Answers.ELSEWHERE else ""
            remedy = f"Say how {taker} {wording.agree(model, [row.delegate], 'reports')} on the use of the power."
            yield Breach((row.line, row.delegate), f"{told} {answer} to {it}{other}.", remedy, absent=True)


@rule(
    "TG106",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board}
      council: {name: Council, kind: council, inside: false}
      group: {name: Group, kind: delivery_group, lines: [{accountable_to: board}, {accountable_to: council}]}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board}
      council: {name: Council, kind: council, inside: false}
      group:
        name: Group
        kind: delivery_group
        lines: [{accountable_to: board, topic: plan}, {accountable_to: council, topic: resources}]
    """,
)
def two_superiors(model: Model) -> Iterator[Breach]:
    """A body with two superiors knows for which matter it answers to which, or who prevails.

    It is worth knowing only where the two lines meet above, since somebody there can settle it. Lines on different
    topics or conditions, and one that passes through the other superior, are told apart. Source: The Good Governance
    Standard for Public Services (OPM and CIPFA, 2004), principle 2.
    """
    for row in dual(model):
        body = model[row.body]
        keys = [key for key in row.lines if not {*model.lines[key].via} & {*row.superiors}]
        clashing = [key for key in keys if any(_clash(model.lines[key], model.lines[other]) for other in keys)]
        if clashing and isinstance(body, Body) and body.inside:
            name, to = wording.called(model, row.body), dict.fromkeys(model.lines[key].target for key in clashing)
            answer = wording.agree(model, [row.body], "answers")
            met = f" The lines meet at {wording.prose(model, row.meet_at)}." if row.meet_at else ""
            told = f"{name} {answer} to {wording.prose(model, to)}, and {wording.silence(model)} who prevails.{met}"
            remedy = f"Say for what {name} {answer} to each, or who prevails."
            yield Breach((row.body, *clashing), told, remedy, severity=Severity.INFO if met else None)


def _clash(one: Relationship, other: Relationship) -> bool:
    """Return whether two lines may ask for two things at once."""
    apart = None not in {one.topic, other.topic} and one.topic is not other.topic
    either = None not in {one.condition, other.condition} and one.condition != other.condition
    return one.target != other.target and not apart and not either


@rule(
    "TG108",
    Severity.INFO,
    breaks="""
    apexes: [council]
    bodies:
      council: {name: Council, kind: council, inside: false}
      board: {name: Board, kind: board, lines: [{accountable_to: council}]}
      one: {name: Group One, kind: delivery_group, lines: [{reports_to: board}]}
      two: {name: Group Two, kind: delivery_group, lines: [{reports_to: board}]}
      three: {name: Group Three, kind: delivery_group, lines: [{reports_to: board}]}
    """,
    keeps="""
    apexes: [council]
    bodies:
      council: {name: Council, kind: council, inside: false}
      board:
        name: Board
        kind: board
        members: [{role: vice_chair, appointed: elected by the Board}]
        lines: [{accountable_to: council}]
      one: {name: Group One, kind: delivery_group, lines: [{reports_to: board}]}
      two: {name: Group Two, kind: delivery_group, lines: [{reports_to: board}]}
      three: {name: Group Three, kind: delivery_group, lines: [{reports_to: board}]}
    """,
)
def point_of_failure(model: Model, *, least: int = 3) -> Iterator[Breach]:
    """Where the account of several groups hangs on one body, somebody can stand in for who chairs it.

    Found where one body, by itself, cuts off three or more others, and no vice-chair, deputy, substitute or rule for a
    meeting without quorum is stated. Source: dominators of the lines of account, as a question to ask; no norm
    forbids it.
    """
    covered = {seat.body for seat in model.memberships if not seat.denied and (seat.substitute or seat.role in _SPARE)}
    covered |= {body.id for body in model.bodies if body.quorum is not None and body.quorum.if_not}
    for row in failures(model):
        if len(row.cuts_off) >= least and row.body not in covered:
            name = wording.called(model, row.body)
            told = f"all account of {wording.prose(model, row.cuts_off)} runs through {name}"
            message = f"{told}, and {wording.silence(model)} who stands in for its chair."
            yield Breach((row.body,), message, f"Say who acts where {name} cannot meet.", absent=True, pictured=False)

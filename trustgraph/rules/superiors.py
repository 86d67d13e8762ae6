"""Rules of account between superiors and those below: delegation, two superiors, and dependence on one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from trustgraph import wording
from trustgraph.analysis.delegations import Answers, delegations
from trustgraph.analysis.dual import dual
from trustgraph.analysis.failures import failures
from trustgraph.model import Model
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Topic


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
        delegate, delegator = wording.name(model, row.delegate), wording.name(model, row.delegator)
        told = f"{delegator} delegates to {delegate}, and the paper does not state that {delegate} answers to it"
        if row.answers is Answers.ELSEWHERE:
            told += f", but to {wording.names(wording.name(model, which) for which in row.through)}"
        if row.answers in (Answers.ELSEWHERE, Answers.NOT_STATED):
            remedy = f"Say how {delegate} reports on what it does with the power."
            yield Breach((row.line, row.delegate), f"{told}.", remedy, absent=True)


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

    It is worth knowing only where the two lines meet above, since somebody there can settle it. Source: The Good
    Governance Standard for Public Services (OPM and CIPFA, 2004), principle 2.
    """
    for row in dual(model):
        topics: dict[str, set[Topic | None]] = {}
        for superior, key in zip(row.superiors, row.lines, strict=True):
            topics.setdefault(superior, set()).add(model.lines[key].topic)
        if any(None in one | other or one & other for one, other in combinations(topics.values(), 2)):
            to = wording.names(wording.name(model, which) for which in topics)
            met = wording.names(wording.name(model, which) for which in row.meet_at)
            above = f" The lines meet at {met}." if met else ""
            message = (
                f"{wording.name(model, row.body)} answers to {to}, and the paper does not state who prevails.{above}"
            )
            severity = Severity.INFO if met else None
            yield Breach((row.body, *row.lines), message, "Say for what it answers to each.", severity=severity)


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
      board: {name: Board, kind: board, lines: [{accountable_to: council}]}
      one: {name: Group One, kind: delivery_group, lines: [{reports_to: board}]}
    """,
)
def point_of_failure(model: Model, *, least: int = 3) -> Iterator[Breach]:
    """Not all account should hang on one body: should it not meet, several groups would answer to nobody.

    Found where one body cuts off three or more others. Source: dominators of the lines of account, as a question to
    ask; no norm forbids it.
    """
    for row in failures(model):
        if len(row.cuts_off) >= least:
            name, others = (
                wording.name(model, row.body),
                wording.names(wording.name(model, each) for each in row.cuts_off),
            )
            message = f"All account of {others} runs through {name}."
            yield Breach((row.body, *row.cuts_off), message, f"Say to whom they turn where {name} does not meet.")

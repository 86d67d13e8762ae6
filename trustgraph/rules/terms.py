"""Rules of account for bodies set up for a time."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import dates, wording
from trustgraph.model import Model
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Account, Role, Stage


@rule(
    "TG109",
    Severity.WARNING,
    breaks="""
    bodies:
      group: {name: Task Group, kind: task_group, time_limited: true}
    """,
    keeps="""
    posts: {officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board}
      group:
        name: Task Group
        kind: task_group
        time_limited: true
        until: 2010-06
        members: [{member: officer, role: lead}]
        lines: [{reports_to: board}]
    """,
)
def time_limited_group(model: Model) -> Iterator[Breach]:
    """A group set up for a time has an end, somebody who leads it, and somebody it reports to.

    Source: Governing Partnerships (Audit Commission, 2005), on exit strategies and clear remits.
    """
    led = {seat.body for seat in model.memberships if seat.role in (Role.LEAD, Role.CHAIR) and not seat.denied}
    reporting = {line.subject for line in model.relationships if line.kind.account is not Account.NONE}
    for body in model.bodies:
        if body.time_limited and body.inside and body.stage is not Stage.DISSOLVED:
            lacks = [] if body.until else ["when it ends"]
            lacks += [] if body.id in led else ["who leads it"]
            lacks += [] if body.id in reporting else ["to whom it reports"]
            if lacks:
                message = f"{body.name} is set up for a time, and the paper does not state {wording.names(lacks)}."
                yield Breach((body.id,), message, f"Say {wording.names(lacks)}.", absent=True)


@rule(
    "TG110",
    Severity.WARNING,
    breaks="""
    as_at: 2010-09
    bodies:
      group: {name: Task Group, kind: task_group, until: 2010-06, stage: active}
    """,
    keeps="""
    as_at: 2010-09
    bodies:
      group: {name: Task Group, kind: task_group, until: 2010-12, stage: active}
    """,
)
def open_after_its_end(model: Model) -> Iterator[Breach]:
    """A body whose end has come is dissolved, or its term is renewed.

    Source: Governing Partnerships (Audit Commission, 2005), on exit strategies.
    """
    for body in model.bodies:
        over = body.until and model.as_at and dates.starts_after(model.as_at, body.until)
        if over and body.inside and body.stage in (Stage.ACTIVE, Stage.SHADOW):
            message = f"{body.name} was to end in {dates.spoken(body.until or '')}, and is still there."
            yield Breach((body.id,), message, "Dissolve it, or renew its term.")

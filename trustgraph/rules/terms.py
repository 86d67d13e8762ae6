"""Rules of account for bodies set up for a time."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import dates, wording
from trustgraph.model import Model
from trustgraph.records import Body
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
    led = {seat.body for seat in model.memberships if seat.role in {Role.LEAD, Role.CHAIR} and not seat.denied}
    reporting = {line.subject for line in model.relationships if line.kind.account is not Account.NONE}
    for body in model.bodies:
        if _is_for_a_time(body):
            # of several such groups none has the end of another
            lacks = [] if body.until or body.collective else ["when it ends"]
            lacks += [] if body.id in led else ["who leads it"]
            lacks += [] if body.id in reporting else ["to whom it reports"]
            if lacks:
                name, is_ = wording.called(model, body.id), wording.agree(model, [body.id], "is")
                told = f"{name} {is_} set up for a time, and {wording.silence(model)} {wording.either(lacks)}."
                yield Breach((body.id,), told, f"Say {wording.names(lacks)}.", absent=True)


def _is_for_a_time(body: Body) -> bool:
    """Return whether a body of the arrangement is set up for a time, and for more than one day."""
    event = body.since is not None and body.since == body.until
    return bool(body.time_limited) and body.inside and body.stage is not Stage.DISSOLVED and not event


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
            was, is_ = ("were", "are") if wording.is_plural(model, body.id) else ("was", "is")
            name, end = wording.called(model, body.id), dates.spoken(body.until or "")
            message = f"{name} {was} to end by {end}, and {is_} still there."
            yield Breach((body.id,), message, "Dissolve it, or renew its term.")

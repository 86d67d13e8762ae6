"""Quorum and votes, in sentences with their clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trustgraph import wording
from trustgraph.analysis.membership.quorum import Power, Standing
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Body, Quorum
from trustgraph.reports.naming import alike, counted, opening, span_of
from trustgraph.reports.report import Report
from trustgraph.tables import Table
from trustgraph.wording import agree, listed, prose


def quorum_report(model: Model, rows: Sequence[Standing]) -> Report:
    """Return how many sit, vote and must be there on each body, and what one organisation can do."""
    sentences = [_needed(model, row) for row in rows if row.quorum_least is not None]
    unknown = [row for row in rows if row.quorum_least is None]
    sentences += [_uncounted(model, row) for row in unknown if _rule(model, row) is not None]
    if silent := [row.body for row in unknown if _rule(model, row) is None]:
        sentences.append(f"The paper does not state a quorum for {prose(model, silent)}.")
    sentences += [sentence for row in rows for sentence in _powers(model, row)]
    cells = tuple(
        (
            name,
            span_of(row.seats_least, row.seats_most),
            _votes(row),
            span_of(row.quorum_least, row.quorum_most),
            span_of(row.carry_least, row.carry_most),
        )
        for row, *others in alike(rows, lambda row: row[1:])
        for name in listed(model, [row.body, *(other.body for other in others)])
    )
    columns = ("Body", "Members", "Votes", "Quorum", "Least to carry")
    table = Table("Members, as far as the paper lists them, and quorum", columns, cells)
    nothing = ("The paper lists no members and states no quorum.",)
    return Report("Who must be there, and what carries?", tuple(sentences) or nothing, (table,) if cells else ())


def _rule(model: Model, row: Standing) -> Quorum | None:
    body = model[row.body]
    return body.quorum if isinstance(body, Body) else None


def _uncounted(model: Model, row: Standing) -> str:
    """Return that a quorum is stated, of which nobody can tell the number."""
    rule = _rule(model, row)
    clause = wording.remark(model, rule) if rule is not None else ""
    return (
        f"How many make a quorum of {prose(model, [row.body])}, for which the paper has a rule{clause}, is left open."
    )


def _needed(model: Model, row: Standing) -> str:
    """Return how many of a body's members must be there, and how many then carry a decision."""
    rule = _rule(model, row)
    clause = wording.remark(model, rule) if rule is not None else ""
    needed = wording.spelt(Range(row.quorum_least or 0, row.quorum_most))
    who = f", {prose(model, row.requires)} among them" if row.requires else ""
    carry = ""
    if row.carry_least is not None:
        carry = f"; with no more than these, {counted(row.carry_least, row.carry_most, 'vote')} can carry a decision"
        # what the paper leaves unsaid is told as what the word means
        carry += "" if rule is not None and rule.carries else " by a majority of those present"
    body, has = [row.body], agree(model, [row.body], "has")
    # of what lists no members it is not said that it has none
    members = f"{has} {counted(row.seats_least, row.seats_most, 'member')} and " if row.seats_most != 0 else ""
    return f"{opening(model, body)} {members}{agree(model, body, 'needs')} {needed} there{who}{carry}{clause}."


def _powers(model: Model, row: Standing) -> Iterator[str]:
    """Yield what each organisation can do alone, and that it is open of others."""
    able = [power for power in row.powers if True in power[1:]]
    for power in able:
        yield _power(model, row, power)
    if len(able) < len(row.powers):
        other = "another" if able else "an"
        yield f"What {other} organisation could do alone on {prose(model, [row.body])} is left open."


def _power(model: Model, row: Standing, power: Power) -> str:
    can = [
        text
        for holds, text in (
            (power.prevents, "prevent a quorum by staying away"),
            (power.defeats, "defeat a motion at a full meeting"),
            (power.carries, "carry a motion at a bare quorum"),
        )
        if holds
    ]
    return f"On {prose(model, [row.body])}, {prose(model, [power.organisation])} alone can {wording.names(can)}."


def _votes(row: Standing) -> str:
    open_ended = row.voting_least == 0 and row.voting_most in {None, row.seats_most}
    return "not stated" if open_ended else span_of(row.voting_least, row.voting_most)

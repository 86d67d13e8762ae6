"""Shared members, meetings, quorum and representation, in sentences with their clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from trustgraph import wording
from trustgraph.analysis.burden import Burden
from trustgraph.analysis.interlocks import Interlock
from trustgraph.analysis.quorum import Power, Standing
from trustgraph.analysis.representation import Representation
from trustgraph.analysis.sittings import By, sittings
from trustgraph.model import Model
from trustgraph.reports.naming import named, span_of
from trustgraph.reports.report import Report
from trustgraph.tables import Table


def interlocks_report(model: Model, rows: Sequence[Interlock]) -> Report:
    """Return which bodies have organisations and posts in common."""
    cited = {by: _cited(model, by) for by in By}
    cells = tuple(
        (
            *(wording.name(model, body) for body in row.bodies),
            row.by,
            len(row.shared),
            len(row.possible),
            row.members,
            row.jaccard,
        )
        for row in rows
    )
    columns = ("Body", "and", "By", "Shared", "Perhaps too", "On either", "Overlap (Jaccard)")
    return Report(
        "Who sits on several bodies?",
        tuple(_shared(model, row, cited[row.by]) for row in rows)
        or ("No post and no organisation sits on more than one body.",),
        (Table("Overlap of memberships", columns, cells),),
    )


def _shared(model: Model, row: Interlock, cited: Mapping[tuple[str, str], Iterable[str]]) -> str:
    one, other = (wording.name(model, body) for body in row.bodies)
    parts = []
    for how, group in (("certainly", row.shared), ("possibly", row.possible)):
        if group:
            sit = "sits" if len(group) == 1 else "sit"
            parts.append(f"{len(group)} {how} {sit} on both: {wording.names(named(model, group))}")
    clauses = dict.fromkeys(
        clause for who in (*row.shared, *row.possible) for body in row.bodies for clause in cited[body, who]
    )
    what = f"{row.by}s" if row.members > 1 else f"{row.by}"
    return f"Of the {row.members} {what} on {one} or {other}, {'; '.join(parts)}{_brackets(clauses)}."


def _cited(model: Model, by: By) -> dict[tuple[str, str], list[str]]:
    """Return the clauses of the seats of each post or organisation on each body."""
    clauses: dict[tuple[str, str], list[str]] = {}
    for row in sittings(model, by):
        clauses.setdefault((row.body, row.who), []).extend(wording.clause(model, row.record).split("; "))
    return clauses


def _brackets(clauses: Iterable[str]) -> str:
    inside = "; ".join(clause for clause in clauses if clause)
    return f" ({inside})" if inside else ""


def burden_report(model: Model, rows: Sequence[Burden]) -> Report:
    """Return how many meetings a year the arrangement asks of whom."""
    several = [row for row in rows if len(row.bodies) > 1]
    sentences = [_asked(model, row) for row in several]
    silent = list(dict.fromkeys(body for row in rows for body in row.unstated))
    if silent:
        sentences.append(f"How often {wording.names(named(model, silent))} would meet is not stated.")
    if not several:
        sentences.insert(0, "Nobody sits on more than one body of the arrangement.")
    cells = tuple(
        (
            wording.name(model, row.who),
            row.by,
            named(model, row.bodies),
            span_of(row.least, row.most),
            span_of(row.seat_least, row.seat_most),
            named(model, row.unstated),
        )
        for row in rows
    )
    columns = ("Who", "By", "Bodies", "Meetings a year", "Seats x meetings", "Frequency not stated")
    return Report("How many meetings a year?", tuple(sentences), (Table("Meetings a year", columns, cells),))


def _asked(model: Model, row: Burden) -> str:
    unknown = row.least == 0 and row.most is None
    meetings = "an unknown number of meetings" if unknown else f"{span_of(row.least, row.most)} meetings"
    return f"{wording.name(model, row.who)}: {meetings} a year, on {wording.names(named(model, row.bodies))}."


def quorum_report(model: Model, rows: Sequence[Standing]) -> Report:
    """Return how many sit, vote and must be there on each body, and what one organisation can do."""
    sentences = [_needed(model, row) for row in rows if row.quorum_least is not None]
    inside = {body.id for body in model.bodies if body.inside}
    silent = [row.body for row in rows if row.quorum_least is None and row.body in inside]
    if silent:
        sentences.append(f"The paper does not state a quorum for {wording.names(named(model, silent))}.")
    sentences += [_power(model, row, power) for row in rows for power in row.powers]
    cells = tuple(
        (
            wording.name(model, row.body),
            span_of(row.seats_least, row.seats_most),
            _votes(row),
            span_of(row.quorum_least, row.quorum_most),
            span_of(row.carry_least, row.carry_most),
        )
        for row in rows
    )
    columns = ("Body", "Members", "Votes", "Quorum", "Least to carry")
    return Report("Who must be there, and what carries?", tuple(sentences), (Table("Quorum", columns, cells),))


def _needed(model: Model, row: Standing) -> str:
    rule = getattr(model[row.body], "quorum", None)
    who = f", {wording.names(named(model, row.requires))} among them" if row.requires else ""
    carried = span_of(row.carry_least, row.carry_most)
    carry = "" if row.carry_least is None else f"; then {carried} votes carry a decision"
    clause = wording.remark(model, rule) if rule is not None else ""
    seats, needed = span_of(row.seats_least, row.seats_most), span_of(row.quorum_least, row.quorum_most)
    return f"{wording.name(model, row.body)} has {seats} members and needs {needed} of them{who}{carry}{clause}."


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
    body, who = wording.name(model, row.body), wording.name(model, power.organisation)
    return f"On {body}, {who} alone can {wording.names(can)}."


def representation_report(model: Model, rows: Sequence[Representation]) -> Report:
    """Return which organisations sit where, for whom, and which sit nowhere."""
    nowhere = [wording.name(model, row.organisation) for row in rows if not row.bodies and not row.through]
    sentences = [
        f"{wording.name(model, row.organisation)} speaks for {wording.names(named(model, row.for_others))}."
        for row in rows
        if row.for_others
    ]
    spoken = [wording.name(model, row.organisation) for row in rows if row.through and not row.bodies]
    if spoken:
        sentences.append(f"Only others speak for {wording.names(spoken)}.")
    if nowhere:
        sentences.append(f"The paper states no seat for {wording.names(nowhere)}.")
    cells = tuple(
        (
            wording.name(model, row.organisation),
            named(model, row.bodies),
            span_of(row.seats, row.seats_most),
            tuple(wording.seat(model, model.seats[key]) for key in row.through),
        )
        for row in rows
    )
    columns = ("Organisation", "Sits on", "Seats", "Spoken for by")
    return Report("Who is represented where?", tuple(sentences), (Table("Representation", columns, cells),))


def _votes(row: Standing) -> str:
    open_ended = row.voting_least == 0 and row.voting_most in (None, row.seats_most)
    return "not stated" if open_ended else span_of(row.voting_least, row.voting_most)

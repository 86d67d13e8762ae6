"""Shared members, meetings and representation, in sentences with their clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from trustgraph import wording
from trustgraph.analysis.membership.burden import Burden
from trustgraph.analysis.membership.interlocks import Interlock
from trustgraph.analysis.membership.representation import Representation
from trustgraph.analysis.membership.sittings import By, sittings
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import ONE, Body
from trustgraph.reports.naming import alike, bracketed, clauses_of, counted, opening, span_of
from trustgraph.reports.report import Report
from trustgraph.tables import Table
from trustgraph.wording import agree, listed, prose
from trustgraph.wording.names import capital

_NO_SEATS = "The paper states no seats."


def interlocks_report(model: Model, rows: Sequence[Interlock]) -> Report:
    """Return which bodies have organisations and posts in common; in words those of the arrangement only."""
    cited = {by: _cited(model, by) for by in By}
    sentences = [
        _shared(model, row, cited[row.by]) for row in rows if all(_is_inside(model, body) for body in row.bodies)
    ]
    if rows and not sentences:
        sentences = ["No two bodies of the arrangement share a post or an organisation."]
    sentences += _labels(model, (who for row in rows for who in (*row.shared, *row.possible)))
    cells = tuple(
        (
            *(wording.name(model, body) for body in row.bodies),
            row.by,
            len(row.shared),
            len(row.possible),
            row.members,
            _overlap(row),
        )
        for row in rows
    )
    columns = ("Body", "And", "By", "On both", "Perhaps", "On either", "Overlap (Jaccard)")
    nothing = ("No post and no organisation sits on more than one body." if model.memberships else _NO_SEATS,)
    table = Table("Overlap of memberships", columns, cells)
    return Report("Who sits on several bodies?", tuple(sentences) or nothing, (table,) if rows else ())


def _labels(model: Model, ids: Iterable[str]) -> Iterator[str]:
    """Yield which of these organisations are several under one name."""
    records = ((name, model[name]) for name in dict.fromkeys(ids))
    several = [name for name, one in records if isinstance(one, Body) and (one.collective or one.count != ONE)]
    if several:
        yield f"One name for several counts as one: {prose(model, several)}."


def _is_inside(model: Model, which: str) -> bool:
    record = model[which]
    return isinstance(record, Body) and record.inside


def _shared(model: Model, row: Interlock, cited: Mapping[tuple[str, str], Iterable[str]]) -> str:
    """Return who sits on both of two bodies, and who may."""
    sitting, perhaps = (row.shared, "") if row.shared else (row.possible, "perhaps ")
    number = Range(row.members, row.members)
    both = wording.names(wording.called(model, body) for body in row.bodies)
    what = row.by if row.members == 1 else f"{row.by}s"
    text = f"{wording.spelt(Range(len(sitting), len(sitting)))} of {wording.spelt(number)} {what} {perhaps}"
    text += f"{'sits' if len(sitting) == 1 else 'sit'} on both {both}: {prose(model, sitting)}"
    if row.shared and row.possible:
        text += f"; perhaps also {prose(model, row.possible)}"
    clauses = (clause for who in (*row.shared, *row.possible) for body in row.bodies for clause in cited[body, who])
    return f"{capital(text)}{bracketed(clauses)}."


def _overlap(row: Interlock) -> str:
    """Return the share of shared members: "0.44", "0.05 to 0.11" where some may sit on both, or "not stated"."""
    if row.jaccard is None or row.jaccard_most is None:
        return "not stated"
    certain, possible = f"{row.jaccard:.2f}", f"{row.jaccard_most:.2f}"
    return certain if certain == possible else f"{certain} to {possible}"


def _cited(model: Model, by: By) -> dict[tuple[str, str], list[str]]:
    """Return the clauses of the seats of each post or organisation on each body."""
    clauses: dict[tuple[str, str], list[str]] = {}
    for row in sittings(model, by):
        clauses.setdefault((row.body, row.who), []).extend(wording.clause(model, row.record).split("; "))
    return clauses


def burden_report(model: Model, rows: Sequence[Burden]) -> Report:
    """Return how many meetings a year the arrangement asks of whom."""
    several = [row for row in rows if len(row.bodies) > 1]
    cited = {by: _cited(model, by) for by in By}
    sentences = [
        _asked(model, group, cited[group[0].by])
        for group in alike(several, lambda row: (row.by, row.bodies, row.least, row.most))
    ]
    sentences += _labels(model, (row.who for row in several))
    silent = dict.fromkeys(body for row in rows for body in row.unstated)
    if silent:
        sentences.append(f"How often they meet is not stated of {prose(model, silent)}.")
    if not several:
        sentences.insert(0, "Nobody sits on more than one body of the arrangement." if model.memberships else _NO_SEATS)
    captions = {By.ORGANISATION: "Meetings a year, by organisation", By.POST: "Meetings a year, by post"}
    columns = ("Who", "Bodies", "Meetings a year", "Seats × meetings")
    tables = (Table(caption, columns, tuple(_burdens(model, rows, by))) for by, caption in captions.items())
    return Report("How many meetings a year?", tuple(sentences), tuple(table for table in tables if table.rows))


def _burdens(model: Model, rows: Iterable[Burden], by: By) -> Iterator[tuple[object, ...]]:
    for row in rows:
        if row.by is by:
            meetings = span_of(row.least, row.most), span_of(row.seat_least, row.seat_most)
            yield wording.name(model, row.who), listed(model, row.bodies), *meetings


def _asked(model: Model, rows: Sequence[Burden], cited: Mapping[tuple[str, str], Iterable[str]]) -> str:
    """Return how many meetings those attend who sit on the same bodies, with the clauses of both."""
    row, who = rows[0], [row.who for row in rows]
    unknown = row.least == 0 and row.most is None
    meetings = "an unknown number of meetings" if unknown else counted(row.least, row.most, "meeting")
    each = " each" if len(who) > 1 else ""
    sits = agree(model, who, "sits")
    held = (getattr(model[body], "meetings", None) for body in row.bodies)
    clauses = [clause for one in held if one is not None for clause in wording.clause(model, one).split("; ")]
    clauses += [clause for body in row.bodies for one in who for clause in cited.get((body, one), ())]
    return f"{opening(model, who)} {sits} on {prose(model, row.bodies)}: {meetings} a year{each}{bracketed(clauses)}."


def representation_report(model: Model, rows: Sequence[Representation]) -> Report:
    """Return which organisations sit where, for whom, and which sit nowhere."""
    sentences = [_speaking(model, row) for row in rows if row.for_others]
    absent = [row for row in rows if row.through and not row.bodies]
    vacant = [row for row in absent if not any(wording.sitters(model.seats[key]) for key in row.through)]
    for group, text in (
        ([row for row in absent if row not in vacant], "Only others speak for"),
        (vacant, "Nobody holds the seat for"),
    ):
        if group:
            where = clauses_of(model, dict.fromkeys(key for row in group for key in row.through))
            sentences.append(f"{text} {prose(model, [row.organisation for row in group])}{where}.")
    if nowhere := [row.organisation for row in rows if not row.bodies and not row.through]:
        sentences.append(f"The paper states no seat for {prose(model, nowhere)}.")
    if not sentences:
        sentences = ["Every organisation that the paper names sits for itself."] if rows else ["No organisation sits."]
    cells = tuple(
        (
            wording.name(model, row.organisation),
            listed(model, row.bodies),
            span_of(row.seats, row.seats_most),
            tuple(dict.fromkeys(_speaker(model, key) for key in row.through)),
            clauses_of(model, (*row.keys, *row.through))[2:-1],
        )
        for row in rows
        if row.bodies or row.through
    )
    columns = ("Organisation", "Sits on", "Seats", "Spoken for by", "Clauses")
    table = Table("Representation", columns, cells)
    return Report("Who is represented where?", tuple(sentences), (table,) if cells else ())


def _speaking(model: Model, row: Representation) -> str:
    """Return for whom an organisation speaks, with the clauses of the seats in which it does."""
    who, others = [row.organisation], {*row.for_others}
    where = clauses_of(model, (key for key in row.keys if not others.isdisjoint(model.seats[key].on_behalf_of)))
    return f"{opening(model, who)} {agree(model, who, 'speaks')} for {prose(model, row.for_others)}{where}."


def _speaker(model: Model, key: str) -> str:
    """Return who holds a seat, and on what: "Chief Executive (Kent Council) on the Board"."""
    seat = model.seats[key]
    who = " or ".join(wording.name(model, each) for each in wording.sitters(seat))
    return f"{who or 'vacant seat'} on {wording.called(model, seat.body)}"

"""How often they meet, and what that costs in meetings and attendances."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trustgraph import wording
from trustgraph.analysis.membership.sittings import meetings_a_year, seats_by_body, times
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.comparison.roles import called
from trustgraph.frequency import Range
from trustgraph.records import Body
from trustgraph.vocabulary import BodyKind
from trustgraph.wording import facts


def meeting(part: str) -> Callable[[Case], Cell]:
    """Return what asks how often the bodies that play a part meet."""

    def ask(case: Case) -> Cell:
        bodies = case.of(part)
        if not bodies:
            return case.unmatched(part)
        told = tuple(said for which in bodies for said in _meets(case, part, which))
        silence = f"how often {case.prose(bodies)} {wording.agree(case.model, bodies, 'meets')}"
        return Cell(Answer.YES, told) if told else case.silent(silence, *bodies)

    return ask


def _meets(case: Case, part: str, which: str) -> Iterator[Said]:
    body = case.model[which]
    if not isinstance(body, Body) or body.meetings is None:
        return
    yearly = meetings_a_year(case.model, body)
    text = "".join(statement.text for statement in facts.meetings(case.model, body))
    fact = ""
    if yearly is not None:
        text += "" if "year" in text else f", which makes {_figure(body, yearly)} a year"
        known = yearly.least == yearly.most and part == "board"
        fact = f"the board meets {wording.spelt(yearly)} times a year" if known else ""
    yield case.said(f"{wording.called(case.model, which)} {text}", which, records=[body.meetings], fact=fact)


def _figure(body: Body, yearly: Range) -> str:
    """Return the meetings a year; where the paper's word has two meanings, as one or the other."""
    two = body.meetings is not None and body.meetings.per_year is None and (yearly.most or 0) > 2 * yearly.least
    return wording.spelt(yearly).replace(" to ", " or ") if two else wording.spelt(yearly)


def cost(case: Case) -> Cell:
    """Return how many meetings a year the arrangement holds, and how many attendances the board's take."""
    row = case.profile
    if not row.meetings_least:
        return case.silent("how many meetings a year it asks for")
    met = {body.id: body.meetings for body in case.model.bodies if body.inside and body.meetings is not None}
    text = f"{Range(row.meetings_least, None if row.unstated else row.meetings_most)} meetings a year in all"
    if unstated := [which for which in row.unstated if _holds_meetings(case, which)]:
        verb = wording.agree(case.model, unstated, "meets")
        text += f"; how often {case.prose(unstated)} {verb} is not stated"
    total = case.said(text, *met, ground=Ground.WORKED_OUT, records=met.values())
    return Cell(Answer.YES, (total, *_attended(case)))


def _holds_meetings(case: Case, which: str) -> bool:
    """Return whether a body is such as would meet, and not staff, or the members of another."""
    body = case.model[which]
    return isinstance(body, Body) and body.kind not in (BodyKind.UNIT, BodyKind.TEAM) and body.members_of is None


def _attended(case: Case) -> Iterator[Said]:
    for which in case.of("board")[:1]:
        body, seats = case.model[which], seats_by_body(case.model).get(which)
        yearly = meetings_a_year(case.model, body) if isinstance(body, Body) else None
        if seats is not None and yearly is not None:
            who = wording.called(case.model, which)
            text = f"{who} asks for {times(seats, yearly)} attendances a year: {seats} seats, {yearly} meetings"
            held = [seat for _, seat in case.seats(which) if seat.role.sits and not seat.denied]
            rests = [body.meetings, *held] if isinstance(body, Body) and body.meetings is not None else held
            yield case.said(text, which, records=rests, ground=Ground.WORKED_OUT)


_GROUP = "Meetings"

ROWS = (
    *(
        Row(f"meets-{part}", _GROUP, f"How often: {called(part)}", meeting(part), f"how often {called(part)} {verb}")
        for part, verb in (("board", "meets"), ("executive", "meets"), ("commissioning", "meets"), ("local", "meet"))
    ),
    Row("cost", _GROUP, "The cost in meetings", cost),
)

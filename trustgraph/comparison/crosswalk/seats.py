"""Who chairs, who sits and votes, how often they meet, and what that costs in meetings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from trustgraph import wording
from trustgraph.analysis.quorum import quorum as standings
from trustgraph.analysis.sittings import meetings_a_year, seats_by_body, times
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said, answered
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.comparison.roles import PART
from trustgraph.frequency import Range
from trustgraph.records import ONE, Body, Membership
from trustgraph.vocabulary import Role
from trustgraph.wording import facts
from trustgraph.wording.seats import chaired

_CHAIRED = (
    (
        "an elected member",
        re.compile(r"portfolio holder|cabinet member|lead member|councillor|committee chair|\bleader\b", re.I),
    ),
    ("an officer", re.compile(r"chief executive|director|\bDCS\b|manager", re.I)),
    ("an independent chair", re.compile(r"independent", re.I)),
)
_MEETING = ("board", "executive", "commissioning", "local")


def chairing(part: str) -> Callable[[Case], Cell]:
    """Return what asks who chairs the bodies that play a part."""

    def ask(case: Case) -> Cell:
        bodies = case.of(part)
        if not bodies:
            return case.unmatched(_called(part))
        seats = [(key, seat) for body in bodies for key, seat in case.seats(body) if seat.role is Role.CHAIR]
        yes = tuple(_chair(case, part, key, seat) for key, seat in seats if not seat.denied)
        no = [_chair(case, part, key, seat) for key, seat in seats if seat.denied]
        main = [(key, seat) for key, seat in seats if not seat.denied and seat.body == bodies[0]]
        if len(main) > 1 and _single(case, bodies[0]):
            return Cell(Answer.CONTRADICTORY, yes)
        if yes:
            return Cell(Answer.YES, (*yes, *no))
        return answered((), no, case.silent(f"who chairs {case.prose(bodies)}", *bodies))

    return ask


def _single(case: Case, which: str) -> bool:
    body = case.model[which]
    return isinstance(body, Body) and body.count == ONE and not body.collective


def _chair(case: Case, part: str, key: str, seat: Membership) -> Said:
    text = f"{wording.called(case.model, seat.body)} {chaired(case.model, seat).text}"
    sorts = {sort for who in wording.sitters(seat) for sort, sign in _CHAIRED if sign.search(case.model[who].name)}
    fact = (
        f"{_called(part)} is chaired by {sorts.pop()}"
        if len(sorts) == 1 and not seat.denied and part == "board"
        else ""
    )
    return case.said(text, key, fact=fact)


def _called(part: str) -> str:
    title = PART[part].title if part in PART else part
    return title[:1].lower() + title[1:]


def seating(part: str) -> Callable[[Case], Cell]:
    """Return what asks how many seats the first body that plays a part has."""

    def ask(case: Case) -> Cell:
        if not case.of(part):
            return case.unmatched(_called(part))
        which = case.of(part)[0]
        seats = [(key, seat) for key, seat in case.seats(which) if seat.role.sits and not seat.denied]
        if not seats:
            return case.silent(f"who sits on {case.prose([which])}", which)
        number = wording.total(seat for _, seat in seats)
        who = wording.called(case.model, which)
        verb = wording.agreeing("has", wording.is_plural(case.model, which))
        text = f"{who} {verb} {wording.spelt(number)} {'seat' if str(number) == '1' else 'seats'}"
        keys, records = tuple(key for key, _ in seats), [seat for _, seat in seats]
        return Cell(Answer.YES, (case.said(text, *keys, records=records),))

    return ask


def voting(case: Case) -> Cell:
    """Return who votes on the board, and who does not."""
    bodies = case.of("board")
    if not bodies:
        return case.unmatched("the board")
    seats = [(key, seat) for key, seat in case.seats(bodies[0]) if not seat.denied and seat.voting is not None]
    told = []
    for votes, phrase in ((True, "have a vote"), (False, "have no vote")):
        held = [(key, seat) for key, seat in seats if seat.voting is votes]
        if held:
            who = wording.names(
                dict.fromkeys(wording.called(case.model, each) for _, seat in held for each in wording.sitters(seat))
            )
            number = wording.total(seat for _, seat in held)
            text = f"{wording.spelt(number)} {'seat' if str(number) == '1' else 'seats'} {phrase if str(number) != '1' else phrase.replace('have', 'has')}: {who}"
            told.append(case.said(text, *(key for key, _ in held), records=[seat for _, seat in held]))
    return Cell(Answer.YES, tuple(told)) if told else case.silent("who votes", *bodies)


def quorate(case: Case) -> Cell:
    """Return the quorum of the board and of the other bodies that have one, and what carries a decision."""
    told = []
    for row in standings(case.model):
        body = case.model[row.body]
        if isinstance(body, Body) and body.quorum is not None and row.body not in case.model.context:
            text = "; ".join(statement.text for statement in facts.quorum(case.model, body))
            figure = f", which is {_figure(row.quorum_least, row.quorum_most)}" if row.quorum_least is not None else ""
            told.append(
                case.said(f"{wording.called(case.model, row.body)} {text}{figure}", row.body, records=[body.quorum])
            )
    return Cell(Answer.YES, tuple(told)) if told else case.silent("what the quorum is", *case.of("board")[:1])


def _figure(least: int, most: int | None) -> str:
    number = Range(least, most)
    return f"{wording.spelt(number)} of its members"


def meeting(part: str) -> Callable[[Case], Cell]:
    """Return what asks how often the bodies that play a part meet."""

    def ask(case: Case) -> Cell:
        if not case.of(part):
            return case.unmatched(_called(part))
        told = [said for which in case.of(part) for said in _meets(case, part, which)]
        return (
            Cell(Answer.YES, tuple(told))
            if told
            else case.silent(
                f"how often {case.prose(case.of(part))} meet".replace("each of the", "the"), *case.of(part)
            )
        )

    return ask


def _meets(case: Case, part: str, which: str) -> Iterator[Said]:
    body = case.model[which]
    if not isinstance(body, Body) or body.meetings is None:
        return
    (statement,) = facts.meetings(case.model, body)
    yearly = meetings_a_year(case.model, body)
    figure = f", {wording.spelt(yearly)} a year" if yearly is not None and "year" not in statement.text else ""
    figure = figure.replace(" to ", " or ") if body.meetings.text.casefold() == "bi-monthly" else figure
    known = yearly is not None and yearly.least == yearly.most
    fact = f"{_called(part)} meets {wording.spelt(yearly)} times a year" if known and part == "board" and yearly else ""
    yield case.said(
        f"{wording.called(case.model, which)} {statement.text}{figure}", which, records=[body.meetings], fact=fact
    )


def cost(case: Case) -> Cell:
    """Return how many meetings a year the arrangement holds, and how many seats at meetings the board takes."""
    row, told = case.profile, []
    if row.meetings_least:
        number = Range(row.meetings_least, row.meetings_most if not row.unstated else None)
        text = f"{number} meetings a year in all"
        if row.unstated:
            text += f"; how often {case.prose(row.unstated)} {wording.agree(case.model, row.unstated, 'meets')} is not stated"
        told.append(case.said(text, *_metered(case), ground=Ground.WORKED_OUT, records=_meetings(case)))
        told += _seat_meetings(case)
    return Cell(Answer.YES, tuple(told)) if told else case.silent("how many meetings a year it asks for")


def _metered(case: Case) -> Iterator[str]:
    return (body.id for body in case.model.bodies if body.inside and body.meetings is not None)


def _meetings(case: Case) -> list[Body]:
    return [body.meetings for body in case.model.bodies if body.inside and body.meetings is not None]  # type: ignore[misc]


def _seat_meetings(case: Case) -> Iterator[Said]:
    for which in case.of("board")[:1]:
        body, seats = case.model[which], seats_by_body(case.model).get(which)
        yearly = meetings_a_year(case.model, body) if isinstance(body, Body) else None
        if seats is not None and yearly is not None:
            text = f"{wording.called(case.model, which)} asks for {times(seats, yearly)} attendances a year, {seats} seats by {yearly} meetings"
            yield case.said(text, which, ground=Ground.WORKED_OUT)


ROWS = (
    *(
        Row(
            f"chair-{part}",
            "Who chairs",
            f"Who chairs: {PART[part].title.lower()}",
            chairing(part),
            f"who chairs {_called(part)}",
        )
        for part in _MEETING
    ),
    *(
        Row(
            f"seats-{part}",
            "Who sits",
            f"Seats: {PART[part].title.lower()}",
            seating(part),
            f"who sits on {_called(part)}",
        )
        for part in ("board", "executive", "commissioning")
    ),
    Row("votes", "Who sits", "Votes on the board", voting, "who votes on the board"),
    Row("quorum", "Who sits", "Quorum, and what carries a decision", quorate, "what the quorum is"),
    *(
        Row(
            f"meets-{part}",
            "Meetings",
            f"How often: {PART[part].title.lower()}",
            meeting(part),
            f"how often {_called(part)} {'meet' if part == 'local' else 'meets'}",
        )
        for part in _MEETING
    ),
    Row("cost", "Meetings", "The cost in meetings", cost),
)

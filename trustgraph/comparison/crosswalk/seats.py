"""Who chairs, who sits, who votes, and what a quorum is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from trustgraph import wording
from trustgraph.analysis.membership.quorum import quorum as standings
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said, answered
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.comparison.roles import called
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


def chairing(part: str) -> Callable[[Case], Cell]:
    """Return what asks who chairs the bodies that play a part."""

    def ask(case: Case) -> Cell:
        bodies = case.of(part)
        if not bodies:
            return case.unmatched(part)
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
    # whom else the chair sits for, and with what vote, is told of the seats
    bare = msgspec.structs.replace(seat, on_behalf_of=(), voting=None, substitute=None)
    text = f"{wording.called(case.model, seat.body)} {chaired(case.model, bare).text}"
    sorts = {sort for who in wording.sitters(seat) for sort, sign in _CHAIRED if sign.search(case.model[who].name)}
    fact = (
        f"{called(part)} is chaired by {sorts.pop()}" if len(sorts) == 1 and not seat.denied and part == "board" else ""
    )
    return case.said(text, key, fact=fact)


def seating(part: str) -> Callable[[Case], Cell]:
    """Return what asks how many seats the first body that plays a part has."""

    def ask(case: Case) -> Cell:
        if not case.of(part):
            return case.unmatched(part)
        which = case.of(part)[0]
        seats = [(key, seat) for key, seat in case.seats(which) if seat.role.sits and not seat.denied]
        if all(seat.role is Role.CHAIR for _, seat in seats):
            besides = ", besides who chairs it" if seats else ""
            return case.silent(f"who sits on {case.prose([which])}{besides}", which)
        number = wording.total(seat for _, seat in seats)
        has = wording.agreeing("has", wording.is_plural(case.model, which))
        chair = ", the chair's among them" if any(seat.role is Role.CHAIR for _, seat in seats) else ""
        text = f"{wording.called(case.model, which)} {has} {_seats(number)}, as listed{chair}"
        return Cell(Answer.YES, (case.said(text, *(key for key, _ in seats)),))

    return ask


def voting(case: Case) -> Cell:
    """Return who votes on the board, and who does not."""
    bodies = case.of("board")
    if not bodies:
        return case.unmatched("board")
    seats = [(key, seat) for key, seat in case.seats(bodies[0]) if not seat.denied and seat.voting is not None]
    told = [*_voting(case, seats, votes=True), *_voting(case, seats, votes=False)]
    if not told:
        return case.silent("who votes", *bodies)
    return Cell(Answer.YES, (*told, *_undecided(case, bodies[0])))


def _voting(case: Case, seats: Iterable[tuple[str, Membership]], *, votes: bool) -> Iterator[Said]:
    held = [(key, seat) for key, seat in seats if seat.voting is votes]
    if held:
        number = wording.total(seat for _, seat in held)
        has = "has" if str(number) == "1" else "have"
        text = f"{_seats(number)} {has} {'a' if votes else 'no'} vote: {_sitting(case, held)}"
        yield case.said(text, *(key for key, _ in held))


def _undecided(case: Case, body: str) -> Iterator[Said]:
    seats = case.seats(body)
    held = [(key, seat) for key, seat in seats if seat.voting is None and seat.seats.most != 0 and not seat.denied]
    if held:
        number = wording.total(seat for _, seat in held)
        have = "has" if str(number) == "1" else "have"
        text = f"whether {_seats(number)} {have} a vote is not stated: {_sitting(case, held)}"
        yield case.said(text, *(key for key, _ in held))


def _sitting(case: Case, held: Iterable[tuple[str, Membership]]) -> str:
    who = (
        f"{wording.called(case.model, each)}{f' ({_seats(seat.seats)})' if seat.seats != ONE else ''}"
        for _, seat in held
        for each in wording.sitters(seat)
    )
    return wording.names(dict.fromkeys(who))


def _seats(number: Range) -> str:
    return f"{wording.spelt(number)} seat{'' if str(number).split()[-1] == '1' else 's'}"


def quorate(case: Case) -> Cell:
    """Return the quorum of the board and of the other bodies that have one, and what carries a decision."""
    told = []
    for row in standings(case.model):
        body = case.model[row.body]
        if isinstance(body, Body) and body.quorum is not None and row.body not in case.model.context:
            who = wording.called(case.model, row.body)
            told += [
                case.said(f"{who} {statement.text}", row.body, records=[body.quorum])
                for statement in facts.quorum(case.model, body)
            ]
            if row.quorum_least is not None:
                number = wording.spelt(Range(row.quorum_least, row.quorum_most))
                text = f"by the seats as listed the quorum of {who} is {number}"
                told.append(case.said(text, row.body, records=[body.quorum], ground=Ground.WORKED_OUT))
    return Cell(Answer.YES, tuple(told)) if told else case.silent("what the quorum is", *case.of("board")[:1])


ROWS = (
    *(
        Row(f"chair-{part}", "Who chairs", f"Who chairs {called(part)}", chairing(part), f"who chairs {called(part)}")
        for part in ("board", "executive", "commissioning", "local")
    ),
    *(
        Row(f"seats-{part}", "Who sits", f"Seats on {called(part)}", seating(part), f"who sits on {called(part)}")
        for part in ("board", "executive", "commissioning")
    ),
    Row("votes", "Who sits", "Votes on the board", voting, "who votes on the board"),
    Row("quorum", "Who sits", "Quorum, and what carries a decision", quorate, "what the quorum is"),
)

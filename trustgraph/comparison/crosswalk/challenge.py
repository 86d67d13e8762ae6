"""The safeguarding line, scrutiny, and how disputes are escalated and settled."""

from __future__ import annotations

import msgspec

from trustgraph import wording
from trustgraph.analysis.challenges.challenge import Independence
from trustgraph.analysis.challenges.challenge import challenge as challenges
from trustgraph.analysis.challenges.independence import Outcome
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said, answered
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.records import Membership, Post
from trustgraph.vocabulary import Act, Kind, Topic

_GROUP = "Safeguarding and challenge"
_REPORTING = (Kind.REPORTS_TO, Kind.INFORMS, Kind.RECOMMENDS_TO)
_VERDICTS = {
    Independence.SUPPORTED: "the tests of independence are met",
    Independence.COMPROMISED: "a test of independence is failed",
    Independence.NOT_SHOWN: "its independence is not shown by what is stated",
}


def safeguarding(case: Case) -> Cell:
    """Return what the safeguarding board does, and what passes between it and the others."""
    boards = case.of("safeguarding")
    if not boards:
        return case.unmatched("safeguarding")
    inside = {body.id for body in case.model.bodies if body.inside} | {*case.of("board")}
    lines = [
        (key, line)
        for key, line in case.lines
        if {line.subject, line.target} & {*boards}
        and ({line.subject, line.target} & inside or line.subject in boards)
        and line.kind is not Kind.PART_OF
    ]
    told = [case.line(key, line) for key, line in lines if not line.denied]
    told += [
        case.doing(key, body, function)
        for key, body, function in case.functions
        if body.id in boards or (body.inside and "safeguarding board" in (function.matter or ""))
    ]
    return (
        Cell(Answer.YES, tuple(told))
        if told
        else case.silent(f"how {case.prose(boards)} stands to the arrangement", *boards, pictured=True)
    )


def independent(case: Case) -> Cell:
    """Return whether the safeguarding board is no part of the arrangement, and how its challenge stands the tests."""
    boards = case.of("safeguarding")
    if not boards:
        return case.unmatched("safeguarding")
    own = [
        (key, line)
        for key, line in case.lines
        if line.subject in boards and line.kind in (Kind.PART_OF, Kind.ACCOUNTABLE_TO, Kind.REPORTS_TO)
    ]
    inside = {body.id for body in case.model.bodies if body.inside}
    yes = [
        case.line(key, line, fact="the safeguarding board is said not to be subordinate")
        for key, line in own
        if line.denied
    ]
    no = [case.line(key, line) for key, line in own if not line.denied and line.target in inside]
    tested = [row for row in challenges(case.model) if row.challenger in boards and row.line]
    tests = [
        _tested(
            case, row.line or "", row.independent, [test.test for test in row.tests if test.outcome is Outcome.FAILED]
        )
        for row in tested
    ]
    if yes and not no:
        return Cell(Answer.YES, (*yes, *tests))
    return answered(yes, no, case.silent(f"whether {case.prose(boards)} is subordinate or not", *boards))


def _tested(case: Case, key: str, verdict: Independence | None, failed: list[str]) -> Said:
    line = case.model.lines[key]
    text = f"where it {wording.said(case.model, line)}, {_VERDICTS[verdict or Independence.NOT_SHOWN]}"
    if failed:
        text += f" (it fails: {'; '.join(failed)})"
    return case.said(text, key, ground=Ground.WORKED_OUT)


def seated(case: Case) -> Cell:
    """Return where the safeguarding board or its chair sits, and with or without a vote."""
    boards, on = case.of("safeguarding"), [body.id for body in case.model.bodies if body.inside]
    if not boards:
        return case.unmatched("safeguarding")
    seats = [(key, seat) for body in on for key, seat in case.seats(body) if _is_theirs(case, seat, boards)]
    yes = [_seat(case, key, seat) for key, seat in seats if not seat.denied]
    no = [_seat(case, key, seat) for key, seat in seats if seat.denied]
    return answered(yes, no, case.silent(f"whether {case.prose(boards)} has a seat", *boards))


def _is_theirs(case: Case, seat: Membership, boards: tuple[str, ...]) -> bool:
    for which in wording.sitters(seat):
        record = case.model[which]
        if which in boards or (isinstance(record, Post) and record.organisation in boards):
            return True
    return False


def _seat(case: Case, key: str, seat: Membership) -> Said:
    # whether a participant or an observer votes is not said by the word
    vote = {True: ", with a vote", False: ", without a vote", None: "; whether it votes is not stated"}[seat.voting]
    without = seat.voting is False and seat.body in case.of("board")
    return _sitting(case, key, seat, vote, "the chair of the safeguarding board has a seat without a vote" * without)


def _sitting(case: Case, key: str, seat: Membership, tail: str = "", fact: str = "") -> Said:
    who = wording.sitters(seat)[0]
    held = wording.held(case.model, msgspec.structs.replace(seat, voting=None, substitute=None), who).text
    if seat.category and str(seat.role) in seat.category.casefold():
        held = held.replace(f" {seat.role}", f" {seat.category.casefold()}")
    return case.said(f"{wording.called(case.model, who)} {held}{tail}", key, fact=fact)


def reporting(case: Case) -> Cell:
    """Return what the safeguarding board reports, to whom."""
    boards = case.of("safeguarding")
    if not boards:
        return case.unmatched("safeguarding")
    lines = [(key, line) for key, line in case.lines if line.subject in boards and line.kind in _REPORTING]
    yes = [case.line(key, line) for key, line in lines if not line.denied]
    no = [case.line(key, line) for key, line in lines if line.denied]
    return answered(yes, no, case.silent(f"what {case.prose(boards)} reports to whom", *boards, pictured=True))


def scrutiny(case: Case) -> Cell:
    """Return who scrutinises the arrangement; where that is not stated, where scrutineers sit."""
    bodies = case.of("scrutiny")
    lines = [
        (key, line)
        for key, line in case.lines
        if line.kind is Kind.SCRUTINISES or (line.target in bodies and line.kind is not Kind.PART_OF)
    ]
    yes = [case.line(key, line) for key, line in lines if not line.denied]
    no = [case.line(key, line) for key, line in lines if line.denied]
    seats = [
        _sitting(case, key, seat)
        for key, seat in case.model.seats.items()
        if not seat.denied and seat.body not in bodies and _is_theirs(case, seat, bodies)
    ]
    silence = case.silent("who scrutinises the arrangement", *case.of("board"), pictured=True)
    if yes:
        return answered([*yes, *seats], no, silence)
    return answered((), no, silence._replace(said=(*silence.said, *seats)))


def escalation(case: Case) -> Cell:
    """Return what is escalated to whom."""
    lines = [(key, line) for key, line in case.lines if line.kind is Kind.ESCALATES_TO]
    yes = [case.line(key, line) for key, line in lines if not line.denied]
    yes += [
        case.doing(key, body, function)
        for key, body, function in case.functions
        if "escalated" in (function.matter or "")
    ]
    no = [case.line(key, line) for key, line in lines if line.denied]
    return answered(yes, no, case.silent("what is escalated to whom", *case.of("board"), pictured=True))


def disputes(case: Case) -> Cell:
    """Return who settles disputes, and how."""
    told = [
        case.doing(key, body, function)
        for key, body, function in case.functions
        if function.topic is Topic.DISPUTES or (function.act is Act.RESOLVE)
    ]
    lines = [
        (key, line) for key, line in case.lines if line.topic is Topic.DISPUTES and line.kind is not Kind.ESCALATES_TO
    ]
    told += [case.line(key, line) for key, line in lines if not line.denied]
    return answered(
        told,
        [case.line(key, line) for key, line in lines if line.denied],
        case.silent("how disputes are settled", *case.of("board")),
    )


ROWS = (
    Row(
        "safeguarding",
        _GROUP,
        "What the safeguarding board does, and what passes between it and the others",
        safeguarding,
        "how the safeguarding board stands to the arrangement",
    ),
    Row(
        "safeguarding-independent",
        _GROUP,
        "Is it said not to be subordinate?",
        independent,
        "that the safeguarding board is not subordinate",
    ),
    Row(
        "safeguarding-seat", _GROUP, "Its seat, and its vote", seated, "where the safeguarding board or its chair sits"
    ),
    Row(
        "safeguarding-report",
        _GROUP,
        "What it reports, or recommends",
        reporting,
        "what the safeguarding board reports or recommends, and to whom",
    ),
    Row("scrutiny", _GROUP, "Scrutiny", scrutiny, "who scrutinises the arrangement"),
    Row("escalation", "Disputes", "What is escalated to whom", escalation, "what is escalated to whom"),
    Row("disputes", "Disputes", "How disputes and issues are settled", disputes, "who settles disputes or issues"),
)

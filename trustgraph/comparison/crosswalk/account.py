"""To whom the board and the others answer, what is delegated, and the ladder from the local groups up."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trustgraph import wording
from trustgraph.analysis.accountability.lines import lines as lines_of_account
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said, answered
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.comparison.roles import called
from trustgraph.records import ONE, Relationship
from trustgraph.vocabulary import Account, Force, Kind

_GROUP = "Account"


def answering(part: str) -> Callable[[Case], Cell]:
    """Return what asks to whom the bodies that play a part answer, reports included."""

    def ask(case: Case) -> Cell:
        bodies = case.of(part)
        if not bodies:
            return case.unmatched(part)
        own = {*bodies, *(outer for body in bodies for outer in case.outer(body))}
        members = {body.id for body in case.model.bodies if body.members_of in own}
        lines = [
            (key, line)
            for key, line in case.lines
            if line.kind.account is not Account.NONE
            and (line.subject in own or (line.subject in members and line.target not in own))
        ]
        yes = [
            case.line(key, line, fact=_fact(case, part, line))
            for key, line in lines
            if not line.denied and line.force is not Force.EXPECTED
        ]
        later = [case.line(key, line) for key, line in lines if not line.denied and line.force is Force.EXPECTED]
        no = [case.line(key, line) for key, line in lines if line.denied]
        alone = all(line.target in own for _, line in lines if not line.denied)
        if yes and alone:
            return Cell(
                Answer.NOT_STATED,
                tuple(each._replace(text=f"{each.text}; to whom else is not stated", fact="") for each in yes),
            )
        if yes:
            return Cell(Answer.YES, (*yes, *later, *no))
        silence = case.silent(
            f"to whom {case.prose(bodies)} {wording.agree(case.model, bodies, 'answers')}", *bodies, pictured=True
        )
        return answered(later, no, silence)

    return ask


def _fact(case: Case, part: str, line: Relationship) -> str:
    if part == "board":
        target = next((title for name, title in _FORUMS.items() if line.target in case.of(name)), "")
        return f"the board answers to {target}" if target else ""
    return (
        f"{called(part)} answer{'' if part == 'delivery' else 's'} to the board"
        if line.target in case.of("board")
        else ""
    )


_FORUMS = {"parent": "the strategic partnership above it", "scrutiny": "scrutiny", "council": "the council that leads"}


def forward(case: Case) -> Cell:
    """Return which bodies of the arrangement answer or report to the board."""
    boards = case.of("board")
    if not boards:
        return case.unmatched("board")
    lines = [
        (key, line)
        for key, line in case.lines
        if line.target in boards and line.subject not in boards and line.kind.account is not Account.NONE
    ]
    yes = [case.line(key, line) for key, line in lines if not line.denied]
    no = [case.line(key, line) for key, line in lines if line.denied]
    return answered(yes, no, case.silent(f"who answers to {case.prose(boards)}", *boards, pictured=True))


def delegated(case: Case) -> Cell:
    """Return what is delegated to whom."""
    lines = [(key, line) for key, line in case.lines if line.kind is Kind.DELEGATES_TO]
    yes = [case.line(key, line) for key, line in lines if not line.denied]
    no = [case.line(key, line) for key, line in lines if line.denied]
    return answered(yes, no, case.silent("what is delegated to whom", *case.of("board")))


def local(case: Case) -> Cell:
    """Return which local groups there are, and how many."""
    bodies = case.of("local")
    if not bodies:
        return case.unmatched("local")
    told = [
        case.said(f"{wording.capital(wording.called(case.model, which))}{_number(case, which)}", which)
        for which in bodies
    ]
    return Cell(Answer.YES, tuple(told))


def _number(case: Case, which: str) -> str:
    record = case.model[which]
    number = getattr(record, "count", ONE)
    return f": {wording.spelt(number)}" if number != ONE else ": how many is not stated"


def ladder(case: Case) -> Cell:
    """Return by which steps the local groups answer, up to whoever is at the head."""
    bodies = case.of("local")
    if not bodies:
        return case.unmatched("local")
    told = []
    for which in bodies:
        rows = lines_of_account(case.model, of=which)
        for row in rows:
            if len(row.path) > 1:
                names = " → ".join(wording.name(case.model, each) for each in row.path)
                keys = tuple(key for step in row.lines for key in step)
                told.append(case.said(names + _by_report(case, row.lines), *keys))
    if told:
        return Cell(Answer.YES, tuple(told))
    return _first_steps(case, bodies)


def _by_report(case: Case, steps: Iterable[Iterable[str]]) -> str:
    """Return that some steps, or all, are reports and no account."""
    kinds = [{case.model.lines[key].kind.account for key in step} for step in steps]
    reports = [Account.STRICT not in step for step in kinds]
    return ", by report only" if all(reports) else ", in part by report only" if any(reports) else ""


def _first_steps(case: Case, bodies: tuple[str, ...]) -> Cell:
    """Return to whom the local groups answer where no line of account leads on to a head."""
    own = {*bodies, *(outer for body in bodies for outer in case.outer(body))}
    lines = [
        (key, line)
        for key, line in case.lines
        if line.subject in own and line.kind.account is not Account.NONE and not line.denied
    ]
    if not lines:
        return case.silent(f"to whom {case.prose(bodies)} answer", *bodies, pictured=True)
    told = [case.line(key, line) for key, line in lines]
    end = Said("Where the ladder goes on from there is not stated", ground=Ground.WORKED_OUT)
    return Cell(Answer.YES, (*told, end))


ROWS = (
    *(
        Row(
            f"answers-{part}",
            _GROUP,
            f"To whom {called(part)} {verb}",
            answering(part),
            f"to whom {called(part)} {verb}",
        )
        for part, verb in (
            ("board", "answers"),
            ("executive", "answers"),
            ("commissioning", "answers"),
            ("delivery", "answer"),
        )
    ),
    Row("board-hears", _GROUP, "Who answers or reports to the board", forward, "who answers or reports to the board"),
    Row("delegated", _GROUP, "What is delegated", delegated, "what is delegated to whom"),
    Row("local", "Local groups", "Local groups", local, "which local groups there are"),
    Row("ladder", "Local groups", "Their ladder of account", ladder, "to whom the local groups answer"),
)

"""Whom a statute describes, and whether the paper shows them on the board."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trustgraph import dates, wording
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said, answered
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.model import Model
from trustgraph.records import Membership, Post
from trustgraph.rules.statute import STATUTES
from trustgraph.rules.statute.children_act import CHILDREN_ACT
from trustgraph.rules.statute.descriptions import Partner, Statute, date_of
from trustgraph.rules.statute.matching import Evidenced, Match, Seen, boards, matches, seen

_GROUP = "Statutory partners on the board"


def statute_for(models: Iterable[Model]) -> Statute:
    """Return the statute whose board most of these arrangements have; of several, the first."""
    models = tuple(models)
    return max(
        STATUTES.values(),
        key=lambda statute: sum(bool(boards(model, statute)) for model in models),
        default=CHILDREN_ACT,
    )


def partner_rows(statute: Statute) -> tuple[Row, ...]:
    """Return a row for each whom a statute describes at any date."""
    return tuple(
        Row(
            f"partner-{number}",
            _GROUP,
            f"{wording.capital(partner.name)} ({partner.clause})",
            _asking(partner),
            f"that {partner.name} {_sit(partner)} on the board",
        )
        for number, partner in enumerate(statute.partners, 1)
    )


def _sit(partner: Partner) -> str:
    many = partner.name.split()[0] in {"district"} or partner.name.startswith(
        ("the governing bodies", "the proprietors", "the providers")
    )
    return "sit" if many else "sits"


def _asking(partner: Partner) -> Callable[[Case], Cell]:
    def ask(case: Case) -> Cell:
        board = case.of("board")[:1]
        if not board:
            return case.unmatched("the board")
        found = matches(case.model, [partner])
        if partner.name not in found.of:
            return Cell(Answer.NOT_STATED, (Said("Nothing shows that the area has any"),))
        rows = [each for each in seen(case.model, [partner], found)[partner.name] if each.body in board]
        sure = [each for each in rows if each.evidenced is not Evidenced.POSSIBLE]
        denied = [
            _denied(case, key, seat)
            for key, seat in case.seats(board[0])
            if seat.denied and _is_for(case, seat, found.of[partner.name])
        ]
        return answered((_seated(case, partner, each) for each in sure), denied, _open(case, partner, rows, board[0]))

    return ask


def _is_for(case: Case, seat: Membership, fitting: dict[str, Match]) -> bool:
    who = wording.sitters(seat)
    posts = [case.model[each] for each in who]
    return any(name in fitting for name in (*who, *(post.organisation for post in posts if isinstance(post, Post))))


def _denied(case: Case, key: str, seat: Membership) -> Said:
    return case.said(f"{case.prose(wording.sitters(seat))} shall have no seat", key)


def _seated(case: Case, partner: Partner, row: Seen) -> Said:
    seat = case.model.seats[row.key]
    text = wording.seat(case.model, seat).text
    if row.evidenced is Evidenced.SHARED:
        text += f" ({row.why.rpartition('; ')[2]})"
    date = date_of(case.model)
    if date is not None and not dates.holds(partner.since, partner.until, date):
        text += f"; the Act did not name it at {dates.spoken(date)}"
    return case.said(text, row.key)


def _open(case: Case, partner: Partner, rows: Iterable[Seen], board: str) -> Cell:
    told = tuple(
        case.said(
            f"perhaps {wording.seat(case.model, case.model.seats[row.key]).text}: {row.why}",
            row.key,
            ground=Ground.INFERRED,
        )
        for row in rows
    )
    if told:
        return Cell(Answer.NOT_STATED, told)
    if not case.seats(board):
        return case.silent(f"who sits on {case.prose([board])}", board)
    text = f"The list of seats does not name {partner.name}" + (f"; {partner.exempt}" if partner.exempt else "")
    return Cell(Answer.NOT_STATED, (Said(text),))

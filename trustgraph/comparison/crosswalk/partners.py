"""Whom a statute describes, and whether the paper shows them on the board."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from trustgraph import dates, wording
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said, answered
from trustgraph.comparison.crosswalk.provenance import on
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


def partner_rows(statute: Statute, models: Iterable[Model]) -> tuple[Row, ...]:
    """Return a row for each whom a statute describes at the date of any of these models."""
    described = {date_of(model) for model in models}
    return tuple(
        Row(
            f"partner-{number}",
            _GROUP,
            f"{wording.capital(partner.name)} ({partner.clause})",
            _asking(partner),
            f"that {partner.name} {_is(partner)} represented on the board",
        )
        for number, partner in enumerate(statute.partners, 1)
        if any(date is None or dates.holds(partner.since, partner.until, date) for date in described)
    )


def _is(partner: Partner) -> str:
    many = ("district", "the governing bodies", "the proprietors", "the providers")
    return "are" if partner.name.startswith(many) else "is"


def _asking(partner: Partner) -> Callable[[Case], Cell]:
    def ask(case: Case) -> Cell:
        board = case.of("board")[:1]
        if not board:
            return case.unmatched("board")
        found = matches(case.model, [partner])
        if partner.name not in found.of:
            return Cell(Answer.NOT_STATED, (Said("Nothing shows that the area has any"),), apart=True)
        rows = [each for each in seen(case.model, [partner], found)[partner.name] if each.body in board]
        if not _is_described(case, partner):
            # "all relevant partners" are those of the time
            rows = [each for each in rows if each.who in found.of[partner.name]]
        fitting = found.of[partner.name]
        named = [each for each in rows if each.evidenced is not Evidenced.POSSIBLE and each.who in fitting]
        whole = [each for each in rows if each.who in found.everybody]
        denied = [_denied(case, key, seat) for key, seat in case.seats(board[0]) if _is_denied(case, seat, fitting)]
        sure = [*_seated(case, partner, named)] or [*_among(case, whole)]
        return answered(sure, denied, _open(case, partner, rows, board[0]))

    return ask


def _is_described(case: Case, partner: Partner) -> bool:
    date = date_of(case.model)
    return date is None or dates.holds(partner.since, partner.until, date)


def _is_denied(case: Case, seat: Membership, fitting: Mapping[str, Match]) -> bool:
    """Return whether a seat is denied to one who fits the description."""
    who = wording.sitters(seat)
    posts = (case.model[each] for each in who)
    named = (*who, *(post.organisation for post in posts if isinstance(post, Post)))
    return seat.denied and any(name in fitting for name in named)


def _denied(case: Case, key: str, seat: Membership) -> Said:
    return case.said(f"{case.prose(wording.sitters(seat))} shall have no seat", key)


def _seated(case: Case, partner: Partner, rows: Sequence[Seen]) -> Iterator[Said]:
    """Yield the seats by which a partner is on the board, as one statement."""
    if rows:
        text = "; ".join(dict.fromkeys(wording.seat(case.model, case.model.seats[row.key]).text for row in rows))
        when = date_of(case.model) or ""
        then = "" if _is_described(case, partner) else f". The Act did not name {_them(partner)} {on(when)}"
        yield case.said(f"{text}{then}", *dict.fromkeys(row.key for row in rows))


def _among(case: Case, rows: Iterable[Seen]) -> Iterator[Said]:
    """Yield the seats of all whom the statute names, among whom a partner is by the statute and not by the paper."""
    for row in rows:
        who = wording.called(case.model, row.who)
        text = f"{who} as a whole are to sit on it; who they are the Act says, and not the paper"
        yield case.said(text, row.key, ground=Ground.INFERRED)


def _them(partner: Partner) -> str:
    return "them" if _is(partner) == "are" else "it"


def _open(case: Case, partner: Partner, rows: Iterable[Seen], board: str) -> Cell:
    told = tuple(
        case.said(
            f"perhaps {wording.seat(case.model, case.model.seats[row.key]).text}: {_doubt(row.why)}",
            row.key,
            ground=Ground.INFERRED,
        )
        for row in rows
    )
    if told:
        return Cell(Answer.NOT_STATED, told)
    if not case.seats(board):
        return case.silent(f"who sits on {case.prose([board])}", board)
    if not _is_described(case, partner):
        text = f"The Act did not name {_them(partner)} {on(date_of(case.model) or '')}"
        return Cell(Answer.NOT_STATED, (Said(text),), apart=True)
    text = f"The list of seats does not name {partner.name}{'; ' if partner.exempt else ''}{partner.exempt}"
    return Cell(Answer.NOT_STATED, (Said(text),))


def _doubt(why: str) -> str:
    """Return why somebody may be meant, without the name that the list has already."""
    named, _, rest = why.partition("': ")
    first, _, remark = rest.partition("; ")
    if remark in {"", "likely, no more"}:
        return first
    is_said = first.casefold().removeprefix("the ") in named.casefold()
    return remark if is_said else f"{first}, and {remark}"

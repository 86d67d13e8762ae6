"""Who stands for whom: the bodies and posts that fit a statute's descriptions, the seats they hold, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from trustgraph import wording
from trustgraph.frequency import Range
from trustgraph.graph.adjacency import inner_bodies
from trustgraph.model import Model
from trustgraph.records import ONE, Body, Membership, Post
from trustgraph.rules.statute.descriptions import Partner, Sign, Statute
from trustgraph.vocabulary import Attendance, BodyKind, Role, Stage

_SERVING = (Role.SECRETARY, Role.SUPPORT, Role.DEPUTY)
_EVERYBODY = (Sign(r"^(?:all |the )?(?:relevant|statutory) partners$", "all whom the statute names"),)
_BOARDS = (BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.PARTNERSHIP)


class Evidenced(StrEnum):
    """How far a paper shows somebody on a body, the most first.

    seat: a seat of its own; shared: one representative stands for several; possible: a seat that may be empty, has no
    full part, or whose holder only likely belongs to it; not_evidenced: no seat is stated, which is not to say that
    there is none.
    """

    SEAT = "seat"
    SHARED = "shared"
    POSSIBLE = "possible"
    NOT_EVIDENCED = "not_evidenced"


class Match(NamedTuple):
    """Why a body or post fits a description, and whether that is certain."""

    why: str
    certain: bool


class Seen(NamedTuple):
    """A seat by which somebody a statute describes is on a body, who holds it for them, and why it is thought so."""

    evidenced: Evidenced
    key: str
    body: str
    who: str
    why: str


def matches(model: Model, partner: Partner) -> dict[str, Match]:
    """Return the bodies and posts that fit a description, by id, in the model's order."""
    if partner.where and not any(_fits((Sign(partner.where, ""),), _names(body)) for body in model.bodies):
        return {}
    found = {}
    for name, record in model.by_id.items():
        signs = partner.signs if isinstance(record, Body) else partner.titles
        if signs and (match := _fits(signs, _names(record))):
            found[name] = match
    return found


def seen(model: Model, matched: Mapping[str, Match], *, invited: bool = False) -> Iterator[Seen]:
    """Yield each seat on a body of the arrangement by which somebody matched is there, in the order of the seats.

    With `invited`, to be invited or to take part without a vote is enough.
    """
    inner, bodies = inner_bodies(model), {body.id for body in model.bodies}
    for key, seat in model.seats.items():
        body = model[seat.body]
        counted = not seat.denied and seat.seats != Range(0, 0) and seat.role not in _SERVING
        if not counted or seat.body in model.context or not isinstance(body, Body) or not body.inside:
            continue
        standing = [(who, several, _match(model, who, matched)) for who, several in _represented(model, seat, inner)]
        fitting = [(who, several, match) for who, several, match in standing if match is not None]
        if fitting:
            # an organisation says more than the title of who sits for it
            who, several, match = min(fitting, key=lambda each: (not each[2].certain, each[0] not in bodies))
            open_why = _open(model, seat, matched, inner, invited=invited)
            yield _seen(model, key, seat, who, match, several=several, open_why=open_why)


def _match(model: Model, who: str, matched: Mapping[str, Match]) -> Match | None:
    """Return why somebody fits a description, or stands for all whom the statute describes."""
    record = model[who]
    return matched.get(who) or (_fits(_EVERYBODY, _names(record)) if isinstance(record, Body) else None)


def boards(model: Model, statute: Statute) -> tuple[Body, ...]:
    """Return the bodies of an arrangement that bear the name of the board a statute asks for."""
    candidates = (body for body in model.bodies if body.inside and not body.collective and body.kind in _BOARDS)
    present = (body for body in candidates if body.id not in model.context and body.stage is not Stage.DISSOLVED)
    return tuple(body for body in present if _fits((Sign(statute.board_sign, ""),), _names(body)))


def _names(record: Body | Post) -> tuple[str, ...]:
    return (record.name, *record.aliases) if isinstance(record, Body) else (record.title,)


def _fits(signs: Iterable[Sign], names: Iterable[str]) -> Match | None:
    names = tuple(names)
    for sign in signs:
        for name in names:
            if re.search(sign.pattern, name, re.IGNORECASE):
                return Match(f"named '{name}': {sign.why}", sign.certain)
    return None


def _represented(model: Model, seat: Membership, inner: Mapping[str, list[str]]) -> Iterator[tuple[str, bool]]:
    """Yield whom a seat may stand for, and whether as one of several."""
    named = dict.fromkeys(seat.on_behalf_of)
    for who in wording.sitters(seat):
        record = model[who]
        named[who] = None
        if isinstance(record, Post) and record.organisation is not None:
            named[record.organisation] = None
    for name in named:
        record = model[name]
        plural = isinstance(record, Body) and (record.collective or record.count != ONE)
        yield name, plural or len(seat.on_behalf_of) > 1
    for name in named:
        yield from ((within, True) for within in inner.get(name, ()))


def _open(
    model: Model, seat: Membership, matched: Mapping[str, Match], inner: Mapping[str, list[str]], *, invited: bool
) -> str:
    """Return what leaves it open that those matched are there by this seat; "" where nothing does."""
    who = wording.sitters(seat)
    if not who:
        return "the seat is kept for it and vacant"
    others = [each for each in who if not _stands(model, seat, each, matched, inner)]
    if others:
        return f"{wording.names(wording.called(model, each) for each in others)} may sit instead"
    if not invited and not seat.role.member:
        return f"it is there as {str(seat.role).replace('_', ' ')} only"
    if not invited and seat.attendance is not Attendance.ALWAYS:
        return f"it attends {seat.attendance.phrase} only"
    return "the paper leaves open whether the seat is filled" if seat.seats.least == 0 else ""


def _stands(
    model: Model, seat: Membership, who: str, matched: Mapping[str, Match], inner: Mapping[str, list[str]]
) -> bool:
    """Return whether one of those who may sit would stand for somebody matched."""
    record = model[who]
    named = [who, *seat.on_behalf_of, *([record.organisation] if isinstance(record, Post) else [])]
    return any(_match(model, name, matched) for each in named if each for name in (each, *inner.get(each, ())))


def _seen(model: Model, key: str, seat: Membership, who: str, match: Match, *, several: bool, open_why: str) -> Seen:
    if open_why or not match.certain:
        evidenced, remark = Evidenced.POSSIBLE, open_why or "likely, no more"
    elif several:
        stood_for = seat.on_behalf_of if len(seat.on_behalf_of) > 1 else (who,)
        named = wording.names(wording.called(model, each) for each in stood_for)
        evidenced, remark = Evidenced.SHARED, f"the seat stands for {named}"
    else:
        evidenced, remark = Evidenced.SEAT, ""
    return Seen(evidenced, key, seat.body, who, f"{match.why}; {remark}" if remark else match.why)

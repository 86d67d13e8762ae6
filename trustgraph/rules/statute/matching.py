"""Who stands for whom: the bodies and posts that fit a statute's descriptions, the seats they hold, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from trustgraph import wording
from trustgraph.frequency import Range
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


class Matches(NamedTuple):
    """Who fits which description: by the partner's name, then by id; and who stands for all, by id.

    A description that the area has no use for is not among them.
    """

    of: dict[str, dict[str, Match]]
    everybody: dict[str, Match]


def matches(model: Model, partners: Iterable[Partner]) -> Matches:
    """Return the bodies and posts that fit these descriptions, in the model's order."""
    of = {
        partner.name: dict(_matched(model, partner))
        for partner in partners
        if not partner.where or any(_fits([Sign(partner.where, "")], _names(body)) for body in model.bodies)
    }
    everybody = ((body.id, _fits(_EVERYBODY, _names(body))) for body in model.bodies)
    return Matches(of, {which: match for which, match in everybody if match is not None})


def _matched(model: Model, partner: Partner) -> Iterator[tuple[str, Match]]:
    for record in model.by_id.values():
        signs = partner.signs if isinstance(record, Body) else partner.titles
        if match := _fits(signs, _names(record)):
            yield record.id, match


def seen(model: Model, partners: Iterable[Partner], found: Matches) -> dict[str, list[Seen]]:
    """Return, for each description, the seats on bodies of the arrangement by which somebody is there who fits it.

    By the partner's name, in the order of the seats. Whom the board must invite only is there when invited too, and
    without a vote.
    """
    inner, bodies = model.inner, {body.id: body for body in model.bodies}
    fitting: dict[str, list[Partner]] = {}
    by_name: dict[str, list[Seen]] = {partner.name: [] for partner in partners if partner.name in found.of}
    partners = tuple(partner for partner in partners if partner.name in by_name)
    for partner in partners:
        for which in found.of[partner.name]:
            fitting.setdefault(which, []).append(partner)
    fitting |= {which: [*partners] for which in found.everybody}
    for key, seat in _counted(model, bodies):
        standing = [each for each in _represented(model, seat, inner) if each[0] in fitting]
        for partner in {each.name: each for who, _ in standing for each in fitting[who]}.values():
            matched = found.everybody | found.of[partner.name]
            ours = [(who, several, matched[who]) for who, several in standing if who in matched]
            # an organisation says more than the title of who sits for it
            who, several, match = min(ours, key=lambda each: (not each[2].certain, each[0] not in bodies))
            open_why = _open(model, seat, matched, inner, invited=partner.invited)
            by_name[partner.name].append(_seen(model, key, seat, who, match, several=several, open_why=open_why))
    return by_name


def _counted(model: Model, bodies: Mapping[str, Body]) -> Iterator[tuple[str, Membership]]:
    """Yield the seats on bodies of the arrangement by which anybody can be represented."""
    for key, seat in model.seats.items():
        takes = not seat.denied and seat.seats != Range(0, 0) and seat.role not in _SERVING
        if takes and seat.body not in model.context and seat.body in bodies and bodies[seat.body].inside:
            yield key, seat


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
    return any(name in matched for each in named if each for name in (each, *inner.get(each, ())))


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

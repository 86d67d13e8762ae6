"""The boxes of a chart: which bodies and posts have one, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from trustgraph import wording
from trustgraph.charts.parts import BULLET, Box
from trustgraph.frequency import meetings_per_year
from trustgraph.model import Model
from trustgraph.records import ONE, Body, Membership, Post, Relationship, Stated, View
from trustgraph.vocabulary import Kind, Mark, Role, Stage, Status, Style, Tier
from trustgraph.wording.names import own_title, within
from trustgraph.wording.seats import is_its_chair

# of more, the number: a box that fills the page shows nothing of the arrangement
_LISTED = 40


class Drawn(NamedTuple):
    """What is drawn, by id in the order it should stand in, and by key; and the outside bodies no line reaches."""

    boxes: tuple[str, ...]
    lines: Mapping[str, Relationship]
    ties: tuple[tuple[str, str], ...]
    left_off: tuple[str, ...]


def drawn(model: Model, view: View) -> Drawn:
    """Return what of a selected model is drawn.

    A body within a collective has a box only where the view unfolds it or it has lines of its own, and is then tied to
    the collective. An outside body has one only where a line reaches it, unless there is nothing else to draw.
    """
    able = {name for name in model if name not in model.context and (view.show_posts or isinstance(model[name], Body))}
    lines = {
        key: line
        for key, line in model.lines.items()
        if not line.denied and line.subject != line.target and {line.subject, line.target} <= able
    }
    ends = {end for line in lines.values() for end in (line.subject, line.target)}
    bodies = [body for body in model.bodies if body.id in able]
    folded = set() if view.unfold else {body.id for body in bodies if body.within in able}
    kept = [body.id for body in bodies if body.id in ends or (body.inside and body.id not in folded)]
    referred = _referred(model)
    alone = [body.id for body in bodies if body.id not in {*kept, *folded, *referred}]
    kept, left_off = (kept, alone) if kept else (alone, [])
    kept += [post.id for post in model.posts if post.id in ends and post.id in able]
    return Drawn(_ordered(kept, view), lines, tuple(_ties(model, kept, lines.values())), tuple(left_off))


def _referred(model: Model) -> set[str | None]:
    """Return the bodies that posts and seats refer to: the table of seats has them."""
    sitting = (who for seat in model.memberships for who in (seat.member, *seat.any_of, *seat.on_behalf_of))
    return {*(post.organisation for post in model.posts), *sitting}


def _ordered(names: Iterable[str], view: View) -> tuple[str, ...]:
    wanted = {name: number for number, name in enumerate(view.order)}
    return tuple(sorted(names, key=lambda name: wanted.get(name, len(wanted))))


def _ties(model: Model, names: Sequence[str], lines: Iterable[Relationship]) -> Iterator[tuple[str, str]]:
    """Yield each body drawn that is within another one drawn, with that one, unless a line says so."""
    composed = {(line.subject, line.target) for line in lines if line.kind is Kind.PART_OF}
    for name in names:
        body = model[name]
        outer = body.within if isinstance(body, Body) else None
        if outer is not None and outer in names and (name, outer) not in composed:
            yield name, outer


def folded_notes(model: Model, names: Sequence[str]) -> dict[str, str]:
    """Return the note of each box that stands for bodies within it that have no box of their own."""
    inner: dict[str, list[str]] = {}
    for body in model.bodies:
        if body.within is not None and body.id not in names:
            inner.setdefault(body.within, []).append(body.name)
    tied = {getattr(model[name], "within", None) for name in names}
    return {
        name: f"* {model[name].name}{' (beside those drawn)' if name in tied else ''}: {wording.names(inner[name])}."
        for name in names
        if name in inner
    }


def box(model: Model, name: str, view: View, *, row: int, beside: bool, note: str, mark: Mark | None) -> Box:
    """Return the box of a body or post."""
    record = model[name]
    details = tuple(_details(model, record, view))
    if isinstance(record, Post):
        return Box(name, record.title, details, row=row, beside=beside, post=True, basis=record.basis, mark=mark)
    # a number stays with its sign and its brackets
    count = "" if record.count == ONE else " " + f"(× {record.count})".replace(" ", "\u00a0")
    return Box(
        id=name,
        name=record.name + count,
        details=details,
        # whatever its own tier, what is outside looks so
        tier=record.row if record.inside else Tier.EXTERNAL,
        row=row,
        beside=beside,
        challenger=bool(record.kind and record.kind.challenger),
        starred=bool(note),
        basis=record.basis,
        seated=view.style is Style.SEATS,
        mark=mark,
        note=note,
    )


def _details(model: Model, record: Body | Post, view: View) -> Iterator[str]:
    """Yield the smaller lines of a box: where a post belongs; how often a body meets, and who chairs it or sits."""
    if isinstance(record, Post):
        if record.organisation is not None:
            yield model[record.organisation].name
        return
    if record.stage in (Stage.SHADOW, Stage.DISSOLVED) or (record.stage is Stage.PROPOSED and not _is_proposed(model)):
        yield f"({record.stage})"
    if record.meetings is not None:
        yield _how_often(record.meetings.text) + _unstated(record.meetings)
    seats = [seat for seat in model.memberships if seat.body == record.id and not seat.denied]
    chairs = dict.fromkeys(text for seat in seats if seat.role is Role.CHAIR and (text := _chair(model, seat)))
    if view.style is Style.SEATS:
        entries = (*chairs, *_listed(model, [seat for seat in seats if seat.role is not Role.CHAIR]))
        # one alone is no list
        yield from (f"{BULLET if len(entries) > 1 else ''}{text}" for text in entries)
    else:
        yield from chairs


def _how_often(text: str) -> str:
    """Return how often a body meets: "Meets monthly", but "Meetings: to be determined" where no figure follows."""
    if meetings_per_year(text) is None:
        return f"Meetings: {text}"
    return f"Meets {text[0].casefold()}{text[1:]}"


def _chair(model: Model, seat: Membership) -> str:
    """Return who chairs a body and how they come to; "" where the paper says neither."""
    own = [who for who in wording.sitters(seat) if getattr(model[who], "organisation", None) == seat.body]
    titles = [_title(model, who, own) for who in wording.sitters(seat) if not is_its_chair(model, seat, who)]
    text = ", ".join(part for part in (" or ".join(titles), seat.appointed or "") if part)
    # "Independent Chair" says what it is
    heading = "" if titles and own and titles[0].casefold().endswith(" chair") else "Chair: "
    return f"{heading}{text if heading else wording.capital(text)}{_unstated(seat)}" if text else ""


def _title(model: Model, who: str, own: Sequence[str]) -> str:
    record = model[who]
    return within(own_title(model, record) if who in own and isinstance(record, Post) else record.name)


def _listed(model: Model, seats: Sequence[Membership]) -> Iterator[str]:
    """Yield who sits on a body beside its chair, vice-chairs first; in which capacity, where not as members."""
    ranked = sorted(seats, key=lambda seat: seat.role is not Role.VICE_CHAIR)
    for seat in ranked[:_LISTED]:
        role = "" if seat.role is Role.MEMBER else f" ({str(seat.role).replace('_', ' ')})"
        yield wording.seat(model, seat).text + role + _unstated(seat)
    if len(ranked) > _LISTED:
        yield f"and {len(ranked) - _LISTED:,} more"


def _unstated(record: Stated) -> str:
    return f" ({said})" if (said := wording.said_by(record)) else ""


def _is_proposed(model: Model) -> bool:
    """Return whether the whole arrangement is proposed, which the subtitle says once for all boxes."""
    return any(document.status is Status.PROPOSED for document in model.documents)

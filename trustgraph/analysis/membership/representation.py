"""Which organisations sit where, and for whom; and which of those the paper names sit nowhere."""

from __future__ import annotations

from typing import NamedTuple

from trustgraph.analysis.membership.sittings import NONE, By, plus, sittings
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.vocabulary import BodyKind


class Representation(NamedTuple):
    """The seats of an organisation, or of one on whose behalf others sit.

    `bodies` are those it has seats on, `seats` how many at least and `seats_most` at most (None is unknown), `keys` the
    seats themselves. `for_others` are bodies it speaks for there; `through` are seats that others hold on its behalf.
    """

    organisation: str
    bodies: tuple[str, ...]
    seats: int
    seats_most: int | None
    keys: tuple[str, ...]
    for_others: tuple[str, ...]
    through: tuple[str, ...]


def representation(model: Model) -> tuple[Representation, ...]:
    """Return every organisation that sits, is spoken for, or has no seat, in the model's order.

    Only seats on bodies of the arrangement count, and no support or attendance; a name for the members of a body is no
    organisation.
    """
    inside = {body.id for body in model.bodies if body.inside}
    seats: dict[str, Range] = {}
    bodies: dict[str, dict[str, None]] = {}
    keys: dict[str, dict[str, None]] = {}
    others: dict[str, dict[str, None]] = {}
    through: dict[str, dict[str, None]] = {}
    for row in (row for row in sittings(model, By.ORGANISATION) if row.body in inside and row.record.role.sits):
        seats[row.who] = plus(seats.get(row.who, NONE), row.seats)
        bodies.setdefault(row.who, {})[row.body] = None
        keys.setdefault(row.who, {})[row.seat] = None
        others.setdefault(row.who, {}).update(
            dict.fromkeys(each for each in row.record.on_behalf_of if each != row.who)
        )
    for key, seat in model.seats.items():
        for name in seat.on_behalf_of if not seat.denied and seat.body in inside - model.context else ():
            if key not in keys.get(name, {}):
                through.setdefault(name, {})[key] = None
    present = (body for body in model.bodies if body.id not in model.context)
    named = [body.id for body in present if body.id in seats or body.id in through or _might_sit(body)]
    rows = []
    for name in named:
        held = seats.get(name, NONE)
        fields = (tuple(each.get(name, {})) for each in (keys, others, through))
        rows.append(Representation(name, tuple(bodies.get(name, {})), held.least, held.most, *fields))
    return tuple(rows)


def _might_sit(body: Body) -> bool:
    """Return whether a body is an organisation, and no committee or board that sends nobody."""
    organisation = body.kind in (BodyKind.ORGANISATION, BodyKind.COUNCIL) or (body.kind is None and not body.inside)
    return organisation and body.members_of is None

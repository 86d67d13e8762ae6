"""Who sits where in columns, for questions that go over every pair of bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, count, islice, repeat
from typing import Any, NamedTuple

from trustgraph.analysis.membership.sittings import By, sittings, stood_for
from trustgraph.model import Model
from trustgraph.vocabulary import Attendance, Role


class Offers(NamedTuple):
    """Who is named for a seat, and on which body: two columns, in the order of the seats and so body by body.

    `conditional` tells whether somebody only may sit; `listed` are the bodies with a member besides the chair.
    """

    named: list[str]
    bodies: list[str]
    conditional: bool
    listed: set[str]


class Places(NamedTuple):
    """Who sits where, in columns: a place for each one on each body, by body and then by whose first seat is first.

    `later` are the places of the same one, the last first, from which each is taken when it is passed. `sort` is the
    number in `sorts` of how many sit on the body and whether it is listed; `doubtful` are places that one only may
    take. `body`, `who` and `sort` end with a place of nobody.
    """

    sizes: dict[str, int]
    body: list[str]
    who: list[tuple[str, ...]]
    sort: list[int]
    later: list[list[int]]
    sorts: list[tuple[int, bool]]
    doubtful: set[int]


def offers(model: Model) -> Offers:
    """Return the seats that the paper does not deny, on bodies that are more than context."""
    context, always, chair = model.context, Attendance.ALWAYS, Role.CHAIR
    seats = [seat for seat in model.memberships if not seat.denied and seat.body not in context]
    named = [(who, seat.body) for seat in seats for who in ((seat.member,) if seat.member else seat.any_of)]
    return Offers(
        [who for who, _ in named],
        [body for _, body in named],
        any(not seat.member or seat.attendance is not always or seat.seats.least < 1 for seat in seats),
        {seat.body for seat in seats if seat.role is not chair and seat.role.member},
    )


def places(model: Model, offered: Offers, by: By) -> Places:
    """Return the places of the posts, or of the organisations, that sit or may."""
    sitters = map(stood_for(model, by).get, offered.named)
    taken = [who if who and who != body else "" for who, body in zip(sitters, offered.bodies, strict=True)]
    # nobody is number 0
    number = dict(zip(dict.fromkeys(("", *taken)), count(), strict=False))
    numbers = map(number.__getitem__, taken)
    on = {body: sorted({*filter(None, islice(numbers, seats))}) for body, seats in Counter(offered.bodies).items()}
    sizes = {body: len(whos) for body, whos in on.items() if whos}
    bodies, whos, alone = [*_each(sizes, sizes)], [*chain.from_iterable(on.values())], [*zip(number, strict=True)]
    who = [*map(alone.__getitem__, whos)]
    sorts: dict[tuple[int, bool], int] = {}
    sort = [sorts.setdefault((size, body in offered.listed), len(sorts)) for body, size in sizes.items()]
    doubtful = _doubtful(model, by, zip(who, bodies, strict=True)) if offered.conditional else set()
    return Places(sizes, [*bodies, ""], [*who, ()], [*_each(sort, sizes), 0], _later(whos), [*sorts], doubtful)


def _each(values: Iterable[Any], sizes: dict[str, int]) -> Iterator[Any]:
    """Yield the value of each body once for each of its places."""
    return chain.from_iterable(map(repeat, values, sizes.values()))


def _later(whos: list[int]) -> list[list[int]]:
    """Return for each place all those of the same one, the last first: one list that these places share."""
    own: dict[int, list[int]] = {who: [] for who in whos}
    later = [*map(own.__getitem__, whos)]
    # to append returns None, so that any() goes through them all
    any(map(list.append, reversed(later), range(len(later) - 1, -1, -1)))
    return later


def _doubtful(model: Model, by: By, taken: Iterable[tuple[tuple[str, ...], str]]) -> set[int]:
    """Return the places that one only may take."""
    certain = {((row.who,), row.body) for row in sittings(model, by) if row.certain}
    return {number for number, place in enumerate(taken) if place not in certain}

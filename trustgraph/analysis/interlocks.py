"""Which posts and organisations sit on several bodies, and how far the memberships of two bodies overlap."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from trustgraph.analysis.sittings import By, sittings
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.vocabulary import Role


class Interlock(NamedTuple):
    """Two bodies with members in common.

    `shared` certainly sit on both, `possible` may; `members` is how many sit, or may, on either. `jaccard` is the
    share of the shared among these, 0 to 1, and `jaccard_most` that share with the possible ones (Jaccard, 1901); both
    are None where the paper lists no ordinary member of one of the two, so that its membership is not known.
    """

    bodies: tuple[str, str]
    by: By
    shared: tuple[str, ...]
    possible: tuple[str, ...]
    members: int
    jaccard: float | None
    jaccard_most: float | None


def interlocks(model: Model) -> tuple[Interlock, ...]:
    """Return each two bodies with an organisation, then each two with a post, in common.

    Those with most in common come first, pairs of equal standing in the model's order. A body that sits itself
    counts as an organisation only.
    """
    order = {name: number for number, name in enumerate(model.by_id)}
    with collection_paused():
        rows = [row for by in By for row in _overlaps(model, by, order)]
    rows.sort(
        key=lambda row: (row.by, -(row.jaccard or 0), -(row.jaccard_most or 0), *(order[body] for body in row.bodies))
    )
    return tuple(rows)


def _overlaps(model: Model, by: By, order: dict[str, int]) -> list[Interlock]:
    """Return the overlap of each two bodies on which somebody sits, or may, on both."""
    on: dict[str, dict[str, bool]] = {}
    members: dict[str, int] = {}
    listed = {seat.body for seat in model.memberships if seat.role is Role.MEMBER and not seat.denied}
    for row in sittings(model, by):
        bodies = on.setdefault(row.who, {})
        members[row.body] = members.get(row.body, 0) + (row.body not in bodies)
        bodies[row.body] = bodies.get(row.body, False) or row.certain
    common: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for who, bodies in on.items():
        for pair in combinations(sorted(bodies, key=order.__getitem__), 2):
            shared, possible = common.setdefault(pair, ([], []))
            (shared if bodies[pair[0]] and bodies[pair[1]] else possible).append(who)
    rows = []
    for pair, (shared, possible) in common.items():
        both = len(shared) + len(possible)
        either = members[pair[0]] + members[pair[1]] - both
        share = (len(shared) / either, both / either) if {*pair} <= listed else (None, None)
        rows.append(Interlock(pair, by, tuple(shared), tuple(possible), either, *share))
    return rows

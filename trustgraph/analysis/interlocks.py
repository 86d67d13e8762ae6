"""Which posts and organisations sit on several bodies, and how far the memberships of two bodies overlap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain, combinations
from typing import NamedTuple

from trustgraph.analysis.sittings import By, sittings
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.vocabulary import Role

Pair = tuple[int, int]


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


@collection_paused()
def interlocks(model: Model) -> tuple[Interlock, ...]:
    """Return each two bodies with an organisation, then each two with a post, in common.

    Those with most in common come first, pairs of equal standing in the model's order. A body that sits itself
    counts as an organisation only.
    """
    with collection_paused():
        return tuple(row for by in By for row in _overlaps(model, by))


def _overlaps(model: Model, by: By) -> list[Interlock]:
    """Return the overlap of each two bodies on which somebody sits, or may, those with most in common first."""
    names = tuple(model.by_id)
    on, members = _seated(model, by)
    shared, possible = _common(on)
    ordinary = {seat.body for seat in model.memberships if seat.role is Role.MEMBER and not seat.denied}
    listed = [name in ordinary for name in names]
    ranked: dict[tuple[float, float], list[Interlock]] = defaultdict(list)
    for one, other in sorted(shared.keys() | possible.keys()):
        certain, open_ended = shared.get((one, other), ()), possible.get((one, other), ())
        both = len(certain) + len(open_ended)
        either = members[one] + members[other] - both
        ends = names[one], names[other]
        known = listed[one] and listed[other]
        least, most = (len(certain) / either, both / either) if known else (None, None)
        row = Interlock(ends, by, tuple(certain), tuple(open_ended), either, least, most)
        ranked[least or 0, most or 0].append(row)
    return [row for rank in sorted(ranked, reverse=True) for row in ranked[rank]]


def _common(on: Mapping[str, Mapping[int, bool]]) -> tuple[dict[Pair, list[str]], dict[Pair, list[str]]]:
    """Return for each two bodies, by number, who certainly sits on both, and who may."""
    shared: dict[Pair, list[str]] = defaultdict(list)
    possible: dict[Pair, list[str]] = defaultdict(list)
    for who, bodies in on.items():
        sure = all(bodies.values())
        for pair in combinations(sorted(bodies), 2):
            found = shared if sure or (bodies[pair[0]] and bodies[pair[1]]) else possible
            found[pair].append(who)
    return shared, possible


def _seated(model: Model, by: By) -> tuple[dict[str, dict[int, bool]], Counter[int]]:
    """Return on which bodies, by number, each sits or may sit, and whether it does; and how many sit on each body."""
    number = {name: place for place, name in enumerate(model.by_id)}
    on: dict[str, dict[int, bool]] = {}
    for row in sittings(model, by):
        bodies, body = on.setdefault(row.who, {}), number[row.body]
        bodies[body] = bodies.get(body, False) or row.certain
    return on, Counter(chain.from_iterable(on.values()))

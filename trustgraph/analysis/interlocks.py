"""Which posts and organisations sit on several bodies, and how far the memberships of two bodies overlap."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from trustgraph.analysis.sittings import By, sittings
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.vocabulary import Role

# by the number of a body
Shared = dict[int, list[str]]


class Interlock(NamedTuple):
    """Two bodies with members in common.

    `shared` certainly sit on both, `possible` may; `members` is how many sit, or may, on either. `jaccard` is the
    share of the shared among these, 0 to 1, and `jaccard_most` that share with the possible ones (Jaccard, 1901); both
    are None where the paper lists no member of one of the two but its chair, so that its membership is not known.
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
    return tuple(row for by in By for row in _overlaps(model, by))


def _overlaps(model: Model, by: By) -> list[Interlock]:
    """Return the overlap of each two bodies on which somebody sits, or may, those with most in common first."""
    names, on = tuple(model.by_id), _seated(model, by)
    members = Counter(chain.from_iterable(on.values()))
    listing = (seat for seat in model.memberships if seat.role.member and seat.role is not Role.CHAIR)
    listed = {seat.body for seat in listing if not seat.denied}
    ranked: dict[tuple[float, float], list[Interlock]] = defaultdict(list)
    for one, shared, possible in _common(on):
        name, known = names[one], names[one] in listed
        for other in sorted({*shared, *possible}) if possible else sorted(shared):
            certain, open_ended = shared.get(other, ()), possible.get(other, ())
            both = len(certain) + len(open_ended)
            either = members[one] + members[other] - both
            least = most = None
            if known and names[other] in listed:
                least, most = len(certain) / either, both / either
            row = Interlock((name, names[other]), by, tuple(certain), tuple(open_ended), either, least, most)
            ranked[least or 0, most or 0].append(row)
    return [row for rank in sorted(ranked, reverse=True) for row in ranked[rank]]


def _common(on: Mapping[str, Mapping[int, bool]]) -> Iterator[tuple[int, Shared, Shared]]:
    """Yield each body, by number, with who certainly sits on it and on each later one, and who may."""
    sitting: dict[int, list[str]] = defaultdict(list)
    for who, bodies in on.items():
        for body in bodies:
            sitting[body].append(who)
    later = {who: deque(sorted(bodies)) for who, bodies in on.items()}
    sure = {who for who, bodies in on.items() if all(bodies.values())}
    for one in sorted(sitting):
        shared: Shared = defaultdict(list)
        possible: Shared = defaultdict(list)
        for who in sitting[one]:
            # each is looked at in its order, so that itself stands first
            later[who].popleft()
            for other in later[who]:
                certain = who in sure or (on[who][one] and on[who][other])
                (shared if certain else possible)[other].append(who)
        yield one, shared, possible


def _seated(model: Model, by: By) -> dict[str, dict[int, bool]]:
    """Return on which bodies, by number, each sits or may sit, and whether it does."""
    number = {name: place for place, name in enumerate(model.by_id)}
    on: dict[str, dict[int, bool]] = {}
    for row in sittings(model, by):
        bodies, body = on.setdefault(row.who, {}), number[row.body]
        bodies[body] = bodies.get(body, False) or row.certain
    return on

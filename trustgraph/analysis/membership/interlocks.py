"""Which posts and organisations sit on several bodies, and how far the memberships of two bodies overlap.

Of the bodies of a large arrangement hundreds of thousands of pairs overlap, nearly all in one member. So overlaps are
looked up column by column, what is rarer is put right one by one, and each row is made last, in its place in the
answer: rows made first and sorted then lie scattered in memory, which takes several times as long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, compress, repeat
from operator import is_, itemgetter
from typing import Any, NamedTuple

from trustgraph.analysis.membership.places import Places, offers, places
from trustgraph.analysis.membership.sittings import By
from trustgraph.memory import collection_paused
from trustgraph.model import Model

Who = tuple[str, ...]
# Jaccard's measure with those who certainly sit on both, and with those who may
Measure = tuple[float | None, float | None]
# two bodies, who is shared and how many sit on either, one row after the other
Rank = list[Any]


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


class _Overlaps(NamedTuple):
    """The overlaps by their measure, and who may sit on both of two bodies.

    `usual` is, for bodies of a sort beside those of each, how many sit on either if they share one, and the rank.
    """

    ranked: dict[Measure, Rank]
    possible: dict[tuple[str, str], Who]
    usual: dict[int, tuple[list[int], list[Rank]]]


@collection_paused()
def interlocks(model: Model) -> tuple[Interlock, ...]:
    """Return each two bodies with an organisation, then each two with a post, in common.

    Those with most in common come first, pairs of equal standing in the model's order. A body that sits itself
    counts as an organisation only.
    """
    offered = offers(model)
    return tuple(chain.from_iterable(rows for by in By for rows in _rows(by, _overlaps(places(model, offered, by)))))


def _overlaps(taken: Places) -> _Overlaps:
    """Return the overlaps of each body with later ones, those of each measure in the model's order."""
    overlaps = _Overlaps(defaultdict(list), {}, {})
    start = 0
    for one, size in taken.sizes.items():
        own = range(start, start + size)
        start += size
        met = _met(taken, own)
        if met:
            _meet(one, own, met, taken, overlaps)
    return overlaps


def _met(taken: Places, own: range) -> list[int]:
    """Return the later places of those who have these, having taken these off."""
    later = taken.later[own.start : own.stop]
    for each in later:
        each.pop()
    return sorted(chain.from_iterable(later))


def _meet(one: str, own: range, met: list[int], taken: Places, overlaps: _Overlaps) -> None:
    """Put the overlaps of one body in their ranks."""
    sort = taken.sort[own.start]
    usual = overlaps.usual.get(sort) or _usual(sort, taken.sorts, overlaps)
    # with nobody at the end what is picked is a tuple, even of a single one
    pick = itemgetter(*met, len(taken.later))
    bodies, shared, sorts = pick(taken.body), pick(taken.who), pick(taken.sort)
    beside = itemgetter(*sorts)
    members, ranks = beside(usual[0]), beside(usual[1])
    # of one body there is one name, so that the same body is the same object
    twice = [*compress(range(len(met)), map(is_, bodies, bodies[1:]))]
    if twice or taken.doubtful:
        columns = [*bodies], [*shared], [*members], [*ranks]
        bodies, shared, members, ranks = columns
        _settle(one, columns, twice, _unsure(taken, own, met), overlaps)
    # to extend returns None, so that any() goes through them all
    any(map(list.extend, ranks, zip(repeat(one, len(bodies) - 1), bodies, shared, members, strict=False)))


def _usual(sort: int, sorts: list[tuple[int, bool]], overlaps: _Overlaps) -> tuple[list[int], list[Rank]]:
    """Return what is usual for bodies of this sort, to be looked up the next time."""
    size, listed = sorts[sort]
    members = [size + other - 1 for other, _ in sorts]
    known = [listed and each for _, each in sorts]
    measures = [(1 / each, 1 / each) if sure else (None, None) for each, sure in zip(members, known, strict=True)]
    overlaps.usual[sort] = members, [overlaps.ranked[measure] for measure in measures]
    return overlaps.usual[sort]


def _unsure(taken: Places, own: range, met: list[int]) -> list[int]:
    """Return which of the places met, by where they stand among these, are not certainly shared with these."""
    doubtful = taken.doubtful
    if not doubtful:
        return []
    later = zip(own, taken.later[own.start : own.stop], strict=True)
    unsure = {place for number, each in later if number in doubtful for place in each}
    return [i for i, place in enumerate(met) if place in doubtful or place in unsure]


def _settle(
    one: str,
    columns: tuple[list[str], list[Who], list[int], list[Rank]],
    twice: list[int],
    unsure: list[int],
    overlaps: _Overlaps,
) -> None:
    """Put right in the columns what is shared by more than one, or not for certain."""
    bodies, shared, members, ranks = columns
    possible: list[Who] = [()] * len(bodies)
    for i in unsure:
        shared[i], possible[i] = (), shared[i]
        ranks[i] = _rank(ranks[i], 0, 1, members[i], overlaps.ranked)
    # the last first, so that those before stay where they stand
    for i in reversed(twice):
        del bodies[i], ranks[i]
        shared[i] += shared.pop(i + 1)
        possible[i] += possible.pop(i + 1)
        members[i] = members.pop(i + 1) - 1
        certain = len(shared[i])
        ranks[i] = _rank(ranks[i], certain, certain + len(possible[i]), members[i], overlaps.ranked)
    if unsure:
        overlaps.possible.update(((one, body), who) for body, who in zip(bodies, possible, strict=True) if who)


def _rank(rank: Rank, certain: int, both: int, members: int, ranked: dict[Measure, Rank]) -> Rank:
    """Return the rank of an overlap instead of the one it has, which stays where the membership is not known."""
    return rank if rank is ranked[None, None] else ranked[certain / members, both / members]


def _rows(by: By, overlaps: _Overlaps) -> Iterator[Iterator[Interlock]]:
    """Yield the rows of each rank, those with most in common first."""
    for least, most in sorted(overlaps.ranked, key=lambda measure: (measure[0] or 0, measure[1] or 0), reverse=True):
        rank = overlaps.ranked.pop((least, most))
        bodies: Iterable[tuple[str, str]] = zip(rank[::4], rank[1::4], strict=True)
        possible: Iterable[Who] = repeat(())
        if overlaps.possible:
            bodies = [*bodies]
            possible = map(overlaps.possible.get, bodies, repeat(()))
        columns = zip(bodies, repeat(by), rank[2::4], possible, rank[3::4], repeat(least), repeat(most), strict=False)
        # what the class itself is made with looks at each field again
        yield map(tuple.__new__, repeat(Interlock), columns)

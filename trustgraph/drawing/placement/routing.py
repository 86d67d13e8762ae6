"""Lines through the channel between two ranks: each goes down, along a track of its own, and down again.

Crossings are few because tracks are ordered by what each order would cross; two lines never lie on one
another because a line that enters above where another one ends has its track above the other's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

NEAR = 5.0
_BESIDE = 10.0
_NEVER = 1000.0
_CROWD = 120


class Net(NamedTuple):
    """A line, or several drawn as one, in a channel: where it enters from above and from below.

    Of a line with two tracks `half` is "upper" or "lower"; `number` tells which halves belong together.
    """

    uppers: tuple[float, ...]
    lowers: tuple[float, ...]
    number: int = 0
    half: str = ""

    @property
    def straight(self) -> bool:
        """Whether the net is one vertical line."""
        return len({*self.uppers, *self.lowers}) == 1

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where its track leads."""
        return min(*self.uppers, *self.lowers), max(*self.uppers, *self.lowers)


class Track(NamedTuple):
    """The levels of a net from the top, 0 first; where they differ it changes from one to the other at `x`."""

    upper: int
    lower: int
    x: float | None = None


class Channel(NamedTuple):
    """A track for each net (None where it is straight) and how many levels there are."""

    tracks: tuple[Track | None, ...]
    levels: int


def channel(nets: Sequence[Net]) -> Channel:
    """Return the tracks of all nets of a channel."""
    nets = [net._replace(number=number) for number, net in enumerate(nets)]
    pieces = {net.number: [net] for net in nets if not net.straight}
    while caught := _circle([piece for parts in pieces.values() for piece in parts]):
        pieces[caught.number] = _split(caught, [*nets, *(piece for parts in pieces.values() for piece in parts)])
    flat = [piece for parts in pieces.values() for piece in parts]
    levels = dict(zip(flat, _levels(flat), strict=True))
    tracks: list[Track | None] = [None] * len(nets)
    for number, parts in pieces.items():
        x = parts[0].lowers[0] if len(parts) == 2 else None
        tracks[number] = Track(levels[parts[0]], levels[parts[-1]], x)
    return Channel(tuple(tracks), max(levels.values(), default=-1) + 1)


def crossings(above: Net, below: Net) -> int:
    """Return how often two nets cross where the first one's track is above the second's."""
    low, high = below.reach
    count = sum(low < x < high for x in above.lowers)
    low, high = above.reach
    return count + sum(low < x < high for x in below.uppers)


def _followers(nets: Sequence[Net]) -> list[set[int]]:
    """Return for each net those whose tracks must be below its own, lest upright pieces lie on one another."""
    ends = sorted((x, number) for number, net in enumerate(nets) for x in net.lowers)
    halves = {net.number: number for number, net in enumerate(nets) if net.half == "lower"}
    followers = []
    for net in nets:
        found = {halves[net.number]} if net.half == "upper" else set()
        for x in net.uppers:
            near = ends[bisect_right(ends, (x - NEAR, len(nets))) : bisect_left(ends, (x + NEAR, -1))]
            found |= {number for _, number in near if nets[number].number != net.number}
        followers.append(found)
    return followers


def _circle(nets: Sequence[Net]) -> Net | None:
    """Return a net of which two tracks are needed, since each order of single tracks makes lines overlap."""
    after = _followers(nets)
    lawful = set(_lawful(range(len(nets)), after))
    left = [number for number in range(len(nets)) if number not in lawful]
    # what only follows a circle has nothing after it that is left, and is in none itself
    while left and (ends := {a for a in left if not after[a].intersection(left)}):
        left = [a for a in left if a not in ends]
    return nets[left[0]] if left else None


def _split(net: Net, nets: Sequence[Net]) -> list[Net]:
    """Return an upper and a lower part of a net that meet where no other line ends."""
    taken = sorted(x for other in nets for x in (*other.uppers, *other.lowers))
    low, high = net.reach
    tries = [low + NEAR * step for step in range(1, int((high - low) / NEAR))]
    tries += [high + NEAR * step for step in range(2, 2 * len(taken) + 4)]
    x = next(x for x in tries if all(abs(x - other) >= NEAR for other in taken))
    return [Net(net.uppers, (x,), net.number, "upper"), Net((x,), net.lowers, net.number, "lower")]


def _levels(nets: Sequence[Net]) -> list[int]:
    """Return the level of each net: as few levels as the best order allows."""
    reaches = [net.reach for net in nets]
    levels = [0] * len(nets)
    placed: list[int] = []
    for number in _best_order(nets):
        low, high = reaches[number][0] - _BESIDE, reaches[number][1] + _BESIDE
        above = (levels[other] + 1 for other in placed if reaches[other][0] < high and low < reaches[other][1])
        levels[number] = max(above, default=0)
        placed.append(number)
    return levels


def _best_order(nets: Sequence[Net]) -> list[int]:
    """Return the nets from top to bottom with few crossings, never against what must be below what."""
    after = _followers(nets)
    if len(nets) > _CROWD:
        return _lawful(sorted(range(len(nets)), key=lambda number: _stair(nets[number])), after)
    cost = [
        [crossings(one, two) + (_NEVER if a in after[b] else 0) for b, two in enumerate(nets)]
        for a, one in enumerate(nets)
    ]
    order: list[int] = []
    for number in range(len(nets)):
        _insert(order, number, cost)
    for _ in range(4):
        before = list(order)
        for number in range(len(nets)):
            order.remove(number)
            _insert(order, number, cost)
        if order == before:
            break
    return _lawful(order, after)


def _stair(net: Net) -> float:
    """Return where a net stands among parallel ones: of those to the right the rightmost comes first."""
    rightwards = sum(net.lowers) / len(net.lowers) > net.uppers[0]
    return -net.uppers[0] if rightwards else net.uppers[0]


def _insert(order: list[int], number: int, cost: list[list[float]]) -> None:
    """Put a net where it costs least among those that are there."""
    price = best = sum(cost[number][other] for other in order)
    spot = 0
    for position, other in enumerate(order, start=1):
        price += cost[other][number] - cost[number][other]
        if price < best:
            best, spot = price, position
    order.insert(spot, number)


def _lawful(order: Sequence[int], after: Sequence[set[int]]) -> list[int]:
    """Return the order with as few changes as keep each net above its followers; nets in a circle are left out."""
    place = {number: at for at, number in enumerate(order)}
    waiting = [0] * len(order)
    for followers in after:
        for number in followers:
            waiting[number] += 1
    free = [place[number] for number in order if not waiting[number]]
    heapify(free)
    result: list[int] = []
    while free:
        number = order[heappop(free)]
        result.append(number)
        for follower in after[number]:
            waiting[follower] -= 1
            if not waiting[follower]:
                heappush(free, place[follower])
    return result

"""Lines through the channel between two ranks: each goes down, along a track of its own, and down again.

Crossings are few because tracks are ordered by what each order would cross; two lines never lie on one
another because a line that ends above another's end has its track above the other's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

NEAR = 5.0
_BESIDE = 10.0
_NEVER = 1000.0


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
        pieces[caught.number] = _split(caught, nets)
    flat = [piece for parts in pieces.values() for piece in parts]
    levels = dict(zip(flat, _levels(flat), strict=True))
    tracks: list[Track | None] = [None] * len(nets)
    for number, parts in pieces.items():
        x = parts[0].lowers[0] if len(parts) == 2 else None
        tracks[number] = Track(levels[parts[0]], levels[parts[-1]], x)
    return Channel(tuple(tracks), max(levels.values(), default=-1) + 1)


def must_precede(above: Net, below: Net) -> bool:
    """Return whether the first net's track must be above the second's, lest they lie on one another."""
    if above.number == below.number:
        return above.half == "upper"
    return any(abs(upper - lower) < NEAR for upper in above.uppers for lower in below.lowers)


def crossings(above: Net, below: Net) -> int:
    """Return how often two nets cross where the first one's track is above the second's."""
    low, high = below.reach
    count = sum(low < x < high for x in above.lowers)
    low, high = above.reach
    return count + sum(low < x < high for x in below.uppers)


def _circle(nets: Sequence[Net]) -> Net | None:
    """Return a net of which two tracks are needed, since each order of single tracks makes lines overlap."""
    left = list(range(len(nets)))
    after = {a: [b for b in left if a != b and must_precede(nets[a], nets[b])] for a in left}
    while True:
        free = [a for a in left if not any(a in after[b] for b in left)]
        if not free:
            break
        left = [a for a in left if a not in free]
    # what only follows a circle has nothing after it that is left, and is in none itself
    while left and (ends := [a for a in left if not any(b in left for b in after[a])]):
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
    order = _best_order(nets)
    levels = [0] * len(nets)
    for position, number in enumerate(order):
        for earlier in order[:position]:
            if _touch(nets[earlier], nets[number]):
                levels[number] = max(levels[number], levels[earlier] + 1)
    return levels


def _touch(one: Net, other: Net) -> bool:
    (low, high), (left, right) = one.reach, other.reach
    return low - _BESIDE < right and left - _BESIDE < high


def _best_order(nets: Sequence[Net]) -> list[int]:
    """Return the nets from top to bottom with few crossings, never against `must_precede`."""
    count = len(nets)
    cost = [[_cost(nets[a], nets[b]) if a != b else 0.0 for b in range(count)] for a in range(count)]
    order: list[int] = []
    for number in range(count):
        _insert(order, number, cost)
    for _ in range(4):
        before = list(order)
        for number in range(count):
            order.remove(number)
            _insert(order, number, cost)
        if order == before:
            break
    return _lawful(order, nets)


def _cost(above: Net, below: Net) -> float:
    return crossings(above, below) + (_NEVER if must_precede(below, above) else 0)


def _insert(order: list[int], number: int, cost: list[list[float]]) -> None:
    """Put a net where it costs least among those that are there."""
    price = best = sum(cost[number][other] for other in order)
    spot = 0
    for position, other in enumerate(order, start=1):
        price += cost[other][number] - cost[number][other]
        if price < best:
            best, spot = price, position
    order.insert(spot, number)


def _lawful(order: list[int], nets: Sequence[Net]) -> list[int]:
    """Return the order with as few changes as let every net that must precede another do so."""
    result: list[int] = []
    rest = list(order)
    while rest:
        free = next(a for a in rest if not any(b != a and must_precede(nets[b], nets[a]) for b in rest))
        rest.remove(free)
        result.append(free)
    return result

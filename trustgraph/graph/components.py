"""Circles: the parts of a graph in which everybody leads to everybody else, and a shortest circle in each.

Those to whom nobody leads are peeled off first; the core that is left is searched as in Gabow, "Path-based depth-first
search for strong and biconnected components" (Information Processing Letters, 2000), without recursion.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple


class Order(NamedTuple):
    """The nodes of a graph from those nobody leads to upward, and what goes round in it.

    `nodes` has each before all that it leads to, those of a circle side by side. `circles` are the strongly connected
    parts of two or more, each in order, by their smallest member; `selves` those that lead to themselves, in order.
    """

    nodes: list[int]
    circles: list[list[int]]
    selves: list[int]

    @property
    def rounds(self) -> list[list[int]]:
        """The circles, and outside them those that lead to themselves."""
        members = set(chain.from_iterable(self.circles))
        return [*self.circles, *([number] for number in self.selves if number not in members)]


def ordered(above: Sequence[Sequence[int]]) -> Order:
    """Return the nodes in the order of what they lead to, and the circles."""
    peeled, core = peel(above)
    found = list(parts(above, core))
    circles = sorted(sorted(part) for part in found if len(part) > 1)
    selves = [number for number in core if number in above[number]]
    return Order([*peeled, *chain.from_iterable(reversed(found))], circles, selves)


def components(above: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected parts of two or more, each in order, by their smallest member."""
    return ordered(above).circles


def peel(above: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """Return each before all that it leads to, and apart those in circles with all that these lead to."""
    waiting = [0] * len(above)
    for target in chain.from_iterable(above):
        waiting[target] += 1
    peeled = [number for number, count in enumerate(waiting) if not count]
    # grows as it is gone through
    for number in peeled:
        for target in above[number]:
            waiting[target] -= 1
            if not waiting[target]:
                peeled.append(target)
    return peeled, [number for number, count in enumerate(waiting) if count]


def parts(above: Sequence[Sequence[int]], starts: Iterable[int]) -> Iterator[list[int]]:
    """Yield the strongly connected parts reachable from the starts, single nodes too, each after all it leads to."""
    # where each found stands on the trail; beyond its end once its part is known
    place: dict[int, int] = {}
    trail: list[int] = []
    # where the parts begin into which the trail falls, as far as is known
    bounds: list[int] = []
    waiting = [*starts]
    while waiting:
        number = waiting.pop()
        if number < 0:
            # all that it leads to has been gone through
            begin = place[~number]
            if bounds[-1] == begin:
                part = trail[begin:]
                del trail[begin:], bounds[-1]
                place.update(dict.fromkeys(part, len(above)))
                yield part
        elif number in place:
            while bounds and bounds[-1] > place[number]:
                bounds.pop()
        else:
            place[number] = len(trail)
            bounds.append(len(trail))
            trail.append(number)
            waiting.append(~number)
            waiting.extend(above[number])


def cycle(above: Sequence[Sequence[int]], members: Iterable[int]) -> list[int]:
    """Return a shortest cycle among the members, from its smallest, each leading to the next and the last to the first.

    Empty where there is none of two or more; of several the one whose smallest member is smallest.
    """
    up: dict[int, set[int]] = {member: set() for member in members}
    down: dict[int, set[int]] = {member: set() for member in up}
    for member, targets in up.items():
        targets.update(target for target in above[member] if target in up and target != member)
        for target in targets:
            down[target].add(member)
    shortest: list[int] = []
    for start in sorted(up):
        if start in up and len(shortest) != 2:
            shortest = _round_trip(above, start, up, len(shortest)) or shortest
            _take_away(start, up, down)
    return shortest


def _take_away(start: int, up: dict[int, set[int]], down: dict[int, set[int]]) -> None:
    """Take away one, and with it all that are then in no cycle any more since nobody leads to them or they to none."""
    waiting = [start]
    while waiting:
        number = waiting.pop()
        for there, back in ((up, down), (down, up)):
            for other in there.pop(number, ()):
                back[other].discard(number)
                if not back[other]:
                    waiting.append(other)


def _round_trip(above: Sequence[Sequence[int]], start: int, left: Container[int], limit: int) -> list[int]:
    """Return a shortest cycle of two or more from start among those left; empty where none is below the limit."""
    came = {start: start}
    level, length = [start], 1
    while level and (not limit or length < limit):
        following = []
        for number in level:
            for target in above[number]:
                if target == start and number != start:
                    return _trail(came, number)
                if target in left and target not in came:
                    came[target] = number
                    following.append(target)
        level, length = following, length + 1
    return []


def _trail(came: dict[int, int], number: int) -> list[int]:
    """Return the way a search came to this number, from its start."""
    trail = [number]
    while came[number] != number:
        number = came[number]
        trail.append(number)
    return trail[::-1]

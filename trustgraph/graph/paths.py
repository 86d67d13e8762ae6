"""Lines of account one by one: how many simple paths lead upward from a body to its apexes, and the first of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from trustgraph.graph.components import parts

STEPS = 20_000


class Count(NamedTuple):
    """How many there are: exactly `least`, or where circles make that too long to count, at least so many."""

    least: int
    exact: bool


def counts(above: Sequence[Sequence[int]], starts: Iterable[int], ends: Collection[int]) -> list[Count]:
    """Return for each start how many simple paths of one line or more lead from it to an end, in the starts' order.

    A path may go on through an end to another, and counts at both. Where no circle is on the way one pass counts any
    number; within a circle paths are walked one by one up to a limit.
    """
    starts, ends = list(starts), set(ends)
    # how many go on from each, and how many end there or go on
    onward: dict[int, int] = {}
    worth: dict[int, int] = {}
    bounds: set[int] = set()
    for part in parts(above, starts):
        worth.update(dict.fromkeys(part, 0))
        # the paths on which each member is the last of this part
        leaving = {number: sum(map(worth.__getitem__, above[number])) for number in part}
        exact = not bounds or all(bounds.isdisjoint(above[number]) for number in part)
        for number in part:
            onward[number], known = leaving[number], exact
            if len(part) > 1:
                onward[number], known = _circling(above, number, leaving, ends, exact=exact)
            if not known:
                bounds.add(number)
        worth.update((number, onward[number] + (number in ends)) for number in part)
    return [Count(onward[start], start not in bounds) for start in starts]


def _circling(
    above: Sequence[Sequence[int]], start: int, leaving: dict[int, int], ends: set[int], *, exact: bool
) -> Count:
    """Return how many paths lead to an end from a start within a circle, whose members' further paths are known."""
    worth = {number: paths + (number in ends) for number, paths in leaving.items()}
    worth[start] = leaving[start]
    total, steps = worth[start], 0
    on_path = {start}
    trail = [(start, iter(above[start]))]
    while trail:
        number, targets = trail[-1]
        for target in targets:
            if target in worth and target not in on_path:
                steps += 1
                if steps > STEPS:
                    # every member can be reached by one path at the least
                    return Count(max(total, sum(worth.values())), exact=False)
                total += worth[target]
                on_path.add(target)
                trail.append((target, iter(above[target])))
                break
        else:
            trail.pop()
            on_path.discard(number)
    return Count(total, exact)


def shortest(above: Sequence[Sequence[int]], start: int, ends: Collection[int], most: int) -> list[list[int]]:
    """Return the first so many simple paths from start to an end, each from start upward: the shortest first.

    Those of one length are in order of their numbers. No path is only the start itself.
    """
    found: list[list[int]] = []
    for path in _by_length(above, start, set(ends)):
        if len(found) == most:
            break
        found.append(path)
    return found


def _by_length(above: Sequence[Sequence[int]], start: int, ends: set[int]) -> Iterator[list[int]]:
    """Yield the simple paths from start to an end, the shortest first."""
    queue: list[tuple[int, tuple[int, ...], bool]] = []
    rest = _rest(above, start, (), ends)
    if rest:
        heappush(queue, (rest + 1, (start,), False))
    while queue:
        _, path, whole = heappop(queue)
        if whole:
            yield list(path)
            continue
        for target in above[path[-1]]:
            if target in path:
                continue
            if target in ends:
                heappush(queue, (len(path) + 1, (*path, target), True))
            rest = _rest(above, target, path, ends)
            if rest:
                heappush(queue, (len(path) + 1 + rest, (*path, target), False))


def _rest(above: Sequence[Sequence[int]], number: int, path: Sequence[int], ends: set[int]) -> int:
    """Return how many steps at least lead from here to an end without touching the path; 0 for none."""
    seen = {*path, number}
    level, steps = [number], 0
    while level:
        steps += 1
        following = []
        for each in level:
            for target in above[each]:
                if target not in seen:
                    if target in ends:
                        return steps
                    seen.add(target)
                    following.append(target)
        level = following
    return 0

"""Circles: the parts of a graph in which everybody leads to everybody else, and a shortest circle in each.

Sources and sinks are peeled off first; what is left is searched as in Tarjan, "Depth-first search and linear graph
algorithms" (SIAM Journal on Computing, 1972), without recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def components(above: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected parts of two or more, each in order, by their smallest member."""
    core = _core(above)
    return sorted(sorted(part) for part in parts(above, core) if len(part) > 1) if core else []


def loops(above: Sequence[Sequence[int]]) -> list[int]:
    """Return those that lead to themselves directly, in order."""
    return [number for number, targets in enumerate(above) if number in targets]


def parts(above: Sequence[Sequence[int]], starts: Iterable[int]) -> Iterator[list[int]]:
    """Yield the strongly connected parts reachable from the starts, single nodes too, each after all it leads to."""
    # the place in the search of each found; past every place once its part is known
    found: dict[int, int] = {}
    done = len(above) + 1
    stack: list[int] = []
    for start in starts:
        if start in found:
            continue
        found[start] = len(found)
        trail = [(start, found[start], iter(above[start]))]
        stack.append(start)
        lowest = [found[start]]
        while trail:
            number, place, targets = trail[-1]
            for target in targets:
                if target not in found:
                    found[target] = len(found)
                    stack.append(target)
                    trail.append((target, found[target], iter(above[target])))
                    lowest.append(found[target])
                    break
                lowest[-1] = min(lowest[-1], found[target])
            else:
                trail.pop()
                low = lowest.pop()
                if low == place:
                    cut = stack.index(number)
                    part = stack[cut:]
                    del stack[cut:]
                    for member in part:
                        found[member] = done
                    yield part
                elif low < lowest[-1]:
                    lowest[-1] = low


def cycle(above: Sequence[Sequence[int]], members: Iterable[int]) -> list[int]:
    """Return a shortest cycle among the members, from its smallest, each leading to the next and the last to the first.

    Empty where there is none of two or more; of several the one whose smallest member is smallest.
    """
    left = set(members)
    shortest: list[int] = []
    for start in sorted(left):
        round_trip = _round_trip(above, start, left, len(shortest))
        if round_trip:
            shortest = round_trip
        if len(shortest) == 2:
            break
        left.discard(start)
    return shortest


def _round_trip(above: Sequence[Sequence[int]], start: int, left: set[int], limit: int) -> list[int]:
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


def _core(above: Sequence[Sequence[int]]) -> list[int]:
    """Return what is left once those to whom nobody leads are taken away, again and again."""
    waiting = [0] * len(above)
    for targets in above:
        for target in targets:
            waiting[target] += 1
    peeled = [number for number, count in enumerate(waiting) if not count]
    # grows as it is gone through
    for number in peeled:
        for target in above[number]:
            waiting[target] -= 1
            if not waiting[target]:
                peeled.append(target)
    return [number for number, count in enumerate(waiting) if count] if len(peeled) < len(above) else []

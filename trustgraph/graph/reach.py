"""Who is reached by whom: how many lead to each, from how far, and all that is reached from several starts.

Nodes with one superior hand on to it what is below them, in one pass. Only those with several, whose ways part and may
meet again, are followed upward one by one; once that takes too long, many at a time as bits.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence

from trustgraph.graph import bitsets
from trustgraph.graph.components import components, loops

# steps of following one by one, for each node and each line
BUDGET = 8
_STRIDE = 32


def reached(starts: Iterable[int], adjacency: Sequence[Sequence[int]]) -> bytearray:
    """Return 1 for each number that is a start or can be reached from one, else 0, in order."""
    flags = bytearray(len(adjacency))
    waiting = list(starts)
    for start in waiting:
        flags[start] = 1
    # grows as it is gone through
    for number in waiting:
        for target in adjacency[number]:
            if not flags[target]:
                flags[target] = 1
                waiting.append(target)
    return flags


def passed_from(start: int, adjacency: Sequence[Sequence[int]]) -> set[int]:
    """Return all that can be reached from here, and this itself."""
    passed, waiting = {start}, [start]
    while waiting:
        for target in adjacency[waiting.pop()]:
            if target not in passed:
                passed.add(target)
                waiting.append(target)
    return passed


def counts(
    above: Sequence[Sequence[int]],
    below: Sequence[Sequence[int]],
    weights: Sequence[int] | None = None,
    *,
    circles: Sequence[Sequence[int]] | None = None,
) -> list[int]:
    """Return for each how much weighs what leads to it, each counted once and itself not; each weighs 1 if not said.

    `circles` are those of `rounds`, for whoever has them already.
    """
    weights = weights or [1] * len(above)
    own, circles = [*weights], rounds(above) if circles is None else circles
    for circle in circles:
        own[circle[0]] = sum(weights[member] for member in circle)
        for member in circle[1:]:
            own[member] = 0
    folded = _folded(above, below, circles)
    sizes = own[:]
    for number, superior in _branches(folded):
        sizes[superior] += sizes[number]
    totals = [size - weight for size, weight in zip(sizes, own, strict=True)]
    _add_merging(folded, sizes, totals)
    for circle in circles:
        whole = totals[circle[0]] + own[circle[0]]
        for member in circle:
            totals[member] = whole - weights[member]
    return totals


def depths(
    above: Sequence[Sequence[int]],
    weights: Sequence[int] | None = None,
    *,
    circles: Sequence[Sequence[int]] | None = None,
) -> list[int]:
    """Return for each the greatest of the shortest distances from those that lead to it; 0 where nobody does.

    Those that weigh nothing are passed through, and distances are not from them. `circles` as for `counts`.
    """
    circles = rounds(above) if circles is None else circles
    heights = [0 if weight else -1 for weight in weights] if weights else [0] * len(above)
    circling = {member for circle in circles for member in circle}
    for number, superior in _branches(above, circling):
        if heights[superior] <= heights[number] > -1:
            heights[superior] = heights[number] + 1
    depth = [max(height, 0) for height in heights]
    for circle in circles:
        if len(circle) > 1 and all(len(above[member]) == 1 for member in circle):
            _go_round(above, circle, heights, depth)
            circling.difference_update(circle)
    heads = [
        number
        for number, superiors in enumerate(above)
        if (len(superiors) > 1 or number in circling) and heights[number] > -1
    ]
    return _deepened(above, heads, heights, depth)


def _go_round(above: Sequence[Sequence[int]], circle: Sequence[int], heights: Sequence[int], depth: list[int]) -> None:
    """Raise the depths in a circle that has one way round: the greatest of what is behind each, in one pass."""
    way = [circle[0]]
    while len(way) < len(circle):
        way.append(above[way[-1]][0])
    # places of those behind that may be the furthest, the furthest first
    behind: deque[int] = deque()
    for place, number in enumerate((*way, *way)):
        while behind and behind[0] <= place - len(way):
            behind.popleft()
        if behind:
            depth[number] = max(depth[number], heights[way[behind[0] % len(way)]] + place - behind[0])
        own = heights[number]
        while behind and own >= heights[way[behind[-1] % len(way)]] + place - behind[-1]:
            behind.pop()
        if own > -1:
            behind.append(place)


def rounds(above: Sequence[Sequence[int]], circles: Sequence[Sequence[int]] | None = None) -> list[Sequence[int]]:
    """Return the circles of two or more, looked for where not given, and those outside any who lead to themselves."""
    circles = components(above) if circles is None else circles
    members = {member for circle in circles for member in circle}
    return [*circles, *([number] for number in loops(above) if number not in members)]


def _folded(
    above: Sequence[Sequence[int]], below: Sequence[Sequence[int]], circles: Collection[Sequence[int]]
) -> list[Sequence[int]]:
    """Return the graph without its circles: the first of each has the lines of all, the others none."""
    first = {member: circle[0] for circle in circles for member in circle}
    folded = list(above)
    for number in {each for member in first for each in (member, *below[member])}:
        folded[number] = [*dict.fromkeys(first.get(target, target) for target in above[number])]
    for circle in circles:
        outer = dict.fromkeys(target for member in circle for target in folded[member])
        for member in circle:
            folded[member] = []
        folded[circle[0]] = [target for target in outer if target != circle[0]]
    return folded


def _branches(above: Sequence[Sequence[int]], left_out: Collection[int] = ()) -> Iterator[tuple[int, int]]:
    """Yield those with one superior, and it, each after all such that lead to it; without those left out."""
    superior = [targets[0] if len(targets) == 1 else -1 for targets in above]
    for number in left_out:
        superior[number] = -1
    waiting = [0] * (len(above) + 1)
    for each in superior:
        waiting[each] += 1
    ready = [number for number, count in enumerate(waiting[:-1]) if not count]
    # grows as it is gone through
    for number in ready:
        target = superior[number]
        if target >= 0:
            yield number, target
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)


class _Budget:
    """The steps that may be walked, spread over those who are walked from, so that too many are noticed early."""

    def __init__(self, above: Sequence[Sequence[int]], heads: Sequence[int]) -> None:
        self.pace = BUDGET * (len(above) + sum(map(len, above))) / (len(heads) or 1)
        self.early = len(heads) / _STRIDE
        self.spent = 0

    def allowed(self, place: int) -> float:
        """Return how many steps may have been walked when so many have been walked from."""
        return self.pace * (place + self.early)


def _spread(heads: Sequence[int]) -> list[int]:
    """Return them in an order of which the beginning is like the whole: every so many, again and again."""
    return [head for first in range(_STRIDE) for head in heads[first::_STRIDE]]


def _add_merging(above: Sequence[Sequence[int]], sizes: Sequence[int], totals: list[int]) -> None:
    """Add the size of each with several superiors to the total of all that it leads to, once."""
    heads = _spread([number for number, superiors in enumerate(above) if len(superiors) > 1 and sizes[number]])
    # a size of many bits is sooner walked
    heads.sort(key=lambda head: sizes[head] <= bitsets.BLOCK)
    budget = _Budget(above, heads)
    stamps = [-1] * len(above)
    for place, head in enumerate(heads):
        size, trail = sizes[head], [head]
        if budget.spent > budget.allowed(place) and size <= bitsets.BLOCK:
            bitsets.add_sizes(above, heads[place:], sizes, totals)
            return
        # grows as it is gone through
        for number in trail:
            for target in above[number]:
                if stamps[target] != head:
                    stamps[target] = head
                    totals[target] += size
                    trail.append(target)
        budget.spent += len(trail)


def _deepened(
    above: Sequence[Sequence[int]], heads: Sequence[int], heights: Sequence[int], depth: list[int]
) -> list[int]:
    """Return the depths, raised by the distances from those with several superiors and those in circles."""
    heads = _spread(heads)
    budget = _Budget(above, heads)
    stamps = [-1] * len(above)
    for place, head in enumerate(heads):
        if budget.spent > budget.allowed(place):
            bitsets.deepen(above, heads[place:], heights, depth)
            break
        height, level = heights[head], [head]
        stamps[head] = head
        while level:
            height += 1
            following = []
            for number in level:
                for target in above[number]:
                    if stamps[target] != head:
                        stamps[target] = head
                        following.append(target)
                        # a call at every step would cost a fifth of the time
                        if depth[target] < height:  # noqa: PLR1730
                            depth[target] = height
            budget.spent += len(following)
            level = following
    return depth

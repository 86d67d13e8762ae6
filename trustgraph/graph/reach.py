"""Who is reached by whom: how many lead to each, from how far, and all that is reached from several starts.

Nodes with one superior hand on to it what is below them, in one pass. Only those with several, whose ways part and may
meet again, are followed upward one by one; once that takes too long, many at a time as bits.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from operator import sub

from trustgraph.graph import bitsets
from trustgraph.graph.components import Order, ordered

# steps of following one by one, for each node and each line, and how many of those who are followed are tried
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


def passed_from(starts: Iterable[int], adjacency: Sequence[Sequence[int]] | Mapping[int, Sequence[int]]) -> set[int]:
    """Return the starts and all that can be reached from one."""
    passed = set(starts)
    waiting = [*passed]
    while waiting:
        for target in adjacency[waiting.pop()]:
            if target not in passed:
                passed.add(target)
                waiting.append(target)
    return passed


def counts(
    above: Sequence[Sequence[int]], weights: Sequence[int] | None = None, *, order: Order | None = None
) -> list[int]:
    """Return for each how much weighs what leads to it, each counted once and itself not; each weighs 1 if not said.

    `order` is that of the graph, for whoever has it already.
    """
    weights, order = weights or [1] * len(above), order or ordered(above)
    own, circles = [*weights], order.rounds
    for circle in circles:
        own[circle[0]] = sum(weights[member] for member in circle)
        for member in circle[1:]:
            own[member] = 0
    folded = _folded(above, circles)
    sizes, heads = own[:], []
    for number in order.nodes:
        targets = folded[number]
        if len(targets) == 1:
            sizes[targets[0]] += sizes[number]
        elif targets and sizes[number]:
            heads.append(number)
    totals = list(map(sub, sizes, own))
    _add_merging(folded, order.nodes, heads, sizes, totals)
    for circle in circles:
        whole = totals[circle[0]] + own[circle[0]]
        for member in circle:
            totals[member] = whole - weights[member]
    return totals


def depths(
    above: Sequence[Sequence[int]], weights: Sequence[int] | None = None, *, order: Order | None = None
) -> list[int]:
    """Return for each the greatest of the shortest distances from those that lead to it; 0 where nobody does.

    Those that weigh nothing are passed through, and distances are not from them. `order` as for `counts`.
    """
    order = order or ordered(above)
    heights = [0 if weight else -1 for weight in weights] if weights else [0] * len(above)
    circling = set(chain.from_iterable(order.rounds))
    heads = []
    for number in order.nodes:
        height, targets = heights[number], above[number]
        if height > -1 and len(targets) == 1 and number not in circling:
            heights[targets[0]] = max(heights[targets[0]], height + 1)
        elif height > -1 and targets:
            heads.append(number)
    depth = [max(height, 0) for height in heights]
    for circle in order.circles:
        if all(len(above[member]) == 1 for member in circle):
            _go_round(above, circle, heights, depth)
            circling.difference_update(circle)
    heads = [number for number in heads if len(above[number]) > 1 or number in circling]
    _deepen(above, heads, heights, depth)
    return depth


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


def _folded(above: Sequence[Sequence[int]], circles: Collection[Sequence[int]]) -> list[Sequence[int]]:
    """Return the graph without its circles: the first of each has the lines of all, the others none."""
    first = {member: circle[0] for circle in circles for member in circle}
    folded = list(above)
    if first:
        for number, targets in enumerate(above):
            if not first.keys().isdisjoint(targets):
                folded[number] = [*dict.fromkeys(first.get(target, target) for target in targets)]
    for circle in circles:
        outer = dict.fromkeys(target for member in circle for target in folded[member])
        for member in circle:
            folded[member] = []
        folded[circle[0]] = [target for target in outer if target != circle[0]]
    return folded


def few_ways(above: Sequence[Sequence[int]], heads: Sequence[int]) -> bool:
    """Return whether to follow these upward one by one takes few steps, judged by some of them."""
    sample, steps = heads[::_STRIDE], 0
    allowed = BUDGET * (len(above) + sum(map(len, above))) * len(sample) / (len(heads) or 1)
    for head in sample:
        steps += len(passed_from([head], above))
        if steps > allowed:
            return False
    return True


def _add_merging(
    above: Sequence[Sequence[int]], order: Sequence[int], heads: Sequence[int], sizes: Sequence[int], totals: list[int]
) -> None:
    """Add the size of each with several superiors to the total of all that it leads to, once."""
    if not few_ways(above, heads):
        # a size of many bits is sooner walked
        bitsets.add_sizes(above, order, [head for head in heads if sizes[head] <= bitsets.BLOCK], sizes, totals)
        heads = [head for head in heads if sizes[head] > bitsets.BLOCK]
    superior = [targets[0] if len(targets) == 1 else -1 for targets in above]
    stamps = [-1] * len(above)
    for head in heads:
        size, waiting = sizes[head], [*above[head]]
        while waiting:
            number = waiting.pop()
            # on to where the ways part, or to where it has been
            while number > -1 and stamps[number] != head:
                stamps[number] = head
                totals[number] += size
                if superior[number] < 0:
                    waiting += above[number]
                number = superior[number]


def _deepen(above: Sequence[Sequence[int]], heads: Sequence[int], heights: Sequence[int], depth: list[int]) -> None:
    """Raise the depths by the distances from those with several superiors and those in circles."""
    if not few_ways(above, heads):
        bitsets.deepen(above, heads, heights, depth)
        return
    stamps = [-1] * len(above)
    for head in heads:
        height, level = heights[head], above[head]
        stamps[head] = head
        while level:
            height += 1
            following: list[int] = []
            for number in level:
                if stamps[number] != head:
                    stamps[number] = head
                    following += above[number]
                    # a call at every step would cost a fifth of the time
                    if depth[number] < height:  # noqa: PLR1730
                        depth[number] = height
            level = following

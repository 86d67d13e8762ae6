"""How many lead to each and from how far, both in one search.

As in `reach`, nodes with one superior hand on to it what is below them, and the others are followed upward, here level
by level, so that each is met by a shortest way. In graphs in which this takes too long, both are found apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import sub

from trustgraph.graph.components import Order
from trustgraph.graph.reach import counts, depths, few_ways


def spans(
    above: Sequence[Sequence[int]],
    weights: Sequence[int],
    present: Sequence[bool],
    order: Order,
) -> tuple[list[int], list[int]]:
    """Return for each how much weighs what leads to it, and the greatest of the shortest distances of those present.

    As `reach.counts` gives the first and `reach.depths` the second.
    """
    sizes, heights, heads = _handed_on(above, weights, present, order)
    if not few_ways(above, heads):
        return counts(above, weights, order=order), depths(above, present, order=order)
    totals, stamps = list(map(sub, sizes, weights)), [-1] * len(above)
    depth = [height if height > 0 else 0 for height in heights]
    for head in heads:
        # of those that nobody present is below, no distance counts
        size, height = sizes[head], heights[head] if heights[head] > -1 else -len(above)
        stamps[head] = head
        level: Sequence[int] = above[head]
        while level:
            height += 1
            following: list[int] = []
            for number in level:
                if stamps[number] != head:
                    stamps[number] = head
                    totals[number] += size
                    following += above[number]
                    # a call at every step would cost a fifth of the time
                    if depth[number] < height:  # noqa: PLR1730
                        depth[number] = height
            level = following
    return totals, depth


def _handed_on(
    above: Sequence[Sequence[int]], weights: Sequence[int], present: Sequence[bool], order: Order
) -> tuple[list[int], list[int], list[int]]:
    """Return for each what weighs below it and from how far, as far as nobody has several superiors; and who has.

    Those in circles are among them.
    """
    circling = set(chain.from_iterable(order.rounds))
    sizes, heights, heads = [*weights], [0 if each else -1 for each in present], []
    for number in order.nodes:
        targets = above[number]
        if len(targets) == 1 and number not in circling:
            target, height = targets[0], heights[number]
            sizes[target] += sizes[number]
            if heights[target] <= height > -1:
                heights[target] = height + 1
        elif targets and (sizes[number] or heights[number] > -1):
            heads.append(number)
    return sizes, heights, heads

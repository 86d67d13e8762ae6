"""How far a line that turns above or below its row runs level before it goes back."""

from __future__ import annotations

from collections.abc import Sequence

from trustgraph.drawing.placement.grid import Grid, Sort

_CLEAR = 9.0


def end(grid: Grid, x: Sequence[float], node: int, part: int) -> float:
    """Return the end of a turn on the side of the box this part leads to, counted from its middle."""
    turn = grid.nodes[node]
    route = grid.routes[turn.item]
    leftwards = (part == 0) == (x[route[0]] < x[route[-1]])
    return -turn.left if leftwards else turn.right


def reach(grid: Grid, x: Sequence[float], node: int, near: float, target: float) -> float:
    """Return the end of a turn moved out to where it goes straight on, unless a label or a line stands there.

    `near` is the end as it is, `target` the place across where the line would be straight.
    """
    way = 1 if near > 0 else -1
    if (target - x[node] - near) * way <= 0:
        return near
    for other in grid.ranks[grid.nodes[node].rank]:
        if other != node and _in_the_way(grid, x, other, x[node] + near, target):
            return near
    return target - x[node]


def _in_the_way(grid: Grid, x: Sequence[float], other: int, start: float, target: float) -> bool:
    """Return whether a node of the rank keeps a turn from running from `start` to `target`."""
    place = grid.nodes[other]
    low, high = x[other] - place.left - _CLEAR, x[other] + place.right + _CLEAR
    if place.sort is Sort.WALL:
        return False
    if place.sort is Sort.THIN:
        # crossed, but not where the turn goes down
        return low < target < high
    if place.sort is Sort.TURN:
        # two turns may run towards one another, but no farther than midway
        nearest = high if high <= start else low
        target = 2 * target - start + (_CLEAR if target > start else -_CLEAR)
        return min(start, target) < nearest < max(start, target)
    return min(start, target) < high and low < max(start, target)

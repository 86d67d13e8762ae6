"""Boxes made broader where there is room, so that lines to what stands a little aside of them can be straight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from trustgraph.drawing.placement.grid import Grid, Sort
from trustgraph.drawing.placement.placing import Places, gap
from trustgraph.drawing.placement.ports import CORNER, Port, lower_port, side_of, upper_port

_BROADEST = 260.0


def broadened(grid: Grid, places: Places) -> tuple[Grid, Places]:
    """Return the grid with broader boxes, and the places with their new middles; nothing else moves.

    A box reaches out on either side to the farthest line that it can meet, as far as its neighbours let it.
    """
    ends: dict[int, list[Port]] = defaultdict(list)
    for link in grid.links:
        if link.strand >= 0:
            ends[link.upper].append(lower_port(link))
            ends[link.lower].append(upper_port(link))
    for row in places.order:
        for at, number in enumerate(row):
            node = grid.nodes[number]
            # a box with a line to itself keeps its right side where that line is
            if node.sort is Sort.BOX and node.left == node.right and number not in grid.pairs:
                wanted = [_wanted(grid, places.x, number, port) for port in ends[number]]
                low, high = _reach(wanted, node.left, *_room(grid, places, row, at))
                grid, places = _stretched(grid, places, number, low, high)
    return grid, places


def _wanted(grid: Grid, x: Sequence[float], number: int, port: Port) -> float:
    """Return how far from its middle, to the left or right, a box must reach to meet a line upright."""
    middle, half = side_of(grid, port) if grid.nodes[port.node].sort is Sort.BOX else (0.0, 0.0)
    way = x[port.node] + middle - x[number]
    return (way - half + CORNER) if way > 0 else (way + half - CORNER)


def _room(grid: Grid, places: Places, row: Sequence[int], at: int) -> tuple[float, float]:
    """Return how far from its middle a box of a rank can reach to the left and right without moving anything."""
    x, node, half = places.x, grid.nodes[row[at]], grid.nodes[row[at]].left
    least, most = -_BROADEST, _BROADEST
    if at:
        least = x[row[at - 1]] - x[row[at]] + gap(grid.nodes[row[at - 1]], node) - half
    if at + 1 < len(row):
        most = x[row[at + 1]] - x[row[at]] - gap(node, grid.nodes[row[at + 1]]) + half
    return least, most


def _reach(wanted: Sequence[float], half: float, least: float, most: float) -> tuple[float, float]:
    """Return from where to where about its middle a box reaches, the nearest wishes first."""
    low, high = -half, half
    for wish in sorted(wanted, key=abs):
        left, right = min(low, wish), max(high, wish)
        if least <= left and right <= most and right - left <= _BROADEST:
            low, high = left, right
    return low, high


def _stretched(grid: Grid, places: Places, number: int, low: float, high: float) -> tuple[Grid, Places]:
    node, half = grid.nodes[number], (high - low) / 2
    if half <= node.left:
        return grid, places
    nodes, x = list(grid.nodes), list(places.x)
    nodes[number], x[number] = node._replace(left=half, right=half), x[number] + (low + high) / 2
    return grid._replace(nodes=tuple(nodes)), Places(places.order, x)

"""Lines drawn as one, taken apart again where each can be straight by itself.

A group of boxes that report to one box share a trunk and a bus. Those that stand right under it need none: each
has a straight line of its own, and only those farther out join the nearest of these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from trustgraph.drawing.grid import Grid, Link, Sort
from trustgraph.drawing.ports import APART, CORNER

_APART = APART + 5


def loosened(grid: Grid, x: Sequence[float]) -> Grid:
    """Return the grid with a part of its own for each link of a comb that can be straight."""
    strands: dict[tuple[int, int, bool], list[int]] = defaultdict(list)
    for number, link in enumerate(grid.links):
        if link.strand >= 0:
            hub = grid.box_nodes[grid.strands[link.strand].hub]
            if hub in (link.upper, link.lower):
                strands[link.strand, hub, link.upper == hub].append(number)
    links = list(grid.links)
    for (_, hub, below), members in strands.items():
        if len(members) > 1 and _lines_at(grid, hub, below) == 1:
            for number, part in _parts(grid, x, hub, members).items():
                links[number] = links[number]._replace(part=part)
    return grid._replace(links=tuple(links))


def _lines_at(grid: Grid, hub: int, below: bool) -> int:
    """Return how many strands meet a side of a box."""
    return len({link.strand for link in grid.links if (link.upper if below else link.lower) == hub})


def _parts(grid: Grid, x: Sequence[float], hub: int, members: Sequence[int]) -> dict[int, int]:
    """Return the part of each link: a number of its own where it can be straight, else that of the nearest."""
    ordered = sorted(members, key=lambda number: x[_other(grid.links[number], hub)])
    straight: list[int] = []
    last = x[hub] - _half(grid, hub) - _APART
    for position, number in enumerate(ordered):
        low, high = _meeting(grid, x, hub, _other(grid.links[number], hub))
        # leave room for those that follow
        at = max(low, last + _APART)
        if at <= high:
            straight.append(position)
            last = at
    if not straight:
        return {}
    nearest = [min(straight, key=lambda position, own=own: abs(position - own)) for own in range(len(ordered))]  # type: ignore[misc]
    return dict(zip(ordered, nearest, strict=True))


def _meeting(grid: Grid, x: Sequence[float], hub: int, other: int) -> tuple[float, float]:
    """Return from where to where a straight line could join two nodes."""
    low = max(x[node] - _half(grid, node) for node in (hub, other))
    return low, min(x[node] + _half(grid, node) for node in (hub, other))


def _half(grid: Grid, node: int) -> float:
    return grid.nodes[node].left - CORNER if grid.nodes[node].sort is Sort.BOX else 0.0


def _other(link: Link, hub: int) -> int:
    return link.lower if link.upper == hub else link.upper

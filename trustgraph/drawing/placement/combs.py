"""Lines drawn as one, taken apart again where each can be straight by itself.

A group of boxes that report to one box share a trunk and a bus. Those that stand right under it need none: each
has a straight line of its own, and only those farther out join the nearest of these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from trustgraph.drawing.placement.grid import Grid, Link, Sort
from trustgraph.drawing.placement.ports import APART, CORNER, Offsets, lower_port, upper_port

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


def rejoined(grid: Grid, x: Sequence[float], offsets: Offsets) -> Grid:
    """Return the grid where parts of a comb in which nothing became straight join one in which something did."""
    links = list(grid.links)
    thin = _thin_by_itself(grid)
    parts: dict[tuple[int, int], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, link in enumerate(links):
        ends_at_pair = (link.lower, link.strand, link.part) in grid.seats
        if link.strand >= 0 and not grid.strands[link.strand].turned and not ends_at_pair:
            parts[link.strand, grid.nodes[link.upper].rank][link.part].append(number)
    for by_part in parts.values():
        straight = [
            part
            for part, members in by_part.items()
            if any(_straight(grid, links[n], thin, x, offsets) for n in members)
        ]
        for part, members in by_part.items():
            if part not in straight and len(by_part) > 1:
                into = min(straight or by_part, key=lambda other, own=part: (abs(other - own), other))
                for number in members:
                    links[number] = links[number]._replace(part=into)
    return grid._replace(links=tuple(links))


def _straight(grid: Grid, link: Link, thin: set[int], x: Sequence[float], offsets: Offsets) -> bool:
    """Return whether a link is straight, and so is what it leads to behind a rank of labels."""
    onward = [
        other
        for other in grid.links
        if other.strand == link.strand
        and other != link
        and {other.upper, other.lower} & {link.upper, link.lower} & thin
    ]
    return all(_slant(one, x, offsets) < 0.3 for one in (link, *onward))


def _thin_by_itself(grid: Grid) -> set[int]:
    """Return the nodes of lines that pass a rank of labels."""
    return {n for n, node in enumerate(grid.nodes) if node.sort is Sort.THIN and node.rank not in grid.row_ranks}


def _slant(link: Link, x: Sequence[float], offsets: Offsets) -> float:
    upper = x[link.upper] + offsets[upper_port(link)]
    return abs(upper - x[link.lower] - offsets[lower_port(link)])


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
    return grid.nodes[node].left - CORNER if grid.nodes[node].sort is Sort.BOX and node not in grid.pairs else 0.0


def _other(link: Link, hub: int) -> int:
    return link.lower if link.upper == hub else link.upper

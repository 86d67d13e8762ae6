"""Where lines leave and enter: ports spread along the upper and lower sides of boxes, straight where they can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from trustgraph.drawing.grid import Grid, Link, Sort

CORNER = 11.0
APART = 11.0
_STEP = 26.0


class Port(NamedTuple):
    """The side of a node (1 lower, -1 upper) at which one net ends."""

    node: int
    side: int
    strand: int
    part: int


Offsets = dict[Port, float]


def upper_port(link: Link) -> Port:
    """Return the port at the link's upper end."""
    return Port(link.upper, 1, link.strand, link.part)


def lower_port(link: Link) -> Port:
    """Return the port at the link's lower end."""
    return Port(link.lower, -1, link.strand, link.part)


def assign(grid: Grid, x: Sequence[float]) -> Offsets:
    """Return how far right of its node's centre each port stands."""
    offsets: Offsets = defaultdict(float)
    others: dict[Port, list[Port]] = defaultdict(list)
    for link in grid.links:
        others[upper_port(link)].append(lower_port(link))
        others[lower_port(link)].append(upper_port(link))
    for port in others:
        if grid.nodes[port.node].sort is Sort.TURN:
            offsets[port] = _turn_offset(grid, x, port)
    sides: dict[tuple[int, int], list[Port]] = defaultdict(list)
    for port in others:
        if grid.nodes[port.node].sort is Sort.BOX:
            sides[port.node, port.side].append(port)
    for ports in sides.values():
        # two lines to the same place keep their order at both ends
        ports.sort(key=lambda port: (_mean(x, others[port], offsets), port.strand, port.part))
        _spread(grid, ports, offsets)
    for _ in range(2):
        for ports in sorted(sides.values(), key=len):
            _align(grid, x, ports, others, offsets)
    return offsets


def _turn_offset(grid: Grid, x: Sequence[float], port: Port) -> float:
    """Return the end of a turn on the side of the box this part leads to."""
    line = grid.nodes[port.node].item
    route = grid.routes[line]
    first, second = x[route[0]], x[route[-1]]
    leftwards = (port.part == 0) == (first < second)
    return -grid.nodes[port.node].left if leftwards else grid.nodes[port.node].right


def _mean(x: Sequence[float], ports: Sequence[Port], offsets: Offsets) -> float:
    return sum(x[port.node] + offsets[port] for port in ports) / len(ports)


def _half(grid: Grid, node: int) -> float:
    # loops stand to the right of a box and are no part of its side
    return grid.nodes[node].left - CORNER


def _spread(grid: Grid, ports: Sequence[Port], offsets: Offsets) -> None:
    room = 2 * _half(grid, ports[0].node)
    step = min(_STEP, room / max(len(ports) - 1, 1))
    for position, port in enumerate(ports):
        offsets[port] = (position - (len(ports) - 1) / 2) * step


def _align(
    grid: Grid, x: Sequence[float], ports: Sequence[Port], others: dict[Port, list[Port]], offsets: Offsets
) -> None:
    """Move the ports of a side to where their lines are straight, as far as their order and distance allow."""
    half, centre, last = _half(grid, ports[0].node), x[ports[0].node], len(ports) - 1
    fixed: dict[int, float] = {}
    wishes = []
    for position, port in enumerate(ports):
        for other in others[port]:
            wish = x[other.node] + offsets[other] - centre
            wishes.append((len(others[port]) > 1, abs(wish - offsets[port]), position, wish))
    for _, _, position, wish in sorted(wishes):
        low = max([-half + APART * position, *(at + APART * (position - p) for p, at in fixed.items() if p < position)])
        high = min([half - APART * (last - position), *(at - APART * (p - position) for p, at in fixed.items() if p > position)])
        if position not in fixed and low - 1e-6 <= wish <= high + 1e-6:
            fixed[position] = wish
    _between(ports, fixed, half, offsets)


def _between(ports: Sequence[Port], fixed: dict[int, float], half: float, offsets: Offsets) -> None:
    """Give the fixed ports their places and spread the others evenly between them."""
    if not fixed:
        return
    first, last = min(fixed), max(fixed)
    step = min(_STEP, (fixed[first] + half) / max(first, 1))
    for position in range(first):
        offsets[ports[position]] = fixed[first] - (first - position) * step
    step = min(_STEP, (half - fixed[last]) / max(len(ports) - 1 - last, 1))
    for position in range(last + 1, len(ports)):
        offsets[ports[position]] = fixed[last] + (position - last) * step
    for low, high in pairwise(sorted(fixed)):
        for position in range(low, high):
            share = (position - low) / (high - low)
            offsets[ports[position]] = fixed[low] + share * (fixed[high] - fixed[low])
    offsets[ports[last]] = fixed[last]

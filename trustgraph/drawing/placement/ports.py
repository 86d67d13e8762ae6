"""Where lines leave and enter: ports spread along the upper and lower sides of boxes, straight where they can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from trustgraph.drawing.placement.grid import Grid, Link, Sort
from trustgraph.drawing.placement.placing import gap
from trustgraph.drawing.placement.sizes import ARM
from trustgraph.drawing.placement.turns import end, reach

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
    offsets, others, sides = spread_ports(grid, x)
    for _ in range(2):
        for ports in sorted(sides, key=len):
            _align(grid, x, ports, others, offsets)
    for port, (other, *_) in others.items():
        if grid.nodes[port.node].sort is Sort.TURN:
            offsets[port] = reach(grid, x, port.node, offsets[port], x[other.node] + offsets[other])
    return offsets


def spread_ports(grid: Grid, x: Sequence[float]) -> tuple[Offsets, dict[Port, list[Port]], list[list[Port]]]:
    """Return ports spread evenly, the ports each leads to, and the ports of each side from left to right."""
    offsets: Offsets = defaultdict(float)
    others: dict[Port, list[Port]] = defaultdict(list)
    for link in grid.links:
        others[upper_port(link)].append(lower_port(link))
        others[lower_port(link)].append(upper_port(link))
    for port in others:
        if grid.nodes[port.node].sort is Sort.TURN:
            offsets[port] = end(grid, x, port.node, port.part)
    sides: dict[tuple[int, int, int], list[Port]] = defaultdict(list)
    for port in others:
        if grid.nodes[port.node].sort is Sort.BOX:
            sides[port.node, port.side, grid.seats.get((port.node, port.strand, port.part), 0)].append(port)
    for ports in sides.values():
        # two lines to the same place keep their order at both ends
        ports.sort(key=lambda port: (round(_mean(x, others[port], offsets), 3), port.strand, port.part))
        _spread(grid, ports, others, offsets)
    return offsets, others, list(sides.values())


def _mean(x: Sequence[float], ports: Sequence[Port], offsets: Offsets) -> float:
    return sum(x[port.node] + offsets[port] for port in ports) / len(ports)


def side_of(grid: Grid, port: Port) -> tuple[float, float]:
    """Return the middle of the side at which a port stands, counted from its node's, and how far it takes ports."""
    half = grid.nodes[port.node].left
    if port.node not in grid.pairs:
        # loops stand to the right of a box and are no part of its side
        return 0.0, half - CORNER
    seat = grid.seats.get((port.node, port.strand, port.part), 0)
    return seat * (half + ARM) / 2, abs(seat) * ((half - ARM) / 2 - CORNER)


def _spread(grid: Grid, ports: Sequence[Port], others: dict[Port, list[Port]], offsets: Offsets) -> None:
    """Spread the ports of a side about its middle, as far apart as the labels they lead to where there is room."""
    steps = [max(_STEP, _distance(grid, others[a], others[b])) for a, b in pairwise(ports)]
    middle, half = side_of(grid, ports[0])
    room, wanted = 2 * half, sum(steps)
    if wanted > room:
        steps = [room / len(steps)] * len(steps)
    at = middle - sum(steps) / 2
    for port, step in zip(ports, [*steps, 0.0], strict=True):
        offsets[port] = at
        at += step


def _distance(grid: Grid, one: Sequence[Port], other: Sequence[Port]) -> float:
    """Return how far apart two nodes stand that two ports lead to, 0 where they are boxes."""
    pair = [grid.nodes[ports[0].node] for ports in (one, other)]
    if any(node.sort is Sort.BOX for node in pair) or len(one) + len(other) > 2:
        return 0.0
    return gap(*pair)


def _align(
    grid: Grid, x: Sequence[float], ports: Sequence[Port], others: dict[Port, list[Port]], offsets: Offsets
) -> None:
    """Move the ports of a side to where their lines are straight, as far as their order and distance allow."""
    middle, half = side_of(grid, ports[0])
    centre, last = x[ports[0].node] + middle, len(ports) - 1
    fixed: dict[int, float] = {}
    wishes = []
    for position, port in enumerate(ports):
        for other in others[port]:
            wish = _towards(grid, x, other, offsets[other], centre, half)
            wishes.append((len(others[port]) > 1, abs(wish + middle - offsets[port]), position, wish))
    for _, _, position, wish in sorted(wishes):
        low = max([-half + APART * position, *(at + APART * (position - p) for p, at in fixed.items() if p < position)])
        high = min(
            [
                half - APART * (last - position),
                *(at - APART * (p - position) for p, at in fixed.items() if p > position),
            ]
        )
        if position not in fixed and low - 1e-6 <= wish <= high + 1e-6:
            fixed[position] = wish
    _between(ports, fixed, half, offsets)
    for port in ports if fixed else ():
        offsets[port] += middle


def _towards(grid: Grid, x: Sequence[float], other: Port, offset: float, centre: float, half: float) -> float:
    """Return where a port should stand about the middle of its side: at the other's place, or as near as helps.

    The other one can come the rest of the way where the two sides overlap.
    """
    wish = x[other.node] + offset - centre
    if grid.nodes[other.node].sort is Sort.BOX:
        middle, reach = side_of(grid, other)
        far = x[other.node] + middle - centre
        if far - reach <= half and -half <= far + reach:
            return min(max(wish, -half), half)
    return wish


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

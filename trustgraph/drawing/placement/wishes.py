"""What lines wish of the places of nodes: to be straight, with more or less play where their ports can move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from trustgraph.drawing.placement.grid import Grid
from trustgraph.drawing.placement.ports import APART, Offsets, Port, lower_port, side_of, spread_ports, upper_port
from trustgraph.drawing.placement.straightening import Pull


def firm_pulls(grid: Grid, offsets: Offsets) -> list[Pull]:
    """Return for each link the wish to be straight between its ports."""
    return [
        Pull(link.upper, link.lower, offsets[upper_port(link)] - offsets[lower_port(link)], 0.0, link.weight)
        for link in grid.links
    ]


def roomy_pulls(grid: Grid, x: Sequence[float], offsets: Offsets) -> list[Pull]:
    """Return for each link the wish to be straight, with the play that its ports have between their neighbours."""
    room: dict[Port, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for ports in spread_ports(grid, x)[2]:
        middle, half = side_of(grid, ports[0])
        at = [middle - half - APART, *(offsets[port] for port in ports), middle + half + APART]
        for port, before, here, after in zip(ports, at, at[1:], at[2:], strict=False):
            # a neighbour may use the same room
            room[port] = (0.45 * (here - before - APART), 0.45 * (after - here - APART))
    pulls = []
    for link in grid.links:
        upper, lower = upper_port(link), lower_port(link)
        shift = offsets[upper] - offsets[lower]
        right = max(room[upper][1] + room[lower][0], 0.0)
        left = max(room[upper][0] + room[lower][1], 0.0)
        # the play reaches equally far to both sides of the middle of what is possible
        pulls.append(Pull(link.upper, link.lower, shift + (right - left) / 2, (right + left) / 2, link.weight))
    return pulls


def loose_pulls(grid: Grid, x: Sequence[float]) -> list[Pull]:
    """Return for each link the wish to be straight, with the play that its share of a box's side allows."""
    offsets, _, sides = spread_ports(grid, x)
    share = {port: side_of(grid, port)[1] / len(ports) for ports in sides for port in ports}
    # lines drawn as one may come apart where that makes them straight, so each has the whole side
    combs = {port for port, count in _counts(grid).items() if count > 1}
    pulls = []
    for link in grid.links:
        upper, lower = upper_port(link), lower_port(link)
        play = sum(
            side_of(grid, port)[1] if port in combs and port in share else share.get(port, 0.0)
            for port in (upper, lower)
        )
        pulls.append(Pull(link.upper, link.lower, offsets[upper] - offsets[lower], 0.9 * play, link.weight))
    return pulls


def _counts(grid: Grid) -> dict[Port, int]:
    counts: dict[Port, int] = defaultdict(int)
    for link in grid.links:
        counts[upper_port(link)] += 1
        counts[lower_port(link)] += 1
    return counts

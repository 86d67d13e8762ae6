"""Lines that leave a box at its left or right side and turn once, where from above or below they would turn twice.

Such a port stands beyond the side of its box: the line runs level to there and then up or down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from trustgraph.drawing.placement.grid import Grid, Link, Sort
from trustgraph.drawing.placement.ports import APART, Offsets, Port, lower_port, side_of, upper_port

_STUB = 15.0
_CLEAR = 7.0
_SLOT = 10.0
_STRAIGHT = 0.3


def flanked(grid: Grid, x: Sequence[float], offsets: Offsets) -> Offsets:
    """Return the offsets with ports moved beyond the sides of their boxes where that saves a bend."""
    search = _Flanks(grid, x, offsets)
    nets: dict[tuple[int, int, int], list[Link]] = defaultdict(list)
    for link in grid.links:
        if link.strand >= 0:
            nets[grid.nodes[link.upper].rank, link.strand, link.part].append(link)
    for links in nets.values():
        if len(links) == 1:
            search.improve(links[0])
    return search.offsets


def side_heights(grid: Grid, offsets: Offsets) -> dict[Port, float]:
    """Return for each port beyond a side how far below the middle of its box the line leaves, upper ports first."""
    beyond: dict[tuple[int, bool], list[Port]] = defaultdict(list)
    for port in offsets:
        if is_beyond(grid, offsets, port):
            beyond[port.node, offsets[port] > 0].append(port)
    heights = {}
    for ports in beyond.values():
        # of lines one way the one that turns first is the outermost, so that none crosses another
        ports.sort(key=lambda port: (port.side, -port.side * abs(offsets[port]), port.strand, port.part))
        for at, port in enumerate(ports):
            heights[port] = (at - (len(ports) - 1) / 2) * _SLOT
    return heights


def is_beyond(grid: Grid, offsets: Offsets, port: Port) -> bool:
    """Return whether a port stands beyond the side of its box."""
    node = grid.nodes[port.node]
    return node.sort is Sort.BOX and abs(offsets[port]) > node.left


class _Flanks:
    """The ports while they are being moved."""

    def __init__(self, grid: Grid, x: Sequence[float], offsets: Offsets) -> None:
        self.grid, self.x, self.offsets = grid, x, defaultdict(float, offsets)
        self.rows = [sorted(rank, key=x.__getitem__) for rank in grid.ranks]
        self.spot = {node: at for row in self.rows for at, node in enumerate(row)}
        self.used: dict[tuple[int, int], list[float]] = defaultdict(list)
        # the side towards a neighbour is taken by the lines between the two
        self.taken = {
            (node, way)
            for flat in grid.flats
            for way, node in zip(
                (1, -1), sorted((grid.box_nodes[box] for box in flat.ends), key=x.__getitem__), strict=True
            )
        }
        self.others: dict[Port, list[Port]] = defaultdict(list)
        for link in grid.links:
            self.others[upper_port(link)].append(lower_port(link))
            self.others[lower_port(link)].append(upper_port(link))
        self.at_side: dict[tuple[int, int], list[Port]] = defaultdict(list)
        for port in sorted(self.others):
            self.at_side[port.node, port.side].append(port)

    def improve(self, link: Link) -> None:
        """Move one of the link's ports beyond a side of its box, where the line then turns once instead of twice."""
        upper, lower = upper_port(link), lower_port(link)
        if abs(self._place(upper) - self._place(lower)) < _STRAIGHT:
            return
        for port, other in ((upper, lower), (lower, upper)):
            if self.grid.nodes[port.node].sort is Sort.BOX and not is_beyond(self.grid, self.offsets, other):
                for way in (-1, 1):
                    if self._moved(port, other, way):
                        return

    def _place(self, port: Port) -> float:
        return self.x[port.node] + self.offsets[port]

    def _moved(self, port: Port, other: Port, way: int) -> bool:
        """Move a port beyond a side, -1 left and 1 right, to where the other one can be, and return whether it can."""
        if port.node in self.grid.pairs and self.grid.seats.get((port.node, port.strand, port.part), 0) != way:
            return False
        room = (self.grid.nodes[port.node].height - 2) // _SLOT - 1
        if (port.node, way) in self.taken or len(self.used[port.node, way]) >= room:
            return False
        at = self._between(self._free(port.node, way), self._reach(other), self._place(other))
        if at is None or any(abs(at - taken) < APART for taken in self.used[port.node, way]):
            return False
        if any(self._cuts_off(port, beside, at, way) for beside in self.at_side[port.node, port.side]):
            return False
        if any(self._tangles(port, thin, at, way) for thin in self._beside(port.node, way)):
            return False
        self.used[port.node, way].append(at)
        self.offsets[port] = at - self.x[port.node]
        if self.grid.nodes[other.node].sort is Sort.BOX:
            self.offsets[other] = at - self.x[other.node]
        return True

    def _cuts_off(self, port: Port, beside: Port, at: float, way: int) -> bool:
        """Return whether a line from farther out to the same side of the box would cross what now runs up beside it."""
        inner = way * self._place(beside) < way * self._place(port)
        if beside == port or inner or is_beyond(self.grid, self.offsets, beside):
            return False
        return any(way * self._place(other) > way * at for other in self.others[beside])

    def _tangles(self, port: Port, thin: int, at: float, way: int) -> bool:
        """Return whether a line in the row is crossed twice, or met where the port's line goes up or down."""
        if self.grid.nodes[thin].sort is not Sort.THIN or way * (self.x[thin] - at) >= _CLEAR:
            return False
        ends = (self._place(end) for own in self.at_side[thin, port.side] for end in self.others[own])
        return any(way * (end - at) > -_CLEAR for end in (self.x[thin], *ends))

    def _free(self, node: int, way: int) -> tuple[float, float]:
        """Return from where to where a line can go up or down beside a box."""
        here = self.grid.nodes[node]
        start = self.x[node] + way * (here.left + _STUB)
        if here.left != here.right and way > 0:
            return start, start - 1
        end = start + way * 10_000.0
        for other in self._beside(node, way):
            place = self.grid.nodes[other]
            if place.sort in (Sort.WALL, Sort.THIN):
                continue
            end = self.x[other] - way * ((place.left if way > 0 else place.right) + _CLEAR)
            # what comes from the other side towards this box
            end = way * min([way * end, *(way * met - _CLEAR for met in self.used[other, -way])])
            break
        return (start, end) if way > 0 else (end, start)

    def _beside(self, node: int, way: int) -> Iterator[int]:
        row, at = self.rows[self.grid.nodes[node].rank], self.spot[node] + way
        while 0 <= at < len(row):
            yield row[at]
            at += way

    def _reach(self, port: Port) -> tuple[float, float]:
        """Return from where to where a port can move between its neighbours."""
        at, node = self._place(port), self.grid.nodes[port.node]
        if node.sort is not Sort.BOX:
            return at, at
        middle, half = side_of(self.grid, port)
        low, high = self.x[port.node] + middle - half, self.x[port.node] + middle + half
        for other in self.at_side[port.node, port.side]:
            beside = self._place(other)
            if other != port and not is_beyond(self.grid, self.offsets, other):
                low, high = (max(low, beside + APART), high) if beside <= at else (low, min(high, beside - APART))
        return low, high

    @staticmethod
    def _between(free: tuple[float, float], reach: tuple[float, float], wish: float) -> float | None:
        low, high = max(free[0], reach[0]), min(free[1], reach[1])
        return round(min(max(wish, low), high), 1) if low <= high else None

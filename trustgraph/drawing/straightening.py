"""Nodes moved sideways within their rank until as many lines as can be are straight.

A local search: whatever is moved pushes its neighbours aside; a move is kept when it lowers the cost, which
counts bends first, then the way sideways, then the width of the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from trustgraph.drawing.grid import Grid, Link, Sort
from trustgraph.drawing.placing import Places, gap
from trustgraph.drawing.ports import Offsets, lower_port, upper_port

_BEND = 60.0
_WIDTH = 0.8
_NOTICED = 0.25
_SWEEPS = 4


def straighten(grid: Grid, places: Places, offsets: Offsets) -> Places:
    """Return the places after all moves that make lines straighter, given where the ports are."""
    return _Search(grid, places, offsets).run()


class _Search:
    """The places while they are being improved."""

    def __init__(self, grid: Grid, places: Places, offsets: Offsets) -> None:
        self.grid, self.order, self.x = grid, places.order, list(places.x)
        self.spot = {node: (rank, at) for rank, row in enumerate(self.order) for at, node in enumerate(row)}
        self.ends = [(offsets[upper_port(link)], offsets[lower_port(link)]) for link in grid.links]
        self.links_at: dict[int, list[int]] = defaultdict(list)
        for number, link in enumerate(grid.links):
            self.links_at[link.upper].append(number)
            self.links_at[link.lower].append(number)
        self.walls: dict[int, list[int]] = defaultdict(list)
        for number, node in enumerate(grid.nodes):
            if node.sort is Sort.WALL:
                self.walls[node.item].append(number)

    def run(self) -> Places:
        """Return the best places found."""
        heavy_first = sorted(range(len(self.ends)), key=lambda number: -self.grid.links[number].weight)
        for _ in range(_SWEEPS):
            # every link has its turn, even after another's success
            if not sum([self._improve(number) for number in heavy_first]):
                break
        return Places(self.order, self.x)

    def _slant(self, number: int, moved: dict[int, float]) -> float:
        link, (upper, lower) = self.grid.links[number], self.ends[number]
        x_upper = self.x[link.upper] + moved.get(link.upper, 0.0) + upper
        return x_upper - self.x[link.lower] - moved.get(link.lower, 0.0) - lower

    def _improve(self, number: int) -> bool:
        slant = self._slant(number, {})
        if abs(slant) < _NOTICED:
            return False
        link = self.grid.links[number]
        best: tuple[float, dict[int, float]] = (-0.01, {})
        for node, way, other in ((link.upper, -slant, link.lower), (link.lower, slant, link.upper)):
            for group in ({node}, self._straight_with(node, number)):
                if other in group:
                    continue
                for carry in (False, True):
                    moves = self._pushed(dict.fromkeys(group, way), carry)
                    if moves is not None:
                        best = min(best, (self._change(moves), moves), key=lambda pair: pair[0])
        self._move(best[1])
        return bool(best[1])

    def _move(self, moves: dict[int, float] | None) -> None:
        for node, way in (moves or {}).items():
            self.x[node] += way

    def _straight_with(self, node: int, but: int = -1) -> set[int]:
        """Return the node and all that hang together with it by straight lines."""
        group, rest = {node}, [node]
        while rest:
            for number in self.links_at[rest.pop()]:
                link = self.grid.links[number]
                for other in (link.upper, link.lower):
                    if number != but and other not in group and abs(self._slant(number, {})) < _NOTICED:
                        group.add(other)
                        rest.append(other)
        return group

    def _pushed(self, wanted: dict[int, float], carry: bool) -> dict[int, float] | None:
        """Return the moves with those they force on neighbours; None where they would run into themselves."""
        moves: dict[int, float] = {}
        rest = list(wanted.items())
        while rest:
            node, way = rest.pop()
            if abs(moves.get(node, 0.0)) >= abs(way) - 1e-9 and node in moves:
                continue
            if node in moves and moves[node] * way < 0:
                return None
            moves[node] = way
            if self.grid.nodes[node].sort is Sort.WALL:
                rest += [(wall, way) for wall in self.walls[self.grid.nodes[node].item]]
            for other, force in self._forced(node, way, moves):
                if other in wanted and abs(force) > abs(wanted[other]):
                    return None
                group: Iterable[int] = self._straight_with(other) if carry else (other,)
                rest += [(member, force) for member in group]
        return moves

    def _forced(self, node: int, way: float, moves: dict[int, float]) -> list[tuple[int, float]]:
        """Return the neighbour that a node pushes and how far."""
        rank, at = self.spot[node]
        at += 1 if way > 0 else -1
        if not 0 <= at < len(self.order[rank]):
            return []
        other = self.order[rank][at]
        pair = (node, other) if way > 0 else (other, node)
        least = gap(self.grid.nodes[pair[0]], self.grid.nodes[pair[1]])
        ahead = (self.x[other] + moves.get(other, 0.0) - self.x[node] - way) * (1 if way > 0 else -1)
        lacking = least - ahead
        if lacking <= 1e-9:
            return []
        return [(other, moves.get(other, 0.0) + (lacking if way > 0 else -lacking))]

    def _change(self, moves: dict[int, float]) -> float:
        """Return what the moves add to the cost."""
        touched = sorted({number for node in moves for number in self.links_at[node]})
        before = sum(self._price(self.grid.links[number], self._slant(number, {})) for number in touched)
        after = sum(self._price(self.grid.links[number], self._slant(number, moves)) for number in touched)
        return after - before + _WIDTH * (self._width(moves) - self._width({}))

    @staticmethod
    def _price(link: Link, slant: float) -> float:
        far = abs(slant)
        bend = _BEND if far >= _NOTICED else 0.0
        # a jog of a few points looks like a mistake
        jog = _BEND / 2 if _NOTICED <= far < 6 else 0.0
        return bend + jog + far * (0.2 + min(link.weight, 20) / 40) + far * far * 0.0005

    def _width(self, moves: dict[int, float]) -> float:
        ends = [
            (self.x[row[0]] + moves.get(row[0], 0.0), self.x[row[-1]] + moves.get(row[-1], 0.0))
            for row in self.order
            if row
        ]
        return max(high for _, high in ends) - min(low for low, _ in ends)

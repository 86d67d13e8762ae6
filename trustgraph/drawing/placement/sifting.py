"""The order within ranks improved: each node in turn goes where its lines cross fewest others.

dot counts every line for itself; here lines drawn as one count once, as the eye counts them.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from trustgraph.drawing.placement.grid import Grid, Sort
from trustgraph.drawing.placement.placing import Places
from trustgraph.drawing.placement.routing import Net, crossings

_SWEEPS = 6


def sift(grid: Grid, places: Places) -> Places:
    """Return places with no more crossings: new orders, each rank at the places it had."""
    search = _Sifting(grid, places)
    for _ in range(_SWEEPS):
        if not sum(map(search.improve, range(len(grid.nodes)))):
            break
    x = list(places.x)
    for before, after in zip(places.order, search.order, strict=True):
        for at, node in zip(sorted(places.x[node] for node in before), after, strict=True):
            x[node] = at
    return Places(tuple(map(tuple, search.order)), x)


class _Sifting:
    """The orders while they are being improved; a node's place is its number in its rank."""

    def __init__(self, grid: Grid, places: Places) -> None:
        self.grid = grid
        self.order = [list(row) for row in places.order]
        self.at = {node: at for row in self.order for at, node in enumerate(row)}
        self.nets: dict[tuple[int, int, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        self.nets_at: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for link in grid.links:
            key = (grid.nodes[link.upper].rank, link.strand, link.part)
            self.nets[key][0].add(link.upper)
            self.nets[key][1].add(link.lower)
        for key, ends in self.nets.items():
            for node in (*ends[0], *ends[1]):
                self.nets_at[node].append(key)
        joined = {grid.box_nodes[box] for flat in grid.flats for box in flat.ends}
        self.fixed = {
            number for number, node in enumerate(grid.nodes) if node.sort in (Sort.FLAT, Sort.WALL) or number in joined
        }

    def improve(self, node: int) -> bool:
        """Move a node to the best place of its rank and return whether that is a better one."""
        if node in self.fixed:
            return False
        start = self.at[node]
        best, spot = 0, start
        for way in (-1, 1):
            gained = 0
            while self._may_pass(node, way):
                gained += self._swap(node, way)
                if gained < best:
                    best, spot = gained, self.at[node]
            self._go(node, start)
        self._go(node, spot)
        return spot != start

    def _may_pass(self, node: int, way: int) -> bool:
        row, to = self.order[self.grid.nodes[node].rank], self.at[node] + way
        if not 0 <= to < len(row):
            return False
        other = self.grid.nodes[row[to]]
        if other.sort is Sort.WALL:
            return self.grid.nodes[node].zone is None
        # a thin line may pass a pair of neighbours, a box or label may not come between them
        return row[to] not in self.fixed or self.grid.nodes[node].sort is Sort.THIN

    def _swap(self, node: int, way: int) -> int:
        """Swap a node with its neighbour and return how many crossings that adds."""
        row = self.order[self.grid.nodes[node].rank]
        other = row[self.at[node] + way]
        before = self._crossings(node, other)
        self._exchange(row, node, other)
        return self._crossings(node, other) - before

    def _exchange(self, row: list[int], node: int, other: int) -> None:
        here, there = self.at[node], self.at[other]
        row[here], row[there] = other, node
        self.at[node], self.at[other] = there, here

    def _go(self, node: int, spot: int) -> None:
        row = self.order[self.grid.nodes[node].rank]
        while self.at[node] != spot:
            self._exchange(row, node, row[self.at[node] + (1 if spot > self.at[node] else -1)])

    def _crossings(self, node: int, other: int) -> int:
        """Return how often the lines of two nodes of one rank cross."""
        return sum(
            self._between(one, two)
            for one in self.nets_at[node]
            for two in self.nets_at[other]
            if one[0] == two[0] and one != two
        )

    def _between(self, one: tuple[int, int, int], two: tuple[int, int, int]) -> int:
        a, b = map(partial(self._net), (one, two))
        return min(crossings(a, b), crossings(b, a))

    def _net(self, key: tuple[int, int, int]) -> Net:
        upper, lower = self.nets[key]
        # ends of different lines at one node are taken apart a little by where their other ends are
        return Net(
            tuple(self.at[node] + 0.001 * self._lean(lower) for node in upper),
            tuple(self.at[node] + 0.001 * self._lean(upper) for node in lower),
        )

    def _lean(self, nodes: set[int]) -> float:
        return sum(self.at[node] for node in nodes) / len(nodes)

"""The order within ranks improved: each node in turn goes where its lines cross fewest others.

dot counts every line for itself; here lines drawn as one count once, as the eye counts them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, pairwise

from trustgraph.drawing.placement.grid import Grid, Sort
from trustgraph.drawing.placement.passing import gained, neighbours, passing
from trustgraph.drawing.placement.placing import Places
from trustgraph.drawing.placement.reaches import Reach, knots

_SWEEPS = 6
_WORK = 250_000
# of the way to the next node, and in points
_SEAT, _ASIDE = 0.3, 6.0
_LEAN = 0.001
# how far beyond its goal a node may stand, in points
_PAST = 20.0

_End = tuple[int, float]


def sift(grid: Grid, places: Places, ordered: int = 0, gathered: bool = False) -> Places:
    """Return places with no more crossings: new orders, each rank at the places it had.

    The first `ordered` boxes stand as they are numbered wherever that makes no line cross more; so do lines that are to
    be `gathered` keep to the side of what they lead down to.
    """
    search = _Sifting(grid, places)
    for _ in range(_SWEEPS):
        if not sum(map(search.improve, range(len(grid.nodes)))):
            break
    search.heed(ordered)
    if gathered:
        search.gather()
    return Places(tuple(map(tuple, search.order)), search.x)


def crossings(grid: Grid, places: Places) -> int:
    """Return how often lines cross in these orders, whatever their tracks."""
    return _Sifting(grid, places).crossings()


class _Sifting:
    """The orders while they are being improved; of a rank's places its first node has the first, and so on."""

    def __init__(self, grid: Grid, places: Places) -> None:
        self.grid = grid
        self.order = [list(row) for row in places.order]
        self.at = {node: at for row in self.order for at, node in enumerate(row)}
        self.slots = [sorted(places.x[node] for node in row) for row in places.order]
        self.x = list(places.x)
        self._note_nets()
        self.work = _WORK
        self.neighbours = neighbours(grid)
        self.fixed = {number for number, node in enumerate(grid.nodes) if node.sort in (Sort.FLAT, Sort.WALL)}
        self.fixed |= self.neighbours.keys()

    def _note_nets(self) -> None:
        """Note the ends of each net, and for each node the nets above and below it."""
        nets: dict[tuple[int, int, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        for link in (link for link in self.grid.links if link.strand >= 0):
            ends = nets[self.grid.nodes[link.upper].rank, link.strand, link.part]
            ends[0].add(link.upper)
            ends[1].add(link.lower)
        self.nets = list(nets.values())
        # of two lines to a pair the one to its left box ends left of its trunk
        self.seats = [
            {node: seat for node in (*uppers, *lowers) if (seat := self.grid.seats.get((node, strand, part)))}
            for (_, strand, part), (uppers, lowers) in nets.items()
        ]
        self.single = [len(uppers) == len(lowers) == 1 for uppers, lowers in self.nets]
        self.reaches: dict[int, Reach] = {}
        # of a net with one end above and one below only the far end matters
        self.far_ends: dict[int, tuple[list[_End], list[_End]]] = defaultdict(lambda: ([], []))
        self.combs_at: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        self.nets_at: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for net, sides in enumerate(self.nets):
            for side, nodes in enumerate(sides):
                for node in nodes:
                    self.nets_at[node][side].append(net)
                    if self.single[net]:
                        far = min(sides[1 - side])
                        self.far_ends[node][side].append((far, _SEAT * self.seats[net].get(far, 0)))
                    else:
                        self.combs_at[node][side].append(net)

    def crossings(self) -> int:
        """Return how often nets of one channel cross, or pass between two neighbours."""
        channels: dict[int, list[Reach]] = defaultdict(list)
        for net, (uppers, _) in enumerate(self.nets):
            channels[self.grid.nodes[min(uppers)].rank].append(self._reach(net))
        tangle = sum(knots(*pair) for reaches in channels.values() for pair in combinations(reaches, 2))
        return tangle + passing(self.grid, self.order, self.at)

    def improve(self, node: int) -> bool:
        """Move a node to the best place of its rank and return whether that is a better one."""
        if node in self.fixed or node not in self.nets_at or self.work <= 0:
            return False
        start = self.at[node]
        best, spot = 0, start
        for way in (-1, 1):
            change = 0
            while self._may_pass(node, way):
                change += self._swap(node, way)
                if change < best:
                    best, spot = change, self.at[node]
            self._go(node, start)
        self._go(node, spot)
        return spot != start

    def heed(self, ordered: int) -> None:
        """Move boxes to the order their author wants, as far as it costs no crossing."""
        for row in self.order:
            for _ in row:
                wanted = [node for node in row if self._is_ordered(node, ordered)]
                pairs = [pair for pair in pairwise(wanted) if self._item(pair[0]) > self._item(pair[1])]
                if not any(self._pass(left, right) for left, right in pairs):
                    break

    def gather(self) -> None:
        """Move what lines pass through towards their lower ends, rank by rank, as far as it costs no crossing."""
        for route in self.grid.routes.values():
            for lower, node in pairwise(route[:0:-1]):
                if self.grid.nodes[node].sort in (Sort.THIN, Sort.LABEL):
                    self._approach(node, self.x[lower])

    def _approach(self, node: int, goal: float) -> None:
        slots, start = self.slots[self.grid.nodes[node].rank], self.at[node]
        spot, change = start, 0
        way = 1 if goal > self.x[node] else -1
        while self.work > 0 and self._may_pass(node, way) and way * (slots[self.at[node] + way] - goal) < _PAST:
            change += self._swap(node, way)
            if change <= 0:
                spot = self.at[node]
        self._go(node, spot)

    def _is_ordered(self, node: int, ordered: int) -> bool:
        return node not in self.fixed and self.grid.nodes[node].sort is Sort.BOX and self._item(node) < ordered

    def _item(self, node: int) -> int:
        return self.grid.nodes[node].item

    def _pass(self, left: int, right: int) -> bool:
        """Return whether two of a row could change sides, either passing the other, with no more crossings."""
        for node, way in ((right, -1), (left, 1)):
            start, change = self.at[node], 0
            while self.at[left] < self.at[right] and self._may_pass(node, way):
                change += self._swap(node, way)
            if self.at[left] > self.at[right] and change <= 0:
                return True
            self._go(node, start)
        return False

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
        self.work -= 1
        change = way * self._turned(node, other)
        if other in self.neighbours:
            change += gained(self.neighbours[other], self.at, other, way)
        pairs = self._knotted(node, other)
        change -= sum(knots(self._reach(one), self._reach(two)) for one, two in pairs)
        self._exchange(row, node, other)
        return change + sum(knots(self._reach(one), self._reach(two)) for one, two in pairs)

    def _turned(self, node: int, other: int) -> int:
        """Return how many more crossings of single lines there are with a node right of another than left of it."""
        if node not in self.far_ends or other not in self.far_ends:
            return 0
        at, count = self.at, 0
        for ones, twos in zip(self.far_ends[node], self.far_ends[other], strict=True):
            self.work -= len(ones) * len(twos)
            for one, seat in ones:
                for two, other_seat in twos:
                    here, there = at[one] + seat, at[two] + other_seat
                    count += (here < there) - (here > there)
        return count

    def _knotted(self, node: int, other: int) -> list[tuple[int, int]]:
        """Return the pairs of their nets of which one has several ends."""
        if (node not in self.combs_at and other not in self.combs_at) or other not in self.nets_at:
            return []
        pairs = [
            (one, two)
            for ones, twos in zip(self.nets_at[node], self.nets_at[other], strict=True)
            for one in ones
            for two in twos
            if one != two and not (self.single[one] and self.single[two])
        ]
        self.work -= 8 * len(pairs)
        return pairs

    def _exchange(self, row: list[int], node: int, other: int) -> None:
        here, there = self.at[node], self.at[other]
        row[here], row[there] = other, node
        self.at[node], self.at[other] = there, here
        self.x[node], self.x[other] = self.x[other], self.x[node]
        self._forget((node, other))

    def _go(self, node: int, spot: int) -> None:
        row, start = self.order[self.grid.nodes[node].rank], self.at[node]
        row.insert(spot, row.pop(start))
        low, high = sorted((start, spot))
        slots = self.slots[self.grid.nodes[node].rank]
        for at in range(low, high + 1 if high > low else low):
            self.at[row[at]], self.x[row[at]] = at, slots[at]
        self._forget(row[low : high + 1])

    def _forget(self, nodes: Iterable[int]) -> None:
        for node in nodes:
            for nets in self.combs_at.get(node, ()):
                for net in nets:
                    self.reaches.pop(net, None)

    def _reach(self, net: int) -> Reach:
        (uppers, lowers), seats = self.nets[net], self.seats[net]
        # those of single lines are as quickly made anew
        if self.single[net]:
            (upper,), (lower,) = uppers, lowers
            start = self.x[upper] + _LEAN * self.x[lower] + _ASIDE * seats.get(upper, 0)
            end = self.x[lower] + _LEAN * self.x[upper] + _ASIDE * seats.get(lower, 0)
            return Reach((start,), (end,), min(start, end), max(start, end))
        found = self.reaches.get(net)
        if found is None:
            # ends of different lines at one node are taken apart a little by where their other ends are
            to_lower, to_upper = _LEAN * self._middle(lowers), _LEAN * self._middle(uppers)
            above = tuple([self.x[node] + to_lower + _ASIDE * seats.get(node, 0) for node in uppers])
            below = tuple([self.x[node] + to_upper + _ASIDE * seats.get(node, 0) for node in lowers])
            found = self.reaches[net] = Reach(above, below, min(*above, *below), max(*above, *below))
        return found

    def _middle(self, nodes: set[int]) -> float:
        return sum(map(self.x.__getitem__, nodes)) / len(nodes)

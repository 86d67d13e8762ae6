"""Nodes moved sideways within their rank until as many lines as can be are straight.

A local search: whatever is moved pushes its neighbours aside; a move is kept when it lowers the cost, which
counts bends first, then the way sideways, then the width of the whole. What a bend costs, in points of way and of
width, decides between a narrow picture and a straight one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from trustgraph.drawing.placement.grid import Grid
from trustgraph.drawing.placement.placing import Places, gap, walls_of

_WIDTH = 0.8
_NOTICED = 0.25
_SWEEPS = 30
_EPSILON = 1e-7
_WORK = 80_000

Moves = dict[int, float]


class Pull(NamedTuple):
    """A wish: the lower node should stand `shift` to the right of the upper one, give or take `play`."""

    upper: int
    lower: int
    shift: float
    play: float
    weight: int


def straighten(grid: Grid, places: Places, pulls: Sequence[Pull], bend: float) -> Places:
    """Return the places after all moves that lower the cost of the pulls, where a bend costs `bend`."""
    return _Search(grid, places, pulls, bend).run()


class _Search:
    """The places while they are being improved."""

    def __init__(self, grid: Grid, places: Places, pulls: Sequence[Pull], bend: float) -> None:
        self.order, self.x, self.pulls, self.bend = places.order, list(places.x), pulls, bend
        self._note_neighbours(grid)
        self.pulls_at: dict[int, list[int]] = defaultdict(list)
        for number, pull in enumerate(pulls):
            self.pulls_at[pull.upper].append(number)
            self.pulls_at[pull.lower].append(number)
        # the pieces of a wall always move together
        self.tied = {wall: walls for walls in walls_of(grid).values() for wall in walls}
        self.firsts = [row[0] for row in self.order if row]
        self.lasts = [row[-1] for row in self.order if row]
        self.ends = {*self.firsts, *self.lasts}
        self.slants = [self._slant(pull) for pull in pulls]
        self.prices = [_price(pull, slant, bend) for pull, slant in zip(pulls, self.slants, strict=True)]
        self.width = self._width({})
        self.groups: dict[int, list[int]] = {}
        self._group(range(len(self.x)))
        self.work, self.moved = _WORK, 0
        self.tried = [-1] * len(pulls)

    def _note_neighbours(self, grid: Grid) -> None:
        """Note for each node its neighbour to the left and to the right and the least distance between them."""
        self.beside: dict[int, dict[int, tuple[int, float]]] = {-1: {}, 1: {}}
        for left, right in (pair for row in self.order for pair in pairwise(row)):
            apart = gap(grid.nodes[left], grid.nodes[right])
            self.beside[1][left], self.beside[-1][right] = (right, apart), (left, apart)

    def run(self) -> Places:
        """Return the best places found."""
        heavy_first = sorted(range(len(self.pulls)), key=lambda number: -self.pulls[number].weight)
        for _ in range(_SWEEPS):
            # every pull has its turn, even after another's success
            if not sum(map(self._improve, heavy_first)):
                break
        return Places(self.order, self.x)

    def _slant(self, pull: Pull) -> float:
        return self.x[pull.upper] + pull.shift - self.x[pull.lower]

    def _improve(self, number: int) -> bool:
        pull, slant = self.pulls[number], self.slants[number]
        # where nothing has moved since, nothing new can be found
        if abs(slant) < _NOTICED or self.tried[number] == self.moved or self.work <= 0:
            return False
        self.tried[number] = self.moved
        ways = [slant]
        if abs(slant) > pull.play + _NOTICED:
            # as far as needed, or until it is just straight
            ways.append(slant - pull.play * (1 if slant > 0 else -1))
        best, chosen = -0.01, None
        for way in ways if pull.play else ways[:1]:
            for node, other, step in ((pull.upper, pull.lower, -way), (pull.lower, pull.upper, way)):
                for moves in self._tries(node, other, step):
                    change = self._change(moves)
                    if change < best:
                        best, chosen = change, moves
        if chosen:
            self._move(chosen)
        return chosen is not None

    def _move(self, moves: Moves) -> None:
        for node, step in moves.items():
            self.x[node] += step
        near = set(moves)
        for number in {number for node in moves for number in self.pulls_at[node]}:
            self.slants[number] = self._slant(self.pulls[number])
            self.prices[number] = _price(self.pulls[number], self.slants[number], self.bend)
            near |= {self.pulls[number].upper, self.pulls[number].lower}
        self.width = self._width({})
        self.moved += 1
        self._group({member for node in near for member in self.groups[node]})

    def _tries(self, node: int, other: int, step: float) -> list[Moves]:
        """Return the ways to move a node: alone or with what hangs straight on it, pushing others alone or so too."""
        tries = [self._pushed([node], other, step, carry=False)]
        group = self.groups[node]
        if len(group) > 1:
            tries.append(self._pushed([node], other, step, carry=True))
            if other not in group:
                tries += [self._pushed(group, other, step, carry=False), self._pushed(group, other, step, carry=True)]
        return [moves for at, moves in enumerate(tries) if moves and moves not in tries[:at]]

    def _group(self, nodes: Iterable[int]) -> None:
        """Note which of the nodes hang together by straight lines."""
        done: set[int] = set()
        for start in nodes:
            if start in done:
                continue
            group, rest = {start}, [start]
            while rest:
                for number in self.pulls_at.get(rest.pop(), ()):
                    if abs(self.slants[number]) < _NOTICED:
                        new = {self.pulls[number].upper, self.pulls[number].lower} - group
                        group |= new
                        rest += new
            done |= group
            ordered = sorted(group)
            self.groups.update(dict.fromkeys(ordered, ordered))

    def _pushed(self, group: Sequence[int], still: int, step: float, carry: bool) -> Moves:
        """Return the moves of a group and of all that it pushes before it; `carry` takes along what hangs straight.

        Empty where `still`, which should stand where it does, would be moved.
        """
        sign = 1 if step > 0 else -1
        beside, x, tied, groups = self.beside[sign], self.x, self.tied, self.groups
        far: Moves = {}
        first = frozenset(group)
        # whoever is pushed farthest comes first, so that each is looked at once
        rest = [(-abs(step), node) for node in group]
        while rest:
            way, node = heappop(rest)
            if node in far:
                continue
            for member in tied.get(node) or (groups[node] if carry and node not in first else (node,)):
                if member in far:
                    continue
                if member == still:
                    return {}
                far[member] = -way
                if member in beside:
                    # the neighbour is pushed once the room between the two is used up
                    other, apart = beside[member]
                    need = -way - (x[other] - x[member]) * sign + apart
                    if need > _EPSILON and other not in far:
                        heappush(rest, (-need, other))
        self.work -= len(far)
        return {node: sign * way for node, way in far.items()}

    def _change(self, moves: Moves) -> float:
        """Return what the moves add to the cost."""
        change = 0.0 if self.ends.isdisjoint(moves) else _WIDTH * (self._width(moves) - self.width)
        for number in {number for node in moves for number in self.pulls_at.get(node, ())}:
            pull, before = self.pulls[number], self.slants[number]
            after = before + moves.get(pull.upper, 0.0) - moves.get(pull.lower, 0.0)
            if before != after:
                change += _price(pull, after, self.bend) - self.prices[number]
        return change

    def _width(self, moves: Moves) -> float:
        x = self.x
        low = min(x[node] + moves.get(node, 0.0) for node in self.firsts)
        return max(x[node] + moves.get(node, 0.0) for node in self.lasts) - low


def _price(pull: Pull, slant: float, bend: float) -> float:
    far = abs(slant)
    over = far - pull.play
    if over < _NOTICED:
        # straight, but better still in the middle
        return 0.08 * far
    # a jog of a few points looks like a mistake
    return bend + (bend / 2 if over < 6 else 0.0) + far * (0.2 + min(pull.weight, 20) / 40) + far * far * 0.0005

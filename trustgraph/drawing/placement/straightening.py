"""Nodes moved sideways within their rank until as many lines as can be are straight.

A local search: whatever is moved pushes its neighbours aside; a move is kept when it lowers the cost, which
counts bends first, then the way sideways, then the width of the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from trustgraph.drawing.placement.grid import Grid, Sort
from trustgraph.drawing.placement.placing import Places, gap

_BEND = 60.0
_WIDTH = 0.8
_NOTICED = 0.25
_SWEEPS = 5
_EPSILON = 1e-7
_PATIENCE = 150

Moves = dict[int, float]


class Pull(NamedTuple):
    """A wish: the lower node should stand `shift` to the right of the upper one, give or take `play`."""

    upper: int
    lower: int
    shift: float
    play: float
    weight: int


def straighten(grid: Grid, places: Places, pulls: Sequence[Pull]) -> Places:
    """Return the places after all moves that lower the cost of the pulls."""
    return _Search(grid, places, pulls).run()


class _Search:
    """The places while they are being improved."""

    def __init__(self, grid: Grid, places: Places, pulls: Sequence[Pull]) -> None:
        self.order, self.x, self.pulls = places.order, list(places.x), pulls
        self.spot = {node: (rank, at) for rank, row in enumerate(self.order) for at, node in enumerate(row)}
        self.gaps = [[gap(grid.nodes[a], grid.nodes[b]) for a, b in pairwise(row)] for row in self.order]
        self.pulls_at: dict[int, list[int]] = defaultdict(list)
        for number, pull in enumerate(pulls):
            self.pulls_at[pull.upper].append(number)
            self.pulls_at[pull.lower].append(number)
        # the pieces of the wall always move together
        walls = [number for number, node in enumerate(grid.nodes) if node.sort is Sort.WALL]
        self.tied = dict.fromkeys(walls, walls)
        self.rows = [row for row in self.order if row]
        self._group()

    def run(self) -> Places:
        """Return the best places found."""
        heavy_first = sorted(range(len(self.pulls)), key=lambda number: -self.pulls[number].weight)
        for _ in range(_SWEEPS):
            # every pull has its turn, even after another's success
            if not sum(map(self._improve, heavy_first)):
                break
        return Places(self.order, self.x)

    def _slant(self, number: int, moves: Moves) -> float:
        pull = self.pulls[number]
        upper = self.x[pull.upper] + moves.get(pull.upper, 0.0)
        return upper + pull.shift - self.x[pull.lower] - moves.get(pull.lower, 0.0)

    def _improve(self, number: int) -> bool:
        pull, slant = self.pulls[number], self._slant(number, {})
        if abs(slant) < _NOTICED:
            return False
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
        for node, step in (chosen or {}).items():
            self.x[node] += step
        if chosen:
            self._group()
        return chosen is not None

    def _tries(self, node: int, other: int, step: float) -> list[Moves]:
        """Return the ways to move a node: alone or with what hangs straight on it, pushing others alone or so too."""
        tries = [self._pushed([node], step, carry=False)]
        group = self.groups[node]
        if len(group) > 1:
            tries.append(self._pushed([node], step, carry=True))
            if other not in group:
                tries += [self._pushed(group, step, carry=False), self._pushed(group, step, carry=True)]
        return [moves for moves in tries if moves and other not in moves]

    def _group(self) -> None:
        """Note which nodes hang together by straight lines."""
        self.groups: dict[int, list[int]] = {}
        for start in self.spot:
            if start in self.groups:
                continue
            group, rest = {start}, [start]
            while rest:
                for number in self.pulls_at[rest.pop()]:
                    if abs(self._slant(number, {})) < _NOTICED:
                        new = {self.pulls[number].upper, self.pulls[number].lower} - group
                        group |= new
                        rest += new
            ordered = sorted(group)
            self.groups.update(dict.fromkeys(ordered, ordered))

    def _pushed(self, group: Sequence[int], step: float, carry: bool) -> Moves:
        """Return the moves of a group and of all that it pushes before it."""
        sign = 1 if step > 0 else -1
        far = dict.fromkeys(group, abs(step))
        rest = list(group)
        # a push that runs through half the chart is never worth its while
        for _ in range(_PATIENCE):
            if not rest:
                return {node: sign * way for node, way in far.items()}
            node = rest.pop()
            for member in self.tied.get(node, ()):
                if far.get(member, 0.0) < far[node] - _EPSILON:
                    far[member] = far[node]
                    rest.append(member)
            pushed = self._next(node, sign)
            if pushed is None:
                continue
            other, room = pushed
            need = far[node] - room
            if need < _EPSILON or far.get(other, 0.0) >= need - _EPSILON:
                continue
            for member in self.groups[other] if carry else (other,):
                if far.get(member, 0.0) < need - _EPSILON:
                    far[member] = need
                    rest.append(member)
        return {}

    def _next(self, node: int, sign: int) -> tuple[int, float] | None:
        """Return the neighbour on one side and how far the node can move before it pushes it."""
        rank, at = self.spot[node]
        row = self.order[rank]
        if not 0 <= at + sign < len(row):
            return None
        other = row[at + sign]
        return other, (self.x[other] - self.x[node]) * sign - self.gaps[rank][at if sign > 0 else at - 1]

    def _change(self, moves: Moves) -> float:
        """Return what the moves add to the cost."""
        change = _WIDTH * (self._width(moves) - self._width({}))
        for number in {number for node in moves for number in self.pulls_at[node]}:
            before, after = self._slant(number, {}), self._slant(number, moves)
            if before != after:
                change += _price(self.pulls[number], after) - _price(self.pulls[number], before)
        return change

    def _width(self, moves: Moves) -> float:
        low = min(self.x[row[0]] + moves.get(row[0], 0.0) for row in self.rows)
        return max(self.x[row[-1]] + moves.get(row[-1], 0.0) for row in self.rows) - low


def _price(pull: Pull, slant: float) -> float:
    far = abs(slant)
    over = far - pull.play
    if over < _NOTICED:
        # straight, but better still in the middle
        return 0.08 * far
    # a jog of a few points looks like a mistake
    return _BEND + (_BEND / 2 if over < 6 else 0.0) + far * (0.2 + min(pull.weight, 20) / 40) + far * far * 0.0005

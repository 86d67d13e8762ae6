"""The score by which pictures of one chart compare."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from trustgraph.charts import Box
from trustgraph.drawing.geometry import PlacedLine, Point
from trustgraph.drawing.placement.scaling import Picture


class Score(NamedTuple):
    """What a picture costs: lines that cross, bends, and the way all lines go."""

    crossings: int
    bends: int
    length: float

    @property
    def cost(self) -> float:
        """One number, the lower the better: a bend costs as much as 450 points of line, a crossing as six bends."""
        return 6.0 * self.crossings + self.bends + self.length / 450

    def clean(self, lines: int) -> bool:
        """Whether no other order need be tried."""
        # two in five of many lines may bend, and of few hardly one
        return not self.crossings and self.bends <= min(lines * lines / 45, lines * 2 / 5)


def disorder(picture: Picture, boxes: Sequence[Box]) -> int:
    """Return how many pairs of these boxes stand side by side in another order than they come in."""
    number = {box.id: at for at, box in enumerate(boxes)}
    rows: dict[float, list[tuple[float, int]]] = defaultdict(list)
    for placed in picture.boxes:
        if placed.box.id in number and not placed.box.beside:
            rows[round(placed.y + placed.height / 2)].append((placed.x, number[placed.box.id]))
    return sum(one > other for row in rows.values() for (_, one), (_, other) in combinations(sorted(row), 2))


def score(picture: Picture) -> Score:
    """Return what a picture costs."""
    length = 0.0
    bends = 0
    pieces: list[tuple[int, Point, Point]] = []
    for number, line in enumerate(picture.lines):
        segments = {tuple(sorted(piece)) for path in line.paths for piece in pairwise(path)}
        length += sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in segments)
        pieces += [(number, a, b) for a, b in sorted(segments)]
        bends += corners(line)
    return Score(_crossings(pieces), bends, length)


def _crossings(pieces: list[tuple[int, Point, Point]]) -> int:
    """Return how often level pieces of one line cross upright pieces of another."""
    upright = sorted((a.x, min(a.y, b.y), max(a.y, b.y), line) for line, a, b in pieces if a.x == b.x)
    crossed = set()
    for line, start, end in pieces:
        if start.y != end.y:
            continue
        first, last = bisect_right(upright, (start.x, math.inf)), bisect_left(upright, (end.x,))
        for x, top, bottom, other in upright[first:last]:
            if line != other and top < start.y < bottom:
                crossed.add((min(line, other), max(line, other), x, start.y))
    return len(crossed)


def corners(line: PlacedLine) -> int:
    """Return the corners of lines drawn as one: a branch that leaves where another goes straight on is none."""
    arms: dict[Point, set[tuple[int, int]]] = defaultdict(set)
    for path in line.paths:
        for a, b in pairwise(path):
            way = ((b.x > a.x) - (b.x < a.x), (b.y > a.y) - (b.y < a.y))
            arms[a].add(way)
            arms[b].add((-way[0], -way[1]))
    for point, ways in arms.items():
        for path in line.paths:
            for a, b in pairwise(path):
                if a.x == b.x == point.x and min(a.y, b.y) < point.y < max(a.y, b.y):
                    ways |= {(0, 1), (0, -1)}
                if a.y == b.y == point.y and min(a.x, b.x) < point.x < max(a.x, b.x):
                    ways |= {(1, 0), (-1, 0)}
    return sum(len(ways) == 2 and not all((-a, -b) in ways for a, b in ways) for ways in arms.values())

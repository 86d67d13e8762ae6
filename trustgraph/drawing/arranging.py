"""One attempt at a chart: from the plan over dot's order to a picture, and the score by which attempts compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from trustgraph.charts import Chart
from trustgraph.drawing.geometry import PlacedLine, Point
from trustgraph.drawing.grid import Flat, Grid, Strand
from trustgraph.drawing.placing import dot_source, ordered, spread
from trustgraph.drawing.plan import Plan, plan
from trustgraph.drawing.combs import loosened
from trustgraph.drawing.ports import assign, firm_pulls, loose_pulls
from trustgraph.drawing.sizes import BoxSize, LabelSize, box_size, label_size
from trustgraph.drawing.straightening import straighten
from trustgraph.drawing.strands import flats, strands
from trustgraph.drawing.tracing import Picture, Woven, trace
from trustgraph.drawing.weaving import slot_height, weave

Positions = Callable[[str, int], Sequence[float]]

_EVEN = 26.0


class Trial(NamedTuple):
    """How one attempt is made: boxes a row, width of their text, sides of outside boxes, order first tried."""

    per_row: int
    text_width: float
    mirrored: bool = False
    reverse: bool = False


def arrange(chart: Chart, trial: Trial, positions: Positions) -> Picture:
    """Return the picture of one attempt; `positions` gives for a DOT text and a number of nodes their places."""
    planned = plan(chart, trial.per_row, trial.mirrored)
    row_of = [0] * len(chart.boxes)
    for row, members in enumerate(planned.rows):
        for box in members:
            row_of[box] = row
    labels = [label_size(line.label) for line in chart.lines]
    turned: set[int] = set()
    while True:
        pairs = flats(chart, row_of, planned.zones, turned)
        woven = _woven(chart, planned, labels, strands(chart, row_of, pairs), pairs, trial)
        places, apart = ordered(woven.grid, positions(dot_source(woven.grid, trial.reverse), len(woven.grid.nodes)))
        if not apart:
            break
        # neighbours that dot kept apart are joined by a turn above or below their row instead
        turned |= {line for pair in apart for line in pairs[pair].lines}
    places = spread(woven.grid, places)
    grid = woven.grid
    places = straighten(grid, places, loose_pulls(grid, places.x))
    places = straighten(grid, places, loose_pulls(grid, places.x))
    grid = loosened(grid, places.x)
    places = straighten(grid, places, firm_pulls(grid, assign(grid, places.x)))
    return trace(woven._replace(grid=grid), places.x, assign(grid, places.x))


def _woven(
    chart: Chart,
    planned: Plan,
    labels: Sequence[LabelSize],
    threads: tuple[Strand, ...],
    pairs: tuple[Flat, ...],
    trial: Trial,
) -> Woven:
    boxes = _box_sizes(chart, planned, labels, threads, pairs, trial.text_width)
    grid: Grid = weave(chart, planned, boxes, labels, threads, pairs)
    return Woven(chart, planned, boxes, labels, grid)


def _box_sizes(
    chart: Chart,
    planned: Plan,
    labels: Sequence[LabelSize],
    threads: tuple[Strand, ...],
    pairs: tuple[Flat, ...],
    text_width: float,
) -> tuple[BoxSize, ...]:
    index = {box.id: number for number, box in enumerate(chart.boxes)}
    ports: dict[int, int] = defaultdict(int)
    for strand in threads:
        if strand.flat is None:
            ends = {index[end] for n in strand.lines for end in (chart.lines[n].subject, chart.lines[n].target)}
            for box in ends:
                ports[box] += 1
    slots: dict[int, float] = defaultdict(float)
    for pair in pairs:
        for box in pair.ends:
            slots[box] = max(slots[box], sum(slot_height(labels[n]) for n in pair.lines))
    for number, line in enumerate(chart.lines):
        if line.subject == line.target:
            slots[index[line.subject]] += max(slot_height(labels[number]), 18)
    sizes = [box_size(box, text_width, ports[n], slots[n]) for n, box in enumerate(chart.boxes)]
    for members in planned.rows:
        tallest = max(sizes[box].height for box in members)
        for box in members:
            # boxes of nearly the same height look best at the same height
            if tallest - sizes[box].height <= _EVEN:
                sizes[box] = sizes[box]._replace(height=tallest)
    return tuple(sizes)


class Score(NamedTuple):
    """What a picture costs: lines that cross, bends, and the way all lines go."""

    crossings: int
    bends: int
    length: float

    @property
    def cost(self) -> float:
        """One number, the lower the better: a crossing costs as much as six bends or three hundred points of line."""
        return 6.0 * self.crossings + self.bends + self.length / 300

    def clean(self, lines: int) -> bool:
        """Whether no other order need be tried."""
        return not self.crossings and self.bends * 2 <= lines


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
    level = [piece for piece in pieces if piece[1].y == piece[2].y]
    upright = [piece for piece in pieces if piece[1].x == piece[2].x]
    crossed = {
        (min(one, other), max(one, other), v_start.x, h_start.y)
        for one, h_start, h_end in level
        for other, v_start, v_end in upright
        if one != other and h_start.x < v_start.x < h_end.x and v_start.y < h_start.y < v_end.y
    }
    return Score(len(crossed), bends, length)


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

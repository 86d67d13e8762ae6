"""One attempt at a chart: from the plan over dot's order to a picture, and the score by which attempts compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from trustgraph.charts import Chart
from trustgraph.drawing.combs import loosened
from trustgraph.drawing.grid import Flat, Grid, Strand
from trustgraph.drawing.placing import dot_source, ordered, spread
from trustgraph.drawing.plan import Plan, plan
from trustgraph.drawing.ports import assign, firm_pulls, loose_pulls
from trustgraph.drawing.scaling import Picture
from trustgraph.drawing.sizes import BoxSize, LabelSize, box_size, label_size, loop_height, slot_height
from trustgraph.drawing.straightening import straighten
from trustgraph.drawing.strands import flats, strands
from trustgraph.drawing.tracing import Woven, trace
from trustgraph.drawing.weaving import weave

Positions = Callable[[str, int], Sequence[float]]

_EVEN = 26.0


class Trial(NamedTuple):
    """How one attempt is made: boxes a row, width of their text, and whether they are listed to dot in reverse."""

    per_row: int
    text_width: float
    reverse: bool = False


def arrange(chart: Chart, trial: Trial, positions: Positions) -> Picture:
    """Return the picture of one attempt; `positions` gives for a DOT text and a number of nodes their places."""
    planned = plan(chart, trial.per_row)
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
            slots[index[line.subject]] += loop_height(labels[number])
    sizes = [box_size(box, text_width, ports[n], slots[n]) for n, box in enumerate(chart.boxes)]
    for members in planned.rows:
        tallest = max(sizes[box].height for box in members)
        for box in members:
            # boxes of nearly the same height look best at the same height
            if tallest - sizes[box].height <= _EVEN:
                sizes[box] = sizes[box]._replace(height=tallest)
    return tuple(sizes)

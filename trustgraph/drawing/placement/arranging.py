"""One attempt at a chart: from the plan over dot's order to a picture, and the score by which attempts compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from trustgraph.charts import Chart
from trustgraph.drawing.placement.broadening import broadened
from trustgraph.drawing.placement.combs import loosened, rejoined
from trustgraph.drawing.placement.flanks import flanked
from trustgraph.drawing.placement.grid import Flat, Grid, Strand
from trustgraph.drawing.placement.pairs import pairs as hung_pairs
from trustgraph.drawing.placement.placing import Places, dot_source, ordered, spread
from trustgraph.drawing.placement.plan import Plan, Turns, plan
from trustgraph.drawing.placement.ports import assign
from trustgraph.drawing.placement.scaling import Picture
from trustgraph.drawing.placement.sifting import crossings, sift
from trustgraph.drawing.placement.sizes import (
    BoxSize,
    LabelSize,
    box_size,
    label_size,
    loop_height,
    slot_height,
    widened,
)
from trustgraph.drawing.placement.straightening import straighten
from trustgraph.drawing.placement.strands import flats, strands
from trustgraph.drawing.placement.tracing import Woven, trace
from trustgraph.drawing.placement.weaving import weave
from trustgraph.drawing.placement.wishes import firm_pulls, loose_pulls, roomy_pulls

Positions = Callable[[str, int], Sequence[float]]

_EVEN = 26.0
_PORT = 14.0
_BETWEEN = 14.0
_WIDEST = 240.0
_ROUNDS = 3
_TANGLED = 700


class Trial(NamedTuple):
    """How one attempt is made: boxes a row, width of their text, and whether they are listed to dot in reverse.

    `gathered` is that of `sift`, `bend` what a bend costs in points of width; the others are those of `plan`.
    """

    per_row: int
    text_width: float
    reverse: bool = False
    together: bool = False
    hung: bool = False
    first: int = 1
    turns: Turns = Turns.ROW
    apart: bool = False
    gathered: bool = False
    bend: float = 60.0


class Draft(NamedTuple):
    """An attempt whose boxes stand in order, not yet where they will stand; `crossings` is about how many there are."""

    trial: Trial
    woven: Woven
    places: Places
    crossings: int


def draft(chart: Chart, trial: Trial, positions: Positions) -> Draft:
    """Return the draft of one attempt; `positions` gives for a DOT text and a number of nodes their places."""
    planned = plan(chart, trial.per_row, trial.together, trial.hung, trial.first, trial.turns, trial.apart)
    row_of = [0] * len(chart.boxes)
    for row, members in enumerate(planned.rows):
        for box in members:
            row_of[box] = row
    woven, places = _ordered(chart, planned, row_of, trial, positions)
    places = spread(woven.grid, places)
    if _tangled(woven.grid):
        return Draft(trial, woven, places, 0)
    places = spread(woven.grid, sift(woven.grid, places, chart.ordered, trial.gathered))
    return Draft(trial, woven, places, crossings(woven.grid, places))


def arrange(drafted: Draft) -> Picture:
    """Return the picture of a draft."""
    grid, places = drafted.woven.grid, drafted.places
    if not _tangled(grid):
        grid, places = _straightened(grid, places, drafted.trial.bend)
    # in tenths of a point sums are exact, so that what is straight stays so
    x = [round(place, 1) for place in places.x]
    offsets = defaultdict(float, {port: round(offset, 1) for port, offset in assign(grid, x).items()})
    return trace(drafted.woven._replace(grid=grid), x, flanked(grid, x, offsets))


def _tangled(grid: Grid) -> bool:
    """Return whether nothing would make a chart legible, so that it should not take minutes."""
    return len(grid.links) > _TANGLED


def _ordered(
    chart: Chart, planned: Plan, row_of: Sequence[int], trial: Trial, positions: Positions
) -> tuple[Woven, Places]:
    """Return the grid and the places dot gave its nodes."""
    labels = [label_size(line.label) for line in chart.lines]
    turned: set[int] = set()
    for attempt in range(_ROUNDS + 1):
        # neighbours that dot kept apart are joined by a turn above or below their row instead
        pairs = flats(chart, row_of, planned.zones, turned) if attempt < _ROUNDS else ()
        woven = _woven(chart, planned, labels, row_of, strands(chart, row_of, pairs), pairs, trial)
        found = positions(dot_source(woven.grid, trial.reverse), len(woven.grid.nodes))
        places, apart = ordered(woven.grid, found)
        if not apart:
            break
        turned |= {line for pair in apart for line in pairs[pair].lines}
    return woven, places


def _straightened(grid: Grid, places: Places, bend: float) -> tuple[Grid, Places]:
    """Return the grid with broader boxes and combs taken apart where that helps, and places of more straight lines."""
    places = straighten(grid, places, loose_pulls(grid, places.x), bend)
    grid, places = broadened(grid, places)
    grid = loosened(grid, places.x)
    places = straighten(grid, places, roomy_pulls(grid, places.x, assign(grid, places.x)), bend)
    grid = rejoined(grid, places.x, assign(grid, places.x))
    places = straighten(grid, places, firm_pulls(grid, assign(grid, places.x)), bend)
    return broadened(grid, places)


def _woven(
    chart: Chart,
    planned: Plan,
    labels: Sequence[LabelSize],
    row_of: Sequence[int],
    threads: tuple[Strand, ...],
    pairs: tuple[Flat, ...],
    trial: Trial,
) -> Woven:
    boxes = list(_box_sizes(chart, planned, labels, threads, pairs, trial.text_width))
    hung = hung_pairs(chart, row_of, planned.zones, threads) if trial.hung else ()
    for pair in hung:
        width = max(boxes[pair.left].width, boxes[pair.right].width)
        for box in (pair.left, pair.right):
            boxes[box] = widened(chart.boxes[box], boxes[box], width)
    grid: Grid = weave(chart, planned, boxes, labels, threads, pairs, hung)
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
    ports = _port_widths(chart, index, labels, threads)
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


def _port_widths(
    chart: Chart, index: dict[str, int], labels: Sequence[LabelSize], threads: tuple[Strand, ...]
) -> dict[int, float]:
    """Return how wide each box must be for its lines, and for labels side by side to one other box."""
    counts: dict[int, int] = defaultdict(int)
    parallel: dict[tuple[int, int], list[float]] = defaultdict(list)
    for strand in threads:
        pairs = [sorted((index[chart.lines[n].subject], index[chart.lines[n].target])) for n in strand.lines]
        if strand.flat is None and not strand.turned and (len(pairs) == 1 or not labels[strand.lines[0]].text):
            for low, high in pairs:
                parallel[low, high].append(labels[strand.lines[0]].width)
        for box in {box for pair in pairs for box in pair} if strand.flat is None else ():
            counts[box] += 1
    widths: dict[int, float] = defaultdict(float)
    widths.update({box: (count + 1) * _PORT for box, count in counts.items()})
    for pair, across in parallel.items():
        # the outer halves of the outermost labels may stand out beyond the box
        needed = sum(across) + _BETWEEN * len(across) - (across[0] + across[-1]) / 2
        for box in pair if len(across) > 1 else ():
            widths[box] = max(widths[box], min(needed + 2 * _PORT, _WIDEST))
    return widths

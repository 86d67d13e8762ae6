"""How high everything stands: the ranks, the channels between them, and the bands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from trustgraph.charts import Band, Chart
from trustgraph.drawing.geometry import PlacedBand
from trustgraph.drawing.placement.grid import Grid
from trustgraph.drawing.placement.placing import walls_of
from trustgraph.drawing.placement.plan import Plan
from trustgraph.drawing.text import measure

TRACK_STEP = 9.0

_TAB = 18.0
_TAB_SIZE = 8.5
_AT_BOX = 17.0
_AT_LABEL = 6.0
_PAD = 12.0
_GAP = 6.0
_SIDE = 14.0


class Stack(NamedTuple):
    """The top and height of each rank, and the height of the first track under each."""

    tops: list[float]
    heights: list[float]
    tracks: list[float]

    def middle(self, rank: int) -> float:
        """Return the height of the middle of a rank."""
        return self.tops[rank] + self.heights[rank] / 2

    def bottom(self, rank: int) -> float:
        """Return the height at which a rank ends."""
        return self.tops[rank] + self.heights[rank]

    def lowered(self, rank: int, way: float) -> Stack:
        """Return the stack with a rank and all below it moved down."""
        tops = [top + way * (at >= rank) for at, top in enumerate(self.tops)]
        return Stack(tops, self.heights, [track + way * (at >= rank) for at, track in enumerate(self.tracks)])


def stack(chart: Chart, plan: Plan, grid: Grid, levels: Sequence[int]) -> Stack:
    """Return the heights of all ranks, where `levels` is the number of tracks in the channel under each."""
    heights = [max((grid.nodes[node].height for node in rank), default=0.0) for rank in grid.ranks]
    margins = [_AT_BOX if rank in grid.row_ranks else _AT_LABEL for rank in range(len(grid.ranks))]
    tops: list[float] = [0.0]
    tracks: list[float] = []
    for rank, count in enumerate(levels):
        tracks.append(tops[-1] + heights[rank] + margins[rank])
        tops.append(tracks[-1] + max(count - 1, 0) * TRACK_STEP + margins[rank + 1])
    stacked = Stack(tops, heights, tracks)
    for band in chart.bands:
        stacked = _with_room_for_name(stacked, plan, grid, band)
    return stacked


def _with_room_for_name(stacked: Stack, plan: Plan, grid: Grid, band: Band) -> Stack:
    """Return the stack with a band as high as its turned name is long."""
    rows = _rows(plan, band)
    if not rows:
        return stacked
    lacking = _name_length(band) - (_bottom(grid, stacked, rows[-1]) - _top(grid, stacked, rows[0]))
    if lacking <= 0:
        return stacked
    # half of what a row is moved goes to its own band; above the first and below the last row there is room
    if rows[0] > 0:
        stacked = stacked.lowered(grid.row_ranks[rows[0]], lacking)
    return stacked.lowered(grid.row_ranks[rows[-1]] + 1, lacking)


def _name_length(band: Band) -> float:
    return max(measure(name, _TAB_SIZE, bold=True) for name in (band.name, band.name.upper())) + 12


def _rows(plan: Plan, band: Band) -> list[int]:
    return [row for row, chart_row in enumerate(plan.chart_rows) if band.first <= chart_row <= band.last]


def bands(chart: Chart, plan: Plan, grid: Grid, x: Sequence[float], stacked: Stack) -> tuple[PlacedBand, ...]:
    """Return the bands from the top, as wide as all that stands within them.

    Where something stands left of them, their names are bands of their own, left of all.
    """
    left = min(x[number] - node.left for number, node in enumerate(grid.nodes)) - _SIDE - _TAB
    walls = {side: x[pieces[0]] for side, pieces in walls_of(grid).items()}
    right = walls.get(1, max(x[number] + node.right for number, node in enumerate(grid.nodes)) + _SIDE)
    placed = []
    for band in chart.bands:
        if rows := _rows(plan, band):
            top, bottom = _top(grid, stacked, rows[0]), _bottom(grid, stacked, rows[-1])
            slack = max(0.0, _name_length(band) - (bottom - top))
            # only outwards is there room for what a name still lacks
            top -= slack * (1.0 if rows[-1] < len(grid.row_ranks) - 1 else 0.5 if rows[0] == 0 else 0.0)
            height = max(bottom - top, _name_length(band))
            if -1 in walls:
                placed.append(PlacedBand("", walls[-1], top, right - walls[-1], height, 0.0, _TAB_SIZE))
            width = _TAB if -1 in walls else right - left
            placed.append(PlacedBand(band.name, left, top, width, height, _TAB, _TAB_SIZE))
    return tuple(placed)


def _top(grid: Grid, stacked: Stack, row: int) -> float:
    rank = grid.row_ranks[row]
    return stacked.tops[rank] - _PAD if row == 0 else _border(stacked, rank) + _GAP / 2


def _bottom(grid: Grid, stacked: Stack, row: int) -> float:
    if row == len(grid.row_ranks) - 1:
        return stacked.bottom(grid.row_ranks[row]) + _PAD
    return _border(stacked, grid.row_ranks[row + 1]) - _GAP / 2


def _border(stacked: Stack, rank: int) -> float:
    """Return the height above a row at which its band begins, midway to the row or the labels above."""
    return (stacked.tops[rank] + stacked.bottom(rank - 1)) / 2

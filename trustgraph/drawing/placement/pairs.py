"""Boxes hung in pairs, as organisation charts hang them: one on either side of the trunk they share.

The two are one node of the grid, through whose middle the trunk runs on to the pairs below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from trustgraph.charts import Chart
from trustgraph.drawing.placement.grid import Pair, Strand


def pairs(chart: Chart, row_of: Sequence[int], zones: Sequence[int], threads: Sequence[Strand]) -> tuple[Pair, ...]:
    """Return the boxes to be hung in pairs: the only two of a comb in a row, with nothing beside or below them."""
    index = {box.id: number for number, box in enumerate(chart.boxes)}
    ends = [(index[line.subject], index[line.target]) for line in chart.lines]
    hanging = _hanging(ends, row_of, zones)
    hubs = {strand.hub for strand in threads if len(strand.lines) > 1}
    apart = _drawn_as_one(ends, [strand for strand in threads if not chart.lines[strand.lines[0]].label])
    return tuple(
        Pair(number, *members)
        for number, strand in enumerate(threads)
        if len(strand.lines) > 1
        for members in _by_row(strand, ends, row_of)
        if hanging.issuperset(members) and not hubs.intersection(members) and apart[frozenset(members)] == 1
    )


def _hanging(ends: Sequence[tuple[int, int]], row_of: Sequence[int], zones: Sequence[int]) -> set[int]:
    """Return the boxes within the bands all of whose lines lead up."""
    held = {box for pair in ends for box, other in (pair, pair[::-1]) if row_of[box] <= row_of[other]}
    return {box for box, zone in enumerate(zones) if not zone} - held


def _drawn_as_one(ends: Sequence[tuple[int, int]], threads: Sequence[Strand]) -> dict[frozenset[int], int]:
    """Return of any two boxes how many strands have lines from both."""
    counts: dict[frozenset[int], int] = defaultdict(int)
    for strand in threads:
        boxes = {box for line in strand.lines for box in ends[line]} - {strand.hub}
        for two in combinations(sorted(boxes), 2):
            counts[frozenset(two)] += 1
    return counts


def _by_row(strand: Strand, ends: Sequence[tuple[int, int]], row_of: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the boxes of a comb that are the only two in their row."""
    rows: dict[int, set[int]] = defaultdict(set)
    for line in strand.lines:
        for box in {*ends[line]} - {strand.hub}:
            rows[row_of[box]].add(box)
    for members in rows.values():
        if len(members) == 2:
            left, right = sorted(members)
            yield left, right

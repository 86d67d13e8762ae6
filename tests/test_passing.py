"""Lines that pass between two neighbours."""

from __future__ import annotations

import pytest

from trustgraph.drawing.placement.grid import Flat, Grid, Node, Sort
from trustgraph.drawing.placement.passing import gained, neighbours, passing

# two boxes with two level lines between them, their label, and a line that passes upright
_NODES = tuple(Node(sort, 0, 5, 5, 5, 0) for sort in (Sort.BOX, Sort.FLAT, Sort.BOX, Sort.THIN))
_GRID = Grid(_NODES, ((0, 1, 2, 3),), (), (), (Flat((0, 1), (0, 1)),), {}, (0,), (0, 2), {}, {})
_THIN = 3


@pytest.mark.parametrize(("row", "crossed"), [((0, 3, 1, 2), 2), ((3, 0, 1, 2), 0), ((0, 1, 2, 3), 0)])
def test_line_between_neighbours_crosses_each_of_their_lines(row: tuple[int, ...], crossed: int) -> None:
    """A line crosses the level lines of two neighbours where it passes between them, and nowhere else."""
    assert passing(_GRID, [row], {node: at for at, node in enumerate(row)}) == crossed


@pytest.mark.parametrize(("row", "passed", "way"), [((3, 0, 1, 2), 0, 1), ((0, 1, 3, 2), 2, 1), ((0, 3, 1, 2), 0, -1)])
def test_gain_is_the_difference_that_passing_a_neighbour_makes(row: tuple[int, ...], passed: int, way: int) -> None:
    """Passing one of two neighbours adds as many crossings as are counted after it but not before."""
    before = list(row)
    after = list(row)
    here, there = after.index(_THIN), after.index(passed)
    after[here], after[there] = after[there], after[here]
    counts = [passing(_GRID, [order], {node: at for at, node in enumerate(order)}) for order in (before, after)]
    at = {node: place for place, node in enumerate(before)}
    assert gained(neighbours(_GRID)[passed], at, passed, way) == counts[1] - counts[0]

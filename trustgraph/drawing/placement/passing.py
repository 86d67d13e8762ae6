"""Lines that pass between two neighbours, and so cross the level lines that join them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from trustgraph.drawing.placement.grid import Grid, Sort

# for a box, those it is joined to by level lines, and how many
Neighbours = Mapping[int, Sequence[tuple[int, int]]]


def neighbours(grid: Grid) -> Neighbours:
    """Return for each node with level lines its neighbours, each with the number of lines."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for flat in grid.flats:
        left, right = (grid.box_nodes[box] for box in flat.ends)
        found[left].append((right, len(flat.lines)))
        found[right].append((left, len(flat.lines)))
    return found


def gained(beside: Iterable[tuple[int, int]], at: Mapping[int, int], node: int, way: int) -> int:
    """Return how many more level lines a line crosses when it passes a node, leftwards (-1) or rightwards (1).

    `beside` are the node's neighbours and `at` is the number of each node in its rank.
    """
    return sum(lines if (at[other] - at[node]) * way > 0 else -lines for other, lines in beside)


def passing(grid: Grid, order: Sequence[Sequence[int]], at: Mapping[int, int]) -> int:
    """Return how often lines cross the level lines between neighbours."""
    count = 0
    for flat in grid.flats:
        low, high = sorted((grid.box_nodes[box] for box in flat.ends), key=at.__getitem__)
        row = order[grid.nodes[low].rank][at[low] : at[high]]
        count += len(flat.lines) * sum(grid.nodes[node].sort is Sort.THIN for node in row)
    return count

"""The order and first place of the nodes in each rank: what is asked of dot and what is made of its answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from trustgraph.drawing.placement.grid import Grid, Node, Sort

_INCH = 72.0
_HEAVY = 700
_GAPS = {Sort.BOX: 15.0, Sort.THIN: 5.0, Sort.LABEL: 6.0, Sort.FLAT: 11.0, Sort.TURN: 8.0, Sort.WALL: 13.0}


class Places(NamedTuple):
    """The nodes of each rank from left to right, and the centre of every node."""

    order: tuple[tuple[int, ...], ...]
    x: list[float]


def gap(left: Node, right: Node) -> float:
    """Return the least distance between the centres of two nodes side by side."""
    if {left.sort, right.sort} == {Sort.BOX, Sort.FLAT}:
        # an arrow needs room between a box and the label
        return left.right + right.left + 26
    return left.right + right.left + _GAPS[left.sort] + _GAPS[right.sort]


def dot_source(grid: Grid, reverse: bool = False) -> str:
    """Return the grid in DOT, without a word of the user's; `reverse` lists the nodes the other way round."""
    # without limits dot can take minutes over a graph in which everything hangs together
    limits = "mclimit=0.05 nslimit=0.2 nslimit1=0.2" if len(grid.links) > _HEAVY else ""
    # the lines are routed here, so that dot need not
    lines = [f"graph [newrank=true ranksep=0.3 nodesep=0.06 splines=none {limits}]"]
    lines += ['node [shape=box fixedsize=true label="" height=0.2]', "edge [dir=none]"]
    for rank, members in enumerate(grid.ranks):
        row = [f"r{rank} [width=0.01]"]
        for number in reversed(members) if reverse else members:
            node = grid.nodes[number]
            width = node.left + node.right + 2 * _GAPS[node.sort]
            row.append(f"n{number} [width={width / _INCH:.4f}]")
        lines.append(f"{{ rank=same {' '.join(row)} }}")
    lines += [f"r{rank} -> r{rank + 1} [weight=0 style=invis]" for rank in range(len(grid.ranks) - 1)]
    lines += [f"n{link.upper} -> n{link.lower} [weight={link.weight}]" for link in grid.links]
    lines += [f"n{left} -> n{right} [weight=4]" for left, right in _side_by_side(grid)]
    return "\n".join(["digraph {", *lines, "}"])


def _side_by_side(grid: Grid) -> list[tuple[int, int]]:
    """Return what must stand left of what in one rank: neighbours, and outside boxes outside the walls."""
    pairs: list[tuple[int, int]] = []
    for number, node in enumerate(grid.nodes):
        if node.sort is Sort.FLAT:
            left, right = (grid.box_nodes[box] for box in grid.flats[node.item].ends)
            pairs += [(left, number), (number, right), *_about_border(grid, left, right)]
    for members in grid.ranks:
        for wall in members:
            if grid.nodes[wall].sort is Sort.WALL:
                pairs += [pair for node in members for pair in _about_wall(grid, wall, node)]
    return pairs


def _about_border(grid: Grid, left: int, right: int) -> list[tuple[int, int]]:
    """Return what must stand left of what for two neighbours to be the nearest to the border between them."""
    zones = [grid.nodes[node].zone for node in (left, right)]
    row = grid.ranks[grid.nodes[left].rank] if zones[0] != zones[1] else ()
    others = [node for node in row if grid.nodes[node].sort is Sort.BOX and node not in (left, right)]
    before = [(node, left) for node in others if grid.nodes[node].zone == zones[0]]
    return before + [(right, node) for node in others if grid.nodes[node].zone == zones[1]]


def _about_wall(grid: Grid, wall: int, node: int) -> list[tuple[int, int]]:
    zone, border = grid.nodes[node].zone, grid.nodes[wall].zone
    if zone is None or border is None or zone == border:
        return []
    return [(node, wall)] if zone < border else [(wall, node)]


def ordered(grid: Grid, positions: Sequence[float]) -> tuple[Places, tuple[int, ...]]:
    """Return the nodes in order of dot's positions, and the pairs of neighbours that dot kept apart."""
    order = []
    apart: list[int] = []
    for members in grid.ranks:
        row = sorted(members, key=lambda node: (positions[node], node))
        row = _zoned(grid, row)
        for node in [node for node in row if grid.nodes[node].sort is Sort.FLAT]:
            row, joined = _joined(grid, row, node)
            if not joined:
                apart.append(grid.nodes[node].item)
        order.append(tuple(row))
    return Places(tuple(order), list(positions)), tuple(apart)


def _zoned(grid: Grid, row: list[int]) -> list[int]:
    """Return a rank with all outside boxes beyond their walls and all inside nodes between them."""
    walls = {grid.nodes[node].zone: at for at, node in enumerate(row) if grid.nodes[node].sort is Sort.WALL}
    left, right = walls.get(-0.5, -1), walls.get(0.5, len(row))

    def zone(at: int) -> float:
        own = grid.nodes[row[at]].zone
        return (at > right) - (at < left) if own is None else own

    return [row[at] for at in sorted(range(len(row)), key=zone)]


def _joined(grid: Grid, row: list[int], flat: int) -> tuple[list[int], bool]:
    """Return a rank with a pair's label between the two, and whether nothing but thin lines stands between them."""
    ends = [grid.box_nodes[box] for box in grid.flats[grid.nodes[flat].item].ends]
    rest = [node for node in row if node != flat]
    low, high = sorted(rest.index(end) for end in ends)
    between = rest[low + 1 : high]
    if not all(grid.nodes[node].sort in (Sort.THIN, Sort.WALL) for node in between):
        return rest, False
    # within the bands, where there is more room
    walls = [at for at in range(low + 1, high) if grid.nodes[rest[at]].sort is Sort.WALL]
    spot = walls[0] if walls else high
    return [*rest[:spot], flat, *rest[spot:]], True


def spread(grid: Grid, places: Places) -> Places:
    """Return the places with every two side by side far enough apart, moved as little as this sweep knows how."""
    x = list(places.x)
    for row in places.order:
        if row:
            _spread_row([grid.nodes[node] for node in row], row, x)
    for side, walls in walls_of(grid).items():
        border = max(side * x[wall] for wall in walls)
        for wall in walls:
            x[wall] = side * border
            row = places.order[grid.nodes[wall].rank][::side]
            for inner, outer in pairwise(row[row.index(wall) :]):
                apart = gap(*(grid.nodes[node] for node in (inner, outer)[::side]))
                x[outer] = side * max(side * x[outer], side * x[inner] + apart)
    return Places(places.order, x)


def walls_of(grid: Grid) -> dict[int, list[int]]:
    """Return the pieces of the left (-1) and of the right (1) border."""
    walls: dict[int, list[int]] = {}
    for number, node in enumerate(grid.nodes):
        if node.sort is Sort.WALL:
            walls.setdefault(-1 if node.zone == -0.5 else 1, []).append(number)
    return walls


def _spread_row(nodes: Sequence[Node], row: Sequence[int], x: list[float]) -> None:
    """Give a rank the places nearest to those asked for: neighbours that clash share their mean."""
    offsets = [0.0]
    for left, right in pairwise(nodes):
        offsets.append(offsets[-1] + gap(left, right))
    blocks: list[tuple[float, int]] = []
    for number, offset in zip(row, offsets, strict=True):
        blocks.append((x[number] - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, m), (b, n) = blocks[-2:]
            blocks[-2:] = [((a * m + b * n) / (m + n), m + n)]
    start = 0
    for value, count in blocks:
        for position in range(start, start + count):
            x[row[position]] = value + offsets[position]
        start += count

"""A chart as a grid: ranks of boxes and labels, and links that each lead from one rank to the next.

A line over several ranks has a thin node in each rank between, and where it has a label a node as large as the
label; so no line can meet a box or a foreign label.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Sort(Enum):
    """What stands in a rank."""

    BOX = "box"
    THIN = "thin"
    LABEL = "label"
    FLAT = "flat"
    TURN = "turn"
    WALL = "wall"


class Node(NamedTuple):
    """Something in a rank: how far it reaches to the left and right of its centre, and how high it is.

    `item` is the number of the box, line or neighbouring pair it stands for. `zone` is 0 within the bands, -1
    left and 1 right of them, None for what may stand anywhere; walls, at -0.5 and 0.5, are the pieces of the borders.
    """

    sort: Sort
    rank: int
    left: float
    right: float
    height: float
    item: int
    zone: float | None = None


class Link(NamedTuple):
    """A piece of a strand from a node to one in the next rank; links of one strand and part are one net."""

    upper: int
    lower: int
    strand: int
    part: int = 0
    weight: int = 2


class Strand(NamedTuple):
    """Chart lines drawn as one: they meet at the box `hub`; `flat` is the number of their neighbouring pair."""

    lines: tuple[int, ...]
    hub: int
    flat: int | None = None
    turned: bool = False


class Flat(NamedTuple):
    """Lines between two boxes side by side, each with its label, one above the other."""

    ends: tuple[int, int]
    lines: tuple[int, ...]


class Pair(NamedTuple):
    """Two boxes on either side of the trunk of a strand, equally wide; in the grid they are one node."""

    strand: int
    left: int
    right: int


class Grid(NamedTuple):
    """Ranks of nodes from the top, and what joins them.

    `routes` gives for each chart line its nodes from the upper end to the lower; a line that turns has those
    from its first end over the turn to its second. `row_ranks` is the rank of each row of boxes. `pairs` are
    those of the nodes that stand for two boxes, and `seats` says at which of them, -1 left and 1 right, a part of a
    strand ends.
    """

    nodes: tuple[Node, ...]
    ranks: tuple[tuple[int, ...], ...]
    links: tuple[Link, ...]
    strands: tuple[Strand, ...]
    flats: tuple[Flat, ...]
    routes: dict[int, tuple[int, ...]]
    row_ranks: tuple[int, ...]
    box_nodes: tuple[int, ...]
    pairs: dict[int, Pair]
    seats: dict[tuple[int, int, int], int]

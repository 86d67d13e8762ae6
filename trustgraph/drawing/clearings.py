"""Where lines meet others and what lies in front of them, and what is cleared there so that a crossing can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from trustgraph.drawing.geometry import PlacedBand, PlacedLine, Point
from trustgraph.drawing.strokes import between, casings

Leg = tuple[Point, Point]

# how far a line is cleared on either side of a crossing
_REACH = 2.0


def clearings(
    legs: Sequence[Leg], crossed: Sequence[Leg], bands: Sequence[PlacedBand]
) -> Iterator[tuple[str, list[tuple[Point, ...]]]]:
    """Yield the short pieces of a line's legs where they cross others, by the colour behind them."""
    pieces: dict[str, list[tuple[Point, ...]]] = {}
    for start, end in legs:
        for other in crossed:
            if at := _crossing(start, end, *other):
                for colour, part in casings((between(at, start, _REACH), between(at, end, _REACH)), bands):
                    pieces.setdefault(colour, []).append(part)
    yield from pieces.items()


def meets(line: PlacedLine, left: float, top: float, width: float, height: float) -> bool:
    """Return whether a line touches a rectangle."""
    return any(
        min(a.x, b.x) <= left + width
        and max(a.x, b.x) >= left
        and min(a.y, b.y) <= top + height
        and max(a.y, b.y) >= top
        for path in line.paths
        for a, b in pairwise(path)
    )


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Return where the inside of one straight line meets that of another, None where it does not."""
    turn = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
    if abs(turn) < 1e-9:
        return None
    along = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / turn
    across = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / turn
    inside = 0 < along < 1 and 0 < across < 1
    return Point(a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along) if inside else None

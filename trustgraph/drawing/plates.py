"""The rectangles of a page that every painter draws alike: boxes, rings around them, signs; lengths in points."""

from __future__ import annotations

from typing import NamedTuple

from trustgraph.charts import BULLET
from trustgraph.drawing.geometry import PlacedBox, PlacedSample
from trustgraph.drawing.looks import RING
from trustgraph.drawing.text import measure

CORNER = 4.0
_ROUND_END = 14.0
_SIGN = 10.0


class Area(NamedTuple):
    """A rectangle on the page."""

    x: float
    y: float
    width: float
    height: float


def box_area(placed: PlacedBox) -> Area:
    """Return where a box is."""
    return Area(placed.x, placed.y, placed.width, placed.height)


def box_corner(placed: PlacedBox) -> float:
    """Return how far the corners of a box are rounded: those of a post to its ends, where it is not high."""
    return min(placed.height / 2, _ROUND_END) if placed.box.post else CORNER


def ring_area(placed: PlacedBox) -> Area:
    """Return where the ring around a marked box is."""
    return Area(placed.x - RING, placed.y - RING, placed.width + 2 * RING, placed.height + 2 * RING)


def sign_area(sample: PlacedSample) -> Area:
    """Return where the sign of a mark is in the legend: in the middle of its stroke."""
    return Area((sample.start.x + sample.end.x - _SIGN) / 2, sample.start.y - _SIGN / 2, _SIGN, _SIGN)


def is_list(placed: PlacedBox) -> bool:
    """Return whether the smaller lines of a box list who sits on the body, and begin one below the other."""
    return placed.box.seated and any(line.startswith(BULLET) for line in placed.details)


def entries(placed: PlacedBox) -> tuple[tuple[str, ...], ...]:
    """Return the smaller lines of a list, those of one entry together; what stands before the first comes first."""
    starts = [order for order, line in enumerate(placed.details) if not order or line.startswith(BULLET)]
    ends = [*starts[1:], len(placed.details)]
    return tuple(placed.details[start:end] for start, end in zip(starts, ends, strict=True))


def hang(entry: tuple[str, ...], size: float) -> float:
    """Return how far all but the first line of an entry are set in, to stand under its text and not its bullet."""
    return measure(BULLET, size) if entry[0].startswith(BULLET) else 0.0

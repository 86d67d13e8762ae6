"""Where on their boxes straight lines are glued, so that they follow a box that is moved."""

from __future__ import annotations

from collections.abc import Sequence

from trustgraph.drawing.geometry import Layout, PlacedBox, Point
from trustgraph.drawing.strokes import branches

# the sites that any box has, as shares of its width and height: above, left, below, right
_SITES = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
# how near a site has to be, as a share of the box's size
_NEAR = 0.005

Site = tuple[float, float]


def extra_sites(page: Layout) -> dict[str, list[Site]]:
    """Return for each box where straight lines end other than in the middle of a side, as shares of its size."""
    boxes = {placed.box.id: placed for placed in page.boxes}
    sites: dict[str, list[Site]] = {name: [] for name in boxes}
    for line in page.lines:
        for part in branches(line):
            one = line.lines[part.line]
            ends = ((one.subject, part.path[0], part.first), (one.target, part.path[-1], part.last))
            for body, end, there in ends if part.shaft and len(part.path) == 2 else ():
                if there and site_at(end, boxes[body], sites[body]) is None:
                    sites[body].append(_share(end, boxes[body]))
    return sites


def site_at(point: Point, placed: PlacedBox, extra: Sequence[Site]) -> int | None:
    """Return the number of a box's site at a point, counted from 0, its extra ones last; None where there is none."""
    across, down = _share(point, placed)
    near = (max(abs(across - x), abs(down - y)) < _NEAR for x, y in (*_SITES, *extra))
    return next((number for number, here in enumerate(near) if here), None)


def _share(point: Point, placed: PlacedBox) -> Site:
    return (point.x - placed.x) / placed.width, (point.y - placed.y) / placed.height

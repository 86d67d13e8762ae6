"""The lines of a slide: how each part of one is drawn, and where it is glued, so that it follows a moved box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from trustgraph.charts import Line
from trustgraph.drawing.drawingml import Outline, overhang
from trustgraph.drawing.geometry import Layout, PlacedBox, PlacedLine, Point
from trustgraph.drawing.looks import LineLook, line_look
from trustgraph.drawing.strokes import branches, cut

# the sites that any box has, as shares of its width and height: above, left, below, right
_SITES = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
# how near a site has to be, as a share of the box's size
_NEAR = 0.005

Site = tuple[float, float]


class Connector(NamedTuple):
    """A part of a line that is drawn for itself; `start` and `end` are the bodies its ends are at, where they are."""

    line: Line
    path: tuple[Point, ...]
    edge: Outline
    start: str | None
    end: str | None


def connectors(placed: PlacedLine) -> list[Connector]:
    """Return the parts of lines drawn as one, so much shorter that their heads end where they are to."""
    parts = branches(placed)
    # a head without a shaft stands at the start of the line that is drawn there the other way
    backward = {part.path[::-1] for part in parts if not part.shaft}
    found = []
    for part in parts:
        line = placed.lines[part.line]
        look = line_look(line.family, line.force, line.basis)
        edge = outlined(look, start=part.path in backward or (part.first and line.mutual), end=part.last)
        if part.shaft:
            ends = (line.subject if part.first else None, line.target if part.last else None)
            found.append(Connector(line, within(part.path, edge), edge, *ends))
    return found


def outlined(look: LineLook, *, start: bool, end: bool) -> Outline:
    """Return how a line is drawn, with heads where asked."""
    return Outline(look.colour, look.width, look.dash, look.head if start else None, look.head if end else None)


def within(path: tuple[Point, ...], edge: Outline) -> tuple[Point, ...]:
    """Return a path so much shorter that its heads end where it ended."""
    path = cut(path, overhang(edge.end, edge.width)) if edge.end else path
    return cut(path[::-1], overhang(edge.start, edge.width))[::-1] if edge.start else path


def extra_sites(page: Layout) -> dict[str, list[Site]]:
    """Return for each box where straight lines end other than in the middle of a side, as shares of its size.

    A site stands off its box where the head of the line does.
    """
    boxes = {placed.box.id: placed for placed in page.boxes}
    sites: dict[str, list[Site]] = {name: [] for name in boxes}
    straight = (each for line in page.lines for each in connectors(line) if len(each.path) == 2)
    for each in straight:
        for body, end in ((each.start, each.path[0]), (each.end, each.path[-1])):
            if body is not None and site_at(end, boxes[body], sites[body]) is None:
                sites[body].append(_share(end, boxes[body]))
    return sites


def site_at(point: Point, placed: PlacedBox, extra: Sequence[Site]) -> int | None:
    """Return the number of a box's site at a point, counted from 0, its extra ones last; None where there is none."""
    across, down = _share(point, placed)
    near = (max(abs(across - x), abs(down - y)) < _NEAR for x, y in (*_SITES, *extra))
    return next((number for number, here in enumerate(near) if here), None)


def _share(point: Point, placed: PlacedBox) -> Site:
    return (point.x - placed.x) / placed.width, (point.y - placed.y) / placed.height

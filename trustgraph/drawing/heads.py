"""Arrowheads as shapes, each with its tip on the end of its line; lengths in points."""

from __future__ import annotations

from collections.abc import Sequence
from math import dist
from typing import NamedTuple

from trustgraph.drawing.geometry import Point
from trustgraph.drawing.looks import Head
from trustgraph.drawing.strokes import between


class HeadShape(NamedTuple):
    """The strokes of an arrowhead and how far they cover their line.

    `closed` shapes are filled with the line's colour, or with the paper's where `hollow`.
    """

    strokes: tuple[tuple[Point, ...], ...]
    closed: bool
    hollow: bool
    inset: float


class _Form(NamedTuple):
    """An arrowhead that points along x with its tip at 0: strokes of (back, aside), and how far it covers its line."""

    strokes: tuple[tuple[tuple[float, float], ...], ...]
    closed: bool
    inset: float


_FORMS = {
    Head.TRIANGLE: _Form((((0, 0), (8, 3.3), (8, -3.3)),), True, 7.5),
    Head.HOLLOW: _Form((((0.8, 0), (8, 3.2), (8, -3.2)),), True, 8),
    Head.DIAMOND: _Form((((0, 0), (5, 3.2), (10, 0), (5, -3.2)),), True, 9.5),
    Head.CHEVRON: _Form((((6, 3.2), (0.8, 0), (6, -3.2)),), False, 0.8),
    Head.BAR: _Form((((5, 3.6), (5, -3.6)), ((0, 0), (5, 0))), False, 0),
    Head.BARBS: _Form((((6.2, 3.5), (0.8, 0), (6.2, -3.5)), ((10.4, 3.5), (5, 0), (10.4, -3.5))), False, 0.8),
}


def head_shape(head: Head, path: Sequence[Point]) -> HeadShape | None:
    """Return the arrowhead at the end of a path, smaller where its last leg is short; None where it has no length."""
    if dist(path[-1], path[-2]) == 0:
        return None
    form = _FORMS[head]
    longest = max(back for stroke in form.strokes for back, _ in stroke)
    scale = min(1.0, dist(path[-1], path[-2]) / (longest + 1))
    along = between(Point(0, 0), Point(path[-2].x - path[-1].x, path[-2].y - path[-1].y), scale)
    strokes = tuple(tuple(_turned(path[-1], along, *point) for point in stroke) for stroke in form.strokes)
    return HeadShape(strokes, form.closed, head is Head.HOLLOW, form.inset * scale)


def _turned(tip: Point, along: Point, back: float, aside: float) -> Point:
    """Return a point of an arrowhead on the page; `along` leads from the tip back along the line."""
    return Point(tip.x + along.x * back - along.y * aside, tip.y + along.y * back + along.x * aside)

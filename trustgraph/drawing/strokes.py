"""Bent lines as paths: rounded at their bends, cut where something else begins; lengths in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from math import dist
from typing import NamedTuple

from trustgraph.colours import BAND, PAPER
from trustgraph.drawing.geometry import PlacedBand, PlacedLine, Point

BEND_RADIUS = 6.0
# a dash drawn in further is not told from an unbroken line
_TIGHTEST = 0.5


class Branch(NamedTuple):
    """The part of a path that is drawn for itself.

    `line` counts the paths of the placed line; `first` and `last` say whether the path's own ends are on it, and
    `shaft` whether it is drawn at all or only its head, because another path runs there the other way.
    """

    path: tuple[Point, ...]
    line: int
    first: bool = True
    last: bool = True
    shaft: bool = True


def number(value: float) -> str:
    """Return a length in at most two decimals, as SVG likes it: "3", "3.5", never "-0"."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def spot(point: Point) -> str:
    """Return a point as SVG writes it."""
    return f"{number(point.x)} {number(point.y)}"


def between(start: Point, end: Point, length: float) -> Point:
    """Return the point this far from start towards end; start itself where the two are one."""
    whole = dist(start, end)
    share = length / whole if whole else 0.0
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def path_length(path: Sequence[Point]) -> float:
    """Return the length of a path."""
    return sum(dist(one, other) for one, other in pairwise(path))


def cut(path: Sequence[Point], length: float) -> tuple[Point, ...]:
    """Return the path without this length at its end; at least its first point is left, twice."""
    points = list(path)
    while len(points) > 2 and dist(points[-1], points[-2]) <= length:
        length -= dist(points[-1], points[-2])
        points.pop()
    points[-1] = between(points[-1], points[-2], min(length, dist(points[-1], points[-2])))
    return tuple(points)


def fitted(dash: Sequence[float], length: float) -> tuple[float, ...]:
    """Return a dash drawn out or in a little, so that a path of this length begins and ends with its first stroke."""
    if not dash or length <= 0:
        return tuple(dash)
    times = round((length - dash[0]) / sum(dash))
    scale = length / (max(times, 1) * sum(dash) + dash[0])
    return tuple(part * max(scale, _TIGHTEST) for part in dash)


def rounded(path: Sequence[Point], radius: float = BEND_RADIUS) -> str:
    """Return the path data of a line whose bends are rounded, less where its legs are short."""
    data = [f"M{spot(path[0])}"]
    for start, bend, end in corners(path, radius):
        data.append(f"L{spot(start)}Q{spot(bend)} {spot(end)}")
    data.append(f"L{spot(path[-1])}")
    return "".join(data)


def corners(path: Sequence[Point], radius: float = BEND_RADIUS) -> Iterator[tuple[Point, Point, Point]]:
    """Yield where each rounded bend of a line begins, the bend itself, and where it ends."""
    for before, bend, after in zip(path, path[1:], path[2:], strict=False):
        reach = min(radius, dist(before, bend) / 2, dist(bend, after) / 2)
        yield between(bend, before, reach), bend, between(bend, after, reach)


def straightened(path: Sequence[Point]) -> tuple[Point, ...]:
    """Return the path without points that repeat or lie on the way from one bend to the next."""
    points: list[Point] = []
    for point in path:
        if points and dist(points[-1], point) < 0.01:
            continue
        while len(points) > 1 and _on_the_way(points[-2], points[-1], point):
            points.pop()
        points.append(point)
    return tuple(points) if len(points) > 1 else (path[0], path[-1])


def branches(line: PlacedLine) -> tuple[Branch, ...]:
    """Return what to draw for each path of a line, so that the part paths share is drawn once.

    Paths may run together from their start, or to their end as in a comb; a path that is drawn already is left
    out. A branch overlaps its trunk by the radius of a bend, so that it turns into it.
    """
    drawn: list[tuple[Point, ...]] = []
    parts: list[Branch] = []
    for order, path in enumerate(map(straightened, line.paths)):
        if path[::-1] in drawn:
            parts.append(Branch(path, order, first=False, shaft=False))
        elif path not in drawn:
            parts.append(_branch(path, order, drawn))
        drawn.append(path)
    return tuple(parts)


def casings(path: Sequence[Point], bands: Sequence[PlacedBand]) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield the path cut where the background changes, each piece with the colour behind it."""
    sides = {side for band in bands for side in (band.x, band.x + band.width)}
    edges = {edge for band in bands for edge in (band.y, band.y + band.height)}
    piece, colour = [path[0]], ""
    for start, end in pairwise(_crossing(path, sides, edges)):
        behind = _background(between(start, end, dist(start, end) / 2), bands)
        if colour and behind != colour:
            yield colour, tuple(piece)
            piece = [start]
        colour = behind
        piece.append(end)
    yield colour or PAPER, tuple(piece)


def _branch(path: tuple[Point, ...], order: int, drawn: Sequence[tuple[Point, ...]]) -> Branch:
    """Return the part of a path that is not drawn yet."""
    at_end = max((_shared(path[::-1], other[::-1]) for other in drawn), default=0.0)
    if at_end > BEND_RADIUS:
        return Branch(cut(path, at_end - BEND_RADIUS), order, last=False)
    at_start = max((_shared(path, other) for other in drawn), default=0.0)
    if at_start > BEND_RADIUS:
        return Branch(cut(path[::-1], at_start - BEND_RADIUS)[::-1], order, first=False)
    return Branch(path, order)


def _shared(one: Sequence[Point], other: Sequence[Point]) -> float:
    """Return how far two paths run together from their first points on."""
    length, here = 0.0, one[0]
    if dist(here, other[0]) > 0.01:
        return length
    left, right = list(one[1:]), list(other[1:])
    while left and right:
        step = min(dist(here, left[0]), dist(here, right[0]))
        there = between(here, left[0], step)
        if dist(there, between(here, right[0], step)) > 0.01:
            break
        length, here = length + step, there
        left = left[1:] if dist(here, left[0]) < 0.01 else left
        right = right[1:] if dist(here, right[0]) < 0.01 else right
    return length


def _on_the_way(start: Point, middle: Point, end: Point) -> bool:
    """Return whether the middle lies on the straight line from start to end, between the two."""
    return abs(dist(start, middle) + dist(middle, end) - dist(start, end)) < 0.001


def _crossing(path: Sequence[Point], sides: Set[float], edges: Set[float]) -> list[Point]:
    """Return the points of a path and those where it crosses one of these verticals (sides) or levels (edges)."""
    points = [path[0]]
    for start, end in pairwise(path):
        shares = {(side - start.x) / (end.x - start.x) for side in sides if start.x != end.x}
        shares |= {(edge - start.y) / (end.y - start.y) for edge in edges if start.y != end.y}
        points += [
            Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
            for share in sorted(shares)
            if 0 < share < 1
        ]
        points.append(end)
    return points


def _background(point: Point, bands: Sequence[PlacedBand]) -> str:
    """Return the colour behind a point of the page."""
    inside = any(
        band.x <= point.x <= band.x + band.width and band.y <= point.y <= band.y + band.height for band in bands
    )
    return BAND if inside else PAPER

"""What is wrong with a page, counted from its geometry alone, and how much its lines cross and bend."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import NamedTuple

from trustgraph.drawing.geometry import Layout, PlacedBox, PlacedLabel, PlacedLine, Point
from trustgraph.drawing.text import LINE_HEIGHT, measure

NEAR = 0.5
SHARED = 5.0


class Piece(NamedTuple):
    """One straight piece of the line with this number on its page."""

    line: int
    start: Point
    end: Point


class Area(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float


def area(plate: PlacedBox | PlacedLabel) -> Area:
    """Return the rectangle of a box or label."""
    return Area(plate.x, plate.y, plate.x + plate.width, plate.y + plate.height)


def pieces(page: Layout) -> list[Piece]:
    """Return the straight pieces of all lines, each once."""
    return [
        Piece(number, *piece)
        for number, line in enumerate(page.lines)
        for piece in sorted({(min(a, b), max(a, b)) for path in line.paths for a, b in pairwise(path)})
    ]


def overlap(one: Area, other: Area) -> bool:
    """Return whether two rectangles share more than an edge."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > NEAR and down > NEAR


def runs_through(piece: Piece, plate: Area) -> bool:
    """Return whether a piece of a line enters a rectangle."""
    across = min(piece.end.x, plate.right) - max(piece.start.x, plate.left)
    low, high = sorted((piece.start.y, piece.end.y))
    down = min(high, plate.bottom) - max(low, plate.top)
    inside_x = plate.left + NEAR < piece.start.x < plate.right - NEAR if piece.start.x == piece.end.x else across > NEAR
    inside_y = plate.top + NEAR < piece.start.y < plate.bottom - NEAR if low == high else down > NEAR
    return inside_x and inside_y


def crossings(page: Layout) -> int:
    """Return how many times lines cross; lines drawn as one do not cross one another."""
    found = set()
    for one, other in combinations(pieces(page), 2):
        level, upright = (one, other) if one.start.y == one.end.y else (other, one)
        if one.line == other.line or level.start.y != level.end.y or upright.start.x != upright.end.x:
            continue
        low, high = sorted((upright.start.y, upright.end.y))
        if level.start.x < upright.start.x < level.end.x and low < level.start.y < high:
            found.add((min(one.line, other.line), max(one.line, other.line), upright.start.x, level.start.y))
    return len(found)


def bends(page: Layout) -> int:
    """Return how many corners the lines have; where a branch leaves a line that goes straight on there is none."""
    return sum(map(_corners, page.lines))


def path_bends(page: Layout) -> int:
    """Return how many corners all paths have, each counted for itself."""
    return sum(len(path) - 2 for line in page.lines for path in line.paths)


def _corners(line: PlacedLine) -> int:
    arms: dict[Point, set[tuple[float, float]]] = defaultdict(set)
    corners = {point for path in line.paths for point in path}
    for path in line.paths:
        for a, b in pairwise(path):
            way = (float((b.x > a.x) - (b.x < a.x)), float((b.y > a.y) - (b.y < a.y)))
            for point in corners:
                on_it = abs(abs(a.x - point.x) + abs(point.x - b.x) - abs(a.x - b.x)) < 1e-6
                on_it &= abs(abs(a.y - point.y) + abs(point.y - b.y) - abs(a.y - b.y)) < 1e-6
                if on_it and point != b:
                    arms[point].add(way)
                if on_it and point != a:
                    arms[point].add((-way[0], -way[1]))
    return sum(len(ways) == 2 and any((-x, -y) not in ways for x, y in ways) for ways in arms.values())


def lines_through_boxes(page: Layout) -> list[tuple[int, str]]:
    """Return each line and the box it runs through."""
    return [(p.line, box.box.id) for p in pieces(page) for box in page.boxes if runs_through(p, area(box))]


def slanted(page: Layout) -> list[int]:
    """Return the lines that are neither level nor upright somewhere."""
    return [p.line for p in pieces(page) if p.start.x != p.end.x and p.start.y != p.end.y]


def boxes_on_boxes(page: Layout) -> list[tuple[str, str]]:
    """Return the pairs of boxes that overlap."""
    return [(a.box.id, b.box.id) for a, b in combinations(page.boxes, 2) if overlap(area(a), area(b))]


def labels_astray(page: Layout) -> list[str]:
    """Return what labels touch that they should not: boxes, other labels, lines of others."""
    faults = [f"{a.text} on {b.text}" for a, b in combinations(page.labels, 2) if overlap(area(a), area(b))]
    for label in page.labels:
        faults += [f"{label.text} on box {box.box.id}" for box in page.boxes if overlap(area(label), area(box))]
        foreign = [p for p in pieces(page) if label.line not in page.lines[p.line].lines]
        faults += [f"{label.text} on line {p.line}" for p in foreign if runs_through(p, area(label))]
    return faults


def shared_runs(page: Layout) -> list[tuple[int, int]]:
    """Return the pairs of lines that lie on one another for more than five points."""
    return [(a.line, b.line) for a, b in combinations(pieces(page), 2) if a.line != b.line and _shared(a, b) > SHARED]


def _shared(one: Piece, other: Piece) -> float:
    for flat, along in ((0, 1), (1, 0)):
        levels = {one.start[flat], one.end[flat], other.start[flat], other.end[flat]}
        if max(levels) - min(levels) < NEAR:
            ends = sorted((one.start[along], one.end[along])), sorted((other.start[along], other.end[along]))
            return min(ends[0][1], ends[1][1]) - max(ends[0][0], ends[1][0])
    return 0.0


def cut_texts(page: Layout) -> list[str]:
    """Return the texts that are wider or higher than their box or plate, or smaller than eight points."""
    cut = []
    for box in page.boxes:
        blocks = ((box.name, box.font_size, True), (box.details, box.detail_size, False))
        cut += [line for lines, size, bold in blocks for line in lines if measure(line, size, bold) > box.width]
        high = sum(len(lines) * size * LINE_HEIGHT for lines, size, _ in blocks)
        cut += [box.box.id] if high > box.height or min(box.font_size, box.detail_size) < 7.99 else []
    for label in page.labels:
        cut += [line for line in label.text if measure(line, label.font_size) > label.width]
        small = label.font_size < 7.99
        cut += label.text if len(label.text) * label.font_size * LINE_HEIGHT > label.height or small else ()
    texts = (t.text for t in page.texts if t.x + measure(t.text, t.font_size, t.bold) > page.width or t.font_size < 8)
    return [*cut, *texts]


def off_page(page: Layout) -> list[str]:
    """Return what is not on the page."""
    points = [(f"line {n}", p) for n, line in enumerate(page.lines) for path in line.paths for p in path]
    plates: list[PlacedBox | PlacedLabel] = [*page.boxes, *page.labels]
    for plate in plates:
        points += [
            (str(plate), Point(plate.x, plate.y)),
            (str(plate), Point(plate.x + plate.width, plate.y + plate.height)),
        ]
    points += [(text.text, Point(text.x, text.y)) for text in page.texts]
    return [what for what, p in points if not (0 <= p.x <= page.width and 0 <= p.y <= page.height)]


def loose_ends(page: Layout) -> list[tuple[str, ...]]:
    """Return the keys of lines that do not begin at the edge of their subject or do not end at their target's."""
    places = {box.box.id: area(box) for box in page.boxes}
    return [
        line.keys
        for placed in page.lines
        for line, path in zip(placed.lines, placed.paths, strict=True)
        if not (_on_edge(path[0], places[line.subject]) and _on_edge(path[-1], places[line.target]))
    ]


def _on_edge(point: Point, box: Area) -> bool:
    within = box.left - NEAR <= point.x <= box.right + NEAR and box.top - NEAR <= point.y <= box.bottom + NEAR
    beside = min(abs(point.x - box.left), abs(point.x - box.right)) < NEAR
    return within and (beside or min(abs(point.y - box.top), abs(point.y - box.bottom)) < NEAR)


def faults(page: Layout) -> list[str]:
    """Return everything that must never be, in words."""
    checks = (
        lines_through_boxes, slanted, boxes_on_boxes, labels_astray, shared_runs, cut_texts, off_page, loose_ends
    )  # fmt: skip
    return [f"{check.__name__}: {fault}" for check in checks for fault in check(page)]

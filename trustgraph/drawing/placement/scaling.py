"""A picture moved and scaled."""

from __future__ import annotations

from typing import NamedTuple, TypedDict

from trustgraph.drawing.geometry import PlacedBand, PlacedBox, PlacedLabel, PlacedLine, Point


class Picture(NamedTuple):
    """The chart without the words around it; its upper left corner is at 0, 0."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    lines: tuple[PlacedLine, ...]
    labels: tuple[PlacedLabel, ...]
    bands: tuple[PlacedBand, ...]


class _Frame(TypedDict):
    x: float
    y: float
    width: float
    height: float
    font_size: float


def at_origin(picture: Picture) -> Picture:
    """Return a picture moved so that its upper left corner is at 0, 0, with the size it then has."""
    corners = [point for line in picture.lines for path in line.paths for point in path]
    for plates in (picture.boxes, picture.labels, picture.bands):
        corners += [Point(plate.x, plate.y) for plate in plates]
        corners += [Point(plate.x + plate.width, plate.y + plate.height) for plate in plates]
    left, top = min(point.x for point in corners), min(point.y for point in corners)
    right, bottom = max(point.x for point in corners), max(point.y for point in corners)
    return moved(picture, -left, -top)._replace(width=right - left, height=bottom - top)


def moved(picture: Picture, x: float, y: float, scale: float = 1.0) -> Picture:
    """Return a picture scaled about the origin and then moved."""

    def point(old: Point) -> Point:
        return Point(old.x * scale + x, old.y * scale + y)

    def frame(old: PlacedBox | PlacedLabel | PlacedBand) -> _Frame:
        corner = point(Point(old.x, old.y))
        width, height, size = (length * scale for length in (old.width, old.height, old.font_size))
        return {"x": corner.x, "y": corner.y, "width": width, "height": height, "font_size": size}

    boxes = (box._replace(**frame(box), detail_size=box.detail_size * scale) for box in picture.boxes)
    lines = (line._replace(paths=tuple(tuple(map(point, path)) for path in line.paths)) for line in picture.lines)
    labels = (label._replace(**frame(label)) for label in picture.labels)
    bands = (band._replace(**frame(band), tab=band.tab * scale) for band in picture.bands)
    size = (picture.width * scale, picture.height * scale)
    return Picture(*size, tuple(boxes), tuple(lines), tuple(labels), tuple(bands))

"""A page cut down to its chart and legend, for documents that set the words around it themselves."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph.drawing.geometry import Layout, PlacedBand, PlacedLabel, Point
from trustgraph.drawing.looks import RING
from trustgraph.drawing.paragraphs import extent

_MARGIN = 2.0
# how far the head of a line stands out beside it
_HEAD = 4.0


def cropped(page: Layout, *kept: str) -> Layout:
    """Return a page just large enough for its chart and for the texts of these parts, and without the others."""
    page = page._replace(texts=tuple(text for text in page.texts if text.part in kept))
    corners = list(_corners(page)) or [Point(0, 0)]
    left, top = min(x for x, _ in corners) - _MARGIN, min(y for _, y in corners) - _MARGIN
    width, height = max(x for x, _ in corners) - left + _MARGIN, max(y for _, y in corners) - top + _MARGIN
    return _moved(page, left, top)._replace(width=width, height=height)


def _corners(page: Layout) -> Iterator[Point]:
    """Yield points that everything on a page lies between."""
    areas = [(box.x, box.y, box.width, box.height, RING) for box in page.boxes]
    placed: list[PlacedLabel | PlacedBand] = [*page.labels, *page.bands]
    areas += [(each.x, each.y, each.width, each.height, 0.0) for each in placed]
    areas += [(*extent((text,)), 0.0) for text in page.texts]
    points = [point for line in page.lines for path in line.paths for point in path]
    points += [point for sample in page.samples for point in (sample.start, sample.end)]
    areas += [(point.x, point.y, 0.0, 0.0, _HEAD) for point in points]
    for x, y, width, height, around in areas:
        yield Point(x - around, y - around)
        yield Point(x + width + around, y + height + around)


def _moved(page: Layout, left: float, top: float) -> Layout:
    """Return a page whose origin is this point of the old one."""

    def shifted(point: Point) -> Point:
        return Point(point.x - left, point.y - top)

    return page._replace(
        boxes=tuple(each._replace(x=each.x - left, y=each.y - top) for each in page.boxes),
        labels=tuple(each._replace(x=each.x - left, y=each.y - top) for each in page.labels),
        bands=tuple(each._replace(x=each.x - left, y=each.y - top) for each in page.bands),
        texts=tuple(each._replace(x=each.x - left, y=each.y - top) for each in page.texts),
        samples=tuple(each._replace(start=shifted(each.start), end=shifted(each.end)) for each in page.samples),
        lines=tuple(
            each._replace(paths=tuple(tuple(map(shifted, path)) for path in each.paths)) for each in page.lines
        ),
    )

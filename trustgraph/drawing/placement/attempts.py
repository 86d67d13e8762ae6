"""Several attempts at a chart, and the page with the best of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from trustgraph.charts import Chart
from trustgraph.drawing.geometry import Layout
from trustgraph.drawing.page import Sheet, compose, sheet
from trustgraph.drawing.placement.arranging import Positions, Trial, arrange
from trustgraph.drawing.placement.scaling import Picture
from trustgraph.drawing.placement.scoring import score

_MANY = 40
_HEAVY = 200
_LINES_TRIED = 300


def best_page(chart: Chart, paper: str, orientation: str | None, positions: Positions) -> Layout:
    """Return the page whose paper is smallest and whose picture then costs least.

    The first picture is kept at once where its lines are clean and it fits the paper asked for.
    """
    pages: list[tuple[float, float, int, Picture, Sheet]] = []
    # the more lines a chart has, the longer an attempt takes and the less attempts differ
    most = max(1, _LINES_TRIED // max(1, len(chart.lines)))
    for trial in islice(_trials(len(chart.boxes), len(chart.lines), orientation), most):
        picture = arrange(chart, trial, positions)
        found, on = score(picture), sheet(chart, picture, paper, orientation)
        # paper none grows with the picture, so there only the lines count
        size = 0.0 if on.paper == "none" else on.width * on.height
        pages.append((size, found.cost - 6 * on.scale, len(pages), picture, on))
        if found.clean(len(chart.lines)) and on.paper in (paper, "none"):
            break
    _, _, _, picture, on = min(pages)
    return compose(chart, picture, on)


def _trials(boxes: int, lines: int, orientation: str | None) -> Iterator[Trial]:
    """Yield the attempts in the order in which they are made."""
    if lines > _HEAVY:
        yield Trial(8, 110.0)
        return
    if boxes > _MANY:
        yield Trial(8, 110.0)
        yield Trial(8, 110.0, together=True)
        yield Trial(6, 110.0, reverse=True)
        return
    wide = 4 if orientation == "portrait" else 5
    yield Trial(wide, 120.0)
    yield Trial(wide, 120.0, reverse=True)
    yield Trial(4, 100.0, reverse=True, together=True)
    yield Trial(6, 100.0)
    yield Trial(3, 110.0)
    yield Trial(6, 90.0, reverse=True, together=True)

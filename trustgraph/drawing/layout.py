"""Charts laid out on pages."""

from __future__ import annotations

from functools import partial

from trustgraph.charts import Chart
from trustgraph.drawing.engines import find_engine, positions
from trustgraph.drawing.geometry import Drawing, Layout
from trustgraph.drawing.page import worded
from trustgraph.drawing.paging import paginate
from trustgraph.drawing.placement.attempts import best_page

DRAWABLE = 150
DRAWABLE_LINES = 600


def layout(
    chart: Chart, *, paper: str = "A4", orientation: str | None = None, engine: str | None = None
) -> tuple[Layout, ...]:
    """Return the pages of a chart: one, or where A3 cannot hold it in type of 8 points a key and pages of its bodies.

    `paper` is A4 (else A3), A3, or none (one page as large as the chart). `orientation` is portrait or landscape, by
    default whichever fits better. A chart of more than 150 boxes or 600 lines gives a page that says so. Raises
    RenderError where no engine can lay it out.
    """
    if not chart.boxes:
        return (worded(chart, ["No bodies to draw."], paper, orientation),)
    if len(chart.boxes) > DRAWABLE or len(chart.lines) > DRAWABLE_LINES:
        return (worded(chart, [_too_many(chart)], paper, orientation),)
    place = partial(positions, find_engine(engine))
    return paginate(chart, paper, orientation, lambda part: best_page(part, paper, orientation, place))


def whole(drawing: Drawing) -> Layout:
    """Return a drawing on one page; what fills several is laid out on one as large as it needs."""
    pages = drawing.pages if len(drawing.pages) == 1 else layout(drawing.chart, paper="none")
    return pages[0]


def _too_many(chart: Chart) -> str:
    return (
        f"{len(chart.boxes):,} bodies and {len(chart.lines):,} lines are too many for one chart, which holds "
        f"{DRAWABLE} bodies and {DRAWABLE_LINES} lines at most. "
        "Choose a tier, a family of lines, or a body to look around."
    )

"""The geometry of one page: boxes, bent lines, labels and words in points (1/72 inch), origin top left, y down."""

from __future__ import annotations

from typing import NamedTuple

from trustgraph.charts import Box, Chart, LegendEntry, Line
from trustgraph.model import Model
from trustgraph.records import View
from trustgraph.views import EVERYTHING


class Point(NamedTuple):
    """A point on the page."""

    x: float
    y: float


class PlacedBox(NamedTuple):
    """A box on the page; `name` and `details` are its text, wrapped to its width, `font_size` the name's."""

    box: Box
    x: float
    y: float
    width: float
    height: float
    name: tuple[str, ...]
    details: tuple[str, ...]
    font_size: float
    detail_size: float


class PlacedLine(NamedTuple):
    """Lines drawn as one: for each chart line its path from subject to target, bends included."""

    lines: tuple[Line, ...]
    paths: tuple[tuple[Point, ...], ...]


class PlacedLabel(NamedTuple):
    """A label on its white plate; `text` is wrapped, `lines` the chart lines drawn as one that all say it."""

    lines: tuple[Line, ...]
    text: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    font_size: float

    @property
    def line(self) -> Line:
        """The first of its lines, whose style and words are those of all."""
        return self.lines[0]


class PlacedBand(NamedTuple):
    """The background of one tier's rows; its name is turned and stands in a tab at the left edge."""

    name: str
    x: float
    y: float
    width: float
    height: float
    tab: float
    font_size: float


class PlacedText(NamedTuple):
    """One line of the words around the chart; x is its left end, y its baseline.

    `part` is title, subtitle, legend, note, source or page.
    """

    part: str
    text: str
    x: float
    y: float
    font_size: float
    bold: bool = False


class PlacedSample(NamedTuple):
    """The short line in front of a legend entry, from `start` to `end`."""

    entry: LegendEntry
    start: Point
    end: Point


class Layout(NamedTuple):
    """One page; `title` and `outline` say what it shows, "" and nothing where it shows the whole chart."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...] = ()
    lines: tuple[PlacedLine, ...] = ()
    labels: tuple[PlacedLabel, ...] = ()
    bands: tuple[PlacedBand, ...] = ()
    texts: tuple[PlacedText, ...] = ()
    samples: tuple[PlacedSample, ...] = ()
    title: str = ""
    outline: tuple[str, ...] = ()


class Drawing(NamedTuple):
    """What a painter paints: the model, the chart of a view of it, the chart's pages, and the view."""

    model: Model
    chart: Chart
    pages: tuple[Layout, ...]
    view: View = EVERYTHING

"""A drawing as a diagrams.net (draw.io) file: boxes, and lines glued to them that keep their exact routes.

Its unit is a hundredth of an inch, so that a page of A4 prints as A4. The file is not compressed, so that it can be
compared line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import dist
from xml.etree import ElementTree as ET

from trustgraph.characters import visible
from trustgraph.charts import Line
from trustgraph.colours import BAND, INK, PAPER
from trustgraph.drawing.geometry import (
    Drawing,
    Layout,
    PlacedBand,
    PlacedBox,
    PlacedLabel,
    PlacedLine,
    PlacedSample,
    PlacedText,
    Point,
)
from trustgraph.drawing.looks import INSET, MARKS, RING, TAB, TEXT_COLOURS, box_look, label_edge, line_look
from trustgraph.drawing.mxgraph import (
    PLAIN,
    add,
    halo_style,
    line_style,
    new_cell,
    new_edge,
    new_rectangle,
    point_at,
    set_frame,
    stroke_style,
    units,
    words_of,
)
from trustgraph.drawing.paragraphs import extent, paragraphs
from trustgraph.drawing.plates import CORNER, box_area, box_corner, entries, hang, is_list, ring_area, sign_area
from trustgraph.drawing.strokes import between, path_length, straightened


def paint_drawio(drawing: Drawing) -> bytes:
    """Return the drawing as one file, each page a diagram of its own."""
    root = ET.Element("mxfile", host="trustgraph")
    for order, page in enumerate(drawing.pages, 1):
        name = visible(page.title or drawing.chart.title or drawing.model.id)
        diagram = add(root, "diagram", id=f"page-{order}", name=name)
        size = {"pageWidth": units(page.width), "pageHeight": units(page.height)}
        switches = {"grid": "0", "page": "1", "pageScale": "1", "math": "0", "shadow": "0"}
        cells = add(add(diagram, "mxGraphModel", **size, **switches, background=PAPER), "root")
        add(cells, "mxCell", id="0")
        add(cells, "mxCell", id="1", parent="0")
        _paint_page(cells, page)
    ET.indent(root)
    file: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return file + b"\n"


def _paint_page(cells: ET.Element, page: Layout) -> None:
    """Paint one page, from what lies at the back to what lies in front."""
    for order, band in enumerate(page.bands, 1):
        new_rectangle(cells, f"band-{order}", (band.x, band.y, band.width, band.height), CORNER, fillColor=BAND)
    for order, placed in enumerate(page.boxes, 1):
        _paint_box(cells, placed, order)
    boxes = {placed.box.id: placed for placed in page.boxes}
    labels = list(page.labels)
    for order, line in enumerate(page.lines, 1):
        for part, (one, path) in enumerate(zip(line.lines, line.paths, strict=True), 1):
            name = f"line-{order}-{part}"
            _paint_line(cells, name, one, straightened(path), boxes, combed=_combed(line))
            for label in [each for each in labels if each.line == one]:
                _paint_label(cells, name, label, straightened(path), combed=_combed(line))
                labels.remove(label)
    for order, band in enumerate(page.bands, 1):
        _paint_tab(cells, band, order)
    for order, sample in enumerate(page.samples, 1):
        _paint_sample(cells, sample, order)
    for order, lines in enumerate(paragraphs(page.texts), 1):
        _paint_words(cells, lines, order)


def _paint_box(cells: ET.Element, placed: PlacedBox, order: int) -> None:
    look, corner = box_look(placed.box), box_corner(placed)
    if mark := placed.box.mark:
        edge = stroke_style(MARKS[mark].colour, MARKS[mark].width, MARKS[mark].dash)
        new_rectangle(cells, f"mark-{order}", ring_area(placed), corner + RING, **edge | {"fillColor": "none"})
    words = words_of(placed.name, placed.font_size, look.ink, bold=True) + _details(placed, look.detail)
    style = stroke_style(look.outline, look.width, look.dash) | {"fillColor": look.fill}
    new_rectangle(cells, f"body-{placed.box.id}", box_area(placed), corner, words, **style)


def _details(placed: PlacedBox, colour: str) -> str:
    """Return the smaller lines of a box as HTML, those of a list an entry at a time, each set in under its first."""
    if not is_list(placed):
        return words_of(placed.details, placed.detail_size, colour)
    rooms = ((entry, hang(entry, placed.detail_size)) for entry in entries(placed))
    return "".join(
        f'<div style="text-align:left;padding-left:{units(INSET + room)}px;text-indent:{units(-room)}px">'
        f"{words_of(entry, placed.detail_size, colour)}</div>"
        for entry, room in rooms
    )


def _paint_line(
    cells: ET.Element,
    name: str,
    line: Line,
    path: Sequence[Point],
    boxes: dict[str, PlacedBox],
    *,
    combed: bool,
) -> None:
    """Paint a line glued to its boxes; one of a comb from its head on, so that their dashes fall together."""
    look = line_look(line.family, line.force, line.basis)
    heads = (line.mutual, True)
    ends = (line.subject, line.target)
    if combed:
        path, heads, ends = path[::-1], heads[::-1], ends[::-1]
    glue = _fastened("exit", path[0], boxes[ends[0]]) | _fastened("entry", path[-1], boxes[ends[1]])
    terminals = {"source": f"body-{ends[0]}", "target": f"body-{ends[1]}"}
    if line.mark:
        new_edge(cells, f"{name}-mark", path, halo_style(line.mark, look.width) | glue, terminals)
    new_edge(cells, name, path, line_style(look, *heads) | glue, terminals)


def _combed(line: PlacedLine) -> bool:
    """Return whether lines drawn as one run together to their end."""
    return len(line.paths) > 1 and len({path[-1] for path in line.paths}) == 1


def _paint_label(cells: ET.Element, name: str, label: PlacedLabel, path: Sequence[Point], *, combed: bool) -> None:
    """Paint a label as that of its line, which it moves with."""
    look = line_look(label.line.family)
    middle = Point(label.x + label.width / 2, label.y + label.height / 2)
    path = path[::-1] if combed else path
    share, nearest = _nearest(path, middle)
    plate = {"labelBackgroundColor": PAPER, "labelBorderColor": label_edge(label.line.family)[0], "spacing": "3"}
    style = PLAIN | plate | {"align": "center", "verticalAlign": "middle", "edgeLabel": "", "resizable": "0"}
    words = words_of(label.text, label.font_size, look.colour)
    cell = new_cell(cells, f"{name}-label", words, style, parent=name, vertex="1", connectable="0")
    geometry = add(cell, "mxGeometry", x=f"{2 * share - 1:.4f}", relative="1", **{"as": "geometry"})
    point_at(geometry, Point(middle.x - nearest.x, middle.y - nearest.y), "offset")


def _paint_tab(cells: ET.Element, band: PlacedBand, order: int) -> None:
    words = words_of((band.name,), band.font_size, PAPER, bold=True)
    area = (band.x, band.y, band.tab, band.height)
    new_rectangle(cells, f"tab-{order}", area, CORNER, words, fillColor=TAB, horizontal="0")


def _paint_sample(cells: ET.Element, sample: PlacedSample, order: int) -> None:
    entry, name = sample.entry, f"sample-{order}"
    if entry.mark is None:
        style = line_style(line_look(entry.family, entry.force, entry.basis), entry.mutual, True)
        new_edge(cells, name, (sample.start, sample.end), style)
        return
    new_edge(cells, name, (sample.start, sample.end), halo_style(entry.mark, 0))
    words = words_of((entry.mark.sign,), 9, INK, bold=True)
    new_rectangle(cells, f"{name}-sign", sign_area(sample), 3, words, fillColor=PAPER)


def _paint_words(cells: ET.Element, lines: tuple[PlacedText, ...], order: int) -> None:
    first = lines[0]
    words = words_of([line.text for line in lines], first.font_size, TEXT_COLOURS.get(first.part, INK), bold=first.bold)
    style = PLAIN | {"text": "", "align": "left", "verticalAlign": "top", "strokeColor": "none"}
    set_frame(new_cell(cells, f"{first.part}-{order}", words, style, vertex="1"), extent(lines))


def _fastened(end: str, point: Point, placed: PlacedBox) -> dict[str, str]:
    """Return where on its box a line is glued, as shares of the box's size."""
    across, down = (point.x - placed.x) / placed.width, (point.y - placed.y) / placed.height
    return {f"{end}X": f"{across:.5f}", f"{end}Y": f"{down:.5f}", f"{end}Perimeter": "0"}


def _nearest(path: Sequence[Point], point: Point) -> tuple[float, Point]:
    """Return the point of a path nearest to another, and how far along the path it is, as a share of its length."""
    before, found = 0.0, []
    for start, end in pairwise(path):
        leg = dist(start, end) or 1.0
        along = ((point.x - start.x) * (end.x - start.x) + (point.y - start.y) * (end.y - start.y)) / leg
        along = min(max(along, 0.0), leg)
        at = between(start, end, along)
        found.append((dist(at, point), before + along, at))
        before += dist(start, end)
    _, along, at = min(found)
    return along / (path_length(path) or 1.0), at

"""Cells of a diagrams.net file: rectangles, words and lines; in points, written in hundredths of an inch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from xml.etree import ElementTree as ET

from trustgraph.characters import visible
from trustgraph.colours import lighter
from trustgraph.drawing.geometry import Point
from trustgraph.drawing.lettering import runs_leftwards
from trustgraph.drawing.looks import FONTS, HALO, MARKS, Head, LineLook
from trustgraph.drawing.strokes import BEND_RADIUS, number
from trustgraph.drawing.text import LINE_HEIGHT
from trustgraph.vocabulary import Mark

_UNIT = 100 / 72
_HEADS = {
    Head.TRIANGLE: ("block", True),
    Head.HOLLOW: ("block", False),
    Head.CHEVRON: ("open", False),
    Head.BARBS: ("doubleBlock", False),
    Head.DIAMOND: ("diamond", True),
    Head.BAR: ("baseDash", False),
}
PLAIN = {"html": "1", "whiteSpace": "nowrap", "spacing": "0", "fontFamily": FONTS, "fillColor": "none"}


def new_rectangle(
    cells: ET.Element, name: str, area: tuple[float, float, float, float], radius: float, words: str = "", **style: str
) -> None:
    """Paint a rectangle whose corners are rounded, with words in its middle."""
    corner = {"rounded": "1", "absoluteArcSize": "1", "arcSize": units(2 * radius)}
    edgeless = {"strokeColor": "none", "align": "center", "verticalAlign": "middle"}
    set_frame(new_cell(cells, name, words, PLAIN | corner | edgeless | style, vertex="1"), area)


def new_edge(
    cells: ET.Element,
    name: str,
    path: Sequence[Point],
    style: dict[str, str],
    terminals: dict[str, str] | None = None,
) -> None:
    """Paint a line along a path, every bend of it a waypoint."""
    cell = new_cell(cells, name, "", style, edge="1", **terminals or {})
    geometry = add(cell, "mxGeometry", relative="1", **{"as": "geometry"})
    point_at(geometry, path[0], "sourcePoint")
    point_at(geometry, path[-1], "targetPoint")
    if len(path) > 2:
        bends = add(geometry, "Array", **{"as": "points"})
        for bend in path[1:-1]:
            point_at(bends, bend)


def line_style(look: LineLook, start: bool, end: bool) -> dict[str, str]:
    """Return the style of a line with a head at its start, its end or both; where it crosses another it is broken."""
    kind, filled = _HEADS[look.head]
    style = {"edgeStyle": "orthogonalEdgeStyle", "rounded": "1", "arcSize": units(2 * BEND_RADIUS), "html": "1"}
    style |= {"jumpStyle": "gap", "jumpSize": "6"} | stroke_style(look.colour, look.width, look.dash)
    for side, headed in (("start", start), ("end", end)):
        style |= {f"{side}Arrow": kind if headed else "none", f"{side}Fill": str(int(filled)), f"{side}Size": "8"}
    return style


def halo_style(mark: Mark, width: float) -> dict[str, str]:
    """Return the style of the stroke behind a marked line of this width."""
    look = MARKS[mark]
    style = {"edgeStyle": "orthogonalEdgeStyle", "rounded": "1", "arcSize": units(2 * BEND_RADIUS)}
    return style | stroke_style(lighter(look.colour, 0.5), width + HALO, look.dash) | {"endArrow": "none"}


def stroke_style(colour: str, width: float, dash: Iterable[float]) -> dict[str, str]:
    """Return the style of an edge or line; `dash` alternates stroke and gap."""
    style = {"strokeColor": colour, "strokeWidth": units(width)}
    pattern = " ".join(map(units, dash))
    return style | ({"dashed": "1", "fixDash": "1", "dashPattern": pattern} if pattern else {})


def words_of(lines: Sequence[str], size: float, colour: str, *, bold: bool = False) -> str:
    """Return lines of text as HTML in which nothing anybody wrote is markup."""
    if not lines:
        return ""
    weight = "bold" if bold else "normal"
    style = f"font-size:{units(size)}px;line-height:{LINE_HEIGHT};font-weight:{weight};color:{colour}"
    turn = ' dir="rtl"' if runs_leftwards("".join(lines)) else ""
    return f'<div{turn} style="{style}">{"<br>".join(escape(visible(line)) for line in lines)}</div>'


def new_cell(cells: ET.Element, name: str, words: str, style: dict[str, str], **attributes: str) -> ET.Element:
    """Return a new cell; an item of its style that is but a name has no value."""
    written = ";".join(f"{key}={value}" if value else key for key, value in style.items()) + ";"
    return add(cells, "mxCell", id=name, value=words, style=written, **{"parent": "1"} | attributes)


def set_frame(cell: ET.Element, area: tuple[float, float, float, float]) -> None:
    """Say where a cell stands: left, top, width and height."""
    size = dict(zip(("x", "y", "width", "height"), map(units, area), strict=True))
    add(cell, "mxGeometry", **size, **{"as": "geometry"})


def point_at(parent: ET.Element, point: Point, role: str = "") -> None:
    """Add a point, which may have a role in its geometry."""
    add(parent, "mxPoint", x=units(point.x), y=units(point.y), **({"as": role} if role else {}))


def units(points: float) -> str:
    """Return a length in the file's unit."""
    return number(points * _UNIT)


def add(parent: ET.Element, tag: str, /, **attributes: str) -> ET.Element:
    """Return a new element at the end of another."""
    return ET.SubElement(parent, tag, attributes)

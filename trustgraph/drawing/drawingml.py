"""Shapes of a slide as DrawingML, ECMA-376 part 1: text, rounded boxes, bent lines and straight connectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from trustgraph.characters import visible
from trustgraph.drawing.geometry import Point
from trustgraph.drawing.lettering import runs_leftwards
from trustgraph.drawing.looks import FONTS, Head
from trustgraph.drawing.packages import LANGUAGE
from trustgraph.drawing.strokes import corners, fitted, path_length
from trustgraph.drawing.text import LINE_HEIGHT

_NAMESPACES = {
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_EMU = 12700
_FONT = FONTS.split(",", maxsplit=1)[0]
# a machine without the font takes one of these proportions: Arial's
_PANOSE = "020B0604020202020204"
# a slide has five heads, one of them in three sizes: (kind, width, length)
_HEADS = {
    Head.TRIANGLE: ("triangle", "med", "lg"),
    Head.HOLLOW: ("stealth", "med", "lg"),
    Head.CHEVRON: ("arrow", "med", "med"),
    Head.BARBS: ("arrow", "lg", "lg"),
    Head.DIAMOND: ("diamond", "med", "lg"),
    Head.BAR: ("oval", "med", "med"),
}


class Area(NamedTuple):
    """A rectangle on the slide, in points."""

    x: float
    y: float
    width: float
    height: float


class Wording(NamedTuple):
    """A paragraph in a shape; `before` is the room above it and `inset`, where it is not centred, at its left."""

    lines: Sequence[str]
    size: float
    colour: str
    bold: bool = False
    before: float = 0.0
    inset: float | None = None


class Outline(NamedTuple):
    """The edge of a shape, or a line; `start` and `end` are its heads, `dash` its strokes and gaps in points."""

    colour: str
    width: float
    dash: Sequence[float] = ()
    start: Head | None = None
    end: Head | None = None


class Label(NamedTuple):
    """What a shape is called and what is read aloud for it; a shape without words is read by nobody."""

    number: int
    name: str
    words: str


def box(label: Label, area: Area, radius: float, fill: str, edge: Outline | None = None) -> ET.Element:
    """Return a rectangle with rounded corners."""
    shape, properties = _shape(label)
    _place(properties, area)
    geometry = _add(_add(properties, "a:prstGeom", prst="roundRect"), "a:avLst")
    share = round(100_000 * radius / max(min(area.width, area.height), 0.01))
    _add(geometry, "a:gd", name="adj", fmla=f"val {min(share, 50_000)}")
    _fill(properties, fill)
    if edge:
        _edge(properties, edge)
    else:
        _add(_add(properties, "a:ln"), "a:noFill")
    return shape


def text(label: Label, area: Area, *, title: bool = False) -> ET.Element:
    """Return a shape that is nothing but its text; as the slide's title, if so asked."""
    shape, properties = _shape(label, title=title)
    _place(properties, area)
    _add(_add(properties, "a:prstGeom", prst="rect"), "a:avLst")
    _add(properties, "a:noFill")
    return shape


def write(shape: ET.Element, wordings: Sequence[Wording], *, centred: bool = True, turned: bool = False) -> ET.Element:
    """Return the shape with these paragraphs in its middle or, not centred, from its upper left; turned, upwards."""
    body = _add(shape, "p:txBody")
    # a list begins at the left of its shape, where other text may stand out over it rather than wrap
    listed = any(wording.inset is not None for wording in wordings)
    frame = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), "0") | {"wrap": "square" if listed else "none"}
    frame |= {"anchor": "ctr" if centred else "t"} | ({"vert": "vert270"} if turned else {})
    _add(_add(body, "a:bodyPr", **frame, rtlCol="0"), "a:noAutofit")
    _add(body, "a:lstStyle")
    for wording in wordings:
        _paragraph(body, wording, "ctr" if centred and wording.inset is None else "l")
    return shape


def bent(label: Label, paths: Sequence[Sequence[Point]], line: Outline) -> ET.Element:
    """Return a freeform along these paths, its bends rounded."""
    shape, properties = _shape(label)
    points = [point for path in paths for point in path]
    left, top = min(point.x for point in points), min(point.y for point in points)
    area = Area(left, top, max(point.x for point in points) - left, max(point.y for point in points) - top)
    _place(properties, area)
    geometry = _add(properties, "a:custGeom")
    for empty in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"):
        _add(geometry, empty)
    _add(geometry, "a:rect", l="0", t="0", r="r", b="b")
    size = {"w": _emu(area.width), "h": _emu(area.height)}
    drawn = _add(_add(geometry, "a:pathLst"), "a:path", **size, fill="none")
    for path in paths:
        _add_point(_add(drawn, "a:moveTo"), path[0], area)
        for start, bend, end in corners(path):
            _add_point(_add(drawn, "a:lnTo"), start, area)
            curve = _add(drawn, "a:quadBezTo")
            _add_point(curve, bend, area)
            _add_point(curve, end, area)
        _add_point(_add(drawn, "a:lnTo"), path[-1], area)
    _add(properties, "a:noFill")
    _edge(properties, line, path_length(paths[0]) if len(paths) == 1 else 0)
    return shape


def straight(
    label: Label, start: Point, end: Point, line: Outline, ends: Sequence[tuple[int, int] | None] = (None, None)
) -> ET.Element:
    """Return a connector; `ends` are what its start and end are glued to: a shape's number and the site's on it."""
    shape = ET.Element("p:cxnSp", _NAMESPACES)
    about = _add(shape, "p:nvCxnSpPr")
    _name(about, label)
    glue = _add(about, "p:cNvCxnSpPr")
    for tag, site in zip(("a:stCxn", "a:endCxn"), ends, strict=True):
        if site:
            _add(glue, tag, id=str(site[0]), idx=str(site[1]))
    _add(about, "p:nvPr")
    properties = _add(shape, "p:spPr")
    turned = {"flipH": "1"} if end.x < start.x else {}
    turned |= {"flipV": "1"} if end.y < start.y else {}
    area = Area(min(start.x, end.x), min(start.y, end.y), abs(end.x - start.x), abs(end.y - start.y))
    _place(properties, area, **turned)
    _add(_add(properties, "a:prstGeom", prst="straightConnector1"), "a:avLst")
    _edge(properties, line, path_length((start, end)))
    return shape


def _shape(label: Label, *, title: bool = False) -> tuple[ET.Element, ET.Element]:
    """Return a new shape and its properties."""
    shape = ET.Element("p:sp", _NAMESPACES)
    about = _add(shape, "p:nvSpPr")
    _name(about, label)
    _add(about, "p:cNvSpPr")
    holder = _add(about, "p:nvPr")
    if title:
        _add(holder, "p:ph", type="title")
    return shape, _add(shape, "p:spPr")


def _name(parent: ET.Element, label: Label) -> None:
    words = {"descr": visible(label.words)} if label.words else {}
    named = _add(parent, "p:cNvPr", id=str(label.number), name=visible(label.name), **words)
    if not label.words:
        extension = _add(_add(named, "a:extLst"), "a:ext", uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
        _add(extension, "adec:decorative", **{"xmlns:adec": _DECORATIVE}, val="1")


def _paragraph(body: ET.Element, wording: Wording, align: str) -> None:
    leftwards = runs_leftwards("".join(wording.lines))
    # "l" is where a line begins, which is on the right where it runs leftwards
    aligned = {"algn": "r" if leftwards and align == "l" else align} | ({"rtl": "1"} if leftwards else {})
    paragraph = _add(body, "a:p")
    style = _add(paragraph, "a:pPr", marL=_emu(wording.inset or 0), **aligned)
    _add(_add(style, "a:lnSpc"), "a:spcPts", val=str(round(100 * wording.size * LINE_HEIGHT)))
    _add(_add(style, "a:spcBef"), "a:spcPts", val=str(round(100 * wording.before)))
    _add(style, "a:buNone")
    for order, line in enumerate(wording.lines):
        if order:
            _font(_add(paragraph, "a:br"), wording)
        run = _add(paragraph, "a:r")
        _font(run, wording)
        _add(run, "a:t").text = visible(line)


def _font(run: ET.Element, wording: Wording) -> None:
    size = {"sz": str(round(100 * wording.size)), "b": str(int(wording.bold))}
    font = _add(run, "a:rPr", lang=LANGUAGE, **size, dirty="0")
    _fill(font, wording.colour)
    _add(font, "a:latin", typeface=_FONT, panose=_PANOSE, pitchFamily="34")
    _add(font, "a:cs", typeface=_FONT, panose=_PANOSE, pitchFamily="34")


def _edge(properties: ET.Element, line: Outline, length: float = 0) -> None:
    drawn = _add(properties, "a:ln", w=_emu(line.width), cap="flat")
    _fill(drawn, line.colour)
    dash = fitted(line.dash, length)
    if dash:
        strokes = _add(drawn, "a:custDash")
        for stroke, gap in zip(dash[::2], dash[1::2], strict=True):
            # as shares of the line's width
            shares = {name: str(round(100_000 * part / line.width)) for name, part in (("d", stroke), ("sp", gap))}
            _add(strokes, "a:ds", **shares)
    _add(drawn, "a:round")
    for tag, head in (("a:headEnd", line.start), ("a:tailEnd", line.end)):
        if head:
            kind, width, long = _HEADS[head]
            _add(drawn, tag, type=kind, w=width, len=long)


def _place(properties: ET.Element, area: Area, **turned: str) -> None:
    frame = _add(properties, "a:xfrm", **turned)
    _add(frame, "a:off", x=_emu(area.x), y=_emu(area.y))
    _add(frame, "a:ext", cx=_emu(area.width), cy=_emu(area.height))


def _add_point(parent: ET.Element, point: Point, area: Area) -> None:
    _add(parent, "a:pt", x=_emu(point.x - area.x), y=_emu(point.y - area.y))


def _fill(parent: ET.Element, colour: str) -> None:
    """Fill with a colour, with nothing where it is ""."""
    if not colour:
        _add(parent, "a:noFill")
        return
    _add(_add(parent, "a:solidFill"), "a:srgbClr", val=colour.removeprefix("#"))


def _emu(points: float) -> str:
    return str(round(points * _EMU))


def _add(parent: ET.Element, tag: str, /, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, tag, attributes)

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
from trustgraph.drawing.plates import Area
from trustgraph.drawing.silhouettes import add, add_box, add_paths, emu
from trustgraph.drawing.strokes import fitted, path_length
from trustgraph.drawing.text import LINE_HEIGHT

_NAMESPACES = {
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
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

# a head is as large as these times the width of its line, which counts as two points at least
_SIZES = {"sm": 2, "med": 3, "lg": 5}
# their middle is at the end of the line, not their tip
_CENTRED = ("diamond", "oval")


class Wording(NamedTuple):
    """A paragraph in a shape; `before` is the room above it and `inset`, where it is not centred, at its left.

    That with a `bullet` is an entry of a list, whose text is set in by `hang` more.
    """

    lines: Sequence[str]
    size: float
    colour: str
    bold: bool = False
    before: float = 0.0
    inset: float | None = None
    bullet: str = ""
    hang: float = 0.0


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


def box(
    label: Label,
    area: Area,
    radius: float,
    fill: str,
    edge: Outline | None = None,
    sites: Sequence[tuple[float, float]] = (),
) -> ET.Element:
    """Return a rectangle with rounded corners, where lines can be glued at more `sites` than any box has."""
    shape, properties = _shape(label)
    _place(properties, area)
    add_box(properties, area, radius, sites)
    _fill(properties, fill)
    if edge:
        _edge(properties, edge)
    else:
        add(add(properties, "a:ln"), "a:noFill")
    return shape


def text(label: Label, area: Area, *, title: bool = False) -> ET.Element:
    """Return a shape that is nothing but its text; as the slide's title, if so asked."""
    shape, properties = _shape(label, title=title)
    _place(properties, area)
    add(add(properties, "a:prstGeom", prst="rect"), "a:avLst")
    add(properties, "a:noFill")
    return shape


def write(shape: ET.Element, wordings: Sequence[Wording], *, centred: bool = True, turned: bool = False) -> ET.Element:
    """Return the shape with these paragraphs in its middle or, not centred, from its upper left; turned, upwards."""
    body = add(shape, "p:txBody")
    # a list begins at the left of its shape, where other text may stand out over it rather than wrap
    listed = any(wording.inset is not None for wording in wordings)
    frame = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), "0") | {"wrap": "square" if listed else "none"}
    frame |= {"anchor": "ctr" if centred else "t"} | ({"vert": "vert270"} if turned else {})
    add(add(body, "a:bodyPr", **frame, rtlCol="0"), "a:noAutofit")
    add(body, "a:lstStyle")
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
    add_paths(properties, paths, area)
    add(properties, "a:noFill")
    _edge(properties, line, path_length(paths[0]) if len(paths) == 1 else 0)
    return shape


def straight(
    label: Label, start: Point, end: Point, line: Outline, ends: Sequence[tuple[int, int] | None] = (None, None)
) -> ET.Element:
    """Return a connector; `ends` are what its start and end are glued to: a shape's number and the site's on it."""
    shape = ET.Element("p:cxnSp", _NAMESPACES)
    about = add(shape, "p:nvCxnSpPr")
    _name(about, label)
    glue = add(about, "p:cNvCxnSpPr")
    for tag, site in zip(("a:stCxn", "a:endCxn"), ends, strict=True):
        if site:
            add(glue, tag, id=str(site[0]), idx=str(site[1]))
    add(about, "p:nvPr")
    properties = add(shape, "p:spPr")
    turned = {"flipH": "1"} if end.x < start.x else {}
    turned |= {"flipV": "1"} if end.y < start.y else {}
    area = Area(min(start.x, end.x), min(start.y, end.y), abs(end.x - start.x), abs(end.y - start.y))
    _place(properties, area, **turned)
    add(add(properties, "a:prstGeom", prst="straightConnector1"), "a:avLst")
    _edge(properties, line, path_length((start, end)))
    return shape


def overhang(head: Head, width: float) -> float:
    """Return how far a head stands out over the end of its line, in points."""
    kind, _, long = _HEADS[head]
    return _SIZES[long] * max(width, 2.0) / 2 if kind in _CENTRED else 0.0


def _shape(label: Label, *, title: bool = False) -> tuple[ET.Element, ET.Element]:
    """Return a new shape and its properties."""
    shape = ET.Element("p:sp", _NAMESPACES)
    about = add(shape, "p:nvSpPr")
    _name(about, label)
    add(about, "p:cNvSpPr")
    holder = add(about, "p:nvPr")
    if title:
        add(holder, "p:ph", type="title")
    return shape, add(shape, "p:spPr")


def _name(parent: ET.Element, label: Label) -> None:
    words = {"descr": visible(label.words)} if label.words else {}
    named = add(parent, "p:cNvPr", id=str(label.number), name=visible(label.name), **words)
    if not label.words:
        extension = add(add(named, "a:extLst"), "a:ext", uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
        add(extension, "adec:decorative", **{"xmlns:adec": _DECORATIVE}, val="1")


def _paragraph(body: ET.Element, wording: Wording, align: str) -> None:
    leftwards = runs_leftwards("".join(wording.lines))
    # "l" is where a line begins, which is on the right where it runs leftwards
    aligned = {"algn": "r" if leftwards and align == "l" else align} | ({"rtl": "1"} if leftwards else {})
    paragraph = add(body, "a:p")
    left = {"marL": emu((wording.inset or 0) + wording.hang)} | (
        {"indent": emu(-wording.hang)} if wording.bullet else {}
    )
    style = add(paragraph, "a:pPr", **left, **aligned)
    add(add(style, "a:lnSpc"), "a:spcPts", val=str(round(100 * wording.size * LINE_HEIGHT)))
    add(add(style, "a:spcBef"), "a:spcPts", val=str(round(100 * wording.before)))
    if wording.bullet:
        add(style, "a:buChar", char=wording.bullet)
    else:
        add(style, "a:buNone")
    for order, line in enumerate(wording.lines):
        if order:
            _font(add(paragraph, "a:br"), wording)
        run = add(paragraph, "a:r")
        _font(run, wording)
        add(run, "a:t").text = visible(line)


def _font(run: ET.Element, wording: Wording) -> None:
    size = {"sz": str(round(100 * wording.size)), "b": str(int(wording.bold))}
    font = add(run, "a:rPr", lang=LANGUAGE, **size, dirty="0")
    _fill(font, wording.colour)
    add(font, "a:latin", typeface=_FONT, panose=_PANOSE, pitchFamily="34")
    add(font, "a:cs", typeface=_FONT, panose=_PANOSE, pitchFamily="34")


def _edge(properties: ET.Element, line: Outline, length: float = 0) -> None:
    drawn = add(properties, "a:ln", w=emu(line.width), cap="flat")
    _fill(drawn, line.colour)
    dash = fitted(line.dash, length)
    if dash:
        strokes = add(drawn, "a:custDash")
        for stroke, gap in zip(dash[::2], dash[1::2], strict=True):
            # as shares of the line's width
            shares = {name: str(round(100_000 * part / line.width)) for name, part in (("d", stroke), ("sp", gap))}
            add(strokes, "a:ds", **shares)
    add(drawn, "a:round")
    for tag, head in (("a:headEnd", line.start), ("a:tailEnd", line.end)):
        if head:
            kind, width, long = _HEADS[head]
            add(drawn, tag, type=kind, w=width, len=long)


def _place(properties: ET.Element, area: Area, **turned: str) -> None:
    frame = add(properties, "a:xfrm", **turned)
    add(frame, "a:off", x=emu(area.x), y=emu(area.y))
    add(frame, "a:ext", cx=emu(area.width), cy=emu(area.height))


def _fill(parent: ET.Element, colour: str) -> None:
    """Fill with a colour, with nothing where it is ""."""
    if not colour:
        add(parent, "a:noFill")
        return
    add(add(parent, "a:solidFill"), "a:srgbClr", val=colour.removeprefix("#"))

"""A drawing as SVG: explicit paths and text only, so that every program that reads SVG shows the same picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from trustgraph.characters import visible
from trustgraph.colours import BAND, INK, PAPER
from trustgraph.drawing.brush import CAPITAL, Row, add, add_column, add_rectangle, add_stroke, add_words
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
from trustgraph.drawing.heads import HeadShape, head_shape
from trustgraph.drawing.looks import (
    CASING,
    FONTS,
    HALO,
    INSET,
    MARKS,
    RAIL,
    RING,
    TAB,
    TEXT_COLOURS,
    LineLook,
    box_look,
    label_edge,
    line_look,
)
from trustgraph.drawing.plates import CORNER, Area, box_area, box_corner, entries, hang, is_list, ring_area, sign_area
from trustgraph.drawing.strokes import branches, casings, cut, fitted, number, path_length, rounded, spot
from trustgraph.drawing.typefaces import font_faces
from trustgraph.vocabulary import Mark


def paint_svg_file(drawing: Drawing) -> bytes:
    """Return the drawing as an SVG picture that brings the letters it needs: a file of its own, for any machine."""
    return paint_svg(drawing, lettered=True)


def paint_svg(drawing: Drawing, *, paper: bool = True, lettered: bool = False) -> bytes:
    """Return the drawing as one SVG picture in points, its pages one below the other, on white paper or on none.

    A `lettered` one brings its fonts, cut down to the letters in it.
    """
    width = max((page.width for page in drawing.pages), default=0.0)
    height = sum(page.height for page in drawing.pages)
    size = {"width": f"{number(width)}pt", "height": f"{number(height)}pt"}
    words = {"role": "img", "lang": "en-GB", "xml:lang": "en-GB"}
    view = {"viewBox": f"0 0 {number(width)} {number(height)}"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **view, **words, "font-family": FONTS})
    # they name the picture without ids, which would be those of another where a page shows two
    alone = drawing.pages[0] if len(drawing.pages) == 1 else None
    add(root, "title").text = visible((alone and alone.title) or drawing.chart.title)
    add(root, "desc").text = " ".join(map(visible, (alone and alone.outline) or drawing.chart.outline))
    top = 0.0
    for order, page in enumerate(drawing.pages, 1):
        _paint_sheet(root, page, order, top, paper)
        top += page.height
    if lettered and (faces := font_faces(_letters(root))):
        add(root, "style").text = faces
    ET.indent(root)
    picture: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return picture + b"\n"


def _letters(root: ET.Element) -> dict[str, str]:
    """Return all that is written in a picture, by the style of the font."""
    letters = {"regular": "", "bold": ""}
    for text in root.iter("text"):
        letters[text.get("font-weight", "regular")] += text.text or ""
    return letters


def _paint_sheet(root: ET.Element, page: Layout, order: int, top: float, paper: bool) -> None:
    """Paint one page below those before it, with ids of its own."""
    sheet = add(root, "g", transform=f"translate(0 {number(top)})") if order > 1 else root
    if paper:
        add_rectangle(sheet, Area(0, 0, page.width, page.height), 0, fill=PAPER)
    _paint_page(sheet, page)
    for element in sheet.iter("g") if order > 1 else ():
        if name := element.get("id"):
            element.set("id", f"page-{order}-{name}")


def _paint_page(parent: ET.Element, page: Layout) -> None:
    """Paint one page, from what lies at the back to what lies in front."""
    for band in page.bands:
        add_rectangle(parent, Area(band.x, band.y, band.width, band.height), CORNER, fill=BAND)
    for box in page.boxes:
        _paint_ring(parent, box)
    for order, line in enumerate(page.lines, 1):
        _paint_line(parent, line, order, page.bands)
    for band in page.bands:
        _paint_tab(parent, band)
    for label in page.labels:
        _paint_label(parent, label)
    for box in page.boxes:
        _paint_box(parent, box)
    for sample in page.samples:
        _paint_sample(parent, sample)
    for text in page.texts:
        _paint_text(parent, text)


def _paint_sample(parent: ET.Element, sample: PlacedSample) -> None:
    """Paint what a legend entry explains: a line with its head, or the stroke and sign of a mark."""
    entry = sample.entry
    if entry.mark is None:
        look = line_look(entry.family, entry.force, entry.basis)
        _paint_path(parent, (sample.start, sample.end), look, (entry.mutual, True))
        return
    _paint_halo(parent, (sample.start, sample.end), entry.mark, HALO)
    middle = Point((sample.start.x + sample.end.x) / 2, sample.start.y + 9 * CAPITAL / 2)
    add_rectangle(parent, sign_area(sample), 3, fill=PAPER)
    add_words(parent, entry.mark.sign, middle, 9, fill=INK, **{"font-weight": "bold"})


def _paint_halo(parent: ET.Element, path: tuple[Point, ...], mark: Mark, width: float) -> None:
    """Paint what runs along a marked line on either side; between, paper keeps the line's contrast."""
    look = MARKS[mark]
    add_stroke(parent, rounded(path), look.colour, width, look.dash)
    add_stroke(parent, rounded(path), PAPER, width - 2 * RAIL)


def _paint_tab(parent: ET.Element, band: PlacedBand) -> None:
    """Paint the name of a tier, turned, in a tab; a line that leaves the band passes behind it."""
    add_rectangle(parent, Area(band.x, band.y, band.tab, band.height), CORNER, fill=TAB)
    middle = Point(band.x + band.tab / 2 + band.font_size * CAPITAL / 2, band.y + band.height / 2)
    turn = {"transform": f"rotate(-90 {spot(middle)})"}
    add_words(parent, band.name, middle, band.font_size, fill=PAPER, **{"font-weight": "bold", **turn})


def _paint_line(parent: ET.Element, line: PlacedLine, order: int, bands: Sequence[PlacedBand]) -> None:
    """Paint lines drawn as one: a casing that parts them from what they cross, the line, its heads."""
    keys = "\n".join(key for one in line.lines for key in one.keys)
    group = add(parent, "g", id=f"line-{order}", **{"data-key": keys})
    parts = branches(line)
    for part in parts:
        for colour, piece in casings(part.path, bands) if part.shaft else ():
            add_stroke(group, rounded(piece), colour, line_look(line.lines[part.line].family).width + CASING)
    for part in parts:
        one = line.lines[part.line]
        if one.mark and part.shaft:
            _paint_halo(group, part.path, one.mark, line_look(one.family).width + HALO)
        look = line_look(one.family, one.force, one.basis)
        _paint_path(group, part.path, look, (part.first and one.mutual, part.last), part.shaft)


def _paint_path(
    parent: ET.Element, path: tuple[Point, ...], look: LineLook, heads: tuple[bool, bool], shafted: bool = True
) -> None:
    """Paint one line with a head at its start, its end or both; the heads alone where it is not to be shafted."""
    first = head_shape(look.head, path[::-1]) if heads[0] else None
    last = head_shape(look.head, path) if heads[1] else None
    shaft = cut(path, last.inset) if last else path
    shaft = cut(shaft[::-1], first.inset)[::-1] if first else shaft
    if shafted:
        add_stroke(parent, rounded(shaft), look.colour, look.width, fitted(look.dash, path_length(shaft)))
    for shape in filter(None, (first, last)):
        _paint_head(parent, shape, look)


def _paint_head(parent: ET.Element, shape: HeadShape, look: LineLook) -> None:
    """Paint an arrowhead."""
    data = "".join("M" + "L".join(map(spot, stroke)) + ("Z" if shape.closed else "") for stroke in shape.strokes)
    fill = "none" if not shape.closed else PAPER if shape.hollow else look.colour
    width = 0.0 if shape.closed and not shape.hollow else max(look.width * 0.9, 1.0)
    head = add(parent, "path", d=data, fill=fill)
    if width:
        head.attrib |= {"stroke": look.colour, "stroke-width": number(width), "stroke-linejoin": "round"}


def _paint_label(parent: ET.Element, label: PlacedLabel) -> None:
    """Paint a label on its plate, in the colour of its line."""
    look = line_look(label.line.family)
    group = add(parent, "g", **{"data-key": "\n".join(key for line in label.lines for key in line.keys)})
    colour, width = label_edge(label.line.family)
    edge = {"stroke": colour, "stroke-width": number(width)}
    add_rectangle(group, Area(label.x, label.y, label.width, label.height), 3, fill=PAPER, **edge)
    middle = Point(label.x + label.width / 2, label.y + label.height / 2)
    add_column(group, middle, [Row(text, label.font_size, {"fill": look.colour}) for text in label.text])


def _paint_box(parent: ET.Element, placed: PlacedBox) -> None:
    """Paint a box, its name and the smaller lines under it."""
    look = box_look(placed.box)
    group = add(parent, "g", id=f"body-{placed.box.id}")
    edge = {"stroke": look.outline, "stroke-width": number(look.width)}
    if look.dash:
        edge["stroke-dasharray"] = " ".join(map(number, look.dash))
    add_rectangle(group, box_area(placed), box_corner(placed), fill=look.fill, **edge)
    names = [Row(text, placed.font_size, {"fill": look.ink, "font-weight": "bold"}) for text in placed.name]
    details = [Row(text, placed.detail_size, {"fill": look.detail}, left) for text, left in _set_in(placed)]
    add_column(group, Point(placed.x + placed.width / 2, placed.y + placed.height / 2), names, details)


def _set_in(placed: PlacedBox) -> Iterator[tuple[str, float | None]]:
    """Yield the smaller lines of a box, and where they begin; those that are centred begin anywhere."""
    if not is_list(placed):
        yield from ((text, None) for text in placed.details)
        return
    left = placed.x + INSET
    for entry in entries(placed):
        yield from (
            (text, left + (hang(entry, placed.detail_size) if order else 0)) for order, text in enumerate(entry)
        )


def _paint_ring(parent: ET.Element, placed: PlacedBox) -> None:
    """Paint the ring around a box if it is marked; the heads of lines stand in front of it."""
    if not placed.box.mark:
        return
    look = MARKS[placed.box.mark]
    group = add(parent, "g", id=f"ring-{placed.box.id}")
    edge = {"fill": "none", "stroke": look.colour, "stroke-width": number(look.width)}
    if look.dash:
        edge["stroke-dasharray"] = " ".join(map(number, look.dash))
    add_rectangle(group, ring_area(placed), box_corner(placed) + RING, **edge)


def _paint_text(parent: ET.Element, text: PlacedText) -> None:
    """Paint one line of the words around the chart."""
    weight = {"font-weight": "bold"} if text.bold else {}
    fill = TEXT_COLOURS.get(text.part, INK)
    add_words(parent, text.text, Point(text.x, text.y), text.font_size, "start", fill=fill, **weight)

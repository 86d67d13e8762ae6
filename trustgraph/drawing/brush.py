"""The elements of an SVG picture: words, columns of them, strokes and rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from trustgraph.characters import visible
from trustgraph.drawing.geometry import Point
from trustgraph.drawing.lettering import boxed, runs_leftwards
from trustgraph.drawing.plates import Area
from trustgraph.drawing.strokes import number
from trustgraph.drawing.text import LINE_HEIGHT, measure

# The height of a capital of the bundled font, in ems: words are centred by it.
CAPITAL = 0.688
_GAP = 2.0


class Row(NamedTuple):
    """A line of text in a column, centred, or begun at `left` where that is given."""

    text: str
    size: float
    style: dict[str, str]
    left: float | None = None


def add_column(parent: ET.Element, middle: Point, *blocks: Sequence[Row]) -> None:
    """Write blocks of lines one below the other, a small gap between blocks, centred on a point."""
    filled = [block for block in blocks if block]
    height = sum(row.size * LINE_HEIGHT for block in filled for row in block) + _GAP * (len(filled) - 1)
    top = middle.y - height / 2
    for block in filled:
        for text, size, style, left in block:
            baseline = top + size * (LINE_HEIGHT + CAPITAL) / 2
            if left is None:
                add_words(parent, text, Point(middle.x, baseline), size, **style)
            else:
                add_words(parent, text, Point(left, baseline), size, "start", **style)
            top += size * LINE_HEIGHT
        top += _GAP


def add_words(parent: ET.Element, text: str, at: Point, size: float, anchor: str = "middle", **style: str) -> None:
    """Write one line of text; a centred one from right to left where its own letters run so."""
    place = {"x": number(at.x), "y": number(at.y), "font-size": number(size), "text-anchor": anchor}
    if anchor == "middle" and runs_leftwards(text):
        place |= {"direction": "rtl", "unicode-bidi": "isolate"}
    seen = visible(text)
    if seen and boxed(seen) == seen:
        # where the font is another, its letters are drawn narrower or wider, so that they fit all the same
        length = measure(seen, size, bold="font-weight" in style)
        place |= {"textLength": number(length), "lengthAdjust": "spacingAndGlyphs"}
    add(parent, "text", **place, **style, **{"xml:space": "preserve"}).text = seen


def add_stroke(parent: ET.Element, data: str, colour: str, width: float, dash: Sequence[float] = ()) -> None:
    """Draw a path that is not filled."""
    path = add(parent, "path", d=data, fill="none", stroke=colour, **{"stroke-width": number(width)})
    if dash:
        path.set("stroke-dasharray", " ".join(map(number, dash)))


def add_rectangle(parent: ET.Element, area: Area, radius: float, **style: str) -> None:
    """Draw a rectangle whose corners are rounded."""
    size = {**area._asdict(), "rx": radius}
    add(parent, "rect", **{name: number(value) for name, value in size.items() if value or name != "rx"}, **style)


def add(parent: ET.Element, tag: str, /, **attributes: str) -> ET.Element:
    """Return a new element at the end of another."""
    return ET.SubElement(parent, tag, attributes)

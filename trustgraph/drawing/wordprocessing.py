"""Paragraphs and tables of a document as WordprocessingML, ECMA-376 part 1; widths in points."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from trustgraph.characters import visible
from trustgraph.colours import NAVY, PAPER, RULE
from trustgraph.drawing.lettering import runs_leftwards

_NAMESPACE = {"xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
# Word counts twentieths of a point
_TWIPS = 20


def paragraph(text: str, style: str = "Normal") -> ET.Element:
    """Return a paragraph in a style, named by its id; from right to left where its own letters run so."""
    element = ET.Element("w:p", _NAMESPACE)
    layout = _add(element, "w:pPr")
    _add(layout, "w:pStyle", style)
    if runs_leftwards(text):
        _add(layout, "w:bidi")
    _write(element, text)
    return element


def caption(text: str, number: int = 1) -> ET.Element:
    """Return the caption of a table, which stands above it and which Word counts; `number` until it does."""
    element = ET.Element("w:p", _NAMESPACE)
    layout = _add(element, "w:pPr")
    _add(layout, "w:pStyle", "Caption")
    _add(layout, "w:keepNext")
    _write(element, "Table ")
    _write(ET.SubElement(element, "w:fldSimple", {"w:instr": " SEQ Table \\* ARABIC "}), str(number))
    _write(element, f". {text}")
    return element


def ruled_table(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    style: str = "",
) -> ET.Element:
    """Return a table whose first row stands on top of every page.

    Its cells are of a style, named by its id, where one is given; a row of such small type may run over two pages.
    """
    element = ET.Element("w:tbl", _NAMESPACE)
    layout = _add(element, "w:tblPr")
    ET.SubElement(layout, "w:tblW", {"w:w": str(round(sum(widths) * _TWIPS)), "w:type": "dxa"})
    _rule(_add(layout, "w:tblBorders"))
    ET.SubElement(layout, "w:tblLayout", {"w:type": "fixed"})
    _pad(_add(layout, "w:tblCellMar"))
    ET.SubElement(layout, "w:tblLook", {"w:val": "0020", "w:firstRow": "1"})
    _add(layout, "w:tblCaption", visible(title))
    grid = _add(element, "w:tblGrid")
    for width in widths:
        ET.SubElement(grid, "w:gridCol", {"w:w": str(round(width * _TWIPS))})
    _add_row(element, columns, widths, style, head=True)
    for row in rows:
        _add_row(element, row, widths, style)
    return element


def _add_row(
    parent: ET.Element, texts: Sequence[str], widths: Sequence[float], style: str, *, head: bool = False
) -> None:
    row = _add(parent, "w:tr")
    layout = _add(row, "w:trPr")
    if head or not style:
        _add(layout, "w:cantSplit")
    if head:
        _add(layout, "w:tblHeader")
    for text, width in zip(texts, widths, strict=True):
        cell = _add(row, "w:tc")
        frame = _add(cell, "w:tcPr")
        ET.SubElement(frame, "w:tcW", {"w:w": str(round(width * _TWIPS)), "w:type": "dxa"})
        if head:
            ET.SubElement(frame, "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": NAVY[1:]})
        inside = _add(cell, "w:p")
        look = _add(inside, "w:pPr")
        if style:
            _add(look, "w:pStyle", style)
        if runs_leftwards(text):
            _add(look, "w:bidi")
        ET.SubElement(look, "w:spacing", {"w:before": "0", "w:after": "0"})
        _write(inside, text, head=head)


def _rule(borders: ET.Element) -> None:
    for side in ("bottom", "insideH"):
        ET.SubElement(borders, f"w:{side}", {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": RULE[1:]})


def _pad(margins: ET.Element) -> None:
    for side, points in (("top", 3.5), ("left", 5), ("bottom", 3.5), ("right", 5)):
        ET.SubElement(margins, f"w:{side}", {"w:w": str(round(points * _TWIPS)), "w:type": "dxa"})


def _write(parent: ET.Element, text: str, *, head: bool = False) -> None:
    run = _add(parent, "w:r")
    style = _add(run, "w:rPr")
    if head:
        _add(style, "w:b")
        _add(style, "w:color", PAPER[1:])
    if runs_leftwards(text):
        _add(style, "w:rtl")
    written = _add(run, "w:t")
    written.set("xml:space", "preserve")
    written.text = visible(text)


def _add(parent: ET.Element, tag: str, value: str = "") -> ET.Element:
    """Return a new element at the end of another, with a value where there is one."""
    return ET.SubElement(parent, tag, {"w:val": value} if value else {})

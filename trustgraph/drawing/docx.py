"""A drawing as a Word document: its charts as pictures under their headings, notes, and the table of relationships."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from trustgraph.characters import visible
from trustgraph.drawing.cropping import cropped
from trustgraph.drawing.documents import MARGIN_ABOVE, append, blank, turn_to
from trustgraph.drawing.geometry import Drawing, Layout
from trustgraph.drawing.packages import describe, settled
from trustgraph.drawing.page import MARGIN, PAPERS, flowing
from trustgraph.drawing.pages import COLUMNS, SHARES, alternative, paint_png, title_of
from trustgraph.drawing.paragraphs import paragraphs
from trustgraph.drawing.svg import paint_svg
from trustgraph.drawing.wordprocessing import caption, paragraph, ruled_table

if TYPE_CHECKING:
    from docx.document import Document

_DPI = 200
# the most that a heading and a line under it take
_HEADING, _LINE = 42.0, 20.0
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def paint_docx(drawing: Drawing, *, table: bool = True) -> bytes:
    """Return the drawing as a document, each page in a section of its size, then its relationships as a table.

    Raises MissingExtraError without python-docx, RenderError for a picture of too many pixels.
    """
    document = blank()
    for order, page in enumerate(drawing.pages):
        turn_to(document, page.width, page.height, first=not order)
        _write_page(document, drawing, page, first=not order)
    if table and drawing.chart.table:
        turn_to(document, *PAPERS["A4"], first=not drawing.pages)
        _write_table(document, drawing)
    describe(document.core_properties, drawing)
    return settled(document.save)


def _write_page(document: Document, drawing: Drawing, page: Layout, *, first: bool) -> None:
    """Write the words and the picture of one page."""
    said = list(_said(drawing, page))
    title = " ".join(text for part, text in said if part == "title") or title_of(drawing)
    append(document, paragraph(title, "Heading1" if first else "Heading2"))
    subtitles = [text for part, text in said if part == "subtitle"]
    for text in subtitles:
        append(document, paragraph(text, "Subtitle"))
    if page.boxes:
        _add_picture(document, drawing, page, _HEADING + _LINE * len(subtitles))
    for part, text in said:
        if part in ("note", "source"):
            append(document, paragraph(text))


def _said(drawing: Drawing, page: Layout) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a page with their part, whole as they were before they were set in lines."""
    chart = drawing.chart
    whole = {"".join(text.split()): text for text in (chart.title, flowing(chart.subtitle), chart.source, *chart.notes)}
    for lines in paragraphs(page.texts):
        texts = [line.text for line in lines]
        yield lines[0].part, whole.get("".join("".join(texts).split()), " ".join(texts))


def _add_picture(document: Document, drawing: Drawing, page: Layout, above: float) -> None:
    """Add the chart and legend of a page, as large as drawn where there is room below `above` points of words."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.shared import Length, Pt

    inside, section = cropped(page, "legend"), document.sections[-1]
    across = Length(section.page_width or 0).pt - 2 * MARGIN
    down = Length(section.page_height or 0).pt - 2 * MARGIN_ABOVE - above
    scale = min(1.0, across / inside.width, down / inside.height)
    shown = drawing._replace(pages=(inside,))
    document.add_picture(
        BytesIO(paint_png(shown, dpi=_DPI)), width=Pt(inside.width * scale), height=Pt(inside.height * scale)
    )
    *others, picture = document.element.body.iter("{*}inline")
    picture.docPr.set("descr", alternative(drawing, page))
    picture.docPr.set("name", visible(page.title or title_of(drawing)))
    # where nothing is said LibreOffice keeps text an eighth of an inch off, and pushes the picture over the margin
    for side in ("distT", "distB", "distL", "distR"):
        picture.set(side, "0")
    name = PackURI(f"/word/media/chart{len(others) + 1}.svg")
    part = Part(name, "image/svg+xml", paint_svg(shown), document.part.package)
    _add_twin(picture, document.part.relate_to(part, f"{_RELATED}/image"))


def _add_twin(picture: Any, relation: str) -> None:
    """Let programs that can do so show the SVG instead of the PNG."""
    from docx.oxml import parse_xml

    (blip,) = picture.iter("{*}blip")
    twin = f'<asvg:svgBlip xmlns:asvg="{_SVG}" xmlns:r="{_RELATED}" r:embed="{relation}"/>'
    blip.append(parse_xml(f'<a:extLst xmlns:a="{_DRAWN}"><a:ext uri="{_SVG_EXTENSION}">{twin}</a:ext></a:extLst>'))


def _write_table(document: Document, drawing: Drawing) -> None:
    """Write the relationships as a table with a caption."""
    title = title_of(drawing)
    append(document, paragraph("Relationships", "Heading2"))
    append(document, caption(f"Who answers to whom, and what else passes between them: {title}"))
    width = (PAPERS["A4"][0] - 2 * MARGIN) / sum(SHARES)
    append(document, ruled_table(title, COLUMNS, drawing.chart.table, [width * share for share in SHARES]))
    # Word wants a paragraph after a table
    append(document, paragraph(""))

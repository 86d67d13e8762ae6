"""A drawing as a Word document: its charts as pictures under their headings, notes, and the table of relationships."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from trustgraph.characters import visible
from trustgraph.colours import INK, SLATE
from trustgraph.drawing.cropping import cropped
from trustgraph.drawing.geometry import Drawing, Layout
from trustgraph.drawing.looks import FONTS
from trustgraph.drawing.packages import LANGUAGE, describe, settled
from trustgraph.drawing.page import MARGIN, PAPERS
from trustgraph.drawing.pages import COLUMNS, alternative, paint_png, title_of
from trustgraph.drawing.paragraphs import paragraphs
from trustgraph.drawing.svg import paint_svg
from trustgraph.drawing.wordprocessing import caption, paragraph, ruled_table
from trustgraph.errors import MissingExtraError

if TYPE_CHECKING:
    from docx.document import Document

# the largest page Word has, in points
LARGEST = 22 * 72.0

# the font every office has; the one of our pictures is as wide
_FONT = FONTS.split(", ")[1]
_DPI = 200
# above and below a little less than a PDF has, since Word sets its lines wider
_MARGIN = MARGIN - 8
# the most that a heading and a line under it take
_HEADING, _LINE = 42.0, 20.0
_STYLES = {
    # size, bold, colour, room above and below
    "Normal": (10, False, INK, 0, 4),
    "Heading 1": (16, True, INK, 0, 2),
    "Heading 2": (14, True, INK, 0, 2),
    "Subtitle": (10, False, SLATE, 0, 6),
    "Caption": (10, False, SLATE, 0, 4),
}
_SHARES = (2.8, 2.3, 2.8, 2.8, 2.5)
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def paint_docx(drawing: Drawing, *, table: bool = True) -> bytes:
    """Return the drawing as a document, each page in a section of its size, then its relationships as a table.

    Raises MissingExtraError without python-docx, RenderError for a picture of too many pixels.
    """
    try:
        import docx
    except ImportError:
        raise MissingExtraError("office") from None
    document = docx.Document()
    _strip(document)
    _restyle(document)
    for order, page in enumerate(drawing.pages):
        _turn_to(document, page.width, page.height, first=not order)
        _write_page(document, drawing, page, first=not order)
    if table and drawing.chart.table:
        _turn_to(document, *PAPERS["A4"], first=not drawing.pages)
        _write_table(document, drawing)
    describe(document.core_properties, drawing)
    return settled(document.save)


def _strip(document: Document) -> None:
    """Take out the picture of the template, which would be shown for the document."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    relations = document.part.package.rels
    for name in [name for name, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]


def _restyle(document: Document) -> None:
    """Give the styles that are used our type and colours, and every text its language."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt, RGBColor

    for language in document.styles.element.iter("{*}lang"):
        for name in language.attrib:
            if name.endswith("}val"):
                language.set(name, LANGUAGE)
    for name, (size, bold, colour, above, below) in _STYLES.items():
        style: Any = document.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
        style.font.name = _FONT
        _plain(style.element.rPr)
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(above), Pt(below)
        layout.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _plain(look: Any) -> None:
    """Take the theme's fonts out of a style, which would come before one by its name, and letters set apart."""
    for theme in [attribute for attribute in look.rFonts.attrib if attribute.endswith("Theme")]:
        del look.rFonts.attrib[theme]
    for apart in list(look.iter("{*}spacing")):
        look.remove(apart)


def _turn_to(document: Document, width: float, height: float, *, first: bool) -> None:
    """Begin a section of this size, or of A3 where Word has no page so large."""
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Pt

    if max(width, height) > LARGEST:
        width, height = sorted(PAPERS["A3"], reverse=width > height)
    section = document.sections[0] if first else document.add_section(WD_SECTION.NEW_PAGE)
    if not first:
        _close(document)
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = Pt(MARGIN)
    section.top_margin = section.bottom_margin = Pt(_MARGIN)
    section.header_distance = section.footer_distance = Pt(MARGIN / 2)


def _close(document: Document) -> None:
    """Let a section end with its last paragraph, not with an empty one that might need a page of its own."""
    *_, last, empty, _ = document.element.body
    if last.tag == empty.tag:
        last.get_or_add_pPr().append(empty.pPr[-1])
        document.element.body.remove(empty)


def _write_page(document: Document, drawing: Drawing, page: Layout, *, first: bool) -> None:
    """Write the words and the picture of one page."""
    said = list(_said(drawing, page))
    title = " ".join(text for part, text in said if part == "title") or title_of(drawing)
    _append(document, paragraph(title, "Heading1" if first else "Heading2"))
    subtitles = [text for part, text in said if part == "subtitle"]
    for text in subtitles:
        _append(document, paragraph(text, "Subtitle"))
    if page.boxes:
        _add_picture(document, drawing, page, _HEADING + _LINE * len(subtitles))
    for part, text in said:
        if part in ("note", "source"):
            _append(document, paragraph(text))


def _said(drawing: Drawing, page: Layout) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a page with their part, whole as they were before they were set in lines."""
    chart = drawing.chart
    whole = {"".join(text.split()): text for text in (chart.title, chart.subtitle, chart.source, *chart.notes)}
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
    down = Length(section.page_height or 0).pt - 2 * _MARGIN - above
    scale = min(1.0, across / inside.width, down / inside.height)
    shown = drawing._replace(pages=(inside,))
    document.add_picture(
        BytesIO(paint_png(shown, dpi=_DPI)), width=Pt(inside.width * scale), height=Pt(inside.height * scale)
    )
    *others, picture = document.element.body.iter("{*}inline")
    picture.docPr.set("descr", alternative(drawing, page))
    picture.docPr.set("name", visible(page.title or title_of(drawing)))
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
    _append(document, paragraph("Relationships", "Heading2"))
    _append(document, caption(f"Who answers to whom, and what else passes between them: {title}"))
    width = (PAPERS["A4"][0] - 2 * MARGIN) / sum(_SHARES)
    _append(document, ruled_table(title, COLUMNS, drawing.chart.table, [width * share for share in _SHARES]))
    # Word wants a paragraph after a table
    _append(document, paragraph(""))


def _append(document: Document, element: ET.Element) -> None:
    """Put an element at the end of a document, before what is said there of its last section."""
    from docx.oxml import parse_xml

    document.element.body[-1].addprevious(parse_xml(ET.tostring(element)))

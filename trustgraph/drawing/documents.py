"""A Word document as such: a blank one in our type, its sections, and what is put at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from trustgraph.colours import INK, SLATE
from trustgraph.drawing.looks import FONTS
from trustgraph.drawing.packages import LANGUAGE
from trustgraph.drawing.page import MARGIN, PAPERS
from trustgraph.errors import MissingExtraError

if TYPE_CHECKING:
    from docx.document import Document

# the largest page Word has, in points
LARGEST = 22 * 72.0
# above and below a little less than a PDF has, since Word sets its lines wider
MARGIN_ABOVE = MARGIN - 8

# the font every office has; the one of our pictures is as wide
_FONT = FONTS.split(", ")[1]
_STYLES = {
    # size, bold, colour, room above and below
    "Normal": (10, False, INK, 0, 4),
    "Heading 1": (16, True, INK, 0, 2),
    "Heading 2": (14, True, INK, 0, 2),
    "Heading 3": (11, True, INK, 8, 2),
    "Subtitle": (10, False, SLATE, 0, 6),
    "Caption": (10, False, SLATE, 0, 4),
    "Body Text 3": (8, False, INK, 0, 0),
}


def blank() -> Document:
    """Return a document with nothing in it, in our type; raises MissingExtraError without python-docx."""
    try:
        import docx
    except ImportError:
        raise MissingExtraError("office") from None
    document = docx.Document()
    _strip(document)
    _restyle(document)
    return document


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


def turn_to(document: Document, width: float, height: float, *, first: bool) -> None:
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
    section.top_margin = section.bottom_margin = Pt(MARGIN_ABOVE)
    section.header_distance = section.footer_distance = Pt(MARGIN / 2)


def _close(document: Document) -> None:
    """Let a section end with its last paragraph, not with an empty one that might need a page of its own."""
    *_, last, empty, _ = document.element.body
    if last.tag == empty.tag:
        last.get_or_add_pPr().append(empty.pPr[-1])
        document.element.body.remove(empty)


def append(document: Document, element: ET.Element) -> None:
    """Put an element at the end of a document, before what is said there of its last section."""
    from docx.oxml import parse_xml

    document.element.body[-1].addprevious(parse_xml(ET.tostring(element)))

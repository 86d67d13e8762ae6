"""A drawing as PowerPoint slides: one a page, its boxes, lines and words native shapes that can be edited."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.packages import describe, settled
from trustgraph.drawing.slides import slide_shapes
from trustgraph.errors import MissingExtraError, RenderError

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.util import Length

# the largest slide PowerPoint opens, in points
LARGEST = 56 * 72.0

_EMU = 12700
_TITLE_ONLY = 5


def paint_pptx(drawing: Drawing) -> bytes:
    """Return the drawing as slides, each as large as its page, or as the largest of them.

    Raises MissingExtraError without python-pptx, RenderError for a page larger than a slide can be.
    """
    try:
        from pptx.oxml import parse_xml
    except ImportError:
        raise MissingExtraError("office") from None
    presentation = _blank(drawing)
    for page in drawing.pages:
        slide = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_ONLY])
        shapes = slide.shapes.element
        for holder in list(slide.placeholders):
            shapes.remove(holder.element)
        for shape in slide_shapes(drawing, page):
            shapes.append(parse_xml(ET.tostring(shape)))
    describe(presentation.core_properties, drawing)
    return settled(presentation.save)


def _blank(drawing: Drawing) -> Presentation:
    """Return a presentation without slides, as large as the largest page."""
    import pptx
    from pptx.util import Emu

    width = max((page.width for page in drawing.pages), default=595.28)
    height = max((page.height for page in drawing.pages), default=841.89)
    if max(width, height) > LARGEST:
        raise RenderError(
            f"a slide of {max(width, height) / 72:.0f} inches would pass PowerPoint's limit of {LARGEST / 72:.0f}; "
            "draw fewer bodies (--tier, --family, --around), or on A4 or A3"
        )
    presentation = pptx.Presentation()
    _strip(presentation)
    _resize(presentation, Emu(round(width * _EMU)), Emu(round(height * _EMU)))
    return presentation


def _resize(presentation: Presentation, width: Length, height: Length) -> None:
    """Make the slides this large, and move the places for titles and text on their masters along."""
    across, down = width / (presentation.slide_width or width), height / (presentation.slide_height or height)
    presentation.slide_width, presentation.slide_height = width, height
    # the template's is that of a screen
    presentation.element.find("{*}sldSz").attrib.pop("type", None)
    for master in (presentation.slide_master, *presentation.slide_layouts):
        for place in chain(master.element.iter("{*}off"), master.element.iter("{*}ext")):
            for name, scale in (("x", across), ("cx", across), ("y", down), ("cy", down)):
                if name in place.attrib:
                    place.set(name, str(round(int(place.get(name)) * scale)))


def _strip(presentation: Presentation) -> None:
    """Take out what the template's maker left in it: a picture of an empty slide, the settings of a printer."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    package, main = presentation.part.package, presentation.part
    thumbnail, printer = RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.PRINTER_SETTINGS
    package.drop_rel(package.relate_to(package.part_related_by(thumbnail), thumbnail))
    main.drop_rel(main.relate_to(main.part_related_by(printer), printer))

"""A drawing as PDF and PNG, set by typst from the same SVG.

The PDF is tagged (PDF/UA-1, and PDF/A-2a where it has a date): title and notes are text of its own, the chart a
picture whose text alternative is the outline, and the relationships follow as a table.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from zlib import crc32

from trustgraph.characters import visible
from trustgraph.colours import INK, NAVY, RULE, SLATE
from trustgraph.drawing.geometry import Drawing, Layout, PlacedText
from trustgraph.drawing.lettering import boxed
from trustgraph.drawing.looks import TEXT_COLOURS
from trustgraph.drawing.metrics import FOLDER
from trustgraph.drawing.svg import paint_svg
from trustgraph.errors import RenderError

if TYPE_CHECKING:
    from typst import Compiler, Fonts, PDFStandard

COLUMNS = ("Who", "Does what", "To or with whom", "About", "Clause")
# how wide they are, of one another: a clause may be a heading
SHARES = (2.8, 2.3, 2.8, 2.8, 2.5)
MOST_PIXELS = 50_000_000

_TEMPLATE = Path(__file__).with_name("pages.typ")
_POINTS_PER_INCH = 72
_INCHES_PER_METRE = 1 / 0.0254
# how many bytes of a PNG tell its pixels
_HEADER = 33
_LEFTWARDS = re.compile(r'(<text [^>]*direction="rtl"[^>]*>)([^<]*)')
_BEFORE = ("title", "subtitle")
_AFTER = ("note", "source")


def paint_pdf(drawing: Drawing, *, table: bool = True) -> bytes:
    """Return the drawing as a tagged PDF, each page as large as its layout; then its relationships as a table."""
    chart = drawing.chart
    date = date_of(drawing)
    data = {
        "pages": [_page(drawing, page) for page in drawing.pages],
        "title": boxed(visible(title_of(drawing))),
        "date": date,
        "table": [[boxed(visible(cell)) for cell in row] for row in chart.table] if table else [],
    }
    standards: list[PDFStandard] = ["ua-1", "a-2a"] if date else ["ua-1"]
    return _compile(data, "pdf", pdf_standards=standards)


def paint_png(drawing: Drawing, *, dpi: int = 150) -> bytes:
    """Return the drawing as one PNG picture, its pages one below the other; raises RenderError over 50 megapixels."""
    pages = _on_whole_pixels(drawing.pages, _POINTS_PER_INCH / dpi)
    width, height = max(page.width for page in pages), sum(page.height for page in pages)
    pixels = width * height * (dpi / _POINTS_PER_INCH) ** 2
    if pixels > MOST_PIXELS:
        raise RenderError(
            f"a PNG of {pixels / 1e6:,.0f} megapixels would pass the limit of {MOST_PIXELS // 10**6}; "
            "draw fewer bodies (--tier, --family, --around), a smaller page or fewer dots an inch (--dpi), "
            "or an SVG or PDF."
        )
    picture = _settable(paint_svg(drawing._replace(pages=pages)))
    wordless: dict[str, Any] = {"margin": 0, "alt": "", "before": [], "after": []}
    page = {"width": width, "height": height, "picture": picture}
    made = _compile({"pages": [wordless | page], "title": "", "date": None, "table": []}, "png", ppi=float(dpi))
    return _sized(made, dpi)


def _sized(picture: bytes, dpi: int) -> bytes:
    """Return a PNG picture that says how large it is on paper, which typst leaves open."""
    metre = round(dpi * _INCHES_PER_METRE)
    chunk = b"pHYs" + struct.pack(">IIB", metre, metre, 1)
    density = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", crc32(chunk))
    return picture[:_HEADER] + density + picture[_HEADER:]


def _on_whole_pixels(pages: Sequence[Layout], pixel: float) -> tuple[Layout, ...]:
    """Return pages that, one below the other, end with a pixel: else typst would leave out a row here and there.

    It rounds up how many pixels a picture has, so a hair is left off, in the hundredths of a point that SVG has.
    """
    width, height = max(page.width for page in pages), sum(page.height for page in pages)
    across, down = max(round(width / pixel), 1), max(round(height / pixel), 1)
    whole_width = floor(across * pixel * 100 - 0.5) / 100
    whole_height = floor(down * whole_width / across * 100) / 100
    *above, last = (page._replace(width=page.width + whole_width - width) for page in pages)
    return (*above, last._replace(height=last.height + whole_height - height))


def _page(drawing: Drawing, page: Layout) -> dict[str, Any]:
    """Return one page of the PDF: its picture, and the words before and after it as text."""
    # pages are numbered when the table has its own, which counts with them
    inside = tuple(text for text in page.texts if text.part not in (*_BEFORE, *_AFTER, "page"))
    picture = paint_svg(drawing._replace(pages=(page._replace(texts=inside),)), paper=False)
    return {
        "width": page.width,
        "height": page.height,
        "margin": min((text.x for text in page.texts), default=28),
        "picture": _settable(picture),
        "alt": alternative(drawing, page),
        "before": _blocks(text for text in page.texts if text.part in _BEFORE),
        "after": _blocks(text for text in page.texts if text.part in _AFTER),
    }


def _settable(picture: bytes) -> str:
    """Return a picture as typst can set it: a box for each letter the fonts lack, and marks where text runs leftwards.

    Of the direction that the text itself names it knows nothing.
    """
    return _LEFTWARDS.sub("\\1\u2067\\2\u2069", boxed(picture.decode()))


def alternative(drawing: Drawing, page: Layout) -> str:
    """Return what is read aloud for a page: what it is, then in sentences what it shows."""
    boxes, lines = len(page.boxes), sum(len(line.lines) for line in page.lines)
    count = f"{boxes} {'box' if boxes == 1 else 'boxes'} and {lines} {'line' if lines == 1 else 'lines'}"
    rest = " ".join(page.outline or drawing.chart.outline)
    return visible(f"Governance chart, {title_of(drawing)}: {count}. {rest}")


def title_of(drawing: Drawing) -> str:
    """Return what the document is called."""
    return next(filter(str.strip, (drawing.chart.title, drawing.model.title or "")), drawing.model.id)


def _blocks(texts: Iterable[PlacedText]) -> list[dict[str, Any]]:
    """Return the lines of each part and style as one block, so that they are read aloud together."""
    blocks = []
    seen = (text for text in texts if text.text.strip())
    for (part, x, size, bold), group in groupby(seen, key=lambda text: (text.part, text.x, text.font_size, text.bold)):
        lines = list(group)
        step = (lines[-1].y - lines[0].y) / (len(lines) - 1) if len(lines) > 1 else 0
        words = [boxed(visible(line.text)) for line in lines]
        style = {"size": size, "bold": bold, "fill": TEXT_COLOURS[part], "heading": part == "title"}
        blocks.append({"x": x, "y": lines[0].y, "leading": step, "lines": words, **style})
    return blocks


def date_of(drawing: Drawing) -> tuple[int, int, int] | None:
    """Return the date the chart is drawn as at, its first day where it is a month or a year."""
    if not drawing.chart.as_at:
        return None
    year, month, day = (*map(int, drawing.chart.as_at.split("-")), 1, 1)[:3]
    return year, month, day


def _compile(data: dict[str, Any], form: Literal["pdf", "png"], **options: Any) -> bytes:
    """Return what typst makes of the pages; raises RenderError with typst's reason."""
    from typst import Compiler, TypstError

    colours = {"ink": INK, "quiet": SLATE, "rule": RULE, "head": NAVY}
    inputs = {"data": json.dumps({**data, **colours, "columns": COLUMNS, "shares": SHARES}, ensure_ascii=False)}
    compiler: Compiler = Compiler(_TEMPLATE.read_bytes(), font_paths=_fonts(), sys_inputs=inputs)
    try:
        made = compiler.compile(format=form, timestamp=0, **options)
    except (TypstError, RuntimeError) as error:
        raise RenderError(f"typst could not write the {form.upper()}: {error}") from error
    return _whole(made)


def _whole(made: bytes | Sequence[bytes] | None) -> bytes:
    """Return the one file that was made."""
    if not isinstance(made, bytes) or not made:
        raise RenderError("typst gave back no file; `trustgraph doctor` shows its version")
    return made


@cache
def _fonts() -> Fonts:
    """Return the bundled fonts and no other, so that a file is the same on every machine."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])

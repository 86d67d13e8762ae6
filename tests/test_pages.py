"""PDF and PNG: pages of exactly the layout's size, tagged, dated, readable aloud, the same bytes every time."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from tests.conftest import Run
from tests.sketches import rich_drawing, small_drawing
from trustgraph.characters import visible
from trustgraph.drawing.geometry import Drawing, Layout, PlacedText
from trustgraph.drawing.lettering import boxed, missing_glyphs, runs_leftwards
from trustgraph.drawing.metrics import METRICS, read_metrics
from trustgraph.drawing.pages import COLUMNS, paint_pdf, paint_png
from trustgraph.drawing.picture import draw
from trustgraph.errors import RenderError
from trustgraph.formats import load

PAINT = """
import sys
from tests.sketches import rich_drawing
from trustgraph.drawing.pages import paint_pdf, paint_png
sys.stdout.buffer.write({paint}(rich_drawing()))
"""


def read(drawing: Drawing, *, table: bool = True) -> PdfReader:
    """Return a drawing's PDF, read back."""
    return PdfReader(BytesIO(paint_pdf(drawing, table=table)))


def tags(reader: PdfReader) -> list[tuple[str, DictionaryObject]]:
    """Return the elements of a PDF's structure in reading order, each with its role."""
    found: list[tuple[str, DictionaryObject]] = []
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, ArrayObject):
            waiting.extend(reversed(element))
        elif isinstance(element, DictionaryObject):
            if "/S" in element:
                found.append((str(element["/S"]), element))
            if "/K" in element:
                waiting.append(element["/K"])
    return found


def png_size(picture: bytes) -> tuple[int, ...]:
    """Return the width and height a PNG's header gives."""
    return struct.unpack(">II", picture[16:24])


def test_the_chart_page_has_the_size_of_its_layout() -> None:
    """The first page is A4 to a hundredth of a point."""
    box = read(rich_drawing()).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((595.28, 841.89), abs=0.01)


def test_each_layout_is_a_page_and_the_table_follows() -> None:
    """Two pages of chart and one of table are three pages."""
    drawing = small_drawing()
    sizes = [round(float(page.mediabox.width)) for page in read(drawing._replace(pages=drawing.pages * 2)).pages]
    assert sizes == [300, 300, 595]


def test_the_table_can_be_left_out() -> None:
    """Without the table the chart is alone on its page, which then has no number."""
    reader = read(rich_drawing(), table=False)
    assert len(reader.pages) == 1
    assert "Page 1" not in reader.pages[0].extract_text()


def test_pages_are_numbered() -> None:
    """Chart and table pages count together."""
    texts = [page.extract_text() for page in read(rich_drawing()).pages]
    assert [f"Page {order} of 2" in text for order, text in enumerate(texts, 1)] == [True, True]


def test_text_can_be_selected() -> None:
    """Names, labels and title are text, not outlines."""
    text = read(rich_drawing()).pages[0].extract_text()
    assert all(words in text for words in ("Board of Trustees", "makes recommendations to", "Governance structure —"))


def test_a_row_of_the_table_stays_on_its_page() -> None:
    """No row is torn over two pages, but one that no page might hold."""
    drawing = small_drawing()
    rows = [(f"start{at}", "reports to", "Board", "a matter of some length " * 4 + f"end{at}", "") for at in range(60)]
    rows.append(("startlong", "reports to", "Board", "words " * 900 + "endlong", ""))
    reader = read(drawing._replace(chart=drawing.chart._replace(table=tuple(rows))))
    texts = [page.extract_text().split() for page in reader.pages]
    assert len(texts) > 5
    torn = [at for at in (*range(60), "long") if not any({f"start{at}", f"end{at}"} <= {*text} for text in texts)]
    assert torn == ["long"]


def test_the_table_holds_every_relationship() -> None:
    """Who, what, whom, about and clause of each line stand in the table."""
    drawing = rich_drawing()
    cells = [element for role, element in tags(read(drawing)) if role == "/TD"]
    assert len(cells) == len(COLUMNS) * len(drawing.chart.table)


def test_the_structure_reads_in_order() -> None:
    """A screen reader finds the title as a heading, the chart as a figure, its notes, and a table with headings."""
    roles = [role for role, _ in tags(read(rich_drawing()))]
    kept = [role for role in roles if role in ("/H1", "/H2", "/Figure", "/Table", "/TH")]
    assert kept == ["/H1", "/Figure", "/H1", "/Table", *["/TH"] * len(COLUMNS)]


def test_a_note_is_read_once() -> None:
    """Notes stand under their chart, and not again behind the table."""
    text = " ".join(page.extract_text() for page in read(draw(load("nottinghamshire-2016"))).pages)
    assert text.count("MASH Governance Group") == 1


def test_the_chart_has_its_outline_as_alternative() -> None:
    """What the picture says can be heard in sentences."""
    drawing = small_drawing()
    figure = next(element for role, element in tags(read(drawing)) if role == "/Figure")
    assert figure["/Alt"] == "Governance chart, Board: 2 boxes and 1 line. Executive reports to Board."


def test_each_page_has_an_alternative_of_its_own() -> None:
    """Of several pages each says what it shows, and is numbered with the table that follows."""
    drawing = small_drawing()
    page = drawing.pages[0]
    number = PlacedText("page", "Page 1 of 1", 240, 226, 8)
    pages = tuple(page._replace(outline=(f"Part {order}.",), texts=(*page.texts, number)) for order in (1, 2))
    reader = read(drawing._replace(pages=pages))
    figures = [str(element["/Alt"]) for role, element in tags(reader) if role == "/Figure"]
    assert figures == [f"Governance chart, Board: 2 boxes and 1 line. Part {order}." for order in (1, 2)]
    assert [text.count("Page") for text in (each.extract_text() for each in reader.pages)] == [1, 1, 1]


def test_the_document_knows_its_title_language_and_date() -> None:
    """The title is the chart's, the language British English, the date that the chart is drawn as at; no author."""
    reader = read(rich_drawing())
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Example Learning Trust", None)
    assert (reader.trailer["/Root"]["/Lang"], str(reader.metadata.creation_date)[:10]) == ("en-GB", "2015-11-30")


@pytest.mark.parametrize(("as_at", "part"), [("2015", "3"), ("2015-11", "3"), ("2015-11-30", "3"), (None, "")])
def test_the_document_says_which_standards_it_keeps(as_at: str | None, part: str) -> None:
    """Every PDF is PDF/UA-1, and one with a date PDF/A-2a too."""
    drawing = small_drawing()
    metadata = paint_pdf(drawing._replace(chart=drawing.chart._replace(as_at=as_at)))
    assert b"pdfuaid:part" in metadata
    assert (b"pdfaid:part" in metadata) == bool(part)


@pytest.mark.parametrize("painter", ["paint_pdf", "paint_png"])
def test_the_same_drawing_gives_the_same_bytes(painter: str, run: Run, pytestconfig: pytest.Config) -> None:
    """Neither the clock, the place, the language nor a missing home changes a file."""
    results = [
        run("-c", PAINT.format(paint=painter), PYTHONPATH=str(pytestconfig.rootpath), **place).stdout
        for place in (
            {"TZ": "UTC"},
            {
                "TZ": "Asia/Tokyo",
                "LC_ALL": "C",
                "HOME": "/nonexistent",
                "TMPDIR": "/nonexistent",
                "PYTHONHASHSEED": "7",
            },
        )
    ]
    assert results[0] == results[1] != ""


def test_a_png_has_the_pixels_asked_for() -> None:
    """At 150 dots an inch, 300 by 240 points are 625 by 500 pixels."""
    assert png_size(paint_png(small_drawing())) == (625, 500)


def test_pages_of_a_png_stand_one_below_the_other() -> None:
    """A PNG of several pages is as high as all of them."""
    drawing = small_drawing()
    assert png_size(paint_png(drawing._replace(pages=drawing.pages * 2), dpi=72)) == (300, 480)


def test_a_png_says_how_large_it_is_on_paper() -> None:
    """A program that places it need not guess."""
    across, down = Image.open(BytesIO(paint_png(small_drawing(), dpi=200))).info["dpi"]
    assert (round(across), round(down)) == (200, 200)


@pytest.mark.parametrize("size", [(300, 240), (300.2, 240.1), (240.1, 300.3), (300.4, 100.4)])
def test_like_lines_of_text_look_alike(size: tuple[float, float]) -> None:
    """On a page that ends within a pixel no row of any line is left out, and none is there twice."""
    step = 20
    texts = tuple(PlacedText("note", "Habgq", 9.6, step * order * 0.48, 8) for order in range(2, 10))
    drawing = small_drawing()
    picture = paint_png(drawing._replace(pages=(Layout(*size, texts=texts),)))
    rows = Image.open(BytesIO(picture)).convert("RGB")
    first, *others = (rows.crop((0, step * order - 14, 100, step * order + 6)) for order in range(2, 10))
    differing = max(most for other in others for _, most in ImageChops.difference(first, other).getextrema())
    assert (rows.size, differing < 32) == (tuple(round(length / 0.48) for length in size), True)


def test_what_runs_leftwards_begins_at_the_right() -> None:
    """A Latin word after a Hebrew one stands at its left, as it does where it comes first in a Latin name."""
    name, turned = "\u05e2\u05d9 ab", "ab \u05e2\u05d9"
    drawing = small_drawing(name)
    box = drawing.pages[0].boxes[0]._replace(details=())
    seen = [
        paint_png(drawing._replace(pages=(Layout(300, 240, boxes=(box._replace(name=(words,)),)),)))
        for words in (name, turned)
    ]
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [
        ("\u05d5\u05e2\u05d3\u05ea \u05d4\u05d9\u05dc\u05d3\u05d9\u05dd Kent", True),
        ("Kent \u05d5\u05e2\u05d3\u05ea \u05d4\u05d9\u05dc\u05d3\u05d9\u05dd", True),
        ("[1] \u05d5\u05e2\u05d3\u05d4 reports to the Board of Kent.", False),
        ("1 · 2", False),
    ],
)
def test_most_letters_say_where_a_text_begins(text: str, leftwards: bool) -> None:
    """An English note that begins with a Hebrew name is English, and a Hebrew name with a Latin word is Hebrew."""
    assert runs_leftwards(text) is leftwards


def test_a_huge_png_is_refused() -> None:
    """Over 50 megapixels the message names the limit and what to do."""
    drawing = small_drawing()
    page = drawing.pages[0]._replace(width=10_000, height=10_000)
    with pytest.raises(RenderError, match=r"PNG of 434 megapixels .* limit of 50; draw fewer bodies"):
        paint_png(drawing._replace(pages=(page,)))


def test_missing_characters_are_named() -> None:
    """Characters the bundled fonts lack are listed once, in order."""
    assert missing_glyphs(small_drawing("Board 中文 中 😀")) == ("中", "文", "😀")


def test_missing_characters_are_printed_as_boxes() -> None:
    """A PDF that keeps PDF/UA can be written whatever the names, and the alternative keeps them as written."""
    reader = read(small_drawing("Board 中 😀"))
    figure = next(element for role, element in tags(reader) if role == "/Figure")
    assert "Board □ □" in reader.pages[0].extract_text()
    assert "Board 中 😀" in figure["/Alt"]


def test_every_character_of_the_fonts_can_be_printed() -> None:
    """No character that is said to be there is refused by what writes the PDF."""
    glyphs = sorted(frozenset.intersection(*map(frozenset, read_metrics(METRICS.read_text("utf-8")).values())))
    text = " ".join(boxed(visible(chr(glyph))) for glyph in glyphs)
    assert paint_pdf(small_drawing(text)).startswith(b"%PDF")


@pytest.mark.parametrize("text", ["", "#import", "*bold* _it_ $x$ @ref <label>", "= Heading", "#" * 50, "\\u{41}"])
def test_markup_is_printed_as_written(text: str) -> None:
    """Nothing anybody wrote is read as typst's markup."""
    reader = read(small_drawing(text))
    assert text.strip() in " ".join(page.extract_text().replace("\n", " ") for page in reader.pages)

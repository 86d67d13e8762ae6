"""Slides and documents, opened again by others: the layout's shapes, every word, and a text alternative each."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.conftest import Run
from tests.sketches import listed_drawing, rich_drawing, small_drawing
from trustgraph.drawing.docx import paint_docx
from trustgraph.drawing.geometry import Drawing, PlacedBox, Point
from trustgraph.drawing.picture import Painter, draw
from trustgraph.drawing.pptx import LARGEST, paint_pptx
from trustgraph.drawing.strokes import branches, straightened
from trustgraph.drawing.text import measure
from trustgraph.errors import RenderError
from trustgraph.formats import load, samples
from trustgraph.vocabulary import Mark

# LibreOffice is slow to start
pytestmark = [pytest.mark.office, pytest.mark.timeout(300)]

NAMES = [
    "Board",
    "a\x00b\x0cc",
    "=cmd|' /C calc'!A0",
    "</a:t><script>alert(1)</script>&amp;",
    "مجلس الأطفال",
    "👩‍👩‍👧 Families",
    "n" * 300,
    "a\u202eb",
]
SEEN = {"a\x00b\x0cc": "aU+0000bU+000Cc", "a\u202eb": "aU+202Eb"}
PAINT = """
import sys
from tests.sketches import rich_drawing
from trustgraph.drawing.{name} import paint_{name}
sys.stdout.buffer.write(paint_{name}(rich_drawing()))
"""
PAINTERS: tuple[Painter, ...] = (paint_pptx, paint_docx)
BOTH = pytest.mark.parametrize("painter", PAINTERS)

Printed = dict[tuple[Painter, str], tuple[Drawing, PdfReader]]


def slides(drawing: Drawing) -> list[list[Any]]:
    """Return the shapes of each slide, from the back to the front."""
    from pptx import Presentation

    return [list(slide.shapes) for slide in Presentation(BytesIO(paint_pptx(drawing))).slides]


def document(drawing: Drawing) -> Any:
    """Return a drawing's document, read back."""
    from docx import Document

    return Document(BytesIO(paint_docx(drawing)))


def about(shape: Any) -> Any:
    """Return the element that names a shape."""
    return next(shape.element.iter("{*}cNvPr"))


def is_decorative(shape: Any) -> bool:
    """Return whether a shape says of itself that it is there to be looked at only."""
    return any(True for _ in shape.element.iter("{http://schemas.microsoft.com/office/drawing/2017/decorative}*"))


def is_line(shape: Any) -> bool:
    """Return whether a shape is a line, straight or bent."""
    path = shape.element.find(".//{*}path")
    return not shape.has_text_frame or (path is not None and path.get("fill") == "none")


def words(shape: Any) -> str:
    """Return the text of a shape, its lines with a space between."""
    return re.sub(r"\s+", " ", shape.text_frame.text) if shape.has_text_frame else ""


def of_body(shapes: list[Any], placed: PlacedBox) -> Any:
    """Return the shape of a box."""
    return next(shape for shape in shapes if about(shape).get("descr", "").startswith(placed.box.caption + ";"))


def corners(shape: Any) -> list[float]:
    """Return where a shape stands in points: left, top, width and height."""
    return [length / 12700 for length in (shape.left, shape.top, shape.width, shape.height)]


def points(shape: Any) -> Iterator[Point]:
    """Yield the points of a freeform on the slide: its start, where each bend begins, the bend, its end, its end."""
    for at in shape.element.iter("{*}pt"):
        yield Point((int(at.get("x")) + shape.left) / 12700, (int(at.get("y")) + shape.top) / 12700)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return a page with every look and each sample's first view, by painter and name, and what LibreOffice prints."""
    folder = tmp_path_factory.mktemp("office")
    pictures: dict[str, Drawing] = {sample: draw(load(sample)) for sample in samples()}
    pictures["rich"] = rich_drawing()
    files = {(painter, name): folder / f"{name}.{painter.__name__[6:]}" for painter in PAINTERS for name in pictures}
    for (painter, name), file in files.items():
        file.write_bytes(painter(pictures[name]))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    # a program to print with is slow to start: once for all files of a kind, so that none takes another's place
    for suffix in (".pptx", ".docx"):
        names = [str(file) for file in files.values() if file.suffix == suffix]
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / suffix[1:])]
        subprocess.run([*command, *names], check=True, capture_output=True)
    return {
        (painter, name): (pictures[name], PdfReader(folder / file.suffix[1:] / f"{name}.pdf"))
        for (painter, name), file in files.items()
    }


def test_a_slide_has_the_size_of_its_page() -> None:
    """The slides are A4 to a hundredth of a point, and one a page."""
    from pptx import Presentation

    drawing = rich_drawing()
    read = Presentation(BytesIO(paint_pptx(drawing._replace(pages=drawing.pages * 2))))
    size = [(read.slide_width or 0) / 12700, (read.slide_height or 0) / 12700]
    assert size == pytest.approx([595.28, 841.89], abs=0.01)
    assert len(read.slides) == 2


def test_boxes_stand_where_the_layout_put_them() -> None:
    """Left, top, width and height are the layout's."""
    drawing = rich_drawing()
    (shapes,) = slides(drawing)
    for placed in drawing.pages[0].boxes:
        shape = of_body(shapes, placed)
        assert corners(shape) == pytest.approx([placed.x, placed.y, placed.width, placed.height], abs=0.01)


def test_boxes_can_be_edited() -> None:
    """The text of a box is its name and its details, in our font at the layout's sizes."""
    drawing = rich_drawing()
    (shapes,) = slides(drawing)
    placed = drawing.pages[0].boxes[0]
    shape = of_body(shapes, placed)
    runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs] == [*placed.name, *placed.details]
    assert {(run.font.name, run.font.size.pt) for run in runs} == {("Liberation Sans", 10), ("Liberation Sans", 8)}


def test_who_sits_on_a_body_is_a_list() -> None:
    """Each entry of a list in a box is a paragraph with a bullet, whose second line stands under its text."""
    drawing = listed_drawing()
    (shapes,) = slides(drawing)
    shape = of_body(shapes, drawing.pages[0].boxes[0])
    _, _, *entries = shape.text_frame.paragraphs
    assert [entry.text for entry in entries] == ["Ann, who has a\vlong title", "Bob"]
    styles = [(entry._p.pPr.find("{*}buChar").get("char"), int(entry._p.pPr.get("indent"))) for entry in entries]
    assert styles == [("•", -round(measure("•\u00a0", 8) * 12700))] * 2


def test_bent_lines_keep_their_routes() -> None:
    """Each bend of the layout is a bend of a freeform."""
    drawing = rich_drawing()
    (shapes,) = slides(drawing)
    drawn = [point for shape in shapes if is_line(shape) for point in points(shape)]
    for line in drawing.pages[0].lines:
        for bend in (bend for path in line.paths for bend in straightened(path)[1:-1]):
            assert min(abs(point.x - bend.x) + abs(point.y - bend.y) for point in drawn) < 1


def test_straight_lines_are_connectors_glued_to_their_boxes() -> None:
    """A line is glued to both boxes: in the middle of a side or, elsewhere, at a site the box has there for it."""
    drawing = rich_drawing()
    (shapes,) = slides(drawing)
    numbers = {placed.box.id: about(of_body(shapes, placed)).get("id") for placed in drawing.pages[0].boxes}
    connector = next(shape for shape in shapes if about(shape).get("name") == "Chief Executive to Board of Trustees")
    glue = connector.element.find(".//{*}cNvCxnSpPr")
    assert [dict(end.attrib) for end in glue] == [
        {"id": numbers["chief"], "idx": "0"},
        {"id": numbers["trustees"], "idx": "4"},
    ]
    trustees = drawing.pages[0].boxes[4]
    site = of_body(shapes, trustees).element.find(".//{*}cxnLst")[4][0]
    guides = {guide.get("name"): guide.get("fmla") for guide in of_body(shapes, trustees).element.iter("{*}gd")}
    assert [guides[site.get("x")], guides[site.get("y")]] == ["*/ w 19231 100000", "*/ h 100000 100000"]


def test_boxes_have_rounded_corners() -> None:
    """A box without sites of its own is a rounded rectangle of the program's, any other is drawn as one."""
    (shapes,) = slides(small_drawing())
    boxes = [shape for shape in shapes if words(shape).startswith(("Board Board", "Executive"))]
    assert [shape.element.find(".//{*}prstGeom").get("prst") for shape in boxes] == ["roundRect", "roundRect"]
    (shapes,) = slides(rich_drawing())
    assert len(list(of_body(shapes, rich_drawing().pages[0].boxes[4]).element.iter("{*}arcTo"))) == 4


def test_every_branch_of_a_line_is_drawn() -> None:
    """As many lines as the layout's paths have parts of their own, and one a legend entry."""
    drawing = rich_drawing()
    (shapes,) = slides(drawing)
    page = drawing.pages[0]
    drawn = [shape for shape in shapes if is_line(shape) and not is_decorative(shape)]
    assert len(drawn) == sum(len(branches(line)) for line in page.lines) + len(page.samples)


def test_heads_end_where_the_layout_ends_them() -> None:
    """A diamond has its middle at the end of its line, which therefore ends half a diamond before the box."""
    (shapes,) = slides(rich_drawing())
    line = next(shape for shape in shapes if about(shape).get("name") == "Department and Regulator to Members")
    assert corners(line) == pytest.approx([365, 102, 0, 23], abs=0.01)


def test_arrowheads_are_at_the_target() -> None:
    """A line of account ends in a filled triangle and begins with nothing."""
    (shapes,) = slides(rich_drawing())
    line = next(shape for shape in shapes if about(shape).get("name") == "Chief Executive to Board of Trustees")
    assert line.element.find(".//{*}tailEnd").get("type") == "triangle"
    assert line.element.find(".//{*}headEnd") is None


def test_every_shape_has_a_text_alternative() -> None:
    """What has none says that it is there to be looked at only."""
    (shapes,) = slides(rich_drawing())
    assert [about(shape).get("name") for shape in shapes if not about(shape).get("descr")] == [
        shape.name for shape in shapes if is_decorative(shape)
    ]


def test_no_number_is_given_twice() -> None:
    """Every shape of a slide has a number of its own."""
    (shapes,) = slides(rich_drawing())
    numbers = [shape.shape_id for shape in shapes]
    assert len(numbers) == len(set(numbers))


def test_shapes_are_read_from_top_to_bottom() -> None:
    """The title comes first; boxes follow in rows from the top, each row from the left; the source comes last."""
    drawing = rich_drawing()
    (shapes,) = slides(drawing)
    order = [about(shape).get("descr") for shape in shapes]
    boxes = drawing.pages[0].boxes
    expected = [placed.box.caption for placed in sorted(boxes, key=lambda placed: (placed.y, placed.x))]
    captions = {placed.box.caption for placed in boxes}
    assert [words.split(";")[0] for words in order if words and words.split(";")[0] in captions] == expected
    assert (order[0], order[-1]) == (
        "Governance structure — Example Learning Trust",
        "Drawn from the report of 2015, paragraphs 8 to 17",
    )


def test_the_title_is_the_slides_title() -> None:
    """A screen reader finds the title where it looks for one."""
    from pptx import Presentation

    (slide,) = Presentation(BytesIO(paint_pptx(rich_drawing()))).slides
    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == "Governance structure — Example Learning Trust"


def test_no_style_of_the_theme_touches_a_shape() -> None:
    """Shapes have no p:style, which would give them shadows."""
    (shapes,) = slides(rich_drawing())
    assert not [shape for shape in shapes if shape.element.find(".//{*}style") is not None]


@pytest.mark.parametrize("name", NAMES)
def test_names_stand_for_themselves_on_slides(name: str) -> None:
    """A name with all that means something in XML is read as it was written, what XML cannot hold as its code."""
    (shapes,) = slides(small_drawing(name))
    (plain,) = slides(small_drawing())
    assert len(shapes) == len(plain)
    seen = SEEN.get(name, name)
    assert f"{seen} {seen}" in [words(shape) for shape in shapes]


@pytest.mark.parametrize("name", NAMES)
def test_names_stand_for_themselves_in_documents(name: str) -> None:
    """The heading and the table hold the name as it was written."""
    read = document(small_drawing(name))
    seen = SEEN.get(name, name)
    assert read.paragraphs[0].text == seen
    assert [cell.text for cell in read.tables[0].rows[1].cells] == ["Executive", "reports to", seen, seen, "para 1"]


def test_marks_are_drawn_on_slides() -> None:
    """A marked box has a ring of its own that is not read aloud, and says what it is."""
    drawing = small_drawing()
    page = drawing.pages[0]
    box = page.boxes[0]._replace(box=page.boxes[0].box._replace(mark=Mark.ADDED))
    (shapes,) = slides(drawing._replace(pages=(page._replace(boxes=(box, page.boxes[1])),)))
    assert [shape.name for shape in shapes if is_decorative(shape)] == ["Mark: added"]
    assert about(of_body(shapes, box)).get("descr").endswith("added")
    named = [shape.name for shape in shapes]
    # a ring in front would cut through arrowheads
    assert named.index("Mark: added") < min(named.index(name) for name in named if " to " in name)


def test_a_page_that_no_slide_can_be_is_refused() -> None:
    """The message names PowerPoint's limit."""
    drawing = small_drawing()
    with pytest.raises(RenderError, match="limit of 56"):
        paint_pptx(drawing._replace(pages=(drawing.pages[0]._replace(width=LARGEST + 1),)))


def test_a_document_is_heading_picture_notes_and_table() -> None:
    """The title is a heading, and the table has a row a relationship under one that is repeated on every page."""
    drawing = rich_drawing()
    read = document(drawing)
    assert [p.text for p in read.paragraphs if p.style.name.startswith("Heading")] == [
        "Governance structure — Example Learning Trust",
        "Relationships",
    ]
    (table,) = read.tables
    assert len(table.rows) == len(drawing.chart.table) + 1
    assert table.rows[0]._tr.find(".//{*}tblHeader") is not None


def test_the_picture_has_a_text_alternative_and_a_twin() -> None:
    """The picture says in words what it shows, and is there as SVG too."""
    read = document(rich_drawing())
    (picture,) = read.element.body.iter("{*}inline")
    assert picture.docPr.get("descr").startswith("Governance chart, Example Learning Trust: 12 boxes and 14 lines.")
    (twin,) = picture.iter("{*}svgBlip")
    part = read.part.related_parts[twin.get(next(iter(twin.attrib)))]
    assert part.blob.startswith(b"<?xml")
    assert b"<svg" in part.blob


@pytest.mark.parametrize(("turned", "orientation"), [(False, 0), (True, 1)])
def test_a_section_lies_as_its_page_does(turned: bool, orientation: int) -> None:
    """A page wider than high has a landscape section; the table follows on upright A4."""
    drawing = rich_drawing()
    page = drawing.pages[0]
    width, height = (page.height, page.width) if turned else (page.width, page.height)
    read = document(drawing._replace(pages=(page._replace(width=width, height=height),)))
    assert [int(section.orientation) for section in read.sections] == [orientation, 0]
    assert [round(section.page_width.pt) for section in read.sections] == [round(width), 595]


def test_nothing_is_kept_off_the_picture() -> None:
    """LibreOffice would keep text an eighth of an inch off, and push a picture as wide as the text over the margin."""
    (picture,) = document(rich_drawing()).inline_shapes
    sides = ("distT", "distB", "distL", "distR")
    assert [picture._inline.get(side) for side in sides] == ["0"] * 4


def test_the_picture_is_as_large_as_it_is_drawn() -> None:
    """Type of 8 points is printed at 8 points."""
    drawing = small_drawing()
    page = drawing.pages[0]._replace(width=595.28, height=841.89)
    (shape,) = document(drawing._replace(pages=(page,))).inline_shapes
    assert shape.width.pt == pytest.approx(page.bands[0].width, abs=12)


@BOTH
def test_the_same_drawing_gives_the_same_bytes(painter: Painter, run: Run) -> None:
    """Whatever the hash seed and the time, the file is the same, and its entries have the first date there is."""
    name = painter.__name__.removeprefix("paint_")
    root = str(Path(__file__).parents[1])
    made = [run("-c", PAINT.format(name=name) + "", PYTHONPATH=root, PYTHONHASHSEED=seed).stdout for seed in "12"]
    assert made[0] == made[1]
    with zipfile.ZipFile(BytesIO(painter(rich_drawing()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@BOTH
def test_a_file_says_what_it_shows_and_names_nobody(painter: Painter) -> None:
    """Title, date and language are the chart's; there is no author, and no picture of the template."""
    with zipfile.ZipFile(BytesIO(painter(rich_drawing()))) as package:
        properties = package.read("docProps/core.xml").decode()
        assert not [name for name in package.namelist() if "thumbnail" in name or "printer" in name]
    said = dict(re.findall(r"<dc:(title|language|creator)>([^<]*)<", properties))
    assert said == {"title": "Example Learning Trust", "language": "en-GB", "creator": ""}
    assert re.findall(r"<dcterms:(\w+)[^>]*>([^<]*)<", properties) == [
        ("created", "2015-11-30T00:00:00Z"),
        ("modified", "2015-11-30T00:00:00Z"),
    ]


@BOTH
def test_the_command_draws_what_the_library_does(painter: Painter, run: Run, tmp_path: Path) -> None:
    """The suffix of the file decides."""
    name = f"chart.{painter.__name__.removeprefix('paint_')}"
    run("-m", "trustgraph", "draw", "nottinghamshire-two-executives", name)
    assert (tmp_path / name).read_bytes() == painter(draw(load("nottinghamshire-two-executives")))


def test_the_table_can_be_left_out(run: Run, tmp_path: Path) -> None:
    """With --no-table a document is its chart alone."""
    from docx import Document

    run("-m", "trustgraph", "draw", "nottinghamshire-2016", "chart.docx", "--no-table")
    assert Document(str(tmp_path / "chart.docx")).tables == []


@BOTH
def test_a_page_without_boxes_is_a_page_of_words(painter: Painter) -> None:
    """No boxes is no error."""
    drawing = small_drawing()
    empty = drawing.pages[0]._replace(boxes=(), lines=(), labels=(), bands=(), samples=())
    assert painter(drawing._replace(pages=(empty,)))


@BOTH
def test_libreoffice_prints_every_word(painter: Painter, printed: Printed) -> None:
    """Converted to PDF, slides have all that stands on their page, documents all that stands in the table and notes."""
    drawing, reader = printed[painter, "rich"]
    found = "".join("".join(page.extract_text() for page in reader.pages).split())
    (page,) = drawing.pages
    wanted = [text.text for text in page.texts if painter is paint_pptx or text.part != "legend"]
    if painter is paint_pptx:
        wanted += [text for box in page.boxes for text in (*box.name, *box.details)]
        wanted += [text for label in page.labels for text in label.text]
    else:
        wanted += [cell for row in drawing.chart.table for cell in row]
    assert [text for text in wanted if "".join(text.split()) not in found] == []


@pytest.mark.parametrize("sample", samples())
def test_slides_of_samples_are_their_pages(sample: str, printed: Printed) -> None:
    """The first view of every sample opens on as many slides as it has pages, all as large as the largest."""
    drawing, reader = printed[paint_pptx, sample]
    sizes = [[float(side) for side in page.mediabox[2:]] for page in reader.pages]
    largest = [max(page.width for page in drawing.pages), max(page.height for page in drawing.pages)]
    assert sizes == [pytest.approx(largest, abs=1)] * len(drawing.pages)


@pytest.mark.parametrize("sample", samples())
def test_charts_of_samples_stand_on_their_page(sample: str, printed: Printed) -> None:
    """In a document a page's picture stands below its heading: no page is left empty before, between or after."""
    drawing, reader = printed[paint_docx, sample]
    texts = [page.extract_text().split() for page in reader.pages]
    tables = [order for order, text in enumerate(texts) if text[:1] == ["Relationships"]]
    assert all(texts)
    assert tables == [len(drawing.pages)] * bool(drawing.chart.table)

"""draw.io: the layout's boxes and routes, glued, and every name as it was written."""

from __future__ import annotations

import html
import re

import pytest
from lxml import etree

from tests.sketches import listed_drawing, rich_drawing, small_drawing
from trustgraph.charts import LegendEntry
from trustgraph.drawing.drawio import paint_drawio
from trustgraph.drawing.geometry import Drawing, PlacedLine, Point
from trustgraph.drawing.strokes import straightened
from trustgraph.drawing.text import measure
from trustgraph.vocabulary import Family, Mark

UNIT = 100 / 72
NAMES = [
    "Board",
    '"><script>alert(1)</script>',
    "</mxCell>]]>--><!--",
    "&amp; &lt;b&gt; &#8238;",
    "%name% ; style=x",
    "=cmd|' /C calc'!A0",
    "مجلس الأطفال",
    "👩‍👩‍👧 Families",
    "n" * 300,
]


def cells(drawing: Drawing) -> dict[str, etree._Element]:
    """Return the cells of the first page by their ids."""
    model = etree.fromstring(paint_drawio(drawing)).find("diagram/mxGraphModel/root")
    assert model is not None
    return {cell.get("id", ""): cell for cell in model}


def frame(cell: etree._Element) -> list[float]:
    """Return where a cell stands, in points: left, top, width and height."""
    geometry = cell.find("mxGeometry")
    assert geometry is not None
    return [float(geometry.get(name, "nan")) / UNIT for name in ("x", "y", "width", "height")]


def style(cell: etree._Element) -> dict[str, str]:
    """Return the style of a cell."""
    return dict(item.partition("=")[::2] for item in cell.get("style", "").strip(";").split(";"))


def words(cell: etree._Element) -> str:
    """Return what a reader sees of a cell's words, each line by itself."""
    plain = re.sub("<[^>]*>", "\n", cell.get("value", ""))
    return html.unescape("\n".join(filter(None, plain.split("\n"))))


def place(cell: etree._Element, end: str, found: dict[str, etree._Element]) -> Point:
    """Return where a line is glued at its start ("exit") or end ("entry")."""
    left, top, width, height = frame(found[cell.get({"exit": "source", "entry": "target"}[end], "")])
    return Point(left + float(style(cell)[f"{end}X"]) * width, top + float(style(cell)[f"{end}Y"]) * height)


def test_boxes_stand_where_the_layout_put_them() -> None:
    """Left, top, width and height are the layout's to a hundredth of a point."""
    drawing = rich_drawing()
    found = cells(drawing)
    for placed in drawing.pages[0].boxes:
        expected = [placed.x, placed.y, placed.width, placed.height]
        assert frame(found[f"body-{placed.box.id}"]) == pytest.approx(expected, abs=0.01)


def test_an_entry_goes_on_under_its_text() -> None:
    """Only the first line of an entry of a list is set out, by as much as its bullet takes."""
    value = cells(listed_drawing())["body-board"].get("value", "")
    out = [float(length) / UNIT for length in re.findall(r"text-indent:(-?[\d.]+)px", value)]
    assert out == pytest.approx([0, -measure("•\u00a0", 8), -measure("•\u00a0", 8)], abs=0.01)


def test_lines_keep_their_routes() -> None:
    """Each line is glued to its two boxes and bends at the layout's points, from one end or the other."""
    drawing = rich_drawing()
    found = cells(drawing)
    for order, line in enumerate(drawing.pages[0].lines, 1):
        for part, path in enumerate(line.paths, 1):
            cell = found[f"line-{order}-{part}"]
            bends = [Point(float(at.get("x", "")) / UNIT, float(at.get("y", "")) / UNIT) for at in cell.iter("mxPoint")]
            route = [place(cell, "exit", found), *bends[2:], place(cell, "entry", found)]
            expected = straightened(path)
            route = route if abs(route[0].x - expected[0].x) + abs(route[0].y - expected[0].y) < 0.1 else route[::-1]
            assert [x for point in route for x in point] == pytest.approx(
                [x for point in expected for x in point], abs=0.05
            )


def test_every_id_is_there_once() -> None:
    """No two cells share an id, on a page with every look."""
    root = etree.fromstring(paint_drawio(rich_drawing()))
    ids = [cell.get("id") for cell in root.iter("mxCell")]
    assert len(ids) == len(set(ids))


def test_ends_are_cells_that_are_there() -> None:
    """Parents, sources and targets are ids of cells."""
    found = cells(rich_drawing())
    named = {cell.get(role) for cell in found.values() for role in ("parent", "source", "target")}
    assert named - {None} <= found.keys()


@pytest.mark.parametrize("name", NAMES)
def test_names_stand_for_themselves(name: str) -> None:
    """A name with all that means something in XML or HTML is read as it was written, and makes no cell of its own."""
    found = cells(small_drawing(name))
    assert len(found) == len(cells(small_drawing()))
    assert words(found["body-board"]) == f"{name}\n{name}"


@pytest.mark.parametrize(("name", "seen"), [("a\x00b", "aU+0000b"), ("a\u202eb", "aU+202Eb"), ("a\ud800b", "aU+D800b")])
def test_what_nobody_can_see_is_shown_as_its_code(name: str, seen: str) -> None:
    """Characters that XML cannot hold, or that turn a line around, do not reach the file."""
    assert words(cells(small_drawing(name))["body-board"]).split("\n")[0] == seen


def test_text_from_right_to_left_runs_so() -> None:
    """A name in Arabic is written from the right."""
    assert 'dir="rtl"' in cells(small_drawing("مجلس"))["body-board"].get("value", "")


def test_a_label_belongs_to_its_line() -> None:
    """The label moves with the line it stands on."""
    found = cells(small_drawing())
    assert (found["line-1-1-label"].get("parent"), words(found["line-1-1-label"])) == ("line-1-1", "Board")


def test_lines_of_a_comb_begin_where_they_run_together() -> None:
    """Drawn from their head on, the dashes of lines on one trunk fall together."""
    drawing = rich_drawing()
    found = cells(drawing)
    comb = len(drawing.pages[0].lines)
    looks = [(found[f"line-{comb}-{part}"].get("source"), style(found[f"line-{comb}-{part}"])) for part in (1, 2, 3)]
    assert [(source, look["startArrow"], look["endArrow"]) for source, look in looks] == [
        ("body-team", "block", "none")
    ] * 3


def test_each_page_is_a_diagram() -> None:
    """Two pages are two diagrams, each as large as its page, in hundredths of an inch."""
    drawing = rich_drawing()
    root = etree.fromstring(paint_drawio(drawing._replace(pages=drawing.pages * 2)))
    sizes = [(model.get("pageWidth"), model.get("pageHeight")) for model in root.iter("mxGraphModel")]
    assert sizes == [("826.78", "1169.29")] * 2


def test_marks_are_drawn() -> None:
    """A marked box has a ring, a marked line a stroke behind it, and the legend its sign."""
    drawing = small_drawing()
    page = drawing.pages[0]
    box, line = page.boxes[0], page.lines[0]
    entry = LegendEntry("added", Family.REPORTING, mark=Mark.ADDED)
    marked = page._replace(
        boxes=(box._replace(box=box.box._replace(mark=Mark.ADDED)), page.boxes[1]),
        lines=(PlacedLine((line.lines[0]._replace(mark=Mark.ADDED),), line.paths),),
        samples=(page.samples[0]._replace(entry=entry),),
    )
    assert {"mark-1", "line-1-1-mark", "sample-1-sign"} <= cells(drawing._replace(pages=(marked,))).keys()


def test_a_page_without_boxes_is_a_page_of_words() -> None:
    """No boxes is no error."""
    drawing = small_drawing()
    empty = drawing.pages[0]._replace(boxes=(), lines=(), labels=(), bands=(), samples=())
    assert {"title-1"} <= cells(drawing._replace(pages=(empty,))).keys()

"""SVG: the picture holds what the drawing holds, in a form every program shows alike."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.sketches import COMB, LISTED, label, listed_drawing, place, rich_drawing, route, small_drawing
from trustgraph.charts import Box, Line
from trustgraph.colours import BAND, PAPER
from trustgraph.drawing.geometry import Drawing, Layout, PlacedBand, PlacedLine, Point
from trustgraph.drawing.heads import head_shape
from trustgraph.drawing.looks import MARKS, Head
from trustgraph.drawing.strokes import branches, casings, cut, fitted, number, path_length, rounded, straightened
from trustgraph.drawing.svg import paint_svg
from trustgraph.drawing.text import measure
from trustgraph.vocabulary import Family, Mark

SVG = "{http://www.w3.org/2000/svg}"


def points(*pairs: tuple[float, float]) -> tuple[Point, ...]:
    """Return a path."""
    return tuple(Point(*pair) for pair in pairs)


def parsed(drawing: Drawing) -> ET.Element:
    """Return the root of a drawing's picture."""
    return ET.fromstring(paint_svg(drawing))  # noqa: S314 - painted here


def texts(drawing: Drawing) -> list[str]:
    """Return the texts of a drawing's picture in the order they are painted."""
    return [element.text or "" for element in parsed(drawing).iter(f"{SVG}text")]


def test_the_picture_is_as_large_as_its_page() -> None:
    """Width and height are in points, and the picture's own units are points."""
    root = parsed(rich_drawing())
    assert (root.get("width"), root.get("height")) == ("595.28pt", "841.89pt")
    assert root.get("viewBox") == "0 0 595.28 841.89"


def test_the_picture_says_what_it_is() -> None:
    """A screen reader finds one image with the title and the outline, in English."""
    root = parsed(small_drawing())
    assert (root.get("role"), root.get("lang")) == ("img", "en-GB")
    assert [root.findtext(f"{SVG}{tag}") for tag in ("title", "desc")] == ["Board", "Executive reports to Board."]


def test_each_body_is_a_group_by_its_id() -> None:
    """Every box can be found by the id of its body."""
    drawing = rich_drawing()
    ids = {group.get("id") for group in parsed(drawing).iter(f"{SVG}g")}
    assert {f"body-{box.id}" for box in drawing.chart.boxes} <= ids


def test_each_line_is_a_group_with_its_keys() -> None:
    """Every relationship can be found by its key, those of a comb in one group."""
    groups = [group for group in parsed(rich_drawing()).iter(f"{SVG}g") if (group.get("id") or "").startswith("line-")]
    assert len(groups) == 12
    assert groups[-1].get("data-key") == "quality reports_to team\nforum reports_to team\nfinance reports_to team"


def test_every_text_is_painted() -> None:
    """Names, details, labels, bands and the words around the chart are all there, a line a text."""
    page = rich_drawing().pages[0]
    expected = [text for box in page.boxes for text in (*box.name, *box.details)]
    expected += [text for one in page.labels for text in one.text]
    expected += [band.name for band in page.bands] + [text.text for text in page.texts]
    assert sorted(texts(rich_drawing())) == sorted(expected)


def test_only_plain_shapes_are_used() -> None:
    """No script, style sheet, marker, link or picture: nothing that one program shows and another loses."""
    tags = {element.tag.removeprefix(SVG) for element in parsed(rich_drawing()).iter()}
    assert tags == {"svg", "title", "desc", "g", "rect", "path", "text"}


def test_nothing_is_fetched() -> None:
    """The picture names no address but that of SVG itself."""
    picture = paint_svg(rich_drawing()).decode()
    assert re.findall(r"https?:[^\"]*", picture) == ["http://www.w3.org/2000/svg"]
    assert "url(" not in picture


def test_the_same_drawing_gives_the_same_bytes() -> None:
    """Nothing in a picture depends on when it is painted."""
    assert paint_svg(rich_drawing()) == paint_svg(rich_drawing())


def test_pages_stand_one_below_the_other() -> None:
    """A drawing of several pages is one picture as high as all of them."""
    drawing = small_drawing()
    both = drawing._replace(pages=drawing.pages * 2)
    root = parsed(both)
    assert root.get("height") == "480pt"
    assert len(texts(both)) == 2 * len(texts(drawing))


def test_ids_are_not_repeated_on_a_second_page() -> None:
    """An id stands for one element, also where a body is drawn on two pages."""
    drawing = small_drawing()
    ids = [
        element.get("id") for element in parsed(drawing._replace(pages=drawing.pages * 2)).iter() if element.get("id")
    ]
    assert len(ids) == len(set(ids))


def test_a_drawing_without_pages_is_an_empty_picture() -> None:
    """Nothing to paint is no error."""
    assert parsed(small_drawing()._replace(pages=())).get("viewBox") == "0 0 0 0"


def test_a_name_from_right_to_left_is_set_so() -> None:
    """The letters of a Hebrew name do not turn what stands around them."""
    element = next(text for text in parsed(small_drawing("ועדה (א)")).iter(f"{SVG}text") if text.get("direction"))
    assert (element.text, element.get("unicode-bidi")) == ("ועדה (א)", "isolate")


def test_text_is_as_wide_as_it_was_measured() -> None:
    """A program that lacks the font draws its letters narrower or wider, so that they fit all the same."""
    band = next(parsed(small_drawing()).iter(f"{SVG}text"))
    assert float(band.get("textLength", "0")) == pytest.approx(measure("Board", 8, bold=True), abs=0.01)


def test_text_the_font_lacks_is_as_wide_as_it_is() -> None:
    """Letters that could not be measured are not pulled to a width."""
    lengths = {text.text: text.get("textLength") for text in parsed(small_drawing("مجلس")).iter(f"{SVG}text")}
    assert lengths["مجلس"] is None


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (3.456, "3.46"), (-0.001, "0"), (100, "100"), (0.5, "0.5"), (-2.10, "-2.1")]
)
def test_lengths_have_at_most_two_decimals(value: float, text: str) -> None:
    """Lengths are short, and nought has no sign."""
    assert number(value) == text


def test_a_bend_is_rounded() -> None:
    """A line turns in a curve that begins and ends six points from the bend."""
    assert rounded(points((0, 0), (20, 0), (20, 20))) == "M0 0L14 0Q20 0 20 6L20 20"


def test_a_bend_between_short_legs_is_rounded_less() -> None:
    """Two bends close together share the leg between them."""
    assert rounded(points((0, 0), (20, 0), (20, 4), (40, 4))) == "M0 0L18 0Q20 0 20 2L20 2Q20 4 22 4L40 4"


def test_points_on_the_way_are_left_out() -> None:
    """A path keeps its ends and bends only."""
    assert straightened(points((0, 0), (5, 0), (5, 0), (9, 0), (9, 4))) == points((0, 0), (9, 0), (9, 4))


@pytest.mark.parametrize(("length", "end"), [(3, (20, 2)), (5, (20, 0)), (12, (13, 0)), (99, (0, 0))])
def test_a_path_is_cut_at_its_end(length: float, end: tuple[float, float]) -> None:
    """The end of a path is taken away, round bends too, and never more than there is."""
    assert cut(points((0, 0), (20, 0), (20, 5)), length)[-1] == Point(*end)


@pytest.mark.parametrize("length", [20, 33, 50, 111.5, 400])
def test_a_dash_fits_its_line(length: float) -> None:
    """A dashed line begins and ends with a stroke, of much the length that its family has."""
    dash = fitted((14, 2.4), length)
    times = (length - dash[0]) / sum(dash)
    assert times == pytest.approx(round(times))
    assert 0.5 < dash[0] / 14 < 1.5


def test_an_unbroken_line_stays_so() -> None:
    """What has no dash gets none."""
    assert fitted((), 50) == ()


def comb() -> PlacedLine:
    """Return three lines of reports that share a trunk."""
    lines = tuple(Line((f"{order}",), f"{order}", "top", Family.REPORTING) for order in range(3))
    return PlacedLine(lines, tuple(points(*path) for path in COMB))


def test_a_comb_draws_its_trunk_once() -> None:
    """The branches of a comb end where they have turned into it."""
    lengths = [path_length(branch.path) for branch in branches(comb())]
    assert lengths == [239, 36, 201]


def test_a_comb_has_one_head() -> None:
    """Only the branch that reaches the target has the head."""
    assert [branch.last for branch in branches(comb())] == [True, False, False]


def test_lines_from_one_start_share_it() -> None:
    """What leads from one body to several is drawn once up to where it parts, and has a head at each."""
    lines = tuple(Line((name,), "top", name, Family.COMMISSIONING) for name in "ab")
    paths = (points((50, 0), (50, 30), (0, 30), (0, 60)), points((50, 0), (50, 30), (90, 30), (90, 60)))
    first, second = branches(PlacedLine(lines, paths))
    assert (first.first, first.last, second.first, second.last) == (True, True, False, True)
    assert second.path[0] == Point(50, 24)


def test_a_path_drawn_already_is_not_drawn_again() -> None:
    """Two lines between the same boxes are one stroke; one that goes back adds only its head."""
    lines = tuple(Line((name,), "a", "b", Family.REPORTING) for name in "xyz")
    there, back = points((0, 0), (0, 50)), points((0, 50), (0, 0))
    parts = branches(PlacedLine(lines, (there, there, back)))
    assert [(part.line, part.shaft) for part in parts] == [(0, True), (2, False)]


@pytest.mark.parametrize(
    ("path", "border"),
    [(((50, 10), (50, 60)), (50, 40)), (((50, 10), (130, 10)), (100, 10)), (((50, 20), (90, 60)), (70, 40))],
)
def test_a_casing_has_the_colour_behind_it(path: tuple[tuple[float, float], ...], border: tuple[float, float]) -> None:
    """A line that leaves a band below, beside or aslant is cased in the band's colour there, the paper's beyond."""
    band = PlacedBand("Strategic", 0, 0, 100, 40, 14, 8)
    pieces = list(casings(points(*path), (band,)))
    assert pieces == [(BAND, points(path[0], border)), (PAPER, points(border, path[1]))]


@pytest.mark.parametrize("head", list(Head))
def test_a_head_points_along_its_line(head: Head) -> None:
    """No part of a head lies beyond the end of its line, and its tip is within a point of it."""
    shape = head_shape(head, points((0, 50), (0, 0)))
    assert shape is not None
    assert 0 <= min(point.y for stroke in shape.strokes for point in stroke) <= 1


def test_a_head_on_a_short_leg_is_smaller() -> None:
    """A head never covers the bend before it."""
    shape = head_shape(Head.TRIANGLE, points((0, 50), (4, 50), (4, 46)))
    assert shape is not None
    assert max(point.y for stroke in shape.strokes for point in stroke) < 50


def test_a_mutual_line_has_two_heads() -> None:
    """A line that goes both ways has a head at both ends."""
    one_way = Line(("a works_with b",), "a", "b", Family.ADVICE)
    counts = []
    for line in (one_way, one_way._replace(mutual=True)):
        page = Layout(100, 100, lines=(route(line, (10, 10), (90, 10)),))
        counts.append(len(list(parsed(small_drawing()._replace(pages=(page,))).iter(f"{SVG}path"))))
    assert counts[1] == counts[0] + 1


def test_boxes_lie_over_lines_and_labels_over_lines() -> None:
    """What must be read lies in front of what only leads to it."""
    line = Line(("a reports_to b",), "a", "b", Family.REPORTING, "monthly")
    page = Layout(
        200,
        100,
        boxes=(place(Box("a", "A"), 10, 10),),
        lines=(route(line, (10, 10), (190, 10)),),
        labels=(label(line, 100, 10, 40),),
    )
    groups = [group.get("id") or "label" for group in parsed(small_drawing()._replace(pages=(page,))).iter(f"{SVG}g")]
    assert groups == ["line-1", "label", "body-a"]


def marked() -> Drawing:
    """Return a drawing whose board is found and whose line is removed, with a legend entry for the latter."""
    drawing = small_drawing()
    page = drawing.pages[0]
    board, executive = page.boxes
    (placed,) = page.lines
    (sample,) = page.samples
    page = page._replace(
        boxes=(board._replace(box=board.box._replace(mark=Mark.FOUND)), executive),
        lines=(placed._replace(lines=(placed.lines[0]._replace(mark=Mark.REMOVED),)),),
        samples=(sample._replace(entry=sample.entry._replace(mark=Mark.REMOVED)),),
    )
    return drawing._replace(pages=(page,))


def painted(drawing: Drawing, colour: str) -> list[str]:
    """Return the tags of what is stroked in a colour."""
    return [element.tag.removeprefix(SVG) for element in parsed(drawing).iter() if element.get("stroke") == colour]


def test_a_marked_box_has_a_ring() -> None:
    """A ring in the colour of its mark runs around the box."""
    assert painted(marked(), MARKS[Mark.FOUND].colour) == ["rect"]


def test_heads_stand_in_front_of_rings() -> None:
    """A ring lies behind every line, so that it cuts through no arrowhead."""
    order = [group.get("id", "") for group in parsed(marked()).iter(f"{SVG}g")]
    rings = [at for at, name in enumerate(order) if name.startswith("ring-")]
    assert rings
    assert max(rings) < min(at for at, name in enumerate(order) if name.startswith("line-"))


def test_a_marked_line_has_rails() -> None:
    """Rails in the colour of its mark run along the line, and along its sample, which bears the sign."""
    assert painted(marked(), MARKS[Mark.REMOVED].colour) == ["path", "path"]
    assert "−" in texts(marked())


def test_a_list_of_seats_begins_at_the_left() -> None:
    """Who sits on a body stands in a list, its name in the middle above."""
    elements = parsed(listed_drawing()).iter(f"{SVG}text")
    assert [element.text for element in elements if element.get("text-anchor") == "start"][:4] == [*LISTED]


def test_an_entry_goes_on_under_its_text() -> None:
    """The second line of an entry of a list is set in by as much as its bullet takes; the others stand at the left."""
    found = {element.text: element for element in parsed(listed_drawing()).iter(f"{SVG}text")}
    lefts = [float(found[text].get("x", "nan")) - float(found[LISTED[0]].get("x", "nan")) for text in LISTED]
    assert lefts == pytest.approx([0, 0, measure("•\u00a0", 8), 0], abs=0.01)


def test_one_of_several_pages_says_what_it_shows() -> None:
    """A page painted alone has its own title and description."""
    drawing = small_drawing()
    page = drawing.pages[0]._replace(title="Board, page 2 of 3", outline=("Under the Board.",))
    root = parsed(drawing._replace(pages=(page,)))
    assert [root.findtext(f"{SVG}{tag}") for tag in ("title", "desc")] == ["Board, page 2 of 3", "Under the Board."]

"""Charts laid out: nothing lost, nothing cut, nothing on top of something else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import picture
from trustgraph.charts import Band, Box, Chart, LegendEntry, Line
from trustgraph.drawing.layout import DRAWABLE, DRAWABLE_LINES, layout
from trustgraph.drawing.page import flowing
from trustgraph.vocabulary import Family, Tier

TEXTS = st.one_of(
    st.sampled_from(["Board", "Safeguarding Children Partnership", "", "x" * 120, "Joint commissioning " * 15]),
    st.text(max_size=40),
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Return any chart of up to 40 boxes with any lines, self loops and opposite lines among them."""
    count = draw(st.integers(0, 40))
    rows = draw(st.integers(1, 6))
    boxes = tuple(
        Box(
            f"b{number}",
            draw(TEXTS),
            draw(st.lists(st.sampled_from(["monthly", "meets six times per year"]), max_size=2).map(tuple)),
            row=draw(st.integers(0, rows - 1)),
            beside=draw(st.integers(0, 7)) == 0,
            challenger=draw(st.booleans()),
        )
        for number in range(count)
    )
    ends = st.integers(0, max(count - 1, 0))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=50 if count else 0))
    lines = tuple(
        Line(
            (f"k{number}",),
            f"b{subject}",
            f"b{target}",
            draw(st.sampled_from(list(Family))),
            draw(st.sampled_from(["", "", "annual report", "tasks; approves the improvement plan of the county"])),
        )
        for number, (subject, target) in enumerate(pairs)
    )
    bands = tuple(Band(tier.value, row, row) for row, tier in enumerate(list(Tier)[:rows]))
    return Chart("any", "Any chart", boxes=boxes, lines=lines, bands=bands)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(charts())
def test_any_chart_is_drawn_whole_and_clean(chart: Chart) -> None:
    """Whatever the chart, each box and line is there once, and nothing lies on anything."""
    (page,) = layout(chart, paper="none")
    assert [box.box for box in page.boxes] == list(chart.boxes)
    assert sorted(key for line in page.lines for one in line.lines for key in one.keys) == sorted(
        key for line in chart.lines for key in line.keys
    )
    assert picture.faults(page) == []


def small(**changes: Any) -> Chart:
    """Return a chart of a board and an executive that reports to it."""
    boxes = (Box("board", "Board"), Box("executive", "Executive", row=1))
    line = Line(("k",), "executive", "board", Family.REPORTING)
    return Chart("small", "Small", boxes=boxes, lines=(line,))._replace(**changes)


def path_of(chart: Chart) -> tuple[tuple[float, float], ...]:
    """Return the path of a chart's first line."""
    return layout(chart)[0].lines[0].paths[0]


def test_a_single_line_is_straight_and_runs_from_subject_to_target() -> None:
    """The executive's line rises to the middle of the board."""
    (x, y), (end_x, end_y) = path_of(small())
    board = layout(small())[0].boxes[0]
    assert x == end_x == pytest.approx(board.x + board.width / 2, abs=0.1)
    assert y > end_y


def test_opposite_lines_with_labels_are_all_straight() -> None:
    """Lines both ways between two boxes stand side by side, their boxes wide enough for the labels."""
    line = Line(("t",), "board", "executive", Family.COMMISSIONING, "tasks; approves the plan")
    page = layout(small(lines=(*small().lines, line)))[0]
    assert picture.bends(page) == 0


def test_neighbours_are_joined_level() -> None:
    """Two boxes of one row with lines both ways have two level lines between them."""
    boxes = (Box("a", "A"), Box("b", "B"))
    lines = (
        Line(("1",), "a", "b", Family.ADVICE, "advises"),
        Line(("2",), "b", "a", Family.COMMISSIONING, "commissions"),
    )
    page = layout(small(boxes=boxes, lines=lines))[0]
    assert [path[0].y - path[-1].y for line in page.lines for path in line.paths] == [0, 0]
    assert picture.faults(page) == []


def test_reports_without_labels_share_a_trunk() -> None:
    """Five groups that report to one body are drawn as one comb with a path each."""
    groups = tuple(Box(f"g{number}", "Group", row=1) for number in range(5))
    lines = tuple(Line((group.id,), group.id, "board", Family.REPORTING) for group in groups)
    page = layout(small(boxes=(Box("board", "Board"), *groups), lines=lines))[0]
    assert [len(line.paths) for line in page.lines] == [5]


def groups(count: int, **fields: Any) -> Chart:
    """Return a chart of a board and groups that each have a line to it."""
    members = tuple(Box(f"g{number}", "Delivery Group", row=1) for number in range(count))
    lines = tuple(Line((group.id,), group.id, "board", Family.REPORTING) for group in members)
    return small(**{"boxes": (Box("board", "Board"), *members), "lines": lines} | fields)


@pytest.mark.parametrize("count", range(6, 13))
def test_many_groups_hang_in_pairs_on_one_straight_trunk(count: int) -> None:
    """Two by two on either side of the trunk, a last one at its end: no line bends, and A4 holds them all."""
    page = layout(groups(count))[0]
    assert (picture.bends(page), picture.faults(page)) == (0, [])
    assert page.width == pytest.approx(595.28)


def test_a_line_to_one_of_a_pair_ends_at_that_box() -> None:
    """Whoever commissions the fourth of six groups has a line to its edge."""
    line = Line(("c",), "board", "g3", Family.COMMISSIONING, "commissions")
    page = layout(groups(6, lines=(*groups(6).lines, line)))[0]
    (path,) = next(placed.paths for placed in page.lines if placed.lines == (line,))
    end, box = path[-1], next(placed for placed in page.boxes if placed.box.id == "g3")
    assert box.x <= end.x <= box.x + box.width
    assert box.y <= end.y <= box.y + box.height
    assert picture.faults(page) == []


def test_outside_boxes_may_have_a_row_to_themselves() -> None:
    """A row of none but outside boxes is drawn whichever way the groups hang."""
    outside = tuple(Box(f"p{number}", "Partner", row=2, beside=True) for number in range(2))
    lines = tuple(Line((box.id,), box.id, "g0", Family.ADVICE, "advises: play") for box in outside)
    chart = groups(7)
    page = layout(chart._replace(boxes=(*chart.boxes, *outside), lines=(*chart.lines, *lines)))[0]
    assert len(page.boxes) == 10
    assert picture.faults(page) == []


def test_equal_words_out_of_one_box_are_written_once() -> None:
    """Two lines that say the same share one label, which belongs to both, and part behind it."""
    lines = tuple(
        Line((to,), "board", to, Family.COMMISSIONING, words)
        for to, words in (("g0", "commissions"), ("g1", "commissions"), ("g2", "commissions: play"))
    )
    page = layout(groups(3, lines=lines))[0]
    assert sorted([one.keys[0] for one in label.lines] for label in page.labels) == [["g0", "g1"], ["g2"]]
    assert picture.faults(page) == []


def test_a_box_reaches_out_to_meet_its_lines() -> None:
    """A board above three groups is wide enough for three straight lines."""
    page = layout(groups(3))[0]
    assert picture.path_bends(page) == 0
    assert page.boxes[0].width > page.boxes[1].width


def test_outside_boxes_stand_right_of_the_bands() -> None:
    """A challenger stands beside the band of the row it speaks to."""
    boxes = (*small().boxes, Box("challenger", "Safeguarding Board", row=1, beside=True, challenger=True))
    lines = (Line(("c",), "challenger", "executive", Family.CHALLENGE, "challenges"), *small().lines)
    page = layout(small(boxes=boxes, lines=lines, bands=(Band("Strategic", 0, 0), Band("Executive", 1, 1))))[0]
    assert page.boxes[2].x > max(band.x + band.width for band in page.bands)
    assert page.bands[0].y + page.bands[0].height < page.bands[1].y


def test_two_outside_boxes_of_a_row_stand_on_either_side() -> None:
    """Each is a neighbour of the body both speak to, and the names of the bands stand left of all."""
    outside = (Box("one", "One", row=1, beside=True), Box("two", "Two", row=1, beside=True))
    lines = tuple(Line((name,), name, "executive", Family.ADVICE, "advises") for name in ("one", "two"))
    bands = (Band("Strategic", 0, 0), Band("Executive", 1, 1))
    page = layout(small(boxes=(*small().boxes, *outside), lines=(*small().lines, *lines), bands=bands))[0]
    assert picture.bends(page) == 0
    assert min(band.x for band in page.bands) < min(box.x for box in page.boxes)


def test_a_line_past_a_box_turns_once() -> None:
    """A challenger of the row below reaches the board's side with one bend."""
    boxes = (*small().boxes, Box("challenger", "Safeguarding Board", row=1, beside=True, challenger=True))
    lines = (*small().lines, Line(("c",), "challenger", "board", Family.CHALLENGE))
    page = layout(small(boxes=boxes, lines=lines, bands=(Band("Strategic", 0, 0), Band("Executive", 1, 1))))[0]
    assert picture.bends(page) == 1


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [
        ("A4", "portrait", (595.28, 841.89)),
        ("A4", "landscape", (841.89, 595.28)),
        ("A3", "portrait", (841.89, 1190.55)),
    ],
)
def test_pages_are_exactly_the_paper(paper: str, orientation: str, size: tuple[float, float]) -> None:
    """A page is as large as the paper asked for."""
    page = layout(small(), paper=paper, orientation=orientation)[0]
    assert (page.width, page.height) == size


def test_paper_none_is_as_large_as_the_chart() -> None:
    """Without paper there is no empty room."""
    page = layout(small(), paper="none")[0]
    assert page.height < 250


def test_a_large_chart_grows_beyond_the_paper_rather_than_shrink() -> None:
    """Type stays at eight points whatever the paper asked for."""
    boxes = tuple(Box(f"b{number}", f"Children's Board {number}", row=number // 6) for number in range(60))
    page = layout(small(boxes=boxes, lines=()))[0]
    assert page.width > 600
    assert min(box.font_size for box in page.boxes) >= 8


def test_no_boxes_make_a_page_that_says_so() -> None:
    """An empty chart keeps its title."""
    page = layout(small(boxes=(), lines=()))[0]
    assert [text.text for text in page.texts] == ["Small", "No bodies to draw."]


def test_too_many_boxes_make_a_page_that_says_so() -> None:
    """Beyond what can be read nothing is drawn, and the page says what to do."""
    boxes = tuple(Box(f"b{number}", "Group") for number in range(DRAWABLE + 1))
    page = layout(small(boxes=boxes, lines=()))[0]
    assert page.boxes == ()
    said = "151 bodies and 0 lines are too many for one chart, which holds 150 bodies and 600 lines at most."
    assert said in " ".join(text.text for text in page.texts)


def test_too_many_lines_make_a_page_that_says_so() -> None:
    """One line more than can be told apart, and the page says what to do."""
    lines = tuple(Line((f"k{number}",), "executive", "board", Family.REPORTING) for number in range(DRAWABLE_LINES + 1))
    page = layout(small(lines=lines))[0]
    assert "2 bodies and 601 lines are too many for one chart, " in page.texts[1].text


def test_everything_tied_to_everything_is_drawn() -> None:
    """Thirty boxes with a line between any two come back within the time limit."""
    boxes = tuple(Box(f"b{number}", "Group", row=number % 4) for number in range(30))
    lines = tuple(Line((f"{a} {b}",), f"b{a}", f"b{b}", Family.REPORTING) for a in range(30) for b in range(a))
    page = layout(small(boxes=boxes, lines=lines), paper="none")[0]
    assert sum(len(line.lines) for line in page.lines) == 435


def test_the_same_chart_gives_the_same_page() -> None:
    """Nothing in a layout depends on chance."""
    assert layout(small()) == layout(small())


def test_the_words_around_a_chart_are_placed() -> None:
    """Title, subtitle, legend, notes and source stand on the page in this order from the top."""
    legend = (LegendEntry("reports to", Family.REPORTING),)
    page = layout(small(subtitle="as at 2015", legend=legend, notes=("* A note.",), source="Source: a paper"))[0]
    assert [text.part for text in page.texts] == ["title", "subtitle", "legend", "note", "source"]
    assert [text.y for text in page.texts] == sorted(text.y for text in page.texts)
    assert len(page.samples) == 1


def test_a_subtitle_is_set_in_its_parts() -> None:
    """A line ends between what points part, not within it, where there is room for that."""
    parts = ("The Trust of the whole county", "Reconstructed from the text of the report", "proposed")
    said = " · ".join((*parts, "from April 2016", "as at June 2015"))
    page = layout(small(subtitle=said), orientation="portrait")[0]
    assert [text.text for text in page.texts if text.part == "subtitle"] == [
        "The Trust of the whole county · Reconstructed from the text of the report ·",
        "proposed · from April 2016 · as at June 2015",
    ]


def test_everything_stands_on_the_left_margin() -> None:
    """A chart narrower than its page begins where its title begins."""
    page = layout(small(bands=(Band("Strategic", 0, 1),)))[0]
    assert {page.bands[0].x} == {text.x for text in page.texts}


def test_a_subtitle_begins_with_a_capital() -> None:
    """Where the standing of the paper comes first, it begins the line."""
    texts = layout(small(subtitle="option"))[0].texts
    assert [text.text for text in texts if text.part == "subtitle"] == ["Option"]


def test_no_line_of_a_subtitle_begins_with_a_point() -> None:
    """In a web page or a document a point stays with the words before it, wherever the line ends."""
    assert flowing("option · as at 2015") == "Option\u00a0· as at 2015"

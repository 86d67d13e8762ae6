"""Charts on paper: A4, else A3, else a key chart and pages of its bodies, and type that can be read."""

from __future__ import annotations

import pytest

from tests.picture import faults
from tests.small import body, line, model
from trustgraph.charts import Box, Chart, Line
from trustgraph.cli.advice import advice
from trustgraph.drawing.geometry import Layout, PlacedBox
from trustgraph.drawing.page import PAPERS, is_paper
from trustgraph.drawing.paging import paginate
from trustgraph.drawing.picture import Picture, draw
from trustgraph.model import Model
from trustgraph.records import View
from trustgraph.vocabulary import Family


def county(groups: int = 6, teams: int = 6) -> Model:
    """Return a board, groups below it and teams below each, every line with a matter of its own."""
    lines = [line(f"g{group} reports_to board", matter=f"progress of area {group}") for group in range(groups)]
    lines += [
        line(f"t{group}-{team} reports_to g{group}", matter=f"cases of team {team}")
        for group in range(groups)
        for team in range(teams)
    ]
    upper = (body("board", kind="board"), *(body(f"g{group}", tier="executive") for group in range(groups)))
    return model(records=(*upper, *lines))


@pytest.fixture(scope="module")
def large() -> Picture:
    """Return the picture of 43 bodies, which no A3 holds."""
    return draw(county())


def words(page: Layout, part: str) -> list[str]:
    """Return the words of a part of the page."""
    return [text.text for text in page.texts if text.part == part]


def test_every_page_is_a4_or_a3(large: Picture) -> None:
    """Several pages are each of a size that printers have."""
    assert len(large.pages) > 1
    assert all(is_paper(page) for page in large.pages)


def test_every_page_is_clean(large: Picture) -> None:
    """Nothing is cut, nothing lies on anything, and no type is under eight points."""
    assert [fault for page in large.pages for fault in faults(page)] == []


def test_every_page_says_which_it_is(large: Picture) -> None:
    """Each page carries its number and that of all."""
    total = len(large.pages)
    numbers = [f"Page {number} of {total}" for number in range(1, total + 1)]
    assert [words(page, "page") for page in large.pages] == [[number] for number in numbers]


def test_every_page_has_title_and_alternative(large: Picture) -> None:
    """Each page can be read aloud by itself."""
    total = len(large.pages)
    assert [page.title for page in large.pages] == [
        f"small, page {number} of {total}" for number in range(1, total + 1)
    ]
    assert all(page.outline[0].startswith(f"Page {number} of") for number, page in enumerate(large.pages, 1))


def test_every_body_is_drawn_as_itself_once(large: Picture) -> None:
    """Beside references there is one box for each body."""
    own = [box.box.id for page in large.pages for box in page.boxes if not box.box.elsewhere]
    assert sorted(own) == sorted(large.chart.boxes[number].id for number in range(len(large.chart.boxes)))


def test_references_fit_their_boxes(large: Picture) -> None:
    """What a box says of another page is what its chart says."""
    referring = [box for page in large.pages[1:] for box in page.boxes if box.box.elsewhere]
    assert referring
    assert all(box.details == (f"See page\u00a0{box.box.elsewhere}",) for box in referring)


def test_a3_before_several_pages() -> None:
    """What A4 does not hold goes on one A3 where that does."""
    (page,) = draw(county(groups=3, teams=4)).pages
    assert tuple(sorted(page[:2])) == PAPERS["A3"]


def test_one_page_without_paper() -> None:
    """Paper "none" is one page, however large."""
    (page,) = draw(county(), paper="none").pages
    assert page.width > PAPERS["A3"][0]
    assert words(page, "page") == []


def test_notes_that_have_no_room_follow() -> None:
    """Where the chart fits and its notes do not, they have pages of their own."""
    selves = tuple(line(f"{name} monitors {name}", matter=f"matter {at}") for name in "abcd" for at in range(30))
    chart_page, *pages = draw(model("a reports_to b", records=selves)).pages
    assert words(chart_page, "note") == ["The notes are on page 2."]
    assert sum(len(words(page, "note")) for page in pages) == 120
    assert all(is_paper(page) for page in (chart_page, *pages))


def test_what_cannot_be_split_says_so() -> None:
    """Where each body is joined to nearly all, a page says that A3 is too small and what to do."""
    tied = model(*(f"b{one} advises b{other}" for one in range(18) for other in range(one)))
    (page,) = draw(tied, View(title="Tied")).pages
    assert "do not fit A3 with type of 8 points" in " ".join(words(page, "note"))
    assert is_paper(page)


def test_the_author_decides_who_stands_left() -> None:
    """Boxes stand in the view's order, row by row, wherever no line then crosses more."""
    groups = ("north", "south", "east", "west")
    whole = model(*(f"{name} reports_to board" for name in groups), records=(body("board", kind="board"),))
    for order in (groups, groups[::-1], ("east", "north", "west", "south")):
        (page,) = draw(whole, View(order=("board", *order))).pages
        placed = sorted((box.y, box.x, box.box.id) for box in page.boxes if box.box.id != "board")
        assert tuple(name for _, _, name in placed) == order


def test_what_cannot_come_apart_is_laid_out_once() -> None:
    """Where each of thirty bodies has lines to all others, the page says so after one look at the whole."""
    pairs = [(one, other) for one in range(30) for other in range(30) if one != other]
    boxes = tuple(Box(f"b{number}", f"Body {number}", row=number) for number in range(30))
    joined = tuple(Line((f"{one} {other}",), f"b{one}", f"b{other}", Family.REPORTING) for one, other in pairs)
    seen: list[int] = []

    def lay(part: Chart) -> Layout:
        seen.append(len(part.lines))
        return Layout(5000, 5000, tuple(PlacedBox(box, 0, 150 * box.row, 90, 40, (), (), 9, 8) for box in part.boxes))

    (page,) = paginate(Chart("full", "Full", boxes=boxes, lines=joined), "A4", None, lay)
    assert (seen, page.boxes) == ([870], ())


def test_a_key_with_every_body_is_told_from_a_chart_with_notes() -> None:
    """Where the key shows all bodies, the command says that the chart comes on several pages."""
    picture = draw(county(groups=4, teams=4))
    assert len(picture.pages[0].boxes) == len(picture.chart.boxes)
    assert next(advice(picture, View(), ".pdf", "A4")).startswith("the chart does not fit A3")

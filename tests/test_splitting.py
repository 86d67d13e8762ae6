"""A chart that no paper holds: what stays on its key, what goes to which page, and how they refer to one another."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from trustgraph.charts import Band, Box, Chart, Line, Page, draft, halves, parts, splits
from trustgraph.charts.words import DASHED
from trustgraph.vocabulary import Family, Tier


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Return any chart of up to 30 boxes, with some outside and lines anywhere."""
    count = draw(st.integers(1, 30))
    boxes = tuple(
        Box(f"b{number}", f"Body {number}", tier=draw(st.sampled_from(list(Tier))), row=draw(st.integers(0, 4)))
        for number in range(count)
    )
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] != pair[1])
    pairs = draw(st.lists(ends, max_size=45 if count > 1 else 0))
    return Chart("any", "Any", boxes=boxes, lines=tuple(map(_line, range(len(pairs)), pairs)))


def _line(number: int, ends: tuple[int, int]) -> Line:
    family = list(Family)[number % len(Family)]
    return Line((f"k{number}",), f"b{ends[0]}", f"b{ends[1]}", family, f"line {number}", said=(f"Line {number}.",))


def tree() -> Chart:
    """Return a board with two groups that report to it, each with four teams below it."""
    boxes = [Box("board", "Board"), Box("north", "North", row=1), Box("south", "South", row=1)]
    boxes += [
        Box(f"{group.id}-{number}", f"{group.name} {number}", row=2) for group in boxes[1:] for number in range(4)
    ]
    lines = [Line((box.id,), box.id, "board", Family.REPORTING) for box in boxes[1:3]]
    lines += [Line((box.id,), box.id, box.id.partition("-")[0], Family.REPORTING) for box in boxes[3:]]
    return Chart("tree", "Tree", boxes=tuple(boxes), lines=tuple(lines), notes=("General.",))


@settings(max_examples=150, deadline=None)
@given(charts(), st.integers(3, 12))
def test_nothing_is_lost(chart: Chart, most: int) -> None:
    """However a chart is split, each body is drawn in full on one page, and each line whole on at least one."""
    for split in splits(chart, most):
        pages = parts(chart, split)
        own = [box.id for page in pages for box in page.boxes if not box.elsewhere]
        assert sorted(own) == sorted(box.id for box in chart.boxes)
        whole = {(line.keys, line.subject, line.target) for page in pages for line in page.lines if line.label}
        assert {(line.keys, line.subject, line.target) for line in chart.lines} <= whole


@settings(max_examples=150, deadline=None)
@given(charts(), st.integers(3, 12))
def test_each_end_of_a_line_is_on_its_page(chart: Chart, most: int) -> None:
    """No page has a line to a box it does not have, nor a box twice."""
    for page in (page for split in splits(chart, most) for page in parts(chart, split)):
        names = [box.id for box in page.boxes]
        assert len(names) == len(set(names))
        assert {end for line in page.lines for end in (line.subject, line.target)} <= set(names)


@settings(max_examples=150, deadline=None)
@given(charts(), st.integers(3, 12))
def test_references_lead_to_the_page(chart: Chart, most: int) -> None:
    """What is said to be on a page is there as itself."""
    for split in splits(chart, most):
        pages = parts(chart, split)
        own = [{box.id for box in page.boxes if not box.elsewhere} for page in pages]
        for page in pages:
            for box in (box for box in page.boxes if box.elsewhere and not box.folded):
                assert box.id in own[box.elsewhere - 1]
                assert box.details == (f"See page\u00a0{box.elsewhere}",)


@settings(max_examples=100, deadline=None)
@given(charts())
def test_a_page_comes_apart_to_the_end(chart: Chart) -> None:
    """A page that is too full has two halves, until it holds one line of one body; no line is lost."""
    *_, split = splits(chart, 3)
    waiting, least = list(split.pages), []
    while waiting:
        page = waiting.pop()
        several = halves(chart, page)
        waiting += several
        least += [] if several else [draft(chart, page)]
    assert all(len(page.boxes) <= 2 for page in least)
    assert {line.keys for line in chart.lines} == {line.keys for page in least for line in page.lines}


def test_the_key_shows_the_whole_arrangement() -> None:
    """First of all it has every body within, each with its page."""
    key = parts(tree(), next(iter(splits(tree(), 6))))[0]
    assert [box.name for box in key.boxes] == [box.name for box in tree().boxes]
    assert [box.details for box in key.boxes[:4]] == [(f"See page\u00a0{page}",) for page in (2, 3, 4, 3)]


def second(chart: Chart) -> tuple[Chart, ...]:
    """Return the parts of the tree whose key has its upper rows, where a box stands for each branch below."""
    _, split, *_ = splits(chart, 6)
    return parts(chart, split)


def test_the_key_shows_the_upper_rows() -> None:
    """The board and its groups stay; a box for each branch names its bodies and its page."""
    key = second(tree())[0]
    assert [box.name for box in key.boxes] == ["Board", "North", "South", "Under North", "Under South"]
    assert key.boxes[3].details == ("North 0, North 1, North 2 and North 3", "See page\u00a03")


def test_pages_in_a_row_are_told_as_a_run() -> None:
    """A branch on three pages or more that follow one another names the first and the last of them."""
    _, split, *_ = splits(tree(), 6)
    north = [Page((f"north-{number}",)) for number in range(4)]
    south = [Page((f"south-{number}",)) for number in range(4)]
    rest = (Page(("board", "north", "south")),)
    key = parts(tree(), split._replace(pages=(*north[:3], *south[:2], north[3], *south[2:], *rest)))[0]
    assert [box.details[-1] for box in key.boxes[3:]] == [
        "See pages\u00a02 to\u00a04 and 7",
        "See pages\u00a05, 6, 8 and 9",
    ]


def test_the_key_says_where_what_it_leaves_out_is() -> None:
    """An outside body is named with its page, since no box of the key is its own."""
    boxes = tuple(box._replace(tier=Tier.EXTERNAL) if box.id == "north-0" else box for box in tree().boxes)
    key = parts(tree()._replace(boxes=boxes), next(iter(splits(tree()._replace(boxes=boxes), 6))))[0]
    assert "North 0" not in [box.name for box in key.boxes]
    assert "On the pages alone: North 0 (page\u00a03)." in key.notes


def test_a_page_has_the_bands_in_which_somebody_stands() -> None:
    """Where all boxes of a tier stand beside the bands, its band is left out: they would seem to stand in it."""
    boxes = tuple(box._replace(beside=box.id.startswith("north-")) for box in tree().boxes)
    bands = (Band("Strategic", 0, 0), Band("Executive", 1, 1), Band("Operational", 2, 2))
    chart = tree()._replace(boxes=boxes, bands=bands)
    pages = {page.subtitle[9:14]: page for page in parts(chart, next(iter(splits(chart, 6))))[1:]}
    found = {name: [band.name for band in page.bands] for name, page in pages.items()}
    assert found == {
        "Board": ["Strategic", "Executive"],
        "North": ["Strategic", "Executive"],
        "South": ["Strategic", "Executive", "Operational"],
    }


def test_each_page_says_which_of_its_boxes_are_outside() -> None:
    """A page with a box drawn as external says what its outline means; the others do not."""
    boxes = tuple(box._replace(tier=Tier.EXTERNAL) if box.id == "north-0" else box for box in tree().boxes)
    whole = tree()._replace(boxes=boxes, notes=("General.", DASHED))
    assert [page.notes.count(DASHED) for page in parts(whole, next(iter(splits(whole, 6))))] == [0, 0, 1, 0]


def test_a_page_has_a_body_with_all_its_lines() -> None:
    """What the lines of its own bodies lead to stands there too, with the page that has it in full."""
    pages = parts(tree(), next(iter(splits(tree(), 6))))
    assert [(box.name, box.details) for box in pages[2].boxes] == [
        ("Board", ("See page\u00a02",)),
        ("North", ()),
        *((f"North {number}", ()) for number in range(4)),
    ]
    assert pages[2].subtitle == "In full: North, North 0, North 1 and 2 more"


def test_each_page_says_what_it_shows() -> None:
    """The text alternative of each page begins with its number and names what is on it."""
    assert [page.outline[0] for page in second(tree())] == [
        "Page 1 of 4. The key chart shows Board (page\u00a02), North (page\u00a03) and South (page\u00a04).",
        "Page 2 of 4. In full: Board.",
        "Page 3 of 4. In full: North, North 0, North 1, North 2 and North 3.",
        "Page 4 of 4. In full: South, South 0, South 1, South 2 and South 3.",
    ]


def test_notes_are_numbered_page_by_page() -> None:
    """The first note of each page is [1], on its label as in its text."""
    told = [
        line._replace(label=f"cases…\u00a0[{number}]", note=f"[{number}] Cases of {line.subject}.")
        for number, line in enumerate(tree().lines, 1)
    ]
    page = parts(tree()._replace(lines=tuple(told)), next(iter(splits(tree(), 6))))[3]
    assert page.notes[:2] == ("[1] Cases of south.", "[2] Cases of south-0.")
    assert [line.label for line in page.lines[:2]] == ["cases…\u00a0[1]", "cases…\u00a0[2]"]


def test_general_notes_stand_on_the_key() -> None:
    """A note on no box or line stands once, on the key."""
    pages = parts(tree(), next(iter(splits(tree(), 6))))
    assert ["General." in page.notes for page in pages] == [True, False, False, False]


def test_a_branch_is_joined_by_its_foremost_line() -> None:
    """On the key one line joins a branch to a body, that which says most of who answers to whom, without words."""
    chart = tree()
    advice = Line(("advice",), "north", "north-1", Family.ADVICE)
    account = Line(("account",), "north-2", "north", Family.ACCOUNTABILITY)
    chart = chart._replace(lines=(advice, *chart.lines, account))
    key = second(chart)[0]
    assert [(line.keys, line.label) for line in key.lines if line.subject == "north.branch"] == [(("account",), "")]


def test_the_key_leaves_out_what_only_passes_by() -> None:
    """Where both bodies hang from others, advice between them is not drawn on the key; challenge is."""
    joined = [Line((family,), "north-0", "south-0", family) for family in (Family.ADVICE, Family.CHALLENGE)]
    for line, drawn in zip(joined, (False, True), strict=True):
        chart = tree()._replace(lines=(*tree().lines, line))
        key = parts(chart, next(iter(splits(chart, 6))))[0]
        assert (line.keys in [each.keys for each in key.lines]) is drawn


def test_what_hangs_from_nothing_comes_last() -> None:
    """A body that no line joins is found under the others."""
    chart = tree()
    chart = chart._replace(boxes=(*chart.boxes, Box("lone", "Lone", row=2)))
    key = second(chart)[0]
    others = [box for box in key.boxes if re.match("Others", box.name)]
    assert [box.details[0] for box in others] == ["Lone"]

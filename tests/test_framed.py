"""The charts of a comparison: one frame, in which counterparts stand in one place and colour."""

from __future__ import annotations

from functools import cache

from tests.small import body, model
from trustgraph.comparison.comparing import compare
from trustgraph.comparison.frame import frame
from trustgraph.drawing.looks import box_look
from trustgraph.formats import load_all
from trustgraph.reports.framed import Framed, framed
from trustgraph.vocabulary import Basis, Family, Force, Tier

THREE = ("calderdale-model-1", "suffolk-2010", "buckinghamshire-2009")


@cache
def three() -> Framed:
    """Return the charts of three samples."""
    return framed(compare(load_all(THREE)))


def test_counterparts_stand_in_one_place() -> None:
    """The boxes of every chart are at the same points, and of the same size."""
    places = [
        [(box.box.id, box.x, box.y, box.width, box.height) for box in each.pages[0].boxes] for each in three().drawings
    ]
    assert places[0] == places[1] == places[2]


def test_tiers_stand_at_one_height() -> None:
    """The bands of every chart are the same, and the charts as large."""
    pages = [each.pages[0] for each in three().drawings]
    assert len({(page.bands, page.width, page.height) for page in pages}) == 1


def test_counterparts_have_one_colour() -> None:
    """A part has one look in all charts; where nobody plays it, the box is empty, white and dotted."""
    looks: dict[str, set[object]] = {}
    for each in three().drawings:
        for box in each.chart.boxes:
            empty = box.name.endswith("no counterpart")
            looks.setdefault("empty" if empty else box.id, set()).add(box_look(box))
    assert {len(found) for found in looks.values()} == {1}


def test_names_fit_their_boxes() -> None:
    """Each box has the names of those who play its part, no word of them broken."""
    texts = [" ".join(box.name) for each in three().drawings for box in each.pages[0].boxes]
    assert "K: LAA Scrutiny Panel and Children, Schools & Young People's Services Scrutiny Committee" in texts
    assert "C: no counterpart" in texts


def test_an_arrangement_has_its_own_lines() -> None:
    """The lines of a chart are those of its model, each with its keys and no label."""
    for each in three().drawings:
        keys = [key for drawn in each.chart.lines for key in drawn.keys]
        assert keys
        assert set(keys) <= each.model.lines.keys()
        assert not each.pages[0].labels


def test_one_legend_explains_all() -> None:
    """The legend has each family of lines of any chart once."""
    families = [each.family for each in three().legend if each.force is Force.PRACTICE and each.basis is Basis.STATED]
    drawn = {line.family for each in three().drawings for line in each.chart.lines}
    assert sorted(families) == sorted(drawn)


def test_what_is_left_off_is_said() -> None:
    """Bodies that play no part, and outside ones that a line would reach, are named under the chart."""
    calderdale, suffolk, _ = three().left_off
    assert calderdale.endswith("Accountable bodies of the Children's Trust and Partners.")
    assert "the Area Action Team" in suffolk


def test_a_line_of_a_collective_is_one_of_those_within_it() -> None:
    """Where a body within a collective plays a part of its own, the lines of the collective are its lines."""
    found = framed(compare(load_all(("nottinghamshire-2016", "suffolk-2010"))))
    drawn = found.drawings[0].chart
    names = {box.id: box.name for box in drawn.boxes}
    ends = {(names[line.subject].partition(": ")[2], line.family) for line in drawn.lines}
    assert ("Local Management Groups", Family.REPORTING) in ends


def test_a_chart_reads_aloud() -> None:
    """The text alternative says who plays each part, and each line."""
    outline = three().drawings[1].chart.outline
    assert "B, the board: the Children's Trust Strategic Board." in outline
    assert any(each.startswith("The Executive Group reports to") for each in outline)


def test_parts_without_a_line_are_drawn_within_an_arrangement() -> None:
    """A part that no line joins is drawn where it is within the arrangements, and left out where it is outside."""
    records = (
        body("board", kind="board", tier=Tier.STRATEGIC),
        body("executive", kind="executive", tier=Tier.EXECUTIVE),
        body("council", name="Kent County Council", kind="council", inside=False),
    )
    alone = [model(records=records, id=name) for name in ("kent", "essex")]
    joined = [model("board accountable_to council", records=records, id=name) for name in ("kent", "essex")]
    titles = [{slot.title for slot in frame(compare(each)).slots.values()} for each in (alone, joined)]
    assert titles == [{"The board", "The executive"}, {"The board", "The executive", "The council that leads"}]

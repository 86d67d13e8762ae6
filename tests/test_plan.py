"""Where outside boxes stand before anything is placed, and how their lines then run."""

from __future__ import annotations

import pytest

from tests import picture
from trustgraph.charts import Band, Box, Chart, Line
from trustgraph.drawing.layout import layout
from trustgraph.drawing.placement import attempts
from trustgraph.drawing.placement.arranging import Trial
from trustgraph.drawing.placement.plan import plan
from trustgraph.vocabulary import Family

_INSIDE = (Box("board", "Board"), *(Box(f"g{number}", "Delivery Group", row=1) for number in range(5)))
_BANDS = (Band("Strategic", 0, 0), Band("Operational", 1, 1))


def arrangement(family: Family, *targets: str) -> Chart:
    """Return a chart of a board and five groups, with an outside box and a line from it for each target."""
    outside = tuple(Box(f"p{number}", "Partner", row=1, beside=True) for number in range(len(targets)))
    lines = tuple(Line((f"g{number}",), f"g{number}", "board", Family.REPORTING) for number in range(5))
    lines += tuple(Line((box.id,), box.id, target, family) for box, target in zip(outside, targets, strict=True))
    return Chart("any", "Any", boxes=(*_INSIDE, *outside), lines=lines, bands=_BANDS)


def test_outside_boxes_apart_stand_one_on_either_side_above_their_row() -> None:
    """Of three the first two share a row, and all are in the row of the chart they came in."""
    planned = plan(arrangement(Family.ADVICE, "g1", "g2", "g3"), 5, apart=True)
    assert [sorted(row) for row in planned.rows] == [[0], [6, 7], [8], [1, 2, 3, 4, 5]]
    assert planned.chart_rows == (0, 1, 1, 1)


def test_an_outside_box_that_answers_does_not_stand_above_whom_it_answers_to() -> None:
    """What reports to a group stays in the group's row."""
    planned = plan(arrangement(Family.REPORTING, "g2"), 5, apart=True)
    assert [sorted(row) for row in planned.rows] == [[0], [1, 2, 3, 4, 5, 6]]


def test_a_line_from_an_outside_box_apart_turns_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs level past the lines of the other groups and goes down to the one it speaks to."""
    monkeypatch.setattr(attempts, "_trials", lambda *_: (Trial(5, 110.0, apart=True, bend=2000.0),))
    monkeypatch.setattr(attempts, "_NARROW", ())
    monkeypatch.setattr(attempts, "_TOWERS", ())
    page = layout(arrangement(Family.ADVICE, "g2"), paper="none")[0]
    (path,) = page.lines[-1].paths if page.lines[-1].lines[0].subject == "p0" else page.lines[0].paths
    assert len(path) == 3
    assert picture.faults(page) == []

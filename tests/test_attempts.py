"""Every way of arranging a chart, whichever turns out best, draws any chart cleanly."""

from __future__ import annotations

from random import Random

import pytest

from tests import picture
from trustgraph.charts import Band, Box, Chart, Line
from trustgraph.drawing.layout import layout
from trustgraph.drawing.placement import attempts
from trustgraph.drawing.placement.arranging import Trial
from trustgraph.vocabulary import Family, Tier

_LISTS = (*(attempts._trials(boxes, boxes) for boxes in (10, 30, 60)), attempts._TOWERS, attempts._NARROW)
TRIALS = dict.fromkeys(trial for trials in _LISTS for trial in trials)
NAMES = ("Board", "Team", "Safeguarding Children Partnership", "Joint Commissioning Group for the County")
FAMILIES = (Family.REPORTING, Family.REPORTING, Family.ADVICE, Family.COMMISSIONING)
LABELS = ("", "", "commissions", "advises: the plan")


def any_chart(random: Random) -> Chart:
    """Return a chart of up to 22 boxes, some outside, with lines among all of them."""
    count, rows = random.randint(2, 22), random.randint(1, 5)
    boxes = tuple(
        Box(f"b{n}", random.choice(NAMES), row=random.randrange(rows), beside=random.random() < 0.15)
        for n in range(count)
    )
    ends = [(n, random.randrange(count)) for n in range(count) for _ in range(random.choice((0, 1, 1, 1, 2)))]
    lines = tuple(
        Line((f"k{n}",), f"b{one}", f"b{other}", random.choice(FAMILIES), random.choice(LABELS))
        for n, (one, other) in enumerate(ends)
    )
    bands = tuple(Band(tier.value, row, row) for row, tier in enumerate(list(Tier)[:rows]))
    return Chart("any", "Any chart", boxes=boxes, lines=lines, bands=bands)


@pytest.mark.parametrize("trial", TRIALS, ids=range(len(TRIALS)))
def test_every_attempt_is_clean(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way of arranging leaves nothing out and puts nothing on anything."""
    monkeypatch.setattr(attempts, "_trials", lambda *_: (trial,))
    monkeypatch.setattr(attempts, "_TOWERS", ())
    monkeypatch.setattr(attempts, "_NARROW", ())
    random = Random(str(trial))  # noqa: S311 - charts need no secrets
    for chart in (any_chart(random) for _ in range(8)):
        (page,) = layout(chart, paper="none")
        assert [box.box for box in page.boxes] == list(chart.boxes)
        assert picture.faults(page) == []


def test_outside_boxes_stand_one_above_the_other_where_paper_is_narrow() -> None:
    """Side by side six of them would need larger paper."""
    outside = tuple(Box(f"b{n}", NAMES[3], row=0, beside=True) for n in range(1, 7))
    lines = tuple(Line((f"k{n}",), "b0", f"b{n}", Family.ADVICE, LABELS[3]) for n in range(1, 7))
    boxes = (Box("b0", NAMES[0], row=0), *outside)
    (page,) = layout(Chart("kent", "Kent", boxes=boxes, lines=lines, bands=(Band("strategic", 0, 0),)))
    assert {round(page.width), round(page.height)} == {595, 842}

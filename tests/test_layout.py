"""Charts laid out: nothing lost, nothing cut, nothing on top of something else."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import picture
from trustgraph.charts import Band, Box, Chart, Line
from trustgraph.drawing.layout import layout
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
    (page,) = layout(chart)
    assert [box.box for box in page.boxes] == list(chart.boxes)
    assert sorted(key for line in page.lines for one in line.lines for key in one.keys) == sorted(
        key for line in chart.lines for key in line.keys
    )
    assert picture.faults(page) == []

"""Two versions of an arrangement in one."""

from __future__ import annotations

import trustgraph as tg
from tests.small import body, model
from trustgraph.comparison.diffing import diff
from trustgraph.comparison.overlay import Overlay, overlay

BEFORE = model("group reports_to board", "unit reports_to group")
AFTER = model("group accountable_to board", "panel advises board", records=(body("unit"),))


def both(before: tg.Model, after: tg.Model) -> Overlay:
    """Return the overlay of two versions."""
    return overlay(before, after, diff(before, after))


def test_marks() -> None:
    """What is added, removed and changed is marked by key; what stays is not."""
    assert both(BEFORE, AFTER).marks == {
        "panel": "added",
        "panel advises board": "added",
        "group accountable_to board": "changed",
        "unit reports_to group": "removed",
    }


def test_the_same_twice() -> None:
    """Nothing is marked where nothing differs."""
    assert both(BEFORE, BEFORE).marks == {}


def test_what_gives_way_is_shown_though_the_view_hides_it() -> None:
    """The two executives of Nottinghamshire are shown, as removed."""
    found = both(*tg.load_all(["nottinghamshire-two-executives", "nottinghamshire-2016"]))
    assert [found.marks[each] for each in ("help-and-protection", "health-and-well-being")] == ["removed", "removed"]
    assert "help-and-protection" not in found.view.hide


def test_any_two_arrangements() -> None:
    """Any two samples can be laid over one another and charted."""
    samples = tg.load_all(tg.samples())
    found = [both(one, other) for one in samples for other in samples]
    assert all(tg.chart(each.model, each.view, marks=each.marks).boxes for each in found)

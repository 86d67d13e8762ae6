"""Several attempts at a chart, and the page with the best of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter

from trustgraph.charts import Chart
from trustgraph.drawing.geometry import Layout
from trustgraph.drawing.page import Sheet, compose, sheet
from trustgraph.drawing.placement.arranging import Draft, Positions, Trial, arrange, draft
from trustgraph.drawing.placement.plan import Turns
from trustgraph.drawing.placement.scaling import Picture
from trustgraph.drawing.placement.scoring import disorder, score

_SMALL = 20
_MANY = 40
_HEAVY = 200
_DRAWN = 950
_FEWEST = 4
_ENOUGH = 11
_FINISHED = 5
# of a picture that may be as wide as it likes
_DEAR = 2000.0


def best_page(chart: Chart, paper: str, orientation: str | None, positions: Positions) -> Layout:
    """Return the page whose paper is smallest and whose picture then costs least.

    A picture is kept at once where its lines are clean and it fits the paper asked for; of a small chart that fits no
    more than eleven are tried.
    """
    pages: list[tuple[float, float, int, Picture, Sheet]] = []
    # the more a chart holds, the longer an attempt takes and the less attempts differ
    most = max(_FEWEST, _DRAWN // (len(chart.boxes) + len(chart.lines)))
    for drafted in _drafts(chart, islice(_trials(len(chart.boxes), len(chart.lines), orientation), most), positions):
        picture = arrange(drafted)
        found, on = score(picture), sheet(chart, picture, paper, orientation)
        # paper none grows with the picture, so there only the lines count
        size = 0.0 if on.paper == "none" else on.width * on.height
        # the author's order is worth more than bends, and less than a crossing
        astray = disorder(picture, chart.boxes[: chart.ordered])
        pages.append((size, found.cost + 4 * astray - 6 * on.scale, len(pages), picture, on))
        fits = min(pages)[-1].paper in (paper, "none")
        if fits and (
            (found.clean(len(chart.lines)) and not astray) or (len(pages) >= _ENOUGH and len(chart.boxes) <= _SMALL)
        ):
            break
    _, _, _, picture, on = min(pages)
    return compose(chart, picture, on)


def _drafts(chart: Chart, trials: Iterable[Trial], positions: Positions) -> Iterator[Draft]:
    """Yield the drafts of a chart, of a large one only those that promise most."""
    drafts = (draft(chart, trial, positions) for trial in trials)
    return islice(sorted(drafts, key=attrgetter("crossings")), _FINISHED) if len(chart.boxes) > _MANY else drafts


def _trials(boxes: int, lines: int, orientation: str | None) -> Iterator[Trial]:
    """Yield the attempts in the order in which they are made."""
    if lines > _HEAVY:
        yield Trial(8, 110.0)
        return
    if boxes > _MANY:
        yield Trial(6, 110.0, together=True, bend=_DEAR)
        yield Trial(6, 110.0, bend=_DEAR)
        yield Trial(6, 110.0, reverse=True, first=-1, hung=True, bend=_DEAR)
        yield Trial(9, 110.0, reverse=True, together=True, first=-1, hung=True, bend=_DEAR)
        yield Trial(9, 110.0, reverse=True, together=True, bend=_DEAR)
        yield Trial(6, 110.0, reverse=True, hung=True, bend=_DEAR)
        yield Trial(9, 110.0, hung=True, bend=_DEAR)
        return
    wide = 4 if orientation == "portrait" else 5
    yield Trial(wide, 120.0)
    yield Trial(4, 110.0, hung=True, bend=_DEAR)
    yield Trial(1, 110.0, reverse=True, hung=True, first=-1, turns=Turns.CHART, bend=_DEAR)
    yield Trial(2, 110.0, reverse=True, bend=_DEAR)
    yield Trial(2, 80.0)
    yield Trial(1, 110.0, first=-1, bend=_DEAR)
    yield Trial(1, 110.0, reverse=True, bend=_DEAR)
    yield Trial(4, 110.0, hung=True, first=-1, bend=_DEAR)
    yield Trial(4, 110.0, reverse=True, hung=True, bend=_DEAR)
    yield Trial(1, 110.0, reverse=True, turns=Turns.CHART, bend=_DEAR)
    yield Trial(2, 110.0, hung=True, first=-1, turns=Turns.CHART, bend=_DEAR)
    yield Trial(4, 110.0, reverse=True, hung=True, first=-1, turns=Turns.CHART, bend=_DEAR)
    yield Trial(2, 110.0, reverse=True, hung=True, turns=Turns.CHART, bend=_DEAR)
    yield Trial(4, 110.0, reverse=True, first=-1, turns=Turns.CHART, bend=_DEAR)
    yield Trial(2, 80.0, turns=Turns.NONE)
    yield Trial(1, 80.0, bend=_DEAR)
    yield Trial(2, 80.0, reverse=True)
    yield Trial(4, 100.0, reverse=True, together=True)
    yield Trial(2, 120.0, first=-1)
    yield Trial(2, 80.0, first=-1)
    yield Trial(2, 80.0, reverse=True, turns=Turns.NONE)

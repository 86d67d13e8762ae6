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
_DRAWN = 800
_FEWEST = 4
_ENOUGH = 6
_FINISHED = 4
# of a picture that may be as wide as it likes
_DEAR = 2000.0

# what did best, together, on made-up trusts of 15, 30 and 60 bodies
_FOR_FEW = (
    Trial(1, 110.0, reverse=True, hung=True, first=-1, turns=Turns.CHART, bend=_DEAR),
    Trial(1, 110.0, reverse=True, bend=_DEAR),
    Trial(4, 110.0, reverse=True, hung=True, bend=_DEAR),
    Trial(1, 110.0, reverse=True, turns=Turns.CHART, bend=_DEAR),
    Trial(2, 110.0, hung=True, first=-1, turns=Turns.CHART, bend=_DEAR),
    Trial(1, 110.0, first=-1, bend=_DEAR),
)
_FOR_SOME = (
    Trial(4, 110.0, hung=True, bend=_DEAR),
    Trial(2, 110.0, reverse=True, bend=_DEAR),
    Trial(4, 110.0, hung=True, first=-1, bend=_DEAR),
    Trial(4, 110.0, reverse=True, hung=True, first=-1, turns=Turns.CHART, bend=_DEAR),
    Trial(2, 110.0, reverse=True, hung=True, turns=Turns.CHART, bend=_DEAR),
    Trial(4, 110.0, reverse=True, first=-1, turns=Turns.CHART, bend=_DEAR),
    Trial(4, 110.0, reverse=True, hung=True, bend=_DEAR),
    Trial(1, 110.0, reverse=True, bend=_DEAR),
)
_FOR_MANY = (
    Trial(6, 110.0, together=True, bend=_DEAR),
    Trial(6, 110.0, bend=_DEAR),
    Trial(6, 110.0, reverse=True, first=-1, hung=True, bend=_DEAR),
    Trial(9, 110.0, reverse=True, together=True, first=-1, hung=True, bend=_DEAR),
    Trial(9, 110.0, reverse=True, together=True, bend=_DEAR),
    Trial(6, 110.0, reverse=True, hung=True, bend=_DEAR),
    Trial(9, 110.0, hung=True, bend=_DEAR),
)
# for paper that holds none of the others
_NARROW = (
    Trial(2, 80.0),
    Trial(2, 80.0, turns=Turns.NONE),
    Trial(1, 80.0, bend=_DEAR),
    Trial(2, 80.0, reverse=True),
    Trial(4, 100.0, reverse=True, together=True),
    Trial(2, 120.0, first=-1),
    Trial(2, 80.0, first=-1),
    Trial(2, 80.0, reverse=True, turns=Turns.NONE),
)


def best_page(chart: Chart, paper: str, orientation: str | None, positions: Positions) -> Layout:
    """Return the page whose paper is smallest and whose picture then costs least.

    A picture is kept at once where its lines are clean and it fits the paper asked for; of a small chart that fits no
    more than six are tried.
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


def _trials(boxes: int, lines: int, orientation: str | None) -> tuple[Trial, ...]:
    """Return the attempts in the order in which they are made."""
    if lines > _HEAVY:
        return (Trial(8, 110.0),)
    if boxes > _MANY:
        return _FOR_MANY
    first = Trial(4 if orientation == "portrait" else 5, 120.0)
    return (first, *(_FOR_FEW if boxes <= _SMALL else _FOR_SOME), *_NARROW)

"""Several attempts at a chart, and the page with the best of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

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
_DENSE, _DENSE_A_BOX = 60, 3
_DRAWN = 800
_FEWEST = 4
_ENOUGH = 2
_FINISHED = 4
_FINISHED_OF_MANY = 5
# of a picture that may be as wide as it likes
_DEAR = 2000.0

# what did best, together, on made-up trusts of 15, 30 and 60 bodies
_FOR_FEW = (
    Trial(5, 110.0, bend=_DEAR),
    Trial(2, 110.0, hung=True, first=-1, turns=Turns.CHART, bend=_DEAR),
    Trial(4, 110.0, hung=True, turns=Turns.NONE, bend=_DEAR),
    Trial(2, 110.0, first=-1, turns=Turns.CHART, bend=_DEAR),
    Trial(2, 110.0, reverse=True, together=True, turns=Turns.NONE, bend=_DEAR),
)
_FOR_SOME = (
    Trial(5, 110.0, reverse=True, together=True, first=-1, turns=Turns.CHART, gathered=True, bend=_DEAR),
    Trial(5, 110.0, together=True, hung=True, first=-1, turns=Turns.CHART, gathered=True, bend=_DEAR),
    Trial(5, 110.0, reverse=True, hung=True, first=-1, turns=Turns.CHART, gathered=True, bend=_DEAR),
    Trial(2, 110.0, reverse=True, together=True, turns=Turns.NONE, gathered=True, bend=_DEAR),
    Trial(2, 110.0, together=True, turns=Turns.NONE, gathered=True, bend=_DEAR),
    Trial(5, 110.0, gathered=True, bend=_DEAR),
)
_FOR_MANY = (
    Trial(7, 110.0, together=True, hung=True, turns=Turns.NONE, apart=True, gathered=True, bend=_DEAR),
    Trial(8, 110.0, hung=True, turns=Turns.NONE, apart=True, gathered=True, bend=_DEAR),
    Trial(9, 110.0, hung=True, apart=True, gathered=True, bend=_DEAR),
    Trial(12, 110.0, together=True, hung=True, apart=True, gathered=True, bend=_DEAR),
    Trial(5, 110.0, reverse=True, apart=True, gathered=True, bend=_DEAR),
    Trial(5, 110.0, together=True, hung=True, bend=_DEAR),
    Trial(8, 110.0, reverse=True, together=True, hung=True, first=-1, bend=_DEAR),
    Trial(5, 110.0, reverse=True, together=True, first=-1, turns=Turns.CHART, bend=_DEAR),
    Trial(8, 110.0, hung=True, bend=_DEAR),
)
# for a small chart some of whose lines cross in all the others
_TOWERS = (Trial(1, 110.0, bend=_DEAR),)
# for paper that holds none of the others
_NARROW = (
    Trial(2, 80.0, turns=Turns.NONE, apart=True),
    Trial(2, 110.0, apart=True, bend=_DEAR),
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

    Of all drafts those that promise the fewest crossings are finished, until one fits the paper asked for whose lines
    are clean, or two do and no other draft promises more.
    """
    pages: list[_Finished] = []
    # in a large chart fewer crossings do not mean fewer bends
    enough = _FINISHED_OF_MANY if len(chart.boxes) > _MANY else _ENOUGH
    for drafted in _drafts(chart, positions):
        if len(pages) >= enough and min(pages).on.paper in (paper, "none") and _settled(pages, drafted):
            break
        picture = arrange(drafted)
        found, on = score(picture), sheet(chart, picture, paper, orientation)
        # paper none grows with the picture, so there only the lines count
        size = 0.0 if on.paper == "none" else on.width * on.height
        # the author's order is worth more than bends, and less than a crossing
        astray = disorder(picture, chart.boxes[: chart.ordered])
        pages.append(_Finished(size, found.cost + 4 * astray - 6 * on.scale, len(pages), found.crossings, picture, on))
        if on.paper in (paper, "none") and found.clean(len(chart.lines)) and not astray:
            break
    best = min(pages)
    return compose(chart, best.picture, best.on)


class _Finished(NamedTuple):
    """A finished attempt; the least is the best."""

    size: float
    cost: float
    number: int
    crossings: int
    picture: Picture
    on: Sheet


def _settled(pages: Sequence[_Finished], drafted: Draft) -> bool:
    """Return whether the next draft promises no fewer crossings than the best page has, or enough were tried."""
    return len(pages) >= _FINISHED or min(pages).crossings <= drafted.crossings


def _drafts(chart: Chart, positions: Positions) -> Iterator[Draft]:
    """Yield the drafts of a chart, those with fewest crossings first, then such as are narrow; of a large chart few."""
    lines = len(chart.lines)
    # the more a chart holds, the longer an attempt takes and the less attempts differ
    most = max(_FEWEST, _DRAWN // (len(chart.boxes) + lines))
    ways = _trials(len(chart.boxes), lines)
    crossed: list[Draft] = []
    for drafted in (draft(chart, trial, positions) for trial in ways):
        if drafted.crossings:
            crossed.append(drafted)
        else:
            # none can promise more
            yield drafted
    if len(chart.boxes) <= _SMALL and len(crossed) == len(ways):
        crossed += [draft(chart, trial, positions) for trial in _TOWERS]
    crossed.sort(key=attrgetter("crossings"))
    if len(chart.boxes) > _MANY or len(ways) == 1:
        yield from crossed[:_FINISHED_OF_MANY]
        return
    yield from crossed
    for trial in _NARROW[: max(0, most - len(ways))]:
        yield draft(chart, trial, positions)


def _trials(boxes: int, lines: int) -> tuple[Trial, ...]:
    """Return the attempts at a chart."""
    # where all is joined to all no order is better than another
    if lines > min(_HEAVY, _DENSE + _DENSE_A_BOX * boxes):
        return (Trial(8, 110.0),)
    return _FOR_MANY if boxes > _MANY else _FOR_FEW if boxes <= _SMALL else _FOR_SOME

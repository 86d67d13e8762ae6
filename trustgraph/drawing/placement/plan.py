"""What is decided before anything is placed: sub-rows, the side of outside boxes, lines drawn as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import cycle, zip_longest
from typing import NamedTuple

from trustgraph.charts import Chart
from trustgraph.vocabulary import Family

_RISING = (Family.ACCOUNTABILITY, Family.REPORTING, Family.STRUCTURE)


class Turns(Enum):
    """In what turn outside boxes stand on the one side and the other, the one that speaks most to its row first."""

    ROW = "anew in each row"
    CHART = "throughout the chart"
    NONE = "all on one side"


class Plan(NamedTuple):
    """Rows of boxes (by number), the chart's row of each, and each box's zone.

    Zones are 0 within the bands, -1 left and 1 right of them.
    """

    rows: tuple[tuple[int, ...], ...]
    chart_rows: tuple[int, ...]
    zones: tuple[int, ...]

    def is_apart(self, row: int) -> bool:
        """Return whether only outside boxes stand in a row."""
        return all(self.zones[box] for box in self.rows[row])


def plan(
    chart: Chart,
    per_row: int,
    together: bool = False,
    hung: bool = False,
    first: int = 1,
    turns: Turns = Turns.ROW,
    apart: bool = False,
) -> Plan:
    """Return the chart's rows cut into sub-rows of at most `per_row` boxes, and where its outside boxes stand.

    `together` keeps boxes under one box in one sub-row where it can, `hung` in pairs one below the other. The first of
    the outside boxes stands on the side `first`; `apart` gives them rows of their own above those they speak to.
    """
    cuts = {row: _cut(chart, row, per_row, together, hung) for row in sorted({box.row for box in chart.boxes})}
    zones = _zones(chart, [part for cut in cuts.values() for part in cut], first, turns)
    rows: list[tuple[int, ...]] = []
    chart_rows: list[int] = []
    for row, cut in cuts.items():
        parts = [part for whole in cut for part in _taken_apart(chart, whole, zones)] if apart else cut
        rows += map(tuple, parts)
        chart_rows += [row] * len(parts)
    return Plan(tuple(rows), tuple(chart_rows), zones)


def _cut(chart: Chart, row: int, per_row: int, together: bool, hung: bool) -> list[list[int]]:
    """Return the sub-rows of a row, each outside box in one of them."""
    members = [number for number, box in enumerate(chart.boxes) if box.row == row]
    beside = [number for number in members if chart.boxes[number].beside]
    inside = [number for number in members if not chart.boxes[number].beside]
    families = _families(chart)
    if hung and inside and _only_lines_up(chart, inside):
        cut = _in_pairs(inside, per_row, families)
    else:
        cut = list(_sub_rows(inside or beside, per_row, _pull(chart), families, together))
    return _with_beside(chart, cut, beside) if inside else cut


def _zones(chart: Chart, rows: Sequence[Sequence[int]], first: int, turns: Turns) -> tuple[int, ...]:
    """Return the zone of each box."""
    zones = [0] * len(chart.boxes)
    sides = cycle((first,) if turns is Turns.NONE else (first, -first))
    for row in rows:
        outside = _outside(chart, row)
        # with nothing inside there is nothing to stand beside
        if len(outside) == len(row):
            continue
        sides = cycle((first, -first)) if turns is Turns.ROW else sides
        for number, side in zip(outside, sides, strict=False):
            zones[number] = side
    return tuple(zones)


def _outside(chart: Chart, row: Sequence[int]) -> list[int]:
    """Return the outside boxes of a sub-row, the one that speaks most to it first."""
    return sorted((one for one in row if chart.boxes[one].beside), key=lambda one: -_ties(chart, one, row))


def _taken_apart(chart: Chart, row: Sequence[int], zones: Sequence[int]) -> Iterator[list[int]]:
    """Yield rows of the outside boxes of a sub-row, one on either side, and then the sub-row without them.

    Those that answer to somebody do not stand above whom they answer to.
    """
    answering = {line.subject for line in chart.lines if line.family in _RISING}
    aside = [one for one in _outside(chart, row) if zones[one] and chart.boxes[one].id not in answering]
    left, right = ([one for one in aside if zones[one] == side] for side in (-1, 1))
    for pair in zip_longest(left, right):
        yield [one for one in pair if one is not None]
    yield [one for one in row if one not in aside]


def _only_lines_up(chart: Chart, boxes: Sequence[int]) -> bool:
    """Return whether no line of these boxes leads anywhere but up."""
    rows = {box.id: box.row for box in chart.boxes}
    known = {chart.boxes[number].id for number in boxes}
    return all(
        rows[one] > rows[other]
        for line in chart.lines
        for one, other in ((line.subject, line.target), (line.target, line.subject))
        if one in known
    )


def _in_pairs(boxes: Sequence[int], per_row: int, families: Sequence[int]) -> list[list[int]]:
    """Return sub-rows of which each has two boxes of a family, the next two in the next; a last one by itself.

    Families side by side have at most `per_row` boxes abreast; the others follow below.
    """
    members: dict[int, list[int]] = defaultdict(list)
    for number in boxes:
        members[families[number] if families[number] >= 0 else -1 - number].append(number)
    shelves: list[list[list[int]]] = []
    for family in sorted(members.values(), key=len, reverse=True):
        if not shelves or sum(min(len(other), 2) for other in shelves[-1]) + min(len(family), 2) > per_row:
            shelves.append([])
        shelves[-1].append(family)
    return [
        sorted(number for family in shelf for number in family[at : at + 2])
        for shelf in shelves
        for at in range(0, len(shelf[0]), 2)
    ]


def _pull(chart: Chart) -> list[float]:
    """Return for each box how much its lines lead down rather than up."""
    rows = {box.id: box.row for box in chart.boxes}
    pull = {box.id: 0.0 for box in chart.boxes}
    for line in chart.lines:
        step = rows[line.target] - rows[line.subject]
        way = (step > 0) - (step < 0)
        pull[line.subject] += way
        pull[line.target] -= way
    return list(pull.values())


def _sub_rows(
    boxes: Sequence[int], per_row: int, pull: Sequence[float], families: Sequence[int], together: bool
) -> Iterator[list[int]]:
    """Yield sub-rows of about equal length."""
    count = -(-len(boxes) // per_row)
    if not count:
        return
    # whoever has lines only upwards stands in the first sub-row, whoever has boxes below in the last
    ordered = sorted(boxes, key=lambda number: pull[number])
    if together:
        shared = {
            family: [pull[n] for n in boxes if families[n] == family] for family in map(families.__getitem__, boxes)
        }
        mean = {family: sum(pulls) / len(pulls) for family, pulls in shared.items()}
        ordered = sorted(boxes, key=lambda number: (mean[families[number]], families[number], pull[number]))
    size, rest = divmod(len(ordered), count)
    start = 0
    for index in range(count):
        end = start + size + (index < rest)
        yield sorted(ordered[start:end])
        start = end


def _families(chart: Chart) -> list[int]:
    """Return for each box the one above that it answers to, or else has a line with; -1 where there is none."""
    index = {box.id: number for number, box in enumerate(chart.boxes)}
    families = [-1] * len(chart.boxes)
    for line in sorted(chart.lines, key=lambda line: line.family not in _RISING):
        ends = index[line.subject], index[line.target]
        for one, other in (ends, ends[::-1]):
            if chart.boxes[one].row > chart.boxes[other].row and families[one] < 0:
                families[one] = other
    return families


def _with_beside(chart: Chart, cut: list[list[int]], beside: Sequence[int]) -> list[list[int]]:
    """Return the sub-rows with each outside box in the one it speaks to, the emptiest where it speaks to none."""
    for number in beside:
        best = max(cut, key=lambda row: (_ties(chart, number, row), -len(row)))
        best.append(number)
    return cut


def _ties(chart: Chart, number: int, members: Sequence[int]) -> int:
    """Return how many lines a box has with those of a row."""
    known, row = chart.boxes[number].id, {chart.boxes[other].id for other in members}
    ends = [(line.subject, line.target) for line in chart.lines]
    return sum(known in pair and bool(row.intersection(pair) - {known}) for pair in ends)

"""Which lines are drawn as one, which lead straight to the neighbour, and which turn above or below their row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from trustgraph.charts import Chart
from trustgraph.drawing.placement.grid import Flat, Strand
from trustgraph.vocabulary import Basis, Family, Force


def strands(chart: Chart, row_of: Sequence[int], flats: Sequence[Flat]) -> tuple[Strand, ...]:
    """Return the chart's lines, but for self loops, as strands: combs, neighbours, turns and single lines."""
    index = {box.id: number for number, box in enumerate(chart.boxes)}
    pair_of = {line: number for number, flat in enumerate(flats) for line in flat.lines}
    combs: dict[_Comb, list[int]] = defaultdict(list)
    result: list[Strand] = []
    for number, line in enumerate(chart.lines):
        subject, target = index[line.subject], index[line.target]
        way = row_of[target] - row_of[subject]
        if subject == target:
            continue
        if not way:
            result.append(Strand((number,), target, pair_of.get(number), number not in pair_of))
        elif line.mutual:
            result.append(Strand((number,), target))
        else:
            # the same words on several lines out of one box need be read once only
            hub = subject if line.label else target
            combs[_Comb(hub, way > 0, line.family, line.force, line.basis, line.label)].append(number)
    return (*result, *_combs(chart, index, combs))


class _Comb(NamedTuple):
    """What lines must share to be drawn as one: the box where they meet, the side, and the style."""

    hub: int
    down: bool
    family: Family
    force: Force
    basis: Basis
    label: str


def _combs(chart: Chart, index: dict[str, int], combs: dict[_Comb, list[int]]) -> Iterator[Strand]:
    """Yield a strand for each set with one target, then for each of what is left with one subject."""
    single: dict[_Comb, list[int]] = defaultdict(list)
    for comb, lines in combs.items():
        if len(lines) > 1 or comb.label:
            yield Strand(tuple(lines), comb.hub)
        else:
            single[comb._replace(hub=index[chart.lines[lines[0]].subject])].append(lines[0])
    for comb, lines in single.items():
        yield Strand(tuple(lines), comb.hub)


def flats(chart: Chart, row_of: Sequence[int], zones: Sequence[int], turned: Collection[int]) -> tuple[Flat, ...]:
    """Return the pairs of boxes to stand side by side, left end first, with the lines between them.

    Each box has at most one such neighbour on either side; `turned` lines are left out.
    """
    index = {box.id: number for number, box in enumerate(chart.boxes)}
    loops = {index[line.subject] for line in chart.lines if line.subject == line.target}
    pairs: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, line in enumerate(chart.lines):
        low, high = sorted((index[line.subject], index[line.target]))
        if low != high and row_of[low] == row_of[high] and number not in turned and not {low, high} & loops:
            pairs[low, high].append(number)
    return tuple(_oriented(_chosen(pairs, zones), pairs, zones))


def _chosen(pairs: dict[tuple[int, int], list[int]], zones: Sequence[int]) -> dict[int, list[int]]:
    """Return each box's chosen neighbours, two at most, on either side and never in a ring; most lines first."""
    chain = {box: box for pair in pairs for box in pair}
    chosen: dict[int, list[int]] = defaultdict(list)
    for low, high in sorted(pairs, key=lambda pair: (-len(pairs[pair]), pair)):
        sides = [
            (zones[other], {zones[near] for near in chosen[one]} - {zones[one]})
            for one, other in ((low, high), (high, low))
        ]
        free = len(chosen[low]) < 2 and len(chosen[high]) < 2 and chain[low] != chain[high]
        # across a border each box has one neighbour at most
        if free and not any(side in taken for side, taken in sides):
            chosen[low].append(high)
            chosen[high].append(low)
            joined = chain[high]
            chain.update({box: chain[low] for box, name in chain.items() if name == joined})
    return chosen


def _oriented(
    chosen: dict[int, list[int]], pairs: dict[tuple[int, int], list[int]], zones: Sequence[int]
) -> Iterator[Flat]:
    seen: set[int] = set()
    # a chain of neighbours begins at its left end: a box left of the bands, else the first in the model's order
    for start in sorted(chosen, key=lambda box: (zones[box], box)):
        if start in seen or len(chosen[start]) != 1:
            continue
        box: int | None = start
        while box is not None:
            seen.add(box)
            after = next((other for other in chosen[box] if other not in seen), None)
            if after is not None:
                low, high = sorted((box, after))
                yield Flat((box, after), tuple(pairs[low, high]))
            box = after

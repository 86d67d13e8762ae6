"""What of a chart that no paper holds stands on its key chart, and which page has which of its boxes in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from trustgraph.charts.parts import Box, Chart
from trustgraph.vocabulary import Family, Tier

# so many lines a box have room on a page
_LINES = 1.5
# a key says little of its boxes and nothing of its lines: it has room for so many times what a page has
_ROOMY = 3
# the lines that a key has whatever else joins their ends
ANSWERING = (Family.ACCOUNTABILITY, Family.REPORTING)
# the sooner a family is named, the sooner a body hangs from another by its line
_HANGING = (*ANSWERING, Family.STRUCTURE, Family.COMMISSIONING)


class Branch(NamedTuple):
    """Boxes below a box of the key, by id, for which one stands there; `under` is "" where they hang from none."""

    under: str
    boxes: tuple[str, ...]


class Page(NamedTuple):
    """The boxes that a page has in full, by id.

    `towards` is all that the lines of the first may lead to on this page, where they fill several; else empty.
    """

    boxes: tuple[str, ...]
    towards: tuple[str, ...] = ()


class Split(NamedTuple):
    """What stands on the key, box by box and folded, and the pages that follow it."""

    kept: tuple[str, ...]
    folded: tuple[Branch, ...]
    pages: tuple[Page, ...]


class _Near(NamedTuple):
    """What a box brings to a page: itself with the boxes it is joined to, by id, and its lines, by number."""

    boxes: frozenset[str]
    lines: frozenset[int]


def splits(chart: Chart, most: int) -> Iterator[Split]:
    """Yield ways to split a chart, the one that shows most of the arrangement on its key first.

    `most` is how many boxes a page may have, those included that are joined from other pages; what is joined to more
    has a page of its own all the same.
    """
    near, parents = _near(chart), parents_of(chart)
    pages = tuple(_paged(chart.boxes, near, most))
    answering = {end for line in chart.lines if line.family in ANSWERING for end in (line.subject, line.target)}
    listed = [box for box in chart.boxes if _belongs(box) and (not box.post or box.id in answering)] or chart.boxes
    seen = set()
    for row in sorted({box.row for box in listed}, reverse=True):
        kept = tuple(box.id for box in chart.boxes if box in listed and box.row <= row)
        folded = tuple(_folded(listed, parents, kept))
        if kept not in seen and len(kept) + len(folded) <= _ROOMY * most:
            seen.add(kept)
            yield Split(kept, folded, pages)
    yield Split((), tuple(_folded(listed, parents, ())), pages)


def _belongs(box: Box) -> bool:
    """Return whether a box stands within the bands or challenges what does: the others are named on the key only."""
    return box.challenger or not (box.beside or box.tier is Tier.EXTERNAL)


def _near(chart: Chart) -> dict[str, _Near]:
    near: dict[str, _Near] = {box.id: _Near(frozenset([box.id]), frozenset()) for box in chart.boxes}
    for number, line in enumerate(chart.lines):
        for one, other in ((line.subject, line.target), (line.target, line.subject)):
            near[one] = _Near(near[one].boxes | {other}, near[one].lines | {number})
    return near


def parents_of(chart: Chart) -> dict[str, str]:
    """Return from which box of a higher row each box hangs: by the line that says most of who stands over whom."""
    boxes = {box.id: box for box in chart.boxes}
    best: dict[str, tuple[int, int, str]] = {}
    for line in chart.lines:
        lower, upper = sorted((boxes[line.subject], boxes[line.target]), key=lambda box: -box.row)
        if lower.row == upper.row:
            continue
        rank = _HANGING.index(line.family) if line.family in _HANGING else len(_HANGING)
        found = (rank, lower.row - upper.row, upper.id)
        if lower.id not in best or found[:2] < best[lower.id][:2]:
            best[lower.id] = found
    return {name: upper for name, (_, _, upper) in best.items()}


def _folded(boxes: Iterable[Box], parents: Mapping[str, str], kept: Sequence[str]) -> Iterator[Branch]:
    """Yield the boxes that are not kept, by the kept box they hang from; those that hang from none come last."""
    below: dict[str, list[str]] = {name: [] for name in (*kept, "")}
    for box in sorted(boxes, key=lambda box: box.row):
        if box.id not in below:
            above = parents.get(box.id, "")
            while above not in below:
                above = parents.get(above, "")
            below[above].append(box.id)
    yield from (Branch(name, tuple(names)) for name, names in below.items() if names)


def _paged(boxes: Iterable[Box], near: Mapping[str, _Near], most: int) -> Iterator[Page]:
    """Yield boxes page by page, from the top: on each page what shares most of its lines and their other ends."""
    names = [box.id for box in sorted(boxes, key=lambda box: (not _belongs(box), box.row))]
    waiting = [(tuple(unit), _joined(near[name] for name in unit)) for unit in _units(names, near)]
    while waiting:
        own, there = waiting.pop(0)
        while fitting := [unit for unit in waiting if _fits(_joined((there, unit[1])), most)]:
            # min takes the first of equals
            unit = min(fitting, key=lambda unit: _growth(there, unit[1]))
            waiting.remove(unit)
            own, there = own + unit[0], _joined((there, unit[1]))
        yield Page(own)


def _joined(several: Iterable[_Near]) -> _Near:
    boxes, lines = zip(*several, strict=True)
    return _Near(frozenset().union(*boxes), frozenset().union(*lines))


def _fits(there: _Near, most: int) -> bool:
    return len(there.boxes) <= most and len(there.lines) <= _LINES * most


def _growth(there: _Near, brought: _Near) -> tuple[bool, int]:
    """Return how much more a page would have on it: what nothing joins to it comes last."""
    return not there.boxes & brought.boxes, len(brought.boxes - there.boxes)


def halves(chart: Chart, page: Page) -> tuple[Page, ...]:
    """Return the boxes of a page on two pages, or the lines of one and what hangs from it; nothing where none is left.

    What is joined to but one box stays with it.
    """
    near = _near(chart)
    units = _units(page.boxes, near)
    if len(units) > 1:
        middle = (len(units) + 1) // 2
        return tuple(Page(tuple(name for unit in half for name in unit)) for half in (units[:middle], units[middle:]))
    ((first, *others),) = units
    towards = page.towards or tuple(box.id for box in chart.boxes if box.id in near[first].boxes)
    middle = (len(towards) + 1) // 2
    several = (towards[:middle], towards[middle:]) if len(towards) > 1 else ()
    return tuple(Page((first, *(name for name in others if name in part)), part) for part in several)


def _units(names: Sequence[str], near: Mapping[str, _Near]) -> list[list[str]]:
    """Return boxes, each with those that are joined to nothing else."""
    units = {name: [name] for name in names}
    for name in names:
        others = near[name].boxes - {name}
        above = next(iter(others)) if len(others) == 1 else ""
        # of two that are joined to one another alone, the first keeps the second
        if above in units and units[name] == [name]:
            units[above] += units.pop(name)
    return list(units.values())

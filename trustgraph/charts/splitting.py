"""Which boxes of a chart that no paper holds stay on its key chart, and which go to the pages of its branches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from trustgraph.charts.parts import Box, Chart
from trustgraph.vocabulary import Family, Tier

# so many lines a box have room on a page
_LINES = 1.5
# the sooner a family is named, the sooner a body hangs from another by its line
_HANGING = (Family.ACCOUNTABILITY, Family.REPORTING, Family.STRUCTURE, Family.COMMISSIONING)


class Branch(NamedTuple):
    """Boxes below a box of the key, by id, those that hang together side by side; `under` is "" where from none.

    `towards` is all that the lines of a single box may lead to on this page, where they fill several; else empty.
    """

    under: str
    boxes: tuple[str, ...]
    towards: tuple[str, ...] = ()


# the branches of one page
Page = tuple[Branch, ...]


class _Near(NamedTuple):
    """What a box brings to a page: itself with the boxes it is joined to, by id, and its lines, by number."""

    boxes: frozenset[str]
    lines: frozenset[int]


def splits(chart: Chart, most: int) -> Iterator[tuple[Page, ...]]:
    """Yield ways to split a chart, the one that leaves most of the arrangement on its key first.

    `most` is how many boxes a page may have, those included that are joined from other pages. What is joined to more
    than a page holds stays on every key, and is all that stays on the last one.
    """
    parents, near = _parents(chart), _near(chart)
    hubs = {name for name, there in near.items() if len(there.boxes) > most}
    rows = sorted({box.row for box in chart.boxes})
    seen = set()
    for outside in (False, True):
        for row in reversed(rows):
            kept = hubs | {box.id for box in chart.boxes if box.row <= row and (outside or _belongs(box))}
            branches = _branches(chart, parents, near, kept)
            lines = sum(line.subject in kept and line.target in kept for line in chart.lines)
            if (
                branches
                and len(kept) + len(branches) <= most
                and lines <= _LINES * most
                and frozenset(kept) not in seen
            ):
                seen.add(frozenset(kept))
                yield _paged(branches, near, most)
    yield _paged(_branches(chart, parents, near, hubs), near, most)


def _belongs(box: Box) -> bool:
    """Return whether a box stands within the bands or challenges what does: the key has room for these first."""
    return box.challenger or not (box.beside or box.tier is Tier.EXTERNAL)


def _near(chart: Chart) -> dict[str, _Near]:
    near: dict[str, _Near] = {box.id: _Near(frozenset([box.id]), frozenset()) for box in chart.boxes}
    for number, line in enumerate(chart.lines):
        for one, other in ((line.subject, line.target), (line.target, line.subject)):
            near[one] = _Near(near[one].boxes | {other}, near[one].lines | {number})
    return near


def _parents(chart: Chart) -> dict[str, str]:
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


def _branches(chart: Chart, parents: Mapping[str, str], near: Mapping[str, _Near], kept: set[str]) -> list[Branch]:
    """Return the boxes that are not kept, by the kept box they hang from, else one they are joined to.

    Those that nothing joins to a kept box come last.
    """
    below: dict[str, list[str]] = {name: [] for name in (*(box.id for box in chart.boxes if box.id in kept), "")}
    joined = _joined(near, kept)
    for box in sorted(chart.boxes, key=lambda box: box.row):
        if box.id not in kept:
            above = parents.get(box.id, "")
            while above and above not in kept:
                above = parents.get(above, "")
            below[above or joined.get(box.id, "")].append(box.id)
    return [Branch(name, tuple(_kin(names, parents))) for name, names in below.items() if names]


def _joined(near: Mapping[str, _Near], kept: set[str]) -> dict[str, str]:
    """Return for each box the kept one fewest lines away."""
    joined = {name: name for name in near if name in kept}
    waiting = list(joined)
    for name in waiting:
        for other in (each for each in near if each in near[name].boxes and each not in joined):
            joined[other] = joined[name]
            waiting.append(other)
    return joined


def _kin(names: Sequence[str], parents: Mapping[str, str]) -> Iterator[str]:
    """Yield boxes, each followed by those that hang from it."""
    inside = set(names)
    stack = [name for name in reversed(names) if parents.get(name) not in inside]
    while stack:
        name = stack.pop()
        yield name
        stack += [each for each in reversed(names) if parents.get(each) == name]


def _paged(branches: Iterable[Branch], near: Mapping[str, _Near], most: int) -> tuple[Page, ...]:
    """Return branches page by page: small ones share one, large ones are cut."""
    pages: list[list[tuple[str, str]]] = []
    boxes: frozenset[str] = frozenset()
    lines: frozenset[int] = frozenset()
    for under, name in ((branch.under, name) for branch in branches for name in branch.boxes):
        if not pages or len(boxes | near[name].boxes) > most or len(lines | near[name].lines) > _LINES * most:
            pages.append([])
            boxes, lines = frozenset(), frozenset()
        pages[-1].append((under, name))
        boxes, lines = boxes | near[name].boxes, lines | near[name].lines
    return tuple(map(_gathered, pages))


def halves(chart: Chart, page: Page) -> tuple[Page, ...]:
    """Return the branches of a page on two pages, or the lines of its only box; nothing where there is only one."""
    pairs = [(branch.under, name) for branch in page for name in branch.boxes]
    if len(pairs) > 1:
        middle = (len(pairs) + 1) // 2
        return tuple(_gathered(half) for half in (pairs[:middle], pairs[middle:]))
    near = _near(chart)[page[0].boxes[0]].boxes
    towards = page[0].towards or tuple(box.id for box in chart.boxes if box.id in near)
    middle = (len(towards) + 1) // 2
    several = (towards[:middle], towards[middle:]) if len(towards) > 1 else ()
    return tuple((page[0]._replace(towards=part),) for part in several)


def _gathered(pairs: Iterable[tuple[str, str]]) -> tuple[Branch, ...]:
    under: dict[str, list[str]] = {}
    for above, name in pairs:
        under.setdefault(above, []).append(name)
    return tuple(Branch(above, tuple(names)) for above, names in under.items())

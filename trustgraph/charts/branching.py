"""The parts of a chart that no paper holds: a key chart of its upper rows, and pages of the branches below.

Each branch hangs from a box of the key, where one box stands for it and names its page. A page of branches shows all
lines of its bodies, and at their other ends the bodies of other pages, each with the number of its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from trustgraph import wording
from trustgraph.charts import words
from trustgraph.charts.parts import Box, Chart, Line
from trustgraph.charts.splitting import Branch, Page
from trustgraph.vocabulary import Family, Tier

# a longer list of names makes the box of a branch larger than what it spares
_NAMED = 160
_FOREMOST = "A branch is joined to a body by the foremost of the lines between them; its page has them all."


def parts(chart: Chart, split: Sequence[Page]) -> tuple[Chart, ...]:
    """Return the key chart and the pages of branches, cross-referenced."""
    pages: dict[str, list[int]] = {}
    for number, page in enumerate(split, 2):
        for name in (name for branch in page for name in branch.boxes):
            pages.setdefault(name, []).append(number)
    made = [_key(chart, split, pages), *(_page(chart, page, pages) for page in split)]
    return tuple(_numbered(part, number, len(made)) for number, part in enumerate(made, 1))


def draft(chart: Chart, page: Page) -> Chart:
    """Return the chart of the branches of a page, before the pages have their numbers."""
    return _numbered(_page(chart, page, {box.id: [88] for box in chart.boxes}), 88, 88)


def _key(chart: Chart, split: Sequence[Page], pages: Mapping[str, Sequence[int]]) -> Chart:
    """Return the chart of what is kept, with one box for each branch."""
    kept = [box for box in chart.boxes if box.id not in pages]
    lines = [line for line in chart.lines if line.subject not in pages and line.target not in pages]
    whole: dict[str, list[str]] = {}
    for branch in (branch for page in split for branch in page):
        whole.setdefault(branch.under, []).extend(branch.boxes)
    folded = [_folded(chart, Branch(under, tuple(dict.fromkeys(names))), pages) for under, names in whole.items()]
    stands_for = {name: box.id for box, names in zip(folded, whole.values(), strict=True) for name in names}
    told = [f"{box.name}: {', '.join(box.details)}." for box in folded]
    said = [sentence for line in lines for sentence in line.said]
    merged = [*_merged(chart, stands_for)]
    part = _part(chart, (*kept, *folded), (*lines, *merged), kept)
    return part._replace(
        subtitle=_joined("Key to the pages that follow", chart.subtitle),
        notes=(*part.notes, *([_FOREMOST] if merged else []), *_general(chart, part.boxes)),
        outline=(
            f"The key chart shows {wording.names(box.name for box in kept) or 'no body by itself'}.",
            *told,
            *said,
        ),
    )


def _folded(chart: Chart, branch: Branch, pages: Mapping[str, Sequence[int]]) -> Box:
    """Return the box that stands for a branch on the key."""
    boxes = {box.id: box for box in chart.boxes}
    inside = [boxes[name] for name in branch.boxes]
    under = boxes.get(branch.under)
    above = under.row if under else 0
    # it stands as the first of those that stand under that body
    first = min(inside, key=lambda box: (box.row < above, box.tier is Tier.EXTERNAL, box.post, box.row))
    names = wording.names(box.name for box in inside)
    numbers = sorted({number for name in branch.boxes for number in pages[name]})
    see = f"See page{'s' if len(numbers) > 1 else ''}\u00a0{wording.names(_runs(numbers))}"
    return Box(
        # no id of a model holds a full stop
        id=f"{branch.under or 'others'}.branch",
        name=f"{'Under' if under.row < first.row else 'Around'} {under.name}" if under else "Others",
        details=(names if len(names) <= _NAMED else f"{len(inside)} bodies", see),
        tier=first.tier,
        row=first.row,
        beside=all(box.beside for box in inside),
        elsewhere=numbers[0],
        folded=len(inside),
    )


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Yield ascending numbers, three or more in a row as the first "to" the last."""
    for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        row = [number for _, number in run]
        yield from [f"{row[0]} to\u00a0{row[-1]}"] if len(row) > 2 else map(str, row)


def _merged(chart: Chart, stands_for: Mapping[str, str]) -> Iterator[Line]:
    """Yield for each branch and each box of the key it is joined to the foremost of the lines between them."""
    foremost: dict[frozenset[str], Line] = {}
    for line in chart.lines:
        subject, target = (stands_for.get(end, end) for end in (line.subject, line.target))
        if (line.subject in stands_for) is not (line.target in stands_for):
            pair = frozenset((subject, target))
            if pair not in foremost or _rank(line) < _rank(foremost[pair]):
                foremost[pair] = line._replace(subject=subject, target=target, label="", said=(), note="")
    yield from foremost.values()


def _rank(line: Line) -> tuple[bool, int]:
    """Return how far a line is from saying who answers to whom."""
    return not line.force.completes, list(Family).index(line.family)


def _page(chart: Chart, branches: Page, pages: Mapping[str, Sequence[int]]) -> Chart:
    """Return the chart of the branches of a page, with all their lines and whatever these lead to."""
    boxes = {box.id: box for box in chart.boxes}
    here = {name for branch in branches for name in branch.boxes}
    towards = {name for branch in branches for name in branch.towards} or {box.id for box in chart.boxes}
    lines = [
        line
        for line in chart.lines
        if (line.subject in here and line.target in towards) or (line.target in here and line.subject in towards)
    ]
    ends = {end for line in lines for end in (line.subject, line.target)}
    shown = [
        box if box.id in here else _elsewhere(box, pages.get(box.id, [1])[0])
        for box in chart.boxes
        if box.id in here or box.id in ends
    ]
    own = [boxes[name] for branch in branches for name in branch.boxes]
    above = [boxes[branch.under].name for branch in branches if branch.under]
    about = f"What stands under or around {wording.names(above)}" if above else "What hangs from no other body"
    part = _part(chart, shown, lines, own)
    said = [sentence for line in lines for sentence in line.said]
    names = wording.names(box.name for box in own)
    # what stands beside the bands of the whole may stand between those of a page
    outside = (
        [words.DASHED] if {words.OUTSIDE, words.DASHED} & {*chart.notes} and any(map(words.is_dashed, shown)) else []
    )
    return part._replace(
        subtitle=_joined(about, chart.subtitle),
        notes=(*part.notes, *outside),
        outline=(f"{about}: {names}.", *said),
    )


def _elsewhere(box: Box, page: int) -> Box:
    """Return a box of another page as it stands at the end of a line."""
    return box._replace(details=(f"See page {page}",), seated=False, starred=False, elsewhere=page, note="")


def _part(chart: Chart, boxes: Sequence[Box], lines: Sequence[Line], own: Iterable[Box]) -> Chart:
    """Return a chart of some of the boxes and lines, with the notes and the legend they need."""
    notes = (*(box.note for box in own), *(line.note for line in lines))
    legend = tuple(words.legend(boxes, lines))
    first = {box.id for box in chart.boxes[: chart.ordered]}
    # what stands beside a band in which nobody stands would seem to stand in it
    filled = [box.row for box in boxes if not box.beside]
    bands = [band for band in chart.bands if any(band.first <= row <= band.last for row in filled)]
    return chart._replace(
        boxes=tuple(boxes),
        lines=tuple(lines),
        bands=tuple(bands),
        notes=tuple(filter(None, notes)),
        legend=legend,
        ordered=sum(box.id in first for box in boxes),
    )


def _general(chart: Chart, shown: Iterable[Box]) -> list[str]:
    """Return the notes that belong to no box or line."""
    particular = {box.note for box in chart.boxes} | {line.note for line in chart.lines}
    if not any(map(words.is_dashed, shown)):
        particular.add(words.DASHED)
    return [note for note in chart.notes if note not in particular]


def _numbered(part: Chart, number: int, total: int) -> Chart:
    outline = (f"Page {number} of {total}. {part.outline[0]}", *part.outline[1:])
    return part._replace(outline=outline, page=number, pages=total)


def _joined(*texts: str) -> str:
    return " · ".join(filter(None, texts))

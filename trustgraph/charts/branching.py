"""The parts of a chart that no paper holds: a key chart of the arrangement, and the pages that have it in full.

Each box of the key names its page. A page shows all lines of its own bodies, and at their other ends the bodies of
other pages, each with the number of its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby

from trustgraph import wording
from trustgraph.charts import words
from trustgraph.charts.parts import Box, Chart, Line
from trustgraph.charts.splitting import ANSWERING, Branch, Page, Split, parents_of
from trustgraph.vocabulary import Family

# a longer list of names makes the box of a branch larger than what it spares
_NAMED = 160
# of more, a page is named by the first of them
_FEW = 3
_LEADING = (*ANSWERING, Family.CHALLENGE)
_FOREMOST = "Only the foremost lines are drawn here; the pages have them all."


def parts(chart: Chart, split: Split) -> tuple[Chart, ...]:
    """Return the key chart and the pages, cross-referenced."""
    pages: dict[str, list[int]] = {}
    for number, page in enumerate(split.pages, 2):
        for name in page.boxes:
            pages.setdefault(name, []).append(number)
    made = [_key(chart, split, pages), *(_page(chart, page, pages) for page in split.pages)]
    return tuple(_numbered(part, number, len(made)) for number, part in enumerate(made, 1))


def draft(chart: Chart, page: Page) -> Chart:
    """Return the chart of a page, before the pages have their numbers."""
    return _numbered(_page(chart, page, {box.id: [88] for box in chart.boxes}), 88, 88)


def _key(chart: Chart, split: Split, pages: Mapping[str, Sequence[int]]) -> Chart:
    """Return the chart of what is kept, with one box for each branch, and the contents of the pages."""
    boxes = {box.id: box for box in chart.boxes}
    kept = [_elsewhere(boxes[name], pages[name]) for name in split.kept]
    folded = [_folded(chart, branch, pages) for branch in split.folded]
    stands_for = {name: name for name in split.kept}
    stands_for |= {name: box.id for box, branch in zip(folded, split.folded, strict=True) for name in branch.boxes}
    lines = [*_foremost(chart, stands_for)]
    others = [f"{boxes[name].name} ({_pages(on)})" for name, on in pages.items() if name not in stands_for]
    contents = [f"On the pages alone: {wording.names(others)}."] if others else []
    part = _part(chart, (*kept, *folded), lines, ())
    said = [sentence for line in part.lines for sentence in line.said]
    named = (f"{box.name} ({_pages(pages[box.id])})" for box in kept)
    shown = f"The key chart shows {wording.names(named) or 'no body by itself'}."
    told = [f"{box.name}: {', '.join(box.details)}." for box in folded]
    return part._replace(
        subtitle=_told("Key to the pages that follow", chart.subtitle),
        notes=(*part.notes, *([_FOREMOST] if lines else []), *contents, *_general(chart, part.boxes)),
        outline=(shown, *told, *contents, *said),
    )


def _folded(chart: Chart, branch: Branch, pages: Mapping[str, Sequence[int]]) -> Box:
    """Return the box that stands for a branch on the key."""
    boxes = {box.id: box for box in chart.boxes}
    inside = [boxes[name] for name in branch.boxes]
    names = wording.names(box.name for box in inside)
    numbers = sorted({number for name in branch.boxes for number in pages[name]})
    return Box(
        # no id of a model holds a full stop
        id=f"{branch.under or 'others'}.branch",
        name=f"Under {boxes[branch.under].name}" if branch.under else "Others",
        details=(names if len(names) <= _NAMED else f"{len(inside)} bodies", _see(numbers)),
        tier=inside[0].tier,
        row=inside[0].row,
        beside=all(box.beside for box in inside),
        elsewhere=numbers[0],
        folded=len(inside),
    )


def _see(numbers: Sequence[int]) -> str:
    return f"See {_pages(numbers)}"


def _pages(numbers: Sequence[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''}\u00a0{wording.names(_runs(numbers))}"


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Yield ascending numbers, three or more in a row as the first "to" the last."""
    for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        row = [number for _, number in run]
        yield from [f"{row[0]} to\u00a0{row[-1]}"] if len(row) > 2 else map(str, row)


def _foremost(chart: Chart, stands_for: Mapping[str, str]) -> Iterator[Line]:
    """Yield the lines of the key, at most one a pair.

    Those are left out that neither say who answers to whom or who challenges, nor are what a body hangs from.
    """
    foremost: dict[frozenset[str], Line] = {}
    for line in chart.lines:
        if line.subject in stands_for and line.target in stands_for:
            subject, target = stands_for[line.subject], stands_for[line.target]
            pair = frozenset((subject, target))
            if len(pair) > 1 and (pair not in foremost or _rank(line) < _rank(foremost[pair])):
                said = line.said if (subject, target) == (line.subject, line.target) else ()
                foremost[pair] = line._replace(subject=subject, target=target, label="", said=said, note="")
    parents = parents_of(chart)
    hung = {frozenset((stands_for.get(name, ""), stands_for.get(above, ""))) for name, above in parents.items()}
    first = {pair for pair, line in foremost.items() if line.family in _LEADING or pair in hung}
    joined = frozenset[str]().union(*first)
    yield from (line for pair, line in foremost.items() if pair in first or not pair <= joined)


def _rank(line: Line) -> tuple[bool, int]:
    """Return how far a line is from saying who answers to whom."""
    return not line.force.completes, list(Family).index(line.family)


def _page(chart: Chart, page: Page, pages: Mapping[str, Sequence[int]]) -> Chart:
    """Return the chart of a page: its own boxes with all their lines, and whatever these lead to."""
    boxes = {box.id: box for box in chart.boxes}
    here, towards = {*page.boxes}, {*page.towards} or {*boxes}
    lines = [
        line
        for line in chart.lines
        if (line.subject in here and line.target in towards) or (line.target in here and line.subject in towards)
    ]
    ends = {end for line in lines for end in (line.subject, line.target)}
    shown = [
        box if box.id in here else _elsewhere(box, pages[box.id][:1])
        for box in chart.boxes
        if box.id in here or box.id in ends
    ]
    own = [box for box in shown if box.id in here]
    part = _part(chart, shown, lines, own)
    # what stands beside the bands of the whole may stand between those of a page
    outside = (
        [words.DASHED] if {words.OUTSIDE, words.DASHED} & {*chart.notes} and any(map(words.is_dashed, shown)) else []
    )
    names = [boxes[name].name for name in page.boxes]
    about = f"Some lines of {boxes[page.boxes[0]].name}" if page.towards else f"In full: {_few(names)}"
    return part._replace(
        subtitle=_told(about, chart.subtitle),
        notes=(*part.notes, *outside),
        outline=(
            f"{about if page.towards else f'In full: {wording.names(names)}'}.",
            *(sentence for line in part.lines for sentence in line.said),
        ),
    )


def _few(names: Sequence[str]) -> str:
    """Return names, of many the first and the number of the others."""
    rest = len(names) - _FEW
    return wording.names(names if rest < 2 else [*names[:_FEW], f"{rest} more"])


def _elsewhere(box: Box, pages: Sequence[int]) -> Box:
    """Return a box as it stands where other pages have it in full."""
    return box._replace(details=(_see(pages),), seated=False, starred=False, elsewhere=pages[0], note="")


def _part(chart: Chart, boxes: Sequence[Box], lines: Iterable[Line], own: Iterable[Box]) -> Chart:
    """Return a chart of some of the boxes and lines, with the notes and the legend they need."""
    lines = tuple(_renumbered(lines))
    notes = (*(box.note for box in own), *(line.note for line in lines))
    legend = tuple(words.legend(boxes, lines))
    first = {box.id for box in chart.boxes[: chart.ordered]}
    # what stands beside a band in which nobody stands would seem to stand in it
    filled = [box.row for box in boxes if not box.beside]
    bands = [band for band in chart.bands if any(band.first <= row <= band.last for row in filled)]
    return chart._replace(
        boxes=tuple(boxes),
        lines=lines,
        bands=tuple(bands),
        notes=tuple(filter(None, notes)),
        legend=legend,
        ordered=sum(box.id in first for box in boxes),
    )


def _renumbered(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines whose notes are numbered from 1 on, since each page is read by itself."""
    numbers = count(1)
    for line in lines:
        if not line.note:
            yield line
            continue
        number = f"[{next(numbers)}]"
        before, _, told = line.note.partition(" ")
        yield line._replace(label=line.label.replace(f"\u00a0{before}", f"\u00a0{number}"), note=f"{number} {told}")


def _general(chart: Chart, shown: Iterable[Box]) -> list[str]:
    """Return the notes that belong to no box or line."""
    particular = {box.note for box in chart.boxes} | {line.note for line in chart.lines}
    if not any(map(words.is_dashed, shown)):
        particular.add(words.DASHED)
    return [note for note in chart.notes if note not in particular]


def _numbered(part: Chart, number: int, total: int) -> Chart:
    outline = (f"Page {number} of {total}. {part.outline[0]}", *part.outline[1:])
    return part._replace(outline=outline, page=number, pages=total)


def _told(*texts: str) -> str:
    return " · ".join(filter(None, texts))

"""The charts of a comparison: each arrangement in the one frame, so that counterparts stand in one place and colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from trustgraph import wording
from trustgraph.charts import Chart, LegendEntry, Line, chart
from trustgraph.charts.words import legend
from trustgraph.comparison.comparing import Comparison
from trustgraph.comparison.frame import FAMILIES, Frame, Slot, frame
from trustgraph.drawing.cropping import cropped
from trustgraph.drawing.geometry import Drawing, Layout, PlacedBox, PlacedLine
from trustgraph.drawing.layout import layout
from trustgraph.drawing.text import LINE_HEIGHT, measure, wrap
from trustgraph.model import Model
from trustgraph.vocabulary import Basis, Force, Tier

# between the text of a box and its edges
_ASIDE, _ABOVE = 5.0, 3.0
# no smaller is a name set that is longer than those its box was made for
_LEAST = 5.0


class Framed(NamedTuple):
    """The charts of a comparison in one frame, a drawing an arrangement, all of one size.

    `legend` explains the lines of all, `letters` are the parts by their letters, and `left_off` says in a sentence
    which bodies of each arrangement play no part that is drawn; "" where none does.
    """

    drawings: tuple[Drawing, ...]
    legend: tuple[LegendEntry, ...]
    letters: dict[str, str]
    left_off: tuple[str, ...]


def framed(comparison: Comparison) -> Framed:
    """Return the charts of a comparison; raises RenderError where drawing fails."""
    common = frame(comparison)
    page = _page(common)
    drawings = tuple(
        _drawing(common, page, model, label) for model, label in zip(comparison.models, comparison.labels, strict=True)
    )
    lines = [line for each in drawings for line in each.chart.lines]
    return Framed(
        drawings,
        tuple(legend((), lines)),
        {slot.letter: slot.title for slot in common.slots.values()},
        tuple(_left_off(common, model) for model in comparison.models),
    )


def _page(common: Frame) -> Layout:
    """Return the frame laid out, with room in each box for the longest of its names."""
    whole = chart(common.model)
    boxes = tuple(box._replace(name=f"{common.slots[box.id].letter}: {box.name}", details=()) for box in whole.boxes)
    lines = tuple(line._replace(label="", note="") for line in whole.lines)
    bare = _outside_above(Chart(id=whole.id, title="", boxes=boxes, lines=lines, bands=whole.bands))
    pages = layout(bare, paper="A4", orientation="portrait")
    return cropped(pages[0] if len(pages) == 1 else layout(bare, paper="none")[0])


def _outside_above(whole: Chart) -> Chart:
    """Return a chart with all that is outside in one row above the bands, which makes it narrow."""
    first = min((band.first for band in whole.bands), default=0)
    boxes = (
        box._replace(beside=False, row=0)
        if box.beside or box.challenger or box.tier is Tier.EXTERNAL
        else box._replace(row=box.row - first + 1)
        for box in whole.boxes
    )
    bands = (band._replace(first=band.first - first + 1, last=band.last - first + 1) for band in whole.bands)
    return whole._replace(boxes=tuple(boxes), bands=tuple(bands))


def _drawing(common: Frame, page: Layout, model: Model, label: str) -> Drawing:
    """Return one arrangement in the frame: what it has of its boxes and lines."""
    boxes = tuple(_filled(placed, common.slots[placed.box.id], model) for placed in page.boxes)
    lines = tuple(_kept(common, page.lines, model))
    drawn = Chart(
        id=model.id,
        title=f"{label} in the frame of the comparison",
        boxes=tuple(placed.box for placed in boxes),
        lines=tuple(line for placed in lines for line in placed.lines),
        outline=tuple(_told(common, model)),
        as_at=model.as_at,
    )
    return Drawing(model, drawn, (page._replace(boxes=boxes, lines=lines, labels=()),))


def _filled(placed: PlacedBox, slot: Slot, model: Model) -> PlacedBox:
    """Return the box of a part with the bodies that play it, or empty where none does."""
    bodies = slot.bodies.get(model.id, ())
    name = wording.names(model[each].name for each in bodies) or "no counterpart"
    box = placed.box._replace(name=f"{slot.letter}: {name}", basis=_basis(model, bodies))
    if not bodies:
        box = box._replace(tier=Tier.EXTERNAL, challenger=False, basis=Basis.ASSUMED)
    size = placed.font_size
    while not _fits(box.name, size, placed) and size > _LEAST:
        size -= 0.5
    return placed._replace(box=box, name=wrap(box.name, size, placed.width - 2 * _ASIDE, bold=True), font_size=size)


def _fits(text: str, size: float, placed: PlacedBox) -> bool:
    """Return whether a text of this size fits a box without a word broken."""
    width, height = placed.width - 2 * _ASIDE, placed.height - 2 * _ABOVE
    lines = wrap(text, size, width, bold=True)
    whole = all(measure(word, size, bold=True) <= width for word in text.split())
    return whole and len(lines) * size * LINE_HEIGHT <= height


def _basis(model: Model, bodies: Iterable[str]) -> Basis:
    found = {model[each].basis for each in bodies}
    return Basis.STATED if Basis.STATED in found or not found else next(iter(found))


def _kept(common: Frame, placed: Iterable[PlacedLine], model: Model) -> Iterator[PlacedLine]:
    """Yield the lines of the frame that an arrangement has."""
    for each in placed:
        pairs = [
            (_line(line, model, keys), path)
            for line, path in zip(each.lines, each.paths, strict=True)
            if (keys := common.keys[model.id].get((line.subject, line.target, line.family)))
        ]
        if pairs:
            yield PlacedLine(tuple(line for line, _ in pairs), tuple(path for _, path in pairs))


def _line(line: Line, model: Model, keys: tuple[str, ...]) -> Line:
    """Return a line of the frame as it is in an arrangement: weak only where all are that it stands for."""
    held = [model.lines[key] for key in keys]
    completes = any(each.force.completes for each in held)
    bases = {each.basis for each in held}
    return line._replace(
        keys=keys,
        kinds=tuple(dict.fromkeys(each.kind for each in held)),
        force=Force.PRACTICE if completes else Force.POWER,
        basis=Basis.STATED if Basis.STATED in bases else next(iter(bases)),
        said=tuple(wording.sentence(model, each) for each in held),
    )


def _told(common: Frame, model: Model) -> Iterator[str]:
    """Yield the chart in sentences: who plays each part, then the lines."""
    for slot in common.slots.values():
        names = wording.prose(model, slot.bodies.get(model.id, ())) or "no counterpart"
        yield f"{slot.letter}, {slot.title[:1].lower()}{slot.title[1:]}: {names}."
    for (subject, target, _), keys in common.keys[model.id].items():
        if subject not in common.slots or target not in common.slots:
            continue
        yield from (wording.sentence(model, model.lines[key]) for key in keys)


def _left_off(common: Frame, model: Model) -> str:
    """Return which bodies of an arrangement are not drawn, as a sentence."""
    drawn = {body for slot in common.slots.values() for body in slot.bodies.get(model.id, ())}
    told = drawn | {each for which in drawn for each in model.inner.get(which, ())}
    ends = {end for line in _lines(model) for end in line if drawn & {*line}}
    # a collective stands for those within it, of whom one that is drawn has its lines
    told |= {which for which, inner in model.inner.items() if drawn & {*inner}}
    left = [
        body.id for body in model.bodies if body.id not in told | model.context and (body.inside or body.id in ends)
    ]
    play = "it plays" if len(left) == 1 else "they play"
    return f"Not drawn, since {play} none of these parts: {wording.prose(model, left)}." if left else ""


def _lines(model: Model) -> Iterator[tuple[str, str]]:
    """Yield the ends of each line that would be drawn between two parts."""
    for line in model.relationships:
        if line.kind.family in FAMILIES and not line.denied:
            yield line.subject, line.target

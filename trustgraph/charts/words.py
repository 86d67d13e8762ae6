"""The words around a chart: subtitle, source, notes and legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from trustgraph import dates, wording
from trustgraph.charts.boxes import Drawn
from trustgraph.charts.parts import Band, Box, LegendEntry, Line
from trustgraph.model import Model
from trustgraph.records import Document, View
from trustgraph.vocabulary import Basis, Family, Kind, Mark, Tier

OUTSIDE = "The boxes outside the bands are not part of the arrangement."
POWER = "a power, or not yet in force"
UNSTATED = "not stated in the paper"
TIE = "is one of"
DASHED = "The boxes with a dashed outline are not part of the arrangement."


def subtitle(model: Model, view: View) -> str:
    """Return the line under the title: what, reconstructed or not, its standing, and its dates."""
    parts = [model.title if view.title and model.title else "", view.subtitle or ""]
    statuses = dict.fromkeys(str(document.status) for document in model.documents if document.status)
    parts += [wording.names(statuses)] if statuses else []
    parts += [f"from {dates.spoken(model.since)}"] if model.since else []
    as_at = view.as_at or model.as_at
    parts += [f"as at {dates.spoken(as_at)}"] if as_at else []
    return " · ".join(part for part in parts if part)


def source(documents: Iterable[Document]) -> str:
    """Return the line that names the papers, "" where there are none."""
    cited = []
    for document in documents:
        about = [document.publisher or "", dates.spoken(document.date) if document.date else ""]
        about = [part for part in about if part]
        cited.append((document.title or document.id) + (f" ({', '.join(about)})" if about else ""))
    return f"Source: {'; '.join(cited)}" if cited else ""


def notes(
    model: Model, drawn: Drawn, boxes: Sequence[Box], lines: Iterable[Line], bands: Iterable[Band]
) -> Iterator[str]:
    """Yield what boxes and lines cannot say: what they fold or cut short, who answers to itself, what is left off."""
    yield from (box.note for box in boxes if box.note)
    yield from (line.note for line in lines if line.note)
    for line in model.relationships:
        if line.subject == line.target and not line.denied:
            yield wording.sentence(model, line)
    if unstated := [box.name for box in boxes if box.basis is not Basis.STATED]:
        yield f"Not stated in the paper, and drawn with a dotted outline: {wording.names(unstated)}."
    banded = {row for band in bands for row in range(band.first, band.last + 1)}
    outside = [box.id for box in boxes if box.beside or box.row not in banded]
    if banded and outside and not any(getattr(model[name], "inside", True) for name in outside):
        yield OUTSIDE
    elif (dashed := [box.id for box in boxes if is_dashed(box)]) and not any(
        getattr(model[name], "inside", True) for name in dashed
    ):
        yield DASHED
    if drawn.left_off:
        left_off = (wording.called(model, name) for name in drawn.left_off)
        yield f"Outside the arrangement, and left off since no line here reaches them: {wording.names(left_off)}."


def is_dashed(box: Box) -> bool:
    """Return whether a box is drawn as what is external, with a dashed outline."""
    return box.tier is Tier.EXTERNAL and not box.challenger


def unseen(model: Model, drawn: Drawn, marks: Mapping[str, Mark]) -> Iterator[str]:
    """Yield a note on what is marked in the whole model and not drawn, if anything is."""
    hidden = [key for key in marks if key not in drawn.lines and key not in drawn.boxes]
    if hidden:
        yield f"Marked too, but not on this chart: {wording.names(_what(model, key) for key in hidden)}."


def _what(model: Model, key: str) -> str:
    """Return what a key is of, in words."""
    if key not in model.lines:
        return wording.called(model, key)
    line = model.lines[key]
    return f"{wording.called(model, line.subject)} {wording.predicate(model, line)}"


def legend(boxes: Iterable[Box], lines: Sequence[Line]) -> Iterator[LegendEntry]:
    """Yield an entry for each style in use: its family in the words of the kinds that occur, force, basis, mark."""
    for family in Family:
        of = [line for line in lines if line.family is family]
        kinds = {kind for line in of for kind in line.kinds}
        words = [kind.phrase for kind in Kind if kind in kinds]
        words += [TIE] if any(not line.keys for line in of) else []
        if words:
            yield LegendEntry(", ".join(words), family)
    if powers := [line for line in lines if not line.force.completes]:
        yield LegendEntry(POWER, powers[0].family, powers[0].force)
    if weaker := [line for line in lines if line.basis is not Basis.STATED]:
        yield LegendEntry(UNSTATED, weaker[0].family, basis=weaker[0].basis)
    used = {box.mark for box in boxes} | {line.mark for line in lines}
    yield from (LegendEntry(mark, Family.STRUCTURE, mark=mark) for mark in Mark if mark in used)

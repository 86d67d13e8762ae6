"""The chart of a view of a model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trustgraph import wording
from trustgraph.charts import words
from trustgraph.charts.boxes import Drawn, box, drawn, folded_notes
from trustgraph.charts.lines import lines
from trustgraph.charts.marking import marked
from trustgraph.charts.parts import Band, Box, Chart
from trustgraph.fitting import fitted
from trustgraph.model import Model
from trustgraph.records import Relationship, View
from trustgraph.rows import Rows, rows
from trustgraph.views import select
from trustgraph.vocabulary import Kind, Mark


def chart(model: Model, view: View | str | None = None, *, marks: Mapping[str, Mark | str] | None = None) -> Chart:
    """Return the chart of a view of a model, or of the view of this id.

    Where none is given it is the first view the model declares, else everything. `marks` says of bodies, posts,
    lines, seats and functions, by key, that they are "added", "removed", "changed" or "found"; a seat or function
    marks its body. Raises UnknownNameError for a view, key or mark there is not.
    """
    view = fitted(view, View) if isinstance(view, View) else model.view(view)
    noticed = marked(model, marks or {})
    shown = select(model, view)
    what = drawn(shown, view)
    placed = _rows(shown, what)
    boxes = tuple(_boxes(shown, what, placed, view, noticed))
    joined = tuple(lines(shown, what, view, noticed))
    bands = tuple(Band(tier.replace("_", " ").capitalize(), *span) for tier, span in placed.bands.items())
    return Chart(
        id=model.id,
        title=view.title or model.title or model.id,
        subtitle=words.subtitle(model, view),
        boxes=boxes,
        lines=joined,
        bands=bands,
        notes=(*words.notes(shown, what, boxes, joined, bands), *words.unseen(model, what, noticed)),
        legend=tuple(words.legend(boxes, joined)),
        source=words.source(model.documents),
        outline=wording.description(shown, what.boxes),
        table=wording.table(shown),
        as_at=view.as_at or model.as_at,
        ordered=sum(name in view.order for name in what.boxes),
    )


def _rows(model: Model, what: Drawn) -> Rows:
    """Return the rows of what is drawn; what is within a collective stands under it."""
    ties = [Relationship(subject=inner, kind=Kind.PART_OF, target=outer) for inner, outer in what.ties]
    # rows follow the model's order, not the view's
    return rows([model[name] for name in model if name in what.boxes], [*what.lines.values(), *ties])


def _boxes(model: Model, what: Drawn, placed: Rows, view: View, marks: Mapping[str, Mark]) -> Iterator[Box]:
    notes = folded_notes(model, what.boxes)
    for name in what.boxes:
        row, beside = placed.row[name], name in placed.beside
        yield box(model, name, view, row=row, beside=beside, note=notes.get(name, ""), mark=marks.get(name))

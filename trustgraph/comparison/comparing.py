"""compare: several arrangements side by side, question by question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from trustgraph import wording
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Cell
from trustgraph.comparison.crosswalk import Row, rows_of
from trustgraph.comparison.matching import Match, Pins, match
from trustgraph.comparison.sentences import Sentence, sentences
from trustgraph.errors import ModelError, Problem
from trustgraph.model import Model
from trustgraph.tables import Table

MOST = 100


class Comparison(NamedTuple):
    """Several arrangements side by side.

    `labels` name them in a word each, in order; `cells` has a row a question and a cell an arrangement. `matches` says
    which bodies are taken for counterparts, and `sentences` what all share, only one has or one lacks.
    """

    models: tuple[Model, ...]
    labels: tuple[str, ...]
    matches: tuple[Match, ...]
    rows: tuple[Row, ...]
    cells: tuple[tuple[Cell, ...], ...]
    sentences: tuple[Sentence, ...]

    @property
    def proposals(self) -> tuple[Match, ...]:
        """The matches that nobody has pinned."""
        return tuple(row for row in self.matches if row.bodies and not row.pinned)

    @property
    def frame(self) -> tuple[tuple[str, str, str, str, str, tuple[str, ...], tuple[str, ...]], ...]:
        """One row a cell: row, model, answer, text, ground, clauses and keys, for a data frame."""
        return tuple(
            (
                row.id,
                model.id,
                str(cell.answer),
                "; ".join(each.text for each in cell.said),
                str(cell.ground or ""),
                cell.clauses,
                cell.keys,
            )
            for row, cells in zip(self.rows, self.cells, strict=True)
            for model, cell in zip(self.models, cells, strict=True)
        )

    def _repr_html_(self) -> str:
        return self.table().html()

    def table(self) -> Table:
        """Return the cells as a table: a row a question, a column an arrangement."""
        rows = tuple((row.title, *map(str, cells)) for row, cells in zip(self.rows, self.cells, strict=True))
        return Table(f"{wording.names(self.labels)} side by side", ("Question", *self.labels), rows)

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(self.labels)}: {len(self.rows)} rows, {len(self.sentences)} sentences>"


def compare(models: Iterable[Model], *, rows: Iterable[str] = (), pins: Pins | None = None) -> Comparison:
    """Return two to a hundred arrangements side by side, in the rows of these names or in all.

    `pins` says which bodies are counterparts, by part and model id. Raises ModelError for fewer, for more, or for one
    arrangement given twice; UnknownNameError for a row there is none of.
    """
    models = tuple(models)
    _check(models)
    chosen = rows_of(models, rows)
    matches = match(models, pins)
    labels = labels_of(models)
    cases = []
    for model, label in zip(models, labels, strict=True):
        parts = {row.part: row.bodies for row in matches if row.model == model.id}
        cases.append(Case(model, label, parts))
    cells = tuple(tuple(row.ask(case) for case in cases) for row in chosen)
    return Comparison(models, labels, matches, chosen, cells, tuple(sentences(labels, chosen, cells)))


def _check(models: Sequence[Model]) -> None:
    """Raise ModelError for arrangements that cannot be compared."""
    twice = [name for name, number in Counter(model.id for model in models).items() if number > 1]
    problems = [
        Problem(f"the model '{name}' is given twice.", "Name each once; to compare versions, use diff.")
        for name in twice
    ]
    if len(models) < 2:
        problems.append(Problem("a comparison needs two models at least.", "Name another."))
    if len(models) > MOST:
        problems.append(
            Problem(f"a comparison holds {MOST} models at most; these are {len(models)}.", "Compare fewer.")
        )
    if problems:
        raise ModelError(problems)


def labels_of(models: Sequence[Model]) -> tuple[str, ...]:
    """Return what each arrangement is called: its place where no other has it, else its id."""
    places = Counter(model.place for model in models)
    return tuple(model.place if model.place and places[model.place] == 1 else model.id for model in models)

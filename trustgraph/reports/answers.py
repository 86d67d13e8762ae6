"""The questions an arrangement can be asked, by name: who answers each, and who puts the answer into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from inspect import signature
from typing import Any, NamedTuple

from trustgraph import analysis
from trustgraph.analysis.burden import Burden
from trustgraph.analysis.dual import Dual
from trustgraph.analysis.interlocks import Interlock
from trustgraph.analysis.quorum import Standing
from trustgraph.analysis.representation import Representation
from trustgraph.errors import UnknownNameError
from trustgraph.model import Model
from trustgraph.reports.memberships import burden_report, interlocks_report, quorum_report, representation_report
from trustgraph.reports.report import Report
from trustgraph.reports.superiors import dual_report
from trustgraph.tables import Table


class Question(NamedTuple):
    """A question: what it asks in a line, the analysis that answers it, the sort of its rows, and who words them."""

    asks: str
    answer: Callable[..., Sequence[Any]]
    row: type[Any]
    report: Callable[[Model, Any], Report]

    @property
    def options(self) -> tuple[str, ...]:
        """The names of the options its analysis takes, such as topic and strict."""
        return tuple(name for name in signature(self.answer).parameters if name != "model")


QUESTIONS = {
    "interlocks": Question(
        "Which posts and organisations sit on several bodies?", analysis.interlocks, Interlock, interlocks_report
    ),
    "burden": Question("How many meetings a year are asked of whom?", analysis.burden, Burden, burden_report),
    "quorum": Question("How many must be there, and who can block or carry?", analysis.quorum, Standing, quorum_report),
    "representation": Question(
        "Which organisations sit where, and for whom?", analysis.representation, Representation, representation_report
    ),
    "dual": Question("Which bodies have several superiors, for what, meeting where?", analysis.dual, Dual, dual_report),
}


def question(name: str) -> Question:
    """Return the question of this name; raises UnknownNameError."""
    if name not in QUESTIONS:
        raise UnknownNameError("question", name, QUESTIONS)
    return QUESTIONS[name]


def tabulate(name: str, models: Iterable[Model], *, long: bool = False, **options: Any) -> Table:
    """Return the answers of several models in one table, its columns "model" and then the fields of the rows.

    `long` gives a row to each element of a field that holds several, all such fields of one length going together;
    without it they stay tuples. Options are those of the analysis. Raises UnknownNameError for no question.
    """
    asked = question(name)
    rows = tuple((model.id, *row) for model in models for row in asked.answer(model, **options))
    if long:
        rows = tuple(each for row in rows for each in _lengthened(row))
    return Table(asked.asks, ("model", *asked.row._fields), rows)


def _lengthened(row: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """Return a row for each element of its tuples; a shorter tuple is followed by unknowns, an empty one is one."""
    length = max((len(cell) for cell in row if isinstance(cell, tuple)), default=1) or 1
    columns = [(*cell, *[None] * (length - len(cell))) if isinstance(cell, tuple) else (cell,) * length for cell in row]
    return list(zip(*columns, strict=True))

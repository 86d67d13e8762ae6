"""The questions an arrangement can be asked, by name: who answers each, and who puts the answer into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from inspect import Parameter, signature
from typing import Any, NamedTuple

from trustgraph import analysis
from trustgraph.analysis.burden import Burden
from trustgraph.analysis.challenge import Challenge
from trustgraph.analysis.cycles import Cycle
from trustgraph.analysis.delegations import Delegation
from trustgraph.analysis.dual import Dual
from trustgraph.analysis.failures import Failure
from trustgraph.analysis.functions import Doing
from trustgraph.analysis.interlocks import Interlock
from trustgraph.analysis.lines import LineOfAccount
from trustgraph.analysis.orphans import Orphan
from trustgraph.analysis.profile import Profile
from trustgraph.analysis.quorum import Standing
from trustgraph.analysis.representation import Representation
from trustgraph.analysis.span import Span
from trustgraph.errors import UnknownNameError
from trustgraph.model import Model
from trustgraph.reports import accountability, challenges, coverages, lines, memberships, quorums, shape
from trustgraph.reports.report import Report
from trustgraph.rules.statute.coverage import Coverage, coverage
from trustgraph.tables import Table


class Question(NamedTuple):
    """A question: what it asks in a line, the analysis that answers it, the sort of its rows, and who words them."""

    asks: str
    answer: Callable[..., Sequence[Any]]
    row: type[Any]
    report: Callable[..., Report]

    @property
    def options(self) -> tuple[str, ...]:
        """The names of the options its analysis takes, such as topic and strict."""
        return tuple(name for name in signature(self.answer).parameters if name != "model")

    @property
    def needed(self) -> tuple[str, ...]:
        """The names of the options it cannot be asked without."""
        parameters = signature(self.answer).parameters
        return tuple(name for name in self.options if parameters[name].default is Parameter.empty)

    def told(self, model: Model, **options: Any) -> Report:
        """Return the answer in words; options are those of the analysis."""
        wanted = signature(self.report).parameters
        rows = self.answer(model, **options)
        return self.report(model, rows, **{name: value for name, value in options.items() if name in wanted})


_ASKED: tuple[tuple[str, Callable[..., Sequence[Any]], type[Any], Callable[..., Report]], ...] = (
    ("What is its shape, in numbers that compare?", analysis.profile, Profile, shape.profile_report),
    ("Does any line of account run in a circle?", analysis.cycles, Cycle, accountability.cycles_report),
    ("Which bodies have no stated line of account, and why?", analysis.orphans, Orphan, accountability.orphans_report),
    ("How many bodies answer to each, directly and in all?", analysis.span, Span, accountability.span_report),
    ("By which lines of account does a body answer?", analysis.lines, LineOfAccount, lines.lines_report),
    ("Which bodies cut others off from account?", analysis.failures, Failure, accountability.failures_report),
    ("Which bodies have several superiors, and for what?", analysis.dual, Dual, accountability.dual_report),
    ("Who challenges whom, and how independently?", analysis.challenge, Challenge, challenges.challenge_report),
    (
        "What is delegated, and does the delegate answer back?",
        analysis.delegations,
        Delegation,
        challenges.delegations_report,
    ),
    (
        "Which posts and organisations sit on several bodies?",
        analysis.interlocks,
        Interlock,
        memberships.interlocks_report,
    ),
    ("How many meetings a year are asked of whom?", analysis.burden, Burden, memberships.burden_report),
    ("How many must be there, and who can block or carry?", analysis.quorum, Standing, quorums.quorum_report),
    (
        "Which organisations sit where, and for whom?",
        analysis.representation,
        Representation,
        memberships.representation_report,
    ),
    ("Who does what about which matter?", analysis.functions, Doing, shape.functions_report),
    ("Which of those a statute names sit where?", coverage, Coverage, coverages.coverage_report),
)
QUESTIONS = {answer.__name__: Question(asks, answer, row, report) for asks, answer, row, report in _ASKED}


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

"""The questions an arrangement can be asked, by name: who answers each, and who puts the answer into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from inspect import Parameter, signature
from typing import Any, NamedTuple, get_type_hints

from trustgraph.errors import UnknownNameError
from trustgraph.model import Model
from trustgraph.reports.report import Report
from trustgraph.tables import Table


class Question(NamedTuple):
    """A question: its name, what it asks in a line, and in which modules it is answered and put into words.

    Modules are imported once the question is asked: to import them all takes longer than most answers.
    """

    name: str
    asks: str
    worded_in: str
    answered_in: str = "analysis"

    @property
    def answer(self) -> Callable[..., Sequence[Any]]:
        """The analysis that answers it, which has its name."""
        answer: Callable[..., Sequence[Any]] = _imported(self.answered_in, self.name)
        return answer

    @property
    def report(self) -> Callable[..., Report]:
        """Who puts the answer into words."""
        report: Callable[..., Report] = _imported(f"reports.{self.worded_in}", f"{self.name}_report")
        return report

    @property
    def row(self) -> type[Any]:
        """The sort of its rows, of which the analysis returns a tuple."""
        row: type[Any] = get_type_hints(self.answer)["return"].__args__[0]
        return row

    @property
    def options(self) -> tuple[str, ...]:
        """The names of the options its analysis takes, such as topic and strict."""
        return tuple(name for name in signature(self.answer).parameters if name != "model")

    @property
    def of_account(self) -> bool:
        """Whether it is about lines of account, of which reporting may be counted as one."""
        return "strict" in self.options or self.name in ("profile", "challenge")

    @property
    def needed(self) -> tuple[str, ...]:
        """The names of the options it cannot be asked without."""
        parameters = signature(self.answer).parameters
        return tuple(name for name in self.options if parameters[name].default is Parameter.empty)

    def told(self, model: Model, **options: Any) -> Report:
        """Return the answer in words; options are those of the analysis."""
        wanted = signature(self.report).parameters
        rows = self.answer(model, **options)
        report = self.report(model, rows, **{name: value for name, value in options.items() if name in wanted})
        if not self.of_account or options.get("families"):
            return report
        # lazily, since it takes the graph of the lines of account
        taken: str = _imported("reports.naming", "account_taken")(model, **options)
        return report._replace(sentences=(*report.sentences, taken))


def _imported(module: str, name: str) -> Any:
    return getattr(import_module(f"trustgraph.{module}"), name)


_ASKED = (
    Question("profile", "What is its shape, in numbers that compare?", "shape"),
    Question("cycles", "Does any line of account run in a circle?", "accountability"),
    Question("orphans", "Which bodies have no stated line of account, and why?", "accountability"),
    Question("span", "How many bodies answer to each, directly and in all?", "accountability"),
    Question("lines", "By which lines of account does a body answer?", "lines"),
    Question("failures", "Which bodies cut others off from account?", "accountability"),
    Question("dual", "Which bodies have several superiors, and for what?", "accountability"),
    Question("challenge", "Who challenges whom, and how independently?", "challenges"),
    Question("delegations", "What is delegated, and does the delegate answer back?", "challenges"),
    Question("interlocks", "Which posts and organisations sit on several bodies?", "memberships"),
    Question("burden", "How many meetings a year are asked of whom?", "memberships"),
    Question("quorum", "How many must be there, and who can block or carry?", "quorums"),
    Question("representation", "Which organisations sit where, and for whom?", "memberships"),
    Question("functions", "Who does what about which matter?", "shape"),
    Question("coverage", "Which of those a statute names sit where?", "coverages", "rules.statute.coverage"),
)
QUESTIONS = {question.name: question for question in _ASKED}


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

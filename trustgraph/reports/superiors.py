"""Bodies with several superiors, in sentences with their clauses."""

from __future__ import annotations

from collections.abc import Sequence

from trustgraph import wording
from trustgraph.analysis.dual import Dual
from trustgraph.model import Model
from trustgraph.reports.report import Report
from trustgraph.tables import Table


def dual_report(model: Model, rows: Sequence[Dual]) -> Report:
    """Return who answers to several, for what, and where the lines meet."""
    sentences = tuple(_sentence(model, row) for row in rows)
    cells = tuple(_cells(model, row) for row in rows)
    table = Table("Bodies with several superiors", ("Body", "Answers to", "Lines meet at"), cells)
    return Report("Who answers to several?", sentences or ("No body answers to more than one other.",), (table,))


def _sentence(model: Model, row: Dual) -> str:
    lines = wording.names(wording.predicate(model, model.lines[key]) for key in row.lines)
    met = wording.names(wording.name(model, which) for which in row.meet_at)
    meeting = f"These lines meet at {met}." if met else "The paper does not state where these lines meet."
    return f"{wording.name(model, row.body)} {lines}. {meeting}"


def _cells(model: Model, row: Dual) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    pairs = zip(row.superiors, row.matters, strict=True)
    superiors = (wording.name(model, which) + (f" ({matter})" if matter else "") for which, matter in pairs)
    return wording.name(model, row.body), tuple(superiors), tuple(wording.name(model, which) for which in row.meet_at)

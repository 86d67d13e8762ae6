"""The answers to a checklist as a report: each with why and its clauses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from trustgraph import wording
from trustgraph.model import Model
from trustgraph.reports.report import Report
from trustgraph.rules.checklists import Answer
from trustgraph.rules.checklists.asking import Checklist, Verdict
from trustgraph.tables import Table

_COLUMNS = ("No.", "Question", "Answer", "Why", "Clauses")
# so many clauses are printed; JSON has them all
_CLAUSES = 6


def assessment_report(model: Model, checklist: Checklist, answers: Sequence[Answer]) -> Report:
    """Return the answers counted and then listed, with what our copies of the papers lack."""
    counts = ((sum(each.answer is verdict for each in answers), verdict) for verdict in Verdict)
    told = ", ".join(f"{number} {str(verdict).replace('_', ' ')}" for number, verdict in counts if number)
    sentences = [f"{len(answers)} questions: {told}.", f"Questions: {checklist.source}."]
    if missing := [text for document in model.documents for text in document.missing]:
        sentences.append(f"What is not stated may stand in what our copy lacks: {wording.names(missing)}.")
    rows = tuple((each.number, each.question, each.answer, each.why, _some(each.clauses)) for each in answers)
    return Report(
        f"Self-assessment of {model.title or model.id}", tuple(sentences), (Table("Answers", _COLUMNS, rows),)
    )


def _some(clauses: tuple[str, ...]) -> tuple[str, ...]:
    more = len(clauses) - _CLAUSES
    return (*clauses[:_CLAUSES], f"and {more} more") if more > 0 else clauses


def as_json(pairs: Iterable[tuple[Model, Sequence[Answer]]]) -> str:
    """Return a JSON list of the answers, each with the id of its model."""
    rows = [{"model": model.id, **answer._asdict()} for model, answers in pairs for answer in answers]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"

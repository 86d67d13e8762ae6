"""Findings as a report: the gravest first, each with its clauses and its remedy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from trustgraph import wording
from trustgraph.model import Model
from trustgraph.reports.report import Report, page
from trustgraph.rules.norms import Finding, Rule, Severity
from trustgraph.tables import Table

_COLUMNS = ("Severity", "Rule", "Finding", "Clauses", "Remedy", "Accepted because")


def findings_report(model: Model, findings: Sequence[Finding]) -> Report:
    """Return what a model departs from, counted and then listed; what it accepts comes last."""
    standing = [finding for finding in findings if finding.accepted is None]
    accepted = [finding for finding in findings if finding.accepted is not None]
    counts = [_counted(number, severity) for severity in Severity if (number := _count(standing, severity))]
    told = f"{_number(standing)}{f': {wording.names(counts)}' if counts else ''}."
    if accepted:
        told += f" {len(accepted)} more {'is' if len(accepted) == 1 else 'are'} accepted, with reasons."
    rows = tuple(_row(finding) for finding in (*standing, *accepted))
    title = f"Findings on {model.title or model.id}"
    return Report(title, (told,), (Table("Findings", _COLUMNS, rows),) if rows else ())


def printed(model: Model, findings: Iterable[Finding]) -> str:
    """Return findings as lines for a terminal: place, severity, rule and message, then the remedy."""
    findings = tuple(findings)
    lines = []
    for finding in findings:
        place = f"{finding.places[0]}: " if finding.places else f"{model.id}: "
        clauses = f" ({'; '.join(finding.clauses)})" if finding.clauses else ""
        accepted = f" Accepted: {finding.accepted}" if finding.accepted else ""
        lines.append(f"{place}{finding.severity} {finding.code} {finding.message}{clauses}{accepted}")
        lines.append(f"  {finding.remedy}")
    return "\n".join([*lines, findings_report(model, findings).sentences[0]])


def _row(finding: Finding) -> tuple[object, ...]:
    return (
        finding.severity,
        finding.code,
        finding.message,
        finding.clauses,
        finding.remedy,
        finding.accepted,
    )


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def _counted(number: int, severity: Severity) -> str:
    return f"{number:,} {severity}{'s' if number > 1 and severity is not Severity.INFO else ''}"


def _number(findings: Sequence[Finding]) -> str:
    number = f"{len(findings):,}" if findings else "No"
    return f"{number} finding{'' if len(findings) == 1 else 's'}"


def as_json(pairs: Iterable[tuple[Model, Sequence[Finding]]], rules: Iterable[Rule]) -> str:
    """Return a JSON object: the findings, each with the id of its model, and the rules that were applied."""
    found = [{"model": model.id, **_plain(finding)} for model, findings in pairs for finding in findings]
    applied = [{"code": rule.code, "name": rule.name, "severity": rule.severity, "norm": rule.norm} for rule in rules]
    return json.dumps({"findings": found, "rules": applied}, ensure_ascii=False, indent=2) + "\n"


def _plain(finding: Finding) -> dict[str, object]:
    places = [
        {"file": place.file, "line": place.line, "column": place.column}
        | ({"sheet": place.sheet} if place.sheet else {})
        for place in finding.places
    ]
    return finding._asdict() | {"places": places}


def as_html(pairs: Iterable[tuple[Model, Sequence[Finding]]]) -> str:
    """Return a page of HTML with the findings of each model."""
    return page("Findings", (findings_report(model, findings) for model, findings in pairs))

"""Findings as SARIF 2.1.0 (OASIS, 2020), which code hosts and pipelines read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from trustgraph import __version__
from trustgraph.errors import Place
from trustgraph.model import Model
from trustgraph.reports.explanation import explanation
from trustgraph.rules.checking import OWN
from trustgraph.rules.norms import Finding, Rule, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(pairs: Iterable[tuple[Model, Sequence[Finding]]], rules: Sequence[Rule]) -> str:
    """Return one SARIF run: the rules, a result for each finding, and one of kind "pass" for each rule that is kept."""
    pairs = tuple(pairs)
    described = [_rule(rule) for rule in (*OWN, *rules)]
    index = {rule["id"]: number for number, rule in enumerate(described)}
    results = [_result(model, finding, index) for model, findings in pairs for finding in findings]
    results += [_passed(model, rule, index) for model, findings in pairs for rule in _kept(findings, rules)]
    driver = {"name": "trustgraph", "version": __version__, "semanticVersion": __version__, "rules": described}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": _camel(rule.name) or rule.code,
        "shortDescription": {"text": f"{rule.name.capitalize()}."},
        "fullDescription": {"text": rule.norm},
        "help": {"text": rule.norm, "markdown": explanation(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split())


def _result(model: Model, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    clauses = f" ({'; '.join(finding.clauses)})" if finding.clauses else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{clauses} {finding.remedy}"},
        "locations": [_location(model, place) for place in finding.places[:1]] or [_location(model, None)],
        "partialFingerprints": {"trustgraphRecords/v1": finding.fingerprint},
    }
    if len(finding.places) > 1:
        result["relatedLocations"] = [_location(model, place) for place in finding.places[1:]]
    if finding.accepted is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.accepted}]
    return result


def _kept(findings: Iterable[Finding], rules: Iterable[Rule]) -> Iterator[Rule]:
    # what a rule that failed would have found is not known
    broken = {code for finding in findings for code in (finding.code, *finding.keys)}
    return (rule for rule in rules if rule.code not in broken)


def _passed(model: Model, rule: Rule, index: dict[str, int]) -> dict[str, Any]:
    return {
        "ruleId": rule.code,
        "ruleIndex": index[rule.code],
        "kind": "pass",
        "level": "none",
        "message": {"text": f"{model.title or model.id} keeps {rule.code}, {rule.name}."},
        "locations": [_location(model, None)],
    }


def _location(model: Model, place: Place | None) -> dict[str, Any]:
    """Return where a record is written; for one that stands in no file, what it is called."""
    if place is None:
        return {"logicalLocations": [{"name": model.id, "kind": "module"}]}
    # a file elsewhere keeps its whole path, as a URI with forward slashes
    uri = quote(PurePath(place.file).as_posix(), safe="/:")
    # the letter of a drive would read as the scheme of a URI
    uri = f"file:///{uri}" if uri[1:2] == ":" else uri
    region = {"startLine": place.line, "startColumn": place.column or 1} if place.line else {}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}} | ({"region": region} if region else {})}

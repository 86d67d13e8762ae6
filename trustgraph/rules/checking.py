"""check: what a model departs from, in the words of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from trustgraph import dates, wording
from trustgraph.analysis.account import lacking
from trustgraph.model import Model
from trustgraph.records import Acceptance, Stated
from trustgraph.rules.norms import Breach, Finding, Rule, Severity

# the codes of what the check itself finds
RAISED, UNMATCHED, EXPIRED = "TG001", "TG002", "TG003"
CHECK_NAMES = {
    RAISED: "a rule failed",
    UNMATCHED: "acceptance without a finding",
    EXPIRED: "acceptance past its date",
}


def check(model: Model, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what a model departs from, the gravest first, then by code and in the model's order.

    What the model accepts is among them, with its reason. A rule that fails is a finding itself, and the others run.
    """
    rules = tuple(rules)
    found = [finding for rule in rules for finding in _findings(model, rule)]
    found += _acceptances(model, found, {rule.code for rule in rules})
    order = {key: number for number, key in enumerate((*model.by_id, *model.lines, *model.seats, *model.functions))}
    last = len(order)
    found.sort(key=lambda each: (each.severity.rank, each.code, *(order.get(key, last) for key in each.keys[:1])))
    return tuple(found)


def _findings(model: Model, rule: Rule) -> Iterator[Finding]:
    try:
        breaches = [*rule(model)]
    except Exception as error:  # noqa: BLE001  whatever another's rule raises must not stop the rest
        told = f"Rule {rule.code} ({rule.name}) could not be applied: {type(error).__name__}: {error}."
        yield _finding(model, RAISED, Severity.WARNING, Breach((), told, "Mend the rule, or leave it out."))
        return
    for breach in breaches:
        severity, message = breach.severity or rule.severity, breach.message
        if breach.absent and (missing := lacking(model)):
            severity = Severity.INFO
            message += f" Our copy lacks {wording.names(missing)}, which could tell."
        yield _finding(model, rule.code, severity, breach._replace(message=message))


def _finding(model: Model, code: str, severity: Severity, breach: Breach) -> Finding:
    records = [record for record in (_record(model, key) for key in breach.keys) if record is not None]
    cited = (clause for record in records for clause in wording.clause(model, record).split("; "))
    places = [model.places[key] for key in breach.keys if key in model.places]
    accepted = next((each.reason for each in model.accepted if _accepts(model, each, code, breach)), None)
    return Finding(
        code=code,
        severity=severity,
        message=breach.message,
        remedy=breach.remedy,
        keys=breach.keys,
        clauses=tuple(dict.fromkeys(clause for clause in cited if clause)),
        places=tuple(places),
        accepted=accepted,
        fingerprint=sha256("\n".join((model.id, code, *breach.keys)).encode()).hexdigest()[:16],
    )


def _record(model: Model, key: str) -> Stated | None:
    """Return the statement of this key: a body, post, line, seat, function or claim."""
    found = model.by_id.get(key) or model.lines.get(key) or model.seats.get(key)
    if found is not None:
        return found
    if key in model.functions:
        return model.functions[key][1]
    return next((claim for claim in model.claims if claim.id == key), None)


def _accepts(model: Model, acceptance: Acceptance, code: str, breach: Breach) -> bool:
    return acceptance.rule == code and acceptance.subject in breach.keys and not _expired(model, acceptance)


def _expired(model: Model, acceptance: Acceptance) -> bool:
    """Return whether the model's date is after the acceptance's: a model of no date is of before it."""
    until = acceptance.until
    return until is not None and model.as_at is not None and not dates.holds(None, until, model.as_at)


def _acceptances(model: Model, found: Iterable[Finding], codes: set[str]) -> Iterator[Finding]:
    """Yield the acceptances that let nothing stand, or no longer, as far as their rules were applied."""
    broken = {(finding.code, key) for finding in found for key in finding.keys}
    for each in model.accepted:
        if each.rule not in codes:
            continue
        if (each.rule, each.subject) not in broken:
            told = f"{each.rule} is accepted for '{each.subject}', of which it finds nothing."
            yield _finding(model, UNMATCHED, Severity.INFO, Breach((each.subject,), told, "Take the acceptance out."))
        elif _expired(model, each):
            told = f"The acceptance of {each.rule} for '{each.subject}' ran out on {dates.spoken(each.until or '')}."
            remedy = "Look at the finding again, and accept it anew or mend it."
            yield _finding(model, EXPIRED, Severity.WARNING, Breach((each.subject,), told, remedy))

"""check: what a model departs from, in the words of the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from trustgraph import dates, wording
from trustgraph.model import Model
from trustgraph.records import Acceptance, Stated
from trustgraph.rules.norms import Breach, Finding, Findings, Rule, Severity, rule
from trustgraph.rules.silence import lack


@rule("TG001", Severity.WARNING)
def rule_that_failed(_: Model) -> Iterator[Breach]:
    """A rule can be applied to any model; where it fails, that is one finding and the other rules run.

    Source: the check itself.
    """
    return iter(())


@rule("TG002", Severity.INFO)
def acceptance_without_a_finding(_: Model) -> Iterator[Breach]:
    """What a model accepts is there to be accepted: an acceptance of what is not found is taken out.

    Source: the check itself.
    """
    return iter(())


@rule("TG003", Severity.WARNING)
def acceptance_past_its_date(_: Model) -> Iterator[Breach]:
    """What is accepted until a date is looked at again when the date has come.

    Source: the check itself.
    """
    return iter(())


# what the check itself finds, whichever rules are applied
OWN = (rule_that_failed, acceptance_without_a_finding, acceptance_past_its_date)


def check(model: Model, rules: Iterable[Rule]) -> Findings:
    """Return what a model departs from, the gravest first, then by code and in the model's order.

    What the model accepts is among them, with its reason. A rule that fails is a finding itself, and the others run.
    Raises TypeError for what is no rule.
    """
    rules = tuple(rules)
    for each in rules:
        if not isinstance(each, Rule):
            raise TypeError(f"{each!r} is not a rule: put @rule(code, severity) before the function")
    records = _Records(model)
    found = [finding for each in rules for finding in records.findings(each)]
    found += records.acceptances(found, {each.code for each in rules})
    order = {key: number for number, key in enumerate((*model.by_id, *model.lines, *model.seats, *model.functions))}
    last = len(order)
    found.sort(key=lambda each: (each.severity.rank, each.code, *(order.get(key, last) for key in each.keys[:1])))
    return _told_apart(found)


def _told_apart(found: Iterable[Finding]) -> Findings:
    """Return findings of one rule on the same records with a fingerprint each."""
    counts: Counter[str] = Counter()
    apart = []
    for finding in found:
        counts[finding.fingerprint] += 1
        number = counts[finding.fingerprint]
        fingerprint = finding.fingerprint if number == 1 else _digest(finding.fingerprint, str(number))
        apart.append(finding._replace(fingerprint=fingerprint))
    return Findings(apart)


class _Records:
    """What a model's findings are put together from: its statements by key, and what it accepts."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.claims = {claim.id: claim for claim in model.claims}
        self.accepted: dict[tuple[str, str], str] = {}
        for each in model.accepted:
            if not _is_over(model, each):
                self.accepted.setdefault((each.rule, each.subject), each.reason)

    def findings(self, applied: Rule) -> Iterator[Finding]:
        """Yield what a rule finds; that it fails is a finding too."""
        try:
            found = [self._made(applied, breach) for breach in applied(self.model)]
        except (Exception, SystemExit) as error:  # noqa: BLE001  whatever another's rule raises must not stop the rest
            said = " ".join(str(error).split())
            told = f"Rule {applied.code} ({applied.name}) could not be applied: {type(error).__name__}: {said}".rstrip()
            remedy = "Mend the rule, or leave it out."
            found = [self._made(OWN[0], Breach((applied.code,), f"{told.removesuffix('.')}.", remedy))]
        yield from found

    def acceptances(self, found: Iterable[Finding], codes: set[str]) -> Iterator[Finding]:
        """Yield the acceptances that let nothing stand, or no longer, as far as their rules were applied."""
        broken = {(finding.code, key) for finding in found for key in finding.keys}
        for each in self.model.accepted:
            if each.rule in codes and (each.rule, each.subject) not in broken:
                told = f"{each.rule} is accepted for '{each.subject}', of which it finds nothing."
                yield self._made(OWN[1], Breach((each.subject,), told, "Take the acceptance out."))
            elif each.rule in codes and _is_over(self.model, each):
                told = (
                    f"The acceptance of {each.rule} for '{each.subject}' ran out on {dates.spoken(each.until or '')}."
                )
                remedy = "Look at the finding again, and accept it anew or mend it."
                yield self._made(OWN[2], Breach((each.subject,), told, remedy))

    def _made(self, applied: Rule, breach: Breach) -> Finding:
        """Return a breach as a finding; raises TypeError for what is none."""
        if type(breach) is not Breach or type(breach.keys) is not tuple:
            raise TypeError(f"it yields {breach!r}, which is no Breach(keys, message, remedy) with a tuple of keys")
        model, code = self.model, applied.code
        severity, message = Severity(breach.severity or applied.severity), breach.message
        if breach.absent and (lacks := lack(model, breach)):
            severity, message = Severity.INFO, f"{message} {lacks}"
        reasons = (self.accepted[code, key] for key in breach.keys if (code, key) in self.accepted)
        return Finding(
            code=code,
            severity=severity,
            message=wording.capital(message),
            remedy=wording.capital(breach.remedy),
            keys=breach.keys,
            clauses=tuple(dict.fromkeys(self._clauses(breach.keys))),
            places=tuple(model.places[key] for key in breach.keys if key in model.places),
            accepted=next(reasons, None),
            fingerprint=_digest(model.id, code, *breach.keys),
        )

    def _clauses(self, keys: Iterable[str]) -> Iterator[str]:
        for key in keys:
            record = self._record(key)
            if record is not None:
                yield from filter(None, wording.clause(self.model, record).split("; "))

    def _record(self, key: str) -> Stated | None:
        """Return the body, post, line, seat, function or claim of this key."""
        model = self.model
        found = model.by_id.get(key) or model.lines.get(key) or model.seats.get(key)
        if found is not None:
            return found
        return model.functions[key][1] if key in model.functions else self.claims.get(key)


def _digest(*texts: str) -> str:
    return sha256("\n".join(texts).encode()).hexdigest()[:16]


def _is_over(model: Model, acceptance: Acceptance) -> bool:
    """Return whether the model's date is after the acceptance's: a model of no date is of before it."""
    until = acceptance.until
    return until is not None and model.as_at is not None and not dates.holds(None, until, model.as_at)

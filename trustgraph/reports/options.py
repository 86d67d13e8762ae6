"""Options for an arrangement set side by side with it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from trustgraph import wording
from trustgraph.comparison.appraisal import Appraisal
from trustgraph.comparison.verdicts import Verdict
from trustgraph.frequency import Range
from trustgraph.reports.naming import counted
from trustgraph.reports.report import Report
from trustgraph.tables import Table


def options_report(appraisals: Sequence[Appraisal]) -> Report:
    """Return the base, which comes first, and the options: a sentence an option, their figures, findings and claims."""
    base, *options = appraisals
    sentences = [_sentence(base, option) for option in options]
    tables = [_figures(appraisals), *_claims(appraisals), *_findings(options)]
    return Report(f"Options for {_title(base)}", tuple(sentences), tuple(tables))


def _title(appraisal: Appraisal) -> str:
    return appraisal.model.title or appraisal.model.id


def _sentence(base: Appraisal, option: Appraisal) -> str:
    row = option.profile
    bodies = counted(row.bodies, row.bodies_most, "body")
    was = Range(base.profile.bodies, base.profile.bodies_most)
    findings = f"{_counted(len(option.gained), 'finding')} gained and {wording.spelt(len(option.lost))} lost"
    verdicts = Counter(each.verdict for each in option.claims)
    told = ", ".join(f"{wording.spelt(verdicts[each])} {each}" for each in Verdict if verdicts[each])
    claims = f"; of {_counted(len(option.claims), 'claim')}, {told}" if option.claims else ""
    return f"{_title(option)}: {bodies} where there {_was(was)}; {findings}{claims}."


def _was(number: Range) -> str:
    return f"{'was' if number == Range(1, 1) else 'were'} {wording.spelt(number) if number.least <= 10 else number}"


def _counted(number: int, noun: str) -> str:
    return counted(number, number, noun) if number else f"no {noun}s"


def _figures(appraisals: Sequence[Appraisal]) -> Table:
    columns = ("Measure", *_headings(appraisals))
    rows = tuple((name, *(figure(each) for each in appraisals)) for name, figure in _FIGURES.items())
    return Table("Side by side", columns, rows)


def _headings(appraisals: Sequence[Appraisal]) -> list[str]:
    """Return what each is called: its title, and its id where another has the same title."""
    counts = Counter(map(_title, appraisals))
    return [_title(each) if counts[_title(each)] == 1 else each.model.id for each in appraisals]


def _meetings(appraisal: Appraisal) -> str:
    row = appraisal.profile
    if not row.unstated:
        return str(Range(row.meetings_least, row.meetings_most))
    return f"at least {row.meetings_least}" if row.meetings_least else "not stated"


def _called(appraisal: Appraisal, ids: Sequence[str]) -> str:
    return wording.capital(wording.names(wording.name(appraisal.model, each) for each in ids)) if ids else "none"


def _widest(appraisal: Appraisal) -> str:
    row = appraisal.widest
    return (
        "none" if row is None else f"{Range(row.total, row.total_most)}, to {wording.called(appraisal.model, row.body)}"
    )


_FIGURES: dict[str, Callable[[Appraisal], Any]] = {
    "Bodies": lambda each: Range(each.profile.bodies, each.profile.bodies_most),
    "Bodies outside": lambda each: each.profile.outside,
    "Seats listed": lambda each: Range(each.profile.seats, each.profile.seats_most),
    "Meetings a year": _meetings,
    "How often they meet is not stated": lambda each: _called(each, each.profile.unstated),
    "Posts on two bodies or more": lambda each: _called(each, each.shared),
    "Most that answer to one body": _widest,
    "Depth of the lines of account": lambda each: each.profile.depth,
    "Without a line of account": lambda each: each.profile.orphans,
    "Answer to several": lambda each: each.profile.dual,
    "Findings gained": lambda each: len(each.gained),
    "Findings lost": lambda each: len(each.lost),
}


def _claims(appraisals: Sequence[Appraisal]) -> Iterator[Table]:
    """Yield the verdicts, a row a claim, and then why, a table for each claim that can be tested at all."""
    headings, claims = _headings(appraisals), appraisals[0].claims
    if claims:
        verdicts = tuple(
            (each.claim.text, each.claim.stance.value, *(row.claims[number].verdict.value for row in appraisals))
            for number, each in enumerate(claims)
        )
        yield Table("What is claimed", ("Claim", "Stance", *headings), verdicts)
    for number, first in enumerate(claims):
        if first.claim.expects is None:
            continue
        rows = tuple(
            (heading, each.claims[number].verdict.value, wording.capital(each.claims[number].why), clauses)
            for heading, each in zip(headings, appraisals, strict=True)
            for clauses in [each.claims[number].clauses]
        )
        caption = f"Claimed {first.claim.stance}: {first.claim.text}"
        yield Table(caption, ("Arrangement", "Verdict", "Why", "Clauses"), rows)


def _findings(options: Sequence[Appraisal]) -> Iterator[Table]:
    for option in options:
        pairs = (("gained", option.gained), ("lost", option.lost))
        rows = tuple(
            (what, each.code, each.severity.value, each.message, each.clauses)
            for what, found in pairs
            for each in found
        )
        yield Table(f"{_title(option)}: findings", ("What", "Rule", "Severity", "Finding", "Clauses"), rows)


def as_json(appraisals: Sequence[Appraisal]) -> str:
    """Return a JSON list of objects, the base first: its profile, shared posts, findings and claims."""
    told = [_plain(each) for each in appraisals]
    return json.dumps(msgspec.to_builtins(told), ensure_ascii=False, indent=2) + "\n"


def _plain(appraisal: Appraisal) -> dict[str, Any]:
    return {
        "id": appraisal.model.id,
        "title": appraisal.model.title,
        "profile": appraisal.profile._asdict(),
        "shared": appraisal.shared,
        "widest": appraisal.widest._asdict() if appraisal.widest else None,
        "gained": [_finding(each) for each in appraisal.gained],
        "lost": [_finding(each) for each in appraisal.lost],
        "claims": [
            {
                "id": each.claim.id,
                "text": each.claim.text,
                "stance": each.claim.stance,
                "expects": each.claim.expects,
                "verdict": each.verdict,
                "why": each.why,
                "clauses": each.clauses,
            }
            for each in appraisal.claims
        ],
    }


def _finding(finding: Any) -> dict[str, Any]:
    names = ("code", "severity", "message", "keys", "clauses")
    return {name: getattr(finding, name) for name in names}

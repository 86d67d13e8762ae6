"""The shape of each arrangement: span, depth, layers, orphans, circles, dual account, findings, duplicates and gaps."""

from __future__ import annotations

from collections import Counter

from trustgraph import wording
from trustgraph.analysis.cycles import Circle, cycles
from trustgraph.analysis.dual import dual
from trustgraph.analysis.functions import Gap, functions
from trustgraph.analysis.orphans import Standing
from trustgraph.analysis.span import span
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.frequency import Range
from trustgraph.rules import RULES
from trustgraph.vocabulary import Tier

_GROUP = "Shape, worked out from what the papers state"
_CIRCLES = {
    Circle.ACCOUNT: "circular account",
    Circle.RECIPROCAL: "reciprocal account, on different topics",
    Circle.SELF: "account to oneself",
    Circle.CHALLENGE: "mutual challenge, which is healthy",
}
_GAPS = {
    Gap.TWO_DECIDERS: "several decide on {}: {}",
    Gap.ALL_MONITOR: "all who deal with {} monitor it: {}",
    Gap.NO_DECIDER: "nobody is said to decide on {}",
    Gap.NOBODY_DELIVERS: "nobody is said to deliver {}",
}


def bodies(case: Case) -> Cell:
    """Return how many bodies, seats and lines there are."""
    row = case.profile
    account = row.accountability + row.reporting
    text = f"{Range(row.bodies, row.bodies_most)} bodies, {Range(row.seats, row.seats_most)} seats, {account} lines of account, report or escalation"
    return _worked(case, text)


def spanning(case: Case) -> Cell:
    """Return how many bodies answer to the board, directly and in all, and to whoever has the most."""
    rows = {row.body: row for row in span(case.model)}
    heads = [which for which in case.of("board") if which in rows]
    most = max(rows.values(), key=lambda row: row.total, default=None)
    told = [rows[which] for which in heads]
    told += (
        [most]
        if most is not None and most.body not in heads and most.total > max((row.total for row in told), default=0)
        else []
    )
    if not told:
        return case.unmatched("the board")
    return Cell(
        Answer.YES,
        tuple(
            case.said(
                f"{Range(row.total, row.total_most)} answer to {wording.called(case.model, row.body)}, {Range(row.direct, row.direct_most)} of them directly",
                row.body,
                ground=Ground.WORKED_OUT,
            )
            for row in told
        ),
    )


def deep(case: Case) -> Cell:
    """Return how many lines of account lie below the deepest head."""
    number = case.profile.depth
    return _worked(case, f"{number} line{'' if number == 1 else 's'} of account from the lowest to the highest")


def layers(case: Case) -> Cell:
    """Return the tiers in which bodies of the arrangement stand."""
    rows = {body.row for body in case.model.bodies if body.inside and body.id not in case.model.context}
    tiers = [str(tier) for tier in Tier if tier in rows and tier is not Tier.EXTERNAL]
    return _worked(case, f"{len(tiers)}: {wording.names(tiers)}")


def alone(case: Case) -> Cell:
    """Return the bodies without a stated line of account to a head."""
    found = [row.body for row in case.orphans if row.kind is Standing.ORPHAN]
    if not found:
        return _worked(
            case, "none: every body has a stated line of account", fact="every body has a stated line of account"
        )
    missing = next((row.missing for row in case.orphans if row.missing), ())
    lacks = f"; our copy lacks {missing[0]}, which could tell" if missing else ""
    return _worked(case, f"{len(found)} without a stated line of account: {case.prose(found)}{lacks}", *found)


def circles(case: Case) -> Cell:
    """Return the circles of account among the lines that are stated."""
    told = [
        case.said(
            f"{_CIRCLES[row.kind]}: {case.prose(row.bodies)}",
            *(key for step in row.lines for key in step),
            ground=Ground.WORKED_OUT,
        )
        for row in cycles(case.model)
        if row.kind in _CIRCLES
    ]
    return Cell(Answer.YES, tuple(told)) if told else _worked(case, "none among the lines that are stated")


def twofold(case: Case) -> Cell:
    """Return the bodies that answer to several."""
    told = [
        case.said(
            f"{wording.called(case.model, row.body)} {wording.agree(case.model, [row.body], 'answers')} to {case.prose(row.superiors)}",
            *row.lines,
            ground=Ground.WORKED_OUT,
        )
        for row in dual(case.model)
    ]
    return Cell(Answer.YES, tuple(told)) if told else _worked(case, "none among the lines that are stated")


def departures(case: Case) -> Cell:
    """Return the findings, counted by rule."""
    counts = Counter(finding.code for finding in case.findings)
    names = {rule.code: rule.name for rule in RULES}
    told = [
        Said(
            f"{number} × {code} {names.get(code, '')}".rstrip(),
            tuple(key for each in case.findings if each.code == code for key in each.keys),
            ground=Ground.WORKED_OUT,
        )
        for code, number in sorted(counts.items())
    ]
    return Cell(Answer.YES, tuple(told)) if told else _worked(case, "none")


def doubles(case: Case) -> Cell:
    """Return what several bodies decide, and what all watch and nobody else does."""
    return _gaps(case, Gap.TWO_DECIDERS, Gap.ALL_MONITOR)


def gaps(case: Case) -> Cell:
    """Return the matters on which nobody is said to decide, or to deliver."""
    return _gaps(case, Gap.NO_DECIDER, Gap.NOBODY_DELIVERS)


def _gaps(case: Case, *kinds: Gap) -> Cell:
    told = []
    for row in functions(case.model):
        if row.gap in kinds and row.gap is not None:
            text = _GAPS[row.gap].format(row.matter.replace("_", " "), case.prose(row.bodies) if row.bodies else "")
            told.append(case.said(text, *row.keys, ground=Ground.WORKED_OUT))
    return Cell(Answer.YES, tuple(told)) if told else _worked(case, "none among the functions that are stated")


def _worked(case: Case, text: str, *keys: str, fact: str = "") -> Cell:
    return Cell(Answer.YES, (case.said(text, *keys, ground=Ground.WORKED_OUT, fact=fact),))


ROWS = (
    Row("bodies", _GROUP, "Bodies, seats and lines", bodies),
    Row("span", _GROUP, "Span of accountability", spanning),
    Row("depth", _GROUP, "Depth", deep),
    Row("layers", _GROUP, "Layers", layers),
    Row("orphans", _GROUP, "Without a line of account", alone),
    Row("cycles", _GROUP, "Circles", circles),
    Row("dual", _GROUP, "Answering to several", twofold),
    Row("duplicated", _GROUP, "Duplicated functions", doubles),
    Row("gaps", _GROUP, "Gaps", gaps),
    Row("findings", _GROUP, "Findings, by rule", departures),
)

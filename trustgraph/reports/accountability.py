"""Circles, orphans, spans, lines, points of failure and several superiors, in sentences with their clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trustgraph import wording
from trustgraph.analysis.cycles import Circle, Cycle
from trustgraph.analysis.dual import Dual
from trustgraph.analysis.failures import Failure
from trustgraph.analysis.lines import LineOfAccount
from trustgraph.analysis.orphans import Orphan, Standing, Why
from trustgraph.analysis.span import Span
from trustgraph.model import Model
from trustgraph.reports.naming import named, span_of
from trustgraph.reports.report import Report
from trustgraph.tables import Table

_CIRCLES = {
    Circle.ACCOUNT: "Account runs in a circle",
    Circle.RECIPROCAL: "Each answers to the other, on different topics",
    Circle.SELF: "A body answers to itself",
    Circle.CHALLENGE: "Two challenge one another, which is healthy",
    Circle.THROUGH_POSTS: "A question to ask: through the posts that chair these bodies account would run in a circle",
    Circle.OTHER: "These lines run in a circle",
}


def cycles_report(model: Model, rows: Sequence[Cycle]) -> Report:
    """Return each circle with one shortest way round it."""
    sentences = tuple(f"{_CIRCLES[row.kind]}: {'; '.join(_steps(model, row.lines))}." for row in rows)
    cells = tuple((row.kind, named(model, row.bodies), len(row.members)) for row in rows)
    table = Table("Circles", ("Sort", "One way round", "Bodies in it"), cells)
    nothing = ("No line of account runs in a circle.",)
    return Report("Does any line run in a circle?", sentences or nothing, (table,) if rows else ())


def _steps(model: Model, steps: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield each step of a way as a sentence without its full stop."""
    for keys in steps:
        yield " and ".join(wording.sentence(model, model.lines[key]).removesuffix(".") for key in keys)


def orphans_report(model: Model, rows: Sequence[Orphan]) -> Report:
    """Return who has no stated line of account, why, and where the line ends; then heads, then who only reports."""
    alone = [row for row in rows if row.kind is Standing.ORPHAN]
    sentences = [*_silences(model, alone)]
    sentences += [f"{_name(model, row)} {_ending(model, row)}." for row in alone if row.why not in _SILENT]
    for kind, text in (
        (Standing.HEAD, "At the head of the arrangement, with no line of account beyond"),
        (Standing.REPORT_ONLY, "Answering by report only, and not held to account as far as the paper states"),
    ):
        if bodies := [row.body for row in rows if row.kind is kind]:
            sentences.append(f"{text}: {wording.names(named(model, bodies))}.")
    if not alone:
        sentences.insert(0, "Every body of the arrangement has a stated line of account.")
    cells = tuple((_name(model, row), row.kind, row.why, named(model, row.ends_at)) for row in rows)
    return Report(
        "Who has no stated line of account?",
        tuple(sentences),
        (Table("Lines of account", ("Body", "Standing", "Why", "Ends at"), cells),) if rows else (),
    )


_SILENT = (Why.NONE_STATED, Why.COPY_INCOMPLETE)


def _silences(model: Model, alone: Sequence[Orphan]) -> Iterator[str]:
    """Yield who has no stated line at all, and what the copy read lacks that could hold it."""
    bodies = [row.body for row in alone if row.why in _SILENT]
    missing = dict.fromkeys(text for row in alone for text in row.missing)
    if bodies:
        lacks = f" Our copy lacks {wording.names(missing)}, which could hold it." if missing else ""
        yield f"No stated line of account: {wording.names(named(model, bodies))}.{lacks}"


def _ending(model: Model, row: Orphan) -> str:
    ends = wording.names(named(model, row.ends_at))
    match row.why:
        case Why.ENDS:
            return f"answers in a line that ends at {ends}, for which no line of account is stated"
        case Why.CIRCLE:
            return f"answers in a line that only runs in a circle: {ends}"
        case Why.POWER_ONLY:
            return "answers only by a power that may be used, or a line that is not yet in force"
        case _:
            return "answers on other matters only"


def span_report(model: Model, rows: Sequence[Span]) -> Report:
    """Return how many bodies answer to each, the widest span first."""
    wide = sorted((row for row in rows if row.total or row.total_most != 0), key=lambda row: -row.total)
    sentences = tuple(
        f"To {_name(model, row)} answer {span_of(row.direct, row.direct_most)} directly, "
        f"{span_of(row.total, row.total_most)} in all, over {row.depth} {'layer' if row.depth == 1 else 'layers'}."
        for row in wide
    )
    cells = tuple(
        (
            _name(model, row),
            span_of(row.direct, row.direct_most),
            span_of(row.total, row.total_most),
            row.depth,
            span_of(row.seats, row.seats_most),
        )
        for row in wide
    )
    columns = ("Body", "Directly", "In all", "Layers", "Seats below")
    nothing = ("No line of account is stated.",)
    return Report("How many answer to whom?", sentences or nothing, (Table("Span of accountability", columns, cells),))


def lines_report(model: Model, rows: Sequence[LineOfAccount]) -> Report:
    """Return each line of account, step by step, with its clauses."""
    sentences = []
    for first, row in _first_of_body(rows):
        if first:
            number = f"{row.number}" if row.exact else f"at least {row.number}"
            met = f"; they meet at {wording.name(model, row.meet_at)}" if row.meet_at else ""
            several = "line" if number == "1" else "lines"
            sentences.append(f"{_name(model, row)} has {number} {several} of account{met}:")
        broken = " This line is broken by matter." if row.broken_by_matter else ""
        sentences.append(f"- {'; '.join(_steps(model, row.lines))}.{broken}")
    cells = tuple((_name(model, row), tuple(_names(model, row.path)), row.matters, row.clauses) for row in rows)
    table = Table("Lines of account", ("Body", "Path", "Matters", "Clauses"), cells)
    nothing = ("No line of account reaches an apex.",)
    return Report("By which lines does each body answer?", tuple(sentences) or nothing, (table,) if rows else ())


def _first_of_body(rows: Sequence[LineOfAccount]) -> Iterator[tuple[bool, LineOfAccount]]:
    before = None
    for row in rows:
        yield row.body != before, row
        before = row.body


def failures_report(model: Model, rows: Sequence[Failure]) -> Report:
    """Return who would be cut off from all account without whom."""
    sentences = tuple(
        f"Without {_name(model, row)}, no line of account is left to {wording.names(named(model, row.cuts_off))}."
        for row in rows
    )
    cells = tuple((_name(model, row), len(row.cuts_off), named(model, row.cuts_off)) for row in rows)
    nothing = ("No single body cuts others off from account.",)
    table = Table("Points of failure", ("Body", "Cuts off", "Whom"), cells)
    return Report("Who would be cut off without whom?", sentences or nothing, (table,) if rows else ())


def dual_report(model: Model, rows: Sequence[Dual]) -> Report:
    """Return who answers to several, for what, and where the lines meet."""
    sentences = tuple(_several(model, row) for row in rows)
    cells = tuple(_superiors(model, row) for row in rows)
    table = Table("Bodies with several superiors", ("Body", "Answers to", "Lines meet at"), cells)
    nothing = ("No body answers to more than one other.",)
    return Report("Who answers to several?", sentences or nothing, (table,) if rows else ())


def _several(model: Model, row: Dual) -> str:
    lines = wording.names(wording.predicate(model, model.lines[key]) for key in row.lines)
    met = wording.names(named(model, row.meet_at))
    meeting = f"These lines meet at {met}." if met else "The paper does not state where these lines meet."
    return f"{_name(model, row)} {lines}. {meeting}"


def _superiors(model: Model, row: Dual) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    pairs = zip(row.superiors, row.matters, strict=True)
    superiors = (wording.name(model, which) + (f" ({matter})" if matter else "") for which, matter in pairs)
    return _name(model, row), tuple(superiors), named(model, row.meet_at)


def _name(model: Model, row: Orphan | Span | LineOfAccount | Failure | Dual) -> str:
    return wording.name(model, row.body)


def _names(model: Model, ids: Sequence[str]) -> Iterator[str]:
    return (wording.name(model, which) for which in ids)

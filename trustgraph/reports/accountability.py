"""Circles, orphans, spans, points of failure and several superiors, in sentences with their clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from trustgraph import wording
from trustgraph.analysis.accountability.account import AccountGraph, account_graph
from trustgraph.analysis.accountability.cycles import Circle, Cycle
from trustgraph.analysis.accountability.dual import Dual
from trustgraph.analysis.accountability.failures import Failure
from trustgraph.analysis.accountability.orphans import Orphan, Standing, Why
from trustgraph.analysis.accountability.span import Span
from trustgraph.graph.arcs import account_kinds
from trustgraph.model import Model
from trustgraph.reports.naming import alike, clauses_of, counted, denials, opening, said, span_of
from trustgraph.reports.report import Report
from trustgraph.tables import Table
from trustgraph.vocabulary import Family, Topic
from trustgraph.wording import agree, listed, prose
from trustgraph.wording.names import capital

_CIRCLES = {
    Circle.ACCOUNT: "Account runs in a circle",
    Circle.RECIPROCAL: "Each answers to the other, on different topics",
    Circle.SELF: "Account is given to oneself",
    Circle.CHALLENGE: "Each challenges the other, which is healthy",
    Circle.THROUGH_POSTS: "A question to ask: through the posts that chair these bodies, account would run in a circle",
    Circle.OTHER: "These lines run in a circle",
}


def cycles_report(model: Model, rows: Sequence[Cycle], *, families: Collection[Family] = ()) -> Report:
    """Return each circle with one shortest way round it."""
    sentences = tuple(f"{_CIRCLES[row.kind]}: {'; '.join(said(model, keys) for keys in row.lines)}." for row in rows)
    kinds = {row.kind for row in rows}
    if not kinds & {Circle.ACCOUNT, Circle.OTHER}:
        which = "None of these lines" if families else "No line of account"
        matter = " on one topic" if Circle.RECIPROCAL in kinds else ""
        sentences = (f"{which} runs in a circle from one body to another{matter}.", *sentences)
    cells = tuple((row.kind, listed(model, row.bodies), len(row.members)) for row in rows)
    table = Table("Circles", ("Sort", "One way round", "Bodies in it"), cells)
    return Report("Does any line run in a circle?", sentences, (table,) if rows else ())


def orphans_report(model: Model, rows: Sequence[Orphan], *, strict: bool = False) -> Report:
    """Return who has no stated line of account, why, and where the line ends; then heads, then who only reports."""
    alone = [row for row in rows if row.kind is Standing.ORPHAN]
    sentences = [*_silences(model, alone)]
    theirs = {row.body for row in alone}
    sentences += [no for line, no in denials(model, account_kinds(strict=strict)) if line.subject in theirs]
    answering = (row for row in alone if row.why not in _SILENT)
    sentences += [_ending(model, group, strict=strict) for group in alike(answering, _ends)]
    if top := [row.body for row in rows if row.head]:
        sentences.append(f"At the head, with no line of account beyond: {prose(model, top)}.")
    if only := [row.body for row in rows if row.kind is Standing.REPORT_ONLY]:
        told = f"{prose(model, only)}{_own_clauses(model, only, strict=False)}"
        sentences.append(f"By report only, and not held to account as far as the paper states: {told}.")
    if not alone:
        sentences.insert(0, _all_answer(model, top))
    cells = tuple(
        (name, group[0].kind, group[0].why, listed(model, group[0].ends_at))
        for group in alike(rows, lambda row: (row.kind, *_ends(row)))
        for name in listed(model, [row.body for row in group])
    )
    table = Table("Lines of account", ("Body", "Standing", "Why", "Line ends at"), cells)
    return Report("Who has no stated line of account?", tuple(sentences), (table,) if rows else ())


def _all_answer(model: Model, top: Sequence[str]) -> str:
    """Return that every body has a line of account, as far as there are any and they are no heads."""
    if not any(body.inside and body.id not in model.context for body in model.bodies):
        return "The arrangement has no bodies."
    return f"Every body of the arrangement{' but the head' if top else ''} has a stated line of account."


_SILENT = (Why.NONE_STATED, Why.COPY_INCOMPLETE)


def _ends(row: Orphan) -> tuple[Why | None, tuple[str, ...]]:
    return row.why, ("",) if row.ends_at == (row.body,) else row.ends_at


def _silences(model: Model, alone: Sequence[Orphan]) -> Iterator[str]:
    """Yield who has no stated line at all, and what the copy read lacks that could hold it."""
    bodies = [row.body for row in alone if row.why in _SILENT]
    missing = dict.fromkeys(text for row in alone for text in row.missing)
    if bodies:
        yield f"No stated line of account: {prose(model, bodies)}."
    if missing:
        yield f"A line may stand in what our copy lacks: {'; '.join(missing)}."


def _ending(model: Model, rows: Sequence[Orphan], *, strict: bool) -> str:
    """Return how the lines of bodies end, which end alike."""
    bodies, row = [row.body for row in rows], rows[0]
    who = f"{opening(model, bodies)} {agree(model, bodies, 'answers')}"
    ends, where = prose(model, row.ends_at), _own_clauses(model, bodies, strict=strict)
    match row.why:
        case Why.ENDS:
            return f"{who} in a line{where} that ends at {ends}, for which no line of account is stated."
        case Why.CIRCLE if row.ends_at == (row.body,):
            return f"{who} to nobody else{where}."
        case Why.CIRCLE:
            return f"{who} in a line{where} that only runs in a circle, of {ends}."
        case Why.POWER_ONLY:
            return f"{who} only by a power that may be used, or a line not yet in force{where}."
        case _:
            return f"{who} on other matters only{where}."


def _own_clauses(model: Model, bodies: Collection[str], *, strict: bool) -> str:
    """Return the clauses of the lines of account of bodies, and of what they are within."""
    own = {*bodies, *(outer for outer, inner in model.inner.items() if not {*bodies}.isdisjoint(inner))}
    lines = ((key, line) for key, line in model.lines.items() if line.subject in own and not line.denied)
    return clauses_of(model, (key for key, line in lines if line.kind in account_kinds(strict=strict)))


def span_report(
    model: Model, rows: Sequence[Span], *, topic: Topic | None = None, strict: bool = False, lift: bool = False
) -> Report:
    """Return how many bodies answer to each, the widest span first."""
    wide = sorted((row for row in rows if row.total or row.total_most != 0), key=lambda row: -row.total)
    groups = [*alike(wide, lambda row: row[1:])]
    cells = tuple(
        (
            name,
            span_of(row.direct, row.direct_most),
            span_of(row.total, row.total_most),
            row.depth,
            span_of(row.seats, row.seats_most),
        )
        for row, *others in groups
        for name in listed(model, [row.body, *(other.body for other in others)])
    )
    columns = ("Body", "Directly", "In all", "Layers", "Seats on these")
    to = _lines_to(account_graph(model, topic=topic, strict=strict, lift=lift))
    sentences = tuple(_answering(model, group, to) for group in groups) or ("No line of account is stated.",)
    table = Table("Bodies that answer to each", columns, cells)
    return Report("How many answer to whom?", sentences, (table,) if cells else ())


def _lines_to(account: AccountGraph) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return who has a line of account to each, or through it, and the line's key."""
    to: dict[str, list[tuple[str, str]]] = {}
    for arc in (arc for arc in account.arcs if arc.subject != arc.target):
        for which in (account.ids[arc.target], *arc.line.via):
            to.setdefault(which, []).append((account.ids[arc.subject], account.steps.key[id(arc.line)]))
    return to


def _answering(model: Model, rows: Sequence[Span], to: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """Return how many answer to bodies of the same span."""
    row, bodies = rows[0], [row.body for row in rows]
    who, in_all = prose(model, bodies), counted(row.total, row.total_most, "body")
    if row.direct_most == 0:
        return f"No body answers directly to {who}, but {in_all} through posts."
    direct, one = counted(row.direct, row.direct_most, "body"), (row.direct, row.direct_most) == (1, 1)
    answer = "answers" if one else "answer"
    where = clauses_of(model, dict.fromkeys(key for body in bodies for _, key in to.get(body, ())))
    more = f", and {in_all} in all, over {counted(row.depth, row.depth, 'layer')}"
    more = "" if (row.direct, row.direct_most) == (row.total, row.total_most) else more
    if len(bodies) == 1:
        return f"{capital(direct)} {answer} directly to {who}{where}{more}."
    each = " each" if len(listed(model, bodies)) > 1 else ""
    return f"{capital(who)} {agree(model, bodies, 'has')} {direct}{each} that {answer} directly{where}{more}."


def failures_report(
    model: Model, rows: Sequence[Failure], *, topic: Topic | None = None, strict: bool = False, lift: bool = False
) -> Report:
    """Return who would be cut off from all account without whom."""
    to = _lines_to(account_graph(model, topic=topic, strict=strict, lift=lift))
    sentences = tuple(_cutting(model, row, to.get(row.body, ())) for row in rows)
    cells = tuple((wording.name(model, row.body), len(row.cuts_off), listed(model, row.cuts_off)) for row in rows)
    nothing = ("No body answers only through one other, as far as lines of account are stated.",)
    table = Table("Points of failure", ("Body", "Cuts off", "Whom"), cells)
    return Report("Who would be cut off without whom?", sentences or nothing, (table,) if rows else ())


def _cutting(model: Model, row: Failure, lines: Iterable[tuple[str, str]]) -> str:
    """Return whom a body cuts off, and the clauses by which they answer to it or through it."""
    cut = {*row.cuts_off}
    where = clauses_of(model, dict.fromkeys(key for subject, key in lines if subject in cut))
    return f"Without {prose(model, [row.body])}, no line of account is left to {prose(model, row.cuts_off)}{where}."


def dual_report(model: Model, rows: Sequence[Dual]) -> Report:
    """Return who answers to several, for what, and where the lines meet."""
    groups = [*alike(rows, lambda row: row[1:])]
    sentences = tuple(_several(model, group) for group in groups)
    cells = tuple(
        (name, tuple(_superiors(model, group[0])), listed(model, group[0].meet_at))
        for group in groups
        for name in listed(model, [row.body for row in group])
    )
    table = Table("Bodies with several superiors", ("Body", "Answers to", "Lines meet at"), cells)
    nothing = ("No body answers to more than one other, as far as lines are stated.",)
    return Report("Who answers to several?", sentences or nothing, (table,) if rows else ())


def _several(model: Model, rows: Sequence[Dual]) -> str:
    """Return to whom bodies answer that have the same superiors."""
    row, bodies = rows[0], [row.body for row in rows]
    theirs = {model.lines[key].subject for key in row.lines} == {*bodies}
    lines = capital(said(model, row.lines)) if theirs else f"{opening(model, bodies)}: {said(model, row.lines)}"
    meeting = f"The lines meet at {prose(model, row.meet_at)}." if row.meet_at else "No line is stated where they meet."
    return f"{lines}. {meeting}"


def _superiors(model: Model, row: Dual) -> Iterator[str]:
    """Yield each superior once, with the matters it is answered to for."""
    matters: dict[str, dict[str, None]] = {}
    for which, matter in zip(row.superiors, row.matters, strict=True):
        matters.setdefault(which, {})[matter] = None
    for which, about in matters.items():
        inside = wording.names(matter for matter in about if matter)
        yield f"{wording.name(model, which)} ({inside})" if inside else wording.name(model, which)

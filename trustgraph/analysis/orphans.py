"""Which bodies of the arrangement have no stated line of account to an apex, why, and where their line ends."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from trustgraph.analysis.account import AccountGraph, account_graph, lacking
from trustgraph.graph.adjacency import account_kinds, inner_bodies
from trustgraph.graph.reach import passed_from, reached
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.vocabulary import Account, Topic


class Standing(StrEnum):
    """Whether a body has no line of account, is itself the head, or answers by report only."""

    ORPHAN = "orphan"
    HEAD = "head"
    REPORT_ONLY = "report_only"


class Why(StrEnum):
    """Why a body has no line of account to an apex."""

    NONE_STATED = "none_stated"
    ENDS = "ends"
    CIRCLE = "circle"
    OTHER_MATTER = "other_matter"
    POWER_ONLY = "power_only"
    COPY_INCOMPLETE = "copy_incomplete"


class Orphan(NamedTuple):
    """A body with no stated line of account to an apex, a head with no line beyond it, or one that only reports.

    `why` is None for the last two. `ends_at` is where the line of an orphan ends: bodies that answer to nobody, or
    those of a circle. `head` marks a body that others answer to, or a declared apex, with no line beyond it; `missing`
    is what the copy read lacks, which could hold the line.
    """

    body: str
    why: Why | None
    ends_at: tuple[str, ...]
    kind: Standing
    head: bool
    missing: tuple[str, ...]


@collection_paused()
def orphans(
    model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False
) -> tuple[Orphan, ...]:
    """Return orphans first, then heads, then bodies by report only, each in the model's order.

    Outside bodies are never orphans. Unless account is `strict`, a body that reaches an apex only where reports count
    is by report only.
    """
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    rows = list(_unanswering(account, topic, strict))
    rows += [Orphan(name, None, (), Standing.HEAD, True, ()) for name in account.names(heads(account))]
    if not strict:
        only = account.names(report_only(account))
        rows += [Orphan(name, None, (), Standing.REPORT_ONLY, False, ()) for name in only]
    return tuple(rows)


def alone(account: AccountGraph) -> list[int]:
    """Return the bodies of the arrangement from which no apex is reached, in the model's order."""
    return [number for number in account.inside if not account.answering[number]]


def heads(account: AccountGraph) -> list[int]:
    """Return the apexes of the arrangement with no line of account beyond them, in their order."""
    above, inside = account.graph.above, set(account.inside)
    return [number for number in account.apexes if number in inside and {*above[number]} <= {number}]


def leads(account: AccountGraph, number: int) -> bool:
    """Return whether others answer to one that has no line of account beyond it."""
    above, below = account.graph.above[number], account.graph.below[number]
    return {*above} <= {number} and not {*below} <= {number}


def report_only(account: AccountGraph) -> list[int]:
    """Return the bodies of the arrangement from which an apex is reached only where reports count."""
    flags = reached(account.apexes, _judged(account))
    return [number for number in account.inside if account.answering[number] and not flags[number]]


def _judged(account: AccountGraph) -> list[list[int]]:
    """Return those below each without those that only report to it."""
    number, below = account.graph.number, account.graph.below[:]
    reporting = [arc for arc in account.arcs if arc.line.kind.account is not Account.STRICT]
    reports: dict[int, set[int]] = {}
    for arc in reporting:
        reports.setdefault(number[arc.target], set()).add(number[arc.subject])
    heard = {arc.target for arc in reporting}
    for arc in (arc for arc in account.arcs if arc.target in heard):
        if arc.line.kind.account is Account.STRICT:
            reports[number[arc.target]].discard(number[arc.subject])
    for target, subjects in reports.items():
        below[target] = [subject for subject in below[target] if subject not in subjects]
    return below


def _unanswering(account: AccountGraph, topic: Topic | None, strict: bool) -> Iterator[Orphan]:
    """Yield the orphans."""
    numbers = alone(account)
    if not numbers:
        return
    model, above = account.model, account.graph.above
    others = _other_lines(model, {account.ids[number] for number in numbers if not above[number]}, topic, strict)
    missing = lacking(model)
    circling = {number for part in account.circles for number in part}
    for number in numbers:
        name, head = account.ids[number], leads(account, number)
        if above[number]:
            passed = passed_from(number, above)
            ends = sorted(each for each in passed if each != number and {*above[each]} <= {each})
            circle = sorted(passed & circling) or [number]
            why = Why.ENDS if ends else Why.CIRCLE
            yield Orphan(name, why, account.names(ends or circle), Standing.ORPHAN, head, ())
            continue
        why = others.get(name) or (Why.COPY_INCOMPLETE if missing else Why.NONE_STATED)
        yield Orphan(name, why, (), Standing.ORPHAN, head, missing)


def _other_lines(model: Model, of: set[str], topic: Topic | None, strict: bool) -> dict[str, Why]:
    """Return, for each of some that has other lines of account, whether they are powers or of another matter.

    A collective's lines are those of each body within it.
    """
    kinds, inner = account_kinds(strict=strict), inner_bodies(model)
    found: dict[str, Why] = {}
    for line in (line for line in model.relationships if line.subject in of or line.subject in inner):
        within = inner.get(line.subject, ())
        about_it = topic is None or line.topic in (None, topic)
        if line.kind not in kinds or line.denied or line.target in within or (about_it and line.force.completes):
            continue
        for name in of.intersection((line.subject, *within)):
            if found.get(name) is not Why.OTHER_MATTER:
                found[name] = Why.OTHER_MATTER if line.force.completes else Why.POWER_ONLY
    return found

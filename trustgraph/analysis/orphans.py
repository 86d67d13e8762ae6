"""Which bodies of the arrangement have no stated line of account to an apex, why, and where their line ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from trustgraph.analysis.account import AccountGraph, account_graph, lacking
from trustgraph.graph.reach import reached
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.records import Relationship
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
    those of a circle. `head` marks a body that others answer to, or a declared apex, with no line of its own; `missing`
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
    rows = list(_unanswering(account, topic))
    rows += [Orphan(name, None, (), Standing.HEAD, True, ()) for name in account.names(heads(account))]
    if not strict:
        only = account.names(report_only(account))
        rows += [Orphan(name, None, (), Standing.REPORT_ONLY, False, ()) for name in only]
    return tuple(rows)


def alone(account: AccountGraph) -> list[int]:
    """Return the bodies of the arrangement from which no apex is reached, in the model's order."""
    return [number for number in account.inside if not account.answering[number]]


def heads(account: AccountGraph) -> list[int]:
    """Return the apexes of the arrangement that have no line of account themselves, in their order."""
    above, inside = account.graph.above, set(account.inside)
    return [number for number in account.apexes if number in inside and not above[number]]


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


def _unanswering(account: AccountGraph, topic: Topic | None) -> Iterator[Orphan]:
    """Yield the orphans."""
    numbers = alone(account)
    if not numbers:
        return
    model, above, below = account.model, account.graph.above, account.graph.below
    others = _other_lines(model, {account.ids[number] for number in numbers if not above[number]}, topic)
    missing = lacking(model)
    circling = {number for part in account.circles for number in part}
    for number in numbers:
        name = account.ids[number]
        if above[number]:
            passed = _upward(number, above)
            ends = sorted(each for each in passed if each != number and {*above[each]} <= {each})
            circle = sorted(passed & circling) or [number]
            why = Why.ENDS if ends else Why.CIRCLE
            yield Orphan(name, why, account.names(ends or circle), Standing.ORPHAN, False, ())
            continue
        why = others.get(name) or (Why.COPY_INCOMPLETE if missing else Why.NONE_STATED)
        yield Orphan(name, why, (), Standing.ORPHAN, bool(below[number]), missing)


def _upward(start: int, above: Sequence[Sequence[int]]) -> set[int]:
    """Return all that a line leads to from here, and this itself."""
    passed, waiting = {start}, [start]
    while waiting:
        for target in above[waiting.pop()]:
            if target not in passed:
                passed.add(target)
                waiting.append(target)
    return passed


def _other_lines(model: Model, of: set[str], topic: Topic | None) -> dict[str, Why]:
    """Return, for each of some that has other lines of account, whether they are powers or about another matter."""
    found: dict[str, Why] = {}
    for line in (line for line in model.relationships if line.subject in of):
        if line.kind.account is not Account.NONE and not line.denied:
            found[line.subject] = Why.POWER_ONLY if _is_power(line, found) else Why.OTHER_MATTER
    return found if topic else {name: why for name, why in found.items() if why is Why.POWER_ONLY}


def _is_power(line: Relationship, found: dict[str, Why]) -> bool:
    return not line.force.completes and found.get(line.subject) is not Why.OTHER_MATTER

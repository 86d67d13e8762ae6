"""Which bodies of the arrangement have no stated line of account to an apex, why, and where their line ends."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from trustgraph.analysis.accountability.account import AccountGraph, account_graph, lacking
from trustgraph.graph.arcs import account_kinds
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.vocabulary import Topic


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
        only = account.names(account.report_only)
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
    return bool(below) and {*above} <= {number} and not {*below} <= {number}


def _unanswering(account: AccountGraph, topic: Topic | None, strict: bool) -> Iterator[Orphan]:
    """Yield the orphans."""
    numbers = alone(account)
    if not numbers:
        return
    model, ids, above = account.model, account.ids, account.graph.above
    others = _other_lines(model, {ids[number] for number in numbers if not above[number]}, topic, strict)
    missing, ends, kind = lacking(model), _ends(account), Standing.ORPHAN
    for number in numbers:
        name, head = ids[number], leads(account, number)
        if above[number]:
            yield Orphan(name, *ends[number], kind, head, ())
            continue
        why = others.get(name) or (Why.COPY_INCOMPLETE if missing else Why.NONE_STATED)
        yield Orphan(name, why, (), kind, head, missing)


def _ends(account: AccountGraph) -> dict[int, tuple[Why, tuple[str, ...]]]:
    """Return, for each that reaches no apex and answers to somebody, how its lines end, and where.

    They end where somebody answers to nobody; where there is no such end, in circles.
    """
    above, ids, known_by = account.graph.above, account.ids, account.graph.number
    part_of = {member: part for part in account.order.circles for member in part}
    ends: dict[int, tuple[Why, tuple[str, ...]]] = {}
    # those above are known before those below
    for number in [number for number in reversed(account.order.nodes) if not account.answering[number]]:
        if number in ends or not above[number]:
            continue
        part = part_of.get(number, [number])
        onward = {target for member in part for target in above[member]}.difference(part)
        found = [ends[each] if {*above[each]} - {each} else (Why.ENDS, (ids[each],)) for each in onward]
        if len(found) == len(part) == 1:
            ends[number] = found[0]
            continue
        why = Why.ENDS if any(each is Why.ENDS for each, _ in found) else Why.CIRCLE
        where = {name for each, names in found if each is why for name in names}
        if why is Why.CIRCLE and (len(part) > 1 or not found):
            where.update(account.names(part))
        ends.update(dict.fromkeys(part, (why, tuple(sorted(where, key=known_by.__getitem__)))))
    return ends


def _other_lines(model: Model, of: set[str], topic: Topic | None, strict: bool) -> dict[str, Why]:
    """Return, for each of some that has other lines of account, whether they are powers or of another matter.

    A collective's lines are those of each body within it.
    """
    kinds, inner = account_kinds(strict=strict), model.inner
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

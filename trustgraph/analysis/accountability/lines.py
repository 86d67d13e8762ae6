"""Every line of account from a body to its apexes: counted exactly, listed up to a cap."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from trustgraph import wording
from trustgraph.analysis.accountability.account import AccountGraph, account_graph
from trustgraph.analysis.accountability.failures import cut_off_between
from trustgraph.graph.dominators import immediate
from trustgraph.graph.paths import Count, counts, shortest
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.records import Relationship
from trustgraph.vocabulary import Topic


class LineOfAccount(NamedTuple):
    """One line of account of a body.

    `path` leads from the body to the apex, bodies that a step passes through included. `lines`, `matters` and
    `clauses` have one entry a step; where a step has several lines their keys are a tuple, and their matters and
    clauses are joined by "; ". `broken_by_matter` is whether two steps that follow one another share no topic.
    `meet_at` is the nearest body that all lines of this body pass through, None where they meet nowhere or there is one
    only. `number` is how many lines the body has, all told; `exact` is False where it has at least so many.
    """

    body: str
    path: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    matters: tuple[str, ...]
    clauses: tuple[str, ...]
    broken_by_matter: bool
    meet_at: str | None
    number: int
    exact: bool


class Step(NamedTuple):
    """One step of lines of account, with all its lines: what it passes on to, their keys, matters, clauses and topics.

    `passed` is what all its lines pass through, and then the body it leads to.
    """

    passed: tuple[str, ...]
    lines: tuple[str, ...]
    matter: str
    clauses: str
    topics: frozenset[Topic | None]


@collection_paused()
def lines(
    model: Model,
    *,
    of: str | None = None,
    topic: Topic | None = None,
    strict: bool = False,
    lift: bool = False,
    most: int = 10,
) -> tuple[LineOfAccount, ...]:
    """Return the lines of account of one body, or of every body of the arrangement, in the model's order.

    At most so many are listed of each body, the shortest first; the number is that of all. A line through a collective
    is one through each body within it. Raises UnknownNameError for a body that is not there.
    """
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    known = account.graph.number
    starts = account.inside if of is None else [known[name] for name in [model[of].id] if name in known]
    apexes = set(account.apexes)
    above, below = _unfolded(account)
    nearest = immediate(above, below, account.apexes)
    between = cut_off_between(account)
    steps: dict[tuple[int, int], Step] = {}
    rows = []
    for start, number in zip(starts, counts(above, starts, apexes), strict=True):
        met = {nearest[start], *(each for each in between if start in between[each])} if number.least > 1 else set()
        meeting = {account.ids[each] for each in met if 0 <= each < len(account.ids)}
        for path in shortest(above, start, apexes, most) if number.least else ():
            # a step is on the lines of all who are below it
            for ends in pairwise(path):
                if ends not in steps:
                    steps[ends] = _step(account, *ends)
            rows.append(_row(account.ids[start], [steps[ends] for ends in pairwise(path)], meeting, number))
    return tuple(rows)


def _unfolded(account: AccountGraph) -> tuple[Sequence[Sequence[int]], Sequence[Sequence[int]]]:
    """Return the graph, both ways, without lines to collectives whose bodies are recorded and have these lines too."""
    graph, number = account.graph, account.graph.number
    folds = {number[name] for name in account.unfolded if name in number}.difference(account.apexes)
    if not folds:
        return graph.above, graph.below
    above = [[target for target in targets if target not in folds] for targets in graph.above]
    return above, [[] if target in folds else subjects for target, subjects in enumerate(graph.below)]


def _row(body: str, steps: Sequence[Step], meeting: Collection[str], number: Count) -> LineOfAccount:
    path = (body, *chain.from_iterable([step.passed for step in steps]))
    return LineOfAccount(
        body,
        path,
        tuple([step.lines for step in steps]),
        tuple([step.matter for step in steps]),
        tuple([step.clauses for step in steps]),
        any(_broken(one.topics, other.topics) for one, other in pairwise(steps)),
        next((name for name in path[1:] if name in meeting), None),
        *number,
    )


def _step(account: AccountGraph, one: int, other: int) -> Step:
    found = account.steps.lines(one, other)
    via = found[0].via if all(line.via == found[0].via for line in found) else ()
    return Step(
        (*via, account.ids[other]),
        account.steps.keys(one, other),
        _joined(map(_matter, found)),
        _joined(wording.clause(account.model, line) for line in found),
        frozenset(line.topic for line in found),
    )


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _matter(line: Relationship) -> str:
    return line.matter or str(line.topic or "").replace("_", " ")


def _broken(here: frozenset[Topic | None], there: frozenset[Topic | None]) -> bool:
    """Return whether two steps have topics, and none in common."""
    return None not in here and None not in there and here.isdisjoint(there)

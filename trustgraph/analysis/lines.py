"""Every line of account from a body to its apexes: counted exactly, listed up to a cap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from trustgraph import wording
from trustgraph.analysis.account import AccountGraph, account_graph
from trustgraph.graph.dominators import immediate
from trustgraph.graph.paths import counts, shortest
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

    At most so many are listed of each body, the shortest first; the number is that of all. Raises UnknownNameError for
    a body that is not there.
    """
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    known = account.graph.number
    starts = account.inside if of is None else [known[name] for name in [model[of].id] if name in known]
    above, apexes = account.graph.above, set(account.apexes)
    nearest = immediate(above, account.graph.below, account.apexes)
    rows = []
    for start, number in zip(starts, counts(above, starts, apexes), strict=True):
        met = nearest[start] if number.least > 1 else -1
        meet_at = account.ids[met] if 0 <= met < len(account.ids) else None
        listed = shortest(above, start, apexes, most) if number.least else []
        rows += [_row(account, path, meet_at, number.least, exact=number.exact) for path in listed]
    return tuple(rows)


def _row(account: AccountGraph, path: Sequence[int], meet_at: str | None, number: int, *, exact: bool) -> LineOfAccount:
    steps = [*pairwise(path)]
    found = [account.lines(*step) for step in steps]
    return LineOfAccount(
        account.ids[path[0]],
        tuple(_passed(account, steps, found)),
        tuple(account.keys(*step) for step in steps),
        tuple(_joined(map(_matter, each)) for each in found),
        tuple(_joined(wording.clause(account.model, line) for line in each) for each in found),
        any(_broken(one, other) for one, other in pairwise(found)),
        meet_at,
        number,
        exact,
    )


def _passed(
    account: AccountGraph, steps: Sequence[tuple[int, int]], found: Sequence[Sequence[Relationship]]
) -> Iterator[str]:
    """Yield the ends of each step, with what all its lines pass through between them."""
    yield account.ids[steps[0][0]]
    for (_, target), each in zip(steps, found, strict=True):
        yield from each[0].via if all(line.via == each[0].via for line in each) else ()
        yield account.ids[target]


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _matter(line: Relationship) -> str:
    return line.matter or str(line.topic or "").replace("_", " ")


def _broken(one: Sequence[Relationship], other: Sequence[Relationship]) -> bool:
    """Return whether two steps have topics, and none in common."""
    here, there = {line.topic for line in one}, {line.topic for line in other}
    return None not in here | there and not here & there

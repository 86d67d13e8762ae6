"""The span of accountability of every body: how many answer to it, directly and through others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from trustgraph.analysis.account import account_graph
from trustgraph.analysis.sittings import NONE, seats_by_body
from trustgraph.frequency import Range
from trustgraph.graph.components import loops
from trustgraph.graph.reach import counts
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.vocabulary import Topic


class Span(NamedTuple):
    """The bodies with a line of account to a body.

    `direct` have one themselves, `total` reach it by any; `depth` is the greatest of the shortest distances, in lines.
    A template of n bodies counts n: where the paper leaves n open, `direct` and `total` are the least, `direct_most`
    and `total_most` the most, None where nothing bounds it. `seats` and `seats_most` are those on the bodies in the
    total.
    """

    body: str
    direct: int
    total: int
    depth: int
    direct_most: int | None
    total_most: int | None
    seats: int
    seats_most: int | None


@collection_paused()
def span(model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False) -> tuple[Span, ...]:
    """Return the span of accountability of every body, in the model's order.

    It counts bodies, not posts, and of a collective those within it. It is neither the span of control, which counts
    people supervised, nor a measure of performance.
    """
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    by_id, seats = model.by_id, seats_by_body(model)
    held = [seats.get(name, NONE) for name in account.ids]
    above, below = account.graph.above, account.graph.below
    figures = (
        *_bounds(account.sizes, lambda each: _directly(below, each)),
        *_bounds(account.sizes, lambda each: counts(above, below, each, circles=account.rounds)),
        *(
            _bounds(held, lambda each: counts(above, below, each, circles=account.rounds))
            if seats
            else ([0] * len(held), [0] * len(held))
        ),
    )
    direct, direct_most, total, total_most, least, most = figures
    rows = map(Span, account.ids, direct, total, account.depths, direct_most, total_most, least, most)
    return tuple(row for row in rows if isinstance(by_id[row.body], Body))


def _bounds(sizes: Sequence[Range], count: Callable[[Sequence[int]], list[int]]) -> tuple[list[int], list[int | None]]:
    """Return what is counted at least, and at most: None where something unbounded is among it."""
    least = count([size.least for size in sizes])
    if all(size.least == size.most for size in sizes):
        return least, [*least]
    unbounded = count([int(size.most is None) for size in sizes])
    most = count([size.most or 0 for size in sizes])
    return least, [None if open_ended else number for open_ended, number in zip(unbounded, most, strict=True)]


def _directly(below: Sequence[Sequence[int]], sizes: Sequence[int]) -> list[int]:
    direct = [sum(map(sizes.__getitem__, each_below)) for each_below in below]
    for number in loops(below):
        direct[number] -= sizes[number]
    return direct

"""The span of accountability of every body: how many answer to it, directly and through others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import NamedTuple

from trustgraph.analysis.accountability.account import account_graph
from trustgraph.analysis.membership.sittings import NONE, seats_by_body
from trustgraph.frequency import Range
from trustgraph.graph.reach import counts
from trustgraph.memory import collection_paused
from trustgraph.model import Model
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
    below = account.graph.below

    def directly(weights: Sequence[int]) -> list[int]:
        direct = [sum(map(weights.__getitem__, subjects)) if subjects else 0 for subjects in below]
        for number in account.order.selves:
            direct[number] -= weights[number]
        return direct

    def in_all(weights: Sequence[int]) -> list[int]:
        return counts(account.graph.above, weights, order=account.order)

    by_body = seats_by_body(model)
    seats = [by_body.get(name, NONE) for name in account.ids] if by_body else []
    total, depth = account.spans
    figures = zip(
        account.ids,
        direct := directly([size.least for size in account.sizes]),
        total,
        depth,
        _most(account.sizes, direct, directly),
        _most(account.sizes, total, in_all),
        held := in_all([held.least for held in seats]) if seats else [0] * len(total),
        _most(seats, held, in_all),
        strict=True,
    )
    # made without a call of Python for each; posts are the last
    rows = map(tuple.__new__, repeat(Span, len(model.bodies)), figures)
    return tuple(row for row in rows if row.body not in model.context) if model.context else tuple(rows)


def _most(
    ranges: Sequence[Range], least: list[int], count: Callable[[Sequence[int]], list[int]]
) -> Sequence[int | None]:
    """Return what is counted at most, given what is counted at least: None where something unbounded is among it."""
    if all(each.least == each.most for each in set(ranges)):
        return least
    unbounded = count([int(each.most is None) for each in ranges])
    most = count([each.most or 0 for each in ranges])
    return [None if open_ended else number for open_ended, number in zip(unbounded, most, strict=True)]

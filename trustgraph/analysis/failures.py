"""Points of failure: bodies without whom others have no line of account left."""

from __future__ import annotations

from typing import NamedTuple

from trustgraph.analysis.account import account_graph
from trustgraph.graph.dominators import cut_off
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.vocabulary import Topic


class Failure(NamedTuple):
    """A body, or a post, through which every line of account of others passes, and those others."""

    body: str
    cuts_off: tuple[str, ...]


@collection_paused()
def failures(
    model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False
) -> tuple[Failure, ...]:
    """Return each that cuts bodies of the arrangement off, the one that cuts off most first.

    Dominators (Cooper, Harvey and Kennedy, 2001) of the lines of account from their apexes; an apex is no point of
    failure.
    """
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    inside = set(account.inside)
    rows = []
    for number, others in cut_off(account.graph.above, account.graph.below, account.apexes):
        cut = account.names(each for each in others if each in inside)
        if cut:
            rows.append(Failure(account.ids[number], cut))
    return tuple(sorted(rows, key=lambda row: -len(row.cuts_off)))

"""Points of failure: bodies without whom others have no line of account left."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from trustgraph.analysis.accountability.account import AccountGraph, account_graph
from trustgraph.graph.dominators import cut_off
from trustgraph.graph.reach import reached
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
    failure. What a line passes through is on it, and cuts off whoever answers by such lines only.
    """
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    inside = set(account.inside)
    found = dict(cut_off(account.graph.above, account.graph.below, account.apexes)) | cut_off_between(account)
    rows = []
    for number, others in sorted(found.items()):
        cut = account.names(each for each in others if each in inside)
        if cut:
            rows.append(Failure(account.ids[number], cut))
    return tuple(sorted(rows, key=lambda row: -len(row.cuts_off)))


def cut_off_between(account: AccountGraph) -> dict[int, list[int]]:
    """Return, for each that lines of account pass through on their way, who reaches no apex without it, in order."""
    number, closed = account.graph.number, defaultdict[int, set[tuple[int, int]]](set)
    for arc in (arc for arc in account.arcs if arc.line.via):
        ends = arc.subject, arc.target
        for name in set.intersection(*({*line.via} for line in account.steps.lines(*ends))):
            if name in number and number[name] not in account.apexes:
                closed[number[name]].add(ends)
    return {between: others for between in closed if (others := _left(account, between, closed[between]))}


def _left(account: AccountGraph, without: int, closed: set[tuple[int, int]]) -> list[int]:
    """Return who reaches an apex, but not without one, nor by the steps that are closed."""
    below = account.graph.below[:]
    for _, target in closed:
        below[target] = [subject for subject in below[target] if (subject, target) not in closed]
    below[without] = []
    still = reached(account.apexes, below)
    still[without] = 1
    return [number for number, answers in enumerate(account.answering) if answers and not still[number]]

"""Which bodies answer to several superiors, for what, and whether those lines meet above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from trustgraph.analysis.account import AccountGraph, account_graph
from trustgraph.graph.adjacency import Arc
from trustgraph.graph.reach import passed_from
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.vocabulary import Topic


class Dual(NamedTuple):
    """A body that answers to several: to whom, by which lines, for which matter each, and where those lines meet.

    `superiors`, `lines` and `matters` go together; a matter is "" where the paper names none. `meet_at` are the
    nearest bodies above every superior, or a superior itself where the others answer to it; empty where none is.
    """

    body: str
    superiors: tuple[str, ...]
    lines: tuple[str, ...]
    matters: tuple[str, ...]
    meet_at: tuple[str, ...]


@collection_paused()
def dual(model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False) -> tuple[Dual, ...]:
    """Return the bodies with lines of account to two or more others, in the model's order."""
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    graph, number = account.graph, account.graph.number
    rows = []
    for name, arcs in several(account).items():
        superiors = tuple(arc.target for arc in arcs)
        meeting = _meeting([number[each] for each in dict.fromkeys(superiors)], graph.above)
        keys, matters = tuple(account.key[id(arc.line)] for arc in arcs), tuple(_matter(arc) for arc in arcs)
        rows.append(Dual(name, superiors, keys, matters, account.names(meeting)))
    return tuple(rows)


def several(account: AccountGraph) -> dict[str, list[Arc]]:
    """Return the lines of each body that has two superiors or more, in the model's order."""
    found: dict[str, list[Arc]] = {}
    for name, targets in zip(account.ids, account.graph.above, strict=True):
        if len(targets) > 1 and isinstance(account.model.by_id[name], Body):
            # a line to a collective is one to each body within it, and yet to one superior
            arcs = [arc for arc in account.arcs_of[name] if arc.lifted or arc.target == arc.line.target]
            found[name] = [arc for arc in arcs if arc.target != name]
    return {name: arcs for name, arcs in found.items() if len({arc.target for arc in arcs}) > 1}


def _matter(arc: Arc) -> str:
    return arc.line.matter or str(arc.line.topic or "").replace("_", " ")


def _meeting(superiors: Sequence[int], above: Sequence[Sequence[int]]) -> list[int]:
    """Return the nearest of those that are above every superior, or are one to which the others lead."""
    common = set.intersection(*(passed_from(superior, above) for superior in superiors))
    passed = {target for number in common for target in above[number] if target != number}
    # in a circle each is passed on the way to another
    return sorted(common - passed or common)

"""Which bodies answer to several superiors, for what, and whether those lines meet above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from trustgraph.analysis.account import account_graph
from trustgraph.model import Model
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


def dual(model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False) -> tuple[Dual, ...]:
    """Return the bodies with lines of account to two or more others, in the model's order."""
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    graph, number = account.graph, account.graph.number
    several = {name for name, targets in zip(graph.ids, graph.above, strict=True) if len(targets) > 1}
    of: dict[str, list[tuple[str, str, str]]] = {}
    for arc in (arc for arc in account.arcs if arc.subject in several):
        # a line to a collective is one to each body within it, and yet to one superior
        if arc.subject != arc.target and (arc.lifted or arc.target == arc.line.target):
            matter = arc.line.matter or str(arc.line.topic or "").replace("_", " ")
            of.setdefault(arc.subject, []).append((arc.target, account.key[id(arc.line)], matter))
    rows = []
    for name in (body.id for body in model.bodies if body.id in of):
        superiors, lines, matters = zip(*of[name], strict=True)
        if len(set(superiors)) > 1:
            meeting = _meeting([number[each] for each in dict.fromkeys(superiors)], graph.above)
            rows.append(Dual(name, superiors, lines, matters, account.names(meeting)))
    return tuple(rows)


def _meeting(superiors: Sequence[int], above: Sequence[Sequence[int]]) -> list[int]:
    """Return the nearest of those that are above every superior, or are one to which the others lead."""
    common = set.intersection(*(_reached(superior, above) for superior in superiors))
    passed = {target for number in common for target in above[number] if target != number}
    # in a circle each is passed on the way to another
    return sorted(common - passed or common)


def _reached(start: int, above: Sequence[Sequence[int]]) -> set[int]:
    reached, waiting = {start}, [start]
    while waiting:
        for target in above[waiting.pop()]:
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached

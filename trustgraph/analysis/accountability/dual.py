"""Which bodies answer to several superiors, for what, and whether those lines meet above."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from trustgraph.analysis.accountability.account import AccountGraph, account_graph
from trustgraph.graph.arcs import Arc
from trustgraph.graph.reach import passed_from
from trustgraph.memory import collection_paused
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


@collection_paused()
def dual(model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False) -> tuple[Dual, ...]:
    """Return the bodies with lines of account to two or more others, in the model's order."""
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    rows = []
    bodies = several(account)
    steps = account.steps_from(bodies)
    # from all in a circle the same is reached
    first = {member: circle[0] for circle in account.order.circles for member in circle}
    for body in bodies:
        arcs = _superior(account, steps.arcs_of[body])
        superiors = [arc.target for arc in arcs]
        meeting = _meeting({first.get(each, each) for each in superiors}, account.graph.above)
        keys, matters = tuple(steps.key[id(arc.line)] for arc in arcs), tuple(_matter(arc) for arc in arcs)
        rows.append(Dual(account.ids[body], account.names(superiors), keys, matters, account.names(meeting)))
    return tuple(rows)


def several(account: AccountGraph) -> list[int]:
    """Return the bodies that have two superiors or more, in the model's order."""
    above = account.graph.above
    found = [number for number in account.bodies if len(above[number]) > 1]
    if account.unfolded:
        own = account.steps_from(found).arcs_of
        return [number for number in found if len({arc.target for arc in _superior(account, own[number])}) > 1]
    return [number for number in found if len({*above[number]} - {number}) > 1]


def _superior(account: AccountGraph, arcs: Sequence[Arc]) -> list[Arc]:
    """Return the lines of one body to others, one to a collective only once, though it is one to each body within."""
    ids = account.ids
    return [arc for arc in arcs if arc.target != arc.subject and (arc.lifted or ids[arc.target] == arc.line.target)]


def _matter(arc: Arc) -> str:
    return arc.line.matter or str(arc.line.topic or "").replace("_", " ")


def _meeting(superiors: Collection[int], above: Sequence[Sequence[int]]) -> list[int]:
    """Return the nearest of those that are above every superior, or are one to which the others lead."""
    common = set.intersection(*(passed_from([superior], above) for superior in superiors))
    passed = {target for number in common for target in above[number] if target != number}
    # in a circle each is passed on the way to another
    return sorted(common - passed or common)

"""What is delegated to whom, and whether the delegate answers back."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from trustgraph.analysis.accountability.account import account_graph
from trustgraph.graph.adjacency import Digraph
from trustgraph.model import Model
from trustgraph.vocabulary import Force, Kind, Topic


class Answers(StrEnum):
    """How a delegate answers to who delegated: in a line back, through others, to others only, or not as stated."""

    DIRECTLY = "directly"
    THROUGH = "through"
    ELSEWHERE = "elsewhere"
    NOT_STATED = "not_stated"


class Delegation(NamedTuple):
    """A power or responsibility handed over, and whether the delegate answers back for it.

    `line` is the key of the delegation. `through` is the shortest line of account back, both ends included; where the
    delegate answers elsewhere only, those it answers to. `by_report` is whether it only reports back, and is not held
    to account as far as the paper states.
    """

    delegator: str
    delegate: str
    line: str
    matter: str | None
    force: Force
    answers: Answers
    through: tuple[str, ...]
    by_report: bool


def delegations(
    model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False
) -> tuple[Delegation, ...]:
    """Return every delegation and how it is answered for, in the model's order.

    A `topic` leaves out what is delegated, and answered for, on others; `strict` takes no report for account; `lift`
    carries lines of posts to the bodies they chair.
    """
    graph = account_graph(model, topic=topic, strict=strict, lift=lift).graph
    judged = account_graph(model, topic=topic, strict=True, lift=lift).graph
    rows = []
    for key, line in model.lines.items():
        known = line.subject in graph.number and line.target in graph.number
        asked = topic is None or line.topic in (None, topic)
        if line.kind is Kind.DELEGATES_TO and not line.denied and known and asked:
            answers, through = _answered(graph, line.target, line.subject)
            matter = line.matter or (str(line.topic).replace("_", " ") if line.topic else None)
            back = answers in (Answers.DIRECTLY, Answers.THROUGH)
            by_report = back and not way(judged, line.target, line.subject)
            rows.append(Delegation(line.subject, line.target, key, matter, line.force, answers, through, by_report))
    return tuple(rows)


def _answered(graph: Digraph, delegate: str, delegator: str) -> tuple[Answers, tuple[str, ...]]:
    path = way(graph, delegate, delegator)
    if path:
        return (Answers.DIRECTLY if len(path) == 2 else Answers.THROUGH), path
    others = tuple(graph.ids[number] for number in graph.above[graph.number[delegate]] if graph.ids[number] != delegate)
    return (Answers.ELSEWHERE if others else Answers.NOT_STATED), others


def way(graph: Digraph, start: str, end: str) -> tuple[str, ...]:
    """Return a shortest line from one to another, both ends included; empty where there is none, or they are one."""
    first, last = graph.number[start], graph.number[end]
    came: dict[int, int] = {first: first}
    frontier = [first]
    while frontier and last not in came:
        reached = []
        for number in frontier:
            for target in graph.above[number]:
                if target not in came:
                    came[target] = number
                    reached.append(target)
        frontier = reached
    if first == last or last not in came:
        return ()
    path = [last]
    while path[-1] != first:
        path.append(came[path[-1]])
    return tuple(graph.ids[number] for number in reversed(path))

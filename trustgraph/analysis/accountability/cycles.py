"""Circular account, told apart from reciprocal account, self-account and healthy mutual challenge."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from itertools import chain, pairwise
from typing import NamedTuple

from trustgraph.analysis.accountability.account import AccountGraph, account_graph
from trustgraph.analysis.accountability.steps import Steps
from trustgraph.graph.arcs import family_arcs
from trustgraph.graph.components import cycle
from trustgraph.graph.reach import passed_from
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.records import Relationship
from trustgraph.vocabulary import Family, Topic


class Circle(StrEnum):
    """What sort of circle: of account, reciprocal on different topics, to oneself, of challenge, or through posts."""

    ACCOUNT = "account"
    RECIPROCAL = "reciprocal"
    SELF = "self"
    CHALLENGE = "challenge"
    THROUGH_POSTS = "through_posts"
    OTHER = "other"


class Cycle(NamedTuple):
    """A circle, witnessed by one shortest way round it.

    `bodies` are in the order of the way, each having a line to the next and the last to the first; `lines` are the keys
    of those lines, step by step. `members` are all that the circle holds together.
    """

    bodies: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    kind: Circle
    members: tuple[str, ...]


@collection_paused()
def cycles(
    model: Model,
    *,
    topic: Topic | None = None,
    strict: bool = False,
    lift: bool = False,
    families: Collection[Family] = (),
) -> tuple[Cycle, ...]:
    """Return circular account first, then reciprocal and self-account, circles through posts, and mutual challenge.

    Circles through posts are looked for with `lift` only. With `families` the circles are those of these lines instead,
    whatever they mean. Each strongly connected part (Tarjan, 1972) has one row, however many circles it holds.
    """
    if families:
        return tuple(_circles(AccountGraph(model, family_arcs(model, families, lift=lift)), Circle.OTHER))
    account = account_graph(model, topic=topic, strict=strict)
    rows = [*_circles(account, Circle.ACCOUNT), *_selves(account)]
    if lift:
        known = {row.members for row in rows}
        lifted = account_graph(model, topic=topic, strict=strict, lift=True)
        rows += [row for row in _circles(lifted, Circle.THROUGH_POSTS) if row.members not in known]
    rows += _mutual_challenges(model, account)
    order = list(Circle)
    return tuple(sorted(rows, key=lambda row: order.index(row.kind)))


def reciprocal(account: AccountGraph) -> list[list[int]]:
    """Return each two who answer to one another on topics they do not share, and on no unrestricted one."""
    pairs = [part for part in account.order.circles if len(part) == 2]
    steps = account.steps_from(chain.from_iterable(pairs))

    def topics(one: int, other: int) -> set[Topic | None]:
        return {line.topic for line in steps.lines(one, other)}

    on_topics = ((pair, topics(*pair), topics(*reversed(pair))) for pair in pairs)
    return [pair for pair, there, back in on_topics if None not in there | back and not there & back]


def _circles(graph: AccountGraph, kind: Circle) -> Iterator[Cycle]:
    steps = graph.steps_from(chain.from_iterable(graph.order.circles))
    apart = reciprocal(graph) if kind is Circle.ACCOUNT else ()
    for part in graph.order.circles:
        way = cycle(graph.graph.above, part)
        keys = tuple(steps.keys(*ends) for ends in pairwise([*way, way[0]]))
        yield Cycle(graph.names(way), keys, Circle.RECIPROCAL if part in apart else kind, graph.names(part))


def _selves(graph: AccountGraph) -> Iterator[Cycle]:
    steps = graph.steps_from(graph.order.selves)
    for number in graph.order.selves:
        name = graph.names([number])
        yield Cycle(name, (steps.keys(number, number),), Circle.SELF, name)


def _mutual_challenges(model: Model, account: AccountGraph) -> Iterator[Cycle]:
    """Yield each two that challenge one another and of whom neither answers to the other."""
    arcs, above = family_arcs(model, (Family.CHALLENGE,)), account.graph.above
    drawn = {*zip(arcs.subjects, arcs.targets, strict=True)}
    mutual = sorted(ends for ends in drawn if ends[0] < ends[1] and ends[::-1] in drawn)
    steps = Steps(model, arcs)
    for one, other in mutual:
        answering = other in passed_from([one], above) or one in passed_from([other], above)
        names = account.names((one, other))
        if not answering and _is_own((*steps.lines(one, other), *steps.lines(other, one)), names):
            yield Cycle(names, (steps.keys(one, other), steps.keys(other, one)), Circle.CHALLENGE, names)


def _is_own(lines: Iterable[Relationship], names: Collection[str]) -> bool:
    """Return whether a line between two is theirs by its record, and not only as bodies within a collective."""
    return any({line.subject, line.target} == {*names} for line in lines)

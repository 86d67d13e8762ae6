"""The lines of a model over whole numbers: what the analyses walk along.

Bodies and posts are numbered in the model's order, and each has the list of those it has a line to. A line
of a collective holds for each body within it; a line the paper denies is in no graph, nor is a body that is
only context.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

import msgspec

from trustgraph.errors import UnknownNameError
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.records import Post, Relationship
from trustgraph.vocabulary import Account, Family, Kind, Role, Topic


class Arc(msgspec.Struct, frozen=True, gc=False):
    """A line between two bodies or posts, by id: as its record says, or as it is carried over to others.

    `lifted` marks a line of a post that is carried to a body the post chairs.
    """

    subject: str
    target: str
    line: Relationship
    lifted: bool = False


class Digraph:
    """Bodies and posts by number, and to whom each has a line.

    `ids[i]` is the id of number i; `above[i]` are the numbers it has lines to, each once, in the model's order.
    """

    def __init__(self, ids: Iterable[str], arcs: Iterable[Arc]) -> None:
        self.ids = tuple(ids)
        self.number: Mapping[str, int] = dict(zip(self.ids, range(len(self.ids)), strict=True))
        number = self.number
        with collection_paused():
            above: list[list[int]] = [[] for _ in self.ids]
            for arc in arcs:
                above[number[arc.subject]].append(number[arc.target])
            self.above = [targets if len(targets) < 2 else [*dict.fromkeys(targets)] for targets in above]

    @cached_property
    def below(self) -> list[list[int]]:
        """The numbers of those that have a line to each, in the model's order."""
        with collection_paused():
            below: list[list[int]] = [[] for _ in self.ids]
            for number, targets in enumerate(self.above):
                for target in targets:
                    below[target].append(number)
        return below


def account_arcs(
    model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False
) -> tuple[Arc, ...]:
    """Return the lines of account, subject to target, in the model's order: being accountable, and reporting.

    `strict` leaves out reporting; a `topic` leaves out lines of other topics, not those of none; `lift` carries the
    lines of posts over to the bodies they chair. Powers, and what awaits a law, complete no line of account. Raises
    UnknownNameError for a topic that is none.
    """
    kinds = account_kinds(strict=strict)
    chosen = [line for line in model.relationships if line.kind in kinds and line.force.completes]
    if topic is not None:
        about = (None, known_topic(topic))
        chosen = [line for line in chosen if line.topic in about]
    return _carried(model, chosen, lift=lift)


def known_topic(topic: str) -> Topic:
    """Return the topic of this name; raises UnknownNameError where there is none."""
    if topic not in Topic.__members__.values():
        raise UnknownNameError("topic", topic, map(str, Topic))
    return Topic(topic)


def account_kinds(*, strict: bool) -> frozenset[Kind]:
    """Return the kinds of line that count as account, where it is `strict` without reporting."""
    accounts = {Account.STRICT} if strict else {Account.STRICT, Account.BROAD}
    return frozenset(kind for kind in Kind if kind.account in accounts)


def family_arcs(model: Model, families: Collection[Family], *, lift: bool = False) -> tuple[Arc, ...]:
    """Return the lines of these families, subject to target, in the model's order."""
    return _carried(model, [line for line in model.relationships if line.kind.family in families], lift=lift)


def digraph(model: Model, arcs: Iterable[Arc]) -> Digraph:
    """Return the graph of these lines over the bodies and posts of a model, without those that are only context."""
    context = model.context
    return Digraph((name for name in model.by_id if name not in context) if context else model.by_id, arcs)


def _carried(model: Model, chosen: Iterable[Relationship], *, lift: bool) -> tuple[Arc, ...]:
    """Return the chosen lines, those of collectives and, where asked, of posts carried over."""
    inner, chaired, context = inner_bodies(model), _chaired(model) if lift else {}, model.context
    with collection_paused():
        lines = [line for line in chosen if not line.denied]
        if context:
            lines = [line for line in lines if line.subject not in context and line.target not in context]
        arcs = (Arc(line.subject, line.target, line) for line in lines)
        if inner or chaired:
            return tuple(each for arc in arcs for each in (arc, *_copies(arc.line, inner, chaired)))
        return tuple(arcs)


def _copies(line: Relationship, inner: Mapping[str, list[str]], chaired: Mapping[str, list[str]]) -> Iterator[Arc]:
    """Yield the line for each body within its ends, and for each body that a post at its ends chairs.

    A line between a collective and one of its own is theirs alone.
    """
    own = line.target in inner.get(line.subject, ()) or line.subject in inner.get(line.target, ())
    for carried, lifted in ((inner, False), (chaired, True)):
        if own and not lifted:
            continue
        for subject in (line.subject, *carried.get(line.subject, ())):
            for target in (line.target, *carried.get(line.target, ())):
                if subject != target and (subject, target) != (line.subject, line.target):
                    yield Arc(subject, target, line, lifted)


def inner_bodies(model: Model) -> Mapping[str, list[str]]:
    """Return the bodies within each collective, however deep, in the model's order."""
    return model.inner


def _chaired(model: Model) -> dict[str, list[str]]:
    """Return the bodies that each post chairs: those whose chair can be nobody else."""
    chaired: dict[str, list[str]] = {}
    for seat in model.memberships:
        holder = seat.member and model[seat.member]
        if seat.role is Role.CHAIR and not seat.denied and isinstance(holder, Post) and seat.body not in model.context:
            chaired.setdefault(holder.id, []).append(seat.body)
    return chaired

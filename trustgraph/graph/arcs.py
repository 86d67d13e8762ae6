"""The lines of a model over whole numbers: those that count, and what they are carried over to.

A line of a collective holds for each body within it; a line the paper denies is not among them, nor is one of a body
that is only context.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat

import msgspec

from trustgraph.errors import UnknownNameError
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.records import Post, Relationship
from trustgraph.vocabulary import Account, Family, Force, Kind, Role, Topic


class Arc(msgspec.Struct, frozen=True, gc=False):
    """A line between two bodies or posts, by number: as its record says, or as it is carried over to others.

    `lifted` marks a line of a post that is carried to a body the post chairs.
    """

    subject: int
    target: int
    line: Relationship
    lifted: bool = False


class Arcs:
    """Lines by number, in the model's order, column by column since they are many; `lifted` is empty where none is."""

    def __init__(
        self,
        subjects: Sequence[int],
        targets: Sequence[int],
        lines: Sequence[Relationship],
        lifted: Sequence[bool] = (),
    ) -> None:
        self.subjects, self.targets, self.lines, self.lifted = subjects, targets, lines, lifted

    def __iter__(self) -> Iterator[Arc]:
        """Yield them one by one."""
        return map(Arc, self.subjects, self.targets, self.lines, self.lifted or repeat(False))

    def only(self, chosen: Sequence[bool]) -> Arcs:
        """Return those that are chosen."""
        subjects, targets = [*compress(self.subjects, chosen)], [*compress(self.targets, chosen)]
        return Arcs(subjects, targets, [*compress(self.lines, chosen)], [*compress(self.lifted, chosen)])


def account_arcs(model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False) -> Arcs:
    """Return the lines of account, subject to target, in the model's order: being accountable, and reporting.

    `strict` leaves out reporting; a `topic` leaves out lines of other topics, not those of none; `lift` carries the
    lines of posts over to the bodies they chair. Powers, and what awaits a law, complete no line of account. Raises
    UnknownNameError for a topic that is none.
    """
    kinds, completing = account_kinds(strict=strict), frozenset(force for force in Force if force.completes)
    chosen = [line.kind in kinds and line.force in completing and not line.denied for line in model.relationships]
    if topic is not None:
        about = (None, known_topic(topic))
        chosen = [each and line.topic in about for each, line in zip(chosen, model.relationships, strict=True)]
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


def family_arcs(model: Model, families: Collection[Family], *, lift: bool = False) -> Arcs:
    """Return the lines of these families, subject to target, in the model's order."""
    kinds = frozenset(kind for kind in Kind if kind.family in families)
    return _carried(model, [line.kind in kinds and not line.denied for line in model.relationships], lift=lift)


def _carried(model: Model, chosen: Sequence[bool], *, lift: bool) -> Arcs:
    """Return the chosen lines, those of collectives and, where asked, of posts carried over."""
    with collection_paused():
        arcs = Arcs(*model.ends, model.relationships).only(chosen)
        if model.context:
            context = {model.number[name] for name in model.context}
            arcs = arcs.only([arc.subject not in context and arc.target not in context for arc in arcs])
        inner, chaired = _numbered(model, model.inner), _numbered(model, _chaired(model)) if lift else {}
        if not inner and not chaired:
            return arcs
        all_ = [each for arc in arcs for each in (arc, *_copies(arc, inner, chaired))]
        columns = [[getattr(arc, field) for arc in all_] for field in Arc.__struct_fields__]
    return Arcs(*columns)


def _numbered(model: Model, names: Mapping[str, Iterable[str]]) -> dict[int, list[int]]:
    number = model.number
    return {number[name]: [number[other] for other in others] for name, others in names.items()}


def _copies(arc: Arc, inner: Mapping[int, list[int]], chaired: Mapping[int, list[int]]) -> Iterator[Arc]:
    """Yield the line for each body within its ends, and for each body that a post at its ends chairs.

    A line between a collective and one of its own is theirs alone.
    """
    own = arc.target in inner.get(arc.subject, ()) or arc.subject in inner.get(arc.target, ())
    for carried, lifted in ((inner, False), (chaired, True)):
        if own and not lifted:
            continue
        for subject in (arc.subject, *carried.get(arc.subject, ())):
            for target in (arc.target, *carried.get(arc.target, ())):
                if subject != target and (subject, target) != (arc.subject, arc.target):
                    yield Arc(subject, target, arc.line, lifted)


def _chaired(model: Model) -> dict[str, list[str]]:
    """Return the bodies that each post chairs: those whose chair can be nobody else."""
    chaired: dict[str, list[str]] = {}
    for seat in model.memberships:
        holder = seat.member and model[seat.member]
        if seat.role is Role.CHAIR and not seat.denied and isinstance(holder, Post) and seat.body not in model.context:
            chaired.setdefault(holder.id, []).append(seat.body)
    return chaired

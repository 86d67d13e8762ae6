"""What the questions about account share: the graph of one model's lines of account, its apexes and its lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from trustgraph.frequency import Range
from trustgraph.graph.adjacency import Arc, Digraph, account_arcs, digraph, inner_bodies
from trustgraph.graph.components import components
from trustgraph.graph.reach import depths, reached, rounds
from trustgraph.model import Model
from trustgraph.records import Body, Relationship
from trustgraph.vocabulary import Topic


def account_graph(
    model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False
) -> AccountGraph:
    """Return the graph of a model's lines of account, made once and kept with the model."""
    asked = (AccountGraph, topic, strict, lift)
    if asked not in model.kept:
        model.kept[asked] = AccountGraph(model, account_arcs(model, topic=topic, strict=strict, lift=lift))
    graph: AccountGraph = model.kept[asked]
    return graph


class AccountGraph:
    """The lines of account of a model as a graph, by number, and what is known of its ends."""

    def __init__(self, model: Model, arcs: tuple[Arc, ...]) -> None:
        self.model = model
        self.arcs = arcs

    @cached_property
    def graph(self) -> Digraph:
        """The lines by number, from subject to target."""
        return digraph(self.model, self.arcs)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of bodies and posts by number."""
        return self.graph.ids

    @cached_property
    def apexes(self) -> list[int]:
        """The numbers of the declared apexes; where none is declared, of the outside bodies somebody answers to."""
        number = self.graph.number
        declared = [number[name] for name in self.model.apexes if name in number]
        outside = (body.id for body in self.model.bodies if not body.inside and body.id in number)
        return declared or [number[name] for name in outside if self.graph.below[number[name]]]

    @cached_property
    def answering(self) -> bytearray:
        """1 for each number that is an apex or has a line of account to one, else 0."""
        return reached(self.apexes, self.graph.below)

    @cached_property
    def circles(self) -> list[list[int]]:
        """The strongly connected parts of two or more."""
        return components(self.graph.above)

    @cached_property
    def rounds(self) -> list[Sequence[int]]:
        """The same, and those with a line to themselves only."""
        return rounds(self.graph.above, self.circles)

    @cached_property
    def sizes(self) -> list[Range]:
        """How many bodies each stands for: none a post, nor a collective whose bodies are recorded."""
        by_id, unfolded, none = self.model.by_id, self.unfolded, Range(0, 0)
        records = ((name, by_id[name]) for name in self.ids)
        return [record.count if isinstance(record, Body) and name not in unfolded else none for name, record in records]

    @cached_property
    def depths(self) -> list[int]:
        """For each the greatest of the shortest distances from the bodies that answer to it, in lines."""
        return depths(self.graph.above, [size.least or size.most != 0 for size in self.sizes], circles=self.rounds)

    @cached_property
    def inside(self) -> list[int]:
        """The numbers of the bodies of the arrangement, in the model's order; of a collective, those within it."""
        number, unfolded = self.graph.number, self.unfolded
        inside = (body.id for body in self.model.bodies if body.inside and body.id not in unfolded)
        return [number[name] for name in inside if name in number]

    @cached_property
    def unfolded(self) -> frozenset[str]:
        """Collectives whose bodies are recorded one by one, and which count for nothing themselves."""
        return frozenset(inner_bodies(self.model))

    @cached_property
    def key(self) -> dict[int, str]:
        """The key of each line of the model, by the line's identity."""
        return dict(zip(map(id, self.model.lines.values()), self.model.lines, strict=True))

    @cached_property
    def arcs_of(self) -> dict[str, list[Arc]]:
        """The lines of each that has any, in the model's order."""
        arcs_of: dict[str, list[Arc]] = defaultdict(list)
        for arc in self.arcs:
            arcs_of[arc.subject].append(arc)
        return arcs_of

    def lines(self, one: int, other: int) -> list[Relationship]:
        """Return the lines from one to another, each once, in the model's order."""
        found = (arc.line for arc in self.arcs_of[self.ids[one]] if arc.target == self.ids[other])
        return [*{id(line): line for line in found}.values()]

    def keys(self, one: int, other: int) -> tuple[str, ...]:
        """Return the keys of the lines from one to another, in the model's order."""
        return tuple(self.key[id(line)] for line in self.lines(one, other))

    def names(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of these numbers."""
        return tuple(self.ids[number] for number in numbers)


# what could hold a line of account: not a register of risks, nor the ticks of a form in an appendix
_HOLDS_LINES = re.compile(
    r"chart|diagram|structure|terms of reference|constitution|report|^(?:all|an?|any|the)? ?appendi", re.IGNORECASE
)


def lacking(model: Model) -> tuple[str, ...]:
    """Return what the copies read of a model's documents lack, as far as it could hold a line of account."""
    missing = (text for document in model.documents for text in document.missing)
    return tuple(text for text in missing if _HOLDS_LINES.search(text))

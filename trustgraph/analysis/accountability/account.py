"""What the questions about account share: the graph of one model's lines of account, its apexes and its lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import compress
from operator import not_

from trustgraph.analysis.accountability.steps import Steps
from trustgraph.frequency import Range
from trustgraph.graph.adjacency import Digraph
from trustgraph.graph.arcs import Arcs, account_arcs, account_kinds
from trustgraph.graph.components import Order, ordered
from trustgraph.graph.reach import passed_from, reached
from trustgraph.graph.spans import spans
from trustgraph.model import Model
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

    def __init__(self, model: Model, arcs: Arcs) -> None:
        self.model = model
        self.arcs = arcs

    @cached_property
    def graph(self) -> Digraph:
        """The lines by number, from subject to target."""
        return Digraph(self.model, self.arcs)

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
    def report_only(self) -> list[int]:
        """The bodies of the arrangement from which an apex is reached only where reports count."""
        strict, answering = account_kinds(strict=True), self.answering
        judging = [line.kind in strict for line in self.arcs.lines]
        reporting = set(compress(self.arcs.subjects, map(not_, judging)))
        # all others answer without a report on the way
        doubtful = reached(reporting, self.graph.below)
        below: dict[int, list[int]] = defaultdict(list)
        for subject, target, judges in zip(self.arcs.subjects, self.arcs.targets, judging, strict=True):
            if judges and doubtful[subject]:
                below[target].append(subject)
        sure = [target for target in below if answering[target] and not doubtful[target]]
        judged = passed_from([*self.apexes, *sure], below)
        return [number for number in self.inside if doubtful[number] and answering[number] and number not in judged]

    @cached_property
    def order(self) -> Order:
        """The bodies and posts by number, each before all that it answers to, and the circles."""
        return ordered(self.graph.above)

    @cached_property
    def bodies(self) -> list[int]:
        """The numbers of the bodies that are not only context, in order."""
        context = self.model.context
        return [number for number, body in enumerate(self.model.bodies) if body.id not in context]

    @cached_property
    def sizes(self) -> list[Range]:
        """How many bodies each stands for: none a post, what is context, nor a collective whose bodies are recorded."""
        none, left_out = Range(0, 0), self.unfolded | self.model.context
        counts = [none if body.id in left_out else body.count for body in self.model.bodies]
        return counts + [none] * len(self.model.posts)

    @cached_property
    def spans(self) -> tuple[list[int], list[int]]:
        """How many bodies, at least, answer to each, and the greatest of their shortest distances, in lines."""
        least, present = [size.least for size in self.sizes], [size.most != 0 for size in self.sizes]
        return spans(self.graph.above, least, present, self.order)

    @cached_property
    def inside(self) -> list[int]:
        """The numbers of the bodies of the arrangement, in the model's order; of a collective, those within it."""
        left_out = self.unfolded | self.model.context
        bodies = enumerate(self.model.bodies)
        return [number for number, body in bodies if body.inside and body.id not in left_out]

    @cached_property
    def unfolded(self) -> frozenset[str]:
        """Collectives whose bodies are recorded one by one, and which count for nothing themselves."""
        return frozenset(self.model.inner)

    @cached_property
    def steps(self) -> Steps:
        """The lines by step."""
        return Steps(self.model, self.arcs)

    def steps_from(self, numbers: Iterable[int]) -> Steps:
        """Return the lines of some by step, which takes less time than those of all."""
        subjects = set(numbers)
        if not subjects:
            return Steps(self.model, Arcs((), (), ()))
        return Steps(self.model, self.arcs.only([subject in subjects for subject in self.arcs.subjects]))

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

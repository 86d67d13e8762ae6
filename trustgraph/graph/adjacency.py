"""Who has a line to whom, over whole numbers: what the analyses walk along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from trustgraph.graph.arcs import Arcs
from trustgraph.memory import collection_paused
from trustgraph.model import Model


class Digraph:
    """Bodies and posts by number, in the model's order, and to whom each has a line.

    `ids[i]` is the id of number i, and `number` the number of each id, without bodies that are only context; `above[i]`
    are the numbers it has lines to, each once, in the model's order.
    """

    def __init__(self, model: Model, arcs: Arcs) -> None:
        context = model.context
        self.ids = tuple(model.number)
        self.number = (
            {name: model.number[name] for name in self.ids if name not in context} if context else model.number
        )
        # most have one superior, or none, which takes less room in a tuple than in a list
        self.above: list[tuple[int, ...]] = [()] * len(self.ids)
        several: dict[int, list[int]] = defaultdict(list)
        with collection_paused():
            for subject, target in zip(arcs.subjects, zip(arcs.targets, strict=True), strict=True):
                if self.above[subject]:
                    several[subject] += target
                else:
                    self.above[subject] = target
            for subject, others in several.items():
                self.above[subject] = tuple(dict.fromkeys((*self.above[subject], *others)))

    @cached_property
    def below(self) -> list[Sequence[int]]:
        """The numbers of those that have a line to each, in the model's order."""
        with collection_paused():
            below: list[Any] = [()] * len(self.ids)
            for number, targets in enumerate(self.above):
                for target in targets:
                    if below[target]:
                        below[target].append(number)
                    else:
                        below[target] = [number]
        return below

"""The lines of a graph by step: which lead from one to the next, and what they are called."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from trustgraph.graph.arcs import Arc, Arcs
from trustgraph.keys import keys_from
from trustgraph.model import Model
from trustgraph.records import Relationship


class Steps:
    """The lines of a model that are among these arcs, by number."""

    def __init__(self, model: Model, arcs: Arcs) -> None:
        self.model, self.arcs = model, arcs

    @cached_property
    def key(self) -> dict[int, str]:
        """The key of each line, by the line's identity."""
        return keys_from(self.model.relationships, {line.subject for line in self.arcs.lines})

    @cached_property
    def arcs_of(self) -> dict[int, list[Arc]]:
        """The arcs of each that has any, in the model's order."""
        arcs_of: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.arcs:
            arcs_of[arc.subject].append(arc)
        return arcs_of

    def lines(self, one: int, other: int) -> list[Relationship]:
        """Return the lines from one to another, each once, in the model's order."""
        found = (arc.line for arc in self.arcs_of[one] if arc.target == other)
        return [*{id(line): line for line in found}.values()]

    def keys(self, one: int, other: int) -> tuple[str, ...]:
        """Return the keys of the lines from one to another, in the model's order."""
        return tuple(self.key[id(line)] for line in self.lines(one, other))

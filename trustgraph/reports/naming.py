"""What reports call bodies, posts, ranges and clauses."""

from __future__ import annotations

from collections.abc import Iterable

from trustgraph import wording
from trustgraph.frequency import Range
from trustgraph.graph.adjacency import inner_bodies
from trustgraph.model import Model
from trustgraph.records import Stated


def named(model: Model, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the names of bodies and posts; all those within a collective go by its name."""
    ids, inner = tuple(ids), inner_bodies(model)
    whole = {outer: set(bodies) for outer, bodies in inner.items() if len(bodies) > 1 and set(bodies) <= set(ids)}
    names: dict[str, None] = {}
    for which in (which for which in ids if which not in whole):
        outer = next((outer for outer, bodies in whole.items() if which in bodies), None)
        number = len(whole[outer]) if outer else 0
        names[f"each of the {number} {wording.name(model, outer)}" if outer else wording.name(model, which)] = None
    return tuple(names)


def clauses_of(model: Model, keys: Iterable[str]) -> str:
    """Return the clauses of records, by key, in brackets; nothing where none has one."""
    records: list[Stated] = []
    for key in keys:
        record = model.lines.get(key) or model.seats.get(key)
        records += [record] if record is not None else [model.functions[key][1]]
    cited = (clause for record in records for clause in wording.clause(model, record).split("; "))
    inside = "; ".join(dict.fromkeys(clause for clause in cited if clause))
    return f" ({inside})" if inside else ""


def span_of(least: int | None, most: int | None) -> str:
    """Return a range in words; "not stated" where even the least is not known."""
    return "not stated" if least is None else str(Range(least, most))

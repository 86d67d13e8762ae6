"""The bridge to networkx, for whoever wants to ask it something of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from trustgraph.model import Model

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(model: Model) -> nx.MultiDiGraph[str]:
    """Return a new MultiDiGraph, subject to target: bodies and posts are nodes, lines are edges.

    Nodes and edges carry the fields of their records, `record` saying which sort it is ("body", "post");
    an edge's key is its line's. Lines that the paper denies are left out.
    """
    # a third of a second to import, and most commands have no use for it
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(id=model.id, title=model.title or model.id)
    for record in model.by_id.values():
        graph.add_node(record.id, record=type(record).__name__.lower(), **msgspec.structs.asdict(record))
    for key, line in model.lines.items():
        if not line.denied:
            graph.add_edge(line.subject, line.target, key=key, **msgspec.structs.asdict(line))
    return graph

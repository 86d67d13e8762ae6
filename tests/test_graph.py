"""The bridge to networkx."""

from __future__ import annotations

import networkx as nx

from tests.small import line, model
from trustgraph.graph.networks import to_networkx
from trustgraph.vocabulary import Kind

WHOLE = model("a reports_to b", "a advises b", records=(line("b reports_to a", denied=True),))


def test_nodes_and_edges_carry_their_records() -> None:
    """A node has its record's fields, and an edge, under its line's key, its line's."""
    graph = to_networkx(WHOLE)
    assert graph.nodes["a"]["name"] == "A"
    assert graph.edges["a", "b", "a advises b"]["kind"] is Kind.ADVISES


def test_parallel_lines_are_kept_and_denied_ones_left_out() -> None:
    """Two lines between the same bodies are two edges; a denied one is none."""
    assert sorted(to_networkx(WHOLE).edges(keys=True)) == [("a", "b", "a advises b"), ("a", "b", "a reports_to b")]


def test_networkx_can_be_asked() -> None:
    """What comes out is an ordinary graph."""
    assert nx.descendants(to_networkx(WHOLE), "a") == {"b"}

"""Reads DOT from standard input and prints its nodes and edges as JSON: a process of its own, that can be ended.

pydot hands labels back with their quotes and prints what it cannot read.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from typing import Any


def main() -> int:
    """Print the graph as JSON, or what is wrong with it, and leave with 1."""
    import pydot

    sys.setrecursionlimit(5000)
    text = sys.stdin.buffer.read().decode("utf-8-sig")
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            graphs = pydot.graph_from_dot_data(text)
    except RecursionError:
        graphs = None
        printed.write("it is nested too deep")
    if not graphs:
        sys.stderr.write(printed.getvalue())
        return 1
    graph = graphs[0]
    nodes: dict[str, dict[str, Any]] = {}
    edges = [*_gathered(graph, nodes)]
    told = {
        "title": _text(graph.get_attributes().get("label") or ""),
        "nodes": nodes,
        "edges": edges,
        "graphs": len(graphs),
    }
    sys.stdout.write(json.dumps(told))
    return 0


def _gathered(graph: Any, nodes: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the edges of a graph and its subgraphs, collecting their nodes."""
    for node in graph.get_nodes():
        name = _text(node.get_name())
        if name not in {"node", "edge", "graph", "\\n"}:
            nodes.setdefault(name, {}).update({key: _text(value) for key, value in node.get_attributes().items()})
    for edge in graph.get_edges():
        ends = (edge.get_source(), edge.get_destination())
        if all(isinstance(end, str) for end in ends):
            start, end = (_text(each.partition(":")[0]) if each[:1] != '"' else _text(each) for each in ends)
            nodes.setdefault(start, {})
            nodes.setdefault(end, {})
            yield start, end, {key: _text(value) for key, value in edge.get_attributes().items()}
    for inner in graph.get_subgraphs():
        yield from _gathered(inner, nodes)


def _text(value: Any) -> str:
    text = str(value)
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('\\"', '"')
    return text.replace("\\n", "\n").replace("\\\\", "\\")


if __name__ == "__main__":
    sys.exit(main())

"""The same questions answered with networkx, rustworkx and igraph, as somebody who knows them would.

`python -m tests.benchmarks.peers NAME FILE` prints the span of every body of a JSON file.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.answering import answers

if TYPE_CHECKING:
    from trustgraph.model import Model
    from trustgraph.vocabulary import Kind

NAMES = ("networkx", "rustworkx", "igraph")
_ACCOUNT = {"accountable_to", "reports_to"}

Edges = list[tuple[int, int]]
Overlap = tuple[str, str, set[tuple[str, str]], float]


def networkx(bodies: int, edges: Edges) -> Any:
    """Return the graph of these lines."""
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(range(bodies))
    graph.add_edges_from(edges)
    return graph


def rustworkx(bodies: int, edges: Edges) -> Any:
    """Return the graph of these lines."""
    import rustworkx as rx

    graph = rx.PyDiGraph(multigraph=False)
    graph.add_nodes_from(range(bodies))
    graph.add_edges_from_no_data(edges)
    return graph


def igraph(bodies: int, edges: Edges) -> Any:
    """Return the graph of these lines."""
    import igraph as ig

    return ig.Graph(n=bodies, edges=edges, directed=True)


def _numbered(data: dict[str, Any]) -> tuple[int, Edges]:
    """Return the number of bodies of a file's data, and the lines of account by number."""
    number = {body["id"]: place for place, body in enumerate(data["bodies"])}
    lines = (line for line in data["relationships"] if line["kind"] in _ACCOUNT)
    return len(number), [(number[line["subject"]], number[line["target"]]) for line in lines]


def _networkx_span(graph: Any) -> list[int]:
    import networkx as nx

    return [len(nx.ancestors(graph, number)) for number in graph]


def _rustworkx_span(graph: Any) -> list[int]:
    import rustworkx as rx

    return [len(rx.ancestors(graph, number)) for number in graph.node_indices()]


def _igraph_span(graph: Any) -> list[int]:
    return [size - 1 for size in graph.neighborhood_size(order=graph.vcount(), mode="in")]


def _networkx_components(graph: Any) -> list[set[int]]:
    import networkx as nx

    return [part for part in nx.strongly_connected_components(graph) if len(part) > 1]


def _rustworkx_components(graph: Any) -> list[list[int]]:
    import rustworkx as rx

    return [part for part in rx.strongly_connected_components(graph) if len(part) > 1]


def _igraph_components(graph: Any) -> list[list[int]]:
    return [part for part in graph.connected_components("strong") if len(part) > 1]


def _networkx_orphans(graph: Any) -> int:
    import networkx as nx

    return len(graph) - len(nx.ancestors(graph, 0)) - 1


def _rustworkx_orphans(graph: Any) -> int:
    import rustworkx as rx

    return len(graph) - len(rx.ancestors(graph, 0)) - 1


def _igraph_orphans(graph: Any) -> int:
    return graph.vcount() - len(graph.subcomponent(0, mode="in"))


def _networkx_dominators(graph: Any) -> dict[int, int]:
    import networkx as nx

    return nx.immediate_dominators(graph.reverse(), 0)


def _rustworkx_dominators(graph: Any) -> dict[int, int]:
    import rustworkx as rx

    graph.reverse()
    return rx.immediate_dominators(graph, 0)


def _igraph_dominators(graph: Any) -> list[int]:
    return graph.dominator(0, mode="in")


_MAKE = {"networkx": networkx, "rustworkx": rustworkx, "igraph": igraph}
SPANS = {"networkx": _networkx_span, "rustworkx": _rustworkx_span, "igraph": _igraph_span}
_ASKED: dict[str, dict[str, Callable[[Any], Any]]] = {
    "span": SPANS,
    "components": {
        "networkx": _networkx_components,
        "rustworkx": _rustworkx_components,
        "igraph": _igraph_components,
    },
    "orphans": {"networkx": _networkx_orphans, "rustworkx": _rustworkx_orphans, "igraph": _igraph_orphans},
    "dominators": {
        "networkx": _networkx_dominators,
        "rustworkx": _rustworkx_dominators,
        "igraph": _igraph_dominators,
    },
}


def over(asked: str, model: Model, kinds: Collection[Kind]) -> dict[str, Callable[[], Any]]:
    """Return for each peer how it answers a question about these lines of a loaded model, its graph made anew."""

    def answer(name: str) -> Any:
        number = {body.id: place for place, body in enumerate(model.bodies)}
        lines = (line for line in model.relationships if line.kind in kinds)
        edges = [(number[line.subject], number[line.target]) for line in lines]
        return _ASKED[asked][name](_MAKE[name](len(number), edges))

    return {name: lambda name=name: answer(name) for name in NAMES}


def _all(name: str, data: dict[str, Any]) -> tuple[Any, ...]:
    """Return circles, orphans, the span of every body with its depth where there is a function for it, and kinds."""
    graph = _MAKE[name](*_numbered(data))
    parts, alone = _ASKED["components"][name](graph), _ASKED["orphans"][name](graph)
    depth = graph.eccentricity(mode="in") if name == "igraph" else []
    kinds = Counter(line["kind"] for line in data["relationships"])
    several = sum(count > 1 for count in Counter(line["subject"] for line in data["relationships"]).values())
    return parts, alone, SPANS[name](graph), depth, kinds, several


ALL = [("networkx", answers)] + [(name, lambda data, name=name: _all(name, data)) for name in NAMES[1:]]


def projection(model: Model) -> list[Overlap]:
    """Return each two bodies with organisations, then posts, in common; those, and Jaccard's measure, most first."""
    import networkx as nx
    from networkx.algorithms import bipartite

    rows: list[Overlap] = []
    for sits in (lambda post: ("organisation", post.organisation), lambda post: ("post", post.id)):
        graph = nx.Graph()
        posts = {post.id: post for post in model.posts}
        graph.add_edges_from((seat.body, sits(posts[seat.member])) for seat in model.memberships)
        bodies = {seat.body for seat in model.memberships}
        weighted = bipartite.overlap_weighted_projected_graph(graph, bodies).edges(data="weight")
        found = [(one, other, {*graph[one]} & {*graph[other]}, weight) for one, other, weight in weighted]
        rows += sorted(found, key=lambda row: -row[3])
    return rows


def main(name: str, file: str) -> None:
    """Print the span of every body of a file."""
    data = json.loads(Path(file).read_bytes())
    span = SPANS[name](_MAKE[name](*_numbered(data)))
    for body, number in zip(data["bodies"], span, strict=True):
        print(f"{body['name']:<50} {number:>8}")


if __name__ == "__main__":
    main(*sys.argv[1:])

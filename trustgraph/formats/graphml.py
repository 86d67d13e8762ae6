"""GraphML both ways, through networkx: bodies and posts with their fields are nodes, lines are edges.

Seats, claims and views have no place in it; a line that the paper denies is left out.
"""

from __future__ import annotations

import json
import warnings
from pathlib import PurePath
from typing import Any

import msgspec

from trustgraph.errors import FormatError, Place, Problem, TrustgraphWarning
from trustgraph.formats.limits import Limits
from trustgraph.formats.nodes import Edge, Node, model_of_nodes
from trustgraph.model import Model

# the fields of the model itself that are attributes of the graph
_OWN = {"title", "place", "version", "as_at", "since", "until", "note", "documents", "apexes"}


def read_graphml(data: bytes, name: str, limits: Limits) -> Model:  # noqa: ARG001  the bytes are counted before
    """Return the model of a GraphML file; raises FormatError where it is none, or declares entities."""
    _check(data, name)
    import networkx as nx

    try:
        graph = nx.parse_graphml(data.decode("utf-8-sig"), node_type=str, force_multigraph=True)
    except (nx.NetworkXError, KeyError, ValueError, TypeError, AttributeError) as error:
        told = f"this cannot be read as GraphML: {error}."
        raise FormatError([Problem(told, "Write it again with the program it is from.", Place(name))]) from error
    nodes = [Node(node, _attributes(fields)) for node, fields in graph.nodes(data=True)]
    edges = [Edge(start, end, _attributes(fields)) for start, end, fields in graph.edges(data=True)]
    own = {key: value for key, value in graph.graph.items() if key in _OWN}
    own |= {"id": graph.graph["model"]} if "model" in graph.graph else {}
    return model_of_nodes(str(own.get("title") or PurePath(name).stem), nodes, edges, name, own)


def write_graphml(model: Model) -> bytes:
    """Return the model as GraphML: each field an attribute, as JSON text where it holds several values."""
    import networkx as nx

    left_out = [(model.memberships, "seats"), (model.claims, "claims"), (model.views, "views")]
    if told := ", ".join(f"{len(records)} {what}" for records, what in left_out if records):
        warnings.warn(f"GraphML holds bodies, posts and lines: left out are {told}.", TrustgraphWarning, 2)
    # networkx keeps a graph's own id to itself
    graph = nx.MultiDiGraph(model=model.id, **{name: value for name, value in _plain(model).items() if name in _OWN})
    for record in model.by_id.values():
        graph.add_node(record.id, record=type(record).__name__.lower(), label=record.name, **_plain(record))
    for key, line in model.lines.items():
        if not line.denied:
            graph.add_edge(line.subject, line.target, key=key, label=line.kind.phrase, **_plain(line))
    return ("\n".join(nx.generate_graphml(graph, named_key_ids=True)) + "\n").encode()


def _plain(record: Any) -> dict[str, Any]:
    fields = msgspec.to_builtins(record)
    nested = (list, tuple, dict)
    ends = ("subject", "target")
    return {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, nested) else value
        for name, value in fields.items()
        if name not in ends and value is not None
    }


def _attributes(fields: dict[str, Any]) -> dict[str, Any]:
    # networkx adds an edge's id to its attributes, which is none of ours
    return {name: value for name, value in fields.items() if value != ""}


def _check(data: bytes, name: str) -> None:
    """Raise FormatError where this is no XML, or declares what could make it grow without end."""
    from xml.parsers import expat

    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        place = Place(name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        told = "the file declares a document type or entities, which are not read."
        raise FormatError([Problem(told, "Take the declaration out.", place)])

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        place = Place(name, error.lineno, error.offset + 1)
        told = f"this is not XML: {expat.ErrorString(error.code)}."
        raise FormatError([Problem(told, "Write it again with the program it is from.", place)]) from error

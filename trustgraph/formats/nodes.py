"""Nodes and edges of other programs' graphs made into bodies and lines, as far as they say what these are."""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from trustgraph.errors import FormatError, Place, Problem, TrustgraphWarning
from trustgraph.model import Model
from trustgraph.records import Body, Post, Record, Records, Relationship
from trustgraph.vocabulary import Basis, Kind

_PHRASES = {text.casefold(): kind for kind in Kind for text in (kind.value, kind.phrase, kind.verb, kind.bare)}


class Node(NamedTuple):
    """A node: its name in the file and its attributes."""

    name: str
    attributes: Mapping[str, Any]


class Edge(NamedTuple):
    """An edge from one node to another, with its attributes."""

    start: str
    end: str
    attributes: Mapping[str, Any]


def model_of_nodes(
    title: str, nodes: Iterable[Node], edges: Iterable[Edge], file: str, own: Mapping[str, Any] | None = None
) -> Model:
    """Return the model that nodes and edges make, warning of what they hold that no field does.

    `own` are the fields of the model itself, where the graph has any. A node is a body unless it says it is a post. An
    edge whose kind is not said is taken to be `works_with`, assumed, with its label as the matter. Raises FormatError
    for what no field can hold, ModelError for a contradiction.
    """
    dropped: Counter[str] = Counter()
    problems: list[Problem] = []
    ids: dict[str, str] = {}
    records = []
    for node in nodes:
        ids[node.name] = _id(str(node.attributes.get("id") or node.name), ids.values())
        kind = Post if node.attributes.get("record") == "post" else Body
        called = "title" if kind is Post else "name"
        fields = {called: str(node.attributes.get("label") or node.name), **node.attributes, "id": ids[node.name]}
        records.append(_record(kind, fields, dropped, problems, file))
    lines = [_line(edge, ids, dropped, problems, file) for edge in edges]
    fields = {"id": _id(title, ()), "title": title, **(own or {})}
    frame = _record(Records, fields, dropped, problems, file)
    if problems:
        raise FormatError(problems)
    bodies = tuple(each for each in records if isinstance(each, Body))
    posts = tuple(each for each in records if isinstance(each, Post))
    made = {"bodies": bodies, "posts": posts, "relationships": tuple(filter(None, lines))}
    model = Model(**{name: getattr(frame, name) for name in frame.__struct_fields__} | made)
    if dropped:
        told = ", ".join(f"{name} ({number} times)" for name, number in dropped.most_common(8))
        warnings.warn(f"{file}: no field of a model holds these, and they were dropped: {told}.", TrustgraphWarning, 2)
    return model


def _line(
    edge: Edge, ids: Mapping[str, str], dropped: Counter[str], problems: list[Problem], file: str
) -> Relationship | None:
    told = str(edge.attributes.get("label") or "")
    said = edge.attributes.get("kind") or _PHRASES.get(told.partition(":")[0].strip().casefold())
    ends = {"subject": ids[edge.start], "target": ids[edge.end]}
    if said is None:
        ends |= {"kind": Kind.WORKS_WITH, "basis": Basis.ASSUMED, "note": "The graph does not say what this line is."}
        ends |= {"matter": told} if told else {}
    matter = told.partition(":")[2].strip() if said and ":" in told else None
    fields = {"kind": said, **({"matter": matter} if matter else {}), **edge.attributes, **ends}
    record: Relationship | None = _record(Relationship, fields, dropped, problems, file)
    return record


def _record(
    kind: type[Record], fields: Mapping[str, Any], dropped: Counter[str], problems: list[Problem], file: str
) -> Any:
    """Return the record whose fields these are, counting those it has not; None where a field cannot be what it is."""
    known = {name: _value(value) for name, value in fields.items() if name in kind.__struct_fields__}
    dropped.update(name for name in fields if name not in known and name not in {"label", "record"})
    try:
        return msgspec.convert(known, kind, strict=False)
    except msgspec.ValidationError as error:
        who = known.get("id") or f"{known.get('subject')} to {known.get('target')}"
        problems.append(Problem(f"{who}: {error}.", "Mend the attribute, or leave it out.", Place(file)))
        return None


def _value(value: Any) -> Any:
    """Return an attribute as a record has it: JSON for what holds several values."""
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _id(text: str, taken: Iterable[str]) -> str:
    """Return an id made of a text: small letters, digits and hyphens, numbered where it is taken."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "node"
    taken, number, unique = {*taken}, 1, plain
    while unique in taken:
        number += 1
        unique = f"{plain}-{number}"
    return unique

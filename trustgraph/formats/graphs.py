"""DOT read through pydot, in a process of its own that is ended where it takes too long.

The chart that `draw` prints as .dot is read back into the same bodies and lines; of other people's DOT, the nodes and
edges with their labels.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from trustgraph.errors import FormatError, Place, Problem, TrustgraphWarning
from trustgraph.formats.limits import Limits
from trustgraph.formats.nodes import Edge, Node, model_of_nodes
from trustgraph.model import Model
from trustgraph.vocabulary import Kind, Tier

SECONDS = 30
# what only says how a graph looks
_KEPT = {"label", "id", "class", "comment", "tooltip"}


def read_dot(data: bytes, name: str, limits: Limits) -> Model:  # noqa: ARG001  the bytes are counted before
    """Return the model of a DOT file; raises FormatError where it cannot be read, or takes too long to."""
    told = _parsed(data, name)
    if told["graphs"] > 1:
        warnings.warn(f"{name}: the file holds several graphs; only the first is read.", TrustgraphWarning, 2)
    styles = {key for fields in told["nodes"].values() for key in fields if key not in _KEPT}
    styles |= {key for *_, fields in told["edges"] for key in fields if key not in _KEPT}
    if styles and not _is_ours(told):
        warnings.warn(f"{name}: dropped is how it looks: {', '.join(sorted(styles))}.", TrustgraphWarning, 2)
    nodes = [Node(node, _node(fields)) for node, fields in told["nodes"].items()]
    names = {node.name: str(node.attributes.get("id", node.name)) for node in nodes}
    edges = [edge for start, end, fields in told["edges"] for edge in _edges(start, end, fields, names)]
    return model_of_nodes(told["title"].strip() or PurePath(name).stem, nodes, edges, name)


def _parsed(data: bytes, name: str) -> dict[str, Any]:
    # most commands read no DOT, and should not wait for what starts processes
    import subprocess

    command = [sys.executable, "-m", "trustgraph.formats.dotchild"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        told = f"reading it takes longer than {SECONDS} seconds."
        raise FormatError([Problem(told, "Give a smaller graph.", Place(name))]) from None
    if done.returncode:
        said = [line.strip() for line in done.stderr.decode(errors="replace").splitlines() if line.strip()]
        told = f"this cannot be read as DOT{f': {said[-1]}' if said else ''}."
        raise FormatError([Problem(told.replace("..", "."), "Mend the file, or write it again.", Place(name))])
    parsed: dict[str, Any] = json.loads(done.stdout)
    return parsed


def _is_ours(told: Mapping[str, Any]) -> bool:
    return all(str(fields.get("id", "")).startswith("body-") for fields in told["nodes"].values())


def _node(fields: Mapping[str, str]) -> dict[str, Any]:
    """Return what a node says of its body: its id, its name in the first line of its label, its tier in its class."""
    from html import unescape

    attributes: dict[str, Any] = {}
    if fields.get("id", "").startswith("body-"):
        attributes["id"] = fields["id"].removeprefix("body-")
    if "label" in fields:
        attributes["label"] = unescape(fields["label"]).partition("\n")[0].removesuffix(" *").strip()
    words = fields.get("class", "").split()
    if tiers := [word for word in words if word in {*Tier}]:
        attributes |= {"tier": tiers[0], "inside": tiers[0] != Tier.EXTERNAL}
    attributes |= {"record": "post"} if "post" in words else {}
    return {key: value for key, value in attributes.items() if value != ""}


def _edges(start: str, end: str, fields: Mapping[str, str], names: Mapping[str, str]) -> Iterator[Edge]:
    """Yield an edge for each line that an edge of ours stands for, else the edge with its label."""
    from html import unescape

    lines = [*_lines(unescape(fields.get("comment", "")).split("; "), {names[start], names[end]})]
    by_id = {own: node for node, own in names.items()}
    for subject, kind, target, matter in lines:
        yield Edge(by_id[subject], by_id[target], {"kind": kind, **({"matter": matter} if matter else {})})
    if not lines:
        label = unescape(fields.get("label", "")).replace("\n", " ").strip()
        yield Edge(start, end, {"label": label} if label else {})


def _lines(keys: Iterable[str], ends: set[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield subject, kind, target and matter of the keys that name these two ends."""
    for key in keys:
        words = key.split(" ", 3)
        if len(words) > 2 and words[1] in {*Kind} and {words[0], words[2]} <= ends:
            yield words[0], words[1], words[2], words[3].strip("()") if len(words) > 3 else ""

"""Cycles, orphans, span and profile together with networkx, as full as trustgraph answers them on made-up models."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

_REPORTS, _STATED = "reports_to", "stated"


class Answers(NamedTuple):
    """The answers of four questions, bodies by their number.

    `circles` are the members of each and the length of a shortest way round; `orphans` why, and where each one's line
    ends; `span` the direct, total and depth of every body; `kinds` the lines of each kind; `bodies` how many are of the
    arrangement and how many outside; `unstated` those of it that state no meetings.
    """

    circles: list[tuple[list[int], int]]
    orphans: dict[int, tuple[str, list[int]]]
    report_only: list[int]
    mutual: list[tuple[int, int]]
    span: list[tuple[int, int, int]]
    kinds: Counter[str]
    dual: int
    bodies: tuple[int, int]
    unstated: list[int]
    share_stated: float


def answers(data: dict[str, Any]) -> Answers:
    """Return the answers of networkx about the data of a file whose one apex is its first body."""
    import networkx as nx

    number = {body["id"]: place for place, body in enumerate(data["bodies"])}
    graph, judged, challenges = nx.DiGraph(), nx.DiGraph(), set()
    for made in (graph, judged):
        made.add_nodes_from(range(len(number)))
    for line in data["relationships"]:
        ends = number[line["subject"]], number[line["target"]]
        if line["kind"] in ("accountable_to", _REPORTS):
            graph.add_edge(*ends)
        if line["kind"] == "accountable_to":
            judged.add_edge(*ends)
        if line["kind"] == "challenges":
            challenges.add(ends)
    below = graph.reverse()
    found = [nx.single_source_shortest_path_length(below, body) for body in below]
    parts = [sorted(part) for part in nx.strongly_connected_components(graph) if len(part) > 1]
    answering, strictly = (nx.ancestors(each, 0) | {0} for each in (graph, judged))
    mutual = [(one, other) for one, other in challenges if one < other and (other, one) in challenges]
    return Answers(
        sorted((part, _shortest(graph, part)) for part in parts),
        _orphans(graph, answering, {body for part in parts for body in part}),
        [body for body in graph if body in answering and body not in strictly],
        [ends for ends in mutual if not nx.has_path(graph, *ends) and not nx.has_path(graph, *ends[::-1])],
        [(graph.in_degree(body), len(each) - 1, max(each.values())) for body, each in enumerate(found)],
        Counter(line["kind"] for line in data["relationships"]),
        sum(degree > 1 for _, degree in graph.out_degree),
        (inside := sum(body.get("inside", True) for body in data["bodies"]), len(number) - inside),
        [place for place, body in enumerate(data["bodies"]) if body.get("inside", True) and "meetings" not in body],
        sum(each.get("basis", _STATED) == _STATED for each in (*data["bodies"], *data["relationships"]))
        / (len(data["bodies"]) + len(data["relationships"])),
    )


def _shortest(graph: Any, part: list[int]) -> int:
    """Return the length of a shortest way round."""
    import networkx as nx

    inner = graph.subgraph(part)
    return min(nx.shortest_path_length(inner, target, subject) + 1 for subject, target in inner.edges)


def _orphans(graph: Any, answering: set[int], circling: set[int]) -> dict[int, tuple[str, list[int]]]:
    """Return why each body reaches no apex, and where its line ends."""
    import networkx as nx

    found: dict[int, tuple[str, list[int]]] = {}
    for body in graph:
        if body in answering:
            continue
        passed = nx.descendants(graph, body)
        ends = sorted(each for each in passed if not graph.out_degree(each))
        if ends:
            found[body] = "ends", ends
        else:
            found[body] = ("circle", sorted((passed | {body}) & circling)) if passed else ("none_stated", [])
    return found

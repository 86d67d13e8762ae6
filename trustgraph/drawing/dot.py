"""A chart as Graphviz DOT, for whoever wants to lay it out or restyle it themselves; rows are kept, bands are not."""

from __future__ import annotations

from trustgraph.characters import visible
from trustgraph.charts import Box, Line
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.looks import Head, box_look, line_look

_ARROWS = {
    Head.TRIANGLE: "normal",
    Head.HOLLOW: "empty",
    Head.CHEVRON: "vee",
    Head.BARBS: "veevee",
    Head.DIAMOND: "diamond",
    Head.BAR: "tee",
}


def print_dot(drawing: Drawing) -> bytes:
    """Return the chart as DOT: a node a box and an edge a line, their ids and keys as `id` and `comment`."""
    from graphviz import Digraph

    chart = drawing.chart
    rows = {box.row for box in chart.boxes}
    numbers = {box.id: f"n{order}" for order, box in enumerate(chart.boxes)}
    font = {"fontname": "Helvetica"}
    graph = Digraph(
        graph_attr={"rankdir": "BT", "newrank": "true", "label": quotable(chart.title), "labelloc": "t", **font},
        node_attr={"shape": "box", "margin": "0.15,0.08", "fontsize": "11", **font},
        edge_attr={"fontsize": "9", **font},
    )
    for row in sorted(rows):
        with graph.subgraph(graph_attr={"rank": "same"}) as level:
            for box in chart.boxes:
                if box.row == row:
                    level.node(numbers[box.id], **_node(box))
    heights = {box.id: box.row for box in chart.boxes}
    for line in chart.lines:
        # only a line that rises orders the rows, since the graph grows from the bottom to the top
        rises = heights[line.subject] > heights[line.target]
        order = {} if rises else {"constraint": "false"}
        graph.edge(numbers[line.subject], numbers[line.target], **_edge(line), **order)
    source: str = graph.source
    return source.encode()


def quotable(text: str) -> str:
    """Return a text that stands for itself between DOT's quotes: no escape, entity or HTML label can begin in it."""
    from graphviz import nohtml

    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    plain = (visible(line).replace("\\", "\\\\").replace("&", "&amp;") for line in lines)
    quoted: str = nohtml("\\n".join(plain))
    return quoted


def _node(box: Box) -> dict[str, str]:
    look = box_look(box)
    styles = ["filled", *(["dashed"] if look.dash else []), *(["rounded"] if box.post else [])]
    return {
        "label": quotable("\n".join([box.caption, *box.details])),
        "id": f"body-{box.id}",
        "class": "post" if box.post else str(box.tier),
        "style": ",".join(styles),
        "color": look.outline,
        "fillcolor": look.fill,
        "fontcolor": look.ink,
    }


def _edge(line: Line) -> dict[str, str]:
    look = line_look(line.family, line.force, line.basis)
    style = "solid" if not look.dash else "dashed" if line.force.completes else "dotted"
    edge = {
        "label": quotable(line.label),
        "comment": quotable("; ".join(line.keys)),
        "class": line.family.value,
        "color": look.colour,
        "fontcolor": line_look(line.family).colour,
        "penwidth": f"{look.width:.2f}",
        "style": style,
        "arrowhead": _ARROWS[look.head],
    }
    return edge | ({"dir": "both", "arrowtail": _ARROWS[look.head]} if line.mutual else {})

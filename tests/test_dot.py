"""DOT: the chart's boxes and lines, read back by others with the names that were written."""

from __future__ import annotations

import re

import pydot
import pytest

from tests.sketches import rich_drawing, small_drawing
from trustgraph.drawing.dot import print_dot, quotable
from trustgraph.drawing.geometry import Drawing

# pydot calls pyparsing by its old names
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

NAMES = [
    "Board",
    'a"];evil[label="x',
    "\\",
    "ends in \\",
    "\\N \\l",
    "<b>x</b>",
    "<>",
    "{a|b}",
    "x:port",
    "node",
    "&amp;",
]


def read(drawing: Drawing) -> tuple[list[pydot.Node], list[pydot.Edge]]:
    """Return the nodes and edges that pydot finds."""
    (graph,) = pydot.graph_from_dot_data(print_dot(drawing).decode()) or ()
    levels = graph.get_subgraphs()
    return [node for level in levels for node in level.get_nodes() if node.get_name() != "graph"], graph.get_edges()


def plain(attribute: str) -> str:
    """Return a quoted attribute as the text it stands for."""
    text = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], attribute.removeprefix('"')[:-1])
    return text.replace("&amp;", "&") if attribute.startswith('"') else attribute


def test_each_box_is_a_node_and_each_line_an_edge() -> None:
    """Nothing is lost or added."""
    drawing = rich_drawing()
    nodes, edges = read(drawing)
    assert (len(nodes), len(edges)) == (len(drawing.chart.boxes), len(drawing.chart.lines))


def test_names_are_read_back() -> None:
    """The first line of every label is the name of a box."""
    nodes, _ = read(rich_drawing())
    labels = [plain(node.get_label()).split("\n")[0] for node in nodes]
    assert labels == [box.name for box in rich_drawing().chart.boxes]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_are_read_back(name: str) -> None:
    """A name with all that means something in DOT stands for itself, and opens nothing."""
    nodes, edges = read(small_drawing(name))
    assert (len(nodes), len(edges)) == (2, 1)
    assert [plain(nodes[0].get_label()), plain(edges[0].get_label())] == [f"{name}\n{name}", name]


def test_ids_and_keys_are_kept() -> None:
    """Whoever reads the file can find the body of a node and the relationships of an edge."""
    nodes, edges = read(small_drawing())
    assert nodes[0].get("id") == '"body-board"'
    assert edges[0].get("comment") == '"executive reports_to board"'


def test_boxes_of_one_row_share_a_rank() -> None:
    """The chart's rows are kept."""
    assert print_dot(small_drawing()).decode().count("rank=same") == 2


def test_only_rising_lines_order_the_ranks() -> None:
    """A line that does not lead upwards pulls no box out of its row."""
    drawing = small_drawing()
    line = drawing.chart.lines[0]._replace(subject="board", target="executive")
    text = print_dot(drawing._replace(chart=drawing.chart._replace(lines=(drawing.chart.lines[0], line)))).decode()
    assert [("constraint=false" in each) for each in text.splitlines() if "->" in each] == [False, True]


def test_a_chart_without_boxes_is_an_empty_graph() -> None:
    """No boxes is no error."""
    drawing = small_drawing()
    assert read(drawing._replace(chart=drawing.chart._replace(boxes=(), lines=()))) == ([], [])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a\r\nb", "a\\nb"),
        ("a\rb", "a\\nb"),
        ("a\tb", "a b"),
        ("a\\", "a\\\\"),
        ("&lt;", "&amp;lt;"),
        ("a\u202eb", "aU+202Eb"),
    ],
)
def test_text_stands_for_itself(text: str, quoted: str) -> None:
    """Escapes and entities are written out, and what nobody can see as its code."""
    assert quotable(text) == quoted

"""Graphs of other programs: GraphML both ways, and DOT read back."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

import trustgraph as tg
from tests.small import model
from trustgraph.drawing.dot import print_dot
from trustgraph.drawing.picture import Picture

SAMPLES = tg.samples()


@pytest.fixture(autouse=True)
def _quiet() -> None:
    """Let pass what is said to be left out, which has tests of its own."""
    warnings.simplefilter("ignore", tg.TrustgraphWarning)


@pytest.mark.parametrize("name", SAMPLES)
def test_graphml_keeps_bodies_posts_and_lines(name: str, tmp_path: Path) -> None:
    """Written as GraphML and read again, every body, post, line and paper has all of its fields."""
    before, path = tg.load(name), tmp_path / "graph.graphml"
    tg.save(before, path)
    after = tg.load(path)
    lines = [line for line in before.relationships if not line.denied]
    assert (after.id, after.bodies, after.posts) == (before.id, before.bodies, before.posts)
    assert (len(after.relationships), [line for line in lines if line not in after.relationships]) == (len(lines), [])


@pytest.mark.parametrize("name", SAMPLES)
def test_the_dot_of_a_chart_is_read_back(name: str, tmp_path: Path) -> None:
    """Read back from the DOT we print, a chart has its boxes, and a line for each key it draws."""
    before, path = tg.load(name), tmp_path / "chart.dot"
    chart = tg.chart(before)
    path.write_bytes(print_dot(Picture(before, chart, ())))
    after = tg.load(path)
    drawn = {(before.lines[key].subject, before.lines[key].kind) for line in chart.lines for key in line.keys}
    assert set(after) == {box.id for box in chart.boxes}
    assert {(line.subject, line.kind) for line in after.relationships} >= {
        pair for pair in drawn if pair[1] is not tg.Kind.WORKS_WITH
    }


def test_other_peoples_dot(tmp_path: Path) -> None:
    """Nodes are bodies, labels that name a kind are lines of it, others are assumed, and looks are dropped."""
    path = tmp_path / "other.dot"
    text = (
        'digraph { rankdir=LR; a [label="The Board", shape=house]; subgraph { b } b -> a [label="reports to"]; a -> c }'
    )
    path.write_text(text, encoding="utf-8")
    with pytest.warns(tg.TrustgraphWarning, match="shape"):
        read = tg.load(path)
    assert [body.name for body in read.bodies] == ["The Board", "b", "c"]
    kinds = [(line.subject, line.kind, line.basis) for line in read.relationships]
    assert kinds == [("a", "works_with", "assumed"), ("b", "reports_to", "stated")]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.dot", "digraph {", "cannot be read as DOT"),
        ("a.dot", "", "cannot be read as DOT"),
        ("a.graphml", "<graphml", "this is not XML"),
        ("a.graphml", "<a/>", "cannot be read as GraphML"),
        ("a.graphml", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>', "declares a document type"),
    ],
)
def test_what_is_no_graph(name: str, text: str, told: str, tmp_path: Path) -> None:
    """A file that is no graph, or declares entities, is refused in words."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(tg.FormatError, match=told):
        tg.load(path)


def test_what_graphml_leaves_out_is_said(tmp_path: Path) -> None:
    """Seats have no place in GraphML, and whoever writes it is told."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        tg.save(tg.load("nottinghamshire-2016"), tmp_path / "graph.graphml")
    assert "25 seats" in str(told[0].message)


def test_a_hostile_name_comes_back(tmp_path: Path) -> None:
    """A name with quotes, brackets and line breaks is the same after GraphML."""
    name = "\"Board\" <b> & 'co' \\n; // -> {x}"
    before = model(records=(tg.Body(id="board", name=name),))
    tg.save(before, tmp_path / "graph.graphml")
    assert tg.load(tmp_path / "graph.graphml")["board"].name == name

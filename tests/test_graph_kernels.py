"""The searches over whole numbers, against networkx on thousands of random graphs."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.small import model
from trustgraph.graph import bitsets, reach
from trustgraph.graph.adjacency import Digraph
from trustgraph.graph.arcs import Arcs
from trustgraph.graph.components import components, cycle, ordered
from trustgraph.graph.dominators import cut_off, immediate
from trustgraph.graph.paths import counts as path_counts
from trustgraph.graph.paths import shortest
from trustgraph.graph.spans import spans

Adjacency = list[list[int]]
MANY = settings(max_examples=1000)


@st.composite
def graphs(draw: st.DrawFn, most: int = 12) -> Adjacency:
    """Return for each number those it leads to, in any order, each once; circles and self-loops too."""
    nodes = draw(st.integers(1, most))
    number = st.integers(0, nodes - 1)
    return [draw(st.lists(number, unique=True, max_size=draw(st.integers(0, 4)))) for _ in range(nodes)]


def turned(above: Adjacency) -> Adjacency:
    """Return for each number those that lead to it."""
    return [[number for number, targets in enumerate(above) if each in targets] for each in range(len(above))]


def as_networkx(above: Adjacency) -> nx.DiGraph[int]:
    """Return the same graph for networkx."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(above)))
    graph.add_edges_from((number, target) for number, targets in enumerate(above) for target in targets)
    return graph


def ways(above: Adjacency, start: int, ends: list[int]) -> list[list[int]]:
    """Return all simple paths of one line or more as networkx finds them, the shortest first."""
    found = nx.all_simple_paths(as_networkx(above), start, ends) if ends else []
    return sorted((path for path in found if len(path) > 1), key=lambda path: (len(path), path))


def test_one_with_lines_to_many_is_put_together_at_once() -> None:
    """Of 600,000 lines of one body to 300,000, each of these is above it once, in order."""
    many = range(300_000)
    arcs = Arcs([0] * 600_000, [*many, *many], ())
    assert Digraph(model("a reports_to b"), arcs).above == [tuple(many), ()]


@MANY
@given(graphs())
def test_components_are_the_strongly_connected_parts(above: Adjacency) -> None:
    """They are those of networkx of two or more, in order."""
    parts = nx.strongly_connected_components(as_networkx(above))
    assert components(above) == sorted(sorted(part) for part in parts if len(part) > 1)


@MANY
@given(graphs())
def test_loops_are_those_who_lead_to_themselves(above: Adjacency) -> None:
    """They are those of networkx."""
    assert ordered(above).selves == sorted(nx.nodes_with_selfloops(as_networkx(above)))


@MANY
@given(graphs(8))
def test_a_cycle_is_a_shortest_of_its_part(above: Adjacency) -> None:
    """It is a way round within the part, and no simple cycle of networkx is shorter."""
    graph = as_networkx(above)
    for part in components(above):
        way = cycle(above, part)
        assert all(other in above[one] for one, other in pairwise([*way, way[0]]))
        assert len(way) == min(len(each) for each in nx.simple_cycles(graph.subgraph(part)) if len(each) > 1)


@pytest.fixture(params=[(reach.BUDGET, bitsets.BLOCK), (-1, bitsets.BLOCK), (-1, 3)], ids=["walked", "bits", "blocks"])
def means(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Count by walking, and where the budget is spent by bits, in one block and in several."""
    budget, block = request.param
    monkeypatch.setattr(reach, "BUDGET", budget)
    monkeypatch.setattr(bitsets, "BLOCK", block)


@pytest.mark.usefixtures("means")
@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graphs(), st.lists(st.integers(0, 5), min_size=12, max_size=12))
def test_counts_weigh_the_ancestors(above: Adjacency, weights: list[int]) -> None:
    """What leads to each weighs as much as its ancestors in networkx."""
    weights = weights[: len(above)]
    graph = as_networkx(above)
    expected = [sum(weights[each] for each in nx.ancestors(graph, number)) for number in graph]
    assert reach.counts(above, weights) == expected


@pytest.mark.usefixtures("means")
@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graphs(), st.lists(st.integers(0, 1), min_size=12, max_size=12))
def test_depths_are_the_greatest_of_the_shortest_distances(above: Adjacency, weights: list[int]) -> None:
    """From those that weigh something, as networkx measures them."""
    below = as_networkx(above).reverse()
    for number, depth in enumerate(reach.depths(above, weights[: len(above)])):
        steps = nx.single_source_shortest_path_length(below, number)
        assert depth == max((each for start, each in steps.items() if weights[start]), default=0)


@pytest.mark.usefixtures("means")
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graphs(), st.lists(st.integers(0, 3), min_size=12, max_size=12))
def test_both_at_once_are_each_alone(above: Adjacency, weights: list[int]) -> None:
    """One search finds the same weights and the same depths as two."""
    weights = weights[: len(above)]
    present, order = [weight != 1 for weight in weights], ordered(above)
    assert spans(above, weights, present, order) == (reach.counts(above, weights), reach.depths(above, present))


@MANY
@given(st.lists(st.integers(0, 3), min_size=2, max_size=8), st.data())
def test_depths_round_a_ring(tails: list[int], data: st.DataObject) -> None:
    """A ring, each of its members with a tail of so many below it, has the distances that networkx measures."""
    above = [[(number + 1) % len(tails)] for number in range(len(tails))]
    for member, length in enumerate(tails):
        for step in range(length):
            above.append([len(above) - 1 if step else member])
    weights = data.draw(st.lists(st.integers(0, 1), min_size=len(above), max_size=len(above)))
    below = as_networkx(above).reverse()
    for number, depth in enumerate(reach.depths(above, weights)):
        steps = nx.single_source_shortest_path_length(below, number)
        assert depth == max((each for start, each in steps.items() if weights[start]), default=0)


def test_a_ring_of_many_is_measured_at_once() -> None:
    """In a ring of 50,000 the furthest from each is its superior, and all others lead to it."""
    above = [[(number + 1) % 50_000] for number in range(50_000)]
    assert set(reach.depths(above)) == set(reach.counts(above)) == {49_999}


@MANY
@given(graphs())
def test_everybody_weighs_one_if_not_said(above: Adjacency) -> None:
    """Counts are then the numbers of ancestors in networkx."""
    graph = as_networkx(above)
    assert reach.counts(above) == [len(nx.ancestors(graph, number)) for number in graph]


@MANY
@given(graphs(), st.sets(st.integers(0, 11)))
def test_reached_from_several_starts(above: Adjacency, starts: set[int]) -> None:
    """They are the starts and their descendants in networkx."""
    graph, inside = as_networkx(above), starts & set(range(len(above)))
    expected = inside.union(*(nx.descendants(graph, start) for start in inside))
    assert [number for number, flag in enumerate(reach.reached(inside, above)) if flag] == sorted(expected)


@MANY
@given(graphs(), st.sets(st.integers(0, 11)))
def test_immediate_dominators_are_those_of_networkx(above: Adjacency, apexes: set[int]) -> None:
    """From a root over the apexes; -1 stands for those that reach none."""
    root, apexes = len(above), apexes & set(range(len(above)))
    graph = as_networkx(above).reverse()
    graph.add_edges_from((root, apex) for apex in apexes)
    graph.add_node(root)
    expected = nx.immediate_dominators(graph, root)
    assert immediate(above, turned(above), apexes) == [expected.get(number, -1) for number in range(root)]


@MANY
@given(graphs(8), st.sets(st.integers(0, 7)))
def test_whoever_is_cut_off_reaches_no_apex_without(above: Adjacency, apexes: set[int]) -> None:
    """Taking a body out leaves without an apex those it cuts off, and nobody else who had one."""
    apexes &= set(range(len(above)))
    cut = dict(cut_off(above, turned(above), apexes))
    before = reach.reached(apexes, turned(above))
    for number in range(len(above)):
        without = [[] if each == number else [up for up in ups if up != number] for each, ups in enumerate(above)]
        after = reach.reached(apexes - {number}, turned(without))
        lost = [each for each in range(len(above)) if before[each] and not after[each] and each != number]
        assert cut.get(number, []) == (lost if number not in apexes else [])


@MANY
@given(graphs(7), st.sets(st.integers(0, 6)))
def test_paths_are_all_simple_paths(above: Adjacency, ends: set[int]) -> None:
    """Their number is that of networkx, and the first of them come in order of length."""
    ends &= set(range(len(above)))
    for start in range(len(above)):
        expected = ways(above, start, sorted(ends))
        assert path_counts(above, [start], ends) == [(len(expected), True)]
        assert shortest(above, start, ends, 5) == expected[:5]


def test_billions_of_paths_are_counted_exactly() -> None:
    """Eleven layers of eight, each leading to all of the next, have 8 to the power of 10 paths from one to the top."""
    layers = [[8 * layer + place for place in range(8)] for layer in range(11)]
    above = [layers[number // 8 + 1] if number < 80 else [] for number in range(88)]
    assert path_counts(above, [0], layers[-1]) == [(8**10, True)]


def test_the_first_of_billions_come_at_once() -> None:
    """The first three of them lead by the first numbers."""
    layers = [[8 * layer + place for place in range(8)] for layer in range(11)]
    above = [layers[number // 8 + 1] if number < 80 else [] for number in range(88)]
    start = [layer[0] for layer in layers]
    assert shortest(above, 0, layers[-1], 3) == [[*start[:-1], last] for last in (80, 81, 82)]


def test_paths_in_a_thick_circle_are_at_least_so_many() -> None:
    """Where all of thirty lead to one another their paths cannot be walked, and the number says that it is a bound."""
    above = [[other for other in range(30) if other != number] for number in range(30)]
    ((least, exact),) = path_counts(above, [0], {29})
    assert least > 1000
    assert not exact


@pytest.mark.parametrize("length", [2, 50_000])
def test_a_long_ring_has_itself_for_a_cycle(length: int) -> None:
    """One search finds it, whatever its length."""
    above = [[(number + 1) % length] for number in range(length)]
    assert cycle(above, range(length)) == [*range(length)]

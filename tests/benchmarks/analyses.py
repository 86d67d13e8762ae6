"""How fast the analyses are, as ratios: `python -m tests.benchmarks.analyses` prints the table.

Each line sets trustgraph beside networkx, rustworkx and igraph (`pip install --group benchmarks`), turn about in one
run, with the same answers from the same file or the same loaded model, the making of graphs included. A figure is the
median over the turns of the seconds that the processor spent on it, which others at work disturb less than those of a
clock; each is printed beside how many times trustgraph's it is. networkx is asked all that trustgraph answers, which
tests/test_benchmarks.py compares; rustworkx and igraph what they have functions for. `--million` adds 1,000,000 bodies.
Ends with 1 where a limit is missed. It runs on Linux and macOS.
"""

from __future__ import annotations

import compileall
import gc
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

import trustgraph
from tests.benchmarks import peers
from tests.benchmarks.governance import as_json, seats_as_json, thick_as_json
from tests.benchmarks.growth import growth
from trustgraph import analysis
from trustgraph.formats import load
from trustgraph.formats.limits import Limits
from trustgraph.graph import components, dominators, paths, reach
from trustgraph.graph.adjacency import Digraph
from trustgraph.graph.arcs import account_arcs, account_kinds, family_arcs
from trustgraph.vocabulary import Family, Kind

BODIES = 100_000
TURNS = 3


class Race(NamedTuple):
    """What is asked, who answers it, how often, and how many times faster than each of the others the first must be."""

    name: str
    runs: Mapping[str, Callable[[], Any]]
    limits: Mapping[str, float]
    turns: int = TURNS


def main() -> int:
    """Print the tables and return 1 where a limit is missed."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        print(f"{'':<54} {'bodies':>9} {'trustgraph':>11} {'networkx':>13} {'rustworkx':>13} {'igraph':>13}")
        missed = sum(_race(race) for race in _small(folder))
        missed += sum(_race(race) for make in (_whole, _tidy, _dense, _thick, _seats) for race in make(folder))
        missed += growth(folder, million="--million" in sys.argv)
    return min(missed, 1)


def _small(folder: Path) -> list[Race]:
    """Return the whole process at 100 bodies, from its start to its last line."""
    # pip compiles what it installs; a working copy is compiled here
    for package in (Path(trustgraph.__file__).parent, Path(__file__).parent):
        compileall.compile_dir(package, quiet=1)
    file = folder / "small.json"
    file.write_text(as_json(100), encoding="utf-8")
    ours = (sys.executable, "-m", "trustgraph", "analyse", str(file), "span")
    runs = {name: _process(sys.executable, "-m", "tests.benchmarks.peers", name, str(file)) for name in peers.SPANS}
    return [Race("analyse FILE span, whole process", {"trustgraph": _process(*ours)} | runs, {"networkx": 2}, 15)]


def _whole(folder: Path) -> list[Race]:
    """Return the four questions together, from the file to the answers."""
    file = folder / "tidy.json"
    file.write_text(as_json(BODIES), encoding="utf-8")

    def ours() -> object:
        model = load(file)
        return [ask(model) for ask in (analysis.cycles, analysis.orphans, analysis.span, analysis.profile)]

    runs = {"trustgraph": ours} | {name: lambda ask=ask: ask(json.loads(file.read_bytes())) for name, ask in peers.ALL}
    return [Race("cycles, orphans, span and profile, from JSON", runs, {"networkx": 6})]


def _tidy(folder: Path) -> list[Race]:
    """Return the single questions over lines of account, from the same loaded model."""
    model = load(folder / "tidy.json")
    kinds = account_kinds(strict=False)
    made: Callable[[], Digraph] = lambda: Digraph(model, account_arcs(model))  # noqa: E731

    def span() -> list[int]:
        graph = made()
        return reach.counts(graph.above)

    def dominating() -> list[int]:
        graph = made()
        return dominators.immediate(graph.above, graph.below, [0])

    asked: dict[str, tuple[Callable[[], Any], dict[str, float]]] = {
        "span": (span, {"networkx": 8, "rustworkx": 1}),
        "components": (lambda: components.components(made().above), {"networkx": 3}),
        "dominators": (dominating, {"networkx": 2}),
        "orphans": (lambda: reach.reached([0], made().below).count(0), {"networkx": 2}),
    }
    titles = {
        "span": "span of every body, exact, tidy",
        "components": "strongly connected parts",
        "dominators": "dominators",
        "orphans": "orphans",
    }
    return [
        Race(titles[name], {"trustgraph": ours} | peers.over(name, model, kinds), limits)
        for name, (ours, limits) in asked.items()
    ]


def _dense(folder: Path) -> list[Race]:
    """Return span and the number of lines over lines of all kinds."""
    file = folder / "dense.json"
    file.write_text(as_json(BODIES, dense=True), encoding="utf-8")
    model = load(file, limits=Limits(bytes=1 << 30))

    def span() -> list[int]:
        made = Digraph(model, family_arcs(model, tuple(Family)))
        return reach.counts(made.above)

    runs = {"trustgraph": span} | peers.over("span", model, frozenset(Kind))
    return [Race("span of every body, exact, dense", runs, {"networkx": 100, "rustworkx": 10, "igraph": 3}, 1)]


def _thick(folder: Path) -> list[Race]:
    """Return the number of lines of account of one body, a thousand times over."""
    file = folder / "thick.json"
    file.write_text(thick_as_json(12, 8), encoding="utf-8")
    model = load(file)
    graph, ends = Digraph(model, account_arcs(model)), range(8)
    ((number, _),) = paths.counts(graph.above, [95], ends)
    counting = {"trustgraph": lambda: [paths.counts(graph.above, [95], ends) for _ in range(1000)]}
    return [Race(f"{number:,} lines of account, 1,000 times", counting, {"seconds": 1})]


def _seats(folder: Path) -> list[Race]:
    """Return which bodies share members."""
    file = folder / "seats.json"
    file.write_text(seats_as_json(BODIES // 50), encoding="utf-8")
    model = load(file)
    runs = {"trustgraph": lambda: analysis.interlocks(model), "networkx": lambda: peers.projection(model)}
    return [Race("interlocks / the bipartite projection", runs, {"networkx": 20})]


def _processor() -> float:
    """Return the seconds that the processor has spent on this process and those it started."""
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + started.ru_utime + started.ru_stime


def _process(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def _race(race: Race) -> int:
    """Print a line of the table and return 1 where it misses a limit."""
    times: dict[str, list[float]] = {name: [] for name in race.runs}
    for _ in range(race.turns):
        for name, run in race.runs.items():
            gc.collect()
            start = _processor()
            run()
            times[name].append(_processor() - start)
    own, taken = median(times["trustgraph"]), {name: median(each) for name, each in times.items()}
    cells = [f"{taken[name]:.2f} {taken[name] / own:.1f}x" if name in taken else "" for name in list(peers.NAMES)]
    missed = [name for name, limit in race.limits.items() if name in taken and taken[name] < limit * own]
    missed += ["time"] if own > race.limits.get("seconds", own) else []
    verdict = f"  missed: {', '.join(missed)}" if missed else ""
    print(f"{race.name:<54} {'':>9} {own:>11.4f} " + " ".join(f"{cell:>13}" for cell in cells) + verdict, flush=True)
    return min(len(missed), 1)


if __name__ == "__main__":
    sys.exit(main())

"""How fast trustgraph is, as ratios: `python -m tests.benchmarks.speed` prints the table.

Each line sets two things side by side in one run, turn about, and compares their medians, so that the figures hold on
any machine. Ends with 1 where a limit is missed.
"""

from __future__ import annotations

import compileall
import gc
import subprocess
import sys
import sysconfig
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import msgspec
import yaml

import trustgraph
from tests.benchmarks.arrangement import BODIES, LINES, as_json, as_yaml
from trustgraph.formats import load
from trustgraph.formats.events import Reader
from trustgraph.formats.limits import usual_limits
from trustgraph.formats.marks import Mark, Written
from trustgraph.records import Records

TURNS = 9
SAMPLE = "nottinghamshire-2016"


class Race(NamedTuple):
    """What is measured, what it is measured against, and the limit of the first divided by the second."""

    name: str
    measured: Callable[[], object]
    against: Callable[[], object]
    limit: float


class Figure(NamedTuple):
    """A line of the table; `value` must be at most `limit`."""

    name: str
    value: float
    limit: float
    unit: str


class Kept:
    """All that a YAML text holds, each value with its place, before it is made into records."""

    def __init__(self, text: str) -> None:
        self.fields: dict[str, Written] = {}
        self.cards: dict[tuple[str, str], Written] = {}
        gc.disable()
        Reader(text, "bodies.yaml", usual_limits()).read(self)
        gc.enable()

    def take_field(self, name: str, key_mark: Mark, written: Written) -> None:  # noqa: ARG002
        """Keep a field."""
        self.fields[name] = written

    def take_card(self, section: str, section_mark: Mark, key: str, written: Written) -> None:  # noqa: ARG002
        """Keep a card."""
        self.cards[section, key] = written


def main() -> int:
    """Print the table and return 1 where a limit is missed."""
    missed = 0
    print(f"{'':<66} {'measured':>10} {'limit':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for figure in figures(Path(folder)):
            missed += figure.value > figure.limit
            verdict = "" if figure.value <= figure.limit else "  missed"
            print(f"{figure.name:<66} {_number(figure):>10} {figure.limit:>8g} {figure.unit}{verdict}", flush=True)
    return min(missed, 1)


def figures(folder: Path) -> Iterator[Figure]:
    """Yield each figure as it is measured."""
    for race in (*_starts(folder), *_readings(folder)):
        yield Figure(race.name, _ratio(race), race.limit, "x")
    for suffix, text in (("yaml", as_yaml(lines=True)), ("json", as_json(lines=True))):
        path = folder / f"lined.{suffix}"
        path.write_text(text, encoding="utf-8", newline="\n")
        name = f"peak memory of loading {BODIES:,} bodies, {LINES:,} lines from {suffix.upper()}"
        yield Figure(f"{name}, a record", _peak(path) / (BODIES + LINES), 1000, "B")


def _starts(folder: Path) -> Iterator[Race]:
    """Yield the commands, each against Python doing nothing."""
    # pip compiles what it installs; a working copy is compiled here
    compileall.compile_dir(Path(trustgraph.__file__).parent, quiet=1)
    bare = _process(sys.executable, "-c", "pass")
    command = str(Path(sysconfig.get_path("scripts")) / "trustgraph")
    yield Race("import trustgraph / python", _process(sys.executable, "-c", "import trustgraph"), bare, 1.5)
    yield Race("trustgraph --help / python", _process(command, "--help"), bare, 5)
    yield Race("trustgraph show / python", _process(command, "show", SAMPLE), bare, 12)
    yield Race("trustgraph draw, SVG / python", _process(command, "draw", SAMPLE, str(folder / "a.svg")), bare, 30)


def _readings(folder: Path) -> Iterator[Race]:
    """Yield the readers, each against the library it stands on."""
    cards, flat = folder / "bodies.yaml", folder / "bodies.json"
    cards.write_text(as_yaml(), encoding="utf-8", newline="\n")
    flat.write_text(as_json(), encoding="utf-8", newline="\n")
    text, data = cards.read_text(encoding="utf-8"), flat.read_bytes()
    against = lambda: yaml.load(text, yaml.CSafeLoader)  # noqa: E731
    yield Race(f"read {BODIES:,} bodies of YAML, with places / yaml.load", lambda: Kept(text), against, 1 / 5)
    yield Race("the same, records made and checked / yaml.load", lambda: load(cards), against, 2 / 5)
    decoder = msgspec.json.Decoder(Records)
    yield Race(
        f"load {BODIES:,} bodies of JSON / msgspec's typed decode",
        lambda: load(flat),
        lambda: decoder.decode(data),
        6,
    )


def _process(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def _ratio(race: Race) -> float:
    """Return the median time of what is measured over that of what it is measured against."""
    times: tuple[list[float], list[float]] = ([], [])
    # the first turn only warms the disk's cache
    for turn in range(TURNS + 1):
        for kept, run in zip(times, (race.measured, race.against), strict=True):
            gc.collect()
            start = perf_counter()
            run()
            if turn:
                kept.append(perf_counter() - start)
    return median(times[0]) / median(times[1])


def _peak(path: Path) -> int:
    """Return the most bytes that Python held at once while loading."""
    gc.collect()
    tracemalloc.start()
    load(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def _number(figure: Figure) -> str:
    return f"{figure.value:.2f}" if figure.unit == "x" else f"{figure.value:.0f}"


if __name__ == "__main__":
    sys.exit(main())

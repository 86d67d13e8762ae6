"""How charts come out: `python -m tests.benchmarks.charts` prints the table.

Ten made-up trusts each of 15, 30 and 60 bodies (means) and the sample models, on an unlimited page, each beside the
same boxes and lines from plain dot, which draws no labels. The fault columns must be 0; the goals for crossings, bends
and time stand in the table. Ends with 1 where a fault is found or a goal is missed.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import NamedTuple

from tests import picture
from tests.benchmarks.trusts import SIZES, trust
from trustgraph.charts import Chart, chart
from trustgraph.drawing.engines import find_engine, run
from trustgraph.drawing.geometry import Layout
from trustgraph.drawing.layout import layout
from trustgraph.drawing.placement.sizes import box_size
from trustgraph.formats import load

SEEDS = 10
GOALS = {15: (0.4, 8.0), 30: (4.0, 20.0), 60: (16.0, 40.0)}
DOT_RUNS = 20
SECONDS = 5.0
SAMPLES = Path(__file__).parents[2] / "sample_models"
HEADINGS = ("crossings", "bends", "in box", "on box", "on line", "labels", "cut", "type", "aspect", "ms")
_LOOKS = ("spline", "polyline", "ortho")
_TEXT_WIDTH = 120.0
_INCH = 72.0
_STEPS = 8

Point = tuple[float, float]
Path_ = tuple[Point, ...]


class Figures(NamedTuple):
    """What one picture of one chart measures; what plain dot does not draw is nan."""

    crossings: float
    bends: float
    lines_through_boxes: float
    labels_on_boxes: float = math.nan
    shared_runs: float = math.nan
    labels_overlapping: float = math.nan
    texts_cut: float = math.nan
    smallest_type: float = math.nan
    aspect: float = math.nan
    milliseconds: float = math.nan

    @property
    def faults(self) -> float:
        """The sum of what must be nought."""
        return sum(self[2:7])


def main() -> int:
    """Print the table and return 1 where a fault is found or a goal is missed."""
    missed = 0
    print(f"{'':<34}" + "".join(f"{heading:>10}" for heading in HEADINGS))
    for bodies in SIZES:
        charts = [chart(trust(bodies, seed)) for seed in range(SEEDS)]
        ours = _table(f"{bodies} bodies, mean of {SEEDS}", charts)
        crossings, bends = GOALS[bodies]
        verdicts = [(f"crossings <= {crossings:g}", ours[0].crossings <= crossings)]
        verdicts += [(f"bends <= {bends:g}", ours[0].bends <= bends), ("no faults", not ours[0].faults)]
        if bodies == min(SIZES):
            runs = ours[0].milliseconds / ours[-1].milliseconds
            verdicts += [(f"{runs:.0f} <= {DOT_RUNS} runs of dot", runs <= DOT_RUNS)]
        if bodies == max(SIZES):
            verdicts += [(f"at most {SECONDS:g} s", ours[0].milliseconds <= 1000 * SECONDS)]
        print("    " + ", ".join(f"{what}: {'yes' if kept else 'MISSED'}" for what, kept in verdicts), flush=True)
        missed += not all(kept for _, kept in verdicts)
    for path in sorted(SAMPLES.glob("*.yaml")):
        missed += bool(_table(path.stem, [chart(load(path))])[0].faults)
    return min(missed, 1)


def _table(name: str, charts: Sequence[Chart]) -> list[Figures]:
    """Print the means of all pictures of these charts and return them, ours first."""
    makers: dict[str, Callable[[Chart], Figures]] = {name: _ours}
    makers |= {f"  dot, {look}": lambda drawn, look=look: _from_dot(drawn, look) for look in _LOOKS}  # type: ignore[misc]
    rows = []
    for row, make in makers.items():
        figures = Figures(*map(mean, zip(*map(make, charts), strict=True)))
        print(f"{row:<34}" + "".join("         -" if math.isnan(f) else f"{f:>10.1f}" for f in figures), flush=True)
        rows.append(figures)
    return rows


def _ours(drawn: Chart) -> Figures:
    start = perf_counter()
    (page,) = layout(drawn, paper="none")
    taken = perf_counter() - start
    return measured(page)._replace(milliseconds=1000 * taken)


def measured(page: Layout) -> Figures:
    """Return the figures of one of our pages, but for the time."""
    boxes, labels = [*map(picture.area, page.boxes)], [*map(picture.area, page.labels)]
    sizes = [box.font_size for box in page.boxes] + [box.detail_size for box in page.boxes if box.details]
    return Figures(
        picture.crossings(page),
        picture.bends(page),
        len(picture.lines_through_boxes(page)),
        sum(picture.overlap(label, box) for label in labels for box in boxes),
        len(picture.shared_runs(page)),
        sum(picture.overlap(*pair) for pair in combinations(labels, 2)),
        len(picture.cut_texts(page)),
        min(sizes + [label.font_size for label in page.labels] + [text.font_size for text in page.texts]),
        page.width / page.height,
    )


def _from_dot(drawn: Chart, look: str) -> Figures:
    source = _dot(drawn, look).encode()
    engine = find_engine("graphviz-pure")
    times = []
    for _ in range(3):
        start = perf_counter()
        answer = run([str(engine.path), "-Tplain"], source, engine.name).decode()
        times.append(1000 * (perf_counter() - start))
    width, height = map(float, answer.split(maxsplit=4)[2:4])
    boxes, paths = _read(answer)
    sampled = [_curve(path) if look == "spline" else path[::3] for path in paths]
    through = sum(_enters(path, box) for path in sampled for box in boxes)
    bends = math.nan if look == "spline" else sum(_turns(path) for path in sampled)
    return Figures(_crossings(sampled), bends, through, aspect=width / height, milliseconds=median(times))


def _dot(drawn: Chart, look: str) -> str:
    """Return the chart as anybody would write it for dot: our sizes, a rank a row, lines from the upper box."""
    number = {box.id: n for n, box in enumerate(drawn.boxes)}
    row = {box.id: box.row for box in drawn.boxes}
    parts = [f'digraph {{ newrank=true splines={look} node [shape=box fixedsize=true label=""] edge [dir=none]']
    for n, box in enumerate(drawn.boxes):
        size = box_size(box, _TEXT_WIDTH, 0, 0)
        parts.append(f"n{n} [width={size.width / _INCH:.3f} height={size.height / _INCH:.3f}]")
    ranks = (" ".join(f"n{number[box]}" for box in row if row[box] == rank) for rank in sorted(set(row.values())))
    parts += [f"{{ rank=same {members} }}" for members in ranks]
    for line in drawn.lines:
        ends = sorted((line.subject, line.target), key=row.__getitem__)
        parts.append(f"n{number[ends[0]]} -> n{number[ends[1]]}")
    return "\n".join([*parts, "}"])


def _read(answer: str) -> tuple[list[picture.Area], list[Path_]]:
    """Return the boxes and the control points of the lines in dot's plain answer, in points."""
    boxes, paths = [], []
    for words in map(str.split, answer.splitlines()):
        if words[0] == "node":
            x, y, width, height = (float(word) * _INCH for word in words[2:6])
            boxes.append(picture.Area(x - width / 2, y - height / 2, x + width / 2, y + height / 2))
        elif words[0] == "edge":
            places = [float(word) * _INCH for word in words[4 : 4 + 2 * int(words[3])]]
            paths.append(tuple(zip(places[::2], places[1::2], strict=True)))
    return boxes, paths


def _curve(path: Path_) -> Path_:
    """Return points along a line of Bezier curves."""
    points = [path[0]]
    for at in range(0, len(path) - 3, 3):
        a, b, c, d = path[at : at + 4]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (sum(w * p[k] for w, p in zip(weights, (a, b, c, d), strict=True)) for k in (0, 1))
            points.append((x, y))
    return tuple(points)


def _crossings(paths: Sequence[Path_]) -> int:
    """Return how often lines cross, but for where two of them meet at a box."""
    return sum(
        _sides(a, b, c) * _sides(a, b, d) < -1e-9 and _sides(c, d, a) * _sides(c, d, b) < -1e-9
        for one, other in combinations(paths, 2)
        for a, b in pairwise(one)
        for c, d in pairwise(other)
    )


def _sides(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _turns(path: Path_) -> int:
    """Return how often a line changes its direction."""
    kept = [path[0], *(point for last, point in pairwise(path) if math.dist(last, point) > 0.5)]
    corners = zip(kept, kept[1:], kept[2:], strict=False)
    return sum(abs(_sides(a, b, c)) > 0.05 * math.dist(a, b) * math.dist(b, c) for a, b, c in corners)


def _enters(path: Path_, box: picture.Area) -> bool:
    """Return whether a line runs through a box rather than to its edge."""
    inner = picture.Area(box.left + 2, box.top + 2, box.right - 2, box.bottom - 2)
    return any(inner.left < x < inner.right and inner.top < y < inner.bottom for x, y in _points(path))


def _points(path: Path_) -> Iterator[Point]:
    for (ax, ay), (bx, by) in pairwise(path):
        count = int(math.dist((ax, ay), (bx, by)) / 3) + 1
        yield from ((ax + (bx - ax) * n / count, ay + (by - ay) * n / count) for n in range(count + 1))


if __name__ == "__main__":
    sys.exit(main())

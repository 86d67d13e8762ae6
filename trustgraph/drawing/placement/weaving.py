"""From a chart and its plan to the grid: ranks for rows and for labels, nodes, and links from rank to rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from trustgraph.charts import Chart
from trustgraph.drawing.placement.grid import Flat, Grid, Link, Node, Pair, Sort, Strand
from trustgraph.drawing.placement.plan import Plan
from trustgraph.drawing.placement.sizes import ARM, LOOP, BoxSize, LabelSize, slot_height
from trustgraph.vocabulary import Family

_THIN = 1.0
_ROW_OF_LABELS = 620.0
_MARGIN = 5.0
_FEW = 3
_WEIGHTS = {Family.ACCOUNTABILITY: 20, Family.REPORTING: 20, Family.STRUCTURE: 4}


def weave(
    chart: Chart,
    plan: Plan,
    boxes: Sequence[BoxSize],
    labels: Sequence[LabelSize],
    strands: tuple[Strand, ...],
    flats: tuple[Flat, ...],
    pairs: tuple[Pair, ...],
) -> Grid:
    """Return the grid of a chart."""
    return _Weaver(chart, plan, boxes, labels, strands, flats, pairs).grid()


class _Weaver:
    """The grid while it is being made."""

    def __init__(
        self,
        chart: Chart,
        plan: Plan,
        boxes: Sequence[BoxSize],
        labels: Sequence[LabelSize],
        strands: tuple[Strand, ...],
        flats: tuple[Flat, ...],
        pairs: tuple[Pair, ...],
    ) -> None:
        self.chart, self.plan, self.labels, self.strands, self.flats = chart, plan, labels, strands, flats
        self.pair_of = {box: pair for pair in pairs for box in (pair.left, pair.right)}
        self.pairs: dict[int, Pair] = {}
        self.seats: dict[tuple[int, int, int], int] = {}
        self.index = {box.id: number for number, box in enumerate(chart.boxes)}
        self.row_of = {box: row for row, members in enumerate(plan.rows) for box in members}
        self.nodes: list[Node] = []
        self.links: list[Link] = []
        self.routes: dict[int, tuple[int, ...]] = {}
        self.dummies: dict[tuple[int, int, int], int] = {}
        self.label_spots = self._label_spots()
        self._number_ranks()
        self._add_boxes(boxes)

    def grid(self) -> Grid:
        """Return the finished grid."""
        self._add_walls()
        for number, strand in enumerate(self.strands):
            if strand.flat is not None:
                continue
            for line in strand.lines:
                (self._add_turn if strand.turned else self._add_route)(number, line)
        for number, flat in enumerate(self.flats):
            self._add_flat(number, flat)
        ranks: list[list[int]] = [[] for _ in range(self.rank_count)]
        for number, node in enumerate(self.nodes):
            ranks[node.rank].append(number)
        return Grid(
            tuple(self.nodes),
            tuple(map(tuple, ranks)),
            tuple(dict.fromkeys(self.links)),
            self.strands,
            self.flats,
            self.routes,
            self.row_ranks,
            self.box_nodes,
            self.pairs,
            self.seats,
        )

    def _ends(self, line: int) -> tuple[int, int]:
        """Return the upper and the lower box of a line."""
        ends = (self.index[self.chart.lines[line].subject], self.index[self.chart.lines[line].target])
        return ends if self.row_of[ends[0]] <= self.row_of[ends[1]] else (ends[1], ends[0])

    def _label_spots(self) -> dict[int, tuple[int, int]]:
        """Return for each line with a label or a turn its gap (counted from above the first row) and level there."""
        filled: dict[int, float] = defaultdict(float)
        gaps: dict[int, int] = {}
        for strand in self.strands:
            if choice := self._gaps(strand):
                line = strand.lines[0]
                gaps[line] = min(choice, key=lambda gap: filled[gap])
                filled[gaps[line]] += self.labels[line].width + 2 * _MARGIN
        return self._levels(gaps, filled)

    def _gaps(self, strand: Strand) -> Sequence[int]:
        """Return where a strand's label or turn may stand, the best first."""
        line = strand.lines[0]
        upper, lower = self._ends(line)
        first, last = self.row_of[upper] + 1, self.row_of[lower]
        if strand.turned:
            return first - 1, first
        if strand.flat is not None or not self.chart.lines[line].label:
            return ()
        if len(strand.lines) > 1:
            # before the lines part
            return (first,) if strand.hub == upper else (last,)
        if self.plan.is_apart(self.row_of[upper]):
            # where the line has run level as far as it must
            return (last,)
        if self.plan.is_apart(self.row_of[lower]):
            return (first,)
        # the gap next to the subject is taken where nothing speaks against it
        choice = range(first, last + 1)
        return choice[::-1] if self.index[self.chart.lines[line].subject] == lower else choice

    def _levels(self, gaps: dict[int, int], filled: dict[int, float]) -> dict[int, tuple[int, int]]:
        self.levels = {gap: int(width // _ROW_OF_LABELS) + 1 for gap, width in filled.items()}
        used: dict[tuple[int, int], float] = defaultdict(float)
        spots: dict[int, tuple[int, int]] = {}
        for line, gap in gaps.items():
            level = min(range(self.levels[gap]), key=lambda candidate, gap=gap: used[gap, candidate])  # type: ignore[misc]
            used[gap, level] += self.labels[line].width + 2 * _MARGIN
            spots[line] = (gap, level)
        return spots

    def _number_ranks(self) -> None:
        rank, rows = 0, []
        self.gap_ranks: dict[int, int] = {}
        for gap in range(len(self.plan.rows) + 1):
            self.gap_ranks[gap] = rank
            rank += self.levels.get(gap, 0)
            if gap < len(self.plan.rows):
                rows.append(rank)
                rank += 1
        self.row_ranks, self.rank_count = tuple(rows), rank

    def _add(self, node: Node) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1

    def _add_boxes(self, boxes: Sequence[BoxSize]) -> None:
        loops: dict[int, float] = defaultdict(float)
        for number, line in enumerate(self.chart.lines):
            if line.subject == line.target:
                box = self.index[line.subject]
                loops[box] = max(loops[box], LOOP + self.labels[number].width)
        numbers: dict[int, int] = {}
        for row, members in enumerate(self.plan.rows):
            free = all(self.chart.boxes[box].beside and not self.plan.zones[box] for box in members)
            for box in members:
                if box in numbers:
                    continue
                pair = self.pair_of.get(box)
                half = boxes[box].width / 2 if pair is None else boxes[box].width + ARM
                zone = None if free else self.plan.zones[box]
                node = Node(Sort.BOX, self.row_ranks[row], half, half + loops[box], boxes[box].height, box, zone)
                numbers[box] = self._add(node)
                if pair is not None:
                    numbers |= {pair.left: numbers[box], pair.right: numbers[box]}
                    self.pairs[numbers[box]] = pair
                    self.dummies[pair.strand, node.rank, -1] = numbers[box]
        self.box_nodes = tuple(numbers[box] for box in range(len(self.chart.boxes)))

    def _add_walls(self) -> None:
        """Add the borders of the bands outside which something stands."""
        for side in sorted({-1.0, 1.0} & {self.nodes[node].zone for node in self.box_nodes}):
            walls = [self._add(Node(Sort.WALL, rank, 0, 0, 0, 0, side / 2)) for rank in range(self.rank_count)]
            self.links += [Link(a, b, -1, 0, 400) for a, b in pairwise(walls)]

    def _zone(self, *boxes: int) -> float | None:
        return 0 if all(self.nodes[self.box_nodes[box]].zone == 0 for box in boxes) else None

    def _add_route(self, strand: int, line: int) -> None:
        upper, lower = self._ends(line)
        first, last = self.row_ranks[self.row_of[upper]], self.row_ranks[self.row_of[lower]]
        route = [self.box_nodes[upper]]
        route += [self._dummy(strand, line, rank, self._zone(upper, lower)) for rank in range(first + 1, last)]
        route.append(self.box_nodes[lower])
        pair, family = self.pair_of.get(lower), self.chart.lines[line].family
        part = int(pair is not None and pair.strand != strand and lower == pair.right)
        self._link(route[:-1], strand, family)
        self._link(route[-2:], strand, family, part)
        if pair is not None and pair.strand != strand:
            self.seats[self.box_nodes[lower], strand, part] = 2 * part - 1
        self.routes[line] = tuple(route)

    def _dummy(self, strand: int, line: int, rank: int, zone: float | None) -> int:
        """Return the strand's node in a rank: thin, or where its label stands as large as the label."""
        first = self.strands[strand].lines[0]
        key = (strand, rank, line if self._passes_alone(strand, line) else -1)
        if key not in self.dummies:
            label, spot = self.labels[first], self.label_spots.get(first)
            if spot is not None and self.gap_ranks[spot[0]] + spot[1] == rank:
                half = label.width / 2
                node = Node(Sort.LABEL, rank, half, half, label.height, line, zone)
            else:
                node = Node(Sort.THIN, rank, _THIN, _THIN, 0, line, zone)
            self.dummies[key] = self._add(node)
        return self.dummies[key]

    def _passes_alone(self, strand: int, line: int) -> bool:
        """Return whether a line of a comb passes the labels by itself: of few lines each may turn out straight."""
        lines = self.strands[strand].lines
        if (
            len(lines) > _FEW
            or self.labels[lines[0]].text
            or any(pair.strand == strand for pair in self.pairs.values())
        ):
            return False
        upper, lower = self._ends(line)
        return self.row_of[lower] - self.row_of[upper] == 1

    def _link(self, route: Sequence[int], strand: int, family: Family, part: int = 0) -> None:
        weight = _WEIGHTS.get(family, 2)
        for upper, lower in pairwise(route):
            thin = sum(self.nodes[node].sort is not Sort.BOX for node in (upper, lower))
            self.links.append(Link(upper, lower, strand, part, weight * (1, 2, 8)[thin]))

    def _add_turn(self, strand: int, line: int) -> None:
        """Add a line between boxes of one row that goes up or down into a rank of labels and back."""
        gap, level = self.label_spots[line]
        first, second = (self.index[self.chart.lines[line].subject], self.index[self.chart.lines[line].target])
        row_rank, rank = self.row_ranks[self.row_of[first]], self.gap_ranks[gap] + level
        half = max(self.labels[line].width / 2 + 8, 10)
        zone = self._zone(first, second)
        turn = self._add(Node(Sort.TURN, rank, half, half, max(self.labels[line].height, 6), line, zone))
        way = 1 if rank < row_rank else -1
        route = [turn]
        for part, box in enumerate((first, second)):
            between = range(rank + way, row_rank, way)
            leg = [turn, *(self._add(Node(Sort.THIN, r, _THIN, _THIN, 0, line, zone)) for r in between)]
            leg.append(self.box_nodes[box])
            self._link(leg if way > 0 else leg[::-1], strand, self.chart.lines[line].family, part)
            route = [*reversed(leg), *route[1:]] if part == 0 else [*route, *leg[1:]]
        self.routes[line] = tuple(route)

    def _add_flat(self, number: int, flat: Flat) -> None:
        rank = self.row_ranks[self.row_of[flat.ends[0]]]
        half = max(self.labels[line].width for line in flat.lines) / 2
        height = sum(slot_height(self.labels[line]) for line in flat.lines)
        self._add(Node(Sort.FLAT, rank, half, half, height, number, None))

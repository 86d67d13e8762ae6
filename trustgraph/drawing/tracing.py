"""From placed nodes to the picture: heights of ranks and channels, paths, labels and bands, in points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from trustgraph.charts import Chart
from trustgraph.drawing.geometry import PlacedBand, PlacedBox, PlacedLabel, PlacedLine, Point
from trustgraph.drawing.grid import Grid, Link, Sort
from trustgraph.drawing.plan import Plan
from trustgraph.drawing.ports import Offsets, lower_port, upper_port
from trustgraph.drawing.routing import Channel, Net, channel
from trustgraph.drawing.sizes import DETAIL_SIZE, LABEL_SIZE, NAME_SIZE, BoxSize, LabelSize
from trustgraph.drawing.text import measure
from trustgraph.drawing.weaving import LOOP, slot_height

TAB = 18.0
TAB_SIZE = 8.5
_STEP = 9.0
_AT_BOX = 17.0
_AT_LABEL = 6.0
_BAND_PAD = 12.0
_BAND_GAP = 6.0
_BAND_SIDE = 14.0


class Picture(NamedTuple):
    """The chart without the words around it; its upper left corner is at 0, 0."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    lines: tuple[PlacedLine, ...]
    labels: tuple[PlacedLabel, ...]
    bands: tuple[PlacedBand, ...]


class Woven(NamedTuple):
    """All that a picture is traced from."""

    chart: Chart
    plan: Plan
    boxes: Sequence[BoxSize]
    labels: Sequence[LabelSize]
    grid: Grid


def trace(woven: Woven, x: Sequence[float], offsets: Offsets) -> Picture:
    """Return the picture of a grid whose nodes and ports have their places across."""
    return _Tracer(woven, x, offsets).picture()


def simplified(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return a path without points that stand still or lie between two others."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1].x - point.x) + abs(kept[-1].y - point.y) < 0.01:
            continue
        while len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return abs(a.x - b.x) + abs(b.x - c.x) < 0.01 or abs(a.y - b.y) + abs(b.y - c.y) < 0.01


class _Tracer:
    """The picture while it is being traced."""

    def __init__(self, woven: Woven, x: Sequence[float], offsets: Offsets) -> None:
        self.woven, self.grid, self.x, self.offsets = woven, woven.grid, x, offsets
        self.heights = [max((self.grid.nodes[n].height for n in rank), default=0.0) for rank in self.grid.ranks]
        self.nets: dict[tuple[int, int, int], list[Link]] = defaultdict(list)
        for link in self.grid.links:
            if link.strand >= 0:
                self.nets[self.grid.nodes[link.upper].rank, link.strand, link.part].append(link)
        self.channels = [self._channel(rank) for rank in range(len(self.grid.ranks) - 1)]
        self._stack()

    def picture(self) -> Picture:
        """Return the whole picture, moved to the origin."""
        boxes = tuple(map(self._box, range(len(self.woven.chart.boxes))))
        paths = {line: self._path(line) for strand in self.grid.strands for line in strand.lines}
        chart_lines = self.woven.chart.lines
        lines = [
            PlacedLine(tuple(chart_lines[n] for n in strand.lines), tuple(paths[n] for n in strand.lines))
            for strand in self.grid.strands
        ]
        labels = [self._label(n, paths[n]) for n in paths if self.woven.labels[n].text]
        for loop, plate in self._loops():
            lines.append(loop)
            labels += plate
        return _at_origin(boxes, tuple(lines), tuple(labels), self._bands())

    def _channel(self, rank: int) -> dict[tuple[int, int], tuple[Net, Channel, int]]:
        keys = [key for key in self.nets if key[0] == rank]
        nets = [
            Net(
                tuple(dict.fromkeys(self._upper_x(link) for link in self.nets[key])),
                tuple(dict.fromkeys(self._lower_x(link) for link in self.nets[key])),
            )
            for key in keys
        ]
        routed = channel(nets)
        return {key[1:]: (net, routed, number) for number, (key, net) in enumerate(zip(keys, nets, strict=True))}

    def _upper_x(self, link: Link) -> float:
        return round(self.x[link.upper] + self.offsets[upper_port(link)], 2)

    def _lower_x(self, link: Link) -> float:
        return round(self.x[link.lower] + self.offsets[lower_port(link)], 2)

    def _stack(self) -> None:
        """Give each rank its top and each channel its first track."""
        self.tops: list[float] = []
        self.first_tracks: list[float] = []
        y = 0.0
        for rank, height in enumerate(self.heights):
            self.tops.append(y)
            y += height
            if rank < len(self.channels):
                levels = max((routed.levels for _, routed, _ in self.channels[rank].values()), default=0)
                above, below = (self._margin(rank), self._margin(rank + 1))
                self.first_tracks.append(y + above)
                y += above + below + max(levels - 1, 0) * _STEP
        self._make_room_for_names()

    def _margin(self, rank: int) -> float:
        return _AT_BOX if rank in self.grid.row_ranks else _AT_LABEL

    def _shift(self, rank: int, way: float) -> None:
        """Move a rank and all below it down."""
        self.tops = [top + way * (r >= rank) for r, top in enumerate(self.tops)]
        self.first_tracks = [top + way * (r >= rank) for r, top in enumerate(self.first_tracks)]

    def _make_room_for_names(self) -> None:
        """Make each band as high as its name is long."""
        for band in self.woven.chart.bands:
            rows = self._rows_of(band.first, band.last)
            if rows:
                first, last = self.grid.row_ranks[rows[0]], self.grid.row_ranks[rows[-1]]
                have = self.tops[last] + self.heights[last] - self.tops[first] + 2 * _BAND_PAD
                need = max(measure(band.name, TAB_SIZE, True), measure(band.name.upper(), TAB_SIZE, True)) + 12
                if need > have:
                    self._shift(first, (need - have) / 2)
                    self._shift(last + 1, (need - have) / 2)

    def _rows_of(self, first: int, last: int) -> list[int]:
        return [row for row, chart_row in enumerate(self.woven.plan.chart_rows) if first <= chart_row <= last]

    def _middle(self, rank: int) -> float:
        return self.tops[rank] + self.heights[rank] / 2

    def _box(self, number: int) -> PlacedBox:
        node = self.grid.box_nodes[number]
        size, rank = self.woven.boxes[number], self.grid.nodes[node].rank
        x, y = self.x[node] - size.width / 2, self._middle(rank) - size.height / 2
        box = self.woven.chart.boxes[number]
        return PlacedBox(box, x, y, size.width, size.height, size.name, size.details, NAME_SIZE, DETAIL_SIZE)

    def _edge(self, node: int, side: int) -> float:
        """Return where lines meet the upper (-1) or lower (1) side of a node."""
        rank = self.grid.nodes[node].rank
        height = self.grid.nodes[node].height if self.grid.nodes[node].sort is Sort.BOX else 0.0
        return self._middle(rank) + side * height / 2

    def _path(self, line: int) -> tuple[Point, ...]:
        strand = next(n for n, strand in enumerate(self.grid.strands) if line in strand.lines)
        flat = self.grid.strands[strand].flat
        if flat is not None:
            return self._flat_path(line, flat)
        route = self.grid.routes[line]
        links = {(link.upper, link.lower): link for link in self.grid.links if link.strand == strand}
        points: list[Point] = []
        for one, other in pairwise(route):
            forward = (one, other) in links
            piece = self._piece(links[(one, other) if forward else (other, one)])
            points += piece if forward else piece[::-1]
        subject = self.grid.box_nodes[self._ends(line)[0]]
        return simplified(points if route[0] == subject else points[::-1])

    def _ends(self, line: int) -> tuple[int, int]:
        ids = [box.id for box in self.woven.chart.boxes]
        return ids.index(self.woven.chart.lines[line].subject), ids.index(self.woven.chart.lines[line].target)

    def _piece(self, link: Link) -> list[Point]:
        rank = self.grid.nodes[link.upper].rank
        net, routed, number = self.channels[rank][link.strand, link.part]
        high, low = self._upper_x(link), self._lower_x(link)
        start, end = Point(high, self._edge(link.upper, 1)), Point(low, self._edge(link.lower, -1))
        track = routed.tracks[number]
        if track is None or net.straight:
            return [start, end]
        upper = self.first_tracks[rank] + track.upper * _STEP
        lower = self.first_tracks[rank] + track.lower * _STEP
        if track.x is None:
            return [start, Point(high, upper), Point(low, upper), end]
        return [start, Point(high, upper), Point(track.x, upper), Point(track.x, lower), Point(low, lower), end]

    def _flat_path(self, line: int, number: int) -> tuple[Point, ...]:
        flat = self.grid.flats[number]
        left, right = (self._box(box) for box in flat.ends)
        slots = [slot_height(self.woven.labels[other]) for other in flat.lines]
        at = flat.lines.index(line)
        y = left.y + left.height / 2 - sum(slots) / 2 + sum(slots[:at]) + slots[at] / 2
        points = (Point(left.x + left.width, y), Point(right.x, y))
        return points if self._ends(line)[0] == flat.ends[0] else points[::-1]

    def _label(self, line: int, path: Sequence[Point]) -> PlacedLabel:
        size = self.woven.labels[line]
        for node in self.grid.routes.get(line, ()):
            if self.grid.nodes[node].sort in (Sort.LABEL, Sort.TURN):
                middle = Point(self.x[node], self._middle(self.grid.nodes[node].rank))
                return _plate(self.woven.chart, line, size, middle)
        flat = next(n for n, flat in enumerate(self.grid.flats) if line in flat.lines)
        node = next(n for n, node in enumerate(self.grid.nodes) if node.sort is Sort.FLAT and node.item == flat)
        return _plate(self.woven.chart, line, size, Point(self.x[node], path[0].y))

    def _loops(self) -> list[tuple[PlacedLine, list[PlacedLabel]]]:
        """Return the lines from a box to itself, to its right, one under the other."""
        result = []
        used: dict[int, float] = defaultdict(float)
        mine = [n for n, line in enumerate(self.woven.chart.lines) if line.subject == line.target]
        totals: dict[int, float] = defaultdict(float)
        for line in mine:
            totals[self._ends(line)[0]] += max(slot_height(self.woven.labels[line]), 18)
        for line in mine:
            box = self._ends(line)[0]
            placed, slot = self._box(box), max(slot_height(self.woven.labels[line]), 18)
            y = placed.y + placed.height / 2 - totals[box] / 2 + used[box] + slot / 2
            used[box] += slot
            right, out = placed.x + placed.width, placed.x + placed.width + LOOP - 6
            path = (Point(right, y - 5), Point(out, y - 5), Point(out, y + 5), Point(right, y + 5))
            size = self.woven.labels[line]
            plates = [_plate(self.woven.chart, line, size, Point(out + 2 + size.width / 2, y))] if size.text else []
            result.append((PlacedLine((self.woven.chart.lines[line],), (path,)), plates))
        return result

    def _bands(self) -> tuple[PlacedBand, ...]:
        spans = [(band, self._rows_of(band.first, band.last)) for band in self.woven.chart.bands]
        present = sorted(((band, rows) for band, rows in spans if rows), key=lambda pair: pair[1][0])
        left, right = self._band_sides()
        bands = []
        for band, rows in present:
            first, last = self.grid.row_ranks[rows[0]], self.grid.row_ranks[rows[-1]]
            top, bottom = self._band_top(rows[0]), self._band_bottom(rows[-1])
            need = measure(band.name.upper(), TAB_SIZE, True) + 12
            slack = max(0.0, need - (bottom - top)) / 2
            bands.append(
                PlacedBand(band.name, left, top - slack, right - left, bottom - top + 2 * slack, TAB, TAB_SIZE)
            )
            del first, last
        return tuple(bands)

    def _band_sides(self) -> tuple[float, float]:
        spans = [(self.x[n] - node.left, self.x[n] + node.right) for n, node in enumerate(self.grid.nodes)]
        left, right = min(a for a, _ in spans), max(b for _, b in spans)
        walls = [self.x[n] for n, node in enumerate(self.grid.nodes) if node.sort is Sort.WALL]
        return left - _BAND_SIDE - TAB, walls[0] if walls else right + _BAND_SIDE

    def _band_top(self, row: int) -> float:
        rank = self.grid.row_ranks[row]
        if rank == 0 or row == 0:
            return self.tops[rank] - _BAND_PAD
        return self._border(rank) + _BAND_GAP / 2

    def _band_bottom(self, row: int) -> float:
        rank = self.grid.row_ranks[row]
        if row == len(self.grid.row_ranks) - 1:
            return self.tops[rank] + self.heights[rank] + _BAND_PAD
        return self._border(self.grid.row_ranks[row + 1]) - _BAND_GAP / 2

    def _border(self, rank: int) -> float:
        """Return the height between a row and what is above it at which one band ends and the next begins."""
        above = self.tops[rank - 1] + self.heights[rank - 1]
        margin = _BAND_PAD if rank - 1 not in self.grid.row_ranks else (self.tops[rank] - above) / 2
        return self.tops[rank] - max(margin, 1.0)


def _plate(chart: Chart, line: int, size: LabelSize, middle: Point) -> PlacedLabel:
    x, y = middle.x - size.width / 2, middle.y - size.height / 2
    return PlacedLabel(chart.lines[line], size.text, x, y, size.width, size.height, LABEL_SIZE)


def _at_origin(
    boxes: tuple[PlacedBox, ...],
    lines: tuple[PlacedLine, ...],
    labels: tuple[PlacedLabel, ...],
    bands: tuple[PlacedBand, ...],
) -> Picture:
    plates = [*boxes, *labels, *bands]
    points = [point for line in lines for path in line.paths for point in path]
    left = min([plate.x for plate in plates] + [point.x for point in points])
    top = min([plate.y for plate in plates] + [point.y for point in points])
    right = max([plate.x + plate.width for plate in plates] + [point.x for point in points])
    bottom = max([plate.y + plate.height for plate in plates] + [point.y for point in points])
    picture = Picture(right - left, bottom - top, boxes, lines, labels, bands)
    return moved(picture, -left, -top)


def moved(picture: Picture, x: float, y: float, scale: float = 1.0) -> Picture:
    """Return a picture scaled about the origin and then moved."""

    def place(point: Point) -> Point:
        return Point(point.x * scale + x, point.y * scale + y)

    boxes = tuple(
        box._replace(
            x=box.x * scale + x,
            y=box.y * scale + y,
            width=box.width * scale,
            height=box.height * scale,
            font_size=box.font_size * scale,
            detail_size=box.detail_size * scale,
        )
        for box in picture.boxes
    )
    lines = tuple(
        PlacedLine(line.lines, tuple(tuple(map(place, path)) for path in line.paths)) for line in picture.lines
    )
    labels = tuple(
        label._replace(
            x=label.x * scale + x,
            y=label.y * scale + y,
            width=label.width * scale,
            height=label.height * scale,
            font_size=label.font_size * scale,
        )
        for label in picture.labels
    )
    bands = tuple(
        band._replace(
            x=band.x * scale + x,
            y=band.y * scale + y,
            width=band.width * scale,
            height=band.height * scale,
            tab=band.tab * scale,
            font_size=band.font_size * scale,
        )
        for band in picture.bands
    )
    return Picture(picture.width * scale, picture.height * scale, boxes, lines, labels, bands)

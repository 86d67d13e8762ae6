"""From placed nodes to the picture: the channels routed, the paths traced, the labels put on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from trustgraph.charts import Chart
from trustgraph.drawing.geometry import PlacedBox, PlacedLabel, PlacedLine, Point
from trustgraph.drawing.placement.flanks import side_heights
from trustgraph.drawing.placement.grid import Grid, Link, Sort, Strand
from trustgraph.drawing.placement.plan import Plan
from trustgraph.drawing.placement.ports import Offsets, Port, lower_port, upper_port
from trustgraph.drawing.placement.routing import Channel, Net, channel
from trustgraph.drawing.placement.scaling import Picture, at_origin
from trustgraph.drawing.placement.sizes import (
    ARM,
    DETAIL_SIZE,
    LABEL_SIZE,
    LOOP,
    NAME_SIZE,
    BoxSize,
    LabelSize,
    loop_height,
    slot_height,
    widened,
)
from trustgraph.drawing.placement.stacking import TRACK_STEP, bands, stack

Path = tuple[Point, ...]


class Woven(NamedTuple):
    """All that a picture is traced from."""

    chart: Chart
    plan: Plan
    boxes: Sequence[BoxSize]
    labels: Sequence[LabelSize]
    grid: Grid


class Routed(NamedTuple):
    """A net's number in its channel."""

    net: Net
    channel: Channel
    number: int


def trace(woven: Woven, x: Sequence[float], offsets: Offsets) -> Picture:
    """Return the picture of a grid whose nodes and ports have their places across."""
    return _Tracer(woven, x, offsets).picture()


def simplified(points: Sequence[Point]) -> Path:
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
        self.chart, self.labels = woven.chart, woven.labels
        self.index = {box.id: number for number, box in enumerate(self.chart.boxes)}
        self.side_heights = side_heights(self.grid, offsets)
        self.channels = self._channels()
        levels = [max((routed.channel.levels for routed in channel.values()), default=0) for channel in self.channels]
        self.stack = stack(self.chart, woven.plan, self.grid, levels)
        self.boxes = tuple(map(self._box, range(len(self.chart.boxes))))

    def picture(self) -> Picture:
        """Return the whole picture, moved to the origin."""
        placed: list[PlacedLine] = []
        labels: list[PlacedLabel] = []
        for number, strand in enumerate(self.grid.strands):
            paths = [self._path(number, line) for line in strand.lines]
            placed.append(PlacedLine(tuple(self.chart.lines[line] for line in strand.lines), tuple(paths)))
            labels += self._labels(strand, paths)
        for line, path in self._loops().items():
            placed.append(PlacedLine((self.chart.lines[line],), (path,)))
            out = path[1].x + 2 + self.labels[line].width / 2
            labels.append(self._plate(line, Point(out, (path[1].y + path[2].y) / 2)))
        behind = bands(self.chart, self.woven.plan, self.grid, self.x, self.stack)
        shown = tuple(label for label in labels if label.text)
        return at_origin(Picture(0, 0, self.boxes, tuple(placed), shown, behind))

    def _channels(self) -> list[dict[tuple[int, int], Routed]]:
        """Return for each channel its nets by strand and part."""
        links: list[dict[tuple[int, int], list[Link]]] = [defaultdict(list) for _ in self.grid.ranks[1:]]
        for link in self.grid.links:
            if link.strand >= 0:
                links[self.grid.nodes[link.upper].rank][link.strand, link.part].append(link)
        channels = []
        for keyed in links:
            nets = [
                Net(tuple(dict.fromkeys(map(self._upper_x, of))), tuple(dict.fromkeys(map(self._lower_x, of))))
                for of in keyed.values()
            ]
            routed = channel(nets)
            channels.append({key: Routed(nets[at], routed, at) for at, key in enumerate(keyed)})
        return channels

    def _upper_x(self, link: Link) -> float:
        return round(self.x[link.upper] + self.offsets[upper_port(link)], 2)

    def _lower_x(self, link: Link) -> float:
        return round(self.x[link.lower] + self.offsets[lower_port(link)], 2)

    def _box(self, number: int) -> PlacedBox:
        node, box = self.grid.box_nodes[number], self.chart.boxes[number]
        left, width = self._span(number)
        size = widened(box, self.woven.boxes[number], width)
        y = self.stack.middle(self.grid.nodes[node].rank) - size.height / 2
        return PlacedBox(box, left, y, width, size.height, size.name, size.details, NAME_SIZE, DETAIL_SIZE)

    def _span(self, box: int) -> tuple[float, float]:
        """Return the left end of a box and its width."""
        node = self.grid.box_nodes[box]
        x, half = self.x[node], self.grid.nodes[node].left
        if node not in self.grid.pairs:
            return x - half, round(2 * half, 1)
        return (x - half if box == self.grid.pairs[node].left else x + ARM), round(half - ARM, 1)

    def _edge(self, number: int, side: int) -> float:
        """Return where lines meet the upper (-1) or lower (1) side of a node."""
        node = self.grid.nodes[number]
        return self.stack.middle(node.rank) + side * (node.height / 2 if node.sort is Sort.BOX else 0.0)

    def _subject(self, line: int) -> int:
        return self.index[self.chart.lines[line].subject]

    def _path(self, strand: int, line: int) -> Path:
        flat = self.grid.strands[strand].flat
        if flat is not None:
            return self._flat_path(line, flat)
        route = self.grid.routes[line]
        links = {(link.upper, link.lower): link for link in self._links(strand, line)}
        points: list[Point] = []
        for one, other in pairwise(route):
            down = (one, other) in links
            piece = self._piece(links[(one, other) if down else (other, one)])
            points += piece if down else piece[::-1]
        points += self._arm(strand, line)
        return simplified(points if route[0] == self.grid.box_nodes[self._subject(line)] else points[::-1])

    def _links(self, strand: int, line: int) -> Iterator[Link]:
        """Yield the links of a strand, but for those to the other box of the pair at which a line ends."""
        pair = self.grid.pairs.get(self.grid.routes[line][-1])
        ends = {self.index[self.chart.lines[line].subject], self.index[self.chart.lines[line].target]}
        for link in self.grid.links:
            seat = self.grid.seats.get((link.lower, link.strand, link.part))
            if link.strand == strand and (not seat or pair is None or (pair.left, pair.right)[seat > 0] in ends):
                yield link

    def _arm(self, strand: int, line: int) -> list[Point]:
        """Return the way from the trunk to the side of a box that hangs on it; nothing for other boxes."""
        node = self.grid.routes[line][-1]
        pair = self.grid.pairs.get(node)
        if pair is None or pair.strand != strand:
            return []
        way = -1 if pair.left in (self._subject(line), self.index[self.chart.lines[line].target]) else 1
        y = self.stack.middle(self.grid.nodes[node].rank)
        return [Point(self.x[node], y), Point(self.x[node] + way * ARM, y)]

    def _piece(self, link: Link) -> list[Point]:
        """Return the way of a link through its channel, downwards."""
        rank = self.grid.nodes[link.upper].rank
        routed = self.channels[rank][link.strand, link.part]
        high, low = self._upper_x(link), self._lower_x(link)
        start, end = self._end(upper_port(link), high), self._end(lower_port(link), low)[::-1]
        track = routed.channel.tracks[routed.number]
        if track is None:
            return [*start, *end]
        upper, lower = (self.stack.tracks[rank] + level * TRACK_STEP for level in (track.upper, track.lower))
        if track.x is None:
            return [*start, Point(high, upper), Point(low, upper), *end]
        return [*start, Point(high, upper), Point(track.x, upper), Point(track.x, lower), Point(low, lower), *end]

    def _end(self, port: Port, x: float) -> list[Point]:
        """Return the way from a node to where its line goes up or down."""
        if port not in self.side_heights:
            return [Point(x, self._edge(port.node, port.side))]
        node = self.grid.nodes[port.node]
        y = self.stack.middle(node.rank) + self.side_heights[port]
        return [Point(self.x[port.node] + (node.left if x > self.x[port.node] else -node.left), y), Point(x, y)]

    def _flat_path(self, line: int, number: int) -> Path:
        """Return the level line between two neighbours."""
        flat = self.grid.flats[number]
        # dot may have put the pair the other way round
        first, second = sorted(flat.ends, key=lambda box: self.boxes[box].x)
        left, right = self.boxes[first], self.boxes[second]
        slots = [slot_height(self.labels[other]) for other in flat.lines]
        at = flat.lines.index(line)
        y = left.y + left.height / 2 - sum(slots) / 2 + sum(slots[:at]) + slots[at] / 2
        path = (Point(left.x + left.width, y), Point(right.x, y))
        return path if self._subject(line) == first else path[::-1]

    def _labels(self, strand: Strand, paths: Sequence[Path]) -> list[PlacedLabel]:
        """Return the labels of a strand: one that lines of a comb share, one for each line between neighbours."""
        if strand.flat is None:
            shared = tuple(self.chart.lines[line] for line in strand.lines)
            return [self._label(strand.lines[0], paths[0])._replace(lines=shared)]
        return [self._label(line, path) for line, path in zip(strand.lines, paths, strict=True)]

    def _label(self, line: int, path: Path) -> PlacedLabel:
        """Return a line's label on the node made for it."""
        for number in self.grid.routes.get(line, ()):
            node = self.grid.nodes[number]
            if node.sort in (Sort.LABEL, Sort.TURN):
                return self._plate(line, Point(self.x[number], self.stack.middle(node.rank)))
        for number, node in enumerate(self.grid.nodes):
            if node.sort is Sort.FLAT and line in self.grid.flats[node.item].lines:
                return self._plate(line, Point(self.x[number], path[0].y))
        return self._plate(line, path[0])

    def _plate(self, line: int, middle: Point) -> PlacedLabel:
        size = self.labels[line]
        x, y = middle.x - size.width / 2, middle.y - size.height / 2
        return PlacedLabel((self.chart.lines[line],), size.text, x, y, size.width, size.height, LABEL_SIZE)

    def _loops(self) -> dict[int, Path]:
        """Return the paths of lines from a box to itself, at its right side, one under the other."""
        paths: dict[int, Path] = {}
        for number, box in enumerate(self.boxes):
            own = [line for line, of in enumerate(self.chart.lines) if of.subject == of.target == box.box.id]
            heights = [loop_height(self.labels[line]) for line in own]
            y = self.stack.middle(self.grid.nodes[self.grid.box_nodes[number]].rank) - sum(heights) / 2
            right, out = box.x + box.width, box.x + box.width + LOOP - 6
            for line, height in zip(own, heights, strict=True):
                top, bottom = y + height / 2 - 5, y + height / 2 + 5
                paths[line] = (Point(right, top), Point(out, top), Point(out, bottom), Point(right, bottom))
                y += height
        return paths

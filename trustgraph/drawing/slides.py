"""What stands on a slide: the shapes of a page, in the order they are read aloud, which is from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.etree import ElementTree as ET

from trustgraph.charts import BULLET
from trustgraph.colours import BAND, INK, PAPER, lighter
from trustgraph.drawing.clearings import Leg, clearings, meets
from trustgraph.drawing.connectors import Connector, connectors, extra_sites, outlined, site_at, within
from trustgraph.drawing.drawingml import Label, Outline, Wording, bent, box, straight, text, write
from trustgraph.drawing.geometry import (
    Drawing,
    Layout,
    PlacedBand,
    PlacedBox,
    PlacedLabel,
    PlacedLine,
    PlacedSample,
    PlacedText,
    Point,
)
from trustgraph.drawing.looks import (
    CASING,
    HALO,
    INSET,
    MARKS,
    RING,
    TAB,
    TEXT_COLOURS,
    box_look,
    label_edge,
    line_look,
)
from trustgraph.drawing.paragraphs import extent, paragraphs
from trustgraph.drawing.plates import CORNER, Area, box_area, box_corner, entries, hang, is_list, ring_area, sign_area
from trustgraph.vocabulary import Mark

_GAP = 2.0


class _Place(NamedTuple):
    """Where a shape is read: what lies behind all first, then by its top and from the left."""

    layer: int
    top: float
    left: float


_Placed = tuple[_Place, ET.Element]


def slide_shapes(drawing: Drawing, page: Layout) -> list[ET.Element]:
    """Return the shapes of a page, each with its text alternative; in front are those that come later."""
    return [shape for _, shape in sorted(_Slide(drawing, page).shapes(), key=lambda placed: placed[0])]


class _Slide:
    """The shapes of one page, each with a number of its own."""

    def __init__(self, drawing: Drawing, page: Layout) -> None:
        self._page = page
        self._names = {each.id: each.name for each in drawing.chart.boxes}
        self._names |= {placed.box.id: placed.box.name for placed in page.boxes}
        self._boxes = {placed.box.id: (number, placed) for number, placed in enumerate(page.boxes, 2)}
        self._last = len(page.boxes) + 1
        self._sites = extra_sites(page)

    def shapes(self) -> Iterator[_Placed]:
        """Yield every shape and where it is read."""
        page = self._page
        yield from map(self._band, page.bands)
        crossed: list[Leg] = []
        for line in sorted(page.lines, key=_top):
            yield from self._line(line, crossed)
        yield from map(self._tab, page.bands)
        yield from map(self._label, page.labels)
        rows = _rows(page.boxes)
        for placed in page.boxes:
            yield from self._box(placed, rows[placed.box.id])
        for sample in page.samples:
            yield from self._sample(sample)
        yield from map(self._words, paragraphs(page.texts))

    def _named(self, name: str, words: str) -> Label:
        self._last += 1
        return Label(self._last, name, words)

    def _band(self, band: PlacedBand) -> _Placed:
        label = self._named(f"Tier: {band.name}", f"Tier: {band.name}")
        area = Area(band.x, band.y, band.width, band.height)
        return _Place(0, band.y, band.x), box(label, area, CORNER, BAND)

    def _tab(self, band: PlacedBand) -> _Placed:
        """Return the name of a tier, turned; it is read with its tier, but after the lines that pass behind it."""
        area = Area(band.x, band.y, band.tab, band.height)
        shape = box(self._named(f"Name of the tier {band.name}", band.name), area, CORNER, TAB)
        top = max([band.y, *(_top(line) for line in self._page.lines if meets(line, *area))])
        wording = Wording((band.name,), band.font_size, PAPER, bold=True)
        return _Place(1, top, band.x), write(shape, [wording], turned=True)

    def _box(self, placed: PlacedBox, top: float) -> Iterator[_Placed]:
        """Yield a box, and behind all lines the ring that marks it."""
        look, corner, place = box_look(placed.box), box_corner(placed), _Place(1, top, placed.x)
        if mark := placed.box.mark:
            edge = Outline(MARKS[mark].colour, MARKS[mark].width, MARKS[mark].dash)
            ring = box(self._named(f"Mark: {mark}", ""), ring_area(placed), corner + RING, "", edge)
            yield _Place(0, placed.y, placed.x), ring
        details = (detail.removeprefix(BULLET) for detail in placed.box.details)
        words = "; ".join((placed.box.caption, *details, f"{placed.box.tier} tier", *([mark] if mark else [])))
        label = Label(self._boxes[placed.box.id][0], placed.box.name, words)
        edge = Outline(look.outline, look.width, look.dash)
        shape = box(label, box_area(placed), corner, look.fill, edge, self._sites[placed.box.id])
        wordings = [Wording(placed.name, placed.font_size, look.ink, bold=True)] if placed.name else []
        wordings += _details(placed, look.detail, _GAP if wordings else 0)
        yield place, write(shape, wordings)

    def _line(self, line: PlacedLine, crossed: list[Leg]) -> Iterator[_Placed]:
        """Yield lines drawn as one, before them what clears the lines they cross."""
        parts = connectors(line)
        place = _Place(1, _top(line), min(point.x for path in line.paths for point in path))
        legs = [leg for part in parts for leg in pairwise(part.path)]
        width = line_look(line.lines[0].family).width + CASING
        for colour, pieces in clearings(legs, crossed, self._page.bands):
            yield place, bent(self._named("Gap where lines cross", ""), pieces, Outline(colour, width))
        crossed += legs
        for part in parts:
            if part.line.mark:
                yield place, self._halo(part.path, part.line.mark, line_look(part.line.family).width)
            yield place, self._connector(part)

    def _connector(self, part: Connector) -> ET.Element:
        name = f"{self._names[part.line.subject]} to {self._names[part.line.target]}"
        label = self._named(name, " ".join(part.line.said) or f"{name}: {part.line.family}")
        if len(part.path) > 2:
            return bent(label, [part.path], part.edge)
        start, end = part.path
        return straight(label, start, end, part.edge, (self._glue(part.start, start), self._glue(part.end, end)))

    def _halo(self, path: Sequence[Point], mark: Mark, width: float = 0) -> ET.Element:
        look = MARKS[mark]
        return bent(
            self._named(f"Mark: {mark}", ""), [path], Outline(lighter(look.colour, 0.5), width + HALO, look.dash)
        )

    def _glue(self, body: str | None, end: Point) -> tuple[int, int] | None:
        """Return the box where a line ends and its site there."""
        if body is None:
            return None
        number, placed = self._boxes[body]
        site = site_at(end, placed, self._sites[body])
        return None if site is None else (number, site)

    def _label(self, label: PlacedLabel) -> _Placed:
        look = line_look(label.line.family)
        words = f"{label.line.label}, on the line from {self._names[label.line.subject]}"
        area = Area(label.x, label.y, label.width, label.height)
        edge = Outline(*label_edge(label.line.family))
        shape = box(self._named(label.line.label, words), area, 3, PAPER, edge)
        lines = [_top(line) for line in self._page.lines if label.line in line.lines]
        written = write(shape, [Wording(label.text, label.font_size, look.colour)])
        return _Place(1, max([label.y, *lines]), label.x), written

    def _sample(self, sample: PlacedSample) -> Iterator[_Placed]:
        """Yield what a legend entry explains: a line, or the stroke and sign of a mark."""
        entry, place = sample.entry, _Place(1, sample.start.y, sample.start.x)
        words = f"Legend: {entry.text}"
        if entry.mark is None:
            look = line_look(entry.family, entry.force, entry.basis)
            edge = outlined(look, start=entry.mutual, end=True)
            start, end = within((sample.start, sample.end), edge)
            yield place, straight(self._named(words, words), start, end, edge)
            return
        yield place, self._halo((sample.start, sample.end), entry.mark)
        shape = box(self._named(words, words), sign_area(sample), 3, PAPER)
        yield place, write(shape, [Wording((entry.mark.sign,), 9, INK, bold=True)])

    def _words(self, lines: tuple[PlacedText, ...]) -> _Placed:
        part, said = lines[0].part, " ".join(line.text for line in lines)
        area = Area(*extent(lines))
        top, title = (
            area.y,
            part == "title" and lines[0] == next(each for each in self._page.texts if each.part == part),
        )
        if part == "legend":
            # an entry is read right after the line in front of it
            top = min((each.start.y for each in self._page.samples), key=lambda y: abs(y - lines[0].y), default=top)
        shape = text(self._named(f"{part.capitalize()}: {said}"[:60], said), area, title=title)
        wording = Wording([line.text for line in lines], lines[0].font_size, TEXT_COLOURS.get(part, INK), lines[0].bold)
        return _Place(0 if title else 1, -1 if title else top, area.x), write(shape, [wording], centred=False)


def _details(placed: PlacedBox, colour: str, before: float) -> Iterator[Wording]:
    """Yield the smaller lines of a box as paragraphs, `before` points below what is above: one, or one an entry."""
    size, listed = placed.detail_size, is_list(placed)
    for entry in entries(placed) if listed else filter(None, [placed.details]):
        first = entry[0].removeprefix(BULLET) if listed else entry[0]
        bullet = BULLET.strip() if first != entry[0] else ""
        inset, room = INSET if listed else None, hang(entry, size) if listed else 0
        yield Wording((first, *entry[1:]), size, colour, before=before, inset=inset, bullet=bullet, hang=room)
        before = 0


def _top(line: PlacedLine) -> float:
    return min(point.y for path in line.paths for point in path)


def _rows(boxes: Sequence[PlacedBox]) -> dict[str, float]:
    """Return the top of each box's row, so that boxes of one row are read from the left however high they are."""
    tops: dict[str, float] = {}
    first: PlacedBox | None = None
    for placed in sorted(boxes, key=lambda each: each.y):
        if first is None or placed.y > first.y + first.height / 2:
            first = placed
        tops[placed.box.id] = first.y
    return tops

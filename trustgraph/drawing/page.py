"""A picture on a page: title, chart, legend, notes and source, on A4 or A3 with type of at least 8 points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from trustgraph.charts import Chart
from trustgraph.drawing.geometry import Layout, PlacedSample, PlacedText, Point
from trustgraph.drawing.placement.scaling import Picture, moved
from trustgraph.drawing.text import LINE_HEIGHT, measure, wrap
from trustgraph.wording import capital

MARGIN = 36.0
LEAST_SCALE = 8 / 8.5
MOST_SCALE = 1.2
PAPERS = {"A4": (595.28, 841.89), "A3": (841.89, 1190.55)}

_TITLE, _SUBTITLE, _WORDED, _SMALL, _SOURCE = 16.0, 10.0, 11.0, 8.5, 8.0
_SAMPLE = 30.0
_SPACE = 14.0
_APART = 20.0
_PARAGRAPH = 4.0
_POINT = " · "
# a space at which no line ends
_HARD = "\u00a0"


class Words(NamedTuple):
    """The words above and below a chart for one page width, each block's y counted from its own top."""

    above: tuple[PlacedText, ...]
    above_height: float
    below: tuple[PlacedText, ...]
    samples: tuple[PlacedSample, ...]
    below_height: float


class Sheet(NamedTuple):
    """A size of page a picture fits, and how much the picture is scaled; `paper` is "" where none of those holds it."""

    paper: str
    width: float
    height: float
    scale: float


def words(chart: Chart, width: float) -> Words:
    """Return the words around a chart, as wide as a page without its margins."""
    above: list[PlacedText] = []
    y = 0.0
    for part, text, size, bold in (
        ("title", chart.title, _TITLE, True),
        ("subtitle", capital(chart.subtitle), _SUBTITLE, False),
    ):
        for line in wrap(_held(text, size, width, bold), size, width, bold):
            y += size * LINE_HEIGHT
            above.append(PlacedText(part, line.replace(_HARD, " "), MARGIN, y - size * 0.2, size, bold))
    below, samples, end = _legend(chart, width)
    for part, texts, size in (("note", chart.notes, _SMALL), ("source", (chart.source,), _SOURCE)):
        for text in texts:
            lines = wrap(text, size, width)
            end += 4 if lines else 0
            for line in lines:
                end += size * LINE_HEIGHT
                below.append(PlacedText(part, line, MARGIN, end - size * 0.2, size))
    return Words(tuple(above), y + _SPACE, tuple(below), tuple(samples), end + _SPACE)


def _held(text: str, size: float, width: float, bold: bool) -> str:
    """Return a text in parts between points, each held together where a line has room for it."""
    parts = text.split(_POINT)
    fits = [measure(part + _POINT, size, bold) <= width for part in parts]
    held = (part.replace(" ", _HARD) if whole else part for part, whole in zip(parts, fits, strict=True))
    return _POINT.join(held) if len(parts) > 1 else text


def flowing(subtitle: str) -> str:
    """Return a subtitle for what breaks its lines itself: with a capital, and no line of it begins with a point."""
    return capital(subtitle).replace(_POINT, f"{_HARD}{_POINT.lstrip()}")


def _legend(chart: Chart, width: float) -> tuple[list[PlacedText], list[PlacedSample], float]:
    texts: list[PlacedText] = []
    samples: list[PlacedSample] = []
    x, y = 0.0, 0.0
    step = _SMALL * LINE_HEIGHT + 5
    for entry in chart.legend:
        lines = wrap(entry.text, _SMALL, width - _SAMPLE - 6)
        taken = _SAMPLE + 6 + max((measure(line, _SMALL) for line in lines), default=0.0)
        if x and (x + taken > width or len(lines) > 1):
            x, y = 0.0, y + step
        middle = y + step / 2
        samples.append(PlacedSample(entry, Point(MARGIN + x, middle), Point(MARGIN + x + _SAMPLE, middle)))
        for number, line in enumerate(lines):
            at = middle + _SMALL * 0.35 + number * _SMALL * LINE_HEIGHT
            texts.append(PlacedText("legend", line, MARGIN + x + _SAMPLE + 6, at, _SMALL))
        y += max(len(lines) - 1, 0) * _SMALL * LINE_HEIGHT
        x += taken + 18
    return texts, samples, y + step if chart.legend else 0.0


def sheet(chart: Chart, picture: Picture, paper: str, orientation: str | None) -> Sheet:
    """Return the smallest page, from `paper` up, on which a picture stands with type of at least 8 points.

    Where none does it is a page of no standard size.
    """
    if paper == "none":
        width = max(picture.width, 300.0) + 2 * MARGIN
        around = words(chart, width - 2 * MARGIN)
        return Sheet(paper, width, picture.height + around.above_height + around.below_height + 2 * MARGIN, 1.0)
    names = list(PAPERS)
    fits: list[Sheet] = []
    for name in names[names.index(paper) :]:
        fits = [_fitted(chart, picture, name, turned) for turned in _turns(orientation)]
        fits = [fit for fit in fits if fit.scale >= LEAST_SCALE - 1e-9]
        if fits:
            return max(fits, key=lambda fit: fit.scale)
    return _grown(chart, picture)


def _turns(orientation: str | None) -> tuple[bool, ...]:
    return {"portrait": (False,), "landscape": (True,)}.get(orientation or "", (False, True))


def _fitted(chart: Chart, picture: Picture, paper: str, landscape: bool) -> Sheet:
    width, height = PAPERS[paper][::-1] if landscape else PAPERS[paper]
    around = words(chart, width - 2 * MARGIN)
    room = height - 2 * MARGIN - around.above_height - around.below_height
    scale = min((width - 2 * MARGIN) / picture.width, room / picture.height, MOST_SCALE)
    return Sheet(paper, width, height, scale)


def _grown(chart: Chart, picture: Picture) -> Sheet:
    """Return a page larger than any paper, for a picture that none holds."""
    width = max(picture.width + 2 * MARGIN, PAPERS["A3"][1] + 1)
    around = words(chart, width - 2 * MARGIN)
    height = picture.height + around.above_height + around.below_height + 2 * MARGIN
    return Sheet("", width, max(height, PAPERS["A3"][1] + 1), 1.0)


def is_paper(page: Layout) -> bool:
    """Return whether a page has the size of a paper."""
    return tuple(sorted(page[:2])) in PAPERS.values()


def compose(chart: Chart, picture: Picture, on: Sheet) -> Layout:
    """Return the page with the picture and all words."""
    around = words(chart, on.width - 2 * MARGIN)
    chart_top = MARGIN + around.above_height
    spare = on.height - MARGIN - around.below_height - chart_top - picture.height * on.scale
    # words belong to their chart: what room is left stays below them, and beside it on the right
    apart = min(max(spare, 0.0) / 2, _APART)
    placed = moved(picture, MARGIN, chart_top + apart / 2, on.scale)
    foot = chart_top + picture.height * on.scale + apart + _SPACE
    texts = [text._replace(y=text.y + MARGIN) for text in around.above]
    texts += [text._replace(y=text.y + foot) for text in around.below]
    samples = tuple(
        PlacedSample(entry, Point(start.x, start.y + foot), Point(end.x, end.y + foot))
        for entry, start, end in around.samples
    )
    page = Layout(on.width, on.height, placed.boxes, placed.lines, placed.labels, placed.bands, tuple(texts), samples)
    return numbered(page, chart)


def numbered(page: Layout, chart: Chart) -> Layout:
    """Return a page that says which of several it is, and what it shows; the only page as it is."""
    if chart.pages < 2:
        return page
    text = f"Page {chart.page} of {chart.pages}"
    at = (page.width - MARGIN - measure(text, _SOURCE), page.height - 14)
    number = PlacedText("page", text, *at, _SOURCE)
    return page._replace(texts=(*page.texts, number), title=f"{chart.title}, {text.casefold()}", outline=chart.outline)


def renumbered(page: Layout, chart: Chart) -> Layout:
    """Return a page laid out before the pages had their numbers, with those of its chart."""
    boxes = {box.id: box for box in chart.boxes}
    # a reference to another page is one short line, whatever its number
    placed = (
        old._replace(box=box, details=box.details if box.elsewhere else old.details)
        for old in page.boxes
        for box in [boxes[old.box.id]]
    )
    texts = tuple(text for text in page.texts if text.part != "page")
    return numbered(page._replace(boxes=tuple(placed), texts=texts), chart)


def worded(chart: Chart, sentences: Sequence[str], paper: str, orientation: str | None) -> Layout:
    """Return a page without boxes that says something in sentences, a paragraph each."""
    width, height = PAPERS.get(paper, PAPERS["A4"])
    if orientation != "portrait":
        width, height = height, width
    bare = words(chart._replace(legend=(), notes=()), width - 2 * MARGIN)
    texts = [text._replace(y=text.y + MARGIN) for text in bare.above]
    y = MARGIN + bare.above_height
    for sentence in sentences:
        for line in wrap(sentence, _WORDED, width - 2 * MARGIN):
            y += _WORDED * LINE_HEIGHT
            texts.append(PlacedText("note", line, MARGIN, y, _WORDED))
        y += _PARAGRAPH
    foot = height - MARGIN - bare.below_height + _SPACE
    texts += [text._replace(y=text.y + foot) for text in bare.below]
    return numbered(Layout(width, height, texts=tuple(texts)), chart)


def chunks(sentences: Sequence[str]) -> list[tuple[str, ...]]:
    """Return sentences as they fill pages of their own."""
    width, height = PAPERS["A4"]
    pages: list[tuple[str, ...]] = []
    room = 0.0
    for sentence in sentences:
        taken = len(wrap(sentence, _WORDED, width - 2 * MARGIN)) * _WORDED * LINE_HEIGHT + _PARAGRAPH
        if taken > room:
            pages.append(())
            # title, subtitle and source have their place
            room = height - 6 * MARGIN
        pages[-1] = (*pages[-1], sentence)
        room -= taken
    return pages

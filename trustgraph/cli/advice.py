"""What the reader of a chart would not see by themselves, told when it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trustgraph import wording
from trustgraph.characters import code
from trustgraph.drawing.geometry import Layout
from trustgraph.drawing.layout import DRAWABLE, DRAWABLE_LINES
from trustgraph.drawing.lettering import missing_glyphs
from trustgraph.drawing.page import PAPERS
from trustgraph.drawing.picture import Picture
from trustgraph.records import View

_LESS = "--tier, --family or --around"
_BOXED = "each is printed as □. An .svg keeps them"
_LEFT = "each is shown in a font of the reader's own, if one has it"
# what becomes of a character the bundled fonts lack; formats of text alone choose no font
_SHOWN = {
    ".pdf": _BOXED,
    ".png": _BOXED,
    ".docx": f"in its PNG each is printed as □. In its SVG and its text {_LEFT}",
    **dict.fromkeys((".svg", ".html", ".pptx", ".drawio"), _LEFT),
}


def advice(picture: Picture, view: View, suffix: str, paper: str) -> Iterator[str]:
    """Yield what to know of a picture: that nothing, too much or too small is drawn, or a character is missing."""
    if not picture.chart.boxes:
        yield f"there is nothing to draw: {_why_empty(picture, view)}"
    elif picture.pages and not picture.pages[0].boxes:
        yield _too_many(len(picture.chart.boxes), len(picture.chart.lines))
    elif suffix != ".html" and picture.pages:
        yield from _other_pages(picture.pages, len(picture.chart.boxes), paper)
    if suffix in _SHOWN and (missing := missing_glyphs(picture)):
        yield f"the font has no {wording.names(map(code, missing))}; {_SHOWN[suffix]}."


def _why_empty(picture: Picture, view: View) -> str:
    if not picture.model.bodies:
        return "the model has no bodies."
    reason = (
        "no body is left" if view.around is None else f"no line joins {picture.model[view.around].name} to a body here"
    )
    return f"{reason}. Choose differently with --view, {_LESS}."


def _too_many(bodies: int, lines: int) -> str:
    many = f"{bodies:,} bodies and {lines:,} lines are too many"
    limits = [f"{DRAWABLE:,} bodies"] if bodies > DRAWABLE else []
    limits += [f"{DRAWABLE_LINES:,} lines"] if lines > DRAWABLE_LINES else []
    if limits:
        return f"{many} for one chart (the limit is {wording.names(limits)}); choose some with {_LESS}."
    return f"{many} for pages of A3; choose some with {_LESS}, or draw one page as large as it needs with --paper none."


def _other_pages(pages: Sequence[Layout], boxes: int, paper: str) -> Iterator[str]:
    """Yield on what the chart is drawn where that is not the one page of the paper asked for."""
    whole = len(pages[0].boxes) == boxes and not any(placed.box.elsewhere for placed in pages[0].boxes)
    if len(pages) > 1 and whole:
        yield f"the notes have no room beside the chart, so they follow on {_counted(len(pages) - 1, 'page')}."
    elif len(pages) > 1:
        yield (
            f"the chart does not fit A3 with type of 8 pt or more, so it is a key chart and "
            f"{_counted(len(pages) - 1, 'page')} of its bodies; choose less with {_LESS}, or draw one page as large as "
            "it needs with --paper none."
        )
    elif paper == "A4" and max(pages[0][:2]) > max(PAPERS[paper]) + 1:
        yield f"the chart does not fit A4 with type of 8 pt or more, so its page is A3; choose less with {_LESS}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

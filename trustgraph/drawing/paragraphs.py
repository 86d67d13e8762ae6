"""The words around a chart as paragraphs, for formats whose text is edited."""

from __future__ import annotations

from collections.abc import Iterable

from trustgraph.drawing.geometry import PlacedText
from trustgraph.drawing.text import LINE_HEIGHT, measure

# how far above its baseline a line of text begins, in ems
ASCENT = 0.97


def paragraphs(texts: Iterable[PlacedText]) -> list[tuple[PlacedText, ...]]:
    """Return the lines of text that belong together: of one part and style, each right below the one before."""
    found: list[tuple[PlacedText, ...]] = []
    for text in texts:
        if found and _follows(found[-1][-1], text):
            found[-1] = (*found[-1], text)
        elif text.text.strip():
            found.append((text,))
    return found


def extent(lines: tuple[PlacedText, ...]) -> tuple[float, float, float, float]:
    """Return where a paragraph stands: left, top, width and height."""
    size = lines[0].font_size
    width = max(measure(line.text, size, line.bold) for line in lines)
    return lines[0].x, lines[0].y - ASCENT * size, width, len(lines) * size * LINE_HEIGHT


def _follows(above: PlacedText, below: PlacedText) -> bool:
    """Return whether a line goes on with what the line above it says."""
    step = above.font_size * LINE_HEIGHT
    return above._replace(text="", y=0) == below._replace(text="", y=0) and abs(below.y - above.y - step) < 0.1

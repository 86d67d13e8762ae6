"""What can be seen of a text: control characters as their code, and the characters a font lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from trustgraph.characters import visible
from trustgraph.drawing.geometry import Drawing, Layout
from trustgraph.drawing.metrics import METRICS, read_metrics

# Marks that only join or vary the character before them need no shape of their own.
_JOINERS = frozenset("\u200c\u200d\ufe0f")


def missing_glyphs(drawing: Drawing) -> tuple[str, ...]:
    """Return the characters that PDF and PNG cannot show, each once, in order of their code."""
    chart = drawing.chart
    texts = [text for page in drawing.pages for text in page_texts(page)]
    texts += [cell for row in chart.table for cell in row] + [chart.title, *chart.notes]
    return tuple(sorted({character for text in texts for character in visible(text) if not _has_glyph(character)}))


def boxed(text: str) -> str:
    """Return a text the bundled fonts can print: an empty box for each character they lack, and nothing joined."""
    return text if text.isascii() else "".join(map(_printable, text))


def runs_leftwards(text: str) -> bool:
    """Return whether most letters of a text, or half with the first, belong to scripts written from right to left.

    Its first letter alone would not do: an English note may begin with a Hebrew name.
    """
    directions = map(unicodedata.bidirectional, text)
    leftwards = [direction != "L" for direction in directions if direction in ("L", "R", "AL")]
    return 2 * sum(leftwards) + sum(leftwards[:1]) > len(leftwards)


def page_texts(page: Layout) -> Iterator[str]:
    """Yield every line of text on a page."""
    for box in page.boxes:
        yield from (*box.name, *box.details)
    for label in page.labels:
        yield from label.text
    yield from (band.name for band in page.bands)
    yield from (text.text for text in page.texts)


def _printable(character: str) -> str:
    if character in _JOINERS:
        return ""
    return character if _has_glyph(character) else "\u25a1"


def _has_glyph(character: str) -> bool:
    """Return whether the bundled fonts can print a character; joiners need nothing, private signs mean nothing."""
    if character.isascii() or character in _JOINERS:
        return True
    return ord(character) in _glyphs() and unicodedata.category(character) != "Co"


@cache
def _glyphs() -> frozenset[int]:
    """Return the characters that both bundled fonts have."""
    widths = read_metrics(METRICS.read_text(encoding="utf-8"))
    return frozenset.intersection(*map(frozenset, widths.values()))

"""Text measured with the bundled fonts and wrapped to a width, in points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from trustgraph.characters import visible
from trustgraph.drawing.metrics import METRICS, read_metrics

LINE_HEIGHT = 1.2
LONGEST_TEXT = 2000

_WIDTHS = read_metrics(METRICS.read_text(encoding="utf-8"))
_JOINER = "\u200d"
# all white space but what is there to hold words together
_BREAKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)


def measure(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a text in points; a missing glyph is one em wide, a combining mark nothing."""
    widths = _WIDTHS["bold" if bold else "regular"]
    try:
        return size * sum(map(widths.__getitem__, map(ord, text)))
    except KeyError:
        return size * sum(widths[mark] if (mark := ord(char)) in widths else _width_outside(char) for char in text)


def wrap(text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
    """Return a text in as few lines as fit the width, as equal in length as can be, as it will be seen.

    A word longer than the width is broken between characters; a text over 2,000 characters ends in "…".
    """
    words = [piece for word in _words(_shortened(text)) for piece in _pieces(visible(word), size, width, bold)]
    if not words:
        return ()
    widths = [measure(word, size, bold) for word in words]
    space = measure(" ", size, bold)
    breaks = _filled(widths, space, width)
    # halving until a point is left finds the narrowest column that needs no line more
    low, high = max(widths), width
    while len(breaks) > 1 and high - low > 1:
        middle = (low + high) / 2
        tried = _filled(widths, space, middle)
        low, high, breaks = (middle, high, breaks) if len(tried) > len(breaks) else (low, middle, tried)
    ends = [*breaks[1:], len(words)]
    return tuple(" ".join(words[start:end]) for start, end in zip(breaks, ends, strict=True))


def clusters(text: str) -> Iterator[str]:
    """Yield the characters as a reader sees them: a letter with its marks, a joined emoji, a flag."""
    cluster = ""
    for char in text:
        if cluster and not _continues(cluster, char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _width_outside(char: str) -> float:
    return 0.0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1.0


def _continues(cluster: str, char: str) -> bool:
    if unicodedata.category(char) in ("Mn", "Mc", "Me") or char == _JOINER or cluster[-1] == _JOINER:
        return True
    is_flag = len(cluster) == 1 and ord(cluster) in _FLAGS and ord(char) in _FLAGS
    return is_flag or ord(char) in _SKIN_TONES


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_TEXT:
        return text
    kept = ""
    for cluster in clusters(text[:LONGEST_TEXT]):
        if len(kept) + len(cluster) >= LONGEST_TEXT:
            break
        kept += cluster
    return kept + "…"


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text; a point between two parts stays with the first."""
    held = ""
    for word in filter(None, _BREAKS.split(text)):
        if word == "·" and held:
            yield f"{held} ·"
            held = ""
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _pieces(word: str, size: float, width: float, bold: bool) -> Iterator[str]:
    if measure(word, size, bold) <= width:
        yield word
        return
    piece, length = "", 0.0
    for cluster in clusters(word):
        step = measure(cluster, size, bold)
        if piece and length + step > width:
            yield piece
            piece, length = "", 0.0
        piece, length = piece + cluster, length + step
    yield piece


def _filled(widths: Sequence[float], space: float, width: float) -> list[int]:
    """Return the first word of each line."""
    starts: list[int] = []
    length = 0.0
    for index, word in enumerate(widths):
        if starts and length + space + word <= width + 1e-6:
            length += space + word
        else:
            starts.append(index)
            length = word
    return starts

"""How large boxes and labels are before they are placed, in points."""

from __future__ import annotations

from typing import NamedTuple

from trustgraph.charts import Box
from trustgraph.drawing.text import LINE_HEIGHT, measure, wrap

NAME_SIZE = 10.0
DETAIL_SIZE = 8.5
LABEL_SIZE = 8.5
LABEL_WIDTH = 110.0
LOOP = 20.0
# from the trunk to each box of a pair
ARM = 16.0

_NARROWEST = 84.0
# who sits on a body takes fewer lines where they are longer
_LIST = 180.0
# longer words are broken
_WORD = 150.0
_PADDING = 9.0
_PADDING_ABOVE = 7.0
_PLATE = 4.0


class BoxSize(NamedTuple):
    """A box's wrapped text and the room it takes."""

    name: tuple[str, ...]
    details: tuple[str, ...]
    width: float
    height: float


class LabelSize(NamedTuple):
    """A label's wrapped text and its plate; no text takes no room."""

    text: tuple[str, ...]
    width: float
    height: float


def box_size(box: Box, text_width: float, ports: float, slots: float) -> BoxSize:
    """Return a box with room for its text, for `ports` points of lines above or below and `slots` at the sides."""
    # a box that its lines make wide has room for more text on a line
    word = min(max(measure(word, NAME_SIZE, bold=True) for word in (box.caption.split() or [""])), _WORD)
    listed = _LIST if box.seated and len(box.details) > 1 else 0.0
    name, details = _wrapped(box, max(text_width, ports - 2 * _PADDING, word, listed))
    widths = [measure(line, NAME_SIZE, bold=True) for line in name] + [measure(line, DETAIL_SIZE) for line in details]
    width = max(_NARROWEST, max(widths) + 2 * _PADDING, ports)
    text = (len(name) * NAME_SIZE + len(details) * DETAIL_SIZE) * LINE_HEIGHT
    return BoxSize(name, details, width, max(text + 2 * _PADDING_ABOVE, slots + _PADDING_ABOVE))


def widened(box: Box, size: BoxSize, width: float) -> BoxSize:
    """Return a box that has become wider, its text on as few lines as it then needs and its height as it was."""
    if width <= size.width + 1:
        return size
    return BoxSize(*_wrapped(box, width - 2 * _PADDING), width, size.height)


def _wrapped(box: Box, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of a box's name and of its details."""
    name = wrap(box.caption, NAME_SIZE, width, bold=True) or ("",)
    return name, tuple(line for detail in box.details for line in wrap(detail, DETAIL_SIZE, width))


def label_size(text: str) -> LabelSize:
    """Return a label's lines and its plate."""
    lines = wrap(text, LABEL_SIZE, LABEL_WIDTH)
    if not lines:
        return LabelSize((), 0.0, 0.0)
    width = max(measure(line, LABEL_SIZE) for line in lines)
    return LabelSize(lines, width + 2 * _PLATE, len(lines) * LABEL_SIZE * LINE_HEIGHT + _PLATE)


def slot_height(label: LabelSize) -> float:
    """Return the height one line takes between two neighbours."""
    return max(12.0, label.height + 3)


def loop_height(label: LabelSize) -> float:
    """Return the height a line from a box to itself takes at its side."""
    return max(18.0, label.height + 3)

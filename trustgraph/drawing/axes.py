"""A drawing on a matplotlib Axes: the shapes and words of its SVG, so that it is the same picture."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.layout import whole
from trustgraph.drawing.lettering import boxed
from trustgraph.drawing.metrics import FONTS
from trustgraph.drawing.svg import paint_svg

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path

_POINTS_PER_INCH = 72
_STEP = re.compile(r"([MLQZ])([^MLQZ]*)")
_ANCHORS = {"start": "left", "middle": "center"}


def paint_on(drawing: Drawing, ax: Axes) -> Axes:
    """Return the Axes with the drawing on it, as large as it has room for; what fills several pages is on one.

    Type and lines are sized for the Axes as large as it is now.
    """
    from matplotlib import rc_context

    page = whole(drawing)
    scale = _scale(ax, page.width, page.height)
    ax.set(xlim=(0, page.width), ylim=(page.height, 0), aspect="equal")
    ax.set_axis_off()
    picture = ET.fromstring(paint_svg(drawing._replace(pages=(page,))))  # noqa: S314  our own picture
    level = count(1)
    with rc_context({"lines.scale_dashes": False}):
        for element in picture.iter():
            tag = element.tag.rpartition("}")[2]
            if tag == "text":
                _write(ax, element, scale, next(level))
            elif tag in ("rect", "path"):
                _paint(ax, element, scale, next(level))
    return ax


def _scale(ax: Axes, width: float, height: float) -> float:
    """Return how large a point of the page is on the Axes, in points."""
    room = ax.get_window_extent()
    return float(min(room.width / width, room.height / height) * _POINTS_PER_INCH / ax.figure.dpi)


def _paint(ax: Axes, element: ET.Element, scale: float, level: int) -> None:
    """Paint a rectangle or a path over what is there."""
    from matplotlib.patches import FancyBboxPatch, PathPatch

    dash = tuple(float(part) * scale for part in element.get("stroke-dasharray", "").split())
    style: dict[str, Any] = {
        "facecolor": element.get("fill"),
        "edgecolor": element.get("stroke", "none"),
        "linewidth": float(element.get("stroke-width", 1)) * scale,
        "linestyle": (0, dash) if dash else "solid",
        "joinstyle": element.get("stroke-linejoin", "miter"),
        "zorder": level,
    }
    if "d" in element.attrib:
        ax.add_patch(PathPatch(_path(element.attrib["d"]), **style))
        return
    x, y, width, height, radius = (float(element.get(name, 0)) for name in ("x", "y", "width", "height", "rx"))
    corners = f"round,pad=0,rounding_size={radius}" if radius else "square,pad=0"
    ax.add_patch(FancyBboxPatch((x, y), width, height, corners, **style))


def _path(data: str) -> Path:
    """Return what path data of lines and quadratic curves describes."""
    from matplotlib.path import Path

    codes = {"M": Path.MOVETO, "L": Path.LINETO, "Q": Path.CURVE3, "Z": Path.CLOSEPOLY}
    points: list[tuple[float, float]] = []
    kinds: list[Any] = []
    for command, words in _STEP.findall(data):
        lengths = [*map(float, words.split())] or [0.0, 0.0]
        points += zip(lengths[::2], lengths[1::2], strict=True)
        kinds += [codes[command]] * (len(lengths) // 2)
    return Path(points, kinds)


def _write(ax: Axes, element: ET.Element, scale: float, level: int) -> None:
    """Write one line of text over what is there, every character as it stands."""
    from matplotlib.font_manager import FontProperties

    size = float(element.attrib["font-size"]) * scale
    ax.text(
        float(element.attrib["x"]),
        float(element.attrib["y"]),
        boxed(element.text or ""),
        parse_math=False,
        usetex=False,
        font=FontProperties(fname=FONTS[element.get("font-weight", "regular")], size=size),
        color=element.get("fill"),
        horizontalalignment=_ANCHORS[element.attrib["text-anchor"]],
        verticalalignment="baseline",
        rotation=90 if "transform" in element.attrib else 0,
        rotation_mode="anchor",
        zorder=level,
    )

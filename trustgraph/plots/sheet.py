"""A sheet to draw on, measured in inches from its top left corner, with a title that says what was found."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Literal

from trustgraph.colours import INK, PAPER, RULE, SLATE

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

MARGIN = 0.35
SMALL, PLAIN, LARGE = 8.0, 9.0, 13.0
# how wide a character is, how high a line, and where in it letters stand, as shares of the size of type
_WIDE, _HIGH, _BASE = 0.53, 1.28, 0.98
_FONTS = Path(__file__).parents[1] / "drawing" / "fonts"

Across = Literal["left", "center", "right"]


class Sheet:
    """A figure of one sheet: text, boxes and strokes by inches; it ends below what is drawn on it."""

    def __init__(self, title: str, width: float, note: str = "") -> None:
        # matplotlib costs over a second to import
        from trustgraph.plots.figures import Plot

        self.figure: Figure = Plot(figsize=(width, 1), facecolor=PAPER, label=title)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.width, self._note = width, note
        room = width - 2 * MARGIN
        lines = folded(title, room, LARGE)
        self.text(MARGIN, MARGIN, lines, size=LARGE, bold=True)
        # where the drawing starts
        self.top = MARGIN + height(lines, LARGE) + 0.2

    def text(
        self,
        x: float,
        y: float,
        lines: list[str],
        *,
        size: float = PLAIN,
        colour: str = INK,
        bold: bool = False,
        across: Across = "left",
        middle: bool = False,
    ) -> None:
        """Write lines whose top, or `middle`, is at y."""
        # each line by its baseline: otherwise a line without descenders sits lower
        baseline = y - (height(lines, size) / 2 if middle else 0) + _BASE * size / 72
        for number, line in enumerate(lines):
            self.axes.text(
                x,
                baseline + number * size * _HIGH / 72,
                line,
                color=colour,
                ha=across,
                va="baseline",
                # a dollar sign is one
                parse_math=False,
                fontproperties=font(size, bold=bold),
            )

    def box(self, x: float, y: float, wide: float, high: float, fill: str, *, hatched: bool = False) -> None:
        """Fill a box; `hatched` with strokes that show in grey too."""
        from matplotlib.patches import Rectangle

        hatch = "/////" if hatched else None
        self.axes.add_patch(
            Rectangle(
                (x, y), wide, high, facecolor=fill, edgecolor=PAPER if not hatched else SLATE, hatch=hatch, lw=0.6
            )
        )

    def stroke(
        self, x: float, y: float, to_x: float, to_y: float, colour: str = RULE, *, pointed: bool = False
    ) -> None:
        """Draw a stroke, `pointed` with an arrowhead at its end."""
        if pointed:
            style = {"arrowstyle": "-|>", "color": colour, "lw": 1.4, "shrinkA": 0, "shrinkB": 0}
            self.axes.annotate("", (to_x, to_y), (x, y), arrowprops=style)
        else:
            self.axes.plot([x, to_x], [y, to_y], color=colour, lw=0.7, solid_capstyle="butt")

    def ended(self, bottom: float) -> Figure:
        """Return the figure, cut below the drawing and its note."""
        if self._note:
            lines = folded(self._note, self.width - 2 * MARGIN, SMALL)
            self.text(MARGIN, bottom + 0.15, lines, size=SMALL, colour=SLATE)
            bottom += 0.15 + height(lines, SMALL)
        bottom += MARGIN
        self.figure.set_size_inches(self.width, bottom)
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(bottom, 0)
        return self.figure


def font(size: float, *, bold: bool = False) -> FontProperties:
    """Return the bundled font, so that a plot looks the same everywhere."""
    from matplotlib.font_manager import FontProperties as Fonts

    return Fonts(fname=_FONTS / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf", size=size)


def folded(text: str, room: float, size: float) -> list[str]:
    """Return a text in lines that fit a room of so many inches, about equally long."""
    width = max(4, int(room * 72 / (size * _WIDE)))
    lines = wrap(text, width) or [""]
    longest = max(map(len, lines))
    for narrower in range(longest - 1, longest // 2, -1):
        balanced = wrap(text, narrower, break_long_words=False)
        if len(balanced) > len(lines) or max(map(len, balanced)) > narrower:
            break
        lines = balanced
    return lines


def height(lines: list[str], size: float) -> float:
    """Return how high lines stand, in inches."""
    return len(lines) * size * _HIGH / 72

"""The look of every line, box and band, in one table; lengths in points.

A family can also be told by its dash and by its arrowhead alone, so a chart survives a black and white printer.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from trustgraph.charts import Box
from trustgraph.colours import GREY, INK, NAVY, PAPER, PLUM, RUST, SLATE, TEAL, lighter
from trustgraph.vocabulary import Basis, Family, Force, Mark, Tier

TAB = SLATE

# the first three are equally wide
FONTS = "Liberation Sans, Arial, Arimo, Helvetica, sans-serif"


class Head(StrEnum):
    """The shape at the end of a line."""

    TRIANGLE = "triangle"
    HOLLOW = "hollow"
    CHEVRON = "chevron"
    BARBS = "barbs"
    DIAMOND = "diamond"
    BAR = "bar"


class LineLook(NamedTuple):
    """How a line is drawn; `dash` alternates stroke and gap and is empty for an unbroken line."""

    colour: str
    width: float
    dash: tuple[float, ...]
    head: Head


class BoxLook(NamedTuple):
    """How a box is drawn; `ink` is the colour of its name, `detail` of the smaller lines."""

    fill: str
    outline: str
    width: float
    ink: str
    detail: str
    dash: tuple[float, ...] = ()


LINES: dict[Family, LineLook] = {
    Family.ACCOUNTABILITY: LineLook(NAVY, 1.7, (), Head.TRIANGLE),
    Family.REPORTING: LineLook(TEAL, 1.4, (14, 2.4), Head.HOLLOW),
    Family.CHALLENGE: LineLook(RUST, 1.5, (5.5, 3), Head.BARBS),
    Family.COMMISSIONING: LineLook(PLUM, 1.3, (9, 2.5, 2, 2.5), Head.DIAMOND),
    Family.ADVICE: LineLook(SLATE, 1.1, (3, 2.2), Head.CHEVRON),
    Family.STRUCTURE: LineLook(GREY, 1.1, (7, 2, 1.5, 2, 1.5, 2), Head.BAR),
}

BOXES: dict[Tier, BoxLook] = {
    Tier.STRATEGIC: BoxLook(NAVY, "#0D3354", 1.2, PAPER, "#DCE6EF"),
    Tier.EXECUTIVE: BoxLook("#DFF0EE", TEAL, 1.2, INK, SLATE),
    Tier.COMMISSIONING: BoxLook("#F5E8EF", PLUM, 1.2, INK, SLATE),
    Tier.OPERATIONAL: BoxLook("#E6EBF1", SLATE, 1.2, INK, SLATE),
    Tier.EXTERNAL: BoxLook(PAPER, GREY, 1.2, INK, SLATE, (4, 2.5)),
}
CHALLENGER = BoxLook("#FDEDE4", RUST, 1.6, INK, SLATE)

# A power or an expectation is dotted in every family: nothing has to flow along it.
_DOTTED = (1.3, 2.3)
# What the paper does not say itself: as light as 3:1 on a band allows, and thinner.
_FAINT_SHARE = {NAVY: 0.4, TEAL: 0.22, PLUM: 0.42, RUST: 0.26, SLATE: 0.33, GREY: 0.25}
_FAINT_WIDTH = 0.7


class MarkLook(NamedTuple):
    """How what is marked stands out: a ring around a box, a rail on either side of a line."""

    colour: str
    width: float
    dash: tuple[float, ...]


MARKS: dict[Mark, MarkLook] = {
    Mark.ADDED: MarkLook(TEAL, 1.8, ()),
    Mark.REMOVED: MarkLook(RUST, 1.8, (5, 3)),
    Mark.CHANGED: MarkLook(PLUM, 1.8, (9, 2.5, 2, 2.5)),
    Mark.FOUND: MarkLook(INK, 2.6, (2.6, 2)),
}
# how far a ring stands off its box, how much wider than a line the room for its rails is, and how wide each is
RING = 3.0
HALO = 7.0
RAIL = 1.4
# how much wider than a line is what is cleared where it crosses another
CASING = 3.2
# how far a list is set in
INSET = 9.0
TEXT_COLOURS = {"title": INK, "subtitle": SLATE, "legend": INK, "note": INK, "source": SLATE, "page": SLATE}


def line_look(family: Family, force: Force = Force.PRACTICE, basis: Basis = Basis.STATED) -> LineLook:
    """Return how a line is drawn: its family's look, dotted where weak, lighter and thinner where not stated."""
    look = LINES[family]
    if not force.completes:
        look = look._replace(dash=_DOTTED)
    if basis is not Basis.STATED:
        look = look._replace(colour=lighter(look.colour, _FAINT_SHARE[look.colour]), width=look.width * _FAINT_WIDTH)
    return look


def label_edge(family: Family) -> tuple[str, float]:
    """Return the colour and width of the edge of a label's plate."""
    return lighter(LINES[family].colour, 0.4), 0.6


def box_look(box: Box) -> BoxLook:
    """Return how a box is drawn: by its tier, as a challenger, and dotted where nobody states that it is there."""
    look = CHALLENGER if box.challenger else BOXES[box.tier]
    if box.basis is Basis.STATED:
        return look
    return look._replace(fill=PAPER, ink=INK, detail=SLATE, dash=_DOTTED)

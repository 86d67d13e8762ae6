"""Chart: what a governance chart means, without geometry.

Which boxes stand in which row and band, which line rises, what each label says, the notes and the legend.
"""

from __future__ import annotations

from typing import NamedTuple

from trustgraph.vocabulary import Basis, Family, Force, Tier


class Box(NamedTuple):
    """One box: a body, or a post that has lines of its own.

    `row` counts from 0 at the top; boxes of one row stand side by side. `beside` is True for boxes that stand
    outside the bands (external bodies, independent challengers). `details` are smaller lines under the name.
    `starred` boxes are explained by a note.
    """

    id: str
    name: str
    details: tuple[str, ...] = ()
    tier: Tier = Tier.OPERATIONAL
    row: int = 0
    beside: bool = False
    challenger: bool = False
    post: bool = False
    starred: bool = False
    basis: Basis = Basis.STATED


class Line(NamedTuple):
    """One drawn line, which may stand for several relationships of one family between the same two boxes.

    `keys` are the relationships' keys. The arrowhead is at the target, and at the subject too where `mutual`.
    `label` is "" for a line that the legend alone explains.
    """

    keys: tuple[str, ...]
    subject: str
    target: str
    family: Family
    label: str = ""
    force: Force = Force.PRACTICE
    basis: Basis = Basis.STATED
    mutual: bool = False


class Band(NamedTuple):
    """The rows of one tier, first and last included; its name stands at the left edge."""

    name: str
    first: int
    last: int


class LegendEntry(NamedTuple):
    """One style in use, and what it means."""

    text: str
    family: Family
    force: Force = Force.PRACTICE
    basis: Basis = Basis.STATED
    mutual: bool = False


class Chart(NamedTuple):
    """All that a chart means: boxes in the model's order, lines, bands from the top, and the words around them.

    `outline` is the chart in sentences, its text alternative; `table` one row a relationship: subject, phrase,
    target, matter, clause.
    """

    id: str
    title: str
    subtitle: str = ""
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    bands: tuple[Band, ...] = ()
    notes: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    source: str = ""
    outline: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    as_at: str | None = None

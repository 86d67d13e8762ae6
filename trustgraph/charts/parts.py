"""What a chart is made of: boxes, lines, bands and the words around them, all without geometry."""

from __future__ import annotations

from typing import NamedTuple

from trustgraph.vocabulary import Basis, Family, Force, Kind, Mark, Tier

# what begins each entry of a list in a box
BULLET = "•\u00a0"


class Box(NamedTuple):
    """One box: a body, or a post that has lines of its own.

    `row` counts from 0 at the top; boxes of one row stand side by side. `beside` is True for boxes that stand
    outside the bands (external bodies, independent challengers). `details` are smaller lines under the name, a list
    of who sits there where `seated`. `starred` boxes are explained by their `note`. `elsewhere` is the page on which
    more of it is drawn, and `folded` the number of boxes drawn there that it stands for.
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
    seated: bool = False
    mark: Mark | None = None
    elsewhere: int | None = None
    folded: int = 0
    note: str = ""

    @property
    def caption(self) -> str:
        """The name as it is printed: after the sign of its mark, before its star."""
        return f"{self.mark.sign + ' ' if self.mark else ''}{self.name}{' *' if self.starred else ''}"


class Line(NamedTuple):
    """One drawn line, which may stand for several relationships of one family between the same two boxes.

    `keys` are the relationships' keys and `kinds` their kinds, none where it only ties what is within a collective to
    it. The arrowhead is at the target, and at the subject too where `mutual`. `label` is what is printed on it, with
    the sign of its mark; "" for a line that the legend alone explains. `said` is the line in sentences; `note` says in
    full what its label has no room for.
    """

    keys: tuple[str, ...]
    subject: str
    target: str
    family: Family
    label: str = ""
    force: Force = Force.PRACTICE
    basis: Basis = Basis.STATED
    mutual: bool = False
    mark: Mark | None = None
    kinds: tuple[Kind, ...] = ()
    said: tuple[str, ...] = ()
    note: str = ""


class Band(NamedTuple):
    """The rows of one tier, first and last included; its name stands at the left edge."""

    name: str
    first: int
    last: int


class LegendEntry(NamedTuple):
    """One style in use, and what it means; that of a mark where there is one."""

    text: str
    family: Family
    force: Force = Force.PRACTICE
    basis: Basis = Basis.STATED
    mutual: bool = False
    mark: Mark | None = None


class Chart(NamedTuple):
    """All that a chart means: boxes in the view's order, then the model's, lines, bands from the top, and the words
    around them.

    `outline` is the chart in sentences, its text alternative; `table` one row a relationship: subject, phrase,
    target, matter, clause. The view's order holds for the first `ordered` boxes. A chart too large for its paper is
    drawn in parts, each a chart itself with its `page` of `pages`.
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
    ordered: int = 0
    page: int = 1
    pages: int = 1

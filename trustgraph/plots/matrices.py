"""Matrices: whom two bodies share, who sits where, also by a statute, and who does what about which matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from trustgraph import wording
from trustgraph.analysis.membership.interlocks import interlocks as overlaps
from trustgraph.analysis.membership.sittings import NONE, By, plus, sittings
from trustgraph.analysis.structure.functions import Doing, Gap
from trustgraph.analysis.structure.functions import functions as doings
from trustgraph.colours import BAND, INK, NAVY, PAPER, RULE, lighter
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.plots.sheet import MARGIN, PLAIN, SMALL, Sheet, folded, height
from trustgraph.records import Body
from trustgraph.rules.statute import statute_of
from trustgraph.rules.statute.coverage import coverage as seats_by_statute
from trustgraph.rules.statute.matching import Evidenced
from trustgraph.vocabulary import Act, Topic
from trustgraph.wording.names import capital

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LABELS = 2.6
_LEAST = 0.26
# of more rows or columns, the sheet only says how many there are
_MOST = 60
_DECIDING = {Act.DECIDE, Act.APPROVE, Act.DIRECT}
_SEEN = {Evidenced.SEAT: 1.0, Evidenced.SHARED: 0.4, Evidenced.POSSIBLE: 0.08}
_DELIVERING = {Act.DELIVER, Act.COMMISSION, Act.MANAGE}


class Cell(NamedTuple):
    """What stands in a cell, line by line, and how dark it is, 0 to 1."""

    lines: list[str]
    shade: float


Cells = Mapping[tuple[str, str], Cell]


def interlocks(model: Model, *, by: By = By.ORGANISATION) -> Figure:
    """Return how many organisations, or posts, each two bodies of the arrangement share, as a matrix.

    Bodies that share most with others come first.
    """
    rows = [row for row in overlaps(model) if row.by is by and all(_is_inside(model, body) for body in row.bodies)]
    share = {body.id: sum(row.jaccard_most or 0 for row in rows if body.id in row.bodies) for body in model.bodies}
    sharing = {body for row in rows for body in row.bodies}
    bodies = sorted((name for name in share if name in sharing), key=lambda name: -share[name])
    what = f"{by}s"
    cells = {}
    for row in rows:
        later, earlier = sorted(row.bodies, key=bodies.index, reverse=True)
        number = str(Range(len(row.shared), len(row.shared) + len(row.possible)))
        cells[later, earlier] = Cell([number, f"of {row.members}"], row.jaccard_most or 0)
    title = f"No two bodies of the arrangement share {what}"
    if rows:
        first = rows[0]
        number = wording.spelt(Range(len(first.shared), len(first.shared) + len(first.possible)))
        one, other = (wording.called(model, body) for body in first.bodies)
        title = f"{capital(one)} and {other} share {number} of {wording.spelt(first.members)} {what}"
        if rows[1:] and all((row.jaccard_most or 0) < (first.jaccard or 0) for row in rows[1:]):
            title += ", the greatest overlap"
    note = f"{what.capitalize()} on both bodies, of those on either; the darker, the greater the share."
    return _matrix(model, (bodies[1:], bodies[:-1]), cells, title, note)


def representation(model: Model) -> Figure:
    """Return how many seats each organisation has on each body, as a matrix, most seats first."""
    seats: dict[tuple[str, str], Range] = {}
    held: dict[str, Range] = {}
    held_by = (row for row in sittings(model, By.ORGANISATION) if row.record.role.sits)
    for row in (row for row in held_by if _is_inside(model, row.body)):
        seats[row.who, row.body] = plus(seats.get((row.who, row.body), NONE), row.seats)
        held[row.who] = plus(held.get(row.who, NONE), row.seats)
    who = sorted(held, key=lambda name: (-held[name].least, -(held[name].most or 0)))
    seated = {body for _, body in seats}
    on = [body.id for body in model.bodies if body.id in seated]
    most = max([1, *(number.least for number in seats.values())])
    cells = {pair: Cell([_figure(number)], number.least / most) for pair, number in seats.items()}
    title = "No organisation is stated to sit anywhere"
    if who:
        first = wording.called(model, who[0])
        number = len([body for name, body in seats if name == who[0]])
        where = f"on {wording.spelt(number)} bodies" if number > 1 else "on one body"
        has = wording.agree(model, who[:1], "has")
        title = f"{capital(first)} {has} most stated seats: {wording.spelt(held[who[0]])}, {where}"
    note = "Seats of each organisation; + is at least so many, 0–1 a seat it only may take."
    return _matrix(model, (who, on), cells, title, note)


def functions(model: Model, *, topic: Topic | None = None) -> Figure:
    """Return what each body does about each topic, as a matrix, who does most first; who decides is darkest."""
    rows = [row for row in doings(model, topic=topic) if row.matter in {*Topic}]
    topics = [str(topic) for topic in Topic if any(row.matter == topic for row in rows)]
    acts: dict[tuple[str, str], list[Act]] = {}
    for row in rows:
        for body in row.bodies:
            acts.setdefault((body, row.matter), []).append(row.act)
    number = Counter(body for body, _ in acts)
    bodies = sorted((body.id for body in model.bodies if body.id in number), key=lambda name: -number[name])
    cells = {pair: Cell([str(act).replace("_", " ") for act in each], _weight(each)) for pair, each in acts.items()}
    title = _decided(rows) if rows else "The paper states no function"
    note = "Dark: decides, approves or directs. Middle: delivers, commissions or manages."
    return _matrix(model, (bodies, topics), cells, title, note)


def _decided(rows: Sequence[Doing]) -> str:
    """Return on which matters nobody decides, or several do, as a title."""
    for gap, said, last in (
        (Gap.NO_DECIDER, "Nobody is stated to decide on", "or"),
        (Gap.TWO_DECIDERS, "Several bodies decide on", "and"),
    ):
        matters = [Topic(row.matter).phrase for row in rows if row.gap is gap]
        if matters:
            listed = ", ".join(matters[:-1])
            return f"{said} {listed} {last} {matters[-1]}" if listed else f"{said} {matters[-1]}"
    return "No matter is stated to be decided on by two bodies"


def coverage(model: Model, *, pack: str, as_if_in_force: bool = False) -> Figure:
    """Return how each whom a statute describes is seen on each body, as a matrix, who is on most bodies first.

    Raises UnknownNameError for no pack.
    """
    rows = seats_by_statute(model, pack=pack, as_if_in_force=as_if_in_force)
    bodies = [*dict.fromkeys(row.body for row in rows if row.body and row.keys)]
    seen = Counter(row.partner for row in rows if row.body and row.keys)
    partners = sorted(dict.fromkeys(row.partner for row in rows), key=lambda name: -seen[name])
    found = {(row.partner, row.body): row.evidenced for row in rows if row.body and row.keys}
    cells = {pair: Cell([str(how)], _SEEN[how]) for pair, how in found.items()}
    act = statute_of(pack).title
    number = f"{wording.spelt(len(seen)) if seen else 'none'} of {wording.spelt(len(partners))}"
    title = f"{capital(number)} whom the {act} describes have, or may have, a seat"
    note = "A seat of its own, one shared with others, or possibly one; a blank is not evidenced, not absent."
    return _matrix(model, (partners, bodies), cells, title if rows else "The paper states no seats", note)


def _weight(acts: Sequence[Act]) -> float:
    if _DECIDING & {*acts}:
        return 1.0
    return 0.4 if _DELIVERING & {*acts} else 0.08


def _is_inside(model: Model, which: str) -> bool:
    record = model[which]
    return isinstance(record, Body) and record.inside


def _figure(number: Range) -> str:
    if number.most is None:
        return f"{number.least}+"
    return str(number.least) if number.least == number.most else f"{number.least}–{number.most}"


def _scope(model: Model) -> str:
    return f"{model.title or model.id}{f', as at {model.as_at}' if model.as_at else ''}."


def _called(model: Model, which: str) -> str:
    return wording.name(model, which) if which in model else capital(which.replace("_", " "))


def _matrix(model: Model, sides: tuple[Sequence[str], Sequence[str]], cells: Cells, title: str, note: str) -> Figure:
    """Draw rows and columns of cells, each row as high as the most that stands in it."""
    rows, columns = (side[:_MOST] for side in sides)
    note = f"{note} {_scope(model)}" if rows else _scope(model)
    if max(map(len, sides)) > _MOST:
        note += f" The first {_MOST} are shown."
    wide = max(0.95, 4.2 / max(len(columns), 1))
    sheet = Sheet(title, 2 * MARGIN + _LABELS + wide * max(len(columns), 1), note)
    if not rows or not columns:
        return sheet.ended(sheet.top)
    heads = [folded(_called(model, column), wide - 0.1, SMALL) for column in columns]
    y = sheet.top + max(height(head, SMALL) for head in heads) + 0.08
    left = MARGIN + _LABELS
    for number, head in enumerate(heads):
        sheet.text(left + (number + 0.5) * wide, y - 0.08 - height(head, SMALL), head, size=SMALL, across="center")
    for row in rows:
        label = folded(_called(model, row), _LABELS - 0.15, PLAIN)
        found = [cells.get((row, column), Cell([], 0)) for column in columns]
        high = max([height(label, PLAIN), _LEAST, *(height(cell.lines, SMALL) for cell in found)]) + 0.1
        sheet.stroke(MARGIN, y, left + wide * len(columns), y, RULE)
        sheet.text(left - 0.12, y + high / 2, label, across="right", middle=True)
        for number, cell in enumerate(found):
            _fill(sheet, cell, left + number * wide, y, wide, high)
        y += high
    sheet.stroke(MARGIN, y, left + wide * len(columns), y, RULE)
    return sheet.ended(y)


def _fill(sheet: Sheet, cell: Cell, x: float, y: float, wide: float, high: float) -> None:
    """Fill a cell, and write in it so that it can be read on what is behind."""
    # no shade between, on which neither black nor white stands out
    white = 0.5 - 0.5 * cell.shade if cell.shade > 0.5 else 0.9 - 0.9 * cell.shade
    sheet.box(x, y, wide, high, lighter(NAVY, white) if cell.lines else BAND)
    if cell.lines:
        colour = PAPER if cell.shade > 0.5 else INK
        sheet.text(x + wide / 2, y + high / 2, cell.lines, size=SMALL, colour=colour, across="center", middle=True)

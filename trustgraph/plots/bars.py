"""Bars: how many bodies answer to each, and how many meetings are asked of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from trustgraph import wording
from trustgraph.analysis.accountability.span import Span
from trustgraph.analysis.accountability.span import span as spans
from trustgraph.analysis.membership.burden import Burden
from trustgraph.analysis.membership.burden import burden as burdens
from trustgraph.analysis.membership.sittings import By
from trustgraph.colours import INK, NAVY, RULE, SLATE, lighter
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.plots.sheet import MARGIN, PLAIN, SMALL, Sheet, folded, height
from trustgraph.vocabulary import Topic
from trustgraph.wording.names import capital

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LABELS, _BARS, _FIGURES = 3.0, 4.1, 1.0
_WIDTH = 2 * MARGIN + _LABELS + _BARS + _FIGURES
_BAR = 0.2
# of more, the sheet only says how many there are
_MOST = 40
_PALE, _FAINT = lighter(NAVY, 0.62), lighter(NAVY, 0.88)


class Bar(NamedTuple):
    """A bar: what it is of, what is certain, how much of that is the dark part, and the most; None is open."""

    label: str
    dark: int
    least: int
    most: int | None


def span(model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False) -> Figure:
    """Return how many bodies answer to each, directly and through others, as bars, the widest span first."""
    found = spans(model, topic=topic, strict=strict, lift=lift)
    rows = sorted((row for row in found if row.total or row.total_most != 0), key=lambda row: -row.total)
    bars = [Bar(label, row.direct, row.total, row.total_most) for label, row in _gathered(model, rows)]
    title = "No line of account is stated"
    if rows:
        number = wording.spelt(Range(rows[0].total, rows[0].total_most))
        answer = "body answers" if number == "one" else "bodies answer"
        title = f"{capital(number)} {answer} to {wording.called(model, rows[0].body)}"
        others = [bar.most for bar in bars[1:]]
        if others and all(most is not None and most < rows[0].total for most in others):
            title += ", the widest span of account"
    return _bars(bars, title, ("answer directly", "through others"), _scope(model))


def _gathered(model: Model, rows: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Yield each row with its label; bodies of one collective with the same figures share one."""
    groups: dict[tuple[object, ...], list[Span]] = {}
    for row in rows:
        groups.setdefault(row[1:], []).append(row)
    for group in groups.values():
        for label in wording.listed(model, [row.body for row in group]):
            yield label, group[0]


def burden(model: Model, *, by: By = By.ORGANISATION) -> Figure:
    """Return the meetings a year asked of organisations, or of posts, as bars from none to the least and the most."""
    rows = [row for row in burdens(model) if row.by is by]
    bars = [Bar(wording.name(model, row.who), row.least, row.least, row.most) for row in rows]
    silent = dict.fromkeys(body for row in rows for body in row.unstated)
    note = _scope(model)
    if silent:
        note += f" How often they meet is not stated of {wording.prose(model, silent)}."
    return _bars(bars, _heaviest(model, rows), ("meetings a year, at least", ""), note)


def _heaviest(model: Model, rows: Sequence[Burden]) -> str:
    """Return of whom most meetings are asked, as a title; where that is not certain, how many at least."""
    if not rows or not rows[0].least:
        return "How many meetings are asked of whom is not stated"
    most = rows[0].least
    same = [row for row in rows if row.least == most]
    who = wording.called(model, same[0].who)
    if len(same) > 1:
        who += f" and {wording.spelt(len(same) - 1)} other{'s' if len(same) > 2 else ''}"
    if all(row.most is not None and row.most <= most for row in rows):
        return f"Most meetings are asked of {who}: {wording.spelt(most)} a year{' each' if len(same) > 1 else ''}"
    meetings = "meeting a year is" if most == 1 else "meetings a year are"
    return f"At least {wording.spelt(most)} {meetings} asked of {who}"


def _scope(model: Model) -> str:
    return f"{model.title or model.id}{f', as at {model.as_at}' if model.as_at else ''}."


def _bars(bars: Sequence[Bar], title: str, legend: tuple[str, str], note: str) -> Figure:
    if len(bars) > _MOST:
        note += f" The first {_MOST} of {len(bars)} are shown."
    sheet = Sheet(title, _WIDTH, note)
    bars = bars[:_MOST]
    if not bars:
        return sheet.ended(sheet.top)
    longest = max(max(bar.least, bar.most or 0) for bar in bars) or 1
    # room for the arrow of an open end
    scale = _BARS / (longest * 1.06)
    y = _keyed(sheet, bars, legend)
    top = y
    left = MARGIN + _LABELS
    for bar in bars:
        label = folded(bar.label, _LABELS - 0.15, PLAIN)
        high = max(height(label, PLAIN), _BAR) + 0.12
        sheet.text(left - 0.12, y + high / 2, label, across="right", middle=True)
        _bar(sheet, bar, y + high / 2, scale)
        y += high
    sheet.stroke(left, top, left, y, SLATE)
    return sheet.ended(y)


def _bar(sheet: Sheet, bar: Bar, middle: float, scale: float) -> None:
    """Draw a bar: dark, then pale as far as it is certain, hatched as far as it may go, an arrow where that is open."""
    left, top = MARGIN + _LABELS, middle - _BAR / 2
    dark, least = bar.dark * scale, bar.least * scale
    sheet.box(left, top, dark, _BAR, NAVY)
    sheet.box(left + dark, top, least - dark, _BAR, _PALE)
    end = left + least
    if bar.most is None:
        sheet.stroke(end, middle, end + 0.28, middle, NAVY, pointed=True)
        end += 0.28
    elif bar.most > bar.least:
        sheet.box(end, top, (bar.most - bar.least) * scale, _BAR, _FAINT, hatched=True)
        end = left + bar.most * scale
    unknown = bar.least == 0 and bar.most is None
    words = "not stated" if unknown else str(Range(bar.least, bar.most))
    sheet.text(end + 0.08, middle, [words], size=SMALL, middle=True, colour=INK)


def _keyed(sheet: Sheet, bars: Sequence[Bar], legend: tuple[str, str]) -> float:
    """Draw the legend of what there is; return where the bars start."""
    x, y = MARGIN + _LABELS, sheet.top
    certain, further = legend
    for words, fill, is_there in (
        (certain, NAVY, any(bar.dark for bar in bars)),
        (further, _PALE, any(bar.least > bar.dark for bar in bars)),
        ("at most", _FAINT, any(bar.most is not None and bar.most > bar.least for bar in bars)),
        ("open end", "", any(bar.most is None for bar in bars)),
    ):
        if not is_there:
            continue
        if fill:
            sheet.box(x, y, 0.22, 0.13, fill, hatched=fill == _FAINT)
        else:
            sheet.stroke(x, y + 0.065, x + 0.26, y + 0.065, NAVY, pointed=True)
        sheet.text(x + 0.31, y + 0.065, [words], size=SMALL, middle=True, colour=SLATE)
        x += 0.55 + len(words) * 0.053
    sheet.stroke(MARGIN, y + 0.25, _WIDTH - MARGIN, y + 0.25, RULE)
    return y + 0.33

"""Lines of account, read step by step with their clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trustgraph import wording
from trustgraph.analysis.accountability.lines import LineOfAccount
from trustgraph.model import Model
from trustgraph.reports.naming import alike, counted, opening, said
from trustgraph.reports.report import Report
from trustgraph.tables import Table
from trustgraph.wording import agree, listed
from trustgraph.wording.names import capital


def lines_report(model: Model, rows: Sequence[LineOfAccount]) -> Report:
    """Return each line of account, step by step, with its clauses."""
    of: dict[str, list[LineOfAccount]] = {}
    for row in rows:
        of.setdefault(row.body, []).append(row)
    groups = [*alike(of.values(), lambda lines: tuple(line[2:] for line in lines))]
    # two lines through bodies of one collective may read alike
    sentences = [*dict.fromkeys(sentence for group in groups for sentence in _sentences(model, group))]
    cells = tuple(
        (name, _path(model, line), "; ".join(clause for clause in line.clauses if clause))
        for group in groups
        for name in listed(model, [lines[0].body for lines in group])
        for line in group[0]
    )
    table = Table("Lines of account", ("Body", "Then", "Clauses"), cells)
    nothing = ("No stated line of account reaches a body at which account ends.",)
    return Report("By which lines does each body answer?", tuple(sentences) or nothing, (table,) if rows else ())


def _sentences(model: Model, group: Sequence[Sequence[LineOfAccount]]) -> Iterator[str]:
    """Yield the lines of bodies that have the same ones, after how many there are if there are several."""
    bodies, lines = [lines[0].body for lines in group], group[0]
    if lines[0].number > 1:
        least = lines[0].number
        number = counted(least, least if lines[0].exact else None, "line")
        met = f", which meet at {wording.called(model, lines[0].meet_at)}" if lines[0].meet_at else ""
        more = "" if least == len(lines) and lines[0].exact else f" The shortest {len(lines)}:"
        yield f"{opening(model, bodies)} {agree(model, bodies, 'has')} {number} of account{met}.{more}"
    for line in lines:
        first = model.lines[line.lines[0][0]].subject
        whose = "" if first == line.body or first in _outer(model, line.body) else f"{opening(model, bodies)}: "
        broken = " The line is broken by matter." if line.broken_by_matter else ""
        yield f"{whose}{capital(_steps(model, line)) if not whose else _steps(model, line)}.{broken}"


def _outer(model: Model, name: str) -> list[str]:
    """Return the collectives that a body is within."""
    outer: list[str] = []
    at = getattr(model[name], "within", None)
    while at is not None and at not in outer:
        outer.append(at)
        at = getattr(model[at], "within", None)
    return outer


def _steps(model: Model, line: LineOfAccount) -> str:
    """Return a line in one sentence, without its full stop: "the Group reports to the Board; the Board ..."."""
    return "; ".join(said(model, keys) for keys in line.lines)


def _path(model: Model, line: LineOfAccount) -> str:
    return " → ".join(wording.name(model, which) for which in line.path[1:])

"""Rules of account: to whom each body answers, and that it does."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.analysis.cycles import Circle, cycles
from trustgraph.model import Model
from trustgraph.rules.norms import Breach, Severity, rule


@rule(
    "TG101",
    Severity.ERROR,
    breaks="""
    bodies:
      board: {name: Board, kind: board, lines: [{accountable_to: executive}]}
      executive: {name: Executive, kind: executive, lines: [{reports_to: board}]}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board}
      executive: {name: Executive, kind: executive, lines: [{reports_to: board}]}
    """,
)
def circular_account(model: Model) -> Iterator[Breach]:
    """Account must not run in a circle: whoever is judged by those he judges is judged by nobody.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 6, making accountability
    real.
    """
    for circle in cycles(model):
        if circle.kind is Circle.ACCOUNT:
            keys = tuple(key for step in circle.lines for key in step[:1])
            way = "; ".join(wording.sentence(model, model.lines[key]).removesuffix(".") for key in keys)
            yield Breach(keys, f"Account runs in a circle: {way}.", "Name the body in which the line ends.")

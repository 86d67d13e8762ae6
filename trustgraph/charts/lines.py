"""The lines of a chart: what is drawn as one, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from trustgraph import wording
from trustgraph.charts.boxes import Drawn
from trustgraph.charts.parts import Line
from trustgraph.model import Model
from trustgraph.records import Relationship, View
from trustgraph.vocabulary import Basis, Family, Force, Kind, Mark

# three lines of a label; what is longer is cut, and stands whole in a note
LABEL_LENGTH = 60
_CUT = 44
_WORDLESS = (Kind.ACCOUNTABLE_TO, Kind.REPORTS_TO, Kind.PART_OF)


class _Bundle(NamedTuple):
    """What lines must share to be drawn as one."""

    subject: str
    target: str
    family: Family
    force: Force
    basis: Basis
    mutual: bool
    mark: Mark | None


def lines(model: Model, drawn: Drawn, view: View, marks: Mapping[str, Mark]) -> Iterator[Line]:
    """Yield the drawn lines: those of one family, force and mark from one box to another are one with one label.

    Then the ties of the bodies within a collective to it, which no relationship states.
    """
    bundles: dict[_Bundle, list[str]] = {}
    for key, line in drawn.lines.items():
        mutual = line.kind is Kind.WORKS_WITH
        subject, target = line.subject, line.target
        if mutual and target < subject:
            subject, target = target, subject
        bundle = _Bundle(subject, target, line.kind.family, _force(line), line.basis, mutual, marks.get(key))
        bundles.setdefault(bundle, []).append(key)
    numbers = count(1)
    for bundle, keys in bundles.items():
        several = [drawn.lines[key] for key in keys]
        said = tuple(wording.sentence(model, line) for line in several)
        whole = _label(model, several, clauses=view.clauses)
        number = f"[{next(numbers)}]" if len(whole) > LABEL_LENGTH else ""
        label = f"{shortened(whole, _CUT)}\u00a0{number}" if number else whole
        sign = bundle.mark.sign if bundle.mark else ""
        label = f"{sign}\u00a0{label}".strip() if sign else label
        note = f"{number} {' '.join(said)}" if number else ""
        yield Line(tuple(keys), bundle.subject, bundle.target, bundle.family, label, *bundle[3:], said=said, note=note)
    for inner, outer in drawn.ties:
        said = (f"{wording.capital(wording.called(model, inner))} is one of {wording.called(model, outer)}.",)
        yield Line((), inner, outer, Family.STRUCTURE, said=said)


def _force(line: Relationship) -> Force:
    """Return the force that decides the look of a line: what does not hold yet looks like a power."""
    return Force.PRACTICE if line.force.completes else Force.POWER


def _label(model: Model, several: Iterable[Relationship], *, clauses: bool) -> str:
    """Return what lines drawn as one say, each verb once; what every line of its kind says stands in the legend."""
    matters: dict[str, dict[str, None]] = {}
    for line in several:
        verb = line.kind.verb
        if line.force.modal:
            verb = f"{line.force.modal} {line.kind.bare}".removesuffix(" to")
        told = matters.setdefault("" if line.kind in _WORDLESS else verb, {})
        if about := _about(model, line, clauses=clauses):
            told[about] = None
    texts = (": ".join(part for part in (verb, "; ".join(told)) if part) for verb, told in matters.items())
    return "; ".join(text for text in texts if text)


def _about(model: Model, line: Relationship, *, clauses: bool) -> str:
    """Return what a line is about, through whom it runs, and the clause that states it where that is wanted."""
    parts = [line.matter or line.product or ""]
    parts += [f"through {wording.names(wording.called(model, which) for which in line.via)}"] if line.via else []
    text = ", ".join(part for part in parts if part)
    where = wording.clause(model, line) if clauses else ""
    return f"{text} ({where})".lstrip() if where else text


def shortened(text: str, length: int) -> str:
    """Return the first words of a text, as many as fit a length, with an ellipsis after them."""
    cut = text[:length]
    if " " in cut.strip() and not text[length : length + 1].isspace():
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" ,;:(") + "…"

"""The lines of a chart: what is drawn as one, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from trustgraph import wording
from trustgraph.charts.boxes import Drawn
from trustgraph.charts.parts import Line
from trustgraph.model import Model
from trustgraph.records import Relationship, View
from trustgraph.vocabulary import Basis, Family, Force, Kind, Mark
from trustgraph.wording.lines import completed
from trustgraph.wording.lines import verb as verb_of
from trustgraph.wording.names import pronoun

# three lines of a label; what is longer is cut, and stands whole in a note
LABEL_LENGTH = 60
_CUT = 44
# of these the legend says what they mean, and no label
WORDLESS = (Kind.ACCOUNTABLE_TO, Kind.REPORTS_TO, Kind.PART_OF)


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
    numbers = count(1)
    for bundle, keys in _bundles(drawn, marks).items():
        several = [drawn.lines[key] for key in keys]
        label, note = _label(model, several), ""
        if len(label) > LABEL_LENGTH:
            number = f"[{next(numbers)}]"
            label, note = f"{shortened(label, _CUT)}\u00a0{number}", f"{number} {_note(model, several)}"
        if view.clauses and (cited := dict.fromkeys(filter(None, (wording.clause(model, line) for line in several)))):
            label = f"{label} ({'; '.join(cited)})".lstrip()
        if bundle.mark:
            label = f"{bundle.mark.sign}\u00a0{label}".rstrip()
        said = tuple(wording.sentence(model, line) for line in several)
        kinds = tuple(dict.fromkeys(line.kind for line in several))
        yield Line(
            tuple(keys),
            bundle.subject,
            bundle.target,
            bundle.family,
            label,
            *bundle[3:],
            kinds=kinds,
            said=said,
            note=note,
        )
    for inner, outer in drawn.ties:
        said = (f"{wording.capital(wording.called(model, inner))} is one of {wording.called(model, outer)}.",)
        yield Line((), inner, outer, Family.STRUCTURE, said=said)


def _bundles(drawn: Drawn, marks: Mapping[str, Mark]) -> dict[_Bundle, list[str]]:
    """Return the keys of the lines drawn as one."""
    bundles: dict[_Bundle, list[str]] = {}
    for key, line in drawn.lines.items():
        mutual = line.kind is Kind.WORKS_WITH
        subject, target = line.subject, line.target
        if mutual and target < subject:
            subject, target = target, subject
        # what does not hold yet looks like a power
        force = Force.PRACTICE if line.force.completes else Force.POWER
        bundle = _Bundle(subject, target, line.kind.family, force, line.basis, mutual, marks.get(key))
        bundles.setdefault(bundle, []).append(key)
    return bundles


def _label(model: Model, several: Sequence[Relationship]) -> str:
    """Return what lines drawn as one say, each verb once; what every line of its kind says stands in the legend."""
    told: dict[str, dict[str, None]] = {}
    for line in several:
        verb = f"{line.force.modal} {line.kind.bare}".removesuffix(" to") if line.force.modal else line.kind.verb
        about = told.setdefault("" if line.kind in WORDLESS else verb, {})
        about |= dict.fromkeys(_about(model, line))
    texts = (": ".join(filter(None, (verb, "; ".join(about)))) for verb, about in told.items())
    return "; ".join(filter(None, texts))


def _note(model: Model, several: Sequence[Relationship]) -> str:
    """Return all that lines drawn as one say, in words: "The Group advises the Board: its agenda; informs it: ...."."""
    told: dict[str, dict[str, None]] = {}
    for line in several:
        about = told.setdefault(verb_of(model, line), {})
        about |= dict.fromkeys(_about(model, line))
    target = several[0].target
    texts: list[str] = []
    for verb, about in told.items():
        said = completed(verb, pronoun(model, target) if texts else wording.called(model, target))
        texts.append(": ".join(filter(None, (said, "; ".join(about)))))
    return f"{wording.capital(wording.called(model, several[0].subject))} {'; '.join(texts)}."


def _about(model: Model, line: Relationship) -> Iterator[str]:
    """Yield what a line is about and through whom it runs, if anything."""
    parts = [line.matter or line.product or ""]
    parts += [f"through {wording.names(wording.called(model, which) for which in line.via)}"] if line.via else []
    if text := ", ".join(part for part in parts if part):
        yield text


def shortened(text: str, length: int) -> str:
    """Return the first words of a text, as many as fit a length, with an ellipsis after them."""
    cut = text[:length]
    if " " in cut.strip() and not text[length : length + 1].isspace():
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" ,;:(") + "…"

"""Whether what a model quotes stands where it says, in the papers it was made from.

A clause (`where`) is a path of numbers or headings as they stand in the paper, joined by " > "; each begins a line,
or a cell of one, and they are met in that order before the quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from trustgraph.errors import Place
from trustgraph.model import Model
from trustgraph.records import Evidence
from trustgraph.verification.citations import Paper
from trustgraph.verification.papers import absence, read_papers
from trustgraph.verification.persons import telling
from trustgraph.verification.statements import Statement, statements, texts
from trustgraph.vocabulary import Basis


class Fault(StrEnum):
    """What does not hold: a paper is absent, a citation astray, a stated record uncited, or a text personal."""

    ABSENT = "absent"
    ASTRAY = "astray"
    UNCITED = "uncited"
    PERSONAL = "personal"


class Discrepancy(NamedTuple):
    """One thing that does not hold between a model and its papers: the record by its key, and what it cites."""

    fault: Fault
    key: str
    document: str | None
    where: str | None
    quote: str | None
    place: Place | None
    message: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.key}: {self.message} {self.remedy}"


class Figures(NamedTuple):
    """How much of a model holds: quotations, those found, records without one, texts that tell of a person."""

    quotations: int
    found: int
    uncited: int
    personal: int


def verify(model: Model, sources: str | Path) -> tuple[Discrepancy, ...]:
    """Return what does not hold between a model and its papers, in the order of the model's file.

    `sources` is a folder that holds each paper as plain text, named by its document's id: nottinghamshire.txt.
    Raises FormatError where the folder, or a paper in it, cannot be read.
    """
    found = [*_uncited(model), *_personal(model)]
    cited = _cited(model)
    papers = read_papers(sources, filter(None, cited))
    for name, citations in cited.items():
        if name in papers:
            found += _astray(name, papers[name].decode("utf-8-sig"), citations)
        else:
            told = absence(sources, name) if name else ("it lists no paper.", "Add the paper under 'documents'.")
            place = model.places.get(name)
            found.append(Discrepancy(Fault.ABSENT, name or model.id, name, None, None, place, *told))
    return tuple(sorted(found, key=_order))


def figures(model: Model, discrepancies: Iterable[Discrepancy]) -> Figures:
    """Return how much of a model holds, by what was found not to."""
    listed = list(discrepancies)
    absent = {each.document for each in listed if each.fault is Fault.ABSENT}
    quoted = [
        name for name, citations in _cited(model).items() for _, evidence in citations if evidence.quote is not None
    ]
    astray = sum(each.fault is Fault.ASTRAY and each.quote is not None for each in listed)
    return Figures(
        quotations=len(quoted),
        found=sum(name not in absent for name in quoted) - astray,
        uncited=sum(each.fault is Fault.UNCITED for each in listed),
        personal=sum(each.fault is Fault.PERSONAL for each in listed),
    )


def _order(discrepancy: Discrepancy) -> tuple[int, int]:
    place = discrepancy.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


def _cited(model: Model) -> dict[str, list[tuple[Statement, Evidence]]]:
    """Return the evidence of all statements by the document it is in; by "" where the model has none."""
    cited: dict[str, list[tuple[Statement, Evidence]]] = {}
    for statement in statements(model):
        for evidence in statement.record.evidence:
            document = model.document(evidence)
            cited.setdefault(document.id if document else "", []).append((statement, evidence))
    return cited


def _uncited(model: Model) -> Iterator[Discrepancy]:
    """Yield the stated records without a quotation."""
    told = "nothing is quoted for it.", "Add 'where' and 'quote', or say basis: inferred."
    for key, record, place in statements(model):
        if record.basis is Basis.STATED and not any(evidence.quote for evidence in record.evidence):
            yield Discrepancy(Fault.UNCITED, key, None, None, None, place, *told)


def _personal(model: Model) -> Iterator[Discrepancy]:
    """Yield the texts that tell of a person."""
    for key, place, text in texts(model):
        for what, words in telling(text):
            told = f'"{words}" looks like {what}.', "Leave it out: record the post, not the person."
            yield Discrepancy(Fault.PERSONAL, key, None, None, None, place, *told)


def _astray(name: str, text: str, citations: Iterable[tuple[Statement, Evidence]]) -> Iterator[Discrepancy]:
    """Yield the citations of one paper that do not hold."""
    paper = Paper(f"{name}.txt", text, (evidence for _, evidence in citations))
    for (key, _, place), evidence in citations:
        if told := paper.fault(evidence):
            yield Discrepancy(Fault.ASTRAY, key, name, evidence.where, evidence.quote, place, *told)

"""Whether what a model quotes stands where it says, in the papers it was made from.

A clause (`where`) is a path of numbers or headings as they stand in the paper, joined by " > ".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from trustgraph import files
from trustgraph.errors import FormatError, Place, Problem
from trustgraph.model import Model
from trustgraph.records import Evidence
from trustgraph.verification.persons import telling
from trustgraph.verification.sections import Span, path, sections
from trustgraph.verification.sources import Source, folded
from trustgraph.verification.statements import Statement, statements, texts
from trustgraph.vocabulary import Basis

WORDS = 8


class Lack(StrEnum):
    """What is wrong with a record."""

    UNREAD = "unread"  # its paper is not there
    UNFOUND = "unfound"
    UNCITED = "uncited"
    PERSONAL = "personal"


class Discrepancy(NamedTuple):
    """One thing between a model and its papers: the record by its key, its citation, what is wrong, how to mend it."""

    lack: Lack
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


class _Citation(NamedTuple):
    statement: Statement
    evidence: Evidence

    def lacks(self, lack: Lack, document: str | None, message: str, remedy: str) -> Discrepancy:
        key, _, place = self.statement
        return Discrepancy(lack, key, document, self.evidence.where, self.evidence.quote, place, message, remedy)


def verify(model: Model, sources: str | Path) -> tuple[Discrepancy, ...]:
    """Return what does not hold between a model and its papers, in the order of the model's file.

    `sources` is a folder that holds each paper as plain text, named by its document's id: nottinghamshire.txt.
    Raises FormatError where the folder or a file in it cannot be read.
    """
    folder = Path(sources)
    if not folder.is_dir():
        message = "this is not a folder." if folder.exists() else "there is no such folder."
        raise FormatError([Problem(message, "Name the folder of the papers' texts.", Place(str(folder)))])
    cited: dict[str, list[_Citation]] = {}
    found = [*_uncited(model), *_personal(model)]
    for statement in statements(model):
        for evidence in statement.record.evidence:
            citation = _Citation(statement, evidence)
            document = model.document(evidence)
            if document is None:
                message, remedy = "its evidence is in no document.", "Add the paper under 'documents'."
                found.append(citation.lacks(Lack.UNFOUND, None, message, remedy))
            else:
                cited.setdefault(document.id, []).append(citation)
    for name, text in _read(folder, cited).items():
        if text is None:
            message = f"there is no {name}.txt in {folder}."
            remedy = "Put the paper's text there, named by the document's id."
            found.append(Discrepancy(Lack.UNREAD, name, name, None, None, model.places.get(name), message, remedy))
        else:
            found += _unfound(name, Source(text), cited[name])
    return tuple(sorted(found, key=_line))


def quotations(model: Model) -> int:
    """Return how many quotations a model holds."""
    return sum(evidence.quote is not None for each in statements(model) for evidence in each.record.evidence)


def _line(discrepancy: Discrepancy) -> tuple[int, int]:
    place = discrepancy.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


def _read(folder: Path, names: Mapping[str, object]) -> dict[str, str | None]:
    """Return the texts of papers, None for one that is not there; raises FormatError with every problem."""
    read: dict[str, str | None] = {}
    problems: list[Problem] = []
    remedy = "Save the paper as plain text in UTF-8."
    for name in names:
        file = folder / f"{name}.txt"
        try:
            read[name] = files.read(file).decode("utf-8-sig") if file.exists() else None
        except FormatError as error:
            problems += (problem._replace(remedy=remedy) for problem in error.problems)
        except UnicodeDecodeError as error:
            message = f"the file is not UTF-8: its byte {error.start + 1:,} belongs to no character."
            problems.append(Problem(message, remedy, Place(str(file))))
    if problems:
        raise FormatError(problems)
    return read


def _uncited(model: Model) -> Iterator[Discrepancy]:
    """Yield the stated records without a quotation."""
    for key, record, place in statements(model):
        if record.basis is Basis.STATED and not any(evidence.quote for evidence in record.evidence):
            message, remedy = "nothing is quoted for it.", "Add 'where' and 'quote', or say basis: inferred."
            yield Discrepancy(Lack.UNCITED, key, None, None, None, place, message, remedy)


def _personal(model: Model) -> Iterator[Discrepancy]:
    """Yield what tells of a person."""
    for key, place, text in texts(model):
        for what, found in telling(text):
            message, remedy = f'"{found}" looks like {what}.', "Leave it out: record the post, not the person."
            yield Discrepancy(Lack.PERSONAL, key, None, None, None, place, message, remedy)


def _unfound(name: str, source: Source, citations: list[_Citation]) -> Iterator[Discrepancy]:
    """Yield the citations of one paper that do not hold."""
    paths = {
        citation.evidence.where: path(citation.evidence.where) for citation in citations if citation.evidence.where
    }
    found = sections(source, paths.values())
    for citation in citations:
        where, quote = citation.evidence.where, citation.evidence.quote
        spots = [] if quote is None else [(spot, spot + len(folded(quote))) for spot in source.spots(folded(quote))]
        spans = found[paths[where]] if where else []
        if quote is not None and len(quote.split()) > WORDS:
            message = f"its quotation has {len(quote.split())} words."
            remedy = f"Quote at most {WORDS}, enough to find the place."
        elif not where:
            message, remedy = "its evidence does not say where.", "Add 'where', the number or heading it stands under."
        elif quote is not None and not spots:
            message = f'"{quote}" stands nowhere in {name}.txt.'
            remedy = "Copy the words exactly, from one place."
        elif not spans:
            message = f"{_missed(paths[where], found)} of {name}.txt{_standing(source, spots)}."
            remedy = "Write 'where' as it stands in the paper, steps joined by \" > \"."
        elif quote is not None and not any(_within(spot, spans) for spot in spots):
            lines = f"(from line {' or '.join(str(source.line(start)) for start, _ in spans[:3])})"
            message = f'"{quote}" does not stand under {where} {lines} of {name}.txt{_standing(source, spots)}.'
            remedy = "Say under what it stands."
        else:
            continue
        yield citation.lacks(Lack.UNFOUND, name, message, remedy)


def _within(spot: Span, spans: list[Span]) -> bool:
    return any(start <= spot[0] and spot[1] <= end for start, end in spans)


def _missed(steps: tuple[str, ...], found: Mapping[tuple[str, ...], list[Span]]) -> str:
    """Return which step of a path leads nowhere."""
    depth = next(depth for depth in range(len(steps)) if not found[steps[: depth + 1]])
    within = f" within {' > '.join(steps[:depth])}" if depth else ""
    return f"'{steps[depth]}' begins no line{within}"


def _standing(source: Source, spots: list[Span]) -> str:
    lines = dict.fromkeys(str(source.line(start)) for start, _ in spots)
    return f"; it stands at line {' and '.join([*lines][:3])}" if lines else ""

"""What all arrangements share, what only one has, and what one lacks: numbered, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from trustgraph import wording
from trustgraph.comparison.cells import Answer, Cell, Ground, Said
from trustgraph.comparison.crosswalk.row import Row


class Shared(StrEnum):
    """Of how many arrangements a sentence tells something: all, none, one alone, or all but one."""

    ALL = "all"
    NONE = "none"
    ONE = "one"
    ALL_BUT_ONE = "all_but_one"


class Footing(NamedTuple):
    """What a sentence rests on in one arrangement: its label, the answer, records, clauses and ground."""

    label: str
    answer: Answer
    keys: tuple[str, ...]
    clauses: tuple[str, ...]
    ground: Ground | None


class Sentence(NamedTuple):
    """One sentence of the findings, its number, the row it comes from, and what it rests on in each arrangement."""

    number: int
    shared: Shared
    row: str
    text: str
    rests_on: tuple[Footing, ...]


# what one paper does instead, and what several do
_SILENT = {
    Answer.NO: ("says that it is not so", "say that it is not so"),
    Answer.CONTRADICTORY: ("contradicts itself", "contradict themselves"),
    Answer.NOT_STATED: ("does not state it", "do not state it"),
    Answer.NOT_IN_COPY: ("may state it in what our copy lacks", "may state it in what our copies lack"),
}
_OPEN = ("leaves it open", "leave it open")


def sentences(labels: Sequence[str], rows: Sequence[Row], cells: Sequence[Sequence[Cell]]) -> Iterator[Sentence]:
    """Yield what all share, then what only one has, then what one lacks, in the order of the rows."""
    found = [each for row, across in zip(rows, cells, strict=True) for each in _of_row(labels, row, across)]
    found.sort(key=lambda each: [*Shared].index(each.shared))
    for number, each in enumerate(found, 1):
        yield each._replace(number=number)


def _of_row(labels: Sequence[str], row: Row, cells: Sequence[Cell]) -> Iterator[Sentence]:
    has = [cell.answer is Answer.YES for cell in cells]
    if row.says and not any(cell.apart for cell in cells) and (shared := _shared(has)) is not None:
        text = _saying(labels, row, cells, has, shared)
        yield Sentence(0, shared, row.id, text, tuple(map(_rests, labels, cells)))
    for fact in dict.fromkeys(said.fact for cell in cells for said in cell.said if said.fact):
        # what a paper contradicts is no fact of it
        having = [cell.answer is Answer.YES and any(said.fact == fact for said in cell.said) for cell in cells]
        if any(cell.answer is Answer.CONTRADICTORY and any(said.fact == fact for said in cell.said) for cell in cells):
            continue
        # where only they say anything at all, that has been told
        if (shared := _shared(having)) is not None and not (row.says and having == has and not all(has)):
            yield _factual(labels, row, cells, fact, having, shared)


def _shared(has: Sequence[bool]) -> Shared | None:
    # of two, one that has a thing and one that lacks it are told of once
    kinds = {len(has) - 1: Shared.ALL_BUT_ONE, 1: Shared.ONE, 0: Shared.NONE, len(has): Shared.ALL}
    return kinds.get(sum(has))


def _rests(label: str, cell: Cell) -> Footing:
    return Footing(label, cell.answer, cell.keys, cell.clauses, cell.ground)


def _saying(labels: Sequence[str], row: Row, cells: Sequence[Cell], has: Sequence[bool], shared: Shared) -> str:
    if shared is Shared.ALL:
        all_ = "Both papers say" if len(labels) == 2 else f"All {wording.spelt(len(labels))} papers say"
        return f"{all_} {row.says}{_answering(labels, cells)}."
    others = _others(labels, cells, has)
    if shared is Shared.NONE:
        silent = {cell.answer for cell in cells} == {Answer.NOT_STATED}
        return f"None of the papers says {row.says}.{'' if silent else f' {others}'}"
    if shared is Shared.ONE:
        who, said = next((label, cell) for label, cell, yes in zip(labels, cells, has, strict=True) if yes)
        if said.ground is Ground.INFERRED:
            return f"Only from the paper of {who} can it be inferred {row.says}: {_quoted(said)}. {others}"
        return f"Only the paper of {who} says {row.says}: {_quoted(said)}. {others}"
    return f"All papers but one say {row.says}{_answering(labels, cells)}. {others}"


def _answering(labels: Sequence[str], cells: Sequence[Cell]) -> str:
    """Return the first clause of each paper that answers, in brackets."""
    return _where(
        (f"{label}, inferred" if cell.ground is Ground.INFERRED else label, cell.clauses)
        for label, cell in zip(labels, cells, strict=True)
        if cell.answer is Answer.YES
    )


def _where(found: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Return the first clause of each paper, in brackets after a space."""
    told = [f"{label}: {clauses[0]}{', and elsewhere' * (len(clauses) > 1)}" for label, clauses in found if clauses]
    return f" ({'; '.join(told)})" if told else ""


def _quoted(cell: Cell) -> str:
    """Return what a cell says as the rest of a sentence, its first statement only where there are many."""
    first, *more = cell.said
    if len(more) < 2:
        return "; ".join(map(str, cell.said))
    return f"{first}; and {wording.spelt(len(more))} statements more, which are in the table"


def _others(labels: Sequence[str], cells: Sequence[Cell], has: Sequence[bool]) -> str:
    """Return what the papers that do not say it do instead, as a sentence."""
    groups: dict[tuple[str, str], list[str]] = {}
    for label, cell, yes in zip(labels, cells, has, strict=True):
        if not yes:
            open_ = cell.answer is Answer.NOT_STATED and any(each.ground is Ground.INFERRED for each in cell.said)
            groups.setdefault(_OPEN if open_ else _SILENT[cell.answer], []).append(label)
    told = (
        f"{'those' if len(who) > 1 else 'that'} of {wording.names(who)} {does[len(who) > 1]}"
        for does, who in groups.items()
    )
    return f"{wording.capital('; '.join(told))}."


def _factual(
    labels: Sequence[str], row: Row, cells: Sequence[Cell], fact: str, has: Sequence[bool], shared: Shared
) -> Sentence:
    rests = tuple(_resting(label, cell, fact) for label, cell in zip(labels, cells, strict=True))
    whose = [label for label, yes in zip(labels, has, strict=True) if yes]
    lacks = [label for label, yes in zip(labels, has, strict=True) if not yes]
    found = [(each.label, each.clauses) for each, yes in zip(rests, has, strict=True) if yes]
    said = f"{fact}{_where(found)}"
    if shared is Shared.ALL:
        text = f"{'In both' if len(labels) == 2 else f'In all {wording.spelt(len(labels))}'} {said}."
    elif shared is Shared.ONE:
        text = f"Only in {whose[0]}, by what is stated, {said}."
    else:
        text = f"In {wording.names(whose)} {said}; the paper of {lacks[0]} does not say so."
    return Sentence(0, shared, row.id, text, rests)


def _resting(label: str, cell: Cell, fact: str) -> Footing:
    said: list[Said] = [each for each in cell.said if each.fact == fact]
    if not said:
        return _rests(label, cell)
    return _rests(label, Cell(cell.answer, tuple(said)))

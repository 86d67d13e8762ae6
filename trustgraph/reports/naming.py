"""What reports call bodies, posts, ranges and clauses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from trustgraph import wording
from trustgraph.analysis.accountability.account import account_graph
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Relationship, Stated
from trustgraph.vocabulary import Basis, Kind, Topic

Row = TypeVar("Row")


def opening(model: Model, ids: Iterable[str]) -> str:
    """Return bodies and posts as they start a sentence: "The Board and each of the three Groups"."""
    return wording.capital(wording.prose(model, ids))


def alike(rows: Iterable[Row], same: Callable[[Row], object]) -> Iterator[list[Row]]:
    """Yield rows that have the same thing to say, together, in the order of the first of each."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(same(row), []).append(row)
    yield from groups.values()


def clauses_of(model: Model, keys: Iterable[str]) -> str:
    """Return the clauses of records, by key, in brackets; nothing where none has one."""
    records: list[Stated] = []
    for key in keys:
        record = model.lines.get(key) or model.seats.get(key)
        records += [record] if record is not None else [model.functions[key][1]]
    return bracketed(clause for record in records for clause in wording.clause(model, record).split("; "))


def bracketed(clauses: Iterable[str]) -> str:
    """Return clauses in brackets after a space, each once; nothing where there is none."""
    inside = "; ".join(dict.fromkeys(clause for clause in clauses if clause))
    return f" ({inside})" if inside else ""


def span_of(least: int | None, most: int | None) -> str:
    """Return a range in words; "not stated" where nothing is known of it."""
    return "not stated" if least is None or (least == 0 and most is None) else str(Range(least, most))


def counted(least: int, most: int | None, noun: str) -> str:
    """Return a range of things in words: "one body", "three to four seats", "at least two bodies"."""
    number = Range(least, most)
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    figure = wording.spelt(number) if max(least, most or 0) <= 10 else str(number)
    return f"{figure} {noun if figure.split()[-1] == 'one' else plural}"


def account_taken(
    model: Model, *, topic: Topic | None = None, strict: bool = False, lift: bool = False, **_: object
) -> str:
    """Return whether reporting counts as account in an answer, and what share of its lines the paper itself states."""
    lines = {id(line): line for line in account_graph(model, topic=topic, strict=strict, lift=lift).arcs.lines}
    stated = sum(line.basis is Basis.STATED for line in lines.values())
    share = f"{stated / len(lines):.0%} of its lines are stated by the paper" if lines else "there is no line of it"
    return f"Account here {'leaves out' if strict else 'includes'} reporting; {share}."


def denials(model: Model, kinds: Collection[Kind]) -> Iterator[tuple[Relationship, str]]:
    """Yield the lines of these kinds that the paper denies, each with the sentence that says so."""
    for line in model.relationships:
        if line.denied and line.kind in kinds:
            yield line, wording.sentence(model, line)


def said(model: Model, keys: Iterable[str]) -> str:
    """Return lines as a clause for each subject: "the Board tasks the Executive; the Unit reports to the Board"."""
    of: dict[str, list[Relationship]] = {}
    for line in (model.lines[key] for key in keys):
        of.setdefault(line.subject, []).append(line)
    clauses = (
        f"{wording.called(model, who)} {wording.names(wording.predicate(model, line) for line in lines)}"
        for who, lines in of.items()
    )
    return "; ".join(clauses)

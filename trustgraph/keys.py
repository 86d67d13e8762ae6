"""The key of each line, seat and function: the string that findings, comparisons and charts call it by.

A line is "subject kind target", a seat "member role body", a function "body act topic". Where two would be
equal the matter is added in brackets, then the clause; what is equal still needs an id of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from trustgraph.records import Body, Function, Membership, Relationship
from trustgraph.vocabulary import Kind

Keyed = TypeVar("Keyed", Relationship, Membership, Function)


def line_keys(lines: Sequence[Relationship]) -> list[str]:
    """Return the key of each line, in order; a line that goes both ways has its ends sorted."""
    return _unique([_line_key(line) for line in lines], lines, lambda line: None if line.id else line.matter)


def seat_keys(seats: Sequence[Membership]) -> list[str]:
    """Return the key of each seat, in order; a seat that any of several may take joins them by "|"."""
    bases = [seat.id or f"{seat.member or '|'.join(seat.any_of) or 'vacant'} {seat.role} {seat.body}" for seat in seats]
    return _unique(bases, seats, lambda seat: None if seat.id else seat.category)


def function_keys(functions: Sequence[tuple[Body, Function]]) -> list[str]:
    """Return the key of each function, in order."""
    bases = [f"{body.id} {function.act} {function.topic or 'other'}" for body, function in functions]
    return _unique(bases, [function for _, function in functions], lambda function: function.matter)


def _line_key(line: Relationship) -> str:
    if line.id:
        return line.id
    subject, target = line.subject, line.target
    if line.kind is Kind.WORKS_WITH and target < subject:
        subject, target = target, subject
    return f"{subject} {line.kind} {target}"


def _unique(bases: list[str], records: Sequence[Keyed], matter: Callable[[Keyed], str | None]) -> list[str]:
    keys = bases
    for added in (matter, _clause):
        counts = Counter(keys)
        if len(counts) == len(keys):
            break
        keys = [
            f"{key} ({text})" if counts[key] > 1 and (text := added(record)) else key
            for key, record in zip(keys, records, strict=True)
        ]
    return keys


def _clause(record: Relationship | Membership | Function) -> str | None:
    if getattr(record, "id", None):
        return None
    return next((evidence.where for evidence in record.evidence if evidence.where), None)

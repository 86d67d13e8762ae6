"""The key of each line, seat and function: the string that findings, comparisons and charts call it by.

A line is "subject kind target", a seat "member role body", a function "body act topic". Where two would be
equal the matter is added in brackets, then the clause; what is equal still needs an id of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Sequence
from operator import attrgetter
from typing import TypeVar

from trustgraph.records import Body, Function, Membership, Relationship
from trustgraph.vocabulary import Kind

_BOTH_WAYS = Kind.WORKS_WITH
Keyed = TypeVar("Keyed", Relationship, Membership, Function)


def line_keys(lines: Sequence[Relationship]) -> list[str]:
    """Return the key of each line, in order; a line that goes both ways has its ends sorted."""
    bases = list(map(" ".join, map(attrgetter("subject", "kind", "target"), lines)))
    kinds = list(map(attrgetter("kind"), lines))
    if _BOTH_WAYS in kinds or any(map(attrgetter("id"), lines)):
        for number, line in enumerate(lines):
            if line.id or line.kind is _BOTH_WAYS:
                bases[number] = line.id or " ".join(_sorted(line))
    return _unique(bases, lines, lambda line: None if line.id else line.matter)


def keys_from(lines: Sequence[Relationship], subjects: Container[str]) -> dict[int, str]:
    """Return the key of each line of these subjects, by the line's identity, as it is among all lines."""
    # only these can be called the same
    near = [line for line in lines if line.subject in subjects or line.id or line.kind is _BOTH_WAYS]
    return dict(zip(map(id, near), line_keys(near), strict=True))


def seat_keys(seats: Sequence[Membership]) -> list[str]:
    """Return the key of each seat, in order; a seat that any of several may take joins them by "|"."""
    bases = [seat.id or f"{seat.member or '|'.join(seat.any_of) or 'vacant'} {seat.role} {seat.body}" for seat in seats]
    return _unique(bases, seats, lambda seat: None if seat.id else seat.category)


def function_keys(functions: Sequence[tuple[Body, Function]]) -> list[str]:
    """Return the key of each function, in order."""
    bases = [f"{body.id} {function.act} {function.topic or 'other'}" for body, function in functions]
    return _unique(bases, [function for _, function in functions], lambda function: function.matter)


def _sorted(line: Relationship) -> tuple[str, str, str]:
    return min(line.subject, line.target), line.kind, max(line.subject, line.target)


def _unique(bases: list[str], records: Sequence[Keyed], matter: Callable[[Keyed], str | None]) -> list[str]:
    keys = bases
    for added in (matter, _clause):
        if len(set(keys)) == len(keys):
            break
        counts = Counter(keys)
        keys = [
            f"{key} ({text})" if counts[key] > 1 and (text := added(record)) else key
            for key, record in zip(keys, records, strict=True)
        ]
    return keys


def _clause(record: Relationship | Membership | Function) -> str | None:
    if getattr(record, "id", None):
        return None
    return next((evidence.where for evidence in record.evidence if evidence.where), None)

"""Bodies merged into one, which takes over what they are joined by."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

import msgspec

from trustgraph.comparison.scenarios.references import renamed
from trustgraph.frequency import Range
from trustgraph.records import Body, Function, Membership, Record, Relationship, Stated
from trustgraph.vocabulary import Basis, Kind, Role

Made = TypeVar("Made", bound=Stated)

# what tells two statements apart, once it is left out who says so
_SAID_BY = frozenset({"id", "basis", "note", "evidence"})


def merged_body(bodies: Iterable[Body], into: str, name: str) -> Body:
    """Return the new body that these become: of their kind and tier where they share one, with all their functions."""
    bodies = tuple(bodies)
    kinds, tiers = {body.kind for body in bodies}, {body.tier for body in bodies}
    return Body(
        id=into,
        name=name,
        kind=kinds.pop() if len(kinds) == 1 else None,
        tier=tiers.pop() if len(tiers) == 1 else None,
        basis=Basis.ASSUMED,
        functions=functions_of(bodies),
    )


def functions_of(bodies: Iterable[Body], into: Body | None = None) -> tuple[Function, ...]:
    """Return what bodies do, each function once; what others than `into` are said to do is inferred of it."""
    own = into.functions if into is not None else ()
    taken = (_inferred(each) for body in bodies if body is not into for each in body.functions)
    return tuple(_folded((*own, *taken), _function))


def _inferred(record: Made) -> Made:
    return msgspec.structs.replace(record, basis=Basis.INFERRED) if record.basis is Basis.STATED else record


def given_way(body: Body) -> Body:
    """Return a body as it is remembered once another has taken its place: outside, and without anything to do."""
    return Body(
        id=body.id,
        name=body.name,
        aliases=body.aliases,
        kind=body.kind,
        inside=False,
        identifiers=body.identifiers,
        basis=body.basis,
        evidence=body.evidence,
    )


def merged_lines(lines: Iterable[Relationship], names: dict[str, str]) -> list[Relationship]:
    """Return the lines under new names, each once; those between what is now one are left out."""
    carried = (_carried(line, names) for line in lines)
    become = set(names.values())
    kept = (line for line in carried if line.subject != line.target or line.subject not in become)
    succeeding = [
        Relationship(subject=into, kind=Kind.SUCCEEDS, target=gone, basis=Basis.ASSUMED) for gone, into in names.items()
    ]
    return _folded([*kept, *succeeding], lambda line: _said(line) if become & {line.subject, line.target} else id(line))


def merged_seats(seats: Iterable[Membership], names: dict[str, str]) -> list[Membership]:
    """Return the seats under new names; who would sit twice as a member sits once, as chair where chair of one."""
    become = set(names.values())
    found: dict[Hashable, Membership] = {}
    for number, seat in enumerate(_carried(seat, names) for seat in seats):
        if seat.member == seat.body:
            continue
        same = _sitting(seat) if seat.body in become and (seat.member or seat.any_of) else number
        found[same] = _one_seat(found[same], seat) if same in found else seat
    return [*found.values()]


def _sitting(seat: Membership) -> Hashable:
    return seat.member, seat.any_of, seat.body, seat.denied, None if seat.role.member else seat.role


def _one_seat(one: Membership, other: Membership) -> Membership:
    order = list(Role)
    best, less = sorted((one, other), key=lambda each: order.index(each.role))
    return _united(best, less, seats=_more(best.seats, less.seats))


def _carried(record: Made, names: dict[str, str]) -> Made:
    """Return a record under new names; what a paper states of the old ones is inferred of the new one."""
    made = renamed(record, names)
    if isinstance(record, Relationship) and isinstance(made, Relationship) and record.kind is Kind.SUCCEEDS:
        # what was succeeded still is what it was
        made = msgspec.structs.replace(made, target=record.target)
    return (
        msgspec.structs.replace(made, basis=Basis.INFERRED) if made != record and made.basis is Basis.STATED else made
    )


def _folded(records: Iterable[Made], same: Callable[[Made], Hashable]) -> list[Made]:
    found: dict[Hashable, Made] = {}
    for record in records:
        key = same(record)
        found[key] = _united(found[key], record) if key in found else record
    return [*found.values()]


def _united(one: Made, other: Made, **fields: Any) -> Made:
    """Return one statement of two that say the same, with the evidence of both."""
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    return msgspec.structs.replace(one, evidence=evidence, **fields)


def _function(function: Function) -> Hashable:
    return function.act, function.topic, function.matter


def _said(record: Record) -> Hashable:
    return tuple(getattr(record, name) for name in record.__struct_fields__ if name not in _SAID_BY)


def _more(one: Range, other: Range) -> Range:
    most = None if one.most is None or other.most is None else max(one.most, other.most)
    return Range(max(one.least, other.least), most)

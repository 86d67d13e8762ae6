"""The smallest models that show a thing: bodies by id, lines as "subject kind target"."""

from __future__ import annotations

from typing import Any

from trustgraph.model import Model
from trustgraph.records import Body, Membership, Post, Relationship
from trustgraph.vocabulary import Kind


def body(name: str, /, **fields: Any) -> Body:
    """Return a body called by its id."""
    return Body(id=name, **{"name": name.replace("-", " ").title(), **fields})


def line(sentence: str, **fields: Any) -> Relationship:
    """Return the line that a sentence of three words states."""
    subject, kind, target = sentence.split()
    return Relationship(subject=subject, kind=Kind(kind), target=target, **fields)


def model(*sentences: str, records: tuple[Any, ...] = (), **fields: Any) -> Model:
    """Return a model of these lines, with a body for every end that no record is given for."""
    lines = [line(sentence) for sentence in sentences]
    lines += [record for record in records if isinstance(record, Relationship)]
    given = {record.id for record in records if isinstance(record, Body | Post)}
    ends = dict.fromkeys(end for each in lines for end in (each.subject, each.target) if end not in given)
    return Model(
        **{"id": "small", **fields},
        bodies=(*(body(end) for end in ends), *(record for record in records if isinstance(record, Body))),
        posts=tuple(record for record in records if isinstance(record, Post)),
        relationships=tuple(lines),
        memberships=tuple(record for record in records if isinstance(record, Membership)),
    )

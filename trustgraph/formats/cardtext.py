"""A model written as YAML cards: each line in its subject's card, each seat in its body's."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec

from trustgraph.formats.gathering import TOP
from trustgraph.formats.yamltext import Bare, block, cards
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Evidence, Function, Meetings, Record

_DATES = frozenset({"as_at", "since", "until", "date"})
# what every statement carries comes after what it says
_LAST = ("basis", "note", "evidence")


def write_yaml(model: Model) -> bytes:
    """Return the model as YAML cards, those fields left out that are at their default.

    Comments of a file the model was read from are not kept.
    """
    return ("\n".join(_lines(model)) + "\n").encode()


def _lines(model: Model) -> Iterator[str]:
    fields = _fields(model)
    note = fields.pop("note", None)
    sections = {
        "documents": {record.id: _card(record) for record in model.documents},
        "bodies": _bodies(model),
        "posts": _posts(model),
        "claims": {record.id: _card(record) for record in model.claims},
        "views": {record.id: _card(record) for record in model.views},
    }
    accepted = fields.pop("accepted", None)
    yield from block(fields)
    for name, records in sections.items():
        if records:
            yield f"{name}:"
            yield from cards(records, "  ")
    yield from block({"accepted": accepted} if accepted else {})
    yield from block({"note": note} if note is not None else {})


def _bodies(model: Model) -> dict[str, Any]:
    made = {body.id: _card(body) for body in model.bodies}
    for seat in model.memberships:
        fields = _fields(seat)
        del fields["body"]
        made[seat.body].setdefault("members", []).append(fields)
    return _with_lines(made, model)


def _posts(model: Model) -> dict[str, Any]:
    return _with_lines({post.id: _card(post) for post in model.posts}, model)


def _with_lines(made: dict[str, Any], model: Model) -> dict[str, Any]:
    for line in model.relationships:
        if line.subject in made:
            fields = _fields(line)
            del fields["subject"], fields["kind"]
            verb = {line.kind.value: fields.pop("target")}
            made[line.subject].setdefault("lines", []).append(verb | fields)
    return made


def _card(record: Record) -> dict[str, Any]:
    fields = _fields(record)
    fields.pop("id", None)
    return fields


def _fields(record: msgspec.Struct) -> dict[str, Any]:
    """Return the fields that are not at their default as values to write."""
    # the encoder knows what is at its default
    given = msgspec.to_builtins(record) if not isinstance(record, Model) else _top(record)
    names = sorted(given, key=lambda name: _LAST.index(name) if name in _LAST else -1)
    fields: dict[str, Any] = {}
    for name in names:
        value = getattr(record, name)
        if name == "evidence":
            fields |= _cited(value)
        else:
            fields[name] = _value(value, name)
    return fields


def _top(model: Model) -> list[str]:
    return [name for name in TOP if getattr(model, name) not in (None, ())]


def _value(value: Any, name: str) -> Any:
    if isinstance(value, bool):
        return Bare(str(value).lower())
    if isinstance(value, int | float | Range) or (isinstance(value, str) and name in _DATES):
        return Bare(value)
    if isinstance(value, StrEnum):
        return Bare(value.value)
    if isinstance(value, tuple):
        return [_value(item, name) for item in value]
    if isinstance(value, Meetings) and list(msgspec.to_builtins(value)) == ["text"]:
        return value.text
    if isinstance(value, Function) and value.matter is not None:
        fields = _fields(value)
        return {fields.pop("act"): fields.pop("matter")} | fields
    return _fields(value) if isinstance(value, msgspec.Struct) else value


def _cited(evidence: tuple[Evidence, ...]) -> dict[str, Any]:
    """Return one piece of evidence as fields of its record, several as a list."""
    cited = [_fields(item) for item in evidence]
    return cited[0] if len(cited) == 1 and cited[0] else {"evidence": cited}

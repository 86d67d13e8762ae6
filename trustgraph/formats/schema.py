"""The JSON Schema of the YAML cards, made from the records, for editors that complete and check."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin

import msgspec

from trustgraph.formats.gathering import COLLECTIONS
from trustgraph.formats.marks import CITED
from trustgraph.frequency import Range
from trustgraph.records import Body, Evidence, Function, Meetings, Membership, Post, Records, Relationship, Stated
from trustgraph.vocabulary import Act, Kind

Schema = dict[str, Any]

ID = "^[a-z0-9][a-z0-9-]*$"
_DATE = r"^\d{4}(-\d\d(-\d\d)?)?$"
_RANGE = r"^(\d+|\d+ *(to|-|–) *\d+|up to \d+|at least \d+)$"
_DATES = frozenset({"as_at", "since", "until", "date"})
_IDS = frozenset(
    "id document within members_of relative_to organisation member around requires on_behalf_of via any_of apexes "
    "order hide".split()
)
# a text may look like a number: the field decides what it is
_TEXT: Schema = {"type": ["string", "number"]}
_FIELD = re.compile(r"^ *(\w+): (.+)$", re.MULTILINE)
# a card's id is its key, and its place in a card says whose line or seat it is
_IMPLIED: dict[type, set[str]] = {Relationship: {"subject", "kind", "target"}, Membership: {"body"}}


def schema() -> Schema:
    """Return the JSON Schema (draft-07) of a model's YAML file."""
    described = descriptions(Records)
    properties = {
        name: _described(_field(type_, name), described[name])
        for name, type_ in _types(Records).items()
        if name not in COLLECTIONS
    }
    cards = {name: kind for name, kind in COLLECTIONS.items() if kind not in _IMPLIED}
    properties |= {name: _described(_cards(kind), described[name]) for name, kind in cards.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A trustgraph model",
        "description": "The arrangement of a partnership or public body, as its papers state it.",
        "type": "object",
        "properties": {name: properties[name] for name in Records.__struct_fields__ if name in properties},
        "required": ["id"],
        "additionalProperties": False,
        "definitions": {kind.__name__: _definition(kind) for kind in _records()},
    }


def schema_text() -> bytes:
    """Return the JSON Schema as a file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False).encode() + b"\n"


def descriptions(kind: type) -> dict[str, str]:
    """Return what each field of a record means, by name, from the docstrings of its class."""
    found: dict[str, str] = {}
    for ancestor in reversed(kind.__mro__):
        if issubclass(ancestor, msgspec.Struct):
            found |= dict(_FIELD.findall(ancestor.__doc__ or ""))
    return found


def _records() -> list[type[msgspec.Struct]]:
    """Return every kind of record that stands in a file, each once."""
    collections: list[type[msgspec.Struct]] = list(COLLECTIONS.values())
    found: dict[type[msgspec.Struct], None] = dict.fromkeys(collections)
    kinds: list[type[msgspec.Struct]] = [Records, *collections]
    for kind in kinds:
        for type_ in _types(kind).values():
            inner = _inner(type_)
            if isinstance(inner, type) and issubclass(inner, msgspec.Struct) and inner is not Range:
                found[inner] = None
    return sorted(found, key=lambda kind: kind.__name__)


def _definition(kind: type[msgspec.Struct]) -> Schema:
    """Return the shape of a record in a file."""
    described = descriptions(kind)
    implied = _IMPLIED.get(kind, {"id"} if kind in COLLECTIONS.values() else set())
    properties = {
        name: _described(_field(type_, name), described[name])
        for name, type_ in _types(kind).items()
        if name not in implied
    }
    if issubclass(kind, Stated):
        cited = descriptions(Evidence)
        properties |= {name: _described(_text(name), cited[name]) for name in CITED}
    fields = msgspec.structs.fields(kind)
    required = [field.name for field in fields if field.required and field.name in properties]
    made: Schema = {"description": _summary(kind), "type": "object", "additionalProperties": False}
    if kind is Relationship:
        properties = {
            word.value: _described(_id(), f"Who or what the subject {word.phrase}.") for word in Kind
        } | properties
        made["oneOf"] = [{"required": [word.value]} for word in Kind]
    elif kind is Function:
        acts = {word.value: _described(_TEXT, f"What it does this about ({word.replace('_', ' ')}).") for word in Act}
        properties, required = acts | properties, []
        made["oneOf"] = [{"required": [name]} for name in ("act", *acts)]
    elif kind in (Body, Post):
        properties |= _within_card(kind)
    return made | {"properties": properties} | ({"required": required} if required else {})


def _within_card(kind: type) -> Schema:
    lines = _described(_list(_reference(Relationship)), "Its lines: each says what it does towards whom.")
    members = _described(_list(_reference(Membership)), "Its seats: each says who sits, and as what.")
    return {"members": members, "lines": lines} if kind is Body else {"lines": lines}


def _cards(kind: type) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": ID}, "additionalProperties": _reference(kind)}


def _field(type_: Any, name: str) -> Schema:
    """Return the shape of one field's value."""
    if get_origin(type_) is UnionType:
        type_ = get_args(type_)[0]
    if get_origin(type_) is tuple:
        return _list(_field(get_args(type_)[0], name))
    if type_ is Range:
        return {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": _RANGE}]}
    if type_ is Meetings:
        return {"anyOf": [{"type": "string"}, _reference(Meetings)]}
    if issubclass(type_, msgspec.Struct):
        return _reference(type_)
    if issubclass(type_, StrEnum):
        return {"type": "string", "enum": [word.value for word in type_]}
    plain = {bool: "boolean", int: "integer", float: "number"}
    return {"type": plain[type_]} if type_ in plain else _text(name)


def _text(name: str) -> Schema:
    if name in _DATES:
        return {"type": ["string", "integer"], "pattern": _DATE}
    return _id() if name in _IDS else _TEXT


def _id() -> Schema:
    return {"type": "string", "pattern": ID}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _reference(kind: type) -> Schema:
    return {"$ref": f"#/definitions/{kind.__name__}"}


def _described(shape: Schema, description: str) -> Schema:
    # draft-07 looks at nothing that stands beside a reference
    return {"description": description} | ({"allOf": [shape]} if "$ref" in shape else shape)


def _summary(kind: type) -> str:
    return (kind.__doc__ or "").split("\n\n")[0].strip()


def _types(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {field.name: field.type for field in msgspec.structs.fields(kind)}


def _inner(type_: Any) -> Any:
    """Return the type of a list's items or of an optional field."""
    while get_origin(type_) in (UnionType, tuple):
        type_ = get_args(type_)[0]
    return type_

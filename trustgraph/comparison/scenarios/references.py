"""What refers to a body or post, given another name or rid of one that is gone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import msgspec

from trustgraph.records import Function, Meetings, Quorum, Record

Made = TypeVar("Made", bound=Record)

_ONE = frozenset({"within", "members_of", "organisation", "subject", "target", "body", "member", "around"})
_SEVERAL = frozenset({"via", "any_of", "on_behalf_of", "order", "hide", "requires"})
_PARTS = (Meetings, Quorum, Function)


def renamed(record: Made, names: Mapping[str, str]) -> Made:
    """Return a record that refers by the new name to what has one; a list names nothing twice."""
    changed: dict[str, Any] = {}
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if (field in _ONE or field == "relative_to") and value in names:
            changed[field] = names[value]
        elif field in _SEVERAL and not names.keys().isdisjoint(value):
            changed[field] = tuple(dict.fromkeys(names.get(each, each) for each in value))
        elif isinstance(value, _PARTS):
            changed[field] = renamed(value, names)
        elif field == "functions" and value:
            changed[field] = tuple(renamed(each, names) for each in value)
    return _replaced(record, changed)


def without(record: Made, gone: Collection[str]) -> Made:
    """Return a record whose lists no longer name what is gone."""
    lists = {field: getattr(record, field) for field in record.__struct_fields__ if field in _SEVERAL}
    changed = {field: tuple(each for each in value if each not in gone) for field, value in lists.items() if value}
    return _replaced(record, changed)


def _replaced(record: Made, changed: Mapping[str, Any]) -> Made:
    """Return the same record where nothing of it changes, so that it is known again."""
    different = {field: value for field, value in changed.items() if value != getattr(record, field)}
    return msgspec.structs.replace(record, **different) if different else record

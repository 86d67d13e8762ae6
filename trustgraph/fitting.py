"""Records made in code, made to fit their fields: words for plain text, tuples for lists."""

from __future__ import annotations

import re
from enum import EnumType
from types import NoneType
from typing import TypeVar

import msgspec

from trustgraph import vocabulary
from trustgraph.errors import ModelError, Problem, suggestion
from trustgraph.records import Body, Columns, Membership, Post, Record, Records, Relationship
from trustgraph.vocabulary import Attendance, Basis, BodyKind, Force, Kind, Legal, Role, Stage, Tier, Topic

Made = TypeVar("Made", bound=Record)

# the words of each and their types, looked at by functions of C, since most records come from files and are many
_LARGE: dict[str, tuple[type[Record], dict[str, set[type]]]] = {
    "bodies": (
        Body,
        {
            "basis": {Basis},
            "kind": {BodyKind, NoneType},
            "tier": {Tier, NoneType},
            "stage": {Stage, NoneType},
            "legal": {Legal, NoneType},
        },
    ),
    "posts": (Post, {"basis": {Basis}, "level": {int, NoneType}}),
    "relationships": (
        Relationship,
        {"basis": {Basis}, "kind": {Kind}, "topic": {Topic, NoneType}, "force": {Force}},
    ),
    "memberships": (Membership, {"basis": {Basis}, "role": {Role}, "attendance": {Attendance}}),
}
_TYPES = {"str": "a text", "int": "a whole number", "float": "a number", "bool": "True or False", "null": "None"}
_TYPES |= {"object": "a record", "array": "a tuple"}
_EXAMPLES = {
    **dict.fromkeys(("meetings", "frequency"), 'tg.Meetings(text="quarterly")'),
    **dict.fromkeys(("seats", "count", "per_year"), "tg.Range(2, 3)"),
    "quorum": "tg.Quorum(number=3)",
}


def fit(records: Records) -> Columns:
    """Give each field of newly made records the type it has in files, and return them by column.

    Raises ModelError for what cannot have its type.

    The large collections are converted only where something in them is loose, since most come from files.
    """
    fields, columns = Records.__struct_fields__, Columns(records)
    try:
        is_loose = _is_loose(columns)
    # an array, or a gap in a data frame, cannot even be compared
    except (TypeError, ValueError):
        is_loose = True
    if is_loose:
        sound, columns = fitted(records, Records), Columns(records)
    else:
        small = {field: getattr(records, field) for field in fields if field not in _LARGE}
        sound = fitted(Records(**small), Records)
        fields = tuple(small)
    for field in fields:
        msgspec.structs.force_setattr(records, field, getattr(sound, field))
    return columns


def fitted(record: Made, kind: type[Made]) -> Made:
    """Return a record with each field of the type it has in files; raises ModelError for what cannot have it."""
    try:
        return msgspec.convert(msgspec.to_builtins(record), kind)
    except (msgspec.ValidationError, TypeError) as error:
        raise ModelError([_misfit(str(error))]) from error


def _is_loose(columns: Columns) -> bool:
    """Return whether a word of the large collections is of another type, such as plain text, or a record is none."""
    for field, (kind, words) in _LARGE.items():
        collection = getattr(columns.records, field)
        if type(collection) is not tuple or not set(map(type, collection)) <= {kind}:
            return True
        if any(not columns.types(field, word) <= sound for word, sound in words.items()):
            return True
    functions = [function for _, several in columns.given("bodies", "functions") for function in several]
    return any(type(getattr(function, "act", "")) is str for function in functions)


def _example(place: str) -> str:
    """Return how to write the field that a place ends in, where it takes a record."""
    example = _EXAMPLES.get(place.rpartition(".")[2])
    return f"Write {example}." if example else ""


def _misfit(message: str) -> Problem:
    """Return what is said of a value that does not fit its field, in our words."""
    what, _, place = message.rstrip("`").partition(" - at `$.")
    start = f"{place}: " if place else ""
    if not what.startswith("Invalid enum value"):
        for name, type_ in _TYPES.items():
            what = re.sub(rf"`{name}\b([^`]*)`", rf"`{type_}\1`", what).replace(f"| {name}`", f"or {type_}`")
        return Problem(f"{start}{what[:1].lower()}{what[1:].replace('`', '')}.", _example(place))
    word = what.removeprefix("Invalid enum value").strip(" '")
    # the field's own words are among those that do not have this one
    kinds = [
        list(map(str, kind.__members__.values())) for kind in vars(vocabulary).values() if isinstance(kind, EnumType)
    ]
    words = [known for kind in kinds if word not in kind for known in kind]
    return Problem(f"{start}there is no word '{word}' for this field.", suggestion(word, words))

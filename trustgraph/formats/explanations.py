"""Fields made into a record, and everything that is wrong with them in plain words, each at its place."""

from __future__ import annotations

from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from trustgraph.errors import Problem, suggestion
from trustgraph.formats.marks import ACTS, CITED, KINDS, Written
from trustgraph.frequency import Range
from trustgraph.records import Body, Document, Evidence, Function, Membership, Post, Relationship, Stated, View

Made = TypeVar("Made", bound=msgspec.Struct)

_DUE = {
    bool: ("true or false", "Write true or false."),
    int: ("a whole number", "Write it in digits."),
    float: ("a number", "Write half as 0.5."),
    str: ("a text", "Write a single text."),
}
_CALLED: dict[type, str] = {Relationship: "line", Membership: "seat", Evidence: "piece of evidence", Range: "range"}
_NOT_IN_CARDS: dict[type, set[str]] = {
    Relationship: {"subject", "kind", "target"},
    Membership: {"body"},
    Body: {"id"},
    Post: {"id"},
    Document: {"id"},
    View: {"id"},
}
_ONLY_IN_CARDS: dict[type, set[str]] = {
    Relationship: set(KINDS),
    Function: set(ACTS),
    Body: {"lines", "members"},
    Post: {"lines"},
}


# what stands in the card of a body or post
_IN_A_CARD: dict[type, tuple[type[msgspec.Struct], ...]] = {
    Body: (Relationship, Membership, Function),
    Post: (Relationship,),
}


class Explainer:
    """Makes records of fields; what is wrong is collected in `problems`.

    `strict` is for formats that have numbers of their own; else numbers are read from text, and cards are
    what is explained.
    """

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.problems: list[Problem] = []

    def convert(self, fields: Any, kind: type[Made], written: Written) -> Made | None:
        """Return the record as far as it can be read, None where it lacks a field it needs.

        `written` is what stands in the file.
        """
        try:
            return msgspec.convert(fields, kind, strict=self.strict)
        except (msgspec.ValidationError, UnicodeEncodeError):
            # slowly, field by field, so that every mistake is told at once
            return self._record(fields, kind, written)

    def note(self, written: Written, message: str, remedy: str) -> None:
        """Add a problem at the place of what was written."""
        self.problems.append(Problem(message, remedy, written.place))

    def _record(self, fields: Any, kind: type[Made], written: Written) -> Made | None:
        if not isinstance(fields, dict):
            self.note(written, f"A {called(kind)} must be a map of fields.", "Write {field: value}.")
            return None
        known = {field.name: field for field in msgspec.structs.fields(kind)}
        meant = "".join(
            self._unknown(name, fields[name], kind, written.inside((name,), of_key=True))
            for name in fields
            if name not in known
        )
        made: dict[str, Any] = {}
        for name, field in known.items():
            # what is left empty is not given
            if fields.get(name) is not None:
                made[name] = self._value(fields[name], field.type, name, written.inside((name,)))
            # a misspelt field is not missed as well
            elif field.required and f"'{name}'" not in meant and not (meant and name == "act"):
                self.note(written, f"A {called(kind)} needs '{name}'.", f"Add '{name}'.")
        sound = {name: value for name, value in made.items() if value is not None}
        return kind(**sound) if all(name in sound for name, field in known.items() if field.required) else None

    def _value(self, value: Any, due: Any, name: str, written: Written) -> Any:
        if get_origin(due) is UnionType:
            due = get_args(due)[0]
        if get_origin(due) is tuple:
            return self._list(value, get_args(due)[0], name, written)
        if due is Range and not isinstance(value, dict | Range):
            self.note(written, f"'{name}' must be a number or a range.", "Write 3, 3 to 4, up to 4 or at least 6.")
        elif issubclass(due, msgspec.Struct):
            return self.convert(value, due, written)
        elif issubclass(due, StrEnum):
            return self._word(value, due, name, written)
        elif due is bool and value in ("0", "1"):
            self.note(written, f"'{name}' must be true or false, not '{value}'.", "Write true or false.")
        else:
            return self._plain(value, due, name, written)
        return None

    def _plain(self, value: Any, due: Any, name: str, written: Written) -> Any:
        try:
            return msgspec.convert(value, due, strict=self.strict)
        except msgspec.ValidationError:
            if name == "target" and isinstance(value, list):
                self.note(written, "A line leads to one body or post.", "Write a line for each body.")
                return None
            what, remedy = _DUE[due]
            given = f", not '{value[:40]}'" if isinstance(value, str) else ""
            self.note(written, f"'{name}' must be {what}{given}.", remedy)
            return None

    def _list(self, value: Any, due: Any, name: str, written: Written) -> tuple[Any, ...]:
        if not isinstance(value, list):
            self.note(written, f"'{name}' must be a list.", "Write [one, another], or a line each with a hyphen.")
            return ()
        made = (
            self._value(item, due, name, written.inside((number,)))
            for number, item in enumerate(value)
            if self._is_given(item, name, written.inside((number,)))
        )
        return tuple(item for item in made if item is not None)

    def _is_given(self, item: Any, name: str, written: Written) -> bool:
        if item is None:
            self.note(written, f"An item of '{name}' is empty.", "Fill it in or take it out.")
        return item is not None

    def _word(self, value: Any, due: type[StrEnum], name: str, written: Written) -> StrEnum | None:
        words = [word.value for word in due]
        if value in words:
            return due(value)
        text = value[:40] if isinstance(value, str) else "this"
        remedy = suggestion(text, words) or f"Write one of: {', '.join(words)}."
        self.note(written, f"'{text}' is no word for '{name}'.", remedy)
        return None

    def _unknown(self, name: str, value: Any, kind: type[msgspec.Struct], written: Written) -> str:
        """Note a field that is none, and return the remedy."""
        words = set(kind.__struct_fields__)
        if not self.strict:
            words = _fields(kind)
        astray = "" if self.strict else _astray(name, kind)
        remedy = astray or suggestion(name, sorted(words))
        message = f"A {called(kind)} has no field '{name}'."
        if value is None and not any(_is_slip(name, word) for word in words):
            message = f"A comma ends a text within braces, which makes '{name}' a field."
            remedy = "Put the text in quotes."
        self.note(written, message, remedy or f"Write one of: {', '.join(sorted(words - KINDS - ACTS))}.")
        return remedy


def _fields(kind: type[msgspec.Struct]) -> set[str]:
    """Return the fields a record has in a card."""
    words = set(kind.__struct_fields__) - _NOT_IN_CARDS.get(kind, set()) | _ONLY_IN_CARDS.get(kind, set())
    return words | set(CITED) if issubclass(kind, Stated) else words


def _astray(name: str, kind: type[msgspec.Struct]) -> str:
    """Return what to do about a field that belongs to what stands in a card, or "" where it does not."""
    inner = next((inside for inside in _IN_A_CARD.get(kind, ()) if name in _fields(inside)), None)
    return f"It is a field of a {called(inner)}; indent it under one." if inner is not None else ""


def _is_slip(name: str, word: str) -> bool:
    """Return whether one letter too many, too few or wrong makes the word of the name."""
    name, word = name.casefold(), word.casefold()
    start = next((at for at, (one, other) in enumerate(zip(name, word, strict=False)) if one != other), len(name))
    return name[start + 1 :] in (word[start:], word[start + 1 :]) or name[start:] == word[start + 1 :]


def called(kind: type) -> str:
    """Return what a record is called in a message: "body", "line", "seat"."""
    return _CALLED.get(kind, kind.__name__.lower()) if kind.__name__ != "Records" else "model"

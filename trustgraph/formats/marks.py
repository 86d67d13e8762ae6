"""Where each value of a file was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

import msgspec

from trustgraph.errors import Place
from trustgraph.records import Evidence
from trustgraph.vocabulary import Act, Kind

KINDS = frozenset(kind.value for kind in Kind)
ACTS = frozenset(act.value for act in Act)
CITED = tuple(Evidence.__struct_fields__)
_VERBS = KINDS | ACTS

Path = tuple[str | int, ...]


class Mark(Protocol):
    """A line and a column, both from 0."""

    @property
    def line(self) -> int:
        """The line, from 0."""

    @property
    def column(self) -> int:
        """The column, from 0."""


class Start(NamedTuple):
    """A mark of our own making."""

    line: int
    column: int


# what looks like the rest of a text and is a comment
COMMENT = re.compile(r"(?<=\S)[ \t]+#(?=[^\s#])")
# the id of each map or list -> the marks of its keys and values in turn, or of its items
Marks = Mapping[int, list[Mark]]


class Written(msgspec.Struct, frozen=True, gc=False):
    """A record as it was written, and where."""

    value: Any
    mark: Mark
    marks: Marks
    name: str

    def inside(self, path: Path, *, of_key: bool = False) -> Written:
        """Return what a path of field names leads to, or the nearest thing around it that was written.

        With `of_key`, its mark is that of the last field's key and not of its value.
        """
        value, mark = self.value, self.mark
        for number, step in enumerate(path):
            marks = self.marks.get(id(value), [])
            if isinstance(value, list) and isinstance(step, int) and step < len(marks):
                mark, value = marks[step], value[step]
            elif isinstance(value, dict) and (key := _key(value, step)) is not None:
                at_value = key == step or step in ("target", "matter")
                if of_key and number == len(path) - 1:
                    at_value = False
                mark = marks[2 * list(value).index(key) + at_value]
                # a `where` stands for the first evidence, whose fields are looked for beside it
                value = value if step == "evidence" and key != step else value[key]
        return Written(value, mark, self.marks, self.name)

    def at(self, mark: Mark) -> Written:
        """Return the same, with another mark."""
        return Written(self.value, mark, self.marks, self.name)

    @property
    def place(self) -> Place:
        """The place in the file."""
        return place(self.mark, self.name)


def place(mark: Mark, name: str) -> Place:
    """Return the place of a mark in the file of this name."""
    return Place(name, mark.line + 1, mark.column + 1)


def _key(value: dict[str, Any], step: str | int) -> str | None:
    """Return the key a field stands under: an end or an act under its verb, evidence under its first part."""
    if step in value:
        return str(step)
    if step in ("kind", "target", "act", "matter"):
        return next((key for key in value if key in _VERBS), None)
    return next((key for key in value if key in CITED), None) if step == "evidence" else None

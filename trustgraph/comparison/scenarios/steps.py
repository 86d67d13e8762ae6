"""Scenario: what would be done to an arrangement, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from trustgraph.formats.marks import Written
from trustgraph.records import Record


class Step(Record, frozen=True, kw_only=True):
    """One thing that is done to an arrangement; `verb` is what a file calls it."""

    verb: ClassVar[str]


class Add(Step, frozen=True, kw_only=True):
    """Take in what was not there.

    records: Bodies, posts, lines, seats, claims, documents and views.
    """

    verb: ClassVar[str] = "add"
    records: tuple[Record, ...]


class Remove(Step, frozen=True, kw_only=True):
    """Take out what is there; the lines and seats of a body or post go with it.

    keys: Ids of bodies, posts, claims, views and documents, keys of lines and seats.
    """

    verb: ClassVar[str] = "remove"
    keys: tuple[str, ...]


class Change(Step, frozen=True, kw_only=True):
    """Give fields of a record other values.

    key: The id or key of the record.
    fields: The new values by field, as a card has them; None takes a value away.
    """

    verb: ClassVar[str] = "change"
    key: str
    fields: Mapping[str, Any]


class Merge(Step, frozen=True, kw_only=True):
    """Make several bodies one, which takes over their lines, seats and functions, and succeeds them.

    bodies: The bodies that give way, by id.
    into: The body they become, by id: a new one, or one of them.
    fields: What else is to be said of that body, as a card has it; a new one needs a name.
    """

    verb: ClassVar[str] = "merge"
    bodies: tuple[str, ...]
    into: str
    fields: Mapping[str, Any] = {}


class Move(Step, frozen=True, kw_only=True):
    """Let a line lead from or to another body or post.

    key: The key of the line.
    fields: The new subject or target, by id, and what else changes with it.
    """

    verb: ClassVar[str] = "move"
    key: str
    fields: Mapping[str, Any]


class Reseat(Step, frozen=True, kw_only=True):
    """Give a seat to another.

    key: The key of the seat.
    fields: The new member, by id, or any of several, and what else changes with it.
    """

    verb: ClassVar[str] = "reseat"
    key: str
    fields: Mapping[str, Any]


VERBS: dict[str, type[Step]] = {kind.verb: kind for kind in (Add, Remove, Change, Merge, Move, Reseat)}


class Scenario(Record, frozen=True, kw_only=True, dict=True, gc=True):
    """What would be done to an arrangement.

    id: Short name of the scenario, and of the arrangement it leads to.
    title: What that arrangement is called; left out, as before.
    base: The id of the model it is meant for; left out, any.
    note: Anything worth knowing.
    steps: What is done, in order.
    """

    id: str
    title: str | None = None
    base: str | None = None
    note: str | None = None
    steps: tuple[Step, ...]

    def at(self, written: Mapping[int, Written]) -> Scenario:
        """Return this scenario, knowing where its steps and records were written: by what `id()` says of each."""
        self.__dict__["_written"] = written
        return self

    def written(self, record: Record) -> Written | None:
        """Return how a step, or a record of one, was written; None where it stands in no file."""
        written: Mapping[int, Written] = self.__dict__.get("_written", {})
        return written.get(id(record))

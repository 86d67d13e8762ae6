"""The records of a file as they are read, made into a model or into everything that is wrong with them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from trustgraph.contradictions import contradictions
from trustgraph.errors import FormatError, ModelError, Place, Problem
from trustgraph.formats.marks import Path, Start, Written
from trustgraph.formats.places import Places, Started
from trustgraph.model import Model
from trustgraph.records import Body, Claim, Document, Membership, Post, Record, Records, Relationship, View

# sections of cards first, then what stands in the cards
COLLECTIONS: dict[str, type[Record]] = {
    "documents": Document,
    "bodies": Body,
    "posts": Post,
    "claims": Claim,
    "views": View,
    "relationships": Relationship,
    "memberships": Membership,
}
TOP = tuple(field for field in Records.__struct_fields__ if field not in COLLECTIONS)


class Gathering:
    """Records that gather while a file is read, and where each starts.

    `unread` holds the ids of those that could not be read; `written`, where `keep` asks for it, all that was
    written; `top`, what stands outside the collections.
    """

    def __init__(self, name: str, *, keep: bool = False) -> None:
        self.name, self.keep = name, keep
        self.records: dict[str, list[Any]] = {field: [] for field in COLLECTIONS}
        self.starts: dict[str, array[int]] = {field: array("Q") for field in (*COLLECTIONS, "functions")}
        self.written: dict[tuple[str | int, str | int], Written] = {}
        self.unread: set[str] = set()
        self.top = Written({}, Start(0, 0), {}, name)

    def add(self, collection: str, record: Record, written: Written) -> None:
        """Add a record to its collection."""
        records = self.records[collection]
        if self.keep:
            self.written[collection, len(records)] = written
        records.append(record)
        mark = written.mark
        self.starts[collection].append(mark.line << 32 | mark.column)
        if collection == "bodies" and record.functions:  # type: ignore[attr-defined] # a body has functions
            for mark in written.marks[id(written.value["functions"])]:
                self.starts["functions"].append(mark.line << 32 | mark.column)

    def together(self, top: Records) -> Records:
        """Return all the records, given what stands outside the collections."""
        collections = {name: tuple(records) for name, records in self.records.items()}
        return msgspec.structs.replace(top, **collections)

    def refusal(
        self, unreadable: Sequence[Problem], broken: Sequence[Problem], top: Records | None, *, whole: bool
    ) -> FormatError | ModelError:
        """Return the error that tells of every problem: of the file (`broken`), of its records, and between them."""
        contradicting: list[Problem] = []
        # where the rest could not be read, what is missing may well stand there
        if whole:
            records = self.together(top or Records(id="unread"))
            contradicting = [self._placed(problem) for problem in contradictions(records, self.unread)]
        problems = _ordered([*broken, *unreadable, *contradicting], {problem.place for problem in broken})
        return FormatError(problems) if broken or unreadable else ModelError(problems)

    def _placed(self, problem: Problem) -> Problem:
        """Return a problem with the place of what it is about, and the line of what that clashes with."""
        message = problem.message
        if problem.other:
            message += f" The first is on line {self._written(problem.other).place.line}."
        return problem._replace(message=message, place=self._written(problem.path).place)

    def _written(self, path: Path) -> Written:
        if len(path) > 1 and (kept := self.written.get((path[0], path[1]))):
            return kept.inside(path[2:])
        return self.top.inside(path)


def model_of(records: Records, started: Started, name: str) -> Model:
    """Return the model of the records, knowing where each was written; raises ModelError without places."""
    fields = {field: getattr(records, field) for field in Records.__struct_fields__}
    return Model(**fields).at(Places(name, records, started))


def _ordered(problems: Sequence[Problem], closed: Collection[Place | None]) -> list[Problem]:
    """Return the problems by place, each once; at a closed place only the first, from which the others follow."""
    kept: list[Problem] = []
    seen: set[Place | None] = set()
    for problem in dict.fromkeys(problems):
        if problem.place not in closed or problem.place not in seen:
            kept.append(problem)
            seen.add(problem.place)
    return sorted(kept, key=_line_and_column)


def _line_and_column(problem: Problem) -> tuple[int, int]:
    place = problem.place
    return (place.line or 0, place.column or 0) if place is not None else (0, 0)

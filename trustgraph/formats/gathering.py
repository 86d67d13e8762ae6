"""The records of a file as they are read, made into a model or into everything that is wrong with them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from trustgraph.contradictions import contradictions
from trustgraph.errors import FormatError, ModelError, Place, Problem
from trustgraph.formats.explanations import Explainer
from trustgraph.formats.marks import Mark, Path, Start, Written
from trustgraph.formats.places import Places, Started
from trustgraph.model import Model
from trustgraph.records import Body, Claim, Columns, Document, Membership, Post, Record, Records, Relationship, View

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
_TOGETHER = 50
TOP = tuple(field for field in Records.__struct_fields__ if field not in COLLECTIONS)


class Gathering:
    """Records that gather while a file is read, and where each starts; what is wrong goes to the explainer.

    `unread` holds the ids of those that could not be read, `partly` the places in their collections of those that
    could be in part; `written`, where `keep` asks for it, all that was written; `top`, what stands outside them.
    """

    def __init__(self, name: str, *, strict: bool, keep: bool = False) -> None:
        self.name, self.keep = name, keep
        self.explainer = Explainer(strict=strict)
        self.records: dict[str, list[Any]] = {field: [] for field in COLLECTIONS}
        self.starts: dict[str, array[int]] = {field: array("Q") for field in (*COLLECTIONS, "functions")}
        self.written: dict[tuple[str | int, str | int], Written] = {}
        self.unread: set[str] = set()
        self.partly: set[tuple[str | int, ...]] = set()
        self.top = Written({}, Start(0, 0), {}, name)
        self._waiting: dict[str, list[tuple[Any, Written]]] = {field: [] for field in COLLECTIONS}

    def add(self, collection: str, fields: Any, written: Written) -> None:
        """Add a record to its collection, given its fields."""
        waiting = self._waiting[collection]
        waiting.append((fields, written))
        # made several at a time, records take half as long
        if len(waiting) == _TOGETHER:
            self._make(collection)

    def finish(self, top: dict[str, Any], *, whole: bool = True) -> Records | None:
        """Return all the records, given the fields that stand outside the collections; None where those are wrong.

        Of a file that is not `whole`, no id is missed: it may well stand in the rest.
        """
        if not whole:
            top = {"id": "unread"} | top
        for collection in COLLECTIONS:
            self._make(collection)
        outside = self.explainer.convert(top, Records, self.top)
        return None if outside is None else self._around(outside)

    def _make(self, collection: str) -> None:
        """Make records of the fields that wait."""
        waiting, self._waiting[collection] = self._waiting[collection], []
        kind, explainer = COLLECTIONS[collection], self.explainer
        made: list[Record | None]
        try:
            made = msgspec.convert([fields for fields, _ in waiting], list[kind], strict=explainer.strict)  # type: ignore[valid-type] # of this kind
        # a field or a word may hold half a character
        except (msgspec.ValidationError, UnicodeEncodeError):
            made = self._explained(collection, waiting)
        sound = waiting
        if None in made:
            pairs = list(zip(made, waiting, strict=True))
            self._lose([fields for record, (fields, _) in pairs if record is None])
            made, sound = (
                [record for record in made if record is not None],
                [kept for record, kept in pairs if record is not None],
            )
        records = self.records[collection]
        if self.keep:
            self.written |= {(collection, len(records) + number): kept for number, (_, kept) in enumerate(sound)}
        records += made
        self.starts[collection].extend(_packed([written.mark for _, written in sound]))
        if collection == "bodies":
            self.starts["functions"].extend(_packed(_function_marks(sound)))

    def _explained(self, collection: str, waiting: Iterable[tuple[Any, Written]]) -> list[Record | None]:
        """Return records made one by one, and remember those of which something could not be read."""
        made: list[Record | None] = []
        number = len(self.records[collection])
        for fields, written in waiting:
            before = len(self.explainer.problems)
            made.append(self.explainer.convert(fields, COLLECTIONS[collection], written))
            if made[-1] is not None:
                if len(self.explainer.problems) > before:
                    self.partly.add((collection, number))
                number += 1
        return made

    def _lose(self, lost: list[Any]) -> None:
        """Remember the ids of records that could not be read."""
        self.unread.update(str(fields["id"]) for fields in lost if isinstance(fields, dict) and "id" in fields)

    def _around(self, top: Records) -> Records:
        collections = {name: tuple(records) for name, records in self.records.items()}
        return msgspec.structs.replace(top, **collections)

    def refusal(self, broken: Sequence[Problem], records: Records | None, *, whole: bool) -> FormatError | ModelError:
        """Return the error that tells of every problem: of the file (`broken`), of its records, and between them."""
        unreadable = self.explainer.problems
        contradicting: list[Problem] = []
        # where the rest could not be read, what is missing may well stand there
        if whole:
            records = records or self._around(Records(id="unread"))
            found = contradictions(Columns(records), self.unread)
            contradicting = [self._placed(problem) for problem in found if self._stands(problem)]
        problems = _ordered([*broken, *unreadable, *contradicting], {problem.place for problem in broken})
        return FormatError(problems) if broken or unreadable else ModelError(problems)

    def _stands(self, problem: Problem) -> bool:
        """Return whether a problem is one: two records may only seem alike where one could not be read whole."""
        return not problem.other or self.partly.isdisjoint({problem.path[:2], problem.other[:2]})

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


def _packed(marks: Iterable[Mark]) -> list[int]:
    return [mark.line << 32 | mark.column for mark in marks]


def _function_marks(bodies: Iterable[tuple[Any, Written]]) -> Iterator[Mark]:
    for fields, written in bodies:
        # what is no list has been told of
        if isinstance(fields.get("functions"), list):
            yield from written.marks[id(written.value["functions"])]


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

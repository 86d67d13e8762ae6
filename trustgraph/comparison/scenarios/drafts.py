"""Draft: an arrangement while a scenario is carried out, its records not yet checked against one another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from trustgraph.comparison.scenarios.steps import Step
from trustgraph.errors import Problem, suggestion
from trustgraph.formats.marks import Path
from trustgraph.keys import line_keys, seat_keys
from trustgraph.model import Model
from trustgraph.records import Body, Claim, Document, Membership, Post, Record, Records, Relationship, View

SECTIONS: dict[type[Record], str] = {
    Body: "bodies",
    Post: "posts",
    Relationship: "relationships",
    Membership: "memberships",
    Claim: "claims",
    View: "views",
    Document: "documents",
}
_KEYED: Mapping[str, Callable[[Any], list[str]]] = {"relationships": line_keys, "memberships": seat_keys}


class Maker(NamedTuple):
    """The step that made a record or took it away, the record, and that of the step it was made of."""

    step: Step
    record: Record | None = None
    origin: Record | None = None


class Draft:
    """The records of an arrangement, by section; `makers` are the steps that made records, `gone` took ids away.

    `unread` holds ids of which nothing is known, since what was written of them could not be read.
    """

    def __init__(self, model: Model, unread: Collection[str] = ()) -> None:
        self.sections: dict[str, list[Any]] = {field: [*getattr(model, field)] for field in SECTIONS.values()}
        self.apexes = model.apexes
        self.problems: list[tuple[Step, Problem]] = []
        self.makers: dict[int, Maker] = {}
        self.gone: dict[str, Step] = {}
        self.unread = {*unread}
        self._keys: dict[str, dict[str, Record]] = {}

    def keyed(self, section: str) -> dict[str, Record]:
        """Return the records of a section by id or key, as they stand."""
        if section not in self._keys:
            records = self.sections[section]
            keys = _KEYED[section](records) if section in _KEYED else [record.id for record in records]
            self._keys[section] = dict(zip(keys, records, strict=True))
        return self._keys[section]

    def put(self, section: str, records: list[Any], step: Step) -> None:
        """Let a section hold these records; those that are new to it are the step's."""
        known = set(map(id, self.sections[section]))
        for record in records:
            if id(record) not in known:
                self.makers[id(record)] = Maker(step, record)
        self.sections[section] = records
        self._keys.pop(section, None)

    def update(self, section: str, change: Callable[[Any], Record | None], step: Step) -> None:
        """Put what a function makes of each record of a section in its place; None takes it out."""
        made = [change(record) for record in self.sections[section]]
        if any(one is not other for one, other in zip(made, self.sections[section], strict=True)):
            self.put(section, [record for record in made if record is not None], step)

    def find(
        self, key: str, step: Step, path: Path, among: Collection[str] = tuple(SECTIONS.values())
    ) -> Record | None:
        """Return the record of this id or key; where there is none, say so."""
        for section in among:
            if (record := self.keyed(section).get(key)) is not None:
                return record
        if self.unread.isdisjoint(key.split()):
            self.miss(key, step, path, among)
        return None

    def miss(self, key: str, step: Step, path: Path, among: Collection[str]) -> None:
        """Say that nothing has this id or key, and what is nearest."""
        what = _WHAT.get(tuple(among), "record")
        if key in self.gone:
            self.note(step, path, f"'{key}' is gone by then.", "Put this step before the one that takes it away.")
            return
        known = [each for section in among for each in self.keyed(section)]
        remedy = suggestion(key, known) or 'See the ids and keys with "trustgraph show MODEL --outline".'
        self.note(step, path, f"No {what} has the {'key' if ' ' in key else 'id'} '{key}'.", remedy)

    def note(self, step: Step, path: Path, message: str, remedy: str) -> None:
        """Add a problem with a step, or with a part of it."""
        self.problems.append((step, Problem(message, remedy, path=path)))

    def records(self, **own: Any) -> Records:
        """Return the records, with the arrangement's own fields; not checked."""
        sections: dict[str, Any] = {field: tuple(records) for field, records in self.sections.items()}
        return Records(**own, **sections)

    def add(self, section: str, record: Record, step: Step, origin: Record) -> None:
        """Take in a record that a step makes of one of its own."""
        self.sections[section].append(record)
        self._keys.pop(section, None)
        self.makers[id(record)] = Maker(step, record, origin)

    def maker(self, problem: Problem) -> Maker | None:
        """Return the step that a contradiction comes from: what made either record, or took away what is missing."""
        for path in (problem.path, problem.other):
            record = self.at(path)
            if record is not None and id(record) in self.makers:
                return self.makers[id(record)]
        return Maker(self.gone[problem.unknown]) if problem.unknown in self.gone else None

    def at(self, path: Path) -> Record | None:
        """Return the record that a path leads into; None where it leads into none."""
        if len(path) < 2 or path[0] not in self.sections or not isinstance(path[1], int):
            return None
        record: Record = self.sections[str(path[0])][path[1]]
        return record


_WHAT: dict[tuple[str, ...], str] = {
    ("bodies",): "body",
    ("bodies", "posts"): "body or post",
    ("relationships",): "line",
    ("memberships",): "seat",
}

"""Changes: what makes one version of an arrangement into another, record by record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from trustgraph.model import Model
from trustgraph.records import Record
from trustgraph.tables import Table

# the model's own fields, which are no lists of records
OWN = ("id", "title", "place", "version", "as_at", "since", "until", "apexes", "note")
SECTIONS = ("documents", "bodies", "posts", "relationships", "memberships", "claims", "views", "accepted")


class What(StrEnum):
    """What happened to a record; evidence is a change of nothing but where the paper says it."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    LINE_CHANGED = "line_changed"
    RECHAIRED = "rechaired"
    EVIDENCE = "evidence"


class Change(NamedTuple):
    """One change: the record before and after, and which of its fields differ.

    `key` is the record's key after the change, or before where it is removed; `old_key` that before where it differs.
    """

    what: What
    section: str
    key: str
    before: Record | None
    after: Record | None
    fields: tuple[str, ...] = ()
    old_key: str | None = None


class Turn(StrEnum):
    """How bodies follow bodies."""

    MERGED = "merged"
    SPLIT = "split"
    SUCCEEDED = "succeeded"
    RENAMED = "renamed"


class Succession(NamedTuple):
    """Bodies that give way to others, by id, and why it is thought so."""

    turn: Turn
    before: tuple[str, ...]
    after: tuple[str, ...]
    why: str


class Changes(NamedTuple):
    """All that makes the arrangement `before` into `after`, which are named by their ids.

    `own` are the model's own fields that differ, with their values after; `order` the keys of a section after, where
    their order is not that of before. Nothing in all of them is no difference.
    """

    before: str
    after: str
    changes: tuple[Change, ...]
    successions: tuple[Succession, ...]
    own: Mapping[str, Any]
    order: Mapping[str, tuple[str, ...]]

    def __bool__(self) -> bool:
        return bool(self.changes or self.own or self.order)

    def __repr__(self) -> str:
        return f"<Changes from {self.before} to {self.after}: {len(self.changes)}>"

    def _repr_html_(self) -> str:
        return self.table().html()

    def table(self) -> Table:
        """Return what changes, a row a record."""
        rows = tuple((each.key, each.section, each.what, each.fields) for each in self.changes)
        caption = f"What changes from {self.before} to {self.after}"
        return Table(caption, ("Record", "Section", "What", "Fields"), rows)

    def of(self, *kinds: What) -> tuple[Change, ...]:
        """Return the changes of these kinds."""
        return tuple(change for change in self.changes if change.what in kinds)

    def apply(self, model: Model) -> Model:
        """Return the arrangement after the changes of the one before; raises ModelError where they do not fit it."""
        fields = {section: tuple(self._section(model, section)) for section in SECTIONS if self._touches(section)}
        return model.replace(**self.own, **fields)

    def _touches(self, section: str) -> bool:
        return section in self.order or any(change.section == section for change in self.changes)

    def _section(self, model: Model, section: str) -> Iterator[Record]:
        records = keyed(model, section)
        for change in self.changes:
            if change.section == section:
                records.pop(change.old_key or change.key, None)
        records |= {
            change.key: change.after
            for change in self.changes
            if change.section == section and change.after is not None
        }
        for key in self.order.get(section, ()):
            yield records.pop(key)
        yield from records.values()


def keyed(model: Model, section: str) -> dict[str, Record]:
    """Return the records of a section by key, in the model's order."""
    match section:
        case "relationships":
            return dict(model.lines)
        case "memberships":
            return dict(model.seats)
        case "accepted":
            return {f"{each.rule} {each.subject}": each for each in model.accepted}
        case _:
            return {each.id: each for each in getattr(model, section)}

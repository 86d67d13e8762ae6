"""Cards, as a person writes them in YAML, made into the flat records of a model.

A line stands in its subject's card with its kind as key, a seat in its body's card, and `where`, `quote` and
`document` written on any record are its one piece of evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from trustgraph.errors import suggestion
from trustgraph.formats.explanations import called
from trustgraph.formats.gathering import COLLECTIONS, TOP, Gathering
from trustgraph.formats.marks import ACTS, CITED, KINDS, Mark, Written
from trustgraph.frequency import range_of
from trustgraph.records import Records, Relationship

SECTIONS = {name: kind for name, kind in COLLECTIONS.items() if name not in ("relationships", "memberships")}
TRUTHS = frozenset(
    "inside collective time_limited casting_vote voting denied stated_only show_posts clauses unfold".split()
)
_RANGES = frozenset({"count", "seats", "per_year"})
_PARTS = frozenset({"meetings", "frequency", "quorum"})
_SPECIAL = TRUTHS | _RANGES | _PARTS | {"functions"}
_SHORT = _SPECIAL.union(CITED)


class Cards:
    """Takes what a file holds, card by card; the records gather in `gathered`."""

    def __init__(self, gathered: Gathering) -> None:
        self.gathered, self.note = gathered, gathered.explainer.note
        self._top_marks: dict[int, list[Mark]] = {id(gathered.top.value): []}
        gathered.top = Written(gathered.top.value, gathered.top.mark, self._top_marks, gathered.name)
        # ids come again and again at the ends of lines; one copy of each is kept
        self._ids: dict[str, str] = {}

    def take_field(self, name: str, key_mark: Mark, written: Written) -> None:
        """Take a field of the top level that is no map."""
        if name in SECTIONS:
            if written.value is not None:
                message = f"'{name}' must be a map, each {called(SECTIONS[name])} under its id."
                self.note(written, message, "Write 'board: {name: ...}'.")
        elif name in TOP:
            top = self.gathered.top.value
            top[name] = written.value
            self._top_marks[id(top)] += (key_mark, written.mark)
            self._top_marks |= written.marks
        else:
            self._unknown_section(name, written.at(key_mark))

    def take_card(self, section: str, section_mark: Mark, key: str, written: Written) -> None:
        """Take one card of a section; its mark is that of its key."""
        kind = SECTIONS.get(section)
        if kind is None:
            self._unknown_section(section, written.at(section_mark))
        elif isinstance(written.value, dict) or written.value is None:
            self._take_card(section, key, written)
        else:
            self.note(written, f"A {called(kind)} must be a map of fields.", "Write {field: value}.")
            self.gathered.unread.add(key)

    def finish(self, *, whole: bool) -> Records | None:
        """Return all the records, of a file that was read `whole` or not; None where what stood at the top is wrong."""
        return self.gathered.finish(dict(self.gathered.top.value), whole=whole)

    def _unknown_section(self, name: str, written: Written) -> None:
        if name in TOP:
            self.note(written, f"'{name}' must not be a map.", "Write a text or a list.")
            return
        remedy = suggestion(name, (*TOP, *SECTIONS)) or f"Write one of: {', '.join((*TOP, *SECTIONS))}."
        if name in ("relationships", "memberships"):
            remedy = "Write lines and seats in the card of their body, under 'lines' and 'members'."
        self.note(written, f"A model has no field '{name}'.", remedy)

    def _take_card(self, section: str, key: str, written: Written) -> None:
        fields: dict[str, Any] = dict(written.value or ())
        if "id" in fields:
            self.note(written.inside(("id",), of_key=True), "The id is the key of the card.", "Take this one out.")
        fields["id"] = self._ids.setdefault(key, key)
        lines = fields.pop("lines", None) if section in ("bodies", "posts") else None
        members = fields.pop("members", None) if section == "bodies" else None
        if not _SHORT.isdisjoint(fields):
            self._prepare(fields, written)
        self.gathered.add(section, fields, written)
        if lines is not None:
            self.take_lines(lines, key, written)
        if members is not None:
            self.take_members(members, key, written)

    def take_lines(self, lines: Any, subject: str, card: Written) -> None:
        """Take the lines that stand in a card, by their subject."""
        for fields, written in self._items(lines, "lines", card):
            fields["subject"] = subject
            verbs = [key for key in fields if key in KINDS]
            if len(verbs) != 1:
                self._refuse_verbs(verbs, fields, written)
                continue
            fields["kind"] = verbs[0]
            target = fields.pop(verbs[0])
            fields["target"] = self._ids.setdefault(target, target) if isinstance(target, str) else target
            if not _SHORT.isdisjoint(fields):
                self._prepare(fields, written)
            self.gathered.add("relationships", fields, written)

    def take_members(self, members: Any, body: str, card: Written) -> None:
        """Take the seats that stand in a card, by their body."""
        for fields, written in self._items(members, "members", card):
            fields["body"] = body
            self._prepare(fields, written)
            self.gathered.add("memberships", fields, written)

    def _items(self, items: Any, name: str, card: Written) -> Iterator[tuple[dict[str, Any], Written]]:
        """Yield the fields of each line or seat of a card, and how it was written."""
        if not isinstance(items, list):
            self.note(card.inside((name,)), f"'{name}' must be a list.", "Begin each with a hyphen.")
            return
        marks = card.marks[id(items)]
        for item, mark in zip(items, marks, strict=True):
            written = Written(item, mark, card.marks, self.gathered.name)
            if isinstance(item, dict):
                yield dict(item), written
            else:
                example = "{reports_to: board}" if name == "lines" else "{member: board, role: chair}"
                self.note(written, f"Each of '{name}' must be a map of fields.", f"Write {example}.")

    def prepared(self, fields: Mapping[str, Any], written: Written) -> dict[str, Any]:
        """Return the fields of a card as a record holds them."""
        made = dict(fields)
        self._prepare(made, written)
        return made

    def _prepare(self, fields: dict[str, Any], written: Written) -> None:
        """Turn what is short in a card into what the records hold, in place."""
        if "where" in fields or "quote" in fields or "document" in fields:
            self._gather_evidence(fields, written)
        for name in _SPECIAL.intersection(fields):
            value = fields[name]
            if name in _RANGES and isinstance(value, str):
                fields[name] = range_of(value) or value
            elif name in TRUTHS and value in ("0", "1"):
                self.note(
                    written.inside((name,)), f"'{name}' must be true or false, not '{value}'.", "Write true or false."
                )
            elif name in _PARTS:
                fields[name] = self._part(name, value, written.inside((name,)))
            elif name == "functions" and isinstance(value, list):
                fields[name] = [
                    self._function(item, written.inside((name, number))) for number, item in enumerate(value)
                ]

    def _gather_evidence(self, fields: dict[str, Any], written: Written) -> None:
        """Make `where`, `quote` and `document` the one evidence of a record."""
        cited = {name: fields.pop(name) for name in CITED if name in fields}
        if "evidence" in fields:
            name = next(iter(cited))
            message = f"'{name}' stands beside 'evidence'."
            self.note(written.inside((name,), of_key=True), message, "Move it into the list.")
        else:
            fields["evidence"] = [cited]

    def _part(self, name: str, value: Any, written: Written) -> Any:
        if isinstance(value, str) and name != "quorum":
            return {"text": value}
        if isinstance(value, dict):
            value = dict(value)
            self._prepare(value, written)
        return value

    def _function(self, value: Any, written: Written) -> Any:
        if not isinstance(value, dict):
            return value
        fields = dict(value)
        acts = [key for key in fields if key in ACTS]
        if len(acts) == 1 and not {"act", "matter"} & fields.keys():
            fields["act"] = acts[0]
            fields["matter"] = fields.pop(acts[0])
        self._prepare(fields, written)
        return fields

    def _refuse_verbs(self, verbs: list[str], fields: dict[str, Any], written: Written) -> None:
        """Say of a line that it has no kind, or two."""
        if verbs:
            at = written.inside((verbs[1],), of_key=True)
            message = f"One line is '{verbs[0]}' and '{verbs[1]}'."
            self.note(at, message, "Make two lines of it.")
            return
        for name in fields:
            if name not in Relationship.__struct_fields__ and (remedy := suggestion(name, KINDS)):
                self.note(written.inside((name,), of_key=True), f"'{name}' is no kind of line.", remedy)
                return
        kind, target = fields.get("kind"), fields.get("target")
        example = f"{kind}: {target}" if kind in KINDS and isinstance(target, str) else "reports_to: board"
        self.note(written, "A line needs its kind as a key, with its target.", f"Write '{example}'.")

"""Changes between two versions of an arrangement, as the paragraph a committee paper needs and as tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from trustgraph import wording
from trustgraph.analysis.structure.profile import Profile, profile
from trustgraph.comparison.changes import Change, Changes, Succession, Turn, What
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Body, Membership, Record, Relationship, Stated
from trustgraph.reports.naming import bracketed
from trustgraph.reports.report import Report
from trustgraph.tables import Table

# how many of a sort are told in the paragraph; all of them are in the tables
_TOLD = 5
_HAPPENED = {
    What.ADDED: "new",
    What.REMOVED: "gone",
    What.RENAMED: "renamed",
    What.CHANGED: "changed",
    What.LINE_CHANGED: "changed",
    What.RECHAIRED: "chaired anew",
    What.EVIDENCE: "cited otherwise",
}
_SECTIONS = {
    "bodies": "Bodies",
    "relationships": "Lines",
    "memberships": "Seats",
    "posts": "Posts",
    "claims": "Claims",
    "documents": "Papers",
    "views": "Charts",
    "accepted": "Accepted findings",
}


def changes_report(before: Model, after: Model, changes: Changes) -> Report:
    """Return what becomes of the arrangement before: the paragraph that explains it, and a table a sort of record."""
    title = f"From {before.title or before.id} to {after.title or after.id}"
    sentences = tuple(_told(before, after, changes)) or ("Nothing differs.",)
    return Report(title, sentences, tuple(_tables(before, after, changes)))


def _told(before: Model, after: Model, changes: Changes) -> Iterator[str]:
    for succession in changes.successions:
        yield _succession(before, after, succession)
    told = {each for succession in changes.successions for each in (*succession.before, *succession.after)}
    bodies = [change for change in changes.changes if change.section == "bodies" and change.key not in told]
    yield from _bodies(after, bodies, What.ADDED, "New in the arrangement")
    yield from _bodies(before, bodies, What.REMOVED, "No longer in it")
    for change in changes.of(What.RENAMED):
        yield f"{_name(change.before)} is now called {_name(change.after)}."
    yield from _chairs(before, after, changes.of(What.RECHAIRED))
    lines = [change for change in changes.changes if change.section == "relationships"]
    yield from _lines(after, lines, What.ADDED, "Newly stated")
    yield from _lines(before, lines, What.REMOVED, "No longer stated")
    for change in changes.of(What.LINE_CHANGED):
        if isinstance(change.before, Relationship) and isinstance(change.after, Relationship):
            was, now = (
                wording.sentence(model, line) for model, line in ((before, change.before), (after, change.after))
            )
            yield f"Instead of “{was.removesuffix('.')}” it is now: {now}"
    yield from _frequencies(after, changes.of(What.CHANGED))
    if changes.changes or changes.own:
        yield _meetings(before, after)
    cited = changes.of(What.EVIDENCE)
    if cited:
        number = wording.spelt(len(cited))
        yield f"Only the evidence differs in {number} {'record' if len(cited) == 1 else 'records'}."


def _succession(before: Model, after: Model, succession: Succession) -> str:
    gone = wording.names(wording.called(before, each) for each in succession.before)
    come = wording.names(wording.called(after, each) for each in succession.after)
    clauses = bracketed(_succeeding(after, succession))
    match succession.turn:
        case Turn.MERGED:
            number, noun = wording.spelt(len(succession.before)), _noun(before, succession.before)
            return f"{wording.capital(number)} {noun} become one: {gone} give way to {come}{clauses}."
        case Turn.SPLIT:
            return f"{wording.capital(gone)} is divided into {come}{clauses}."
        case Turn.RENAMED:
            return f"{wording.capital(gone)} goes on as {come}, under another name or id."
        case _:
            return f"{wording.capital(gone)} gives way to {come}{clauses}."


def _succeeding(after: Model, succession: Succession) -> Iterator[str]:
    for line in after.relationships:
        if line.kind == "succeeds" and line.subject in succession.after and line.target in succession.before:
            yield from (part for part in (wording.said_by(line), wording.clause(after, line)) if part)


def _noun(model: Model, ids: Iterable[str]) -> str:
    kinds = {body.kind for body in model.bodies if body.id in {*ids}}
    kind = kinds.pop() if len(kinds) == 1 else None
    word = str(kind).replace("_", " ") if kind else "body"
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _bodies(model: Model, changes: Iterable[Change], what: What, text: str) -> Iterator[str]:
    inside = [each.key for each in changes if each.what is what and isinstance(model[each.key], Body)]
    inside = [key for key in inside if getattr(model[key], "inside", False)]
    if inside:
        yield f"{text}: {wording.prose(model, inside)}."


def _chairs(before: Model, after: Model, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if isinstance(change.after, Membership) and isinstance(change.before, Membership):
            was = wording.names(wording.called(before, each) for each in wording.sitters(change.before))
            now = wording.names(wording.called(after, each) for each in wording.sitters(change.after))
            body = wording.called(after, change.after.body)
            yield f"The chair of {body} passes from {was} to {now}{wording.remark(after, change.after)}."


def _lines(model: Model, changes: Iterable[Change], what: What, text: str) -> Iterator[str]:
    found = [model.lines[each.key] for each in changes if each.what is what]
    told = [line for line in found if line.kind != "succeeds"]
    if told:
        sentences = _capped(wording.sentence(model, line).removesuffix(".") for line in told)
        yield f"{text}: {'; '.join(sentences)}."


def _frequencies(after: Model, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if isinstance(change.before, Body) and isinstance(change.after, Body) and "meetings" in change.fields:
            was, now = (each.meetings.text if each.meetings else "not stated" for each in (change.before, change.after))
            clause = wording.remark(after, change.after.meetings) if change.after.meetings else ""
            yield f"{change.after.name} meets: {was} before, {now} now{clause}."


def _meetings(before: Model, after: Model) -> str:
    """Return what the change does to the meetings a year, or why no saving can be claimed."""
    (was,), (now,) = profile(before), profile(after)
    open_ones = [
        f"how often {wording.prose(model, row.unstated)} {verb} is not stated"
        for model, row, verb in ((before, was, "would have met"), (after, now, "meet"))
        if row.unstated
    ]
    if open_ones:
        known = f" Stated are {_yearly(was)} before and {_yearly(now)} after." if was.meetings_least else ""
        return f"{wording.capital(wording.names(open_ones))}, so no saving is claimed.{known}"
    return f"The bodies together meet {_yearly(now)} times a year; before it was {_yearly(was)}."


def _yearly(row: Profile) -> str:
    return str(Range(row.meetings_least, row.meetings_most))


def _capped(texts: Iterable[str]) -> list[str]:
    listed = [*texts]
    more = len(listed) - _TOLD
    return listed if more < 2 else [*listed[:_TOLD], f"{wording.spelt(more)} more"]


def _tables(before: Model, after: Model, changes: Changes) -> Iterator[Table]:
    for section, caption in _SECTIONS.items():
        rows = tuple(
            (_HAPPENED[change.what], *_cells(before, after, change))
            for change in changes.changes
            if change.section == section
        )
        if rows:
            yield Table(caption, ("What", "Before", "After", "Fields", "Clauses"), rows)


def _cells(before: Model, after: Model, change: Change) -> tuple[str, str, tuple[str, ...], str]:
    was, now = (_text(model, each) for model, each in ((before, change.before), (after, change.after)))
    model, record = (after, change.after) if change.after is not None else (before, change.before)
    clause = wording.clause(model, record) if isinstance(record, Stated) else ""
    fields = tuple(field.replace("_", " ") for field in change.fields)
    return was, now, fields, clause


def _text(model: Model, record: Record | None) -> str:
    match record:
        case None:
            return ""
        case Relationship():
            return wording.sentence(model, record)
        case Membership():
            return f"{wording.name(model, record.body)}: {wording.seat(model, record).text}"
        case _:
            return _name(record)


def _name(record: Record | None) -> str:
    return str(getattr(record, "name", None) or getattr(record, "title", None) or getattr(record, "text", record))


def changes_json(changes: Changes) -> str:
    """Return the changes as JSON: each with its records before and after, then successions and the model's own."""
    told: dict[str, Any] = {
        "before": changes.before,
        "after": changes.after,
        "changes": [change._asdict() for change in changes.changes],
        "successions": [succession._asdict() for succession in changes.successions],
        "own": dict(changes.own),
    }
    return json.dumps(msgspec.to_builtins(told), ensure_ascii=False, indent=2) + "\n"

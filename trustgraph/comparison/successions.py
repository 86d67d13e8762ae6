"""Which bodies of one version give way to which of another: merged, split, succeeded or renamed."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph.comparison.changes import Succession, Turn
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.vocabulary import Kind


def successions(before: Model, after: Model) -> tuple[Succession, ...]:
    """Return which bodies give way to which: by what the later paper says succeeds what, else by name.

    A body gives way where it is no longer part of the arrangement; one that several succeed is split, one that
    succeeds several merges them.
    """
    gone = {body.id: body for body in _inside(before) if not _stays(body, after)}
    follows: dict[str, list[str]] = {}
    for line in after.relationships:
        if line.kind is Kind.SUCCEEDS and not line.denied and line.target in gone and line.subject != line.target:
            follows.setdefault(line.subject, []).append(line.target)
    return (*_stated(follows), *_renamed(before, after, gone, {each for group in follows.values() for each in group}))


def _inside(model: Model) -> Iterator[Body]:
    return (body for body in model.bodies if body.inside and body.id not in model.context)


def _stays(body: Body, after: Model) -> bool:
    record = after.by_id.get(body.id)
    return isinstance(record, Body) and record.inside and record.id not in after.context


def _stated(follows: dict[str, list[str]]) -> Iterator[Succession]:
    heirs: dict[str, list[str]] = {}
    for heir, gone in follows.items():
        for each in gone:
            heirs.setdefault(each, []).append(heir)
    for heir, gone in follows.items():
        alone = all(len(heirs[each]) == 1 for each in gone)
        if alone:
            turn = Turn.MERGED if len(gone) > 1 else Turn.SUCCEEDED
            yield Succession(turn, tuple(gone), (heir,), "the paper says what succeeds it")
    for each, heads in heirs.items():
        if len(heads) > 1:
            yield Succession(Turn.SPLIT, (each,), tuple(heads), "the paper says what succeeds it")


def _renamed(before: Model, after: Model, gone: dict[str, Body], known: set[str]) -> Iterator[Succession]:
    """Yield the bodies that have another id after, and the same name or an alias."""
    named: dict[str, str] = {}
    ids = {body.id for body in _inside(before)}
    for body in _inside(after):
        if body.id not in ids:
            for name in (body.name, *body.aliases):
                named.setdefault(name.casefold(), body.id)
    for name, body in gone.items():
        heir = next((named[each.casefold()] for each in (body.name, *body.aliases) if each.casefold() in named), None)
        if heir is not None and name not in known:
            yield Succession(Turn.RENAMED, (name,), (heir,), "the two have a name in common")

"""overlay: two versions of an arrangement in one, with what happened to each record."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import msgspec

from trustgraph.comparison.changes import Changes, What
from trustgraph.comparison.diffing import uncited
from trustgraph.model import Model
from trustgraph.records import Body, Membership, Post, Record, Relationship, View
from trustgraph.views import select
from trustgraph.vocabulary import Mark

Made = TypeVar("Made", bound=Record)

_MARKS = {What.ADDED: Mark.ADDED, What.REMOVED: Mark.REMOVED}


class Overlay(NamedTuple):
    """What two versions of an arrangement have between them, how to look at it, and the marks of what differs."""

    model: Model
    view: View
    marks: dict[str, Mark]


def overlay(before: Model, after: Model, changes: Changes) -> Overlay:
    """Return both versions in one: that after, and what was removed, without its evidence.

    A body that is no longer part of the arrangement stands as it was before, removed. Evidence alone marks nothing;
    neither is marked what the first view after does not show.
    """
    gone = _gone(before, after)
    lines = [each.before for each in changes.of(What.REMOVED) if isinstance(each.before, Relationship)]
    posts = [each for each in before.posts if each.id not in after]
    removed = [_bare(line) for line in lines]
    bodies = (*(gone.get(body.id, body) for body in after.bodies), *_left(gone, after))
    model = after.replace(
        bodies=bodies,
        posts=(*after.posts, *(_post(post, {body.id for body in bodies}) for post in posts)),
        relationships=(*after.relationships, *removed),
    )
    marks = _marks(model, changes) | dict.fromkeys(gone, Mark.REMOVED)
    were = set(map(id, removed))
    marks |= {key: Mark.REMOVED for key, line in model.lines.items() if id(line) in were}
    view = _view(before, after, model)
    shown = _shown(model, view)
    return Overlay(model, view, {key: mark for key, mark in marks.items() if key in shown})


def _shown(model: Model, view: View) -> set[str]:
    """Return the ids and keys that a chart of this view can mark: bodies apart, those joined to them, and lines."""
    part = select(model, view)
    ends = {end for line in part.relationships for end in (line.subject, line.target)}
    bodies = {body.id for body in part.bodies if body.id in ends or (body.inside and not body.within)}
    return bodies - part.context | part.lines.keys()


def _gone(before: Model, after: Model) -> dict[str, Body]:
    """Return the bodies that are not part of the arrangement after, as they were before, by id."""
    kept = {body.id for body in after.bodies if body.inside}
    outside = {body.id for body in after.bodies if not body.inside}
    return {
        body.id: _bare(msgspec.structs.replace(body, quorum=None, functions=()))
        for body in before.bodies
        if body.id not in kept and (body.inside or body.id not in outside)
    }


def _left(gone: dict[str, Body], after: Model) -> tuple[Body, ...]:
    return tuple(body for name, body in gone.items() if name not in after)


def _post(post: Post, bodies: set[str]) -> Post:
    """Return a post without evidence, of an organisation that is still a body."""
    organisation = post.organisation if post.organisation in bodies else None
    return msgspec.structs.replace(post, organisation=organisation, evidence=())


def _bare(record: Made) -> Made:
    """Return a record without evidence: its papers are those of another model."""
    return msgspec.convert(uncited(record), type(record))


def _marks(model: Model, changes: Changes) -> dict[str, Mark]:
    """Return the marks of what stands in the arrangement after; a body's seats mark the body."""
    marks: dict[str, Mark] = {}
    for change in changes.changes:
        if change.what is What.EVIDENCE:
            continue
        record = change.after if change.after is not None else change.before
        mark = _MARKS.get(change.what, Mark.CHANGED)
        if isinstance(record, Membership) and record.body in model:
            marks.setdefault(record.body, Mark.CHANGED)
        elif isinstance(record, Relationship) and change.after is not None:
            marks[change.key] = mark
        elif isinstance(record, Body | Post):
            marks[record.id] = mark
    return {key: mark for key, mark in marks.items() if key in model or key in model.lines}


def _view(before: Model, after: Model, model: Model) -> View:
    """Return the first view after, which shows what was removed too."""
    gone = _gone(before, after)
    hidden = {each for view in before.views[:1] for each in view.hide}
    view = after.view()
    return msgspec.structs.replace(
        view,
        title=f"{view.title or model.title or model.id}: what changes",
        subtitle=f"From {before.title or before.id}",
        hide=tuple(each for each in view.hide if each not in gone or each in hidden),
        order=(*view.order, *(each for each in gone if each not in view.order)) if view.order else (),
    )

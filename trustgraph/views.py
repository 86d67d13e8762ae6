"""Views: the part of a model that a question or a chart is about, which is a model itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from typing import TypeVar

from trustgraph import dates
from trustgraph.errors import ModelError, Problem
from trustgraph.fitting import fitted
from trustgraph.model import Model
from trustgraph.records import Body, Membership, Post, Relationship, View
from trustgraph.vocabulary import Basis

EVERYTHING = View()

Dated = TypeVar("Dated", Body, Relationship, Membership)


def select(model: Model, view: View = EVERYTHING) -> Model:
    """Return the part of a model that a view shows.

    Lines and seats with a hidden end go. A body that stays only because a post or a seat refers to it is
    listed in `model.context`: it is not drawn and no analysis counts it. The view of everything returns the
    model itself. Raises UnknownNameError where the view names a body that is not there, ModelError where a word
    or date in it is none.
    """
    view = fitted(view, View)
    for name in (view.around, *view.hide, *view.order):
        if name is not None:
            model[name]
    if view.as_at is not None and (what := dates.problem(view.as_at)):
        raise ModelError([Problem(f"as_at: {what}.")])
    if not _narrows(view):
        return model
    lines = [line for line in _in_force(model.relationships, view) if _is_chosen(line, view)]
    shown = {body.id for body in _in_force(model.bodies, view) if not view.tiers or body.row in view.tiers}
    # a post is shown where a seat or a line uses it; what is inferred of it, such as its level, does not hide them
    shown.update(post.id for post in model.posts)
    shown.difference_update(view.hide, model.context)
    lines = [line for line in lines if line.subject in shown and line.target in shown]
    if view.around is not None:
        near = _near(view.around, view.steps, lines)
        shown = {name for name in shown if name in near or isinstance(model[name], Post)}
        lines = [line for line in lines if line.subject in near and line.target in near]
    seats = [seat for seat in _in_force(model.memberships, view) if _sits(seat, shown)]
    return _narrowed(model, shown, lines, seats)


def _narrows(view: View) -> bool:
    chosen = (view.tiers, view.families, view.kinds, view.around, view.as_at, view.stated_only, view.hide)
    return any(chosen)


def _in_force(records: Iterable[Dated], view: View) -> list[Dated]:
    return [
        record
        for record in records
        if dates.holds(record.since, record.until, view.as_at)
        and not (view.stated_only and record.basis is not Basis.STATED)
    ]


def _is_chosen(line: Relationship, view: View) -> bool:
    return not (view.kinds and line.kind not in view.kinds) and not (
        view.families and line.kind.family not in view.families
    )


def _sits(seat: Membership, shown: Collection[str]) -> bool:
    """Return whether a seat stays: its body is shown, and so is one who may sit in it, or it is vacant."""
    who = [*([seat.member] if seat.member else []), *seat.any_of]
    return seat.body in shown and (not who or any(name in shown for name in who))


def _near(start: str, steps: int, lines: Iterable[Relationship]) -> set[str]:
    """Return what is at most so many lines away, whichever way they run."""
    neighbours: dict[str, list[str]] = {}
    for line in lines:
        if not line.denied:
            neighbours.setdefault(line.subject, []).append(line.target)
            neighbours.setdefault(line.target, []).append(line.subject)
    away = {start: 0}
    queue = deque([start])
    while queue:
        at = queue.popleft()
        for name in neighbours.get(at, ()) if away[at] < steps else ():
            if name not in away:
                away[name] = away[at] + 1
                queue.append(name)
    return set(away)


def _narrowed(
    model: Model, shown: Collection[str], lines: Iterable[Relationship], seats: Iterable[Membership]
) -> Model:
    """Return the model of what is shown, with whatever that refers to kept as context."""
    lines, seats = tuple(lines), tuple(seats)
    used = {name for line in lines for name in (line.subject, line.target, *line.via)}
    used.update(name for seat in seats for name in (seat.member, *seat.any_of, *seat.on_behalf_of) if name)
    used.update(line.frequency.relative_to for line in lines if line.frequency and line.frequency.relative_to)
    bodies = [body for body in model.bodies if body.id in shown]
    used.update(name for body in bodies if body.quorum for name in body.quorum.requires)
    posts = tuple(post for post in model.posts if post.id in used)
    named = _references(model, bodies, posts, used)
    kept = tuple(body for body in model.bodies if body.id in shown or body.id in named)
    ids = {body.id for body in kept}
    narrowed = model.replace(
        bodies=kept,
        posts=posts,
        relationships=lines,
        memberships=seats,
        apexes=tuple(name for name in model.apexes if name in ids),
        views=(),
    )
    return narrowed.beside(frozenset(named.difference(shown)))


def _references(model: Model, bodies: Iterable[Body], posts: Iterable[Post], used: Collection[str]) -> set[str]:
    """Return every body that these bodies, posts and ids name, directly or through one another."""
    named: set[str] = set()
    waiting = [*(body.id for body in bodies), *(name for name in used if isinstance(model[name], Body))]
    waiting += [post.organisation for post in posts if post.organisation]
    while waiting:
        name = waiting.pop()
        if name in named:
            continue
        named.add(name)
        body = model[name]
        if isinstance(body, Body):
            waiting += _named_by(body)
    return named


def _named_by(body: Body) -> list[str]:
    named = [body.within, body.members_of]
    named += [body.meetings.relative_to] if body.meetings else []
    named += [name for function in body.functions for name in function.on_behalf_of]
    return [name for name in named if name is not None]

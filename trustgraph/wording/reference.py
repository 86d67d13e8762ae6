"""One body's terms of reference as a model has them, or a post's, each statement with its clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from trustgraph.model import Model
from trustgraph.records import Body, Post
from trustgraph.vocabulary import Family, Kind, Role
from trustgraph.wording import facts, seats
from trustgraph.wording.citations import Part, Statement, stated
from trustgraph.wording.lines import said
from trustgraph.wording.names import agreeing, among, called, capital, is_plural, named, names, pronoun

# what is said of a body, without its subject
Teller = Callable[[Model, Body], Iterable[Statement]]


class Terms(NamedTuple):
    """The terms of reference of a body or post; as text, a heading a part and a line a statement."""

    id: str
    name: str
    aliases: tuple[str, ...]
    parts: tuple[Part, ...]

    def __str__(self) -> str:
        return "\n".join(_printed(self))


def terms(model: Model, body: str) -> Terms:
    """Return the terms of reference of the body or post of this id, name or alias.

    Parts without a statement are left out. Where the papers do not say who sits on a body of the arrangement or chairs
    it, how often it meets, what its quorum is or to whom it is accountable, a statement says that. Raises
    UnknownNameError.
    """
    record = named(model, body)
    parts = _of_post(model, record) if isinstance(record, Post) else _of_body(model, record)
    aliases = record.aliases if isinstance(record, Body) else ()
    return Terms(record.id, record.name, aliases, tuple(part for part in parts if part.statements))


def _printed(terms: Terms) -> Iterator[str]:
    yield terms.name
    if terms.aliases:
        yield f"  also called {names(terms.aliases)}"
    for heading, statements in terms.parts:
        yield from ("", heading)
        for statement in statements:
            yield f"  {statement}"
            if statement.note:
                yield f"    Note: {statement.note}"


def _of_body(model: Model, body: Body) -> Iterator[Part]:
    seated = [seat for seat in model.memberships if seat.body == body.id]
    yield Part("Standing", _spoken(model, body, _standing(model, body)))
    yield Part("Functions", _spoken(model, body, facts.functions(model, body)))
    yield Part("Seats", _or_unstated(model, body, _seats, "who the members are"))
    yield Part("Chair", _or_unstated(model, body, _chairs, "who the chair is"))
    yield from seats.membership(model, seated)
    yield Part("Meetings", _or_unstated(model, body, facts.meetings, "how often meetings are held"))
    yield Part("Quorum", _or_unstated(model, body, facts.quorum, "what the quorum is"))
    for family in Family:
        statements = _spoken(model, body, _told(model, body, partial(_lines, family=family)))
        statements += _unanswerable(model, body) if family is Family.ACCOUNTABILITY else ()
        statements += _nesting(model, body) if family is Family.STRUCTURE else ()
        yield Part(str(family).capitalize(), statements)
    yield Part("Seats elsewhere", tuple(_elsewhere(model, body)))
    yield Part("Note", (Statement(body.note),) if body.note else ())


def _of_post(model: Model, post: Post) -> Iterator[Part]:
    yield Part("Standing", _spoken(model, post, _office(model, post)))
    held = (seats.held(model, seat, post.id) for seat in model.memberships if post.id in seats.sitters(seat))
    yield Part("Seats", _spoken(model, post, held))
    for family in Family:
        yield Part(str(family).capitalize(), _spoken(model, post, _lines(model, post, family=family)))
    yield Part("Note", (Statement(post.note),) if post.note else ())


def _spoken(model: Model, record: Body | Post, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements with their subject: "It" or "They", "The holder" of a post."""
    subject = pronoun(model, record.id, subject=True)
    return tuple(statement._replace(text=f"{subject} {statement.text}") for statement in statements)


def _standing(model: Model, body: Body) -> Iterator[Statement]:
    """Yield what a body is; the note on it stands in a part of its own."""
    for statement in (facts.sort(model, body), *facts.standing(model, body)):
        yield statement._replace(note="")


def _office(model: Model, post: Post) -> Iterator[Statement]:
    """Yield where a post belongs, its level, and which posts the same person holds."""
    parts = [f"belongs to {called(model, post.organisation)}"] if post.organisation else []
    parts += [f"is of level {post.level}"] if post.level is not None else []
    others = [each.id for each in model.posts if post.holder and each.holder == post.holder and each is not post]
    parts += [f"is also {called(model, other)}" for other in others]
    if parts:
        text = names(agreeing(part, is_plural(model, post.id)) for part in parts)
        yield stated(model, post, text)._replace(note="")


def _seats(model: Model, body: Body) -> Iterator[Statement]:
    yield from seats.counted(model, [seat for seat in model.memberships if seat.body == body.id])


def _chairs(model: Model, body: Body) -> Iterator[Statement]:
    for seat in model.memberships:
        if seat.body == body.id and seat.role is Role.CHAIR and not seat.denied:
            yield seats.chaired(model, seat)


def _or_unstated(model: Model, body: Body, tell: Teller, what: str) -> tuple[Statement, ...]:
    """Return what is told of a body or of those it is within; where that is nothing, that the paper does not say."""
    told = _spoken(model, body, _told(model, body, tell))
    return told if told or not body.inside else (facts.unstated(model, what),)


def _told(model: Model, body: Body, tell: Teller) -> Iterator[Statement]:
    """Yield what is told of a body, and what holds for it as one of those that it is within."""
    yield from tell(model, body)
    if (outer := _outer(model, body)) is not None:
        for statement in _told(model, outer, tell):
            yield statement._replace(text=f"{among(model, body)}, which {statement.text}")


def _outer(model: Model, body: Body) -> Body | None:
    outer = model.by_id.get(body.within or "")
    return outer if isinstance(outer, Body) else None


def _lines(model: Model, record: Body | Post, *, family: Family) -> Iterator[Statement]:
    """Yield the lines of a family: those a body or post is the subject of, then those that end at it."""
    lines = [line for line in model.relationships if line.kind.family is family]
    for line in lines:
        if line.subject == record.id:
            yield stated(model, line, said(model, line))
    for line in lines:
        if line.target == record.id != line.subject:
            yield stated(model, line, said(model, line, passive=True))


def _unanswerable(model: Model, body: Body) -> tuple[Statement, ...]:
    """Return that the paper does not say to whom a body of the arrangement is accountable, where it does not."""
    lines = (line for line in model.relationships if line.subject == body.id and not line.denied)
    if not body.inside or any(line.kind is Kind.ACCOUNTABLE_TO for line in lines):
        return ()
    if (outer := _outer(model, body)) is not None and not _unanswerable(model, outer):
        return ()
    it = "they are" if is_plural(model, body.id) else "it is"
    return (facts.unstated(model, f"to whom {it} accountable", pictured=True),)


def _nesting(model: Model, body: Body) -> tuple[Statement, ...]:
    """Return what a body is within, and what is within it."""
    verb = agreeing("includes", is_plural(model, body.id))
    nesting = [stated(model, body, among(model, body))] if body.within else []
    nesting += [
        stated(model, each, f"{verb} {called(model, each.id)}") for each in model.bodies if each.within == body.id
    ]
    return _spoken(model, body, (statement._replace(note="") for statement in nesting))


def _elsewhere(model: Model, body: Body) -> Iterator[Statement]:
    """Yield the seats that a body, its posts or those who act for it hold on other bodies."""
    for seat in model.memberships:
        for who in seats.sitters(seat) if seat.body != body.id else ():
            record = model[who]
            if body.id in {who, getattr(record, "organisation", None), *seat.on_behalf_of}:
                statement = seats.held(model, seat, who)
                subject = capital(called(model, who, by=body.id))
                yield statement._replace(text=f"{subject} {statement.text}")

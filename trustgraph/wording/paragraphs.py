"""The outline of an arrangement and the description of a chart: paragraphs of what is said of each body."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from trustgraph import dates
from trustgraph.model import Model
from trustgraph.records import Body, Document, Membership, Post
from trustgraph.vocabulary import Role, Stance, Tier
from trustgraph.wording import facts, seats
from trustgraph.wording.citations import Statement, stated
from trustgraph.wording.names import called, capital, names, pronoun
from trustgraph.wording.ties import Ties, tied, ties_of


def outline(model: Model) -> tuple[str, ...]:
    """Return an arrangement in sentences: what it is, a paragraph a body or post, what is claimed, what is only named.

    A clause stands after the last of the statements that rest on it.
    """
    ties = ties_of(model, model.relationships)
    seated: dict[str, list[Membership]] = {}
    for seat in model.memberships:
        seated.setdefault(seat.body, []).append(seat)
    told = {
        which: _paragraph(model, which, ties, seated.get(which, [])) for which in model if which not in model.context
    }
    texts = [_heading(model), *told.values(), *_claims(model), _only_named(model, told)]
    return tuple(text for text in texts if text)


def description(model: Model, drawn: Collection[str]) -> tuple[str, ...]:
    """Return what a chart with these boxes shows, in sentences: its tiers, then a paragraph a box.

    A clause stands after the last of the statements that rest on it.
    """
    ends = {*drawn}
    ties = ties_of(
        model, (line for line in model.relationships if not line.denied and {line.subject, line.target} <= ends)
    )
    chaired = seats.chairs(model)
    texts = [_tiers(model, drawn)]
    for which in drawn:
        said = [*_facts(model, which, chaired.get(which, [])), *tied(model, which, ties)]
        texts.append(_sentence(_subject(model, which), said))
    return tuple(text for text in texts if text)


def _paragraph(model: Model, which: str, ties: Ties, seated: list[Membership]) -> str:
    """Return all that is said of a body or post: its facts and lines, what it does, and who sits; "" for nothing."""
    chairs = [seat for seat in seated if seat.role is Role.CHAIR and not seat.denied]
    body = model[which]
    rules, done = (facts.quorum(model, body), facts.functions(model, body)) if isinstance(body, Body) else ((), ())
    said = [*_facts(model, which, chairs), *rules, *tied(model, which, ties)]
    texts: list[str] = []
    for statements in (said, done, [*seats.counted(model, seated)]):
        subject = pronoun(model, which, subject=True) if any(texts) else _subject(model, which)
        texts.append(_sentence(subject, statements))
    texts += [_sentence(f"{part.heading}:", part.statements) for part in seats.membership(model, seated)]
    return " ".join(text for text in texts if text)


def _subject(model: Model, which: str) -> str:
    body = model[which]
    count = facts.alike(body) if isinstance(body, Body) else ""
    return capital(called(model, which)) + (f" ({count})" if count else "")


def _facts(model: Model, which: str, chairs: Iterable[Membership]) -> Iterator[Statement]:
    """Yield what a chart also shows of a body: its standing, who chairs it and how often it meets."""
    body = model[which]
    if isinstance(body, Post) or which in model.context:
        return
    yield from facts.standing(model, body)
    yield from (seats.chaired(model, chair) for chair in chairs)
    yield from facts.meetings(model, body)


def _sentence(subject: str, said: Iterable[Statement]) -> str:
    """Return statements of one subject as a sentence, each clause after the last in a row that rest on it."""
    rows = [(remark, "; ".join(each.text for each in row)) for remark, row in groupby(said, lambda each: each.remark)]
    # the next clause would be taken for that of what has none
    parts = [f"{text} ({remark or 'no clause'})" for remark, text in rows[:-1]]
    parts += [f"{text} ({remark})" if remark else text for remark, text in rows[-1:]]
    return f"{subject} {'; '.join(parts)}." if parts else ""


def _heading(model: Model) -> str:
    """Return what the model is of, as at when, from which papers, and what our copy of them lacks."""
    title = model.title or model.id
    title += f", as at {dates.spoken(model.as_at)}" if model.as_at else ""
    title += f", from {dates.spoken(model.since)}" if model.since else ""
    title += f", until {dates.spoken(model.until)}" if model.until else ""
    texts = [title]
    if model.documents:
        texts.append(f"Source: {'; '.join(_cited(document) for document in model.documents)}")
    if missing := [text for document in model.documents for text in document.missing]:
        texts.append(f"Our copy lacks {names(missing)}")
    if model.apexes:
        texts.append(f"Lines of account end at {names(called(model, which) for which in model.apexes)}")
    return " ".join(f"{text}." for text in texts)


def _cited(document: Document) -> str:
    about = [str(document.status)] if document.status else []
    about += [dates.spoken(document.date)] if document.date else []
    return (document.title or document.id) + (f" ({', '.join(about)})" if about else "")


def _tiers(model: Model, drawn: Iterable[str]) -> str:
    """Return which boxes stand in which tier, from the top, and which outside them."""
    rows: dict[Tier, list[str]] = {tier: [] for tier in Tier}
    for which in drawn:
        body = model[which]
        if isinstance(body, Body):
            outside = not body.inside or (body.kind is not None and body.kind.challenger)
            rows[Tier.EXTERNAL if outside else body.row].append(called(model, which))
    texts = [f"{tier} tier: {names(row)}" for tier, row in rows.items() if row and tier is not Tier.EXTERNAL]
    texts += [f"outside the tiers: {names(rows[Tier.EXTERNAL])}"] if rows[Tier.EXTERNAL] else []
    return f"{capital('; '.join(texts))}." if texts else ""


def _claims(model: Model) -> Iterator[str]:
    """Yield what the papers claim, a paragraph each for benefits, risks and aims."""
    for stance in Stance:
        claims = [claim for claim in model.claims if claim.stance is stance]
        said = [stated(model, claim, claim.text.rstrip(".")) for claim in claims]
        yield _sentence(f"{str(stance).capitalize()}s claimed:", said)


def _only_named(model: Model, told: dict[str, str]) -> str:
    """Return the bodies and posts that no other paragraph names, with their clauses."""
    sitting = {who for seat in model.memberships for who in (*seats.sitters(seat), *seat.on_behalf_of)}
    sitting |= {post.organisation for post in model.posts if post.id in sitting and post.organisation}
    silent = [
        stated(model, model[which], called(model, which))
        for which, text in told.items()
        if not text and which not in sitting and not getattr(model[which], "within", None)
    ]
    return _sentence("Only named:", silent)

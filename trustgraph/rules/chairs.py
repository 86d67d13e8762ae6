"""Rules of membership: who chairs, and how many bodies at once."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.graph.adjacency import Digraph
from trustgraph.graph.arcs import account_arcs
from trustgraph.model import Model
from trustgraph.records import Body, Post
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import BodyKind, Role

# staff have a manager and not a chair; the whole arrangement is chaired through its board
UNCHAIRED = frozenset({BodyKind.TRUST, BodyKind.UNIT, BodyKind.TEAM, BodyKind.ORGANISATION, BodyKind.COUNCIL})
# so many bodies above one are looked at for the chair it shares
_ABOVE = 100


@rule(
    "TG301",
    Severity.WARNING,
    breaks="""
    posts: {officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, meetings: {text: monthly}, members: [{member: officer}]}
    """,
    keeps="""
    posts: {officer: {title: Officer}}
    bodies:
      board: {name: Board, kind: board, meetings: {text: monthly}, members: [{member: officer, role: chair}]}
    """,
)
def no_chair(model: Model) -> Iterator[Breach]:
    """A body that meets, or that has members, has somebody who chairs or leads it, or a way to find one.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 2, being clear about
    functions and roles.
    """
    seated = {seat.body for seat in model.memberships if not seat.denied}
    led = {seat.body for seat in model.memberships if seat.role in {Role.CHAIR, Role.LEAD} and not seat.denied}
    led |= {inner for outer in led for inner in model.inner.get(outer, ())}
    for body in model.bodies:
        event = body.since is not None and body.since == body.until
        formal = body.inside and body.kind not in UNCHAIRED and (body.id in seated or body.meetings is not None)
        if formal and not event and body.id not in led:
            message = f"{wording.silence(model)} who chairs {wording.called(model, body.id)}."
            yield Breach(
                (body.id,), message, "Say who chairs, or how the chair is chosen.", absent=True, pictured=False
            )


@rule(
    "TG302",
    Severity.WARNING,
    breaks="""
    posts: {director: {title: Director}}
    bodies:
      board: {name: Board, kind: board, members: [{member: director, role: chair}]}
      executive:
        name: Executive
        kind: executive
        members: [{member: director, role: chair}]
        lines: [{reports_to: board}]
    """,
    keeps="""
    posts: {director: {title: Director}, leader: {title: Leader}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}]}
      executive:
        name: Executive
        kind: executive
        members: [{member: director, role: chair}]
        lines: [{reports_to: board}]
    """,
)
def chairs_both_ends(model: Model) -> Iterator[Breach]:
    """Nobody chairs both a body and one it answers to: they would judge themselves.

    Looks at no more than the nearest hundred bodies above each. Source: The Good Governance Standard for Public
    Services (OPM and CIPFA, 2004), principle 4, taking decisions that are subject to effective scrutiny.
    """
    graph = Digraph(model, account_arcs(model))
    for seats in _chaired(model).values():
        for lower, upper in ((body, above) for body in seats for above in _above(graph, body) if above in seats):
            who = wording.called(model, model.seats[seats[lower]].member or "")
            message = f"{who} chairs {wording.called(model, lower)} and {wording.called(model, upper)}, above it."
            yield Breach((seats[lower], seats[upper]), message, "Let somebody else chair one of the two.")


def _chaired(model: Model) -> dict[str, dict[str, str]]:
    """Return the bodies that each chairs who chairs several, by the token or the post of the holder, with the seats."""
    chaired: dict[str, dict[str, str]] = {}
    for key, seat in model.seats.items():
        who = model[seat.member] if seat.member else None
        if isinstance(who, Post) and seat.role is Role.CHAIR and not seat.denied:
            chaired.setdefault(who.holder or who.id, {})[seat.body] = key
    return {who: seats for who, seats in chaired.items() if len(seats) > 1}


def _above(graph: Digraph, start: str) -> Iterator[str]:
    """Yield the bodies that a line of account leads to, the nearest first, up to the cap."""
    waiting = [graph.number[start]] if start in graph.number else []
    seen = dict.fromkeys(waiting)
    for number in waiting:
        for target in graph.above[number]:
            if target not in seen and len(seen) <= _ABOVE:
                seen[target] = None
                waiting.append(target)
                yield graph.ids[target]


@rule(
    "TG309",
    Severity.WARNING,
    breaks="""
    posts: {director: {title: Director, level: 2}}
    bodies:
      executive: {name: Executive, kind: executive, levels: [3, 4], members: [{member: director, role: chair}]}
    """,
    keeps="""
    posts: {head: {title: Head of Service, level: 3}}
    bodies:
      executive: {name: Executive, kind: executive, levels: [3, 4], members: [{member: head, role: chair}]}
    """,
)
def level_not_admitted(model: Model) -> Iterator[Breach]:
    """Whoever sits on a body is of a level of officers from which the paper draws its members.

    Source: the paper's own rule, which the model records as the body's levels.
    """
    for key, seat in model.seats.items():
        body = model[seat.body]
        if not isinstance(body, Body) or not body.levels or seat.denied or not seat.role.member:
            continue
        for who in wording.sitters(seat):
            post = model[who]
            if isinstance(post, Post) and post.level is not None and post.level not in body.levels:
                told, guessed = wording.held(model, seat, who).text, wording.said_by(post)
                levels = f"level{'s' if len(body.levels) > 1 else ''} {wording.names(map(str, body.levels))}"
                level = f"of level {post.level}, {'above' if post.level < min(body.levels) else 'not one of'} them"
                level = f"likely {level}; the level is {guessed}" if guessed else level
                message = f"{wording.called(model, who)} {told}, which draws on officers of {levels}, and is {level}."
                yield Breach((key, who, body.id), message, "Let an officer of these levels sit, or change the rule.")

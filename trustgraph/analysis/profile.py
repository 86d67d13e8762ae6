"""The shape of an arrangement in numbers that compare."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from trustgraph.analysis.account import account_graph
from trustgraph.analysis.cycles import Circle, account_circles
from trustgraph.analysis.dual import several
from trustgraph.analysis.orphans import alone, heads, leads, report_only
from trustgraph.analysis.sittings import NONE, meetings_a_year, plus, seats_by_body, times, total
from trustgraph.graph.adjacency import inner_bodies
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.vocabulary import Basis, BodyKind, Family


class Profile(NamedTuple):
    """The shape of an arrangement.

    `bodies` are those of the arrangement, `outside` all others; of a collective those within it, and of a template as
    many as it stands for, `bodies_most` at most. Lines are counted by family, those denied apart.
    `depth` is the greatest number of lines of account below any body. `orphans`, `report_only` and `dual` count
    records, a template as one; `dual` counts those outside too. `share_stated` is the share of statements that the
    paper itself makes, 0 to 1, None where there is none. Meetings are those of all bodies of the arrangement together;
    `unstated` are the bodies whose frequency is open, which leave the most unknown.
    """

    bodies: int
    bodies_most: int | None
    outside: int
    posts: int
    accountability: int
    reporting: int
    challenge: int
    commissioning: int
    advice: int
    structure: int
    denied: int
    seats: int
    seats_most: int | None
    depth: int
    apexes: tuple[str, ...]
    heads: tuple[str, ...]
    orphans: int
    report_only: int
    dual: int
    cycles: int
    share_stated: float | None
    meetings_least: int
    meetings_most: int | None
    unstated: tuple[str, ...]


@collection_paused()
def profile(model: Model) -> tuple[Profile, ...]:
    """Return the profile of a model, in a tuple of one row."""
    context = model.context
    bodies = [body for body in model.bodies if body.id not in context]
    inside = [body for body in bodies if body.inside]
    families: Counter[Family] = Counter()
    for kind, lines in Counter(line.kind for line in model.relationships if not line.denied).items():
        families[kind.family] += lines
    counted: dict[str, Any] = {str(family): families[family] for family in Family}
    account = account_graph(model)
    orphans, topmost = alone(account), heads(account)
    leading = [number for number in orphans if leads(account, number)]
    unfolded, seated = inner_bodies(model), seats_by_body(model)
    number = total(body.count for body in inside if body.id not in unfolded)
    seats = total(seated.get(body.id, NONE) for body in inside)
    circles = [row for row in account_circles(account) if row.kind is Circle.ACCOUNT]
    return (
        Profile(
            bodies=number.least,
            bodies_most=number.most,
            outside=len(bodies) - len(inside),
            posts=len(model.posts),
            **counted,
            denied=sum(line.denied for line in model.relationships),
            seats=seats.least,
            seats_most=seats.most,
            depth=max(account.depths, default=0),
            apexes=account.names(account.apexes),
            heads=account.names([*leading, *topmost]),
            orphans=len(orphans),
            report_only=len(report_only(account)),
            dual=len(several(account)),
            cycles=len(circles),
            share_stated=_share_stated(model),
            **_meetings(model, inside),
        ),
    )


def _share_stated(model: Model) -> float | None:
    """Return the share of bodies, posts, lines, seats and functions that the paper itself states."""
    statements = (*model.bodies, *model.posts, *model.relationships, *model.memberships)
    bases = [record.basis for record in statements] + [function.basis for _, function in model.functions.values()]
    return bases.count(Basis.STATED) / len(bases) if bases else None


def _meetings(model: Model, inside: list[Body]) -> dict[str, Any]:
    """Return the meetings a year of these bodies, a collective's being those of the bodies within it."""
    held, unstated = NONE, []
    unfolded = inner_bodies(model)
    for body in (body for body in inside if body.id not in unfolded):
        yearly = meetings_a_year(model, body)
        if yearly is not None:
            held = plus(held, times(yearly, body.count))
        elif body.kind is not BodyKind.TRUST:
            unstated.append(body.id)
    most = None if unstated else held.most
    return {"meetings_least": held.least, "meetings_most": most, "unstated": tuple(unstated)}

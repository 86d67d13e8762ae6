"""The shape of an arrangement in numbers that compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from trustgraph.analysis.accountability.account import account_graph
from trustgraph.analysis.accountability.cycles import reciprocal
from trustgraph.analysis.accountability.dual import several
from trustgraph.analysis.accountability.orphans import alone, heads, leads
from trustgraph.analysis.membership.sittings import NONE, meetings_a_year, plus, seats_by_body, times, total
from trustgraph.frequency import Range
from trustgraph.memory import collection_paused
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.vocabulary import Basis, BodyKind, Family, Kind

_COUNT, _BASIS = attrgetter("count"), attrgetter("basis")


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
    account = account_graph(model)
    inside = [body for body in map(model.bodies.__getitem__, account.bodies) if body.inside]
    counted = [model.bodies[number] for number in account.inside]
    lines = Counter(line.kind for line in model.relationships if not line.denied)
    orphans, topmost = alone(account), heads(account)
    leading = [number for number in orphans if leads(account, number)]
    number = total(times(Range(bodies, bodies), size) for size, bodies in Counter(map(_COUNT, counted)).items())
    seats = total(held for name, held in seats_by_body(model).items() if model.bodies[model.number[name]].inside)
    return (
        Profile(
            bodies=number.least,
            bodies_most=number.most,
            outside=len(account.bodies) - len(inside),
            posts=len(model.posts),
            **_by_family(lines),
            denied=len(model.relationships) - lines.total(),
            seats=seats.least,
            seats_most=seats.most,
            depth=max(account.spans[1], default=0),
            apexes=account.names(account.apexes),
            heads=account.names([*leading, *topmost]),
            orphans=len(orphans),
            report_only=len(account.report_only),
            dual=len(several(account)),
            cycles=len(account.order.circles) - len(reciprocal(account)),
            share_stated=_share_stated(model),
            **_meetings(model, counted),
        ),
    )


def _by_family(lines: Mapping[Kind, int]) -> dict[str, Any]:
    """Return the number of lines of each family, given those of each kind."""
    return {str(family): sum(number for kind, number in lines.items() if kind.family is family) for family in Family}


def _share_stated(model: Model) -> float | None:
    """Return the share of bodies, posts, lines, seats and functions that the paper itself states."""
    functions = (function for _, function in model.functions.values())
    statements = chain(model.bodies, model.posts, model.relationships, model.memberships, functions)
    bases = list(map(_BASIS, statements))
    return bases.count(Basis.STATED) / len(bases) if bases else None


def _meetings(model: Model, bodies: Sequence[Body]) -> dict[str, Any]:
    """Return the meetings a year of these bodies together."""
    held, unstated, trust = NONE, [], BodyKind.TRUST
    for body in bodies:
        # nearly all of many state nothing
        stated = body.meetings is not None or body.within is not None
        yearly = meetings_a_year(model, body) if stated else None
        if yearly is not None:
            held = plus(held, times(yearly, body.count))
        elif body.kind is not trust:
            unstated.append(body.id)
    most = None if unstated else held.most
    return {"meetings_least": held.least, "meetings_most": most, "unstated": tuple(unstated)}

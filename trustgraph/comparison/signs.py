"""The evidence that a body plays a part: what it is, what it does, what it is called, where it stands.

Of where it stands, each function says in words that it stands so, or "" where it does not.
"""

from __future__ import annotations

from typing import NamedTuple

from trustgraph.analysis.accountability.account import account_graph
from trustgraph.model import Model
from trustgraph.records import ONE, Body
from trustgraph.vocabulary import Account, Family, Kind

# how much each sort of evidence is worth by itself; together they never reach certainty
KIND, TIER, DOING, PLACE, WORDS = 0.5, 0.25, 0.35, 0.45, 0.4


class Sign(NamedTuple):
    """One piece of evidence that a body plays a part: what it is, and how much it is worth, 0 to 1.

    `own` marks what it is or does, `named` its name; where it stands is neither.
    """

    why: str
    worth: float
    own: bool = False
    named: bool = False


def sureness(signs: list[Sign]) -> float:
    """Return how sure evidence makes, 0 to 1: each piece leaves less doubt.

    A name alone is no evidence, nor is where a body stands without a name or anything it is or does.
    """
    named = any(sign.named for sign in signs)
    if not any(sign.own for sign in signs) and not (named and len(signs) > 1):
        return 0.0
    doubt = 1.0
    for sign in signs:
        doubt *= 1 - sign.worth
    return round(1 - doubt, 2)


class Bearings:
    """Where the bodies of a model stand to one another, looked up once."""

    def __init__(self, model: Model) -> None:
        self.model = model
        account = account_graph(model)
        inside = [account.ids[number] for number in account.inside]
        below = {name: len(account.graph.below[account.graph.number[name]]) for name in inside}
        most = max(below.values(), default=0)
        self.heads = {name for name in inside if most and below[name] == most}
        self.above = {name: set(account.names(account.graph.above[account.graph.number[name]])) for name in inside}
        self.outer = model.inner
        self.lines: dict[str, set[Kind]] = {}
        self.received: dict[str, set[Kind]] = {}
        for line in model.relationships:
            self.lines.setdefault(line.subject, set()).add(line.kind)
            if line.target in inside or line.subject in inside:
                self.received.setdefault(line.target, set()).add(line.kind)

    def several(self, body: Body) -> bool:
        """Return whether a record stands for several bodies alike."""
        return body.collective or body.count != ONE or body.id in self.outer


def heads(bearings: Bearings, body: Body) -> str:
    """Return whether it is a body that most others answer to."""
    return "as many answer to it as to any other" if body.id in bearings.heads else ""


def answers_to_head(bearings: Bearings, body: Body) -> str:
    """Return whether it answers to such a body."""
    return "it answers to the body most others answer to" if bearings.above.get(body.id, set()) & bearings.heads else ""


def second(bearings: Bearings, body: Body) -> str:
    """Return whether others answer to it, or it to the body most others answer to."""
    reported = any(body.id in above for above in bearings.above.values())
    return "others answer to it" if reported else answers_to_head(bearings, body)


def above(bearings: Bearings, body: Body) -> str:
    """Return whether bodies of the arrangement lead to it."""
    kinds = bearings.received.get(body.id, set())
    answered = any(kind.account is not Account.NONE for kind in kinds) or kinds & {Kind.PART_OF, Kind.ESCALATES_TO}
    return "bodies of the arrangement answer to it, are part of it or take disputes to it" if answered else ""


def challenging(bearings: Bearings, body: Body) -> str:
    """Return whether it speaks to the others from beside."""
    families = {kind.family for kind in bearings.lines.get(body.id, set())}
    return "it challenges, advises or informs the others" if families & {Family.CHALLENGE, Family.ADVICE} else ""


def several(bearings: Bearings, body: Body) -> str:
    """Return whether it stands for several."""
    return "there are several of it" if bearings.several(body) else ""

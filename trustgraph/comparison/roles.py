"""The parts bodies play in any arrangement, and by which evidence a body is known to play one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from trustgraph import wording
from trustgraph.analysis.account import account_graph
from trustgraph.graph.adjacency import inner_bodies
from trustgraph.model import Model
from trustgraph.records import ONE, Body
from trustgraph.vocabulary import Account, Act, BodyKind, Family, Kind, Tier, Topic

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
        self.outer = inner_bodies(model)
        self.lines: dict[str, set[Kind]] = {}
        self.received: dict[str, set[Kind]] = {}
        for line in model.relationships:
            self.lines.setdefault(line.subject, set()).add(line.kind)
            if line.target in inside or line.subject in inside:
                self.received.setdefault(line.target, set()).add(line.kind)

    def several(self, body: Body) -> bool:
        """Return whether a record stands for several bodies alike."""
        return body.collective or body.count != ONE or body.id in self.outer


def _heads(bearings: Bearings, body: Body) -> str:
    return "as many answer to it as to any other" if body.id in bearings.heads else ""


def _answers_to_head(bearings: Bearings, body: Body) -> str:
    return "it answers to the body most others answer to" if bearings.above.get(body.id, set()) & bearings.heads else ""


def _second(bearings: Bearings, body: Body) -> str:
    reported = any(body.id in above for above in bearings.above.values())
    return "others answer to it" if reported else _answers_to_head(bearings, body)


def _above(bearings: Bearings, body: Body) -> str:
    kinds = bearings.received.get(body.id, set())
    answered = any(kind.account is not Account.NONE for kind in kinds) or kinds & {Kind.PART_OF, Kind.ESCALATES_TO}
    return "bodies of the arrangement answer to it, are part of it or take disputes to it" if answered else ""


def _challenging(bearings: Bearings, body: Body) -> str:
    families = {kind.family for kind in bearings.lines.get(body.id, set())}
    return "it challenges, advises or informs the others" if families & {Family.CHALLENGE, Family.ADVICE} else ""


def _several(bearings: Bearings, body: Body) -> str:
    return "there are several of it" if bearings.several(body) else ""


class Part(NamedTuple):
    """A part that bodies play in any arrangement, such as the board, and the signs of it.

    `inside` is whether it is played within the arrangement (None: either); `several` whether by several bodies alike
    (None: either). `does` are acts and topics; `words` a regular expression of names; `place` tells why a body stands
    where such a body does, "" where it does not.
    """

    id: str
    title: str
    kinds: tuple[BodyKind, ...]
    tiers: tuple[Tier, ...]
    does: tuple[tuple[Act | None, Topic | None], ...]
    words: str
    place: Callable[[Bearings, Body], str]
    inside: bool | None = True
    several: bool | None = None

    def signs(self, bearings: Bearings, body: Body) -> Iterator[Sign]:
        """Yield the evidence that a body plays this part; none where it cannot."""
        if self.inside not in (None, body.inside) or self.several not in (None, bearings.several(body)):
            return
        if body.kind in self.kinds:
            yield Sign(f"it is {'an' if body.kind[0] in 'aeiou' else 'a'} {body.kind.noun}", KIND, own=True)
        if self.tiers and body.inside and body.row in self.tiers:
            yield Sign(f"it stands in the {body.row} tier", TIER)
        if done := self._done(body):
            yield Sign(f"it does such a body's work on {wording.names(done)}", DOING, own=True)
        if why := self.place(bearings, body):
            yield Sign(why, PLACE)
        if found := self.called(body):
            yield Sign(f"its name says “{found}”", WORDS, named=True)

    def called(self, body: Body) -> str:
        """Return the words of a body's names that are those of such a body, the longest first; "" for none."""
        found = (match[0] for name in (body.name, *body.aliases) for match in re.finditer(self.words, name, re.I))
        return max(found, key=len, default="")

    def _done(self, body: Body) -> list[str]:
        done = (
            each.topic.phrase
            for each in body.functions
            if each.topic and any(act in (None, each.act) and topic in (None, each.topic) for act, topic in self.does)
        )
        return [*dict.fromkeys(done)]


_LEADING = ((Act.DECIDE, Topic.PRIORITIES), (Act.DIRECT, None), (Act.HOLD, Topic.PLAN), (Act.PREPARE, Topic.PLAN))
_RUNNING = (
    (Act.MANAGE, None),
    (Act.DIRECT, Topic.RESOURCES),
    (Act.DIRECT, Topic.PERFORMANCE),
    (Act.PREPARE, Topic.PLAN),
)
_LOCAL = r"\b(?:local|cluster|area|locality|neighbourhood|district)s?\b.*"
_COMMISSIONING = ((None, Topic.COMMISSIONING), (Act.COMMISSION, None), (Act.MANAGE, Topic.RESOURCES))
_GROUPS = (BodyKind.DELIVERY_GROUP, BodyKind.PARTNERSHIP)
_BELOW = (Tier.OPERATIONAL, Tier.COMMISSIONING)

PARTS: tuple[Part, ...] = (
    Part("trust", "The arrangement as a whole", (BodyKind.TRUST,), (), (), r"\btrust\b", lambda *_: ""),
    Part(
        "board",
        "The board",
        (BodyKind.BOARD, BodyKind.PARTNERSHIP, BodyKind.COMMITTEE),
        (Tier.STRATEGIC,),
        _LEADING,
        r"\b(?:trust|strategic|partnership)?\s*board\b",
        _heads,
        several=False,
    ),
    Part(
        "executive",
        "The executive",
        (BodyKind.EXECUTIVE,),
        (Tier.EXECUTIVE,),
        _RUNNING,
        r"\b(?:executive(?: group)?|management group)\b",
        _second,
        several=False,
    ),
    Part(
        "commissioning",
        "The commissioning group",
        (BodyKind.COMMISSIONING_GROUP,),
        (Tier.COMMISSIONING,),
        _COMMISSIONING,
        r"\b(?:joint |integrated )?commissioning(?: \w+)?\b",
        _answers_to_head,
        several=False,
    ),
    Part(
        "plan",
        "The plan's group",
        (BodyKind.ADVISORY_GROUP,),
        (),
        ((Act.ADVISE, Topic.PLAN), (Act.PREPARE, Topic.PLAN)),
        r"\bplan(?:ning)? group\b",
        _answers_to_head,
        several=False,
    ),
    Part(
        "local",
        "Local groups",
        (BodyKind.BOARD, BodyKind.COMMISSIONING_GROUP, BodyKind.DELIVERY_GROUP, BodyKind.PARTNERSHIP),
        _BELOW,
        ((None, Topic.NEEDS), (Act.DECIDE, Topic.PRIORITIES)),
        _LOCAL,
        _several,
        several=True,
    ),
    Part(
        "delivery",
        "Theme and delivery groups",
        _GROUPS,
        _BELOW,
        ((Act.DELIVER, None), (Act.MONITOR, Topic.PERFORMANCE)),
        r"\b(?:thematic|theme|outcome|partnership|delivery)\b.*\b(?:groups|partnerships)\b",
        _several,
        several=True,
    ),
    Part(
        "tasks",
        "Groups set up for a task",
        (BodyKind.TASK_GROUP,),
        _BELOW,
        (),
        r"\b(?:task|working|project)\b.*\bgroups?\b",
        _several,
        several=True,
    ),
    Part(
        "workforce",
        "The workforce group",
        (BodyKind.ADVISORY_GROUP,),
        (Tier.OPERATIONAL,),
        ((None, Topic.WORKFORCE),),
        r"\bworkforce\b.*",
        lambda *_: "",
    ),
    Part(
        "safeguarding",
        "The safeguarding board",
        (BodyKind.SAFEGUARDING_BOARD,),
        (),
        ((None, Topic.SAFEGUARDING),),
        r"\bsafeguarding\b.*\b(?:board|partnership)\b",
        _challenging,
        inside=None,
        several=False,
    ),
    Part(
        "scrutiny",
        "Scrutiny",
        (BodyKind.SCRUTINY,),
        (),
        (),
        r"\bscrutiny\b.*",
        lambda *_: "",
        inside=None,
    ),
    Part(
        "parent",
        "The partnership above",
        (BodyKind.PARTNERSHIP,),
        (),
        (),
        r"\b(?:local |\w+shire |county )?strategic partnerships?(?: board)?\b",
        _above,
        inside=False,
    ),
    Part(
        "council",
        "The council that leads",
        (BodyKind.COUNCIL,),
        (),
        (),
        r"\b(?:county|city|metropolitan|borough) council\b",
        _above,
        inside=False,
        several=False,
    ),
)
PART = {part.id: part for part in PARTS}


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


def called(part: str) -> str:
    """Return what a part is called within a sentence: "the board", or a part of one's own as it is written."""
    title = PART[part].title if part in PART else part
    return title[:1].lower() + title[1:]

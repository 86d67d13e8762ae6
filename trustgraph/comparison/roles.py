"""The parts bodies play in any arrangement, and by which evidence a body is known to play one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from trustgraph import wording
from trustgraph.comparison import signs
from trustgraph.records import Body
from trustgraph.vocabulary import Act, BodyKind, Tier, Topic


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
    place: Callable[[signs.Bearings, Body], str]
    inside: bool | None = True
    several: bool | None = None

    def signs(self, bearings: signs.Bearings, body: Body) -> Iterator[signs.Sign]:
        """Yield the evidence that a body plays this part; none where it cannot."""
        if self.inside not in (None, body.inside) or self.several not in (None, bearings.several(body)):
            return
        if body.kind in self.kinds:
            yield signs.Sign(f"it is {'an' if body.kind[0] in 'aeiou' else 'a'} {body.kind.noun}", signs.KIND, own=True)
        if self.tiers and body.inside and body.row in self.tiers:
            yield signs.Sign(f"it stands in the {body.row} tier", signs.TIER)
        if done := self._done(body):
            yield signs.Sign(f"it does such a body's work on {wording.names(done)}", signs.DOING, own=True)
        if why := self.place(bearings, body):
            yield signs.Sign(why, signs.PLACE)
        if found := self.called(body):
            yield signs.Sign(f"its name says “{found}”", signs.WORDS, named=True)

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
        signs.heads,
        several=False,
    ),
    Part(
        "executive",
        "The executive",
        (BodyKind.EXECUTIVE,),
        (Tier.EXECUTIVE,),
        _RUNNING,
        r"\b(?:executive(?: group)?|management group)\b",
        signs.second,
        several=False,
    ),
    Part(
        "commissioning",
        "The commissioning group",
        (BodyKind.COMMISSIONING_GROUP,),
        (Tier.COMMISSIONING,),
        _COMMISSIONING,
        r"\b(?:joint |integrated )?commissioning(?: \w+)?\b",
        signs.answers_to_head,
        several=False,
    ),
    Part(
        "plan",
        "The plan's group",
        (BodyKind.ADVISORY_GROUP,),
        (),
        ((Act.ADVISE, Topic.PLAN), (Act.PREPARE, Topic.PLAN)),
        r"\bplan(?:ning)? group\b",
        signs.answers_to_head,
        several=False,
    ),
    Part(
        "local",
        "Local groups",
        (BodyKind.BOARD, BodyKind.COMMISSIONING_GROUP, BodyKind.DELIVERY_GROUP, BodyKind.PARTNERSHIP),
        _BELOW,
        ((None, Topic.NEEDS), (Act.DECIDE, Topic.PRIORITIES)),
        _LOCAL,
        signs.several,
        several=True,
    ),
    Part(
        "delivery",
        "Theme and delivery groups",
        _GROUPS,
        _BELOW,
        ((Act.DELIVER, None), (Act.MONITOR, Topic.PERFORMANCE)),
        r"\b(?:thematic|theme|outcome|partnership|delivery)\b.*\b(?:groups|partnerships)\b",
        signs.several,
        several=True,
    ),
    Part(
        "tasks",
        "Groups set up for a task",
        (BodyKind.TASK_GROUP,),
        _BELOW,
        (),
        r"\b(?:task|working|project)\b.*\bgroups?\b",
        signs.several,
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
        signs.challenging,
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
        signs.above,
        inside=False,
    ),
    Part(
        "council",
        "The council that leads",
        (BodyKind.COUNCIL,),
        (),
        (),
        r"\b(?:county|city|metropolitan|borough) council\b",
        signs.above,
        inside=False,
        several=False,
    ),
)
PART = {part.id: part for part in PARTS}


def called(part: str) -> str:
    """Return what a part is called within a sentence: "the board", or a part of one's own as it is written."""
    title = PART[part].title if part in PART else part
    return title[:1].lower() + title[1:]

"""A small arrangement that fills every text field there is: what is no id and no date begins with a capital."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

import msgspec

from trustgraph.model import Model
from trustgraph.records import (
    Acceptance,
    Body,
    Claim,
    Document,
    Evidence,
    Function,
    Identifier,
    Meetings,
    Membership,
    Post,
    Quorum,
    Relationship,
    View,
)
from trustgraph.vocabulary import Act, Kind, Role, Stance, Status, Tier

STATED: dict[str, Any] = {"note": "Note", "evidence": (Evidence(document="paper", where="Where", quote="Quote"),)}

PAPER = Document(
    id="paper",
    title="Paper",
    publisher="Publisher",
    date="2015-11-30",
    edition="Edition",
    status=Status.PROPOSED,
    url="Address",
    missing=("Missing",),
)
OTHER = Document(id="other", title="Other paper", publisher="Other publisher")
BOARD = Body(
    id="board",
    name="Board",
    aliases=("Alias",),
    tier=Tier.STRATEGIC,
    meetings=Meetings(text="Meetings", **STATED),
    quorum=Quorum(number=3, if_not="If not", **STATED),
    functions=(Function(act=Act.DECIDE, matter="Function", **STATED),),
    identifiers=(Identifier(scheme="Scheme", code="Code"),),
    **STATED,
)
BODIES = (
    BOARD,
    Body(id="executive", name="Executive", tier=Tier.EXECUTIVE, **STATED),
    Body(id="groups", name="Groups", tier=Tier.OPERATIONAL, collective=True),
    Body(id="inner", name="Inner group", within="groups"),
    Body(id="council", name="Council", inside=False),
)
POSTS = (
    Post(id="leader", title="Leader", organisation="council", holder="Holder", **STATED),
    Post(id="director", title="Director", organisation="council"),
)
# the first two would share a key, so that theirs hold their matters
LINES = (
    Relationship(subject="executive", kind=Kind.REPORTS_TO, target="board", matter="Matter", **STATED),
    Relationship(subject="executive", kind=Kind.REPORTS_TO, target="board", matter="Other matter", via=("director",)),
    Relationship(
        subject="groups",
        kind=Kind.INFORMS,
        target="executive",
        product="Product",
        condition="Condition",
        frequency=Meetings(text="Frequency", **STATED),
    ),
    Relationship(subject="director", kind=Kind.ACCOUNTABLE_TO, target="board"),
    Relationship(subject="board", kind=Kind.MONITORS, target="board", matter="Own matter", **STATED),
)
SEATS = (
    Membership(member="leader", body="board", role=Role.CHAIR, on_behalf_of=("council",), **STATED),
    Membership(body="executive", appointed="Appointed", substitute="Substitute", category="Category"),
)

ARRANGEMENT = Model(
    id="arrangement",
    title="Title",
    place="Place",
    version="Version",
    as_at="2015-11-30",
    since="2016-04-01",
    note="Note",
    documents=(PAPER, OTHER),
    bodies=BODIES,
    posts=POSTS,
    relationships=LINES,
    memberships=SEATS,
    claims=(Claim(id="claim", text="Claim", stance=Stance.AIM, **STATED),),
    views=(View(id="view", title="View", subtitle="Subtitle"),),
    accepted=(Acceptance(rule="TG103", subject="executive reports_to board", reason="Reason"),),
)

NO_TEXT = re.compile(r"[a-z0-9][a-z0-9-]*")


def poisoned(model: Model, payload: str) -> Model:
    """Return a model in which the payload and a number stand for every text that is no id, date or closed word."""
    numbers = count(1)

    def replaced(value: Any) -> Any:
        if type(value) is str and not NO_TEXT.fullmatch(value):
            return f"{payload} {next(numbers)}"
        if isinstance(value, tuple):
            return tuple(map(replaced, value))
        if isinstance(value, msgspec.Struct):
            return type(value)(**{name: replaced(getattr(value, name)) for name in value.__struct_fields__})
        return value

    poison: Model = replaced(model)
    return poison

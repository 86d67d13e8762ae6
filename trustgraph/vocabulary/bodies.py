"""The words of bodies: what sort each is, where it stands, and what it does."""

from __future__ import annotations

from enum import StrEnum

from trustgraph.vocabulary.phrases import Phrased


class Tier(StrEnum):
    """A row of the chart, from the top down; external bodies stand beside the rows."""

    STRATEGIC = "strategic"
    EXECUTIVE = "executive"
    COMMISSIONING = "commissioning"
    OPERATIONAL = "operational"
    EXTERNAL = "external"


class BodyKind(StrEnum):
    """What sort of body it is; `tier` is where it stands unless the record says otherwise.

    `challenger` marks the bodies constituted to challenge, which stand beside the row they speak to.
    """

    tier: Tier
    challenger: bool

    def __new__(cls, word: str, tier: Tier, challenger: bool = False) -> BodyKind:
        kind = str.__new__(cls, word)
        kind._value_, kind.tier, kind.challenger = word, tier, challenger
        return kind

    @property
    def noun(self) -> str:
        """The kind in a sentence: "advisory group", "scrutiny body"."""
        return f"{self.value.replace('_', ' ')}{' body' if self is BodyKind.SCRUTINY else ''}"

    TRUST = ("trust", Tier.STRATEGIC)
    BOARD = ("board", Tier.STRATEGIC)
    EXECUTIVE = ("executive", Tier.EXECUTIVE)
    COMMITTEE = ("committee", Tier.STRATEGIC)
    COMMISSIONING_GROUP = ("commissioning_group", Tier.COMMISSIONING)
    PARTNERSHIP = ("partnership", Tier.STRATEGIC)
    ADVISORY_GROUP = ("advisory_group", Tier.OPERATIONAL)
    DELIVERY_GROUP = ("delivery_group", Tier.OPERATIONAL)
    TASK_GROUP = ("task_group", Tier.OPERATIONAL)
    SUB_GROUP = ("sub_group", Tier.OPERATIONAL)
    UNIT = ("unit", Tier.OPERATIONAL)
    SAFEGUARDING_BOARD = ("safeguarding_board", Tier.EXTERNAL, True)
    SCRUTINY = ("scrutiny", Tier.EXTERNAL, True)
    COUNCIL = ("council", Tier.EXTERNAL)
    ORGANISATION = ("organisation", Tier.EXTERNAL)
    TEAM = ("team", Tier.OPERATIONAL)
    FORUM = ("forum", Tier.OPERATIONAL)


class Act(Phrased):
    """What a body does about a matter."""

    DECIDE = ("decide", "decides")
    DIRECT = ("direct", "directs")
    APPROVE = ("approve", "approves")
    ADVISE = ("advise", "advises on")
    COMMISSION = ("commission", "commissions")
    MONITOR = ("monitor", "monitors")
    DELIVER = ("deliver", "delivers")
    COORDINATE = ("coordinate", "coordinates")
    REVIEW = ("review", "reviews")
    CHAMPION = ("champion", "champions")
    HOLD = ("hold", "holds")
    ANSWER_FOR = ("answer_for", "answers for")
    PREPARE = ("prepare", "prepares")
    PUBLISH = ("publish", "publishes")
    ASSESS = ("assess", "assesses")
    ENGAGE = ("engage", "engages")
    RESOLVE = ("resolve", "resolves")
    MANAGE = ("manage", "manages")


class Stage(Phrased):
    """Where a body is in its life."""

    PROPOSED = "proposed"
    SHADOW = ("shadow", "in shadow form")
    ACTIVE = "active"
    DISSOLVED = "dissolved"


class Legal(Phrased):
    """The legal nature of a body."""

    STATUTORY = ("statutory", "a statutory body")
    PARTNERSHIP = ("partnership", "a partnership")
    CORPORATE = ("corporate", "a body corporate")
    COMMITTEE = ("committee", "a committee")
    VOLUNTARY = ("voluntary", "a voluntary body")
    INFORMAL = ("informal", "an informal body")

"""Made-up children's trusts of a few dozen bodies: tiers, reports, independent challenge, commissioning, partners."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from trustgraph.model import Model
from trustgraph.records import Body, Meetings, Relationship
from trustgraph.vocabulary import BodyKind, Kind, Tier

# bodies, and the lines between them
SIZES = {15: 18, 30: 37, 60: 72}

_ABOUT = (
    "Children's",
    "Early Years",
    "Youth Justice",
    "Health and Wellbeing",
    "Family Support",
    "Looked After Children",
)
_SORTS = {
    Tier.STRATEGIC: ("Board", "Partnership", "Committee"),
    Tier.EXECUTIVE: ("Executive", "Strategy Group", "Performance Panel"),
    Tier.COMMISSIONING: ("Commissioning Group", "Joint Commissioning Panel", "Resources Group"),
    Tier.OPERATIONAL: ("Delivery Partnership", "Locality Team", "Task Group", "Participation Forum"),
}
_SHARES = {Tier.STRATEGIC: 0.12, Tier.EXECUTIVE: 0.22, Tier.COMMISSIONING: 0.26}
_OFTEN = ("monthly", "quarterly", "six times a year")

Line = tuple[str, Kind, str, str | None]


def trust(bodies: int, seed: int) -> Model:
    """Return an arrangement of 15, 30 or 60 bodies with 18, 37 or 72 lines; the same for the same seed."""
    random = Random(seed)
    partners = [f"partner-{number}" for number in range(1, bodies // 10 + 1)]
    tiers = _tiers(bodies - len(partners) - 1)
    lines: dict[tuple[str, str], Relationship] = {}
    for subject, kind, target, matter in _lines(tiers, partners, bodies, random):
        lines.setdefault((subject, target), Relationship(subject=subject, kind=kind, target=target, matter=matter))
        if len(lines) == SIZES[bodies]:
            break
    inner = [
        Body(
            id=name,
            name=f"{random.choice(_ABOUT)} {random.choice(_SORTS[tier])}",
            tier=tier,
            meetings=Meetings(text=random.choice(_OFTEN)),
        )
        for tier, names in tiers.items()
        for name in names
    ]
    outer = [
        Body(id=name, name=f"Partner {name[8:]} Council", kind=BodyKind.COUNCIL, inside=False) for name in partners
    ]
    board = Body(id="challenger", name="Safeguarding Children Board", kind=BodyKind.SAFEGUARDING_BOARD)
    return Model(id=f"trust-{bodies}-{seed}", bodies=(*inner, *outer, board), relationships=tuple(lines.values()))


def _tiers(count: int) -> dict[Tier, list[str]]:
    sizes = {tier: max(1, round(count * share)) for tier, share in _SHARES.items()}
    sizes[Tier.OPERATIONAL] = count - sum(sizes.values())
    return {tier: [f"{tier}-{number}" for number in range(size)] for tier, size in sizes.items()}


def _lines(tiers: dict[Tier, list[str]], partners: list[str], bodies: int, random: Random) -> Iterator[Line]:
    """Yield the lines, commissioning last and without end."""
    above: list[str] = []
    superior: dict[str, str] = {}
    for names in tiers.values():
        for number, name in enumerate(names):
            # the first board is the apex, to which the other boards answer
            if above or number:
                superior[name] = random.choice(above or names[:1])
                yield name, Kind.REPORTS_TO, superior[name], None
        above = names
    leading = [*tiers[Tier.STRATEGIC], *tiers[Tier.EXECUTIVE]]
    for name in random.sample(leading, 2 + bodies // 30):
        yield "challenger", Kind.CHALLENGES, name, random.choice((None, "annual report"))
    for name in partners:
        kind = random.choice((Kind.WORKS_WITH, Kind.FUNDS, Kind.ADVISES))
        yield name, kind, random.choice(leading), random.choice((None, "joint plan"))
    while True:
        name = random.choice(tiers[Tier.OPERATIONAL])
        # whoever commissions a group is near the one it reports to
        near = [other for other in tiers[Tier.COMMISSIONING] if superior[other] == superior[superior[name]]]
        yield random.choice(near), Kind.COMMISSIONS, name, random.choice((None, "services"))

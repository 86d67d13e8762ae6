"""Coverage: whom a statute describes, against the bodies on which the paper shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from trustgraph import dates
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.rules.statute import statute_of
from trustgraph.rules.statute.descriptions import Partner, Statute, date_of, moment
from trustgraph.rules.statute.matching import Evidenced, Seen, boards, matches, seen


class Coverage(NamedTuple):
    """Somebody a statute describes, on one body.

    `organisations` are those that fit the description and are on the body, or the posts that sit there for them, else
    all bodies the paper names that fit it. `body` is None for the arrangement as a whole. `keys` are the seats, `why`
    a reason for each organisation, else why nothing is asked.
    """

    partner: str
    organisations: tuple[str, ...]
    body: str | None
    evidenced: Evidenced
    keys: tuple[str, ...]
    why: tuple[str, ...]


def coverage(model: Model, *, pack: str, as_if_in_force: bool = False) -> tuple[Coverage, ...]:
    """Return whom a statute describes, on each body of the arrangement that has seats and on all taken together.

    By description in the statute's order, then by body, the whole (body None) last. Those are described who were at
    the model's date, or when the statute was first in force where that is not known or was later; with
    `as_if_in_force` no earlier than the duty to have them on a board. Raises UnknownNameError for no pack.
    """
    statute = statute_of(pack)
    seated = dict.fromkeys(seat.body for seat in model.memberships if not seat.denied)
    bodies = [body.id for body in model.bodies if body.inside and body.id in seated and body.id not in model.context]
    required = {body.id for body in boards(model, statute)}
    rows: list[Coverage] = []
    partners = statute.at(described_at(model, statute, as_if_in_force=as_if_in_force))
    matched = matches(model, partners)
    by_partner = seen(model, partners, matched)
    for partner in (partner for partner in partners if partner.name in by_partner):
        found = by_partner[partner.name]
        named = tuple(which for which in matched.of[partner.name] if isinstance(model[which], Body))
        on: dict[str, list[Seen]] = {}
        for each in found:
            on.setdefault(each.body, []).append(each)
        exempt = {body: partner.exempt if body in required else "" for body in bodies}
        rows += [_row(partner, named, body, on.get(body, []), exempt[body]) for body in bodies]
        rows.append(_row(partner, named, None, found, ""))
    return tuple(rows)


def described_at(model: Model, statute: Statute, *, as_if_in_force: bool = False) -> str:
    """Return the date whose descriptions are used."""
    if as_if_in_force:
        return moment(model, statute, statute.seating, as_if_in_force=True) or statute.seating.since
    date, first = date_of(model), statute.arranging.since
    return first if date is None or dates.starts_after(first, date) else date


def _row(partner: Partner, named: tuple[str, ...], body: str | None, found: Iterable[Seen], exempt: str) -> Coverage:
    found = sorted(found, key=lambda each: [*Evidenced].index(each.evidenced))
    if found:
        who = tuple(dict.fromkeys(each.who for each in found))
        keys, why = tuple(dict.fromkeys(each.key for each in found)), tuple(dict.fromkeys(each.why for each in found))
        return Coverage(partner.name, who, body, found[0].evidenced, keys, why)
    return Coverage(partner.name, named, body, Evidenced.NOT_EVIDENCED, (), (exempt,) if exempt else ())

"""What the rules of every statute share: a board that is not evidenced, those who are not evidenced on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trustgraph import dates, wording
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.rules.norms import Breach, Severity
from trustgraph.rules.statute.descriptions import Duty, Partner, Statute, date_of
from trustgraph.rules.statute.matching import Evidenced, Seen, boards, matches, seen
from trustgraph.wording.names import capital


def not_in_force(model: Model, duty: Duty) -> Breach:
    """Return the finding that a duty was not in force at the model's date, or that it cannot be told."""
    date, section = date_of(model), capital(duty.section)
    remedy = "Ask with --as-if-in-force to be answered as if it had been."
    if date is None:
        message = f"The model bears no date, so that it cannot be told whether {duty.section} was in force."
        return Breach((), message, f"Give the model a date (as_at). {remedy}", severity=Severity.INFO)
    if dates.starts_after(duty.since, date):
        told = f"it came into force on {dates.spoken(duty.since)}"
    else:
        told = f"it ended on {dates.spoken(duty.until or '')}"
    when = f"{'on' if date.count('-') == 2 else 'in'} {dates.spoken(date)}"
    return Breach((), f"{section} was not in force {when}: {told}.", remedy, severity=Severity.INFO)


def board_not_evidenced(model: Model, statute: Statute) -> Iterator[Breach]:
    """Yield that no board of the kind a statute asks for is evidenced."""
    if not boards(model, statute):
        message = f"The paper does not evidence a {statute.board}, for which the {statute.title} provides."
        yield Breach((), message, f"Say which body is the {statute.board}, or that another paper has it.", absent=True)


def partners_not_evidenced(
    model: Model, partners: Iterable[Partner], on: Body | None, section: str, remedy: str
) -> Iterator[Breach]:
    """Yield who is not evidenced on a body, or in the arrangement where none is given, and about whom it is open."""
    lacking: list[Partner] = []
    unsettled: list[tuple[Partner, list[Seen]]] = []
    partners = tuple(partner for partner in partners if on is None or not partner.exempt)
    matched = matches(model, partners)
    by_partner = seen(model, partners, matched)
    for partner in (partner for partner in partners if partner.name in by_partner):
        found = [each for each in by_partner[partner.name] if on is None or each.body == on.id]
        if not found:
            lacking.append(partner)
        elif all(each.evidenced is Evidenced.POSSIBLE for each in found):
            unsettled.append((partner, found))
    named = [which for partner in lacking for which in matched.of[partner.name]]
    keys = (on.id,) if on is not None else ()
    if lacking:
        told = _lacking(model, on, wording.names(f"{each.name} ({each.clause})" for each in lacking), section)
        # who sits where is in a list of members and on no chart
        yield Breach((*keys, *dict.fromkeys(named)), told, remedy, absent=True, pictured=False)
    yield from (_open(partner, found, _where(model, on), keys) for partner, found in unsettled)


def _lacking(model: Model, on: Body | None, named: str, section: str) -> str:
    where = _where(model, on)
    if on is not None and not any(seat.body == on.id and not seat.denied for seat in model.memberships):
        return f"The paper does not state who sits {where}, so that {section} is not evidenced for {named}."
    return f"The paper does not evidence a seat {where} for {named}, whom {section} calls for."


def _where(model: Model, on: Body | None) -> str:
    return f"on {wording.called(model, on.id)}" if on is not None else "on any body of the arrangement"


def _open(partner: Partner, found: Sequence[Seen], where: str, first: tuple[str, ...]) -> Breach:
    message = f"It is open whether anybody represents {partner.name} ({partner.clause}) {where}: {found[0].why}."
    keys = (*first, *dict.fromkeys(each.key for each in found))
    return Breach(keys, message, "Say who represents them there.", severity=Severity.INFO)

"""Rules of consistency: what a paper says of its arrangement holds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from trustgraph import wording
from trustgraph.analysis.accountability.orphans import Standing, orphans
from trustgraph.analysis.challenges.challenge import Independence, challenge
from trustgraph.analysis.membership.sittings import By, meetings_a_year, sittings
from trustgraph.model import Model
from trustgraph.records import Body, Claim, Evidence, Membership
from trustgraph.rules.challenge import is_challenger
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Expectation, Kind, Role


class Against(NamedTuple):
    """What speaks against a claim: what is told, as a clause without a full stop, the keys of the records that tell it.

    `absent` marks that it is silence only.
    """

    told: str
    keys: tuple[str, ...]
    absent: bool = False


@rule(
    "TG503",
    Severity.WARNING,
    breaks="""
    posts: {director: {title: Director}}
    bodies:
      board: {name: Board, kind: board, members: [{member: director, role: chair}]}
      executive: {name: Executive, kind: executive, members: [{member: director}]}
    claims:
      one-each: {text: Everybody has one meeting only to go to., stance: benefit, expects: one_meeting_each}
    """,
    keeps="""
    posts: {director: {title: Director}, leader: {title: Leader}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}]}
      executive: {name: Executive, kind: executive, members: [{member: director}]}
    claims:
      one-each: {text: Everybody has one meeting only to go to., stance: benefit, expects: one_meeting_each}
    """,
)
def claim_contradicted(model: Model) -> Iterator[Breach]:
    """What a paper claims for its arrangement is so, as far as the model of it can tell.

    Tested are the claims that say what they expect of the model. Source: Governing Partnerships (Audit Commission,
    2005), on knowing what a partnership is worth.
    """
    claimed: dict[Against, list[Claim]] = {}
    for claim in model.claims:
        found = against(model, claim.expects) if claim.expects is not None else None
        if found is not None:
            claimed.setdefault(found, []).append(claim)
    for found, claims in claimed.items():
        texts = " ".join(f"{claim.text.rstrip('.')}." for claim in claims)
        message = f"the paper claims: {texts} Against it stands that {found.told}."
        keys = (*(claim.id for claim in claims), *found.keys)
        yield Breach(keys, message, "Take the claim out, or make it true.", absent=found.absent)


def against(model: Model, expectation: Expectation) -> Against | None:
    """Return what in a model speaks against what a claim expects of it; None where nothing does."""
    return _TESTS[expectation](model)


def _shared(model: Model) -> Against | None:
    """Find posts that are certainly members of two bodies of the arrangement."""
    held: dict[str, list[tuple[str, Membership]]] = {}
    for row in sittings(model, By.POST):
        body = model[row.body]
        if row.certain and row.record.role.member and isinstance(body, Body) and body.inside:
            held.setdefault(row.who, []).append((row.seat, row.record))
    several = {who: seats for who, seats in held.items() if len({seat.body for _, seat in seats}) > 1}
    if not several:
        return None
    told = "; ".join(
        f"{wording.called(model, who)} {wording.names(wording.held(model, seat, who).text for _, seat in seats)}"
        for who, seats in several.items()
    )
    return Against(told, tuple(key for seats in several.values() for key, _ in seats))


def _as_many_bodies(model: Model) -> Against | None:
    """Find that as many bodies come as go."""
    keys = _replacements(model)
    new, old = _ends(model, keys)
    if not keys or len(new) < len(old):
        return None
    told = f"{wording.prose(model, new)} {wording.agree(model, new, 'takes')} the place of {wording.prose(model, old)}"
    return Against(told, tuple(keys))


def _as_many_meetings(model: Model) -> Against | None:
    """Find that the bodies that come meet as often as those that go, where it is known of all."""
    keys = _replacements(model)
    new, old = _ends(model, keys)
    known = [body for body in map(model.__getitem__, (*new, *old)) if isinstance(body, Body)]
    yearly = {body.id: held for body in known if (held := meetings_a_year(model, body)) is not None}
    if not keys or len(yearly) < len(new) + len(old) or any(yearly[each].most is None for each in old):
        return None
    after, before = sum(yearly[each].least for each in new), sum(yearly[each].most or 0 for each in old)
    told = f"there are {after} meetings a year or more where there were {before} at most"
    return Against(told, tuple(keys)) if after >= before else None


def _replacements(model: Model) -> list[str]:
    """Return the lines by which one body takes the place of another, and not of one matter only."""
    lines = model.lines.items()
    return [key for key, line in lines if line.kind is Kind.SUCCEEDS and not (line.denied or line.topic or line.matter)]


def _ends(model: Model, keys: list[str]) -> tuple[list[str], list[str]]:
    """Return the subjects of lines, and the targets, each once."""
    lines = [model.lines[key] for key in keys]
    return [*dict.fromkeys(line.subject for line in lines)], [*dict.fromkeys(line.target for line in lines)]


def _nothing_delegated(model: Model) -> Against | None:
    """Find that nobody delegates to anybody."""
    if any(line.kind is Kind.DELEGATES_TO and not line.denied for line in model.relationships):
        return None
    return Against(f"{wording.silence(model)} that anybody delegates to anybody", (), absent=True)


def _unclear(model: Model) -> Against | None:
    """Find the bodies that have members and no line of account."""
    seated = {seat.body for seat in model.memberships if not seat.denied}
    alone = [row.body for row in orphans(model) if row.kind is Standing.ORPHAN and row.body in seated]
    if not alone:
        return None
    answers = wording.agree(model, alone, "answers")
    told = f"{wording.silence(model)} to whom {wording.prose(model, alone)} finally {answers}"
    return Against(told, tuple(alone), absent=True)


def _compromised(model: Model) -> Against | None:
    """Find the bodies constituted to challenge that are not independent, or that nobody challenges."""
    rows = [row for row in challenge(model) if row.line is not None]
    failed = [row for row in rows if row.independent is Independence.COMPROMISED]
    failed = [row for row in failed if row.challenger and is_challenger(model, row.challenger)]
    if not rows:
        return Against(f"{wording.silence(model)} that anybody challenges anybody", (), absent=True)
    told = "; ".join(
        f"{wording.called(model, row.challenger or '')} is not independent of {wording.called(model, row.challenged)}"
        for row in failed
    )
    return Against(told, tuple(row.line or "" for row in failed)) if failed else None


_TESTS: dict[Expectation, Callable[[Model], Against | None]] = {
    Expectation.NO_SHARED_MEMBERS: _shared,
    Expectation.ONE_MEETING_EACH: _shared,
    Expectation.FEWER_BODIES: _as_many_bodies,
    Expectation.FEWER_MEETINGS: _as_many_meetings,
    Expectation.DELEGATED_AUTHORITY: _nothing_delegated,
    Expectation.CLEAR_ACCOUNT: _unclear,
    Expectation.INDEPENDENT_CHALLENGE: _compromised,
}


@rule(
    "TG504",
    Severity.WARNING,
    breaks="""
    posts: {coordinator: {title: Coordinator}}
    bodies:
      group:
        name: Steering Group
        kind: delivery_group
        members: [{id: yes, member: coordinator, role: chair}, {id: no, member: coordinator, role: chair, denied: true}]
    """,
    keeps="""
    posts: {coordinator: {title: Coordinator}}
    bodies:
      group:
        name: Steering Group
        kind: delivery_group
        members: [{member: coordinator}, {id: no, member: coordinator, role: chair, denied: true}]
    """,
)
def own_rule_broken(model: Model) -> Iterator[Breach]:
    """Nobody has a seat that the paper denies, by name or as a member of another body.

    What the paper also claims is tested as a claim. Source: the paper's own rule, which the model records as a seat
    that is denied.
    """
    claimed = {_place(each) for claim in model.claims if claim.expects is not None for each in claim.evidence}
    seats: dict[str, list[tuple[str, Membership]]] = {}
    for key, seat in model.seats.items():
        seats.setdefault(seat.body, []).append((key, seat))
    for key, rule_ in model.seats.items():
        if not rule_.denied or claimed & {_place(each) for each in rule_.evidence}:
            continue
        denied = {who for each in wording.sitters(rule_) for who in _meant(model, each, seats)}
        for other, seat in seats[rule_.body]:
            for who in wording.sitters(seat) if not seat.denied and _is_same(rule_, seat) else ():
                if who in denied:
                    told = f"{wording.called(model, who)} {wording.held(model, seat, who).text}"
                    message = f"{told}, which the paper rules out."
                    yield Breach((other, key), message, "Keep the rule, or change it.")


def _place(evidence: Evidence) -> tuple[str | None, str | None, str | None]:
    return evidence.document, evidence.where, evidence.quote


def _meant(model: Model, which: str, seats: dict[str, list[tuple[str, Membership]]]) -> Iterator[str]:
    """Yield a post or body, and whoever sits on the body whose members it stands for."""
    record = model[which]
    yield which
    if isinstance(record, Body) and record.members_of is not None:
        for _, seat in seats.get(record.members_of, ()):
            yield from wording.sitters(seat) if not seat.denied and seat.role.member else ()


def _is_same(denied: Membership, seat: Membership) -> bool:
    """Return whether a seat is of the sort that is denied: membership of any kind, or the one role."""
    return seat.role.member if denied.role is Role.MEMBER else seat.role is denied.role

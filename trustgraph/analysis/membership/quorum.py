"""How many sit and vote on each body, how many must be there, and what a single organisation can do."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from trustgraph.analysis.membership.sittings import NONE, By, Sitting, plus, sittings, total
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Body, Membership, Quorum
from trustgraph.vocabulary import Comparison, Majority, QuorumBase


class Power(NamedTuple):
    """What one organisation can do by its seats: True, False, or None where the paper leaves it open.

    `prevents` a quorum by staying away; `defeats` a motion at a full meeting; `carries` one at a bare quorum.
    """

    organisation: str
    prevents: bool | None
    defeats: bool | None
    carries: bool | None


class Standing(NamedTuple):
    """The seats of a body, those that vote, its quorum, and the least number that can carry a decision.

    A most of None is unbounded; a least of None too is not stated. `requires` must be present as well. `powers` are of
    the organisations that can do one of the three things, or with the quorum stated may be able to.
    """

    body: str
    seats_least: int
    seats_most: int | None
    voting_least: int
    voting_most: int | None
    quorum_least: int | None
    quorum_most: int | None
    carry_least: int | None
    carry_most: int | None
    requires: tuple[str, ...]
    powers: tuple[Power, ...]


def quorum(model: Model) -> tuple[Standing, ...]:
    """Return the standing of each body of the arrangement that has members, and of all with a quorum, in order.

    Of an outside body the paper lists only such members as matter to the arrangement, unless it states its quorum.
    Members are counted, not advisers, observers or those in attendance; vacant seats count unless the quorum is of
    the seats filled. Half of N is N/2 rounded up; more than half is N/2 rounded down, plus one. The least to carry is
    a majority of those present unless the paper says otherwise: q/2 rounded down, plus one.
    """
    inner = model.inner
    members: dict[str, list[Membership]] = {}
    for seat in model.memberships:
        for body in inner.get(seat.body, (seat.body,)) if seat.role.member and not seat.denied else ():
            members.setdefault(body, []).append(seat)
    held: dict[str, list[Sitting]] = {}
    for row in sittings(model, By.ORGANISATION, unfold=True):
        if row.record.role.member:
            held.setdefault(row.body, []).append(row)
    bodies = (body for body in model.bodies if body.id not in model.context)
    return tuple(
        _standing(body, members.get(body.id, []), held.get(body.id, []), _required(model, body))
        for body in bodies
        if (body.inside and body.id in members) or body.quorum is not None
    )


def _required(model: Model, body: Body) -> tuple[str, ...]:
    """Return the organisations without whom a body has no quorum: those of the posts that must be present."""
    records = (model[name] for name in (body.quorum.requires if body.quorum else ()))
    whose = (record.id if isinstance(record, Body) else record.organisation for record in records)
    return tuple(dict.fromkeys(name for name in whose if name and name != body.id))


def _standing(body: Body, members: list[Membership], held: list[Sitting], required: tuple[str, ...]) -> Standing:
    seats, voting = total(seat.seats for seat in members), total(map(_voting, members))
    # nobody attends in a vacant seat
    filled = [seat for seat in members if seat.member or seat.any_of]
    there, votes = total(seat.seats for seat in filled), total(map(_voting, filled))
    rule, needed, carried = body.quorum, None, None
    if rule is not None:
        of = {QuorumBase.MEMBERS: seats, QuorumBase.VOTING: voting, QuorumBase.FILLED: there}
        needed = _needed(rule, of[rule.of])
        carried = needed and _carried(rule, needed, voting)
    by_vote = rule is not None and rule.of is QuorumBase.VOTING
    powers = _powers(held, required, _Meeting(votes if by_vote else there, votes, by_vote, needed, carried))
    counted = (seats.least, seats.most, voting.least, voting.most)
    return Standing(body.id, *counted, *_pair(needed), *_pair(carried), rule.requires if rule else (), powers)


def _voting(seat: Membership) -> Range:
    votes = seat.role.votes if seat.voting is None else seat.voting
    if votes is None:
        return Range(0, seat.seats.most)
    return seat.seats if votes else NONE


def _needed(rule: Quorum, base: Range) -> Range | None:
    """Return the least number of people that meet a quorum's figure."""
    more = rule.comparison is Comparison.MORE_THAN
    if rule.number is not None:
        return Range(rule.number + more, rule.number + more)
    if rule.share is None or base in (NONE, Range(0)):
        return None
    share = _exact(rule.share)
    ends = (None if end is None else share * end for end in (base.least, base.most))
    least, most = (None if end is None else (floor(end) + 1 if more else ceil(end)) for end in ends)
    return Range(least or 0, most)


def _exact(share: float) -> Fraction:
    """Return a share as it was meant: 0.3 is three tenths, and 0.667 two thirds."""
    written, near = Fraction(str(share)), Fraction(share).limit_denominator(12)
    return near if abs(near - written) < Fraction(1, 2000) else written


def _carried(rule: Quorum, needed: Range, voting: Range) -> Range:
    """Return the least number of votes that carry a decision at a bare quorum."""
    if rule.carries is Majority.CAST:
        # whoever abstains casts no vote
        return Range(1, _majority(needed.most))
    base = voting if rule.carries is Majority.ALL else needed
    return Range(_majority(base.least) or 0, _majority(base.most))


def _majority(number: int | None) -> int | None:
    return None if number is None else number // 2 + 1


class _Meeting(NamedTuple):
    """A full meeting: how many can make a quorum, the votes, if only votes make one, and what the two take."""

    there: Range
    votes: Range
    by_vote: bool
    needed: Range | None
    carried: Range | None


def _powers(held: Iterable[Sitting], required: Iterable[str], full: _Meeting) -> tuple[Power, ...]:
    """Return what each organisation can do, or may with the quorum that is stated; those who can nothing left out."""
    taken: dict[str, Range] = {}
    votes: dict[str, Range] = {}
    for row in held:
        taken[row.who] = plus(taken.get(row.who, NONE), row.seats)
        vote = _voting(row.record)
        vote = vote if row.certain else Range(0, vote.most)
        votes[row.who] = plus(votes.get(row.who, NONE), vote)
    powers = [
        _power(who, taken.get(who, NONE), votes.get(who, NONE), who in required, full)
        for who in dict.fromkeys((*taken, *required))
    ]
    return tuple(power for power in powers if True in power[1:] or (full.needed and None in power[1:]))


def _power(who: str, taken: Range, votes: Range, required: bool, full: _Meeting) -> Power:
    away = votes if full.by_vote else taken
    prevents = None if full.needed is None else _exceeds(plus(away, full.needed), full.there)
    # half the votes of a full meeting leave no majority to the others
    defeats = _exceeds(Range(2 * votes.least, votes.most and 2 * votes.most), full.votes, equal=True)
    carries = None if full.carried is None else _exceeds(votes, full.carried, equal=True)
    return Power(who, required or prevents, defeats, carries)


def _exceeds(one: Range, other: Range, *, equal: bool = False) -> bool | None:
    """Return whether one number is greater than another (or equal), None where it may or may not be."""
    if other.most is not None and one.least + equal > other.most:
        return True
    if one.most is not None and one.most + equal <= other.least:
        return False
    return None


def _pair(number: Range | None) -> tuple[int | None, int | None]:
    return (None, None) if number is None else (number.least, number.most)

"""Why there is a partnership and what it is for, who its members are, and for how long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from trustgraph import dates, wording
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Membership, Stated
from trustgraph.rules.checklists.asking import (
    Reply,
    Verdict,
    claiming,
    doing,
    inside,
    not_applicable,
    not_stated,
    partly,
    yes,
)
from trustgraph.vocabulary import Account, Act, Force, Kind, Legal, Role, Stance, Status, Tier, Topic

_LEADING = (Tier.STRATEGIC, Tier.EXECUTIVE)
_LAW = re.compile(r"\b(?:Act|Bill|Royal Assent)\b")


def required_by_statute(model: Model) -> Reply:
    """Return whether a statute requires the partnership."""
    bodies = inside(model)
    statutory = [name for name, body in bodies.items() if body.legal is Legal.STATUTORY]
    lines = model.lines.items()
    founding = [key for key, line in lines if line.kind is Kind.ESTABLISHES and line.force is Force.DUTY]
    founding = [key for key in founding if model.lines[key].target in bodies]
    if statutory or founding:
        required = dict.fromkeys([*statutory, *(model.lines[key].target for key in founding)])
        return yes(
            f"a statute asks for {wording.names(wording.called(model, which) for which in required)}",
            [*statutory, *founding],
        )
    awaited = [
        key
        for key, line in lines
        if line.force is Force.EXPECTED and _LAW.search(line.condition or "") and line.target in bodies
    ]
    if awaited:
        return partly("what is to be statutory waits for a law that is not yet passed", awaited)
    bound = [key for key, line in lines if line.force is Force.DUTY and line.kind in (Kind.DIRECTS, Kind.WORKS_WITH)]
    if bound:
        return partly("a duty to work together is stated; that it requires this partnership is not", bound)
    return not_stated("whether a statute requires the partnership")


def needed_for_funding(model: Model) -> Reply:
    """Return whether the partnership is needed to be given government or other funding."""
    said = claiming(model, about=r"\b(?:grants?|government (?:money|funding|funds))\b")
    return partly("funding is among what is claimed", said) if said else not_stated("that funding depends on it")


def asked_for_in_consultation(model: Model) -> Reply:
    """Return whether those consulted asked for the partnership."""
    said = claiming(model, about=r"\bconsult(?:ed|ations?)\b.*\bneed")
    what = "that those consulted saw the need for a partnership"
    return partly("consultation is among what is claimed", said) if said else not_stated(what)


def otherwise_needed(model: Model) -> Reply:
    """Return how else the need was seen, where neither statute nor funding nor consultation showed it."""
    required = required_by_statute(model)
    if required.verdict is Verdict.YES:
        return not_applicable("a statute requires it (1.1)", required.keys)
    return not_stated("how else the need for it was found")


def objectives_set_out(model: Model) -> Reply:
    """Return whether the objectives are set out, agreed, owned and signed."""
    aims = claiming(model, (Stance.AIM,))
    if aims:
        return partly("aims are stated; that every partner has agreed and signed them is not", aims)
    return not_stated("any aim of the whole")


def benefits_identified(model: Model) -> Reply:
    """Return whether the expected benefits are stated and owned by each partner."""
    benefits = claiming(model, (Stance.BENEFIT,))
    if benefits:
        return partly("benefits are stated; that each partner owns them is not", benefits)
    return not_stated("any benefit")


def boundaries_clear(model: Model) -> Reply:
    """Return whether what the partnership does and what the partners do is told apart."""
    bodies = inside(model)
    partners = {body.id for body in model.bodies if not body.inside and body.members_of in bodies}
    theirs = [key for key, (body, _) in model.functions.items() if body.id in partners]
    if theirs and doing(model):
        return yes("what the partners do is stated apart from what the bodies of the partnership do", theirs)
    own = [
        key
        for key, line in model.lines.items()
        if line.subject in partners and line.target not in bodies and line.kind.account is not Account.NONE
    ]
    if own:
        return partly("partners stay accountable to their own; what is whose is not stated", own)
    return not_stated("where the partnership's work ends and the partners' begins")


def priorities_served(model: Model) -> Reply:
    """Return whether the partnership serves corporate priorities and those that all partners share."""
    lines = [key for key, line in model.lines.items() if line.topic is Topic.AREA_AGREEMENT and not line.denied]
    shared = [*doing(model, topic=Topic.AREA_AGREEMENT), *lines]
    shared += doing(model, (Act.DECIDE, Act.DIRECT, Act.DELIVER, Act.HOLD), Topic.PRIORITIES)
    shared += doing(model, (Act.DELIVER, Act.HOLD, Act.ANSWER_FOR), Topic.PLAN)
    if shared:
        return partly("a shared plan or priorities are stated; the corporate ones of each partner are not", shared)
    return not_stated("that it serves priorities of the partners, or which all share")


def equality_assessed(model: Model) -> Reply:
    """Return whether the effect on equality was assessed."""
    assessed = doing(model, (Act.ASSESS,), about="equalit")
    if assessed:
        return partly("policies and strategies are assessed; that the partnership itself was is not stated", assessed)
    return not_stated("any assessment of the effect on equality")


def members_listed(model: Model) -> Reply:
    """Return whether there is an agreed list of members."""
    bodies = inside(model)
    seats = [seat for seat in model.memberships if seat.body in bodies and _is_seat(seat)]
    counts = Counter(seat.body for seat in seats if seat.role.member and seat.role is not Role.CHAIR)
    listed = [body for body, number in counts.items() if number > 1]
    if not listed:
        return not_stated("who the members are")
    told = f"the members of {wording.names(wording.called(model, body) for body in listed)} are listed"
    return _listed(model, told, listed)._replace(cited=tuple(seat for seat in seats if counts[seat.body] > 1))


def _listed(model: Model, told: str, listed: Sequence[str]) -> Reply:
    """Return how far lists of members are agreed ones."""
    if any(document.status in (Status.DRAFT, Status.OPTION, Status.PROPOSED) for document in model.documents):
        return partly(f"{told}, in a paper that proposes only", listed)
    leading = {name for name, body in inside(model).items() if body.row in _LEADING and name in listed}
    if any(seat.seats.least == 0 for seat in model.memberships if seat.body in leading and _is_seat(seat)):
        return partly(f"{told}, and for some who are named it is left open whether they sit", listed)
    return yes(told, listed)


def votes_set_out(model: Model) -> Reply:
    """Return whether it is said who votes."""
    bodies = inside(model)
    seats = [(key, seat) for key, seat in model.seats.items() if seat.body in bodies and _is_seat(seat)]
    known = [key for key, seat in seats if seat.voting is not None]
    if not known:
        return not_stated("who has a vote")
    if len(known) == len(seats):
        return yes("each seat is stated to have a vote or none", known)
    return partly(f"{len(known)} of {len(seats)} entries in the lists of members say who votes", known)


def _is_seat(seat: Membership) -> bool:
    return not seat.denied and seat.seats != Range(0, 0)


def roles_of_members(model: Model) -> Reply:
    """Return whether it is said what the members have to do."""
    bodies = inside(model)
    groups = {body.id for body in model.bodies if body.members_of in bodies}
    theirs = [key for key, (body, _) in model.functions.items() if body.id in groups]
    if theirs:
        return yes("what members and partners have to do is stated", theirs)
    posts = {which for seat in model.memberships if seat.body in bodies for which in wording.sitters(seat)}
    sending = {getattr(model[which], "organisation", None) for which in posts}
    some = [
        key
        for key, (body, _) in model.functions.items()
        if body.id in sending and not body.inside and not (body.kind and body.kind.challenger)
    ]
    if some:
        who = wording.names(dict.fromkeys(wording.called(model, model.functions[key][0].id) for key in some))
        return partly(f"what {who} have to do is stated, what the other members have to do is not", some)
    return not_stated("what the members have to do")


def timescales_clear(model: Model) -> Reply:
    """Return whether it is written for how long the partnership is."""
    lasting = [name for name, body in inside(model).items() if body.time_limited is False]
    if lasting:
        return yes("it is stated not to be limited in time", lasting)
    if model.until:
        return yes(f"its end is set: {dates.spoken(model.until)}")
    if model.since:
        return partly(f"its start is set, {dates.spoken(model.since)}; until when it lasts is not stated")
    return not_stated("from when or for how long it is")


def meetings_set(model: Model) -> Reply:
    """Return whether it is said how often there are meetings, and when."""
    bodies = inside(model)
    known = [name for name, body in bodies.items() if body.meetings and body.meetings.yearly]
    if not known:
        return not_stated("how often any body meets")
    dated = doing(model, about=r"\bdates?\b.*\bmeetings?\b")
    leading = {name for name, body in bodies.items() if body.row in _LEADING and body.kind}
    seated = {seat.body for seat in model.memberships if not seat.denied}
    told = (
        f"it is stated how often there are meetings of {wording.names(wording.called(model, name) for name in known)}"
    )
    said = (meetings for name in known if (meetings := bodies[name].meetings) is not None)
    cited: tuple[Stated, ...] = (*said, *(model.functions[key][1] for key in dated))
    if dated and leading & seated <= {*known}:
        return yes(f"{told}, and dates are set", [*known, *dated])._replace(cited=cited)
    return partly(f"{told}; dates are not" if not dated else told, [*known, *dated])._replace(cited=cited)


def end_planned(model: Model) -> Reply:
    """Return whether it is planned what happens when the partnership is dissolved."""
    timescales = timescales_clear(model)
    if timescales.verdict is Verdict.YES and not model.until:
        return not_applicable("it is not limited in time (4.1)", timescales.keys)
    return not_stated("what happens when it is dissolved")

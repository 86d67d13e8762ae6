"""How a partnership reports, performs, pays its way, settles disputes, and what it has signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustgraph import wording
from trustgraph.model import Model
from trustgraph.records import Relationship
from trustgraph.rules.checklists.asking import (
    Reply,
    Verdict,
    claiming,
    doing,
    inside,
    no,
    not_applicable,
    not_stated,
    partly,
    yes,
)
from trustgraph.vocabulary import Account, Act, BodyKind, Kind, Stance, Tier, Topic

_INFORMING = (Kind.INFORMS, Kind.RECOMMENDS_TO)
_CONSTITUENT = (BodyKind.COUNCIL, BodyKind.ORGANISATION)
_NO_AGREEMENT = r"\bno (?:formal |signed |written )+(?:partnership )?agreement\b"


def _account(model: Model) -> Iterator[tuple[str, Relationship]]:
    """Yield the lines of account and report that hold, with their keys."""
    for key, line in model.lines.items():
        if line.kind.account is not Account.NONE and line.force.completes and not line.denied:
            yield key, line


def levels_linked(model: Model) -> Reply:
    """Return whether the levels of the partnership report to one another."""
    bodies = inside(model)
    links = [
        (key, line)
        for key, line in _account(model)
        if line.subject in bodies and line.target in bodies and line.subject != line.target
    ]
    if not links:
        return not_stated("that any body of the partnership reports to another")
    linked = {end for _, line in links for end in (line.subject, line.target)}
    apart = [
        name
        for name, body in bodies.items()
        if name not in linked and body.within not in linked and body.kind not in (None, BodyKind.TRUST)
    ]
    keys = [key for key, _ in links]
    if not apart:
        return yes("each body reports to another or is reported to", keys)
    names = wording.names(wording.called(model, name) for name in apart)
    return partly(f"lines are stated, but none of account or report with {names}", keys)


def partners_reported_to(model: Model) -> Reply:
    """Return whether the partnership reports to those who make it up."""
    bodies = inside(model)
    ours = {*bodies, *(body.id for body in model.bodies if body.members_of in bodies)}
    # those who sit on a body are its members, and not the organisations that sent them
    seated = {seat.body for seat in model.memberships}
    outside = [body for body in model.bodies if not body.inside and body.members_of not in seated]
    theirs = {body.id for body in outside if body.kind in _CONSTITUENT}
    account = [(key, line) for key, line in _account(model) if line.subject in bodies and line.target in theirs]
    if any(bodies[line.subject].row is Tier.STRATEGIC for _, line in account):
        return yes("a leading body answers to partners", [key for key, _ in account])
    told = [
        key
        for key, line in model.lines.items()
        if line.kind in _INFORMING and not line.denied and line.subject in ours and line.target in theirs
    ]
    if account:
        who = wording.names(dict.fromkeys(wording.called(model, line.subject) for _, line in account))
        return partly(f"only {who} is stated to answer to partners", [key for key, _ in account])
    if told:
        return partly("partners are told, or have proposals made to them; no line of report is stated", told)
    return not_stated("that the partnership reports to those who make it up")


def communication_planned(model: Model) -> Reply:
    """Return whether there is a strategy for telling others and the public."""
    if strategy := doing(model, (Act.HOLD,), Topic.COMMUNICATION):
        return yes("a strategy for communication is held", strategy)
    if some := doing(model, topic=Topic.COMMUNICATION):
        return partly("some of what is communicated is stated; a whole strategy is not", some)
    return not_stated("how others and the public are told")


def _performance_lines(model: Model) -> list[str]:
    bodies = inside(model)
    reporting = (Kind.REPORTS_TO, Kind.INFORMS)
    return [
        key
        for key, line in model.lines.items()
        if line.kind in reporting
        and line.topic is Topic.PERFORMANCE
        and line.force.completes
        and line.subject in bodies
        and line.target in bodies
    ]


def performance_information(model: Model) -> Reply:
    """Return whether it is said who provides information on performance."""
    if reported := _performance_lines(model):
        who = wording.names(dict.fromkeys(wording.called(model, model.lines[key].subject) for key in reported))
        return yes(f"reports on performance are due from {who}", reported)
    looked_at = doing(model, (Act.MONITOR, Act.ASSESS, Act.PREPARE, Act.PUBLISH, Act.MANAGE), Topic.PERFORMANCE)
    if looked_at:
        return partly("who looks after performance is stated; who provides the information is not", looked_at)
    return not_stated("who provides information on performance")


def performance_timely(model: Model) -> Reply:
    """Return whether information on performance is enough, in time and accurate."""
    timed = [key for key in _performance_lines(model) if model.lines[key].frequency is not None]
    if timed:
        return partly("how often it is reported is stated; whether it is enough and accurate is not", timed)
    return not_stated("when information on performance is due")


def risks_managed(model: Model) -> Reply:
    """Return whether risks are found, assessed and managed."""
    found = doing(model, (Act.ASSESS, Act.MONITOR, Act.REVIEW), Topic.RISK)
    handled = doing(model, (Act.MANAGE, Act.ANSWER_FOR, Act.RESOLVE, Act.DIRECT), Topic.RISK)
    if found and handled:
        return yes("risks are watched or assessed, and dealt with", [*found, *handled])
    if found or handled:
        return partly("risks are watched or assessed" if found else "risks are dealt with", [*found, *handled])
    return not_stated("how risks are managed")


def information_protocol(model: Model) -> Reply:
    """Return whether all have signed a protocol on sharing confidential information."""
    if protocol := doing(model, about=r"\bprotocol\b"):
        return partly("there is a protocol; that all have signed it is not stated", protocol)
    return not_stated("a protocol on sharing confidential information")


def costs_known(model: Model) -> Reply:
    """Return whether the costs of the partnership are known, planned and reported."""
    if costs := doing(model, topic=Topic.RESOURCES, about=r"\bcosts?\b"):
        return partly("costs are spoken of", costs)
    return not_stated("what the partnership costs")


def resources_agreed(model: Model) -> Reply:
    """Return whether it is written and agreed what each partner puts in."""
    inputs = doing(model, topic=Topic.RESOURCES, about=r"\b(?:puts? in|inputs?|contribut)")
    pending = [
        key for key in inputs if re.search(r"\bnot (?:yet|currently)\b", model.functions[key][1].note or "", re.I)
    ]
    if pending:
        return no("it is planned, and not yet agreed", pending)
    bodies = inside(model)
    funded = [
        key
        for key, line in model.lines.items()
        if line.kind is Kind.FUNDS and line.force.completes and not line.denied and line.target in bodies
    ]
    if inputs or funded:
        return partly("resources put in are spoken of; that all agreed on them is not stated", [*inputs, *funded])
    return not_stated("what each partner puts in")


def _by_whom(model: Model, about: str, what: str) -> Reply:
    """Return yes where a council alone does something by its own rules, partly where others do by theirs."""
    done = doing(model, about=about, anybody=True)
    ours = [key for key in done if model.functions[key][0].kind is BodyKind.COUNCIL]
    if ours and len(ours) < len(done):
        return partly("by the council's own where it leads, else by each partner's own", done)
    if ours:
        return yes("by the council's own", ours)
    return partly("it is spoken of", done) if done else not_stated(what)


def procurement_by_policy(model: Model) -> Reply:
    """Return whether what is bought is bought by the council's policies."""
    return _by_whom(model, r"\bprocurement polic", "by which policies things are bought")


def savings_made(model: Model) -> Reply:
    """Return whether working together saves money."""
    saved = claiming(model, (Stance.BENEFIT,), r"\bsav(?:e|es|ed|ing|ings)\b")
    return yes("savings are claimed", saved) if saved else not_stated("any saving made")


def not_a_contract(model: Model) -> Reply:
    """Return whether it was confirmed that the partnership is no contract to be procured."""
    said = claiming(model, about=r"\bcontract")
    return partly("contracts are spoken of", said) if said else not_stated("that it was confirmed to be no contract")


def project_method(model: Model) -> Reply:
    """Return whether significant projects are managed by the council's method."""
    return _by_whom(model, r"\bprojects?\b", "how projects are managed")


def disputes_settled(model: Model) -> Reply:
    """Return whether it is said how disputes are settled."""
    settling = doing(model, (Act.RESOLVE,), Topic.DISPUTES)
    lines = model.lines.items()
    raised = [key for key, line in lines if line.kind is Kind.ESCALATES_TO and line.topic is Topic.DISPUTES]
    if settling and raised:
        return yes("who settles disputes is stated, and to whom they are taken", [*settling, *raised])
    if settling:
        return partly("who resolves issues is stated; how disputes between partners are settled is not", settling)
    if raised:
        return partly("to whom disputes are taken is stated; who settles them is not", raised)
    return not_stated("how disputes are settled")


def complaints_handled(model: Model) -> Reply:
    """Return whether there is a policy on complaints."""
    said = doing(model, about=r"\bcomplain")
    return partly("complaints are spoken of", said) if said else not_stated("what is done about complaints")


def agreement_signed(model: Model) -> Reply:
    """Return whether all partners have signed an agreement."""
    noted = [name for name, body in inside(model).items() if re.search(_NO_AGREEMENT, body.note or "", re.I)]
    if none := [*claiming(model, about=_NO_AGREEMENT), *noted]:
        return no("no agreement has been signed", none)
    if signed := claiming(model, about=r"\bsigned\b.*\bagreement\b|\bagreement\b.*\bsigned\b"):
        return yes("an agreement is stated to be signed", signed)
    return not_stated("any agreement signed by all partners")


def agreement_reviewed(model: Model) -> Reply:
    """Return whether the agreement is reviewed."""
    return _of_agreement(model, "that an agreement is reviewed")


def agreement_complete(model: Model) -> Reply:
    """Return whether the agreement covers what this checklist asks."""
    return _of_agreement(model, "what an agreement covers")


def _of_agreement(model: Model, what: str) -> Reply:
    signed = agreement_signed(model)
    if signed.verdict is Verdict.NO:
        return not_applicable("there is no agreement (10.1)", signed.keys)
    return not_stated(what)

"""The checklist for partnerships in Appendix C of Suffolk's governance arrangements, in our words."""

from __future__ import annotations

from trustgraph.rules.checklists import conduct, purpose
from trustgraph.rules.checklists.asking import Checklist, Question

SUFFOLK = Checklist(
    "suffolk",
    "Suffolk County Council, Corporate Guidelines on Partnership Working (June 2008), as used in Suffolk Children's "
    "Trust, Governance Arrangements (2010), Appendix C; numbers as there",
    (
        Question("1.1", "Does a statute require the partnership?", purpose.required_by_statute),
        Question("1.2", "Does government or other funding depend on it?", purpose.needed_for_funding),
        Question("1.3", "Did those consulted see the need for it?", purpose.asked_for_in_consultation),
        Question("1.4", "If none of these, how was the need found?", purpose.otherwise_needed),
        Question("2.1", "Are its objectives written, agreed, owned and signed by all?", purpose.objectives_set_out),
        Question("2.2", "Are the benefits expected clear, and each partner's own?", purpose.benefits_identified),
        Question("2.3", "Is it clear what the partnership does and what each partner?", purpose.boundaries_clear),
        Question("2.4", "Does it serve corporate priorities and those all share?", purpose.priorities_served),
        Question("2.5", "Has its effect on equality been assessed?", purpose.equality_assessed),
        Question("3.1", "Is there an agreed list of members?", purpose.members_listed),
        Question("3.2", "Is it clear who may vote?", purpose.votes_set_out),
        Question("3.3", "Is it clear what members have to do?", purpose.roles_of_members),
        Question("4.1", "Is it written for how long it is?", purpose.timescales_clear),
        Question("4.2", "Is it clear how often it meets, with dates for a year?", purpose.meetings_set),
        Question("4.3", "Is it planned what happens when it is dissolved?", purpose.end_planned),
        Question("5.1", "Is it written which level reports to which?", conduct.levels_linked),
        Question("5.2", "Does it report to those who make it up?", conduct.partners_reported_to),
        Question("5.3", "Is there a strategy for telling others and the public?", conduct.communication_planned),
        Question("6.1", "Is it clear who provides performance information?", conduct.performance_information),
        Question("6.2", "Is that information enough, in time and accurate?", conduct.performance_timely),
        Question("6.3", "Are risks to its objectives found, assessed and managed?", conduct.risks_managed),
        Question("6.4", "Have all signed a protocol on confidential information?", conduct.information_protocol),
        Question("7.1", "Are its costs known, planned, controlled and reported?", conduct.costs_known),
        Question("7.2", "Is it written and agreed what each partner puts in?", conduct.resources_agreed),
        Question("7.3", "Does it buy by the council's procurement policies?", conduct.procurement_by_policy),
        Question("7.4", "Does it save money?", conduct.savings_made),
        Question("7.5", "Is it confirmed to be no contract to be procured?", conduct.not_a_contract),
        Question("8.1", "Are significant projects managed by the council's method?", conduct.project_method),
        Question("9.1", "Is there a clear way to settle disputes?", conduct.disputes_settled),
        Question("9.2", "Is there a clear policy on complaints?", conduct.complaints_handled),
        Question("10.1", "Have all partners signed an agreement?", conduct.agreement_signed),
        Question("10.2", "Is that agreement reviewed regularly?", conduct.agreement_reviewed),
        Question("10.3", "Does it cover all that this checklist asks?", conduct.agreement_complete),
    ),
)

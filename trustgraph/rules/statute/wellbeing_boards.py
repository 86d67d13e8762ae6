"""The Health and Social Care Act 2012, section 194: Health and Wellbeing Boards, and the rules about them."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph.model import Model
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.rules.statute.departures import board_not_evidenced, not_in_force, partners_not_evidenced
from trustgraph.rules.statute.descriptions import Duty, Partner, Sign, Statute, moment
from trustgraph.rules.statute.matching import boards

_COUNCILLOR = r"\bcouncillors?\b|\b(?:lead|cabinet) member\b|\bportfolio holder\b|\bleader of the council\b|^leader\b"

HEALTH_AND_CARE_ACT = Statute(
    "hwb-2012",
    "Health and Social Care Act 2012",
    "Section 194 to subsection (8), without (3), (4) and what follows (8), in a text of 2022 or later: it has "
    "integrated care boards where the Act of 2012 had clinical commissioning groups, asked for until 30 June 2022.",
    "Health and Wellbeing Board",
    r"\bhealth (?:and|&) well-?being board\b",
    Duty("section 194(1)", "2013-04-01"),
    Duty("section 194(2)", "2013-04-01"),
    (
        Partner("a councillor of the local authority", "section 194(2)(a)", (), (Sign(_COUNCILLOR, "a councillor"),)),
        Partner(
            "the director of adult social services",
            "section 194(2)(b)",
            (),
            (Sign(r"\bdirector (?:of|for) adult|\bDASS\b", "the director of adult social services"),),
        ),
        Partner(
            "the director of children's services",
            "section 194(2)(c)",
            (),
            (Sign(r"\bdirector (?:of|for) children|\bDCS\b", "the director of children's services"),),
        ),
        Partner(
            "the director of public health",
            "section 194(2)(d)",
            (),
            (Sign(r"\bdirector (?:of|for) public health|\bDPH\b", "the director of public health"),),
        ),
        Partner(
            "the Local Healthwatch organisation",
            "section 194(2)(e)",
            (Sign(r"\bhealthwatch\b", "Local Healthwatch"),),
            (Sign(r"\bhealthwatch\b", "Local Healthwatch"),),
        ),
        Partner(
            "each clinical commissioning group",
            "section 194(2)(f) as enacted",
            (Sign(r"\bclinical commissioning groups?\b|\bCCGs?\b", "a clinical commissioning group"),),
            until="2022-06-30",
        ),
        Partner(
            "each integrated care board",
            "section 194(2)(f)",
            (Sign(r"\bintegrated care boards?\b|\bICBs?\b", "an integrated care board"),),
            since="2022-07-01",
        ),
    ),
)


@rule(
    "TG611",
    Severity.INFO,
    breaks="""
    as_at: 2014
    bodies:
      board: {name: Children's Trust Board, kind: board}
    """,
    keeps="""
    as_at: 2014
    bodies:
      board: {name: Health and Wellbeing Board, kind: board}
    """,
)
def health_and_wellbeing_board(model: Model, *, as_if_in_force: bool = False) -> Iterator[Breach]:
    """A local authority has a Health and Wellbeing Board for its area.

    Source: Health and Social Care Act 2012, section 194(1), in force from 1 April 2013.
    """
    duty = HEALTH_AND_CARE_ACT.arranging
    if moment(model, HEALTH_AND_CARE_ACT, duty, as_if_in_force=as_if_in_force) is None:
        yield not_in_force(model, duty)
        return
    yield from board_not_evidenced(model, HEALTH_AND_CARE_ACT)


@rule(
    "TG612",
    Severity.WARNING,
    breaks="""
    as_at: 2014
    posts: {leader: {title: Leader of the Council}}
    bodies:
      board: {name: Health and Wellbeing Board, kind: board, members: [{member: leader, role: chair}]}
    """,
    keeps="""
    as_at: 2014
    posts:
      leader: {title: Leader of the Council}
      adults: {title: Director of Adult Social Services}
      children: {title: Director of Children's Services}
      health: {title: Director of Public Health}
    bodies:
      board:
        name: Health and Wellbeing Board
        kind: board
        members:
        - {member: leader, role: chair}
        - {member: adults}
        - {member: children}
        - {member: health}
        - {member: healthwatch}
        - {member: group}
      healthwatch: {name: Healthwatch Kent, kind: organisation, inside: false}
      group: {name: Kent Clinical Commissioning Group, kind: organisation, inside: false}
    """,
)
def members_of_the_wellbeing_board(model: Model, *, as_if_in_force: bool = False) -> Iterator[Breach]:
    """A Health and Wellbeing Board has at least the members the Act names.

    One person may represent several commissioners of health care (subsection (7)). What is not stated is not
    evidenced, and may be so all the same. Source: Health and Social Care Act 2012, section 194(2), in force from 1
    April 2013.
    """
    duty = HEALTH_AND_CARE_ACT.seating
    date = moment(model, HEALTH_AND_CARE_ACT, duty, as_if_in_force=as_if_in_force)
    if date is None:
        yield not_in_force(model, duty)
        return
    remedy = "Say who sits for each; one person may represent several commissioners (section 194(7))."
    for board in boards(model, HEALTH_AND_CARE_ACT):
        yield from partners_not_evidenced(model, HEALTH_AND_CARE_ACT.at(date), board, duty.section, remedy)

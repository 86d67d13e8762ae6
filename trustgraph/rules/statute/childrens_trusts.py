"""Rules of the Children Act 2004: who takes part in a children's trust, and who sits on its board."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph.model import Model
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.rules.statute.children_act import CHILDREN_ACT
from trustgraph.rules.statute.departures import board_not_evidenced, not_in_force, partners_not_evidenced
from trustgraph.rules.statute.descriptions import Duty, moment
from trustgraph.rules.statute.matching import boards

_ESTABLISHING = Duty("section 12A(1)", CHILDREN_ACT.seating.since)
_PARTNERS = """\
      kent: {name: Kent County Council, kind: council, inside: false}
      districts: {name: District Councils, kind: council, inside: false, collective: true}
      authority: {name: Police Authority, kind: organisation, inside: false}
      police: {name: Kent Police, kind: organisation, inside: false}
      probation: {name: Kent Probation Board, kind: organisation, inside: false}
      yot: {name: Youth Offending Team, kind: team, inside: false}
      pct: {name: Kent Primary Care Trust, kind: organisation, inside: false}
      sha: {name: Strategic Health Authority, kind: organisation, inside: false}
      connexions: {name: Connexions, kind: organisation, inside: false}
"""


@rule(
    "TG601",
    Severity.INFO,
    breaks="""
    as_at: 2009-03
    bodies:
      board:
        name: Children's Trust Board
        kind: board
        members: [{member: kent}, {member: pct}]
"""
    + _PARTNERS,
    keeps="""
    as_at: 2009-03
    bodies:
      board:
        name: Children's Trust Board
        kind: board
        members:
        - {member: kent, on_behalf_of: [kent, districts, yot]}
        - {member: police, on_behalf_of: [police, authority, probation]}
        - {member: pct}
        - {member: lsc}
        - {member: sha}
        - {member: connexions}
      lsc: {name: Learning and Skills Council, kind: organisation, inside: false}
"""
    + _PARTNERS,
)
def relevant_partners_take_part(model: Model, *, as_if_in_force: bool = False) -> Iterator[Breach]:
    """The arrangements to co-operate are made with each relevant partner of the authority.

    A seat on any body of the arrangement is evidence of it; none stated is no evidence, and does not show that the
    partner takes no part. Source: Children Act 2004, section 10(1) and (4), in force from 1 April 2005.
    """
    date = moment(model, CHILDREN_ACT, CHILDREN_ACT.arranging, as_if_in_force=as_if_in_force)
    if date is None:
        yield not_in_force(model, CHILDREN_ACT.arranging)
        return
    remedy = "Say where each takes part, or that another paper does."
    yield from partners_not_evidenced(model, CHILDREN_ACT.at(date), None, CHILDREN_ACT.arranging.section, remedy)


@rule(
    "TG602",
    Severity.WARNING,
    breaks="""
    as_at: 2010-09
    bodies:
      group: {name: Joint Commissioning Group, kind: commissioning_group}
    """,
    keeps="""
    as_at: 2010-09
    bodies:
      board: {name: Children's Trust Board, kind: board}
    """,
)
def childrens_trust_board(model: Model, *, as_if_in_force: bool = False) -> Iterator[Breach]:
    """The arrangements to co-operate include a Children's Trust Board.

    Source: Children Act 2004, section 12A(1), in force from 1 April 2010.
    """
    if moment(model, CHILDREN_ACT, _ESTABLISHING, as_if_in_force=as_if_in_force) is None:
        yield not_in_force(model, _ESTABLISHING)
        return
    yield from board_not_evidenced(model, CHILDREN_ACT)


@rule(
    "TG603",
    Severity.WARNING,
    breaks="""
    as_at: 2010-09
    bodies:
      board:
        name: Children's Trust Board
        kind: board
        members: [{member: kent}, {member: police}]
"""
    + _PARTNERS,
    keeps="""
    as_at: 2010-09
    posts: {governor: {title: School Governor}, principal: {title: Principal, organisation: colleges}}
    bodies:
      board:
        name: Children's Trust Board
        kind: board
        members:
        - {member: kent, on_behalf_of: [kent, districts, yot]}
        - {member: police, on_behalf_of: [police, authority, probation]}
        - {member: pct}
        - {member: connexions}
        - {member: governor, on_behalf_of: [approved, academies]}
        - {member: principal}
        - {member: jobs}
      approved: {name: Non-maintained special schools, inside: false, collective: true}
      academies: {name: Academies, inside: false, collective: true}
      colleges: {name: Further Education Colleges, inside: false, collective: true}
      jobs: {name: Jobcentre Plus, kind: organisation, inside: false}
"""
    + _PARTNERS,
)
def partners_on_the_board(model: Model, *, as_if_in_force: bool = False) -> Iterator[Breach]:
    """A Children's Trust Board has a representative of the authority and of each relevant partner.

    One representative may stand for several (subsection (5)); the Strategic Health Authority need not be there, by
    regulations under subsection (4). What is not stated is not evidenced, and may be so all the same. Source: Children
    Act 2004, section 12A(2), (4) and (5), in force from 1 April 2010.
    """
    duty = CHILDREN_ACT.seating
    date = moment(model, CHILDREN_ACT, duty, as_if_in_force=as_if_in_force)
    if date is None:
        yield not_in_force(model, duty)
        return
    remedy = "Say who represents each; one representative may stand for several (section 12A(5))."
    for board in boards(model, CHILDREN_ACT):
        yield from partners_not_evidenced(model, CHILDREN_ACT.at(date), board, duty.section, remedy)

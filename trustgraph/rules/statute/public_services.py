"""The Well-being of Future Generations (Wales) Act 2015: public services boards, and the rules about them."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.model import Model
from trustgraph.records import Quorum
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.rules.statute.departures import board_not_evidenced, not_in_force, partners_not_evidenced
from trustgraph.rules.statute.descriptions import Duty, Partner, Sign, Statute, moment
from trustgraph.rules.statute.matching import boards
from trustgraph.vocabulary import QuorumBase

_SINCE = "2016-04-01"
_INVITING = Duty("section 30(1)", _SINCE)
_QUORUM = Duty("paragraph 1 of Schedule 3", _SINCE)


def _invited(name: str, paragraph: str, pattern: str, why: str) -> Partner:
    sign = (Sign(pattern, why),)
    return Partner(name, f"section 30(1)({paragraph})", sign, sign, invited=True)


FUTURE_GENERATIONS_ACT = Statute(
    "psb-2015",
    "Well-being of Future Generations (Wales) Act 2015",
    "Section 29(1) and (2), section 30(1), and paragraphs 1 to 4 of Schedule 3, the last in part. Commencement on 1 "
    "April 2016 is not in these texts.",
    "public services board",
    r"\bpublic services? board\b|\bPSB\b",
    Duty("section 29(1)", _SINCE),
    Duty("section 29(2)", _SINCE),
    (
        Partner(
            "the local authority",
            "section 29(2)(a)",
            (Sign(r"\bcouncil\b(?! for|.*voluntary)", "the local authority"),),
        ),
        Partner(
            "the Local Health Board",
            "section 29(2)(b)",
            (Sign(r"\bhealth board\b|\bLHB\b", "a Local Health Board"),),
        ),
        Partner(
            "the fire and rescue authority",
            "section 29(2)(c)",
            (Sign(r"\bfire (?:and|&) rescue\b", "a Welsh fire and rescue authority"),),
        ),
        Partner(
            "the Natural Resources Body for Wales",
            "section 29(2)(d)",
            (Sign(r"\bnatural resources (?:body for )?wales\b|^NRW$", "the Natural Resources Body for Wales"),),
        ),
        _invited("the Welsh Ministers", "a", r"\bwelsh (?:ministers?|government)\b", "the Welsh Ministers"),
        _invited(
            "the chief constable",
            "b",
            r"\bchief constable\b|\bpolice\b(?! and crime)|\bconstabulary\b",
            "the chief constable of a police force",
        ),
        _invited("the police and crime commissioner", "c", r"\bpolice and crime commissioner", "the commissioner"),
        _invited("the provider of probation services", "d", r"\bprobation\b", "a provider of probation services"),
        _invited(
            "a body for voluntary organisations",
            "e",
            r"\bvoluntary\b|\bthird sector\b|\bCVC\b",
            "a body that represents voluntary organisations",
        ),
    ),
)


@rule(
    "TG621",
    Severity.INFO,
    breaks="""
    as_at: 2017
    bodies:
      board: {name: Regional Partnership Board, kind: board}
    """,
    keeps="""
    as_at: 2017
    bodies:
      board: {name: Gwent Public Services Board, kind: board}
    """,
)
def public_services_board(model: Model, *, as_if_in_force: bool = False) -> Iterator[Breach]:
    """The area of each council in Wales has a public services board.

    Source: Well-being of Future Generations (Wales) Act 2015, section 29(1), in force from 1 April 2016.
    """
    duty = FUTURE_GENERATIONS_ACT.arranging
    if moment(model, FUTURE_GENERATIONS_ACT, duty, as_if_in_force=as_if_in_force) is None:
        yield not_in_force(model, duty)
        return
    yield from board_not_evidenced(model, FUTURE_GENERATIONS_ACT)


def _partners(model: Model, duty: Duty, remedy: str, *, invited: bool, as_if_in_force: bool) -> Iterator[Breach]:
    """Yield who is not evidenced on each board: its members, or those it must invite."""
    date = moment(model, FUTURE_GENERATIONS_ACT, duty, as_if_in_force=as_if_in_force)
    if date is None:
        yield not_in_force(model, duty)
        return
    for board in boards(model, FUTURE_GENERATIONS_ACT):
        partners = FUTURE_GENERATIONS_ACT.at(date, invited=invited)
        yield from partners_not_evidenced(model, partners, board, duty.section, remedy)


@rule(
    "TG622",
    Severity.WARNING,
    breaks="""
    as_at: 2017
    bodies:
      board: {name: Gwent Public Services Board, kind: board, members: [{member: council}]}
      council: {name: Newport City Council, kind: council, inside: false}
    """,
    keeps="""
    as_at: 2017
    bodies:
      board:
        name: Gwent Public Services Board
        kind: board
        members: [{member: council}, {member: health}, {member: fire}, {member: nature}]
      council: {name: Newport City Council, kind: council, inside: false}
      health: {name: Aneurin Bevan University Health Board, kind: organisation, inside: false}
      fire: {name: South Wales Fire and Rescue Authority, kind: organisation, inside: false}
      nature: {name: Natural Resources Wales, kind: organisation, inside: false}
    """,
)
def members_of_the_services_board(model: Model, *, as_if_in_force: bool = False) -> Iterator[Breach]:
    """A public services board has the four members the Act names.

    What is not stated is not evidenced, and may be so all the same. Source: Well-being of Future Generations (Wales)
    Act 2015, section 29(2), in force from 1 April 2016.
    """
    duty, remedy = FUTURE_GENERATIONS_ACT.seating, "Say who sits for each."
    yield from _partners(model, duty, remedy, invited=False, as_if_in_force=as_if_in_force)


@rule(
    "TG623",
    Severity.WARNING,
    breaks="""
    as_at: 2017
    bodies:
      board: {name: Gwent Public Services Board, kind: board, members: [{member: police, attendance: invited}]}
      police: {name: Gwent Police, kind: organisation, inside: false}
    """,
    keeps="""
    as_at: 2017
    posts: {commissioner: {title: Police and Crime Commissioner}}
    bodies:
      board:
        name: Gwent Public Services Board
        kind: board
        members:
        - {member: police, role: participant}
        - {member: commissioner, role: participant}
        - {member: ministers, attendance: invited}
        - {member: probation, attendance: invited}
        - {member: volunteers, role: participant}
      police: {name: Gwent Police, kind: organisation, inside: false}
      ministers: {name: Welsh Ministers, kind: organisation, inside: false}
      probation: {name: National Probation Service, kind: organisation, inside: false}
      volunteers: {name: Gwent Association of Voluntary Organisations, kind: organisation, inside: false}
    """,
)
def invited_to_the_services_board(model: Model, *, as_if_in_force: bool = False) -> Iterator[Breach]:
    """A public services board invites those the Act names to take part.

    An invitation need not be accepted, so that a seat or its lack is evidence only. Source: Well-being of Future
    Generations (Wales) Act 2015, section 30(1), in force from 1 April 2016.
    """
    remedy = "Say who was invited."
    yield from _partners(model, _INVITING, remedy, invited=True, as_if_in_force=as_if_in_force)


@rule(
    "TG624",
    Severity.WARNING,
    breaks="""
    as_at: 2017
    bodies:
      board: {name: Gwent Public Services Board, kind: board, quorum: {share: 0.5}}
    """,
    keeps="""
    as_at: 2017
    bodies:
      board: {name: Gwent Public Services Board, kind: board, quorum: {share: 1.0}}
    """,
)
def quorum_of_the_services_board(model: Model, *, as_if_in_force: bool = False) -> Iterator[Breach]:
    """The quorum of a public services board is all of its members.

    Source: Well-being of Future Generations (Wales) Act 2015, Schedule 3, paragraph 1, in force from 1 April 2016.
    """
    if moment(model, FUTURE_GENERATIONS_ACT, _QUORUM, as_if_in_force=as_if_in_force) is None:
        yield not_in_force(model, _QUORUM)
        return
    for board in boards(model, FUTURE_GENERATIONS_ACT):
        if board.quorum is not None and not _is_all(board.quorum):
            name = wording.name(model, board.id)
            message = f"The quorum the paper states for {name} is not all of its members, as {_QUORUM.section} asks."
            yield Breach((board.id,), message, "Let all the members be the quorum.")


def _is_all(quorum: Quorum) -> bool:
    return quorum.share == 1 and quorum.of is QuorumBase.MEMBERS

"""Who sits where: shared members, meetings a year, quorum, representation."""

from __future__ import annotations

from typing import Any

import pytest

import trustgraph as tg
from tests.small import body, model
from trustgraph.records import Membership, Post, Quorum
from trustgraph.vocabulary import Attendance, BodyKind, Comparison, Majority, QuorumBase, Role


def post(name: str, **fields: Any) -> Post:
    """Return a post called by its id."""
    return Post(id=name, title=name.title(), **fields)


def seat(member: str | None, on: str, **fields: Any) -> Membership:
    """Return a seat on a body."""
    return Membership(member=member, body=on, **fields)


def held(number: int, **fields: Any) -> dict[str, Any]:
    """Return meetings so many times a year."""
    return {"meetings": tg.Meetings(text="as stated", per_year=tg.Range(number, number)), **fields}


def test_the_worked_example_of_shared_members() -> None:
    """Four of nine organisations sit on both bodies; one post certainly does, and another possibly."""
    rows = [
        row for row in tg.analysis.interlocks(tg.load("nottinghamshire-2016")) if row.bodies == ("board", "executive")
    ]
    organisations, posts = rows
    assert (len(organisations.shared), organisations.members, organisations.jaccard) == (4, 9, 4 / 9)
    assert (posts.shared, posts.possible) == (("corporate-director",), ("nscb-chair",))


def test_the_worked_example_of_meetings() -> None:
    """The one post on both the Board, three times a year, and the Executive, seven times, attends ten."""
    rows = {row.who: row for row in tg.analysis.burden(tg.load("nottinghamshire-2016"))}
    director, chair = rows["corporate-director"], rows["nscb-chair"]
    assert (director.least, director.most) == (10, 10)
    assert (chair.least, chair.most) == (3, 10)


@pytest.mark.parametrize(
    ("fields", "certain"),
    [
        ({}, True),
        ({"attendance": Attendance.WHEN_REQUIRED}, False),
        ({"attendance": Attendance.ROTATION}, False),
        ({"member": None, "any_of": ("leader", "deputy")}, False),
        ({"seats": tg.Range(0, 1)}, False),
    ],
)
def test_a_conditional_seat_is_only_possible(fields: dict[str, Any], certain: bool) -> None:
    """Who attends when required, in rotation, as one of several or perhaps not at all only may share two bodies."""
    conditional = Membership(**{"member": "leader", "body": "one", **fields})
    records = (body("one"), body("two"), post("leader"), post("deputy"), conditional, seat("leader", "two"))
    (row,) = (row for row in tg.analysis.interlocks(model(records=records)) if row.by == "post")
    assert (row.shared == ("leader",), row.possible == ("leader",)) == (certain, not certain)


def test_an_organisation_certainly_sits_where_all_alternatives_are_its_own() -> None:
    """Either of two officers of one council is the council for certain."""
    records = (
        body("one"),
        body("two"),
        body("council", inside=False),
        post("leader", organisation="council"),
        post("deputy", organisation="council"),
        seat(None, "one", any_of=("leader", "deputy")),
        seat("council", "two"),
    )
    (row,) = tg.analysis.interlocks(model(records=records))
    assert (row.shared, row.jaccard) == (("council",), 1.0)


@pytest.mark.parametrize(("role", "jaccard"), [(Role.CHAIR, None), (Role.VICE_CHAIR, 1.0), (Role.LEAD, 1.0)])
def test_a_chair_alone_is_no_list_of_members(role: Role, jaccard: float | None) -> None:
    """Of bodies of which the paper names only the chair, nobody can say how far their memberships overlap."""
    records = (body("one"), body("two"), post("leader"), *(seat("leader", each, role=role) for each in ("one", "two")))
    (row,) = tg.analysis.interlocks(model(records=records))
    assert (row.shared, row.jaccard) == (("leader",), jaccard)


def test_certain_and_possible_members_of_the_same_two_bodies() -> None:
    """One of three certainly sits on both and one more may: a third is shared, or two thirds are."""
    who = [post(name) for name in ("leader", "deputy", "clerk")]
    one = [seat(each.id, "one") for each in who]
    invited = seat("deputy", "two", attendance=Attendance.INVITED)
    records = (body("one"), body("two"), *who, *one, invited, seat("leader", "two"))
    (row,) = tg.analysis.interlocks(model(records=records))
    assert (row.shared, row.possible, row.members) == (("leader",), ("deputy",), 3)
    assert (row.jaccard, row.jaccard_most) == (1 / 3, 2 / 3)


def test_shared_members_stand_in_the_order_of_their_first_seats() -> None:
    """Whoever has the first seat of all stands first, on whatever body it is."""
    who = [post(name) for name in ("leader", "deputy", "clerk")]
    seats = [seat(name, on) for on in ("one", "two") for name in ("leader", "deputy", "clerk")]
    records = (body("nought"), body("one"), body("two"), *who, seat("clerk", "nought"), *seats)
    rows = {row.bodies: row for row in tg.analysis.interlocks(model(records=records))}
    assert [row.shared for row in rows.values()] == [("clerk", "leader", "deputy"), ("clerk",), ("clerk",)]
    assert [*rows] == [("one", "two"), ("nought", "one"), ("nought", "two")]


def test_one_person_with_two_posts_is_one_sitter() -> None:
    """Two posts held by one person are a shared member, named by the first of them."""
    records = (
        body("one"),
        body("two"),
        post("leader", holder="x"),
        post("mayor", holder="x"),
        seat("leader", "one"),
        seat("mayor", "two"),
    )
    (row,) = tg.analysis.interlocks(model(records=records))
    assert row.shared == ("leader",)


def test_a_seat_said_of_each_group_of_a_collective_is_no_interlock() -> None:
    """That each of several groups has a finance officer does not make it one officer."""
    groups = (body("groups", collective=True), body("one", within="groups"), body("two", within="groups"))
    assert tg.analysis.interlocks(model(records=(*groups, post("officer"), seat("officer", "groups")))) == ()


def test_denied_and_vacant_seats_are_nobodys() -> None:
    """A seat that the paper denies, and one that is vacant, are not sat on."""
    records = (body("one"), body("two"), post("leader"), seat("leader", "one"), seat("leader", "two", denied=True))
    rows = tg.analysis.burden(model(records=(*records, seat(None, "two"))))
    assert [(row.who, row.bodies) for row in rows] == [("leader", ("one",))]


def test_an_unknown_frequency_makes_the_most_unknown() -> None:
    """A body whose frequency is open is named, adds nothing to the least, and leaves the most open."""
    records = (body("one", **held(4)), body("two"), post("leader"), seat("leader", "one"), seat("leader", "two"))
    (row,) = tg.analysis.burden(model(records=records))
    assert (row.least, row.most, row.unstated) == (4, None, ("two",))


def test_a_frequency_tied_to_another_bodys() -> None:
    """Before and after each of four meetings is four to eight."""
    tied = tg.Meetings(text="before and after each Board meeting", relative_to="board")
    records = (body("board", **held(4)), body("group", meetings=tied), post("leader"), seat("leader", "group"))
    (row,) = tg.analysis.burden(model(records=records))
    assert (row.least, row.most) == (4, 8)


def test_a_frequency_tied_to_one_that_is_tied_to_another() -> None:
    """Before each of the group's meetings, held before and after each of four, is four to eight as well."""
    tied = tg.Meetings(text="before and after each Board meeting", relative_to="board")
    again = tg.Meetings(text="before each of these", relative_to="group")
    bodies = (body("board", **held(4)), body("group", meetings=tied), body("team", meetings=again))
    (row,) = tg.analysis.burden(model(records=(*bodies, post("leader"), seat("leader", "team"))))
    assert (row.least, row.most) == (4, 8)


def test_frequencies_tied_to_one_another_are_unknown() -> None:
    """Two bodies that each meet before the other meet nobody knows how often."""
    bodies = (
        body("one", meetings=tg.Meetings(text="before the other", relative_to="two")),
        body("two", meetings=tg.Meetings(text="before the other", relative_to="one")),
    )
    (row,) = tg.analysis.burden(model(records=(*bodies, post("leader"), seat("leader", "one"))))
    assert (row.least, row.most, row.unstated) == (0, None, ("one",))


@pytest.mark.parametrize(("by", "expected"), [("organisation", (12, 12)), ("post", (4, 12))])
def test_several_bodies_alike(by: str, expected: tuple[int, int]) -> None:
    """An organisation attends all three of a template; a post on each may be one officer or three."""
    council = body("council", inside=False)
    local = body("local", count=tg.Range(3, 3), **held(4))
    records = (local, council, post("leader", organisation="council"), seat("leader", "local"))
    row = next(row for row in tg.analysis.burden(model(records=records)) if row.by == by)
    assert (row.least, row.most) == expected


def test_meetings_of_an_outside_body_are_no_cost_of_the_arrangement() -> None:
    """What an outside committee asks of its members is not counted."""
    records = (body("committee", inside=False, **held(4)), post("leader"), seat("leader", "committee"))
    assert tg.analysis.burden(model(records=records)) == ()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Quorum(share=0.5), (4, 4)),
        (Quorum(share=0.5, comparison=Comparison.MORE_THAN), (4, 4)),
        (Quorum(share=0.3, of=QuorumBase.VOTING), (1, 2)),
        (Quorum(share=0.5, of=QuorumBase.FILLED), (3, 3)),
        (Quorum(number=5), (5, 5)),
        (Quorum(number=5, comparison=Comparison.MORE_THAN), (6, 6)),
    ],
)
def test_the_quorum(rule: Quorum, expected: tuple[int, int]) -> None:
    """Half of seven is four, and so is more than half; vacancies count unless the seats filled are meant."""
    seats = [seat("leader", "board", seats=tg.Range(3, 3), voting=True), seat("deputy", "board", seats=tg.Range(3, 3))]
    seats += [seat(None, "board", voting=False), seat("clerk", "board", role=Role.IN_ATTENDANCE)]
    records = (body("board", quorum=rule), post("leader"), post("deputy"), post("clerk"), *seats)
    (row,) = tg.analysis.quorum(model(records=records))
    assert (row.quorum_least, row.quorum_most) == expected
    assert (row.seats_least, row.voting_least, row.voting_most) == (7, 3, 6)


@pytest.mark.parametrize(("share", "expected"), [(0.667, 6), (0.6667, 6), (0.333, 3), (0.67, 7), (0.3, 3)])
def test_a_share_is_taken_as_it_was_meant(share: float, expected: int) -> None:
    """Two thirds of nine are six, however many decimals it is written with; 67 in a hundred are more."""
    records = (body("board", quorum=Quorum(share=share)), post("leader"), seat("leader", "board", seats=tg.Range(9, 9)))
    (row,) = tg.analysis.quorum(model(records=records))
    assert (row.quorum_least, row.quorum_most) == (expected, expected)


@pytest.mark.parametrize(
    ("carries", "expected"),
    [(Majority.PRESENT, (3, 3)), (Majority.ALL, (4, 4)), (Majority.CAST, (1, 3)), (None, (3, 3))],
)
def test_the_least_that_carry(carries: Majority | None, expected: tuple[int, int]) -> None:
    """With four present of six, three are a majority of those present and four one of all who vote."""
    rule = Quorum(number=4, carries=carries)
    records = (body("board", quorum=rule), post("leader"), seat("leader", "board", seats=tg.Range(6, 6), voting=True))
    (row,) = tg.analysis.quorum(model(records=records))
    assert (row.carry_least, row.carry_most) == expected


def test_what_one_organisation_can_do() -> None:
    """With three of six votes and a quorum of four a council can prevent a quorum, block and carry."""
    council = body("council", inside=False)
    others = [body(f"other-{number}", inside=False) for number in range(3)]
    board = body("board", quorum=Quorum(number=4, carries=Majority.PRESENT))
    seats = [seat("council", "board", seats=tg.Range(3, 3), voting=True)]
    seats += [seat(other.id, "board", voting=True) for other in others]
    (row,) = tg.analysis.quorum(model(records=(board, council, *others, *seats)))
    (power,) = row.powers
    assert (power.organisation, power.prevents, power.defeats, power.carries) == ("council", True, True, True)


QUORUMS = (
    # council has three votes of four, club two seats without one
    (Quorum(share=0.5, of=QuorumBase.VOTING), "council", (True, True, True)),
    (Quorum(share=0.5, of=QuorumBase.VOTING), "club", None),
    # six of the eight seats are filled, and without the club's only four come
    (Quorum(number=5), "club", (True, False, False)),
    (Quorum(number=2, requires=("clerk",)), "club", (True, False, False)),
    (Quorum(number=2, requires=("union",)), "union", (True, False, False)),
)


@pytest.mark.parametrize(("rule", "who", "expected"), QUORUMS)
def test_who_can_prevent_a_quorum(rule: Quorum, who: str, expected: tuple[bool, bool, bool] | None) -> None:
    """Votes make a quorum of voting members, nobody comes for a vacancy, and nothing goes without who is required."""
    organisations = [body(name, inside=False) for name in ("council", "club", "police", "union")]
    seats = [seat("council", "board", seats=tg.Range(3, 3), voting=True), seat("police", "board", voting=True)]
    seats += [seat("clerk", "board", seats=tg.Range(2, 2), voting=False), seat(None, "board", seats=tg.Range(2, 2))]
    records = (body("board", quorum=rule), *organisations, post("clerk", organisation="club"), *seats)
    (row,) = tg.analysis.quorum(model(records=records))
    assert {power.organisation: power[1:] for power in row.powers}.get(who) == expected


def test_a_quorum_of_an_open_number_of_votes_is_a_range() -> None:
    """Where it is not stated which of seven members vote, half of those who do is anything up to four."""
    rule = Quorum(share=0.5, of=QuorumBase.VOTING)
    records = (body("board", quorum=rule), post("leader"), seat("leader", "board", seats=tg.Range(7, 7)))
    (row,) = tg.analysis.quorum(model(records=records))
    assert (row.quorum_least, row.quorum_most) == (0, 4)


def test_who_is_represented() -> None:
    """A seat held for another is the holder's; the other is spoken for, and an organisation may sit nowhere."""
    council, police, charity = (body(name, inside=False) for name in ("council", "police", "charity"))
    records = (body("board"), council, police, charity, seat("council", "board", on_behalf_of=("police",)))
    rows = {row.organisation: row for row in tg.analysis.representation(model(records=records))}
    assert (rows["council"].seats, rows["council"].for_others) == (1, ("police",))
    assert (rows["police"].seats, rows["police"].through) == (0, ("council member board",))
    assert (rows["charity"].bodies, rows["charity"].through) == ((), ())


def test_who_only_attends_or_supports_has_no_seat() -> None:
    """An organisation that lends the secretary is not represented; one of the arrangement itself sits nowhere too."""
    records = (
        body("board"),
        body("council", inside=False),
        body("agency", kind=BodyKind.ORGANISATION),
        seat("council", "board", role=Role.SECRETARY),
    )
    rows = tg.analysis.representation(model(records=records))
    assert [(row.organisation, row.bodies, row.seats) for row in rows] == [("council", (), 0), ("agency", (), 0)]

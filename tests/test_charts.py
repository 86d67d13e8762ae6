"""Charts: which boxes and lines, and what they say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small import body, line, model
from trustgraph.charts import chart
from trustgraph.errors import UnknownNameError
from trustgraph.frequency import Range
from trustgraph.records import Document, Evidence, Meetings, Membership, Post, View
from trustgraph.vocabulary import Basis, Family, Force, Mark, Role, Style, Tier


def test_lines_of_one_family_are_drawn_as_one() -> None:
    """Two lines of one family between the same two boxes are one, with one label."""
    drawn = chart(model("a advises b", "a informs b", "a reports_to b")).lines
    assert [(each.keys, each.label) for each in drawn] == [
        (("a advises b", "a informs b"), "advises; informs"),
        (("a reports_to b",), ""),
    ]


def test_what_is_denied_is_never_drawn() -> None:
    """A line the paper denies has no place on the chart."""
    assert chart(model(records=(line("a reports_to b", denied=True),))).lines == ()


def test_a_power_looks_different() -> None:
    """A line that is only a power is kept apart from one in force, and the legend says so."""
    drawn = chart(model("a tasks b", records=(line("a directs b", force=Force.POWER),)))
    assert [(each.label, each.force) for each in drawn.lines] == [
        ("tasks", Force.PRACTICE),
        ("may direct", Force.POWER),
    ]
    assert "a power, or not yet in force" in [entry.text for entry in drawn.legend]


def test_a_collective_lists_its_bodies_in_a_note() -> None:
    """Bodies within a collective are not drawn but named in the note of its starred box."""
    drawn = chart(
        model("groups reports_to board", records=(body("mash", within="groups"), body("parenting", within="groups")))
    )
    assert [(box.id, box.starred) for box in drawn.boxes] == [("groups", True), ("board", False)]
    assert drawn.notes == ("* Groups: Mash and Parenting.",)


def test_a_folded_body_with_lines_of_its_own_is_drawn() -> None:
    """A body within a collective that has a line of its own gets a box."""
    drawn = chart(model("mash reports_to board", records=(body("groups"), body("mash", within="groups"))))
    assert [box.id for box in drawn.boxes] == ["board", "groups", "mash"]


def test_organisations_that_only_sit_are_not_drawn() -> None:
    """An outside organisation that only sends members has no box; the table of seats has it."""
    council = body("council", inside=False)
    leader = Post(id="leader", title="Leader", organisation="council")
    drawn = chart(model(records=(body("board"), council, leader, Membership(member="leader", body="board"))))
    assert [box.id for box in drawn.boxes] == ["board"]


def test_a_post_with_a_line_is_drawn() -> None:
    """A post that answers to a body gets a box, unless the view hides posts."""
    whole = model("dcs accountable_to council", records=(Post(id="dcs", title="Director"), body("council")))
    assert [box.id for box in chart(whole).boxes] == ["council", "dcs"]
    assert [box.id for box in chart(whole, View(show_posts=False)).boxes] == ["council"]


def test_what_a_box_says() -> None:
    """A box says how often its body meets and who chairs it."""
    whole = model(
        records=(
            body("board", meetings=Meetings(text="quarterly")),
            Post(id="leader", title="Leader"),
            Membership(member="leader", body="board", role=Role.CHAIR),
        )
    )
    assert chart(whole).boxes[0].details == ("Meets quarterly", "Chair: Leader")


def test_the_words_around_it() -> None:
    """The subtitle gives the standing of the paper and the dates; the source names it."""
    whole = model(
        records=(body("a"),),
        title="Trust",
        since="2016-04-01",
        as_at="2015-11-30",
        documents=(Document(id="d", title="Review", status="proposed"),),
        views=(View(id="v", title="Structure"),),
    )
    drawn = chart(whole)
    assert drawn.subtitle == "Trust · proposed · from 1 April 2016 · as at 30 November 2015"
    assert (drawn.title, drawn.source) == ("Structure", "Source: Review")


def test_outside_boxes_are_explained_where_others_stand_beside_too() -> None:
    """A post stands beside the bands and belongs to the arrangement: the outline tells it from what does not."""
    leader = Post(id="leader", title="Leader")
    outside = (body("police", inside=False), leader, line("leader advises police"), line("police advises a"))
    assert chart(model("a reports_to b", records=outside), View(show_posts=True)).notes == (
        "The boxes with a dashed outline are not part of the arrangement.",
    )


def test_what_stands_outside_the_bands_is_explained() -> None:
    """Above the bands or beside them, what no tier's band holds is not part of the arrangement; a note says so."""
    above = body("county", inside=False)
    drawn = chart(model("a accountable_to county", records=(above,)))
    assert not any(box.beside for box in drawn.boxes)
    assert drawn.notes == ("The boxes outside the bands are not part of the arrangement.",)


def test_an_outside_body_looks_it_whatever_its_tier() -> None:
    """A partnership above the arrangement, strategic though it is, has the outline of what is outside."""
    above = body("county", tier="strategic", inside=False)
    boxes = {box.id: box for box in chart(model("a accountable_to county", records=(above,))).boxes}
    assert boxes["county"].tier is Tier.EXTERNAL


def test_account_to_oneself_is_said_in_a_note() -> None:
    """A line from a body to itself is not drawn but said."""
    drawn = chart(model("a accountable_to a"))
    assert (drawn.lines, drawn.notes) == ((), ("A is accountable to itself.",))


def test_the_legend_has_only_what_is_used() -> None:
    """The legend explains the styles that occur, in the words of the kinds that occur."""
    drawn = chart(model("a reports_to b", records=(line("b informs a", basis=Basis.INFERRED),)))
    assert [entry.text for entry in drawn.legend] == ["reports to", "informs", "not stated in the paper"]


def test_the_view_orders_the_boxes() -> None:
    """Boxes come in the view's order first, then the model's."""
    drawn = chart(model("a reports_to b", "c reports_to b"), View(order=("c", "b")))
    assert [box.id for box in drawn.boxes] == ["c", "b", "a"]


def test_what_is_not_stated_is_marked() -> None:
    """A box says of its meetings and chair where the paper does not state them; a note lists boxes it does not."""
    meetings = Meetings(text="monthly", basis=Basis.ASSUMED)
    drawn = chart(model(records=(body("board", meetings=meetings, basis=Basis.INFERRED),)))
    assert drawn.boxes[0].details == ("Meets monthly (assumed)",)
    assert drawn.notes == ("Not stated in the paper, and drawn with a dotted outline: Board.",)


def labels(*lines: Any, view: View | None = None) -> list[str]:
    """Return the labels of a chart of these lines, hard spaces as plain ones."""
    drawn = chart(model(*(each for each in lines if isinstance(each, str)), records=tuple(lines)), view)
    return [each.label.replace("\u00a0", " ") for each in drawn.lines]


def test_a_verb_is_said_once() -> None:
    """Matters of one verb follow it, each once."""
    first, second = line("a monitors b", matter="cost"), line("a monitors b", matter="speed")
    assert labels(first, second) == ["monitors: cost; speed"]


def test_what_a_label_has_no_room_for_stands_in_a_note() -> None:
    """A long label is cut at a word and numbered; its note says everything, verb by verb."""
    long = line("a monitors b", matter="how well the plan for the whole county is carried out by all")
    drawn = chart(model(records=(long, line("a scrutinises b", matter="cost"), line("b monitors a", matter="cost"))))
    assert [each.label.replace("\u00a0", " ") for each in drawn.lines] == [
        "monitors: how well the plan for the whole… [1]",
        "monitors: cost",
    ]
    note = "[1] A monitors B: how well the plan for the whole county is carried out by all; scrutinises it: cost."
    assert drawn.lines[0].note == note
    assert drawn.notes == (note,)


def test_a_line_says_through_whom_it_runs() -> None:
    """What passes through another body is not drawn as if it did not."""
    assert labels(body("b"), line("a reports_to c", matter="risk", via=("b",))) == ["risk, through B"]


def test_clauses_stand_on_the_lines() -> None:
    """Where the view wants it each line carries its clause, in full even where its matter is cut."""
    cited = line("a reports_to b", matter="risk", evidence=(Evidence(where="12"),))
    documents = (Document(id="d"),)
    drawn = chart(model(records=(cited,), documents=documents), View(clauses=True))
    assert drawn.lines[0].label == "risk (para 12)"


def test_outside_bodies_that_no_line_reaches_are_named_instead() -> None:
    """A row of boxes without lines is spared; those that a seat names already are not named again."""
    outside = (body("audit-office", inside=False), body("police", inside=False))
    drawn = chart(model("a reports_to b", records=(*outside, Membership(member="police", body="a"))))
    assert [box.id for box in drawn.boxes] == ["a", "b"]
    assert drawn.notes == ("Outside the arrangement, and left off since no line here reaches them: Audit Office.",)


def test_outside_bodies_alone_are_drawn() -> None:
    """Where there is nothing else to draw, outside bodies are drawn without lines."""
    assert [box.id for box in chart(model(records=(body("police", inside=False),))).boxes] == ["police"]


def test_a_line_whose_family_is_hidden_leaves_its_outside_body_off() -> None:
    """A view of one family draws no outside body that only another family joins."""
    whole = model("a reports_to b", records=(body("police", inside=False), line("police advises b")))
    assert [box.id for box in chart(whole, View(families=(Family.REPORTING,))).boxes] == ["a", "b"]


CHAIRS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a post of another body": ({"member": "leader"}, "council", "Chair: Leader"),
    "the body's own": ({"member": "leader"}, "board", "Chair: Leader"),
    "vacant": ({"appointed": "to be elected"}, "council", "Chair: to be elected"),
    "elected": ({"member": "leader", "appointed": "elected yearly"}, "council", "Chair: Leader, elected yearly"),
    "one of several": ({"any_of": ("leader", "deputy")}, "council", "Chair: Leader or Deputy"),
    "an article": ({"any_of": ("leader", "other")}, "council", "Chair: Leader or an Independent Chair"),
}


@pytest.mark.parametrize("case", CHAIRS)
def test_who_chairs(case: str) -> None:
    """A box names its chair, and how it is filled where the paper says so."""
    seat, organisation, expected = CHAIRS[case]
    posts = (Post(id="leader", title="Leader", organisation=organisation), Post(id="deputy", title="Deputy"))
    posts += (Post(id="other", title="An Independent Chair"),)
    chaired = Membership(body="board", role=Role.CHAIR, **seat)
    drawn = chart(model(records=(body("board"), body("council", inside=False), *posts, chaired)))
    assert drawn.boxes[0].details == (expected,)


@pytest.mark.parametrize(
    ("title", "expected"), [("Chair of the Board", ()), ("Independent Chair", ("Independent Chair",))]
)
def test_a_chair_is_no_tautology(title: str, expected: tuple[str, ...]) -> None:
    """A body chaired by the holder of its own post of chair says no more than the post's title does."""
    post = Post(id="own", title=title, organisation="board")
    drawn = chart(model(records=(body("board"), post, Membership(member="own", body="board", role=Role.CHAIR))))
    assert drawn.boxes[0].details == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bi-monthly", "Meets bi-monthly"),
        ("differing from group to group", "Meetings: differing from group to group"),
    ],
)
def test_how_often_a_body_meets(text: str, expected: str) -> None:
    """What is no frequency does not follow "meets"."""
    assert chart(model(records=(body("board", meetings=Meetings(text=text)),))).boxes[0].details == (expected,)


def test_a_number_of_bodies_is_never_broken() -> None:
    """The brackets after a name stay on one line."""
    (box,) = chart(model(records=(body("groups", count=Range(2, None)),))).boxes
    assert box.name == "Groups (×\u00a0at\u00a0least\u00a02)"


def test_seats_are_listed_chair_first() -> None:
    """In the style of seats a box lists who sits on its body, in which capacity where not as a member."""
    posts = tuple(Post(id=name, title=name.title()) for name in ("ann", "bob", "cat"))
    seats = (
        Membership(member="ann", body="board", role=Role.ADVISER),
        Membership(member="bob", body="board"),
        Membership(member="cat", body="board", role=Role.CHAIR),
        Membership(member="bob", body="board", role=Role.OBSERVER, denied=True),
    )
    (box,) = chart(model(records=(body("board"), *posts, *seats)), View(style=Style.SEATS)).boxes
    assert box.seated
    assert box.details == ("•\u00a0Chair: Cat", "•\u00a0Ann (adviser)", "•\u00a0Bob")


def test_a_long_list_of_seats_ends_in_their_number() -> None:
    """No box is longer than a page."""
    seats = tuple(Membership(id=f"s{number}", body="board") for number in range(50))
    (box,) = chart(model(records=(body("board"), *seats)), View(style=Style.SEATS)).boxes
    assert (len(box.details), box.details[-1]) == (41, "•\u00a0and 10 more")


def test_one_who_sits_alone_is_no_list() -> None:
    """A single seat has no bullet before it."""
    seat = Membership(id="s", body="board", member="ann")
    (box,) = chart(model(records=(body("board"), Post(id="ann", title="Ann"), seat)), View(style=Style.SEATS)).boxes
    assert box.details == ("Ann",)


FOLDED = (body("groups"), body("mash", within="groups"), body("parenting", within="groups"))


def test_a_collective_unfolded() -> None:
    """Unfolded, the bodies within a collective stand under it, tied to it, and no note names them."""
    drawn = chart(model("groups reports_to board", records=FOLDED), View(unfold=True))
    assert [(each.subject, each.target) for each in drawn.lines if not each.keys] == [
        ("mash", "groups"),
        ("parenting", "groups"),
    ]
    rows = {box.id: box.row for box in drawn.boxes}
    assert rows["groups"] < rows["mash"] == rows["parenting"]
    assert drawn.notes == ()
    assert "is one of" in [entry.text for entry in drawn.legend]


def test_an_inner_body_with_lines_of_its_own_is_not_noted_too() -> None:
    """What has a box is tied to its collective, and the note names only the others."""
    drawn = chart(model("mash reports_to board", records=FOLDED))
    assert drawn.notes == ("* Groups (beside those drawn): Parenting.",)
    assert [(each.subject, each.target) for each in drawn.lines] == [("mash", "board"), ("mash", "groups")]


def test_a_line_that_says_it_is_part_needs_no_tie() -> None:
    """Where a line says that the inner body is part of the collective, it is not said twice."""
    drawn = chart(model("mash part_of groups", records=FOLDED))
    assert [each.keys for each in drawn.lines] == [("mash part_of groups",)]


def test_marks() -> None:
    """A mark shows in sign, in the legend, and keeps a marked line apart from others like it."""
    whole = model("a advises b", "a informs b")
    drawn = chart(whole, marks={"a": "found", "a informs b": "removed"})
    assert [box.caption for box in drawn.boxes] == ["! A", "B"]
    assert [each.label for each in drawn.lines] == ["advises", "−\u00a0informs"]
    assert [entry.text for entry in drawn.legend] == ["advises, informs", "removed", "found"]


def test_a_marked_seat_marks_its_body() -> None:
    """A seat that is added changes its body; one that is found points at it."""
    whole = model(records=(body("a"), body("b"), Membership(member="a", body="b")))
    (key,) = whole.seats
    marks = [chart(whole, marks={key: mark}).boxes[1].mark for mark in ("added", "found")]
    assert marks == [Mark.CHANGED, Mark.FOUND]


def test_what_is_marked_and_not_drawn_is_said() -> None:
    """A mark never vanishes with its box."""
    whole = model("a reports_to b", "c reports_to b", records=(line("c informs a", denied=True),))
    drawn = chart(whole, View(hide=("c",)), marks={"c": "added", "c reports_to b": "added"})
    assert drawn.notes == ("Marked too, but not on this chart: C and C reports to B.",)


@pytest.mark.parametrize(("marks", "named"), [({"x": "added"}, "'x'"), ({"a": "new"}, "'new'")])
def test_marks_there_are_not(marks: dict[str, str], named: str) -> None:
    """A key that no record has, and a mark that is none, are named."""
    with pytest.raises(UnknownNameError, match=named):
        chart(model("a reports_to b"), marks=marks)

"""Charts: which boxes and lines, and what they say."""

from __future__ import annotations

from tests.small import body, line, model
from trustgraph.charts import chart
from trustgraph.records import Document, Meetings, Membership, Post, View
from trustgraph.vocabulary import Basis, Force, Role


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

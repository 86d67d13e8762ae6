"""The profile of an arrangement, and who does what in it."""

from __future__ import annotations

import pytest

import trustgraph as tg
from tests.small import body, line, model
from trustgraph.analysis.structure.functions import Doing
from trustgraph.records import Membership, Post
from trustgraph.vocabulary import Act, Basis, Topic


def doer(name: str, *acts: Act, topic: Topic | None = Topic.PLAN, matter: str | None = None) -> tg.Body:
    """Return a body that does these things about one matter."""
    return body(name, functions=tuple(tg.Function(act=act, topic=topic, matter=matter) for act in acts))


def test_the_profile_of_a_sample() -> None:
    """Nottinghamshire: Trust, Board, Executive, working groups and eight groups; ten meetings at the least."""
    (row,) = tg.analysis.profile(tg.load("nottinghamshire-2016"))
    assert (row.bodies, row.reporting, row.depth, row.apexes) == (12, 2, 2, ("board",))
    assert (row.cycles, row.dual, row.meetings_least, row.meetings_most) == (0, 0, 10, None)


def test_the_profile_of_nothing() -> None:
    """An empty model has a profile, in which what is unknown is None."""
    (row,) = tg.analysis.profile(model())
    assert (row.bodies, row.seats, row.depth, row.share_stated, row.meetings_most) == (0, 0, 0, None, 0)


def test_the_profile_counts_templates_and_collectives() -> None:
    """Three of a template are three bodies, with three times the seats and meetings; a collective is those within."""
    four = tg.Meetings(text="quarterly")
    bodies = (
        body("local", count=tg.Range(3, 3), meetings=four),
        body("groups", collective=True),
        body("x", within="groups"),
    )
    post = Post(id="p", title="P")
    seats = (Membership(member="p", body="local"), Membership(member="p", body="groups"))
    (row,) = tg.analysis.profile(model(records=(*bodies, post, *seats)))
    assert (row.bodies, row.bodies_most, row.seats, row.meetings_least, row.unstated) == (4, 4, 4, 12, ("x",))


def test_the_share_that_the_paper_states() -> None:
    """Of two bodies and an inferred line two thirds are stated; denied lines are counted apart."""
    records = (line("a reports_to b", basis=Basis.INFERRED),)
    (row,) = tg.analysis.profile(model(records=records))
    assert row.share_stated == pytest.approx(2 / 3)
    (row,) = tg.analysis.profile(model(records=(body("a"), body("b"), line("a reports_to b", denied=True))))
    assert (row.reporting, row.denied) == (0, 1)


@pytest.mark.parametrize(
    ("bodies", "gaps"),
    [
        ((doer("a", Act.DECIDE), doer("b", Act.DECIDE, Act.DELIVER)), [("decide", "two_deciders")]),
        ((doer("a", Act.DELIVER),), [("decide", "no_decider")]),
        ((doer("a", Act.DECIDE),), [("deliver", "nobody_delivers")]),
        ((doer("a", Act.DIRECT, Act.MANAGE),), []),
        (
            (doer("a", Act.MONITOR), doer("b", Act.MONITOR)),
            [("monitor", "all_monitor"), ("decide", "no_decider"), ("deliver", "nobody_delivers")],
        ),
        ((doer("a", Act.DECIDE, topic=Topic.OTHER), doer("b", Act.DECIDE, topic=Topic.OTHER)), []),
        ((doer("a", Act.ADVISE, topic=None, matter="meals"),), []),
        ((doer("a", Act.DECIDE, topic=None), doer("b", Act.DECIDE, topic=None)), []),
        (
            (doer("a", Act.DECIDE, topic=None, matter="meals"), doer("b", Act.DECIDE, topic=None, matter="meals")),
            [("decide", "two_deciders")],
        ),
        (
            (doer("a", Act.MONITOR, topic=None, matter="meals"), doer("b", Act.MONITOR, topic=None, matter="meals")),
            [("monitor", "all_monitor")],
        ),
    ],
)
def test_doubles_and_gaps(bodies: tuple[tg.Body, ...], gaps: list[tuple[str, str]]) -> None:
    """Two deciders, none, all who monitor and nobody who delivers; of no one matter nothing can be said."""
    rows = tg.analysis.functions(model(records=bodies))
    assert [(row.act, row.gap) for row in rows if row.gap] == gaps


def test_of_other_matters_nothing_is_missing_by_its_word_either() -> None:
    """A topic may be given as a word."""
    rows = tg.analysis.functions(model(records=(doer("a", Act.ADVISE, topic=Topic.OTHER),)), topic="other")
    assert [row.gap for row in rows] == [None]


def test_who_does_what_by_topic() -> None:
    """Rows come by topic and act; a matter without topic stands last, in the paper's terms."""
    bodies = (
        doer("a", Act.ADVISE, topic=None, matter="meals"),
        doer("b", Act.DELIVER, Act.DECIDE),
        doer("c", Act.DELIVER),
    )
    rows = tg.analysis.functions(model(records=bodies))
    assert [row[:3] for row in rows] == [
        ("plan", Act.DECIDE, ("b",)),
        ("plan", Act.DELIVER, ("b", "c")),
        ("meals", Act.ADVISE, ("a",)),
    ]
    assert tg.analysis.functions(model(records=bodies), topic=Topic.RISK) == ()
    assert rows[0] == Doing("plan", Act.DECIDE, ("b",), ("b decide plan",), None)

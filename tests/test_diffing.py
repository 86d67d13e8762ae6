"""What makes one version of an arrangement into another."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

import trustgraph as tg
from tests.small import body, line, model
from tests.strategies import models
from trustgraph.comparison.changes import Turn, What
from trustgraph.comparison.diffing import diff
from trustgraph.records import Evidence, Membership, Post
from trustgraph.vocabulary import Role


# two arrangements each time are much to make
@pytest.mark.timeout(300)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(models(), models())
def test_the_changes_make_one_into_the_other(before: tg.Model, after: tg.Model) -> None:
    """Applied to the arrangement before, the changes give the one after, in its order."""
    assert diff(before, after).apply(before) == after


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(models())
def test_nothing_differs_from_itself(same: tg.Model) -> None:
    """An arrangement has no changes from itself."""
    assert not diff(same, same)


def test_the_samples_change_into_one_another() -> None:
    """From any sample's arrangement the changes lead to any other's."""
    samples = tg.load_all(tg.samples())
    assert [diff(one, other).apply(one) == other for one in samples for other in samples] == [True] * len(samples) ** 2


def test_a_merger() -> None:
    """The one executive of Nottinghamshire takes the place of two."""
    two, one = tg.load("nottinghamshire-two-executives"), tg.load("nottinghamshire-2016")
    (succession,) = diff(two, one).successions
    merged = (Turn.MERGED, ("help-and-protection", "health-and-well-being"), ("executive",))
    assert (succession.turn, succession.before, succession.after) == merged


CHAIR = Membership(member="leader", role=Role.CHAIR, body="board")
POSTS = (Post(id="leader", title="Leader"), Post(id="mayor", title="Mayor"))
CITED = (Evidence(where="3", quote="reports to the Board"),)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (model("one reports_to two"), model("one accountable_to two"), What.LINE_CHANGED),
        (
            model("one reports_to two"),
            model(records=(body("one"), body("two"), line("one reports_to two", evidence=CITED))),
            What.EVIDENCE,
        ),
        (
            model(records=(body("board"), *POSTS, CHAIR)),
            model(records=(body("board"), *POSTS, Membership(member="mayor", role=Role.CHAIR, body="board"))),
            What.RECHAIRED,
        ),
        (model(records=(body("board"),)), model(records=(body("board", name="Trust Board"),)), What.RENAMED),
        (model(records=(body("board"),)), model(records=(body("board", kind="board"),)), What.CHANGED),
        (model(records=(body("board"),)), model(records=(body("board"), body("group"))), What.ADDED),
        (model(records=(body("board"), body("group"))), model(records=(body("board"),)), What.REMOVED),
    ],
)
def test_what_happened(before: tg.Model, after: tg.Model, expected: What) -> None:
    """Each sort of change is called by its own word, and is one change."""
    assert [change.what for change in diff(before, after).changes] == [expected]

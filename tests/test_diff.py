"""trustgraph diff: the paragraph that explains a change, and the tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
DIFF = ("-m", "trustgraph", "diff")
TWO, ONE = "nottinghamshire-two-executives", "nottinghamshire-2016"
BEFORE = """
id: before
posts: {leader: {title: Leader}, mayor: {title: Mayor}}
bodies:
  board: {name: Board, kind: board, meetings: {text: monthly}, members: [{member: leader, role: chair}]}
"""


def test_the_paragraph_of_a_merger(run: Run) -> None:
    """Two executives become one, and no saving is claimed where the paper does not say how often they met."""
    done = run(*DIFF, TWO, ONE)
    told = " ".join(done.stdout.split())
    assert (done.returncode, "Two executives become one: the Help and Protection Executive and" in told) == (1, True)
    assert "would have met is not stated" in told
    assert "so no saving is claimed" in told


def test_no_difference_leaves_with_0(run: Run) -> None:
    """An arrangement does not differ from itself."""
    done = run(*DIFF, ONE, ONE)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Nothing differs.")


def test_chair_and_frequency(run: Run, tmp_path: Path) -> None:
    """Who takes the chair, and how often is met before and after, are said."""
    before, after = tmp_path / "before.yaml", tmp_path / "after.yaml"
    before.write_text(BEFORE, encoding="utf-8")
    after.write_text(
        BEFORE.replace("member: leader", "member: mayor").replace("monthly", "quarterly"), encoding="utf-8"
    )
    told = run(*DIFF, str(before), str(after)).stdout
    assert "The chair of the Board passes from the Leader to the Mayor." in told
    assert "The bodies together meet 4 times a year; before it was 12." in told


def test_json(run: Run) -> None:
    """The JSON has each change with its records."""
    told = json.loads(run(*DIFF, TWO, ONE, "--format", "json").stdout)
    assert told["successions"][0]["turn"] == "merged"
    assert {change["section"] for change in told["changes"]} >= {"bodies", "relationships", "memberships"}


def test_between_two_dates(run: Run) -> None:
    """One model is compared with itself as at two dates."""
    done = run(*DIFF, "worcestershire-2010", "--before", "2009-12", "--after", "2010-05")
    assert done.returncode in {0, 1}
    assert done.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [(ONE,), (ONE, "--before", "2010"), (ONE, TWO, "--after", "2010"), (ONE, "--before", "x", "--after", "2010")],
)
def test_half_a_question(run: Run, arguments: tuple[str, ...]) -> None:
    """A second model or two dates are needed, and dates that are dates."""
    assert run(*DIFF, *arguments).returncode == 2

"""Records made in code: words may be plain text, and what does not fit is told in words."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import numpy as np
import pytest

import trustgraph as tg
from tests.small import model
from trustgraph.errors import MissingExtraError, ModelError, TrustgraphError, UnknownNameError

BOARD = tg.Body(id="board", name="Board")
SMALL = tg.Model(id="small", bodies=(BOARD,))


def test_words_may_be_plain_text() -> None:
    """A word given as text is the word."""
    made: Any = tg.Model(id="small", bodies=[tg.Body(id="a", name="A", kind="board")])  # type: ignore[arg-type]
    assert (made.bodies[0].kind.tier, type(made.bodies)) == (tg.Tier.STRATEGIC, tuple)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (tg.Body(id="a", name="A", kind="bord"), "bodies[1].kind: there is no word 'bord'"),
        (tg.Body(id="a", name="A", kind="bord"), "Did you mean 'board'?"),
        (tg.Body(id="a", name=None), "bodies[1].name: expected a text, got None."),
        (tg.Body(id="a", name="A", meetings="monthly"), 'got a text. Write tg.Meetings(text="quarterly").'),
        (tg.Membership(body="board", seats=2), "memberships[0].seats: expected a record, got a whole number."),
        (tg.Relationship(subject="board", kind="advise", target="board"), "Did you mean 'advises'?"),
        (tg.Claim(id="c", text="t", stance="banana"), "claims[0].stance: there is no word 'banana'"),
        (tg.View(id="v", tiers=("stratgic",)), "views[0].tiers[0]: there is no word 'stratgic'"),
        (tg.Body(id="board", name="B"), "bodies[1].id: Two records have the id 'board'."),
    ],
)  # fmt: skip
def test_what_does_not_fit(record: Any, words: str) -> None:
    """The message names the record, the field and what would fit."""
    with pytest.raises(ModelError) as raised:
        SMALL.add(record)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    "record",
    [
        tg.Body(id="a", name="A", kind=np.str_("board")),
        tg.Body(id="a", name="A", kind=tg.Kind.ADVISES),
        tg.Body(id="a", name="A", inside=np.True_),
        tg.Body(id="a", name="A", count=tg.Range(np.int64(1), np.int64(1))),
        tg.Body(id="a", name="A", aliases=np.array(["one", "two"])),
        tg.Body(id="a", name="A", note=np.array(["one", "two"])),
    ],
)  # fmt: skip
def test_what_only_equals_a_value(record: Any) -> None:
    """What a data frame holds, such as a truth value of numpy's, is refused, though it equals the usual value."""
    with pytest.raises(ModelError):
        SMALL.add(record)


def test_what_is_no_record() -> None:
    """Only records can be added."""
    with pytest.raises(TypeError, match="cannot take a str"):
        SMALL.add("board")  # type: ignore[arg-type]


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])  # noqa: S301
def test_a_selected_model_survives_a_copy(again: Any) -> None:
    """A copy, and a model that was pickled, know what is only context."""
    part = tg.select(tg.load("nottinghamshire-2016"), tg.View(around="board"))
    assert part.context
    assert (again(part), again(part).context) == (part, part.context)


@pytest.mark.parametrize("error", [UnknownNameError("body", "a", ["b"]), MissingExtraError("xlsx"), ModelError([])])
def test_errors_survive_pickling(error: TrustgraphError) -> None:
    """An error raised in another process arrives as it was."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def test_a_model_is_short_to_look_at() -> None:
    """A model at the end of a notebook cell is one line, and yields its ids."""
    made = model("executive reports_to board")
    assert (repr(made), list(made)) == ("<Model small: 2 bodies, 0 posts, 1 lines, 0 seats>", ["executive", "board"])

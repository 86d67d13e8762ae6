"""Model: checked when made, never changed, and known by key."""

from __future__ import annotations

import copy
import pickle

import msgspec
import pytest

from tests.small import body, line, model
from trustgraph.errors import ModelError, Place, UnknownNameError
from trustgraph.model import Model
from trustgraph.records import Claim, Document, Evidence, Function, Membership, Post, View
from trustgraph.vocabulary import Act, Role, Stance, Topic

CHAIR = Post(id="chair", title="Chair")
BOARD = model("executive reports_to board", records=(CHAIR, Membership(member="chair", role=Role.CHAIR, body="board")))


def test_a_model_that_contradicts_itself_cannot_be_made() -> None:
    """All contradictions are told at once."""
    with pytest.raises(ModelError) as caught:
        model(records=(line("a tasks b"), line("a tasks b")), id="Kent")
    assert [problem.path for problem in caught.value.problems] == [("id",), ("relationships", 1)]


def test_a_model_cannot_be_changed() -> None:
    """A record and a model stay as they were made."""
    with pytest.raises(AttributeError):
        BOARD.title = "x"  # type: ignore[misc]


def test_bodies_and_posts_are_found_by_id() -> None:
    """One space of ids serves both."""
    assert (BOARD["board"].name, BOARD["chair"].name, "board" in BOARD, "x" in BOARD) == ("Board", "Chair", True, False)


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    """The name of nothing is answered with one that is."""
    with pytest.raises(UnknownNameError, match=r"no body or post named 'bord'\. Did you mean 'board'\?"):
        BOARD["bord"]


def test_lines_and_seats_are_known_by_their_sentence() -> None:
    """A line is subject, kind and target; a seat is member, role and body."""
    assert (list(BOARD.lines), list(BOARD.seats)) == (["executive reports_to board"], ["chair chair board"])


KEYS = {
    "a matter where two are equal": (
        (line("a tasks b", matter="x"), line("a tasks b", matter="y")),
        ["a tasks b (x)", "a tasks b (y)"],
    ),
    "a clause where no matter tells": (
        (line("a tasks b", evidence=(Evidence(where="1"),)), line("a tasks b", evidence=(Evidence(where="2"),))),
        ["a tasks b (1)", "a tasks b (2)"],
    ),
    "an id where one is given": ((line("a tasks b", id="first"), line("a tasks b")), ["first", "a tasks b"]),
    "ends in order where a line goes both ways": ((line("b works_with a"),), ["a works_with b"]),
}


@pytest.mark.parametrize("name", KEYS)
def test_a_line_has_a_key(name: str) -> None:
    """Keys are sentences, told apart by what the paper tells them apart by."""
    lines, keys = KEYS[name]
    assert list(model(records=(body("a"), body("b"), *lines)).lines) == keys


SEATS = {
    "vacant member a": Membership(body="a"),
    "b member a": Membership(body="a", member="b"),
    "b|a member a": Membership(body="a", any_of=("b", "a")),
    "x": Membership(body="a", id="x"),
}


@pytest.mark.parametrize("key", SEATS)
def test_a_seat_has_a_key(key: str) -> None:
    """A seat nobody holds is vacant; one of several is all of them."""
    assert list(model(records=(body("a"), body("b"), SEATS[key])).seats) == [key]


def test_a_function_has_a_key() -> None:
    """A function is body, act and topic, which is other where the paper's is none."""
    functions = (Function(act=Act.APPROVE, topic=Topic.PLAN), Function(act=Act.DECIDE))
    assert list(model(records=(body("a", functions=functions),)).functions) == ["a approve plan", "a decide other"]


def test_lines_are_grouped_by_subject_and_seats_by_body() -> None:
    """Whatever order they come in, lines and seats stand as their bodies do, and else as they came."""
    made = model("a tasks b", "b tasks a", "a advises b", records=(Membership(body="b"), Membership(body="a")))
    assert (list(made.lines), list(made.seats)) == (
        ["a tasks b", "a advises b", "b tasks a"],
        ["vacant member a", "vacant member b"],
    )


def test_places_are_no_part_of_a_model() -> None:
    """Two models are equal wherever they were written, and what is made from one keeps its places."""
    placed = BOARD.at({"board": Place("kent.yaml", 3, 1)})
    assert placed == BOARD
    assert placed.add(body("new")).places == {"board": Place("kent.yaml", 3, 1)}
    assert BOARD.places == {}


def test_records_of_any_kind_are_added() -> None:
    """Each goes to the end of its kind, and the model it came from is as it was."""
    claim = Claim(id="c", text="x", stance=Stance.AIM)
    grown = BOARD.add(body("new"), line("new reports_to board"), claim, Document(id="d"), View(id="v"))
    assert (grown.bodies[-1].id, list(grown.lines)[-1], grown.claims) == ("new", "new reports_to board", (claim,))
    assert len(BOARD.bodies) == 2


def test_a_view_is_found() -> None:
    """No name asks for the first view, or for everything where none is declared."""
    declared = BOARD.add(View(id="first", title="First"), View(id="second"))
    assert [declared.view(name).id for name in (None, "second", "all")] == ["first", "second", ""]
    assert BOARD.view() == View()
    with pytest.raises(UnknownNameError, match="Did you mean 'first'"):
        declared.view("frist")


def test_evidence_leads_to_its_document() -> None:
    """Evidence that names no document is in the only one."""
    one = BOARD.add(Document(id="paper"))
    assert one.document(Evidence(where="1")) == one.document(Evidence(document="paper")) == Document(id="paper")
    assert BOARD.document(Evidence(where="1")) is None


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda made: pickle.loads(pickle.dumps(made))])  # noqa: S301
def test_a_model_can_be_copied(again: object) -> None:
    """A copied or pickled model is the same model."""
    assert callable(again)
    assert again(BOARD) == BOARD


def test_a_model_comes_out_of_json() -> None:
    """Records decoded as a model are checked like any other."""
    assert msgspec.json.decode(msgspec.json.encode(BOARD), type=Model) == BOARD

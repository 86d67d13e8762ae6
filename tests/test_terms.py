"""One body's terms of reference, and a post's."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings

from tests.small import body, line, model
from tests.strategies import models
from trustgraph.formats import load, samples
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Document, Evidence, Function, Meetings, Membership, Post
from trustgraph.vocabulary import Act, BodyKind, Force, Role
from trustgraph.wording import Terms, outline, terms

PAPER = Document(id="paper")


def at(place: str) -> tuple[Evidence, ...]:
    """Return evidence of a place."""
    return (Evidence(where=place),)


def part(found: Terms, heading: str) -> list[str]:
    """Return what stands under a heading, or nothing."""
    return [str(statement) for each in found.parts if each.heading == heading for statement in each.statements]


@pytest.fixture
def kent() -> Model:
    """Return a board with an executive and a police force, as a paper might have it."""
    council = body("council", name="Kent Council", kind=BodyKind.COUNCIL, inside=False)
    approve = Function(act=Act.APPROVE, matter="the plan", evidence=at("2"))
    meetings = Meetings(text="quarterly", evidence=at("3"), note="In January first.")
    board = body("board", kind=BodyKind.BOARD, aliases=("KB",), functions=(approve,), meetings=meetings, note="New.")
    return model(
        records=(
            board,
            body("executive", kind=BodyKind.EXECUTIVE, inside=True),
            council,
            Post(id="leader", title="Leader", organisation="council", level=1),
            Membership(member="leader", body="board", role=Role.CHAIR, evidence=at("4")),
            Membership(member="council", body="board", seats=Range(2, 2), category="Partners"),
            Membership(member="leader", body="executive", role=Role.OBSERVER, denied=True, evidence=at("5")),
            line("executive accountable_to board", matter="delivery", evidence=at("6")),
            line("board delegates_to executive", force=Force.POWER),
            line("leader challenges executive", evidence=at("7")),
        ),
        documents=(PAPER,),
    )


def test_the_terms_of_a_body_as_text(kent: Model) -> None:
    """A heading a part, a line a statement with its clause, notes beneath, and what the paper does not state."""
    assert str(terms(kent, "KB")).splitlines() == [
        "Board",
        "  also called KB",
        "",
        "Standing",
        "  It is a board of the strategic tier",
        "",
        "Functions",
        "  It approves the plan (para 2)",
        "",
        "Seats",
        "  It has three seats",
        "",
        "Chair",
        "  It is chaired by the Leader of Kent Council (para 4)",
        "",
        "Partners",
        "  Kent Council, two seats",
        "",
        "Meetings",
        "  It meets quarterly (para 3)",
        "    Note: In January first.",
        "",
        "Quorum",
        "  The paper does not state what the quorum is",
        "",
        "Accountability",
        "  It holds the Executive to account for delivery (para 6)",
        "  The paper does not state to whom it is accountable",
        "",
        "Commissioning",
        "  It may delegate powers to the Executive",
        "",
        "Note",
        "  New.",
    ]


@pytest.mark.parametrize(
    ("heading", "statements"),
    [
        ("Seats", ["It does not have the Leader of Kent Council as an observer (para 5)"]),
        ("Chair", ["The paper does not state who the chair is"]),
        ("Accountability", ["It is accountable to the Board for delivery (para 6)"]),
        ("Challenge", ["It is challenged by the Leader of Kent Council (para 7)"]),
        ("Commissioning", ["It may have powers delegated by the Board"]),
        ("Functions", []),
    ],
)
def test_the_terms_of_an_executive(kent: Model, heading: str, statements: list[str]) -> None:
    """Lines are read from the body's own end; a part of which nothing is known is left out."""
    assert part(terms(kent, "executive"), heading) == statements


def test_an_outside_body_is_not_asked_for_its_quorum(kent: Model) -> None:
    """Of a body outside the arrangement only what is said is told, and where it and its posts sit."""
    found = terms(kent, "Kent Council")
    assert [each.heading for each in found.parts] == ["Standing", "Seats elsewhere"]
    assert part(found, "Seats elsewhere") == [
        "Its Leader chairs the Board (para 4)",
        "Kent Council sits on the Board as members",
        "Its Leader does not sit on the Executive as an observer (para 5)",
    ]


def test_the_terms_of_a_post(kent: Model) -> None:
    """A post has its organisation and level, its seats and its lines."""
    found = terms(kent, "leader")
    assert [each.heading for each in found.parts] == ["Standing", "Seats", "Challenge"]
    assert [*part(found, "Standing"), *part(found, "Challenge")] == [
        "The holder belongs to Kent Council and is of level 1",
        "The holder challenges the Executive (para 7)",
    ]


def test_two_posts_of_one_holder() -> None:
    """A post held by the holder of another says so."""
    posts = (Post(id="a", title="Chair", holder="x"), Post(id="b", title="Leader", holder="x"))
    assert part(terms(model(records=posts), "a"), "Standing") == ["The holder is also the Leader"]


@pytest.mark.parametrize(
    ("documents", "account", "quorum"),
    [
        ((), "The model does not state", "The model does not state"),
        ((PAPER, Document(id="other")), "The papers do not state", "The papers do not state"),
        ((Document(id="paper", missing=("the structure chart",)),), "our copy lacks the structure chart", "quorum is"),
        ((Document(id="paper", missing=("Appendix B",)),), "our copy lacks Appendix B", "our copy lacks Appendix B"),
    ],
)
def test_what_is_not_stated(documents: tuple[Document, ...], account: str, quorum: str) -> None:
    """Silence is that of the papers; what our copy lacks is named where it could say: a chart of lines only."""
    found = terms(model(records=(body("board"),), documents=documents), "board")
    assert account in part(found, "Accountability")[0]
    assert part(found, "Quorum")[0].startswith(quorum) or part(found, "Quorum")[0].endswith(quorum)


def test_what_holds_for_all_within_a_body() -> None:
    """What a collective does, each body within it does; the paper is then not silent on it."""
    groups = body("groups", collective=True, meetings=Meetings(text="monthly"))
    found = terms(
        model(records=(groups, body("mash", within="groups"), line("groups accountable_to board"), body("board"))),
        "mash",
    )
    assert part(found, "Meetings") == ["It is one of Groups, which meet monthly"]
    assert part(found, "Accountability") == ["It is one of Groups, which are accountable to the Board"]


@pytest.mark.parametrize("field", ["chaired", "accountable_to"])
def test_a_denial_is_no_answer(field: str) -> None:
    """Where the paper only says who is not the chair, or to whom a body does not answer, the rest is not stated."""
    denied = Membership(member="b", body="a", role=Role.CHAIR, denied=True)
    whole = model(records=(line("a accountable_to b", denied=True), denied), documents=(PAPER,))
    found = terms(whole, "a")
    heading, no, unstated = {
        "chaired": ("Chair", "It is not chaired by B", "The paper does not state who the chair is"),
        "accountable_to": (
            "Accountability",
            "It is not accountable to B",
            "The paper does not state to whom it is accountable",
        ),
    }[field]
    assert unstated in part(found, heading)
    assert no in [*part(found, heading), *part(found, "Seats")]


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=50)
@given(whole=models())
def test_any_model_can_be_read(whole: Model) -> None:
    """Whatever a model holds, its outline and everybody's terms can be told."""
    assert all(text.endswith(".") for text in outline(whole))
    assert all(terms(whole, which).id == which for which in whole)


@pytest.mark.parametrize("name", samples())
def test_every_body_of_a_sample_has_terms(name: str) -> None:
    """Each body and post of a sample has terms that read without a gap, in which each of its lines stands."""
    whole = load(name)
    for which in whole:
        text = str(terms(whole, which))
        assert re.search(r"\bNone\b|\(\)|…| ,|\bthe the\b|\b(It|They) (it|they)\b", text) is None
        lines = [each for each in whole.relationships if which in {each.subject, each.target}]
        assert len(text.splitlines()) >= len(lines)

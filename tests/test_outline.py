"""The outline of an arrangement, and the description of a chart."""

from __future__ import annotations

import re

import pytest

from tests.small import body, line, model
from trustgraph.formats import load, samples
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Claim, Document, Evidence, Function, Meetings, Membership, Post, Quorum, View
from trustgraph.views import select
from trustgraph.vocabulary import (
    Act,
    Basis,
    BodyKind,
    Comparison,
    Force,
    Legal,
    Majority,
    QuorumBase,
    Role,
    Stage,
    Stance,
    Topic,
)
from trustgraph.wording import description, outline

BOARD = {"kind": BodyKind.BOARD}
MORE_THAN, VOTING = Comparison.MORE_THAN, QuorumBase.VOTING


def at(*places: str) -> tuple[Evidence, ...]:
    """Return evidence of these places."""
    return tuple(Evidence(where=place) for place in places)


def test_the_arrangement_is_grouped_by_body() -> None:
    """What is said of one body stands together; what is said again of another is "it"."""
    whole = model(
        records=(
            body("executive", kind=BodyKind.EXECUTIVE),
            body("board", **BOARD),
            line("executive reports_to board", evidence=at("12")),
            line("board tasks executive", force=Force.POWER, evidence=at("11")),
        )
    )
    assert outline(whole)[1:] == (
        "The Executive reports to the Board (para 12); may be tasked by it (para 11).",
        "The Board may task the Executive (para 11); receives reports from it (para 12).",
    )


@pytest.mark.parametrize(
    ("fields", "paragraph"),
    [
        ({"meetings": Meetings(text="Quarterly", evidence=at("3"))}, "The Board meets quarterly (para 3)."),
        ({"meetings": Meetings(text="to be determined")}, "The Board meets “to be determined”."),
        (
            {"meetings": Meetings(text="before each meeting", relative_to="trust")},
            "The Board meets before each meeting, tied to the meetings of the Trust.",
        ),
        (
            {"stage": Stage.SHADOW, "since": "2010-01", "evidence": at("1")},
            "The Board is in shadow form and is in place from January 2010 (para 1).",
        ),
        ({"legal": Legal.STATUTORY, "basis": Basis.INFERRED}, "The Board is a statutory body (inferred)."),
        (
            {"time_limited": True, "levels": (2, 3)},
            "The Board is limited in time and draws on officers of levels 2 and 3.",
        ),
        ({"time_limited": False, "count": Range(3, 3)}, "The Board (three alike) is not limited in time."),
        (
            {"functions": (Function(act=Act.APPROVE, matter="the budget"), Function(act=Act.ADVISE, topic=Topic.PLAN))},
            "The Board approves the budget; advises on the plan.",
        ),
        (
            {"functions": (Function(act=Act.ANSWER_FOR, matter="that it works", on_behalf_of=("trust",)),)},
            "The Board answers for ensuring that it works, on behalf of the Trust.",
        ),
        (
            {"quorum": Quorum(share=0.5, requires=("trust",), carries=Majority.PRESENT, evidence=at("10"))},
            (
                "The Board is quorate with at least half of the members, the Trust among them; decides by a majority "
                "of those present (para 10)."
            ),
        ),
        (
            {"quorum": Quorum(number=4, comparison=MORE_THAN, of=VOTING, casting_vote=True, if_not="it adjourns")},
            (
                "The Board is quorate with more than four of the voting members, failing which it adjourns; "
                "gives its chair a casting vote."
            ),
        ),
        ({"quorum": Quorum(share=0.4)}, "The Board is quorate with at least 40% of the members."),
    ],
)
def test_facts(fields: dict[str, object], paragraph: str) -> None:
    """What a body is, how often it meets, what its quorum is and what it does."""
    assert paragraph in outline(model(records=(body("trust"), body("board", **BOARD, **fields))))


def test_lines_of_the_same_words_are_told_once() -> None:
    """What is said of several others in the same words names them together."""
    assert "A advises B, C and D." in outline(model("a advises b", "a advises c", "a advises d"))


def test_a_clause_stands_after_the_last_that_rests_on_it() -> None:
    """Statements in a row with one clause have it once; what has none is marked where another's follows."""
    lines = (line("a advises b", evidence=at("3")), line("a informs b", evidence=at("3")))
    said = model(records=(*lines, line("a tasks c"), line("a funds d", evidence=at("4"))))
    assert "A advises B; informs it (para 3); tasks C (no clause); funds D (para 4)." in outline(said)


def test_what_is_denied_is_told() -> None:
    """A line or seat that the paper denies is told as such."""
    whole = model(
        records=(
            line("a reports_to b", denied=True, evidence=at("9")),
            Membership(member="leader", body="a", role=Role.CHAIR, denied=True),
            Membership(member="leader", body="b", denied=True),
            Post(id="leader", title="Leader"),
        )
    )
    assert outline(whole)[1:] == (
        "A does not report to B (para 9). It is not chaired by the Leader.",
        "B does not receive reports from A (para 9). It does not have the Leader as a member.",
    )


def test_groups_within_a_body() -> None:
    """A collective names the bodies within it, which are told of on their own only where there is more to say."""
    inner = (body("mash", within="groups", evidence=at("5")), body("health", within="groups", evidence=at("5")))
    whole = model("mash advises board", records=(body("groups", collective=True), *inner))
    assert outline(whole)[1:] == (
        "The Board is advised by Mash.",
        "Groups include Mash and Health (para 5).",
        "Mash advises the Board.",
    )


def seated(number: int, **fields: object) -> Model:
    """Return a board of so many seats and a chair, cited at one place."""
    posts = [Post(id=f"p{each}", title=f"Officer {each}", organisation="council") for each in range(number)]
    seats = [Membership(member=post.id, body="board", evidence=at("Appendix B"), **fields) for post in posts]
    chair = (
        Post(id="leader", title="Leader", organisation="council"),
        Membership(member="leader", body="board", role="chair"),
    )
    council = body("council", name="Kent Council", kind=BodyKind.COUNCIL, inside=False)
    return model(records=(body("board", **BOARD), council, *posts, *seats, *chair))


def test_twenty_seats_stay_readable() -> None:
    """A long list of seats has its clause and the terms that all share only once."""
    text = outline(seated(20, substitute="a deputy"))[1]
    assert text.startswith(
        "The Board is chaired by the Leader of Kent Council. It has 21 seats. Members (a deputy may "
    )
    assert (text.count("Appendix B"), text.count("deputy"), text.count(";")) == (1, 1, 19)


def test_seats_are_classed_as_the_paper_has_them() -> None:
    """The vice-chair comes first, then each class in the paper's own words or by role; vacancies are told."""
    whole = model(
        records=(
            body("board", **BOARD),
            Post(id="leader", title="Leader"),
            Membership(member="police", body="board", category="Statutory partner"),
            body("police"),
            Membership(body="board", role=Role.ADVISER),
            Membership(member="leader", body="board", role=Role.VICE_CHAIR),
        )
    )
    assert outline(whole)[1] == (
        "The Board has three seats. Vice chair: Leader. Statutory partner: Police. Adviser: vacant."
    )


def test_the_chair_may_be_one_nobody_names() -> None:
    """A chair of whom the paper says only how one is found is told by that."""
    chair = Membership(body="board", role=Role.CHAIR, appointed="elected by the group")
    assert outline(model(records=(body("board", **BOARD), chair)))[1] == "The Board has a chair, elected by the group."


def test_an_own_post_in_the_chair() -> None:
    """A body chaired by a post of its own is chaired by "its" chair."""
    post = Post(id="chair", title="Independent Chair", organisation="board")
    chair = Membership(member="chair", body="board", role=Role.CHAIR)
    assert outline(model(records=(body("board", **BOARD), post, chair)))[1] == (
        "The Board is chaired by its Independent Chair."
    )


def test_the_heading_and_the_end() -> None:
    """First stands what the model is of and what our copy lacks, last what is claimed and what is only named."""
    whole = model(
        records=(body("a", evidence=at("2")),),
        title="Kent Trust",
        as_at="2010",
        since="2010-04",
        apexes=("a",),
        documents=(Document(id="d", title="Review", status="draft", missing=("the diagram",)),),
        claims=(Claim(id="c", text="It saves money.", stance=Stance.BENEFIT, evidence=at("7")),),
    )
    assert outline(whole) == (
        (
            "Kent Trust, as at 2010, from April 2010. Source: Review (draft). Our copy lacks the diagram. Lines of "
            "account end at A."
        ),
        "Benefits claimed: It saves money (para 7).",
        "Only named: A (para 2).",
    )


def test_a_chart_is_described_by_what_it_shows() -> None:
    """The description has the tiers and the lines drawn: nothing denied, nothing of bodies without a box, no seats."""
    scrutiny = body("panel", kind=BodyKind.SCRUTINY)
    whole = model(
        "executive reports_to board",
        "panel scrutinises board",
        "hidden advises board",
        records=(
            scrutiny,
            body("board", **BOARD),
            body("executive", kind=BodyKind.EXECUTIVE),
            line("executive tasks board", denied=True),
            Membership(member="panel", body="board"),
        ),
    )
    assert description(whole, ["executive", "board", "panel"]) == (
        "Strategic tier: the Board; executive tier: the Executive; outside the tiers: the Panel.",
        "The Executive reports to the Board.",
        "The Board is scrutinised by the Panel; receives reports from the Executive.",
        "The Panel scrutinises the Board.",
    )


def test_context_is_not_told() -> None:
    """Of a body that is only there because another refers to it nothing is said."""
    council = body("council", inside=False, functions=(Function(act=Act.APPROVE, matter="the budget"),))
    leader = Post(id="leader", title="Leader", organisation="council")
    chair = Membership(member="leader", body="board", role=Role.CHAIR)
    whole = model(records=(body("board", **BOARD), council, leader, chair))
    assert outline(select(whole, View(hide=("council",))))[1:] == ("The Board is chaired by the Leader of Council.",)


@pytest.mark.parametrize("name", samples())
def test_samples_read_well(name: str) -> None:
    """No sentence of a sample's outline has a gap, a doubled word, an empty bracket or a word out of the code."""
    slips = r"  |\bNone\b|_|\bthe the\b|\ba a\b|\bof of\b|\bit it\b|\(\)|\.\.|;;| ,| \.|…|para para|,,"
    assert [(slip[0], text[:60]) for text in outline(load(name)) for slip in re.finditer(slips, text)] == []


@pytest.mark.parametrize("name", samples())
def test_samples_name_every_body_and_cite_every_line(name: str) -> None:
    """Nothing of a sample is missing from its outline: each body and post by its name, each line by its clause."""
    whole = load(name)
    text = " ".join(outline(whole)).casefold()
    names = {which: (record.name, *getattr(record, "aliases", ())) for which, record in whole.by_id.items()}
    assert [which for which, called in names.items() if not any(name.casefold() in text for name in called)] == []
    places = {each.where for said in whole.relationships for each in said.evidence if each.where}
    assert [place for place in places if place.split(" > ")[-1].casefold() not in text] == []

"""Who challenges whom, how independently, and whether a delegate answers back."""

from __future__ import annotations

from typing import Any

import pytest

import trustgraph as tg
from tests.small import body, line, model
from trustgraph.analysis.challenges.challenge import Challenge
from trustgraph.records import Membership, Post
from trustgraph.vocabulary import Act, Force, Topic

POSTS = (Post(id="p", title="P"), Post(id="q", title="Q"))
ONE_PERSON = (Post(id="r", title="R", holder="h"), Post(id="s", title="S", holder="h"))


def seat(member: str, on: str, **fields: Any) -> Membership:
    """Return a seat on a body."""
    return Membership(member=member, body=on, **fields)


def chair(member: str, on: str, **fields: Any) -> Membership:
    """Return the chair's seat of a body."""
    return seat(member, on, role=tg.Role.CHAIR, **fields)


def does(act: Act, topic: Topic | None = None, matter: str | None = None) -> tg.Body:
    """Return the challenger, doing one thing."""
    return body("c", functions=(tg.Function(act=act, topic=topic, matter=matter),))


def challenged(*records: Any, topic: Topic | None = Topic.RISK) -> Challenge:
    """Return the challenge of x by c where the records are so."""
    asked = line("c challenges x", topic=topic, matter="danger")
    return tg.analysis.challenge(model(records=(*POSTS, asked, *records)))[0]


@pytest.mark.parametrize(
    ("number", "records", "outcome"),
    [
        (1, (line("c reports_to x"),), "failed"),
        (1, (line("c reports_to y"), line("y accountable_to x")), "failed"),
        (1, (line("c accountable_to y"),), "met"),
        (1, (line("c part_of x", denied=True),), "met"),
        (1, (line("c reports_to x", force=Force.POWER),), "not_stated"),
        (1, (line("c reports_to c"),), "not_stated"),
        (1, (), "not_stated"),
        (2, (chair("p", "c", appointed="by the X"),), "failed"),
        (2, (chair("p", "c", appointed="by the Council"),), "met"),
        (2, (chair("p", "c"),), "not_stated"),
        (2, (chair("p", "c", appointed="for two years"),), "not_stated"),
        (2, (body("x", name="Partnership Board"), chair("p", "c", appointed="by the Board")), "not_stated"),
        (2, (body("x", name="Trust Board"), body("b", name="Board"), chair("p", "c", appointed="by the Board")), "met"),
        (2, (body("sx", name="Safeguarding X"), chair("p", "c", appointed="by the Safeguarding X")), "met"),
        (2, (chair("p", "c", appointed="by the Xylophone Trust"),), "met"),
        (3, (chair("p", "c"), chair("p", "x")), "failed"),
        (3, (chair("c", "x"),), "failed"),
        (3, (chair("p", "c"), chair("q", "x")), "met"),
        (3, (*ONE_PERSON, chair("r", "c"), chair("s", "x")), "failed"),
        (3, (chair("y", "c"), chair("y", "x"), body("y")), "not_stated"),
        (3, (chair("p", "c"),), "not_stated"),
        (4, (seat("c", "x", voting=True),), "failed"),
        (4, (chair("p", "c"), seat("p", "x", voting=True)), "failed"),
        (4, (seat("c", "x", voting=False),), "met"),
        (4, (seat("c", "x", role=tg.Role.OBSERVER),), "met"),
        (4, (seat("p", "x"),), "met"),
        (4, (seat("c", "x"),), "not_stated"),
        (4, (seat("p", "x", voting=True, on_behalf_of=("c",)),), "failed"),
        (4, (Membership(any_of=("c", "p"), body="x", voting=True),), "not_stated"),
        (4, (seat("c", "x", denied=True),), "met"),
        (4, (seat("p", "x", denied=True),), "not_stated"),
        (4, (), "not_stated"),
        (5, (does(Act.DELIVER, Topic.RISK),), "failed"),
        (5, (does(Act.DELIVER, Topic.PLAN),), "met"),
        (5, (does(Act.ADVISE, Topic.RISK),), "met"),
        (5, (does(Act.DELIVER, matter="meals"),), "not_stated"),
        (5, (does(Act.DELIVER, matter="Danger"),), "failed"),
        (5, (), "not_stated"),
        (6, (line("x funds c"),), "failed"),
        (6, (line("x supports c"), line("y supports c")), "met"),
        (6, (line("x funds c"), line("y supports c")), "failed"),
        (6, (line("x funds c", force=Force.POWER),), "not_stated"),
        (6, (), "not_stated"),
        (7, (line("c reports_to y"),), "met"),
        (7, (does(Act.PUBLISH),), "met"),
        (7, (line("c reports_to x"),), "not_stated"),
        (7, (line("c reports_to y", force=Force.POWER),), "not_stated"),
        (7, (line("c informs c"),), "not_stated"),
        (7, (), "not_stated"),
    ],
)
def test_each_test_of_independence(number: int, records: tuple[Any, ...], outcome: str) -> None:
    """Each of the seven is met, failed or not stated by what stands in the records, silence never failing it."""
    assert challenged(*records).tests[number - 1].outcome == outcome


def test_a_test_names_the_records_it_rests_on() -> None:
    """What fails a test can be looked up by its key."""
    row = challenged(line("c reports_to x"))
    assert row.tests[0].because == ("c reports_to x",)


SUPPORTING = (
    line("c reports_to y"),
    chair("p", "c", appointed="by the Council"),
    chair("q", "x"),
    does(Act.ADVISE),
)


@pytest.mark.parametrize(
    ("records", "verdict"),
    [(SUPPORTING, "supported"), (SUPPORTING[1:], "not_shown"), ((*SUPPORTING, line("x funds c")), "compromised")],
)
def test_the_verdict(records: tuple[Any, ...], verdict: str) -> None:
    """The first five met support independence, one failed compromises it, and silence shows nothing."""
    assert challenged(*records).independent == verdict


def test_who_is_challenged_by_nobody() -> None:
    """Bodies of the arrangement that nobody challenges have rows; outside ones, and a denied challenge, have none."""
    records = (body("council", inside=False), line("council scrutinises b", denied=True))
    rows = tg.analysis.challenge(model("c monitors x", "b advises x", records=records))
    assert [(row.challenger, row.challenged) for row in rows] == [("c", "x"), (None, "c"), (None, "b")]


def test_a_challenged_collective_is_challenged_in_each_body_within() -> None:
    """What is challenged as one of several is not left unchallenged."""
    groups = (body("groups", collective=True), body("one", within="groups"), body("c", inside=False))
    assert len(tg.analysis.challenge(model("c scrutinises groups", records=groups))) == 1


@pytest.mark.parametrize(
    ("lines", "answers", "through"),
    [
        (("b reports_to a",), "directly", ("b", "a")),
        (("b reports_to c", "c reports_to a"), "through", ("b", "c", "a")),
        (("b reports_to c",), "elsewhere", ("c",)),
        (("b reports_to b",), "not_stated", ()),
        ((), "not_stated", ()),
    ],
)
def test_whether_a_delegate_answers_back(lines: tuple[str, ...], answers: str, through: tuple[str, ...]) -> None:
    """A delegate answers back in a line, through others, to others only, or as far as is stated to nobody."""
    (row,) = tg.analysis.delegations(model("a delegates_to b", *lines))
    assert (row.delegator, row.delegate, row.answers, row.through) == ("a", "b", answers, through)


def test_strict_delegation_takes_no_report_for_an_answer() -> None:
    """To report is not to be accountable where account is strict."""
    (row,) = tg.analysis.delegations(model("a delegates_to b", "b reports_to a"), strict=True)
    assert row.answers == "not_stated"


def test_delegations_on_a_topic() -> None:
    """A report on another topic is no answer for what is delegated, nor is a delegation of another listed."""
    records = (
        line("a delegates_to b", topic=Topic.RISK),
        line("a delegates_to c", topic=Topic.PLAN),
        line("b reports_to a", topic=Topic.PLAN),
    )
    (row,) = tg.analysis.delegations(model(records=records), topic=Topic.RISK)
    assert (row.delegate, row.answers) == ("b", "not_stated")


def test_a_denied_delegation_is_none() -> None:
    """What the paper says is not delegated is not listed."""
    assert tg.analysis.delegations(model(records=(line("a delegates_to b", denied=True), body("a"), body("b")))) == ()

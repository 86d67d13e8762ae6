"""The check of a model: what cannot be is found, each with the path to it, and nothing else."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.small import body, line
from trustgraph.contradictions import contradictions
from trustgraph.frequency import Range
from trustgraph.records import (
    Body,
    Claim,
    Columns,
    Document,
    Evidence,
    Function,
    Meetings,
    Membership,
    Post,
    Quorum,
    Records,
    View,
)
from trustgraph.vocabulary import Act, Stance

A, B, CHAIR = body("a"), body("b"), Post(id="chair", title="Chair")
NO_DOCUMENT = (Evidence(document="paper"),)
NOWHERE = Meetings(text="quarterly", relative_to="nowhere")
REVIEW = Function(act=Act.REVIEW, on_behalf_of=("nowhere",))


def records(**fields: Any) -> Records:
    """Return records as they might be written, with two bodies and a post unless others are given."""
    given = {"id": "kent", "bodies": (A, B), "posts": (CHAIR,), **fields}
    return Records(**{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()})


SOUND: dict[str, dict[str, Any]] = {
    "nothing": {"bodies": [], "posts": []},
    "a line to itself": {"relationships": [line("a reports_to a")]},
    "two that answer to each other": {"relationships": [line("a reports_to b"), line("b reports_to a")]},
    "a line both ways": {"relationships": [line("a works_with b")]},
    "lines of different kinds": {"relationships": [line("a tasks b"), line("a funds b")]},
    "equal lines on two matters": {"relationships": [line("a tasks b", matter="x"), line("a tasks b", matter="y")]},
    "equal lines with ids": {"relationships": [line("a tasks b", id="x"), line("a tasks b", id="y")]},
    "a line of a post": {"relationships": [line("chair accountable_to a")]},
    "a vacant seat": {"memberships": [Membership(body="a")]},
    "evidence of the one document": {
        "documents": [Document(id="paper")],
        "claims": [Claim(id="c", text="c", stance=Stance.AIM, evidence=(Evidence(where="1"), *NO_DOCUMENT))],
    },
    "an hour's silence": {"bodies": [body("a", count=Range(0, 0), quorum=Quorum(share=0.0, number=0))]},
    "a backslash before a letter": {"note": r"\b \f \u0001"},
    "any letter, and a break": {"note": "é–’👩‍👩‍👧אב\n\t\r\x85"},
}


@pytest.mark.parametrize("name", SOUND)
def test_what_may_be_is_let_be(name: str) -> None:
    """Whatever a real arrangement could be, however unwise, is no contradiction."""
    assert contradictions(Columns(records(**SOUND[name]))) == []


BROKEN: dict[str, tuple[dict[str, Any], tuple[str | int, ...]]] = {
    "the model's id": ({"id": "Kent"}, ("id",)),
    "an id with a blank": ({"bodies": [body("a b")]}, ("bodies", 0, "id")),
    "an id that begins with a hyphen": ({"bodies": [body("-a")]}, ("bodies", 0, "id")),
    "an id of no letters": ({"bodies": [A, Body(id="", name="B")]}, ("bodies", 1, "id")),
    "an id with a break": ({"bodies": [body("a\nb")]}, ("bodies", 0, "id")),
    "an id in another script": ({"bodies": [body("а")]}, ("bodies", 0, "id")),
    "one id twice": ({"bodies": [A, A]}, ("bodies", 1, "id")),
    "a body and a post of one id": ({"posts": [Post(id="a", title="A")]}, ("posts", 0, "id")),
    "one document twice": ({"documents": [Document(id="d"), Document(id="d")]}, ("documents", 1, "id")),
    "a view called all": ({"views": [View(id="all")]}, ("views", 0, "id")),
    "within nothing": ({"bodies": [body("a", within="nowhere")]}, ("bodies", 0, "within")),
    "within a post": ({"bodies": [body("a", within="chair")]}, ("bodies", 0, "within")),
    "members of nothing": ({"bodies": [body("a", members_of="nowhere")]}, ("bodies", 0, "members_of")),
    "meetings of nothing": ({"bodies": [body("a", meetings=NOWHERE)]}, ("bodies", 0, "meetings", "relative_to")),
    "a quorum of nobody": (
        {"bodies": [body("a", quorum=Quorum(requires=("chair", "nobody")))]},
        ("bodies", 0, "quorum", "requires", 1),
    ),
    "on behalf of nothing": (
        {"bodies": [body("a", functions=(REVIEW,))]},
        ("bodies", 0, "functions", 0, "on_behalf_of", 0),
    ),
    "a post of nothing": ({"posts": [Post(id="p", title="P", organisation="nowhere")]}, ("posts", 0, "organisation")),
    "a line from nothing": ({"relationships": [line("nowhere tasks a")]}, ("relationships", 0, "subject")),
    "a line to nothing": ({"relationships": [line("a tasks nowhere")]}, ("relationships", 0, "target")),
    "a line through nothing": (
        {"relationships": [line("a tasks b", via=("nowhere",))]},
        ("relationships", 0, "via", 0),
    ),
    "as often as nothing": (
        {"relationships": [line("a tasks b", frequency=NOWHERE)]},
        ("relationships", 0, "frequency", "relative_to"),
    ),
    "a seat on nothing": ({"memberships": [Membership(body="nowhere")]}, ("memberships", 0, "body")),
    "a seat on a post": ({"memberships": [Membership(body="chair")]}, ("memberships", 0, "body")),
    "a seat of nobody": ({"memberships": [Membership(body="a", member="nobody")]}, ("memberships", 0, "member")),
    "a seat of one of nobody": (
        {"memberships": [Membership(body="a", any_of=("nobody",))]},
        ("memberships", 0, "any_of", 0),
    ),
    "an apex that is nothing": ({"apexes": ["a", "nowhere"]}, ("apexes", 1)),
    "a view around nothing": ({"views": [View(id="v", around="nowhere")]}, ("views", 0, "around")),
    "a view that hides nothing": ({"views": [View(id="v", hide=("nowhere",))]}, ("views", 0, "hide", 0)),
    "a body within itself": ({"bodies": [body("a", within="a")]}, ("bodies", 0, "within")),
    "two within each other": ({"bodies": [body("a", within="b"), body("b", within="a")]}, ("bodies", 0, "within")),
    "a day that cannot be": ({"since": "2023-02-30"}, ("since",)),
    "a document's day": ({"documents": [Document(id="d", date="2023-02-30")]}, ("documents", 0, "date")),
    "a view's day": ({"views": [View(id="v", as_at="x")]}, ("views", 0, "as_at")),
    "an end before a start": ({"bodies": [body("a", since="2016", until="2015")]}, ("bodies", 0, "until")),
    "a document there is not": (
        {"bodies": [body("a", evidence=NO_DOCUMENT)]},
        ("bodies", 0, "evidence", 0, "document"),
    ),
    "evidence of which document": (
        {"documents": [Document(id="d"), Document(id="e")], "bodies": [body("a", evidence=(Evidence(where="1"),))]},
        ("bodies", 0, "evidence", 0),
    ),
    "evidence of meetings": (
        {"bodies": [body("a", meetings=Meetings(text="x", evidence=NO_DOCUMENT))]},
        ("bodies", 0, "meetings", "evidence", 0, "document"),
    ),
    "evidence of a function": (
        {"bodies": [body("a", functions=(Function(act=Act.REVIEW, evidence=NO_DOCUMENT),))]},
        ("bodies", 0, "functions", 0, "evidence", 0, "document"),
    ),
    "two equal lines": ({"relationships": [line("a tasks b"), line("a tasks b")]}, ("relationships", 1)),
    "two equal lines both ways": (
        {"relationships": [line("a works_with b"), line("b works_with a")]},
        ("relationships", 1),
    ),
    "two lines of one id": (
        {"relationships": [line("a tasks b", id="x"), line("b tasks a", id="x")]},
        ("relationships", 1),
    ),
    "two equal seats": ({"memberships": [Membership(body="a"), Membership(body="a")]}, ("memberships", 1)),
    "two equal functions": (
        {"bodies": [body("a", functions=(Function(act=Act.REVIEW),) * 2)]},
        ("bodies", 0, "functions", 1),
    ),
    "an empty name": ({"bodies": [Body(id="a", name=" \u3000")]}, ("bodies", 0, "name")),
    "an empty title": ({"posts": [Post(id="p", title="")]}, ("posts", 0, "title")),
    "a control character": ({"bodies": [body("a", note="x\x01")]}, ("bodies", 0, "note")),
    "a backspace": ({"bodies": [body("a", aliases=("x", "\b"))]}, ("bodies", 0, "aliases", 1)),
    "a form feed": ({"note": "\f"}, ("note",)),
    "a delete": ({"note": "\x7f"}, ("note",)),
    "a control character of the upper row": ({"note": "\x9f"}, ("note",)),
    "a noncharacter": ({"note": "\uffff"}, ("note",)),
    "a lone surrogate": ({"note": "\ud800"}, ("note",)),
    "a share over all": ({"bodies": [body("a", quorum=Quorum(share=50))]}, ("bodies", 0, "quorum", "share")),
    "a share that is no number": (
        {"bodies": [body("a", quorum=Quorum(share=float("nan")))]},
        ("bodies", 0, "quorum", "share"),
    ),
    "fewer than nobody": ({"bodies": [body("a", quorum=Quorum(number=-1))]}, ("bodies", 0, "quorum", "number")),
    "a range upside down": ({"bodies": [body("a", count=Range(4, 3))]}, ("bodies", 0, "count")),
    "seats below nothing": ({"memberships": [Membership(body="a", seats=Range(-1, 3))]}, ("memberships", 0, "seats")),
    "meetings beyond measure": (
        {"bodies": [body("a", meetings=Meetings(text="x", per_year=Range(0, 10**30)))]},
        ("bodies", 0, "meetings", "per_year"),
    ),
    "a level beyond measure": ({"posts": [Post(id="p", title="P", level=10**30)]}, ("posts", 0, "level")),
    "steps back": ({"views": [View(id="v", steps=-1)]}, ("views", 0, "steps")),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_is_found(name: str) -> None:
    """One contradiction is one problem, with the path to what is wrong and what to do."""
    fields, path = BROKEN[name]
    problems = contradictions(Columns(records(**fields)))
    assert [(problem.path, bool(problem.remedy)) for problem in problems] == [(path, True)]


def test_a_clash_names_both() -> None:
    """Of two records with one id, the problem leads to the first as well."""
    assert contradictions(Columns(records(bodies=[A, B, A])))[0].other == ("bodies", 0, "id")


def test_known_ids_are_not_missed() -> None:
    """Of what refers to records that could not be read, nothing is said."""
    wanting = records(relationships=[line("a tasks c")], bodies=[body("a", within="c", evidence=NO_DOCUMENT)])
    assert contradictions(Columns(wanting), known={"c", "paper"}) == []


def test_a_long_chain_is_checked_soon() -> None:
    """Five thousand bodies, each within the next, take no longer than a moment."""
    chain = [body(f"b{number}", within=f"b{number + 1}") for number in range(5000)]
    start = time.perf_counter()
    assert contradictions(Columns(records(bodies=[*chain, body("b5000")]))) == []
    assert time.perf_counter() - start < 5

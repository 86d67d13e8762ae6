"""The models that ship: each can be read and rests on its paper; what is known of the arrangements comes out."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import pytest

from trustgraph.formats import load, samples
from trustgraph.model import Model
from trustgraph.records import Post, Stated
from trustgraph.vocabulary import Basis, BodyKind, Kind, Role

each_sample = pytest.mark.parametrize("name", samples())


@pytest.fixture(scope="module")
def nottinghamshire() -> Model:
    """Return the arrangement proposed for Nottinghamshire from 2016."""
    return load("nottinghamshire-2016")


@pytest.fixture(scope="module")
def calderdale() -> Model:
    """Return the first option for Calderdale."""
    return load("calderdale-model-1")


@each_sample
def test_loads_without_a_warning(name: str) -> None:
    """A sample is read without a problem, and nothing in it is worth a warning."""
    with warnings.catch_warnings(record=True, action="always") as caught:
        model = load(name)
    assert (model.id, caught) == (name, [])


@each_sample
def test_every_statement_has_a_clause_and_a_quotation(name: str) -> None:
    """Whatever a sample says that its paper states, or infers from it, cites a clause and some words of it."""
    uncited = [
        where
        for where, record in _statements(load(name))
        if record.basis is not Basis.ASSUMED
        if not record.evidence or not all(evidence.where and evidence.quote for evidence in record.evidence)
    ]
    assert uncited == []


@each_sample
def test_quotations_are_short(name: str) -> None:
    """No quotation is longer than eight words: enough to find the place."""
    quotes = [evidence.quote or "" for _, record in _statements(load(name)) for evidence in record.evidence]
    assert [quote for quote in quotes if len(quote.split()) > 8] == []


@each_sample
def test_what_is_inferred_says_from_what(name: str) -> None:
    """What the paper does not state itself has a note that gives the reason."""
    unexplained = [
        where for where, record in _statements(load(name)) if record.basis is not Basis.STATED and not record.note
    ]
    assert unexplained == []


@pytest.mark.parametrize(("body", "a_year"), [("board", 3), ("executive", 7)])
def test_nottinghamshire_meetings(nottinghamshire: Model, body: str, a_year: int) -> None:
    """The Board meets three times a year, the Executive seven times."""
    meetings = nottinghamshire[body].meetings
    assert (meetings.yearly.least, meetings.yearly.most) == (a_year, a_year)


def test_nottinghamshire_shared_posts(nottinghamshire: Model) -> None:
    """One post sits on both bodies for certain; the safeguarding board's chair may."""
    certain = _posts(nottinghamshire, "board", certain=True) & _posts(nottinghamshire, "executive", certain=True)
    possible = _posts(nottinghamshire, "board") & _posts(nottinghamshire, "executive")
    assert (certain, possible - certain) == ({"corporate-director"}, {"nscb-chair"})


def test_nottinghamshire_organisations(nottinghamshire: Model) -> None:
    """Six organisations sit on the Board and seven on the Executive, four of them on both."""
    board, executive = _organisations(nottinghamshire, "board"), _organisations(nottinghamshire, "executive")
    assert (len(board), len(executive)) == (6, 7)
    assert board & executive == {"ncc", "police", "nscb", "ccgs"}


@pytest.mark.parametrize(("body", "rows"), [("board", 9), ("executive", 11)])
def test_nottinghamshire_seats(nottinghamshire: Model, body: str, rows: int) -> None:
    """Each row of the paper's tables of members is one seat."""
    assert sum(seat.body == body for seat in nottinghamshire.memberships) == rows


def test_nottinghamshire_chairs(nottinghamshire: Model) -> None:
    """The committee's chair leads the Board, the Corporate Director the Executive."""
    chairs = {seat.body: seat.member for seat in nottinghamshire.memberships if seat.role is Role.CHAIR}
    assert (chairs["board"], chairs["executive"]) == ("cyp-chair", "corporate-director")


def test_nottinghamshire_lines(nottinghamshire: Model) -> None:
    """The lines are those the report states, and no other."""
    stated = [key for key, line in nottinghamshire.lines.items() if line.basis is Basis.STATED]
    assert stated == [
        "board approves executive",
        "board tasks executive",
        "executive reports_to board",
        "executive establishes working-groups",
        "nscb recommends_to executive",
        "groups reports_to executive",
        "cyp-committee part_of ncc",
    ]


def test_nottinghamshire_account_is_by_report_only(nottinghamshire: Model) -> None:
    """The report calls nobody accountable, so that the only lines of account are reports."""
    account = [line.kind for line in nottinghamshire.relationships if line.kind.account != "none"]
    assert account == [Kind.REPORTS_TO, Kind.REPORTS_TO]


def test_nottinghamshire_takes_the_place_of_two_executives(nottinghamshire: Model) -> None:
    """The single executive succeeds the two of the earlier proposal, which that model has as its own."""
    replaced = [line.target for line in nottinghamshire.relationships if line.kind is Kind.SUCCEEDS]
    earlier = load("nottinghamshire-two-executives")
    assert [body.id for body in earlier.bodies if body.kind is BodyKind.EXECUTIVE] == replaced


def test_nottinghamshire_earlier_proposal_is_silent() -> None:
    """Of the earlier proposal no line, no seat and no frequency of meetings is told."""
    earlier = load("nottinghamshire-two-executives")
    assert (earlier.relationships, earlier.memberships) == ((), ())
    assert [body.id for body in earlier.bodies if body.meetings is not None] == []


def test_nottinghamshire_level_is_inferred(nottinghamshire: Model) -> None:
    """The Executive's chair is likely of a level above those from which the Executive is drawn."""
    chair, executive = nottinghamshire["corporate-director"], nottinghamshire["executive"]
    assert (chair.level, chair.basis, executive.levels) == (2, Basis.INFERRED, (3, 4))


def test_nottinghamshire_groups(nottinghamshire: Model) -> None:
    """The starred box holds the eight groups that the report lists."""
    assert sum(body.within == "groups" for body in nottinghamshire.bodies) == 8


def test_calderdale_lines(calderdale: Model) -> None:
    """The lines are those the paper states: none up from the Board, and none between it and the Executive."""
    assert [key for key, line in calderdale.lines.items() if line.basis is Basis.STATED] == [
        "executive recommends_to accountable-bodies",
        "commissioning-group coordinates themes",
        "commissioning-group recommends_to executive",
        "themes reports_to executive",
        "themes monitors partners",
        "integrated-workforce-group works_with themes",
        "themes works_with workforce-development-group",
        "themes succeeds existing-groups",
        "accountable-bodies delegates_to executive",
        "theme-lead-officers supports themes",
    ]


def test_calderdale_shared_posts(calderdale: Model) -> None:
    """The Board's chair sits on the Executive too, though the paper denies that any of its members does."""
    assert _posts(calderdale, "board") & _posts(calderdale, "executive") == {"dcs"}
    assert [seat.member for seat in calderdale.memberships if seat.denied] == ["executive-members"]


@pytest.mark.parametrize(
    ("body", "least", "most"),
    [("executive", 6, 24), ("board", 6, 24), ("commissioning-group", None, None), ("themes", None, None)],
)
def test_calderdale_meetings(calderdale: Model, body: str, least: int | None, most: int | None) -> None:
    """Bi-monthly is left open; of the other groups no number of meetings is known."""
    meetings = calderdale[body].meetings
    yearly = meetings and meetings.yearly
    assert (yearly and yearly.least, yearly and yearly.most) == (least, most)


def test_calderdale_themes(calderdale: Model) -> None:
    """There are six thematic partnerships, with one set of terms."""
    assert sum(body.within == "themes" for body in calderdale.bodies) == 6


def _statements(model: Model) -> Iterator[tuple[str, Stated]]:
    """Yield every statement of a model with what it is called by."""
    for body in model.bodies:
        yield body.id, body
        parts = {"meetings": body.meetings, "quorum": body.quorum}
        yield from ((f"{body.id} {part}", record) for part, record in parts.items() if record is not None)
    for key, line in model.lines.items():
        yield key, line
        if line.frequency is not None:
            yield f"{key} frequency", line.frequency
    yield from ((key, function) for key, (_, function) in model.functions.items())
    yield from model.seats.items()
    yield from ((record.id, record) for record in (*model.posts, *model.claims))


def _posts(model: Model, body: str, *, certain: bool = False) -> set[str]:
    """Return the posts that sit on a body, or only those that do without condition."""
    seats = [seat for seat in model.memberships if seat.body == body]
    return {seat.member for seat in seats if seat.member} | {
        name for seat in seats if not certain for name in seat.any_of
    }


def _organisations(model: Model, body: str) -> set[str | None]:
    posts = [model[name] for name in _posts(model, body)]
    return {post.organisation for post in posts if isinstance(post, Post)}

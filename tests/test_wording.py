"""Wording: records read aloud, with their clauses."""

from __future__ import annotations

import pytest

from tests.small import body, line, model
from trustgraph import wording
from trustgraph.records import Evidence, Meetings, Membership, Post
from trustgraph.vocabulary import Basis, Force, Role

WHERE = (Evidence(where="12"),)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (line("a reports_to b", evidence=WHERE), "A reports to B (para 12)."),
        (line("a reports_to b", matter="impact", via=("c",)), "A reports to B on impact, through C."),
        (line("a tasks b", force=Force.POWER), "A may task B."),
        (line("a accountable_to b", force=Force.EXPECTED), "A is expected to be accountable to B."),
        (line("a challenges b", denied=True), "A does not challenge B."),
        (line("a part_of b", basis=Basis.INFERRED, evidence=WHERE), "A is part of B (inferred; para 12)."),
        (line("groups reports_to b", frequency=Meetings(text="quarterly")), "Groups report to B, quarterly."),
        (line("groups accountable_to b"), "Groups are accountable to B."),
        (line("a approves b", product="annual plan"), "A approves proposals of B with annual plan."),
    ],
)
def test_sentences(said: object, sentence: str) -> None:
    """A line reads as a sentence with its matter, route, force and clause."""
    whole = model(records=(body("a"), body("b"), body("c"), body("groups", collective=True), said))
    assert wording.sentence(whole, whole.relationships[0]) == sentence


def test_the_outline_groups_by_body() -> None:
    """The outline says of each body what it does and what is done to it, once."""
    whole = model(
        "executive reports_to board",
        "board tasks executive",
        records=(
            body("board", meetings=Meetings(text="quarterly", evidence=WHERE)),
            Post(id="leader", title="Leader"),
            Membership(member="leader", body="board", role=Role.CHAIR),
        ),
    )
    assert wording.outline(whole) == (
        "Executive reports to Board; is tasked by Board.",
        "Board is chaired by Leader; meets quarterly (para 12); tasks Executive; receives reports from Executive.",
    )


def test_a_post_is_named_with_its_organisation() -> None:
    """A post's organisation stands in brackets behind it."""
    whole = model(records=(body("council"), Post(id="leader", title="Leader", organisation="council")))
    assert wording.name(whole, "leader") == "Leader (Council)"


def test_the_table_has_a_row_a_line() -> None:
    """A row says who, what, to whom, about what, and where it is said."""
    whole = model(records=(line("a reports_to b", matter="impact", evidence=WHERE), body("a"), body("b")))
    assert wording.table(whole) == (("A", "reports to", "B", "impact", "para 12"),)


@pytest.mark.parametrize(
    ("where", "read"),
    [
        (("12",), "para 12"),
        (("12", "12", "13"), "para 12; para 13"),
        (("12 > Membership",), "para 12, Membership"),
        (("Appendix A > 3.2.2 > Accountability",), "Appendix A, 3.2.2, Accountability"),
        (("3.2.2",), "3.2.2"),
        (("Appendix B", "8"), "Appendix B; para 8"),
    ],
)
def test_a_clause_reads_as_one_cites(where: tuple[str, ...], read: str) -> None:
    """A bare number is a paragraph, a path of headings a list, and a place cited twice is named once."""
    said = line("a tasks b", evidence=tuple(Evidence(where=path) for path in where))
    whole = model(records=(said,))
    assert wording.clause(whole, whole.relationships[0]) == read

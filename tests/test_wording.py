"""Wording: names, clauses, lines and seats read aloud."""

from __future__ import annotations

import pytest

from tests.small import body, line, model
from trustgraph import wording
from trustgraph.errors import UnknownNameError
from trustgraph.frequency import Range
from trustgraph.records import Document, Evidence, Meetings, Membership, Post, Relationship
from trustgraph.vocabulary import Attendance, Basis, BodyKind, Force, Kind, Role, Topic

WHERE = (Evidence(where="12"),)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (line("a reports_to b", evidence=WHERE), "A reports to B (para 12)."),
        (line("a reports_to b", matter="impact", via=("c",)), "A reports to B on impact, through C."),
        (line("a tasks b", force=Force.POWER), "A may task B."),
        (line("a accountable_to b", force=Force.EXPECTED), "A is expected to be accountable to B."),
        (line("groups tasks b", force=Force.EXPECTED), "Groups are expected to task B."),
        (line("a challenges b", denied=True), "A does not challenge B."),
        (line("a part_of b", denied=True), "A is not part of B."),
        (line("groups part_of b", denied=True), "Groups are not part of B."),
        (line("a tasks b", denied=True, force=Force.POWER), "A may not task B."),
        (line("a tasks b", denied=True, force=Force.EXPECTED), "A is not expected to task B."),
        (line("a part_of b", basis=Basis.INFERRED, evidence=WHERE), "A is part of B (inferred; para 12)."),
        (line("groups reports_to b", frequency=Meetings(text="quarterly")), "Groups report to B, quarterly."),
        (line("groups accountable_to b"), "Groups are accountable to B."),
        (line("a reports_to b", frequency=Meetings(text="regular reports")), "A reports to B through regular reports."),
        (line("a informs b", product="annual report"), "A informs B, with an annual report."),
        (line("a informs b", product="minutes", condition="if asked"), "A informs B, with minutes, if asked."),
        (line("a tasks b", matter="a review"), "A tasks B with a review."),
        (line("a directs b", matter="to monitor providers"), "A directs B to monitor providers."),
        (line("a approves b", topic=Topic.PLAN), "A approves proposals from B on the plan."),
        (line("a delegates_to b"), "A delegates powers to B."),
        (line("a delegates_to b", matter="spending"), "A delegates spending to B."),
        (line("a delegates_to b", matter="this, that …"), "A delegates this, that ... to B."),
        (line("a advises b", since="2010-04", until="2012"), "A advises B, from April 2010 until 2012."),
        (line("a advises b", since="2010-04-01", until="2010-04-01"), "A advises B, on 1 April 2010."),
        (line("a accountable_to a"), "A is accountable to itself."),
        (line("groups works_with groups"), "Groups work with one another."),
    ],
)
def test_sentences(said: Relationship, sentence: str) -> None:
    """A line reads as a sentence with its matter, route, force, dates and clause."""
    whole = model(records=(body("a"), body("b"), body("c"), body("groups", collective=True), said))
    assert wording.sentence(whole, whole.relationships[0]) == sentence


@pytest.mark.parametrize(
    ("said", "predicate"),
    [
        (line("a accountable_to b", matter="the plan"), "holds A to account for the plan"),
        (line("a tasks b", force=Force.POWER), "may be tasked by A"),
        (line("a reports_to b", denied=True), "does not receive reports from A"),
        (line("a tasks b", denied=True), "is not tasked by A"),
        (line("a delegates_to b", matter="spending"), "has spending delegated by A"),
        (line("a delegates_to b", denied=True), "does not have powers delegated by A"),
        (line("a reports_to b", product="annual report"), "receives an annual report from A"),
        (line("a reports_to b", frequency=Meetings(text="regular reports")), "receives regular reports from A"),
    ],
)
def test_lines_from_the_other_end(said: Relationship, predicate: str) -> None:
    """A line reads as well from its target."""
    whole = model(records=(said,))
    assert wording.predicate(whole, whole.relationships[0], passive=True) == predicate


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_reads_from_both_ends(kind: Kind) -> None:
    """No kind of line leaves a gap in its sentence, whether in force, denied or a power."""
    for fields in ({}, {"denied": True}, {"force": Force.POWER}):
        whole = model(records=(line(f"a {kind} b", **fields),))
        for passive in (False, True):
            text = wording.predicate(whole, whole.relationships[0], passive=passive)
            assert "…" not in text
            assert "A" in text if passive else "B" in text


@pytest.mark.parametrize(
    ("name", "fields", "called"),
    [
        ("Children's Trust Board", {"kind": BodyKind.BOARD}, "the Children's Trust Board"),
        ("MASH Governance Group", {}, "the MASH Governance Group"),
        ("Steering Group for Health (SGH)", {}, "the Steering Group for Health (SGH)"),
        ("The Probation Service", {"kind": BodyKind.ORGANISATION}, "the Probation Service"),
        ("Police Authority", {"kind": BodyKind.ORGANISATION}, "the Police Authority"),
        ("Kent Hospitals Trust", {"kind": BodyKind.ORGANISATION}, "Kent Hospitals Trust"),
        ("Kent County Council", {"kind": BodyKind.COUNCIL}, "Kent County Council"),
        ("Local Boards", {"collective": True}, "Local Boards"),
        ("Every partner", {"collective": True}, "every partner"),
    ],
)
def test_articles(name: str, fields: dict[str, object], called: str) -> None:
    """Boards and groups stand with "the"; councils, proper names and plurals without."""
    assert wording.called(model(records=(body("x", name=name, **fields),)), "x") == called


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("Chief Inspector", "the Chief Inspector of Kent Police"),
        ("Head of Safeguarding", "the Head of Safeguarding at Kent Police"),
        ("Kent Police Lead", "the Kent Police Lead"),
        ("Senior Managers", "Senior Managers of Kent Police"),
        ("Representative", "a Representative of Kent Police"),
        ("DCS", "the DCS of Kent Police"),
        ("Each inspector", "each inspector of Kent Police"),
    ],
)
def test_posts_within_a_sentence(title: str, called: str) -> None:
    """A post is said to be of its organisation, unless its title names that."""
    police = body("police", name="Kent Police", kind=BodyKind.ORGANISATION, inside=False)
    whole = model(records=(police, Post(id="post", title=title, organisation="police")))
    assert wording.called(whole, "post") == called


@pytest.mark.parametrize(
    ("name", "fields", "verb"),
    [
        ("Groups", {"collective": True}, "report"),
        ("Local Boards", {"count": Range(3, 3)}, "report"),
        ("Schools in Kent", {"collective": True}, "report"),
        ("Every partner", {"collective": True}, "reports"),
        ("Children and young people", {"collective": True}, "report"),
        ("Connexions", {}, "reports"),
    ],
)
def test_verbs_agree(name: str, fields: dict[str, object], verb: str) -> None:
    """A verb is in the plural after a name in the plural that stands for several."""
    whole = model("x reports_to b", records=(body("x", name=name, **fields),))
    assert wording.predicate(whole, whole.relationships[0]) == f"{verb} to B"


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
        (("12", "12", "13"), "paras 12 and 13"),
        (("11", "12", "13"), "paras 11, 12 and 13"),
        (("12 > Membership",), "para 12, Membership"),
        (("Appendix A > 3.2.2 > Accountability",), "Appendix A, 3.2.2, Accountability"),
        (("3.2.2",), "3.2.2"),
        (("Appendix B", "8"), "para 8; Appendix B"),
    ],
)
def test_a_clause_reads_as_one_cites(where: tuple[str, ...], read: str) -> None:
    """A bare number is a paragraph, a path of headings a list, and a place cited twice is named once."""
    said = line("a tasks b", evidence=tuple(Evidence(where=path) for path in where))
    whole = model(records=(said,))
    assert wording.clause(whole, whole.relationships[0]) == read


def test_a_clause_names_its_document_where_there_are_several() -> None:
    """Of several documents the one that is cited is named after its places."""
    cited = (Evidence(document="plan", where="2"), Evidence(document="plan", where="3"), Evidence(document="act"))
    documents = (Document(id="plan", title="The Plan"), Document(id="act"))
    whole = model(records=(line("a tasks b", evidence=cited),), documents=documents)
    assert wording.clause(whole, whole.relationships[0]) == "paras 2 and 3, The Plan; act"


@pytest.mark.parametrize(
    ("fields", "seat"),
    [
        ({}, "Leader, Kent Council"),
        ({"body": "council"}, "Leader"),
        ({"seats": Range(2, 2)}, "Leader, Kent Council, two seats"),
        ({"seats": Range(0, 0)}, "Leader, Kent Council"),
        ({"seats": Range(0)}, "Leader, Kent Council, any number"),
        ({"attendance": Attendance.WHEN_REQUIRED}, "Leader, Kent Council, when required"),
        ({"voting": False}, "Leader, Kent Council, without a vote"),
        ({"voting": False, "role": Role.OBSERVER}, "Leader, Kent Council"),
        ({"substitute": "a deputy"}, "Leader, Kent Council, a deputy may stand in"),
        ({"on_behalf_of": ("council",)}, "Leader, Kent Council"),
        ({"on_behalf_of": ("board",)}, "Leader, Kent Council, also for the Board"),
        ({"appointed": "elected yearly", "until": "2012"}, "Leader, Kent Council, elected yearly, until 2012"),
        ({"member": None, "any_of": ("leader", "board")}, "Leader (Kent Council) or Board"),
        ({"member": None}, "vacant"),
        ({"basis": Basis.ASSUMED}, "Leader, Kent Council (assumed)"),
    ],
)
def test_seats(fields: dict[str, object], seat: str) -> None:
    """A seat reads with its holder, how many there are and on which terms it is held."""
    council = body("council", name="Kent Council", kind=BodyKind.COUNCIL)
    leader = Post(id="leader", title="Leader", organisation="council")
    membership = Membership(**{"member": "leader", "body": "board", **fields})
    whole = model(records=(council, body("board"), leader, membership))
    assert str(wording.seat(whole, membership)) == seat


@pytest.mark.parametrize("text", ["board", "kent board", "The Kent Board", "KB", "the  kb", "Young People’s Board"])
def test_a_body_is_found_by_what_it_is_called(text: str) -> None:
    """An id, a name or an alias finds a body, with or without capitals and article."""
    board = body("board", name="Kent Board", aliases=("KB", "Young People's Board"))
    assert wording.named(model("executive reports_to board", records=(board,)), text) == board


@pytest.mark.parametrize(
    ("text", "hint"),
    [("kent bord", "Did you mean 'Kent Board'?"), ("chair", "Several have the name; say 'one' or 'two'.")],
)
def test_a_body_that_is_not_found(text: str, hint: str) -> None:
    """An unknown name brings the nearest, one that several have brings their ids."""
    posts = (Post(id="one", title="Chair"), Post(id="two", title="Chair"))
    with pytest.raises(UnknownNameError) as raised:
        wording.named(model(records=(body("board", name="Kent Board"), *posts)), text)
    assert hint in str(raised.value)


@pytest.mark.parametrize(
    ("number", "words"), [(3, "three"), (12, "12"), (0, "0"), (Range(2), "at least two"), (Range(3, 12), "three to 12")]
)
def test_numbers_in_words(number: int | Range, words: str) -> None:
    """Numbers up to ten are in words."""
    assert wording.spelt(number) == words

"""Whether quotations stand where a model says: clauses, sections, and what is uncited."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.papers import FILE, PAPER, citing, papers
from tests.small import body
from trustgraph.errors import Place
from trustgraph.formats import loads
from trustgraph.model import Model
from trustgraph.records import Claim, Document, Evidence, Function, Meetings, Membership, Post, Quorum, Relationship
from trustgraph.verification import Fault, Figures, figures, verify
from trustgraph.verification.sources import following

STANDING = {
    "number with a point": ("1", "three times per year"),
    "number with a bracket": ("3", "It will ensure"),
    "number written with its mark": ("3)", "It will ensure"),
    "number of several parts": ("3.1.1", "The Board approves the plan"),
    "number within another": ("3.1", "The Board approves the plan"),
    "part within its whole": ("3 > 3.1 > 3.1.1", "approves the plan"),
    "letter in brackets": ("3 > a)", "to lead"),
    "number on a line of its own": ("3.1.1", "3.1.1 The Board"),
    "heading": ("Accountability", "It answers to the Council"),
    "heading said before in a list of contents": ("Membership", "County Council"),
    "heading, the second of that name": ("Terms of reference > Membership", "Leader (Chair)"),
    "number under a heading": ("Terms of reference > 3.1", "The duties stand here"),
    "heading in a column": ("Forum", "Parent"),
    "heading in the column beside": ("Panel", "Headteacher"),
    "cell of a table": ("County Council", "Leader"),
    "words over two lines": ("2", "a small group"),
    "straight quotes for curly ones": ("2", "the Children's Trust Board"),
    "curly quotes for straight ones": ("3", "ensure “high quality” services"),
    "another dash": ("2", "the Executive - a small"),
    "white space of other sorts": ("1", "The  Board\u00a0will\tmeet"),
    "line that starts with a bullet": ("hear", "hear from the groups"),
    "word before the mark of a footnote": ("Accountability", "answers to the Council"),
    "quantity at the start of a line": ("2", "3 members a year step down"),
}
ASTRAY = {
    "other words": (("1", "five times a year"), '"five times a year" stands nowhere in paper.txt.'),
    "other case": (("1", "the board will meet"), "stands nowhere"),
    "end within a word": (("1", "The Board will mee"), "stands nowhere"),
    "start within a word": (("1", "oard will meet"), "stands nowhere"),
    "end before an apostrophe": (("2", "the Children"), "stands nowhere"),
    "no word at all": (("1", "."), "stands nowhere"),
    "other section": (("1", "a small group"), "does not stand under 1, line 5; it stands at line 6."),
    "section before": (("2", "The Board will meet"), "does not stand under 2, line 6; it stands at line 5."),
    "another cited section": (
        ("3.1", "for the Executive"),
        "does not stand under 3.1, lines 11, 21; it stands at line 18",
    ),
    "steps the other way round": (
        ("3.1 > 3", "to lead"),
        "no line of paper.txt within 3.1 starts with '3'; it stands at",
    ),
    "number that is not there": (("9", "to lead"), "no line of paper.txt starts with '9'; it stands at line 12."),
    "part of a number": (("3.1.1.1", "to lead"), "starts with '3.1.1.1'"),
    "part of a heading's word": (("Account", "It answers"), "no line of paper.txt starts with 'Account'"),
    "heading within a line": (("quality", "services"), "starts with 'quality'"),
    "paragraph by its name": (("para 2", "a small group"), "Write '2', as it stands there."),
    "empty step": (("2 > ", "a small group"), "starts with ''"),
    "no clause": ((None, "to lead"), '"to lead" has no clause; it stands at line 12.'),
    "neither clause nor quotation": ((None, None), "its evidence has no clause. Add 'where'."),
    "nine words": (("1", "one two three four five six seven eight nine"), "has 9 words. Quote at most 8"),
    "signs with a meaning elsewhere": (("1", "The (.*) will [a-z]+ three"), "stands nowhere"),
}


@pytest.mark.parametrize("case", STANDING)
def test_quotation_that_stands(case: str, tmp_path: Path) -> None:
    """A quotation is found under its clause however the paper numbers, heads, breaks and sets its text."""
    assert verify(citing(STANDING[case]), papers(tmp_path)) == ()


def test_all_that_stands_stands_together(tmp_path: Path) -> None:
    """The clauses of a model that hold each alone hold beside one another where each has its own section."""
    cited = [cited for case, cited in STANDING.items() if "table" not in case and "bullet" not in case]
    assert verify(citing(*cited), papers(tmp_path)) == ()


@pytest.mark.parametrize("case", ASTRAY)
def test_quotation_astray(case: str, tmp_path: Path) -> None:
    """What is not found is told of: whether words, clause or section are wrong, and where the words stand."""
    cited, words = ASTRAY[case]
    (found,) = [each for each in verify(citing(cited), papers(tmp_path)) if each.fault is Fault.ASTRAY]
    assert words in f"{found.message} {found.remedy}"


def test_another_heading_ends_a_section(tmp_path: Path) -> None:
    """A section ends where a heading stands that the model cites beside it, and is said to be under that."""
    model = citing(("Membership", "It answers to"), ("Accountability", "It answers to"))
    (found,) = verify(model, papers(tmp_path))
    assert found.message.endswith(
        "does not stand under Membership, line 3; it stands at line 27, under Accountability."
    )


def test_heading_below_another_is_part_of_it(tmp_path: Path) -> None:
    """A heading that one path names below another does not end that one's section, though a third names it alone."""
    model = citing(("Membership", "County Council"), ("Terms of reference > Membership", "County Council"))
    assert verify(model, papers(tmp_path)) == ()


def test_headings_in_one_line_head_columns(tmp_path: Path) -> None:
    """Where two headings stand in one line, what is below one is not below the other."""
    model = citing(("Panel", "Headteacher"), ("Forum", "Parent"), ("Panel", "gives views"), ("Forum", "gives advice"))
    found = verify(model, papers(tmp_path))
    assert [(each.where, each.message.rpartition(", ")[2]) for each in found] == [
        ("Panel", "under Forum."),
        ("Forum", "under Panel."),
    ]


def test_number_ends_no_heading(tmp_path: Path) -> None:
    """A heading's section goes on over the numbers in it, though the model cites them elsewhere."""
    text = "1. One\n2. Two\nAppendix\n1. Uno\n2. Due\n3. Tre\n"
    model = citing(("2", "Two"), ("1", "One"), ("Appendix", "Tre"), ("Appendix > 2", "Due"))
    assert verify(model, papers(tmp_path, text)) == ()


@pytest.mark.parametrize(
    ("number", "ends"),
    [
        ("12", {"13", "13."}),
        ("3.2.5", {"3.2.6", "3.3", "4."}),
        ("a)", {"b)"}),
        ("i)", {"j)", "ii)"}),
        ("z)", set()),
        ("iv)", {"v)"}),
    ],
)
def test_what_follows_a_number(number: str, ends: set[str]) -> None:
    """The next in its sequence ends the section of a number, or the next of what it is within."""
    assert set(following(number)) == ends


def test_stated_records_without_a_quotation(tmp_path: Path) -> None:
    """Every kind of statement is listed where it quotes nothing, by its key; what is inferred is not."""
    meetings = Meetings(text="quarterly")
    board = body("board", meetings=meetings, quorum=Quorum(number=3), functions=(Function(act="approve"),))
    line = Relationship(subject="board", kind="reports_to", target="council", frequency=meetings)
    model = Model(
        id="kent",
        bodies=(board, body("council", basis="inferred")),
        posts=(Post(id="leader", title="Leader"),),
        relationships=(line,),
        memberships=(Membership(member="leader", body="board"),),
        claims=(Claim(id="calm", text="Calm", stance="aim"),),
    )
    found = verify(model, tmp_path)
    assert {each.fault for each in found} == {Fault.UNCITED}
    assert sorted(each.key for each in found) == [
        "board",
        "board approve other",
        "board meetings",
        "board quorum",
        "board reports_to council",
        "board reports_to council frequency",
        "calm",
        "leader",
        "leader member board",
    ]


def test_where_alone_is_looked_up(tmp_path: Path) -> None:
    """A clause without a quotation, beside another that has one, must lead somewhere all the same."""
    (found,) = verify(citing(("1", "The Board will meet"), ("9", None)), papers(tmp_path))
    assert (found.where, found.quote, found.fault) == ("9", None, Fault.ASTRAY)


def test_paper_that_is_not_there_is_listed_once(tmp_path: Path) -> None:
    """A paper that is missing is one discrepancy, which names the file that is near, and finds nothing."""
    model = citing(("1", "The Board"), ("2", "to the"))
    (found,) = verify(model, papers(tmp_path, name="papers.txt"))
    assert (found.fault, found.document) == (Fault.ABSENT, "paper")
    assert (found.message, found.remedy) == (f"there is no paper.txt in {tmp_path}.", "Did you mean 'papers.txt'?")
    assert figures(model, (found,)) == Figures(quotations=2, found=0, uncited=0, personal=0)


def test_model_without_documents(tmp_path: Path) -> None:
    """Evidence in no document is told of."""
    evidence = (Evidence(where="1", quote="The Board"),)
    (found,) = verify(Model(id="kent", bodies=(body("board", evidence=evidence),)), papers(tmp_path))
    assert (found.key, found.message) == ("kent", "it lists no paper.")


def test_each_paper_has_its_own_clauses(tmp_path: Path) -> None:
    """A quotation is looked up in the document that it names."""
    evidence = (
        Evidence(document="other", where="1", quote="Alone"),
        Evidence(document="paper", where="2", quote="Alone"),
    )
    documents = (Document(id="paper"), Document(id="other"))
    model = Model(id="kent", documents=documents, bodies=(body("board", evidence=evidence),))
    papers(tmp_path)
    (found,) = verify(model, papers(tmp_path, "1. Alone", "other.txt"))
    assert (found.document, found.message) == ("paper", '"Alone" stands nowhere in paper.txt.')


def test_discrepancies_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Each discrepancy has the place of its record, and they are in the order of the file."""
    model = loads(FILE.replace("quote: three times per year", "quote: at all").encode(), "kent.yaml")
    found = verify(model, papers(tmp_path))
    assert [each.place for each in found] == [Place("kent.yaml", 4, 3), Place("kent.yaml", 9, 7)]


def test_the_paper_has_what_the_cases_need() -> None:
    """The lines that messages speak of are those of the paper."""
    lines = PAPER.splitlines()
    assert (lines[4][:2], lines[11], lines[22], lines[25]) == ("1.", "(a) to lead", "Membership", "Accountability")

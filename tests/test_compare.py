"""trustgraph compare: arrangements side by side, matched by what their bodies are and do."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.small import body, line, model
from trustgraph.comparison.cells import Answer, Cell, Ground
from trustgraph.comparison.comparing import Comparison, compare
from trustgraph.comparison.matching import match
from trustgraph.comparison.sentences import Shared
from trustgraph.errors import ModelError, UnknownNameError
from trustgraph.formats import load_all, loads
from trustgraph.model import Model
from trustgraph.records import Document, Meetings, Membership, Post
from trustgraph.reports.sidebyside import as_html

Run = Callable[..., CompletedProcess[str]]
COMPARE = ("-m", "trustgraph", "compare")
CALDERDALE, NOTTINGHAMSHIRE, WORCESTERSHIRE = "calderdale-model-1", "nottinghamshire-2016", "worcestershire-2010"
SUFFOLK, BUCKINGHAMSHIRE = "suffolk-2010", "buckinghamshire-2009"
FIVE = (CALDERDALE, NOTTINGHAMSHIRE, WORCESTERSHIRE, SUFFOLK, BUCKINGHAMSHIRE)


@cache
def five() -> Comparison:
    """Return the comparison of the five."""
    return compare(load_all(FIVE))


def cell(row: str, name: str) -> Cell:
    """Return what one of the five says to a question."""
    at = [each.id for each in five().rows].index(row)
    return five().cells[at][FIVE.index(name)]


def small(name: str, *lines: str, **fields: object) -> Model:
    """Return a small arrangement with a board."""
    board = body("board", kind="board", tier="strategic")
    return model(*lines, records=(board, *fields.pop("records", ())), id=name, place=name.title(), **fields)


@pytest.mark.parametrize(
    ("part", "bodies"),
    [
        ("board", ("board", "board", "trust-board", "board", "board")),
        ("executive", ("executive", "executive", "management-group", "executive", None)),
        ("commissioning", ("commissioning-group", None, "joint-commissioning-executive", "jcu", "jcg")),
        ("plan", (None, None, None, None, "plan-group")),
        ("local", (None, "local-management", "local-partnerships", "ccsg", "local-boards")),
        ("delivery", ("themes", "groups", None, "partnership-groups", "partnership-groups")),
        ("safeguarding", ("lscb", "nscb", "wscb", "scb", "lscb")),
        ("parent", (None, None, "lsps", "ssp-board", "bsp")),
    ],
)
def test_who_plays_a_part(part: str, bodies: tuple[str | None, ...]) -> None:
    """A body is matched by what it is and does, whatever it is called."""
    rows = [row for row in five().matches if row.part == part]
    assert tuple(row.bodies[0] if row.bodies else None for row in rows) == bodies


def test_a_name_alone_is_no_match() -> None:
    """A body that has only the name of an executive is not taken for one."""
    named = body("executive", name="Executive Group", tier="operational", kind="forum")
    rows = match([small("kent", records=(named,)), small("essex", records=(body("executive", kind="executive"),))])
    assert {row.model: row.bodies for row in rows if row.part == "executive"} == {"kent": (), "essex": ("executive",)}


def test_why_and_how_sure() -> None:
    """A proposal says why and how sure it is, in a number and in words."""
    (row, _) = match([small("kent"), small("essex")])
    assert (row.sure, row.degree) == (0.78, "likely")
    assert row.why == ("it is a board", "it stands in the strategic tier", "its name says “Board”")


def test_a_pin_stands_against_the_evidence() -> None:
    """What is pinned is taken, and is sure."""
    rows = match([small("kent"), small("essex")], {("board", "kent"): ()})
    assert [(row.model, row.bodies, row.degree) for row in rows if row.part == "board"] == [
        ("kent", (), "no counterpart, pinned"),
        ("essex", ("board",), "likely"),
    ]


@pytest.mark.parametrize(
    ("row", "name", "answer", "text"),
    [
        ("chair-board", CALDERDALE, Answer.YES, "The Children's Trust Board is chaired by the DCS"),
        ("chair-board", SUFFOLK, Answer.CONTRADICTORY, "nominated by the Board's members"),
        ("chair-executive", CALDERDALE, Answer.NOT_STATED, "Who chairs the Children's Trust Executive"),
        ("chair-executive", BUCKINGHAMSHIRE, Answer.NOT_IN_COPY, "No body is named that plays the part"),
        ("seats-executive", WORCESTERSHIRE, Answer.NOT_STATED, "besides who chairs it"),
        ("seats-board", SUFFOLK, Answer.YES, "at least 17 seats, as listed"),
        ("votes", SUFFOLK, Answer.YES, "At least 14 seats have a vote"),
        ("votes", BUCKINGHAMSHIRE, Answer.NOT_STATED, "Who votes"),
        ("quorum", SUFFOLK, Answer.YES, "the quorum of the Children's Trust Strategic Board is at least nine"),
        ("quorum", NOTTINGHAMSHIRE, Answer.NOT_IN_COPY, "Our copy lacks the earlier report"),
        ("meets-board", CALDERDALE, Answer.YES, "bi-monthly, which makes six or 24 a year"),
        ("meets-executive", SUFFOLK, Answer.YES, "four to eight a year"),
        ("answers-board", BUCKINGHAMSHIRE, Answer.YES, "accountable to the Buckinghamshire Strategic Partnership"),
        ("answers-board", NOTTINGHAMSHIRE, Answer.NOT_IN_COPY, "the governance chart of Appendix A"),
        ("answers-commissioning", WORCESTERSHIRE, Answer.YES, "accountable to NHS Worcestershire"),
        ("plan-holds", NOTTINGHAMSHIRE, Answer.YES, "holds the Children, Young People and Families Plan"),
        ("plan-approves", NOTTINGHAMSHIRE, Answer.NOT_IN_COPY, "Who approves the plan"),
        ("plan-others", NOTTINGHAMSHIRE, Answer.YES, "approves the Executive's improvement plan"),
        ("safeguarding-independent", SUFFOLK, Answer.YES, "is not part of the Suffolk Children's Trust"),
        ("safeguarding-seat", WORCESTERSHIRE, Answer.YES, "as a participant observer; whether it votes is not stated"),
        ("scrutiny", CALDERDALE, Answer.NOT_STATED, "sits on the Children's Trust Executive"),
        ("ladder", BUCKINGHAMSHIRE, Answer.YES, "→ Children and Young People's Trust Board → "),
        ("orphans", CALDERDALE, Answer.YES, "10 without a stated line of account"),
        ("cycles", SUFFOLK, Answer.YES, "Account to oneself"),
        ("law", WORCESTERSHIRE, Answer.YES, "came into force on 1 April 2010"),
        ("law", CALDERDALE, Answer.NOT_STATED, "cannot be told"),
        ("chair-board", BUCKINGHAMSHIRE, Answer.YES, "by the Chief Executive of Buckinghamshire County Council"),
        ("chair-board", WORCESTERSHIRE, Answer.YES, "or an Independent Chair"),
        ("chair-commissioning", NOTTINGHAMSHIRE, Answer.NOT_IN_COPY, "may be named for it"),
        ("seats-commissioning", BUCKINGHAMSHIRE, Answer.YES, "five to six seats, as listed, the chair's among them"),
        ("answers-board", BUCKINGHAMSHIRE, Answer.YES, "Board members are accountable to the Director"),
        ("ladder", NOTTINGHAMSHIRE, Answer.YES, "→ Children's Trust Board, by report only"),
        ("plan-holds", SUFFOLK, Answer.YES, "succeeds Suffolk County Council in responsibility for the plan"),
        ("plan-makes", BUCKINGHAMSHIRE, Answer.YES, "decides the overall vision of the plan"),
        (
            "plan-others",
            NOTTINGHAMSHIRE,
            Answer.YES,
            "an improvement plan that rests on the priorities of the CYPF Plan",
        ),
        ("plan-advises", SUFFOLK, Answer.YES, "Partnership Groups advise on which priorities belong in the plan"),
        ("plan-implements", SUFFOLK, Answer.YES, "answer for what their organisation committed to in the plan"),
        ("safeguarding", WORCESTERSHIRE, Answer.YES, "monitors performance on the outcome"),
        ("safeguarding-seat", SUFFOLK, Answer.YES, "sits on the Workforce Development Advisory Group"),
        ("scrutiny", SUFFOLK, Answer.YES, "The Children, Schools & Young People's Services Scrutiny Committee"),
        ("orphans", BUCKINGHAMSHIRE, Answer.YES, "Board members: the line ends at the Director"),
        ("dual", SUFFOLK, Answer.YES, "and through the Executive Group to the Children's Trust Strategic Board"),
        ("span", WORCESTERSHIRE, Answer.YES, "Local commissioning partnerships count as one"),
        ("duplicated", SUFFOLK, Answer.YES, "Community Cluster Steering Groups (priorities for the cluster)"),
        ("lacking", CALDERDALE, Answer.YES, "Nothing is noted as missing"),
        ("partner-1", WORCESTERSHIRE, Answer.YES, "Cabinet Member, Worcestershire County Council"),
        ("partner-7", BUCKINGHAMSHIRE, Answer.YES, "also for the Youth Offending Service"),
        ("partner-3", SUFFOLK, Answer.YES, "Suffolk Police Authority, with a vote"),
        ("partner-4", SUFFOLK, Answer.NOT_STATED, "The Act did not name it in January 2010"),
    ],
)
def test_what_a_paper_says(row: str, name: str, answer: Answer, text: str) -> None:
    """Each cell says what the paper says, and its silence is no denial."""
    found = cell(row, name)
    assert found.answer is answer
    assert text in "; ".join(each.text for each in found.said)


@pytest.mark.parametrize(
    ("row", "name", "ground"),
    [
        ("date", BUCKINGHAMSHIRE, Ground.NOTED),
        ("partner-3", WORCESTERSHIRE, Ground.INFERRED),
        ("ladder", SUFFOLK, Ground.STATED),
        ("quorum", SUFFOLK, Ground.STATED),
        ("answers-executive", WORCESTERSHIRE, Ground.INFERRED),
        ("board-hears", WORCESTERSHIRE, Ground.PARTLY),
        ("span", SUFFOLK, Ground.WORKED_OUT),
    ],
)
def test_on_what_a_cell_rests(row: str, name: str, ground: Ground) -> None:
    """The mark of a cell is that of what its paper says; what is worked out beside it bears its own."""
    assert cell(row, name).ground is ground


def test_what_is_said_twice_is_told_once() -> None:
    """A line that says what its subject does, by the same clause, is not told again."""
    (told,) = cell("plan-monitors", CALDERDALE).said
    assert told.keys == ("themes monitor performance",)


def test_a_question_that_does_not_arise_makes_no_sentence() -> None:
    """Of a partner whom the law did not name at the time, that a paper does not name it is no finding."""
    titles = {row.id: row.title for row in five().rows}
    assert titles["partner-10"].startswith("The clinical commissioning group")
    assert "partner-10" not in {each.row for each in five().sentences}


def test_a_cell_is_never_blank() -> None:
    """Every cell has an answer and words for it, and rests on clauses where the paper states something."""
    cells = [each for across in five().cells for each in across]
    assert all(each.said and all(said.text for said in each.said) for each in cells)
    assert all(
        each.clauses or each.ground == "worked out" for across in five().cells[6:] for each in across if each.keys
    )


def test_a_denial_is_a_no() -> None:
    """A line the paper denies is a no, and not the same as silence."""
    denied = line("board accountable_to council", denied=True)
    council = body("council", kind="council", inside=False)
    found = compare([small("kent", records=(council, denied)), small("essex")], rows=["answers-board"])
    assert [each.answer for each in found.cells[0]] == [Answer.NO, Answer.NOT_STATED]


def test_two_chairs_contradict_one_another() -> None:
    """Two chairs of one board are a contradiction."""
    seats = (Membership(member=each, body="board", role="chair") for each in ("leader", "mayor"))
    posts = (Post(id="leader", title="Leader"), Post(id="mayor", title="Mayor"))
    found = compare([small("kent", records=(*posts, *seats)), small("essex")], rows=["chair-board"])
    assert found.cells[0][0].answer is Answer.CONTRADICTORY


def test_what_our_copy_lacks_is_not_silence() -> None:
    """Where the copy lacks the chart, to whom the board answers may stand there."""
    paper = Document(id="paper", missing=("the structure chart",))
    found = compare([small("kent", documents=(paper,)), small("essex")], rows=["answers-board", "votes"])
    assert [cells[0].answer for cells in found.cells] == [Answer.NOT_STATED, Answer.NOT_IN_COPY]


def test_sentences_are_numbered_and_rest_on_records() -> None:
    """What all share comes first; each sentence has a number and a footing in every arrangement."""
    sentences = five().sentences
    assert [each.number for each in sentences] == [*range(1, len(sentences) + 1)]
    assert all(len(each.rests_on) == len(FIVE) for each in sentences)
    told = next(each for each in sentences if each.row == "quorum")
    assert (told.shared, told.rests_on[FIVE.index(SUFFOLK)].clauses) == (Shared.ONE, ("10.1", "10.3.1"))


def test_what_a_paper_contradicts_is_no_fact() -> None:
    """That an elected member chairs the board is not said of the paper that has two accounts of the chair."""
    found = compare(load_all((NOTTINGHAMSHIRE, SUFFOLK)), rows=["chair-board"])
    assert not any("In both" in each.text for each in found.sentences)


def test_of_two_what_one_has_is_told_once() -> None:
    """What one of two says and the other does not is one sentence."""
    board = body("board", kind="board", tier="strategic", meetings=Meetings(text="monthly"))
    found = compare([model(records=(board,), id="kent"), small("essex")], rows=["meets-board"])
    told = [each.text for each in found.sentences if "says" in each.text]
    assert len(told) == 1
    assert (
        "Only the paper of kent says how often the board meets: The Board meets monthly, which makes 12 a year."
        in told[0]
    )


@pytest.mark.parametrize(("names", "message"), [(("kent",), "two models at least"), (("kent", "kent"), "given twice")])
def test_what_cannot_be_compared(names: tuple[str, ...], message: str) -> None:
    """One model, or one twice, is refused."""
    with pytest.raises(ModelError, match=message):
        compare(small(name) for name in names)


def test_an_unknown_row() -> None:
    """A row there is none of is told with the nearest."""
    with pytest.raises(UnknownNameError, match="Did you mean 'quorum'"):
        compare([small("kent"), small("essex")], rows=["qorum"])


def test_a_hundred_models() -> None:
    """The tables hold a hundred arrangements."""
    found = compare((small(f"place-{number}") for number in range(100)), rows=["chair"])
    assert {len(cells) for cells in found.cells} == {100}


class Page(HTMLParser):
    """What a page of HTML holds."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.targets: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with its id and where it leads."""
        self.tags.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.targets += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_the_page_holds_all_it_needs() -> None:
    """The page has every chart and one legend, captions and unique ids, no script, and links only to itself."""
    text = as_html(compare(load_all((NOTTINGHAMSHIRE, CALDERDALE)), rows=["chair", "quorum"]))
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert all(target.startswith("#") and target[1:] in page.ids for target in page.targets)
    assert (page.tags.count("figure"), text.count('aria-label="Lines"'), page.tags.count("script")) == (2, 1, 0)
    assert page.tags.count("table") == page.tags.count("caption")


def test_matched_bodies_bear_the_same_letter() -> None:
    """The boards of both charts are marked with one letter."""
    text = as_html(compare(load_all((NOTTINGHAMSHIRE, CALDERDALE)), rows=["chair"]))
    assert len(re.findall(r">A: Children's", text)) == 2
    assert "<b>A</b> The board" in text


def test_what_somebody_wrote_is_text() -> None:
    """A name that looks like HTML is shown as it stands."""
    board = body("board", name="<script>alert(1)</script> Board", kind="board")
    text = as_html(compare([model(records=(board,), id="kent"), small("essex")], rows=["chair"]))
    assert "<script" not in text


@pytest.mark.parametrize("kind", ["text", "md", "json", "html"])
def test_every_format(run: Run, kind: str) -> None:
    """Each format tells of both arrangements."""
    done = run(*COMPARE, CALDERDALE, NOTTINGHAMSHIRE, "--rows", "quorum", "--format", kind)
    assert done.returncode == 0
    assert "Calderdale" in done.stdout
    assert "Nottinghamshire" in done.stdout


def test_json_has_every_cell(run: Run) -> None:
    """The JSON has each cell with its answer, keys and clauses."""
    told = json.loads(run(*COMPARE, CALDERDALE, SUFFOLK, "--rows", "quorum", "--format", "json").stdout)
    answers = [each["answer"] for each in told["rows"][0]["cells"]]
    assert answers == ["not_stated", "yes"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((SUFFOLK,), "Name two to 100 models; these are 1."),
        ((SUFFOLK, SUFFOLK), "is given twice"),
        ((*["a.yaml"] * 13, "--format", "html"), "Name two to 12 models for a page of HTML; these are 13."),
        ((SUFFOLK, CALDERDALE, "--rows", "qorum"), "Did you mean 'quorum'?"),
        ((SUFFOLK, CALDERDALE, "-o", "a.xyz"), "no format '.xyz'"),
        ((SUFFOLK, CALDERDALE, "--format", "docx"), "add -o comparison.docx"),
        ((SUFFOLK, CALDERDALE, "--final"), "Write them with --write-matches"),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """A wrong use leaves with 2 and says how it is meant."""
    done = run(*COMPARE, *arguments)
    assert done.returncode == 2
    assert message in done.stderr


def test_pinned_matches_make_it_final(run: Run, tmp_path: Path) -> None:
    """What is written as proposals, once given back, is pinned, and the comparison is final."""
    pinned = tmp_path / "matches.yaml"
    arguments = (*COMPARE, *FIVE, "--rows", "quorum")
    written = run(*arguments, "--write-matches", str(pinned))
    done = run(*arguments, "--matches", str(pinned), "--final")
    assert (written.returncode, done.returncode) == (0, 0)
    assert "All matches of bodies are pinned." in done.stdout


def test_models_of_different_dates(run: Run) -> None:
    """That arrangements are of different dates is said before anything else."""
    told = " ".join(run(*COMPARE, CALDERDALE, SUFFOLK, "--rows", "quorum").stdout.split())
    assert "The arrangements are of different dates (no date; January 2010)" in told


def test_the_same_page_twice() -> None:
    """The same models give the same table."""
    once, again = (compare(load_all((CALDERDALE, SUFFOLK))).table().html() for _ in range(2))
    assert once == again


def test_a_model_without_anything() -> None:
    """An empty arrangement is compared as well."""
    empty = loads(b"id: empty\n", "empty.yaml")
    found = compare([empty, small("kent")])
    assert {cells[0].answer for cells in found.cells} <= {Answer.NOT_STATED, Answer.YES}


def test_a_name_alone_is_told_of_who_has_no_counterpart() -> None:
    """Where nobody plays a part, those that have only its name are named, and groups of others are not."""
    rows = {(row.part, row.model): row.why for row in five().matches if not row.bodies}
    assert "“Integrated workforce group”" in rows["workforce", CALDERDALE][0]
    assert rows["executive", BUCKINGHAMSHIRE] == ()


def test_a_fact_is_not_told_twice() -> None:
    """Where only one paper says to whom the executive answers, that it is the board is not told again."""
    rows = [each.row for each in compare(load_all((CALDERDALE, SUFFOLK, BUCKINGHAMSHIRE))).sentences]
    assert rows.count("answers-executive") == 1


def test_what_is_perhaps_so_is_left_open() -> None:
    """A seat that may be empty is not silence."""
    (told,) = compare(load_all((CALDERDALE, SUFFOLK, BUCKINGHAMSHIRE)), rows=["partner-3"]).sentences
    assert told.text.endswith("That of Calderdale does not state it; that of Buckinghamshire leaves it open.")


def test_arrangements_without_bodies_make_a_page() -> None:
    """Where there is nothing to draw and nothing to match, the page says so."""
    text = as_html(compare([loads(f"id: {name}\n".encode(), f"{name}.yaml") for name in ("kent", "essex")]))
    assert "No body plays a part that could be drawn." in text
    assert "No bodies are taken for counterparts." in text
